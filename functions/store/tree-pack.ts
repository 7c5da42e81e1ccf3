// A history of the tree as text, packed: 10,000 units are two items instead of 10,000. Units refer to each other by their
// place in the list, because ids don't pack.

import { gunzipSync, gzipSync } from 'node:zlib'
import * as v from 'valibot'
import { UnitId } from '../../shared/ids.ts'
import { Day } from '../../shared/organisation/day.ts'
import type { Closure, TreeHistory, UnitHistory, UnitState } from '../../shared/organisation/history.ts'

/** An item holds 400 KB, its keys and names included. */
const chunkLength = 340_000

const Place = v.pipe(v.number(), v.safeInteger(), v.minValue(-1))
const PackedState = v.tuple([Day, v.string(), v.string(), v.string(), Place, v.number()])
const PackedClosure = v.tuple([Day, v.array(Place), v.nullable(Day)])
const Packed = v.array(v.tuple([UnitId, v.array(PackedState), v.nullable(PackedClosure)]))
type Packed = v.InferOutput<typeof Packed>

/** The chunks of a packed history, each less than 350 KB. */
export function packHistory(history: TreeHistory): string[] {
  const places = new Map(history.map(({ id }, place) => [id, place]))
  const placeOf = (id: UnitId | null) => (id === null ? -1 : (places.get(id) ?? -1))
  const plain = history.map(({ id, states, closed }): Packed[number] => [
    id,
    states.map(({ from, code, name, level, parentId, members }) => [
      from,
      code,
      name,
      level,
      placeOf(parentId),
      members,
    ]),
    closed ? [closed.from, closed.successors.map(placeOf), closed.enteredOn ?? null] : null,
  ])
  const text = gzipSync(Buffer.from(JSON.stringify(plain))).toString('base64')
  return Array.from({ length: Math.ceil(text.length / chunkLength) }, (_, index) =>
    text.slice(index * chunkLength, (index + 1) * chunkLength),
  )
}

/** Throws where the chunks are not those that packHistory made. */
export function unpackHistory(chunks: readonly string[]): TreeHistory {
  const plain = v.parse(Packed, JSON.parse(gunzipSync(Buffer.from(chunks.join(''), 'base64')).toString('utf8')))
  const idAt = (place: number): UnitId => {
    const id = plain[place]?.[0]
    if (id === undefined) throw new Error(`A history of ${plain.length} units names the unit at ${place}`)
    return id
  }
  const stateOf = ([from, code, name, level, parent, members]: Packed[number][1][number]): UnitState => ({
    from,
    code,
    name,
    level,
    parentId: parent === -1 ? null : idAt(parent),
    members,
  })
  const closureOf = ([from, successors, enteredOn]: NonNullable<Packed[number][2]>): Closure => ({
    from,
    successors: successors.map(idAt),
    ...(enteredOn === null ? {} : { enteredOn }),
  })
  return plain.map(
    ([id, states, closed]): UnitHistory => ({
      id,
      states: states.map(stateOf),
      ...(closed ? { closed: closureOf(closed) } : {}),
    }),
  )
}
