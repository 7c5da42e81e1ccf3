// The top of a file beside the top of the tree: a file often says a whole tree, whose own top stands under nothing.

import type { UnitId } from '../ids.ts'
import type { Day } from './day.ts'
import { sameCode } from './faults.ts'
import { stateOn, type TreeHistory, unitsById } from './history.ts'
import { codesOf } from './import-codes.ts'
import type { ImportRow } from './import-rows.ts'

/** What the top of the file is to the tree: a unit under its top, or that very unit. */
export const topPlaces = ['under', 'same'] as const
export type TopPlace = (typeof topPlaces)[number]

/** The one new unit of a file that has nothing above it and others below it; undefined where there is none, or several. */
export type FileTop = { readonly code: string; readonly name: string; readonly top: UnitId; readonly topName: string }

export function fileTopIn(history: TreeHistory, rows: readonly ImportRow[], from: Day): FileTop | undefined {
  const top = history.find(({ states }) => states.some(({ parentId }) => parentId === null))
  if (!top) return undefined
  const codes = codesOf(history)
  const known = unitsById(history)
  const isNew = ({ id, code, from: day = from }: ImportRow) =>
    !(id && known.has(id)) && !codes.on(code, day) && !codes.after(code, day)
  const above = new Set(rows.flatMap(({ parent }) => (parent === undefined ? [] : [sameCode(parent)])))
  const placed = new Set(rows.flatMap(({ code, parent }) => (parent === undefined ? [] : [sameCode(code)])))
  const tops = rows.filter(
    (row) => row.parent === undefined && above.has(sameCode(row.code)) && !placed.has(sameCode(row.code)) && isNew(row),
  )
  const [first] = tops
  if (!first || tops.some(({ code }) => sameCode(code) !== sameCode(first.code))) return undefined
  const state = top.states.at(-1)
  return {
    code: first.code,
    name: first.name ?? first.code,
    top: top.id,
    topName: state ? `${state.name} (${state.code})` : top.id,
  }
}

/** The rows with the top of the file in its place. */
export function withTop(
  history: TreeHistory,
  rows: readonly ImportRow[],
  { fileTop, place, from }: { readonly fileTop: FileTop | undefined; readonly place: TopPlace; readonly from: Day },
): readonly ImportRow[] {
  const top = fileTop && unitsById(history).get(fileTop.top)
  if (!fileTop || !top) return rows
  return rows.map((row) => {
    if (sameCode(row.code) !== sameCode(fileTop.code)) return row
    if (place === 'same') return { ...row, id: fileTop.top }
    return { ...row, parent: (stateOn(top, row.from ?? from) ?? top.states[0])?.code }
  })
}
