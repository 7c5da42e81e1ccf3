// Changing the tree over HTTP: each kind of change, what is refused and in which words, two people at once, the audit log.

import { beforeEach, describe, expect, test } from 'vitest'
import { organisationEditMessages, treeFaultText } from '../../shared/messages/organisation-edit.ts'
import { describeProblem } from '../../shared/messages/problem.ts'
import type { Person } from '../../shared/organisation/access.ts'
import { type Day, readDay } from '../../shared/organisation/day.ts'
import { path, type UnitEdit, unitEdits } from '../../shared/paths.ts'
import { problem } from '../../shared/problems.ts'
import { type TestApi, testApi, testNow } from '../../test/support/api.ts'
import { hiddenField, pageText } from '../../test/support/desk.ts'
import { admin, designer, leader, office, org, store, unitId } from '../../test/support/scenario.ts'
import { readAudit } from '../store/audit.ts'
import { insertPerson } from '../store/people.ts'

const m = organisationEditMessages.en
const river = unitId('river')
const fresh = { code: 'N', name: 'Chi bộ Mới', level: 'cell', members: '12' }
const titleOf = (one: Parameters<typeof describeProblem>[0]) => describeProblem(one, 'en', 'Asia/Ho_Chi_Minh').title

let api: TestApi
beforeEach(async () => {
  api = testApi()
  await store(api.table)
})

const current = () => api.deps.directory.organisation(org, testNow)
const treeOn = async (day: string) => (await current()).treeOn(readDay(day) as Day)
const page = async (unit: string, edit: UnitEdit, as: Person = admin) =>
  (await api.request(path.unitEdit(unitId(unit), edit), { as })).text()
const send = (unit: string, edit: UnitEdit, fields: Record<string, string>, as: Person = admin) =>
  api.postForm(path.unitEdit(unitId(unit), edit), { from: '2013-03-01', step: 'apply', ...fields }, as)
const idOf = async (code: string, day = '2013-03-01') =>
  [...(await treeOn(day)).units.values()].find((unit) => unit.code === code)?.id ?? unitId('none')
const verbs = async () => (await readAudit(api.table, org, '2013-03', { limit: 20 })).entries

describe('a unit', () => {
  test('is added from a day on, and leads to its page', async () => {
    const answer = await send('river', 'add', { ...fresh, from: '1/6/2013' })
    expect(answer.status).toBe(303)
    const id = await idOf('N', '2013-06-01')
    expect(answer.headers.get('location')).toBe(path.unit(id, { on: '2013-06-01', done: 'add' }))
    expect((await treeOn('2013-05-31')).units.has(id)).toBe(false)
    expect((await treeOn('2013-06-01')).units.get(id)).toMatchObject({ ...fresh, members: 12, parentId: river })
    expect(await verbs()).toMatchObject([
      { verb: 'unit.added', by: admin.id, unitId: id, details: '2013-06-01; N Chi bộ Mới < R' },
    ])
  })

  test('that has always stood is there in every past report', async () => {
    await send('river', 'add', { ...fresh, from: '', whole: 'yes' })
    expect((await treeOn('1950-01-01')).units.has(await idOf('N'))).toBe(true)
  })

  test('changes from a day on only in what was typed anew', async () => {
    await send('cell-1', 'change', { code: 'R1', name: 'Chi bộ Sông 1', level: 'cell', members: '31' })
    const renamed = { code: 'R1', name: 'Chi bộ Sông Một', level: 'cell', members: '31' }
    expect((await send('cell-1', 'change', { ...renamed, from: '2013-01-01' })).status).toBe(303)
    const on = async (day: string) => (await treeOn(day)).units.get(unitId('cell-1'))
    expect(await on('2012-12-31')).toMatchObject({ name: 'Chi bộ Sông 1', members: 30 })
    expect(await on('2013-01-01')).toMatchObject({ name: 'Chi bộ Sông Một', members: 30 })
    expect(await on('2013-03-01')).toMatchObject({ name: 'Chi bộ Sông Một', members: 31 })
    const again = await send('cell-1', 'change', renamed)
    expect(again.status).toBe(422)
    expect(await pageText(again)).toContain(m.faults.nothing)
    expect(await verbs()).toHaveLength(2)
  })

  test('moves with all below it, and not below itself', async () => {
    expect((await send('river', 'move', { parent: 'L' })).status).toBe(303)
    expect((await treeOn('2013-03-01')).units.get(river)?.parentId).toBe('lake')
    expect((await treeOn('2013-02-28')).units.get(river)?.parentId).toBe('bloc')
    const circle = await send('lake', 'move', { parent: 'Chi bộ Sông 1' })
    expect(circle.status).toBe(422)
    const name = () => 'Đảng bộ Hồ (L)'
    const fault = { kind: 'circle', unitId: unitId('lake'), day: '2013-03-01' as Day } as const
    expect(await pageText(circle)).toContain(treeFaultText(fault, 'en', name))
    const several = await send('lake', 'move', { parent: 'chi bo' })
    expect(several.status).toBe(422)
    const html = await several.text()
    expect(html).toContain('value="cell-2"')
    const chosen = { parent: 'chi bo', 'parent.id': 'cell-2', 'parent.asked': 'chi bo' }
    expect((await send('cell-3', 'move', chosen)).status).toBe(303)
    expect((await treeOn('2013-03-01')).units.get(unitId('cell-3'))?.parentId).toBe('cell-2')
  })
})

describe('what ends units', () => {
  const merger = { other: 'cell-2', into: 'new', code: 'R12', name: 'Chi bộ Sông 1-2', level: 'cell', members: '60' }

  test('is looked at first, and done when the unit’s code was typed', async () => {
    const review = await send('cell-1', 'merge', { ...merger, step: 'review' })
    expect(review.status).toBe(200)
    const html = await review.text()
    for (const part of [
      m.consequences.closes('Chi bộ Sông 1 (R1)', '1 Mar 2013'),
      m.consequences.closes('Chi bộ Sông 2 (R2)', '1 Mar 2013'),
      m.consequences.begins('Chi bộ Sông 1-2 (R12)', '1 Mar 2013'),
      m.confirm('R1'),
    ])
      expect(html).toContain(part)
    const carried = Object.fromEntries(
      [...html.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
        name,
        value,
      ]),
    )
    expect(carried).toMatchObject(merger)
    const unconfirmed = await api.postForm(
      path.unitEdit(unitId('cell-1'), 'merge'),
      { ...carried, step: 'apply', confirm: 'R2' },
      admin,
    )
    expect(unconfirmed.status).toBe(422)
    expect(await pageText(unconfirmed)).toContain(m.faults.confirm('R1'))
    expect(await verbs()).toEqual([])
    const done = await api.postForm(
      path.unitEdit(unitId('cell-1'), 'merge'),
      { ...carried, step: 'apply', confirm: ' r1 ' },
      admin,
    )
    expect(done.status).toBe(303)
    const tree = await treeOn('2013-03-01')
    expect([...tree.closed.keys()]).toEqual(['cell-1', 'cell-2'])
    expect(tree.closed.get(unitId('cell-2'))?.placedAt).toBe(await idOf('R12'))
    expect(await verbs()).toMatchObject([{ verb: 'unit.merged', details: '2013-03-01; R1, R2 > R12' }])
  })

  test('merges into one of them, or into another, with units from elsewhere', async () => {
    const into = { into: 'this', lines: 'L1\nChi bộ Sông 2', confirm: 'R1' }
    expect((await send('cell-1', 'merge', into)).status).toBe(303)
    const tree = await treeOn('2013-03-01')
    expect([...tree.closed].map(([id, { placedAt }]) => [id, placedAt])).toEqual([
      ['cell-2', 'cell-1'],
      ['cell-3', 'cell-1'],
    ])
    const other = { into: 'other', successor: 'L', confirm: 'R', from: '2013-04-01' }
    expect((await send('river', 'merge', other)).status).toBe(303)
    expect((await treeOn('2013-04-01')).units.get(unitId('cell-1'))?.parentId).toBe('lake')
  })

  test('splits a unit, and hands over what stood below it', async () => {
    const parts = { 'code.1': 'RA', 'name.1': 'Sông Bắc', 'code.2': 'RB', 'name.2': 'Sông Nam', 'child.cell-2': '2' }
    const more = await send('river', 'split', { ...parts, step: 'more' })
    expect([more.status, (await more.text()).includes('name="code.4"')]).toEqual([200, true])
    expect((await send('river', 'split', { ...parts, confirm: 'R' })).status).toBe(303)
    const tree = await treeOn('2013-03-01')
    const above = (id: string) => tree.units.get(tree.units.get(unitId(id))?.parentId ?? river)?.name
    expect([above('cell-1'), above('cell-2')]).toEqual(['Sông Bắc', 'Sông Nam'])
    expect(tree.closed.get(river)?.placedAt).toBe('bloc')
    const one = await send('lake', 'split', { 'code.1': 'LA', 'name.1': 'Hồ Bắc' })
    expect([one.status, (await pageText(one)).includes(m.faults.partsFew)]).toEqual([422, true])
  })

  test('closes a unit, whose own go up', async () => {
    const review = await pageText(await send('river', 'close', { step: 'review', from: '2013-01-15' }))
    expect(review).toContain(m.consequences.moves(2, 'Đảng ủy Khối (B)'))
    expect(review).toContain(m.consequences.past('15 Jan 2013'))
    expect((await send('river', 'close', { confirm: 'R', from: '2013-01-15' })).status).toBe(303)
    expect((await treeOn('2013-01-15')).units.get(unitId('cell-1'))?.parentId).toBe('bloc')
    const top = await send('bloc', 'close', { confirm: 'B' })
    expect(top.status).toBe(422)
  })
})

describe('entries that can’t be', () => {
  test.each([
    ['a day that the calendar doesn’t have', { ...fresh, from: '31/02/2013' }, m.faults.day('31/02/2013')],
    ['no day', { ...fresh, from: '' }, m.faults.day('')],
    ['a day far off', { ...fresh, from: '2031-01-01' }, m.faults.dayTooFar],
    ['no code', { ...fresh, code: ' ' }, m.faults.codeEmpty],
    ['a code with a semicolon', { ...fresh, code: 'A;B' }, m.faults.codeWrong],
    ['no name', { ...fresh, name: '' }, m.faults.nameEmpty],
    ['no level', { ...fresh, level: '' }, m.faults.levelEmpty],
    ['members that are no number', { ...fresh, members: '-5' }, m.faults.members],
    ['half a member', { ...fresh, members: '1.5' }, m.faults.members],
  ])('%s', async (_, fields, words) => {
    const answer = await send('river', 'add', fields)
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain(words)
    expect(html).toContain(`value="${fields.name}"`)
    expect(await verbs()).toEqual([])
  })

  test('a code that another unit has on that day, in whatever case', async () => {
    const answer = await send('lake', 'add', { ...fresh, code: 'r1' })
    expect([answer.status, await pageText(answer)]).toEqual([
      422,
      expect.stringContaining('Chi bộ Mới (r1): the code r1 is that of Chi bộ Sông 1 (R1) on 1 Mar 2013'),
    ])
  })

  test('a day before the unit above stood', async () => {
    await send('bloc', 'add', { code: 'S', name: 'Đảng bộ Biển', level: 'committee', members: '' })
    const answer = await send(await idOf('S'), 'add', { ...fresh, from: '2013-02-01' })
    expect(answer.status).toBe(422)
    expect(await pageText(answer)).toContain('Đảng bộ Biển (S) above it doesn’t stand on 1 Feb 2013')
  })
})

describe('two people at once', () => {
  test('the second sees what the first changed and their own entries, and may then go on', async () => {
    const version = hiddenField(await page('cell-1', 'change'), 'version')
    const mine = { code: 'R1', name: 'Tên của tôi', level: 'cell', members: '30', version }
    await send('cell-1', 'change', { ...mine, name: 'Tên của người khác' })
    const second = await send('cell-1', 'change', mine)
    expect(second.status).toBe(409)
    const html = await second.text()
    for (const part of [titleOf(problem.treeChanged()), 'Tên của người khác', 'value="Tên của tôi"', m.meanwhile])
      expect(html).toContain(part)
    expect((await treeOn('2013-03-01')).units.get(unitId('cell-1'))?.name).toBe('Tên của người khác')
    const third = await send('cell-1', 'change', { ...mine, version: hiddenField(html, 'version') })
    expect(third.status).toBe(303)
    expect((await treeOn('2013-03-01')).units.get(unitId('cell-1'))?.name).toBe('Tên của tôi')
  })

  test('changes to other units are in nobody’s way, also in the same moment', async () => {
    const version = hiddenField(await page('cell-1', 'change'), 'version')
    const answers = await Promise.all(
      ['cell-1', 'cell-2', 'cell-3'].map((unit, n) =>
        send(unit, 'change', { code: `X${n}`, name: `Chi bộ ${n}`, level: 'cell', members: '1', version }),
      ),
    )
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303])
    const tree = await treeOn('2013-03-01')
    expect(['cell-1', 'cell-2', 'cell-3'].map((unit) => tree.units.get(unitId(unit))?.code)).toEqual(['X0', 'X1', 'X2'])
  })

  test('a version that was never there is a change, too', async () => {
    const fields = { ...fresh, version: `7.${'x'.repeat(16)}` }
    expect((await send('river', 'add', fields)).status).toBe(409)
  })
})

describe('access', () => {
  const at = (unit: string): Person => ({
    ...admin,
    id: `admin-${unit}` as Person['id'],
    email: `${unit}@example.org`,
    roles: [{ role: 'admin', unitId: unitId(unit) }],
  })

  test('is the administrator’s alone', async () => {
    for (const edit of unitEdits)
      for (const person of [leader, office, designer]) {
        expect((await api.request(path.unitEdit(river, edit), { as: person })).status).toBe(403)
        expect((await send('river', edit, fresh, person)).status).toBe(403)
      }
  })

  test('ends at the units of the role: nothing else is moved, taken from, closed or merged', async () => {
    const person = at('river')
    await insertPerson(api.table, org, person)
    expect((await send('river', 'add', fresh, person)).status).toBe(303)
    const tries: readonly (readonly [string, UnitEdit, Record<string, string>])[] = [
      ['lake', 'add', { ...fresh, code: 'N2' }],
      ['cell-3', 'change', { ...fresh, code: 'N3' }],
      ['river', 'close', { confirm: 'R' }],
      ['river', 'move', { parent: 'R1' }],
      ['cell-3', 'merge', { into: 'this', other: 'cell-1', confirm: 'L1' }],
      ['bloc', 'close', { confirm: 'B' }],
    ]
    for (const [unit, edit, fields] of tries)
      expect((await send(unit, edit, fields, person)).status, `${edit} ${unit}`).toBe(403)
    for (const [edit, fields] of [
      ['move', { parent: 'L' }],
      ['merge', { into: 'this', lines: 'L1', confirm: 'R1' }],
      ['merge', { into: 'other', successor: 'L1', confirm: 'R1' }],
    ] as const)
      expect((await send('cell-1', edit, fields, person)).status, edit).toBe(422)
    expect((await verbs()).map(({ verb }) => verb)).toEqual(['unit.added'])
  })
})
