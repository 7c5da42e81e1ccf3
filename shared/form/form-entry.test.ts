// What a browser, or anybody, sends as the fields of a form.

import { describe, expect, test } from 'vitest'
import { programOf } from './draft-fixture.ts'
import { readTypedFields } from './form-entry.ts'
import { allTypes } from './types.ts'

const program = programOf({ survey: 'type|name|label\nbegin repeat|house|H\ninteger|rooms|R\nend repeat||' })
const read = (place: string) => readTypedFields(program, allTypes, [[place, '1']], 'vi')

describe('fields that a form does not have', () => {
  test('are left out, rounds of no repeat too', () => {
    expect(read('house[1]').rounds.get('house')).toHaveLength(1)
    expect(read('house[1]/rooms').rounds.get('house')?.[0]?.values).toEqual(new Map([['rooms', '1']]))
    for (const place of ['rooms', 'yard[1]', 'house[1]/yard[1]', 'house[1]/rooms[1]', 'house[', 'house[1]]']) {
      const { rounds, values } = read(place)
      expect([place, rounds.size, values.size]).toEqual([place, 0, 0])
    }
  })

  test('cost no more than they are long: a million brackets, and rounds within rounds without end', () => {
    for (const place of [
      '['.repeat(1_000_000),
      'house[1]/'.repeat(100_000),
      `${'house[1]/'.repeat(100_000)}house[1]`,
    ]) {
      const { rounds } = read(place)
      expect(rounds.size).toBe(0)
    }
  })
})
