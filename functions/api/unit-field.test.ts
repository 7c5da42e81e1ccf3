// A field for a unit: what comes back of it, and what is suggested.

import { beforeEach, describe, expect, test } from 'vitest'
import type { Person } from '../../shared/organisation/access.ts'
import { unitLabel } from '../../shared/organisation/search.ts'
import { unitTree } from '../../shared/organisation/unit.ts'
import { path } from '../../shared/paths.ts'
import { type TestApi, testApi } from '../../test/support/api.ts'
import {
  asInspector,
  designer,
  lakeLeader,
  leader,
  reporter,
  store,
  unitId,
  units,
} from '../../test/support/scenario.ts'
import { readUnitField } from './unit-field.ts'

const tree = unitTree(units)
const read = (fields: Record<string, string>, person: Person = leader) => {
  const me = { ...asInspector, person } as Parameters<typeof readUnitField>[0]['me']
  return readUnitField({ me }, new URLSearchParams(fields), { name: 'unit', action: 'progress.read', tree })
}

describe('a unit that comes back', () => {
  test('is known by its code, its label, or the choice that was made for just this text', () => {
    expect(read({ unit: 'r1' }).unit?.id).toBe('cell-1')
    for (const unit of units) expect(read({ unit: unitLabel(unit) }).unit).toEqual(unit)
    const asked = read({ unit: 'chi bo song' })
    expect(asked.unit).toBeUndefined()
    expect(asked.choices).toEqual([
      { id: 'cell-1', code: 'R1', name: 'Chi bộ Sông 1', where: 'Đảng bộ Sông, Đảng ủy Khối' },
      { id: 'cell-2', code: 'R2', name: 'Chi bộ Sông 2', where: 'Đảng bộ Sông, Đảng ủy Khối' },
    ])
    expect(read({ unit: 'chi bo song', 'unit.id': 'cell-2', 'unit.asked': 'chi bo song' }).unit?.id).toBe('cell-2')
    expect(read({ unit: 'L1', 'unit.id': 'cell-2', 'unit.asked': 'chi bo song' }).unit?.id).toBe('cell-3')
  })

  test('is none that the person has no role for, however it is named', () => {
    expect(read({ unit: 'R1' }, lakeLeader)).toMatchObject({ unit: undefined, choices: [], text: 'R1' })
    expect(read({ unit: 'x', 'unit.id': 'cell-1', 'unit.asked': 'x' }, lakeLeader).unit).toBeUndefined()
    expect(read({ unit: 'chi bo' }, lakeLeader).choices).toEqual([
      { id: 'cell-3', code: 'L1', name: 'Chi bộ Hồ 1', where: 'Đảng bộ Hồ' },
    ])
    expect(read({ unit: 'x', 'unit.id': '../cell-3', 'unit.asked': 'x' }).unit).toBeUndefined()
  })

  test('may be left out', () => {
    for (const fields of [{}, { unit: '  ' }])
      expect(read(fields as Record<string, string>)).toMatchObject({ text: '', unit: undefined })
  })
})

describe('suggestions', () => {
  let api: TestApi
  beforeEach(async () => {
    api = testApi()
    await store(api.table)
  })
  const ask = async (q: string, as: Person, action = 'progress.read') =>
    api.request(`/api/units?action=${action}&q=${encodeURIComponent(q)}`, { as })

  test('are the best matches among the units at which one may do it', async () => {
    const all = await (await ask('chi bo', leader)).json()
    expect(all).toMatchObject({ units: [{ code: 'R1' }, { code: 'R2' }, { code: 'L1', id: unitId('cell-3') }] })
    expect(await (await ask('chi bo', lakeLeader)).json()).toMatchObject({
      units: [{ code: 'L1', where: 'Đảng bộ Hồ' }],
    })
    expect(await (await ask('', leader)).json()).toEqual({ units: [], hasMore: false })
  })

  test('are refused to whoever may do it nowhere, and for what nobody does', async () => {
    expect((await ask('chi bo', reporter)).status).toBe(403)
    expect((await ask('chi bo', designer, 'unit.manage')).status).toBe(403)
    expect((await ask('chi bo', leader, 'constructor')).status).toBe(400)
    expect((await api.request(path.api.units('progress.read'))).status).toBe(401)
  })
})
