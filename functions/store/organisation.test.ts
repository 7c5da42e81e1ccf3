// The tree in the table: versions whole or not at all, and whatever a history says comes back.

import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { changed } from '../../shared/organisation/change.ts'
import { firstDay, readDay } from '../../shared/organisation/day.ts'
import { historyFrom, type TreeHistory } from '../../shared/organisation/history.ts'
import { days, runs } from '../../shared/organisation/random-history-fixture.ts'
import { memoryTable } from '../../test/support/memory-table.ts'
import { org, unitId, units } from '../../test/support/scenario.ts'
import { openDirectory } from './directory.ts'
import { findOrganisation, readHistory, saveOrganisation, saveSettings, saveTree } from './organisation.ts'
import { packHistory, unpackHistory } from './tree-pack.ts'

const organisation = { id: org, name: { vi: 'Khối' }, timeZone: 'Asia/Ho_Chi_Minh' }
let table: ReturnType<typeof memoryTable>
beforeEach(() => {
  table = memoryTable()
})

const closed = (history: TreeHistory, unit: string, on: string): TreeHistory => {
  const from = readDay(on) ?? firstDay
  const outcome = changed(history, { kind: 'close', from, unitId: unitId(unit) }, from)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem))
  return outcome.value
}

test('any history is the same after packing, also one of several chunks', () => {
  fc.assert(
    fc.property(runs, ({ history }) => {
      expect(unpackHistory(packHistory(history))).toEqual(history)
    }),
  )
  const many = Array.from({ length: 25_000 }, (_, n) => {
    const id = unitId(`u${((n * 2_654_435_761) % 2 ** 32).toString(36)}-${n}`)
    return { id, code: `${n}`, name: `Đơn vị số ${n}`, level: 'cell', parentId: null, members: n }
  })
  const chunks = packHistory(historyFrom(many, firstDay))
  expect(chunks.length).toBeGreaterThan(1)
  expect(Math.max(...chunks.map(({ length }) => length))).toBeLessThan(350_000)
  expect(unpackHistory(chunks)).toEqual(historyFrom(many, firstDay))
})

describe('two changes of one version at once', () => {
  test('the first stays, the second is told, and what it wrote is nobody’s tree', async () => {
    await saveOrganisation(table, organisation, units, 0)
    const before = await findOrganisation(table, org)
    const start = await readHistory(table, org, before?.tree ?? { version: 0, hash: '' })
    const outcomes = await Promise.all([
      saveTree(table, organisation, closed(start, 'lake', '2026-07-01'), 1),
      saveTree(table, organisation, closed(start, 'river', '2026-07-01'), 1),
    ])
    expect(outcomes).toEqual([true, false])
    const now = await findOrganisation(table, org)
    expect(await readHistory(table, org, now?.tree ?? { version: 0, hash: '' })).toEqual(
      closed(start, 'lake', '2026-07-01'),
    )
  })
})

test('settings change without the tree, and both at once is refused', async () => {
  await saveOrganisation(table, organisation, units, 0)
  const first = await findOrganisation(table, org)
  if (!first) throw new Error('No organisation')
  expect(await saveSettings(table, { ...organisation, timeZone: 'UTC' }, first)).toBe(true)
  const second = await findOrganisation(table, org)
  expect(second?.organisation.timeZone).toBe('UTC')
  expect(await readHistory(table, org, second?.tree ?? first.tree)).toEqual(historyFrom(units, firstDay))
  expect(await saveSettings(table, organisation, first)).toBe(false)
  expect(await saveTree(table, organisation, historyFrom(units, firstDay), first.version)).toBe(false)
  expect(await saveTree(table, organisation, historyFrom(units.slice(0, 1), firstDay), second?.version ?? 0)).toBe(true)
  const third = await findOrganisation(table, org)
  expect(await readHistory(table, org, third?.tree ?? first.tree)).toHaveLength(1)
})

describe('the directory', () => {
  test('gives the tree of the day in the organisation’s time zone, and of any other day', async () => {
    await saveTree(table, organisation, closed(historyFrom(units, firstDay), 'lake', '2026-07-01'), 0)
    const directory = openDirectory(table)
    const before = await directory.organisation(org, '2026-06-30T16:59:59.000Z')
    const after = await directory.organisation(org, '2026-06-30T17:00:00.000Z')
    expect([before.today, before.tree.units.has(unitId('lake'))]).toEqual(['2026-06-30', true])
    expect([after.today, after.tree.units.has(unitId('lake'))]).toEqual(['2026-07-01', false])
    expect(after.treeOn(before.today)).toBe(before.tree)
    expect(await directory.treeOn(org, after.today)).toBe(after.tree)
  })

  test('sees a change at once, and forgets trees that nobody asks for', async () => {
    await saveOrganisation(table, organisation, units, 0)
    const directory = openDirectory(table)
    const now = '2026-08-01T00:00:00.000Z'
    const first = await directory.organisation(org, now)
    expect((await directory.organisation(org, now)).tree).toBe(first.tree)
    for (const day of [...days, ...days.map((one) => readDay(one.replace('-03-', '-04-')) ?? firstDay)])
      await directory.treeOn(org, day)
    expect((await directory.organisation(org, now)).tree).not.toBe(first.tree)
    await saveTree(table, organisation, closed(first.history, 'lake', '2026-07-01'), first.version)
    expect((await directory.organisation(org, now)).tree.units.has(unitId('lake'))).toBe(false)
  })
})
