// Looking at the tree over HTTP: top, units, days, search; and what each visitor may see of it.

import { beforeEach, describe, expect, test } from 'vitest'
import { organisationMessages } from '../../shared/messages/organisation.ts'
import type { Person } from '../../shared/organisation/access.ts'
import { changed, type TreeChange } from '../../shared/organisation/change.ts'
import { type Day, firstDay, readDay } from '../../shared/organisation/day.ts'
import { historyFrom, type TreeHistory } from '../../shared/organisation/history.ts'
import type { Unit } from '../../shared/organisation/unit.ts'
import { path } from '../../shared/paths.ts'
import { type TestApi, testApi } from '../../test/support/api.ts'
import { pageText } from '../../test/support/desk.ts'
import { admin, lakeLeader, leader, office, org, store, unitId, units } from '../../test/support/scenario.ts'
import { findOrganisation, saveTree } from '../store/organisation.ts'

const m = organisationMessages.en
const day = (text: string): Day => readDay(text) ?? firstDay
const unit = (id: string, code: string, name: string, parent: string, level = 'cell'): Unit => ({
  id: unitId(id),
  code,
  name,
  level,
  parentId: unitId(parent),
  members: 5,
})

let api: TestApi
beforeEach(async () => {
  api = testApi()
  await store(api.table)
})

/** Changes are entered on their day, one after another. */
async function change(...changes: readonly TreeChange[]): Promise<void> {
  const found = await findOrganisation(api.table, org)
  if (!found) throw new Error('No organisation')
  const history = changes.reduce<TreeHistory>(
    (before, one) => {
      const outcome = changed(before, one, one.from)
      if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem))
      return outcome.value
    },
    historyFrom(units, firstDay),
  )
  await saveTree(api.table, found.organisation, history, found.version)
}

const see = async (address: string, as: Person = office) => pageText(await api.request(address, { as }))

/** Merged in the February before the day on which the tests play; what is to come is from June on. */
const merger: TreeChange = {
  kind: 'merge',
  from: day('2013-02-01'),
  unitIds: [unitId('cell-1'), unitId('cell-2')],
  into: unitId('both'),
  added: unit('both', 'R12', 'Chi bộ Sông 1-2', 'river'),
}

describe('the tree', () => {
  test('is opened step by step: what stands right below, with members and numbers', async () => {
    const top = await see(path.organisation())
    for (const part of ['Đảng ủy Khối', 'Đảng bộ Sông', 'Đảng bộ Hồ', m.unitsBelow(2), m.membersOf(60)])
      expect(top).toContain(part)
    expect(top).not.toContain('Chi bộ Sông')
    const river = await see(path.unit(unitId('river')))
    for (const part of ['Chi bộ Sông 1', 'Chi bộ Sông 2', m.always]) expect(river).toContain(part)
    expect(river).not.toContain('Chi bộ Hồ')
    expect(river).not.toContain(m.manage)
  })

  test('shows long lists page by page', async () => {
    const many = Array.from({ length: 120 }, (_, n) => unit(`n-${n}`, `N${n}`, `Tổ số ${n}.`, 'lake'))
    await change(...many.map((one): TreeChange => ({ kind: 'add', from: firstDay, unit: one })))
    const shown = async (page: number) => {
      const text = await see(path.unit(unitId('lake'), { page }))
      return [...text.matchAll(/Tổ số (\d+)\./g)].map(([, n]) => Number(n))
    }
    const first = await shown(1)
    expect(first).toHaveLength(49)
    expect([...first, ...(await shown(2)), ...(await shown(3))]).toEqual(many.map((_, n) => n))
    expect(await see(path.unit(unitId('lake'), { page: 2 }))).toContain(m.page(2, 3))
    expect(await shown(99)).toEqual(await shown(3))
  })

  test('of another day is as it was or will be, and says so', async () => {
    await change(merger, { kind: 'add', from: day('2013-06-01'), unit: unit('sea', 'S', 'Đảng bộ Biển', 'bloc') })
    expect(await see(path.unit(unitId('river')))).toContain('Chi bộ Sông 1-2')
    const before = await see(path.unit(unitId('river'), { on: '2013-01-31' }))
    expect(before).toContain(m.viewing('31 Jan 2013'))
    expect(before).toContain('Chi bộ Sông 2')
    expect(before).not.toContain('R12')
    expect(await see(path.organisation())).not.toContain('Đảng bộ Biển')
    expect(await see(path.organisation({ on: '2013-06-01' }))).toContain('Đảng bộ Biển')
    expect(await see(path.organisation({ on: '1/6/2013' }))).toContain('Đảng bộ Biển')
    expect(await see(path.organisation({ on: '2013-02-30' }))).toContain(m.badDay('2013-02-30'))
  })

  test('tells of a unit what became of it, also after it closed and before it begins', async () => {
    await change(
      {
        kind: 'change',
        from: day('2012-05-01'),
        unitId: unitId('cell-1'),
        facts: { name: 'Chi bộ Sông Một', members: 31 },
      },
      { kind: 'move', from: day('2012-06-01'), unitId: unitId('cell-1'), parentId: unitId('lake') },
      merger,
      { kind: 'add', from: day('2013-06-01'), unit: unit('sea', 'S', 'Đảng bộ Biển', 'bloc') },
    )
    const closed = await see(path.unit(unitId('cell-1')))
    for (const part of [
      m.isClosed('1 Feb 2013'),
      m.events.name('Chi bộ Sông 1', 'Chi bộ Sông Một'),
      m.events.members(30, 31),
      m.events.parent('Đảng bộ Sông (R)', 'Đảng bộ Hồ (L)'),
      m.events.merged('Chi bộ Sông 1-2 (R12)'),
    ])
      expect(closed).toContain(part)
    expect(await see(path.unit(unitId('both')))).toContain(
      m.events.tookOver('Chi bộ Sông Một (R1), Chi bộ Sông 2 (R2)'),
    )
    expect(await see(path.unit(unitId('both')))).toContain(m.closedHere(2))
    expect(await see(path.unit(unitId('sea')))).toContain(m.notYet('1 Jun 2013'))
  })
})

describe('search', () => {
  test('finds without marks, leads to what is named, and says when there is nothing', async () => {
    expect(await see(path.organisation({ q: 'chi bo song' }))).toContain('Chi bộ Sông 2')
    const named = await api.request(path.organisation({ q: 'R2 – Chi bộ Sông 2' }), { as: office })
    expect([named.status, named.headers.get('location')]).toEqual([302, path.unit(unitId('cell-2'))])
    expect(await see(path.organisation({ q: 'sông hồng' }))).toContain(m.noHits('sông hồng'))
  })

  test('keeps what was looked for when the language changes', async () => {
    const here = path.organisation({ q: 'chi bo song' })
    const answer = await api.postForm(path.language(), { language: 'vi', returnTo: here }, office)
    expect(answer.headers.get('location')).toBe(here)
  })
})

describe('access', () => {
  test('ends at the units of one’s role, by the tree of today, whatever day is looked at', async () => {
    await change({ kind: 'move', from: day('2013-02-01'), unitId: unitId('cell-3'), parentId: unitId('river') })
    expect(await see(path.organisation(), lakeLeader)).toContain('Đảng bộ Hồ')
    for (const address of [
      path.organisation(),
      path.organisation({ on: '2013-01-01' }),
      path.unit(unitId('lake'), { on: '2013-01-01' }),
      path.organisation({ q: 'chi bo', on: '2013-01-01' }),
      path.organisation({ q: 'chi bo' }),
    ])
      expect(await see(address, lakeLeader), address).not.toMatch(/Chi bộ|Đảng bộ Sông/)
    for (const id of ['cell-3', 'river', 'bloc'])
      expect((await api.request(path.unit(unitId(id)), { as: lakeLeader })).status, id).toBe(403)
    expect((await api.request('/organisation/units/nowhere', { as: leader })).status).toBe(404)
    expect((await api.request('/organisation/units/..%2Friver', { as: leader })).status).toBe(404)
  })

  test('of a unit to come is that of where it will begin', async () => {
    await change({ kind: 'add', from: day('2013-06-01'), unit: unit('sea', 'S', 'Chi bộ Biển', 'river') })
    expect((await api.request(path.unit(unitId('sea')), { as: lakeLeader })).status).toBe(403)
    expect((await api.request(path.unit(unitId('sea')), { as: leader })).status).toBe(200)
    expect(await see(path.organisation({ q: 'bien', on: '2013-07-01' }), lakeLeader)).toContain(m.noHits('bien'))
  })

  test('to changes is the administrator’s', async () => {
    expect(await see(path.unit(unitId('river')), admin)).toContain(m.edits.merge)
    expect(await see(path.unit(unitId('bloc')), admin)).not.toContain(m.edits.merge)
    expect(await see(path.unit(unitId('river')), leader)).not.toContain(m.edits.add)
  })
})
