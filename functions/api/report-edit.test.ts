// A draft at its desk, over HTTP: sentences edited, kept and taken back, made again from newer figures, discussed.

import { beforeEach, describe, expect, test } from 'vitest'
import type { ReportId } from '../../shared/ids.ts'
import { describeProblem } from '../../shared/messages/problem.ts'
import { reportDeskMessages } from '../../shared/messages/report-desk.ts'
import { path } from '../../shared/paths.ts'
import { problem } from '../../shared/problems.ts'
import { longestEdit, mostEditing, sentencesOf, textOf } from '../../shared/report/edits.ts'
import { pageText } from '../../test/support/desk.ts'
import { type ReportDesk, reportDesk } from '../../test/support/report-desk.ts'
import { admin, inspector, lakeLeader, leader, office, org } from '../../test/support/scenario.ts'
import { readAudit } from '../store/audit.ts'
import { listComments, longestComment } from '../store/report-comments.ts'
import { saveReport } from '../store/reports.ts'

const m = reportDeskMessages.en
let desk: ReportDesk
let id: ReportId
beforeEach(async () => {
  desk = await reportDesk()
  id = await desk.make()
})

const sentences = async () => sentencesOf(await desk.document(id)).map(({ key, runs }) => ({ key, text: textOf(runs) }))
const first = async () => (await sentences())[0] ?? { key: '', text: '' }
/** The sentence with a figure that another response changes. */
const counted = async () => (await sentences()).find(({ text }) => text.includes('1/3')) ?? { key: '', text: '' }
const pdf = async () => (await desk.see(path.reportPdf(id))).text()
const verbs = async () => (await readAudit(desk.table, org, '2013-07', { limit: 20 })).entries.map(({ verb }) => verb)

test('a sentence is edited: the report says so everywhere, marked, and it is recorded', async () => {
  const { key, text } = await counted()
  const answer = await desk.edit(id, { act: 'edit', key, text: `${text} Ban đánh giá tốt.` })
  expect([answer.status, answer.headers.get('location')]).toEqual([303, path.reportEdit(id, key)])
  await desk.work()
  const block = (await desk.document(id)).blocks.find((one) => one.key === key)
  expect(block).toMatchObject({ byHand: 'edited' })
  expect(block?.type === 'paragraph' && block.runs.filter(({ source }) => source).length).toBeGreaterThan(0)
  expect(await pdf()).toContain('Ban đánh giá tốt.')
  const page = await desk.text(path.reportEdit(id))
  expect(page).toContain(`${m.edit.edited} · ${m.edit.by('office', '15 Jul 2013, 08:00')}`)
  expect(await desk.text(path.reports())).toContain(m.standing.edited)
  expect((await verbs())[0]).toBe('report.edited')
})

test('an edit is taken back, and the report is what was generated', async () => {
  const before = await desk.document(id)
  const { key } = await first()
  await desk.edit(id, { act: 'edit', key, text: 'Khác.' })
  expect(await desk.document(id)).not.toEqual(before)
  await desk.edit(id, { act: 'undo', key })
  expect(await desk.document(id)).toEqual(before)
})

test('a paragraph of one’s own stands under its heading', async () => {
  const heading = (await desk.document(id)).blocks.find(({ type }) => type === 'heading')?.key ?? ''
  await desk.edit(id, { act: 'add', key: heading, text: 'Một việc riêng.' })
  expect((await sentences()).map(({ text }) => text)).toContain('Một việc riêng.')
  await desk.edit(id, { act: 'own', key: 'own-1', text: 'Hai việc riêng.' })
  expect((await sentences()).map(({ text }) => text)).toContain('Hai việc riêng.')
  expect(await desk.text(path.reportEdit(id))).toContain(m.edit.own)
})

test('made again, edits are kept, and what has changed under them is told with the figures', async () => {
  const { key, text } = await counted()
  await desk.edit(id, { act: 'edit', key, text: `${text} Ban đánh giá tốt.` })
  await desk.submit(2, 'cell-2')
  desk.state.now = '2013-07-15T03:00:00.000Z'
  const again = await desk.postForm(path.reportAgain(id), { revision: await desk.revision(id) }, office)
  expect(again.status).toBe(303)
  const page = await desk.text(path.reportEdit(id))
  expect(page).toContain(m.edit.stale(1))
  expect(page).toContain(m.edit.figure('1/3', '2/3').replace('1/3', '1').replace('2/3', '2'))
  expect(await pdf()).toContain('Ban đánh giá tốt.')
  expect(await desk.text(path.reportIssue(id), leader)).toContain(m.issue.stale(1))
  await desk.edit(id, { act: 'keep', key })
  expect(await desk.text(path.reportEdit(id))).not.toContain(m.edit.stale(1))
  await desk.work()
  expect(await pdf()).toContain('Ban đánh giá tốt.')
  expect(await verbs()).toContain('report.made-again')
})

test('of two who saw the same draft, the second is told, and what was typed is still there', async () => {
  const [one, two] = await sentences()
  const revision = await desk.revision(id)
  await desk.edit(id, { act: 'edit', key: one?.key ?? '', text: 'Của người thứ nhất.' })
  const late = await desk.edit(id, { revision, act: 'edit', key: two?.key ?? '', text: 'Của người thứ hai.' }, leader)
  expect(late.status).toBe(409)
  const html = await late.text()
  expect(html).toContain('Của người thứ nhất.')
  expect(html).toContain('>Của người thứ hai.</textarea>')
  expect((await sentences()).map(({ text }) => text)).not.toContain('Của người thứ hai.')
})

test('two at once: one is stored, the other is told', async () => {
  const { key } = await first()
  const answers = await Promise.all(
    ['Một.', 'Hai.'].map((text) => desk.edit(id, { revision: '0', act: 'edit', key, text })),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
  expect((await desk.report(id)).edits?.sentences).toHaveLength(1)
})

test('that the schedule saw the PDF meanwhile is no change', async () => {
  const { key } = await first()
  const revision = await desk.revision(id)
  const report = await desk.report(id)
  const version = Number((await desk.table.get({ pk: `ORG#${org}#REPORTS`, sk: id }))?.['version'])
  expect(await saveReport(desk.table, { ...report, state: 'ready' }, version)).toBe(true)
  expect((await desk.edit(id, { revision, act: 'edit', key, text: 'Khác.' })).status).toBe(303)
})

test('what is too long, or stands nowhere, is refused, and nothing is stored', async () => {
  const { key } = await first()
  const long = await desk.edit(id, { act: 'edit', key, text: 'a'.repeat(longestEdit + 1) })
  expect([long.status, (await long.text()).includes('a'.repeat(longestEdit))]).toEqual([422, true])
  for (const fields of [
    { act: 'edit', key: 'khong-co/paragraph-1', text: 'a' },
    { act: 'add', key, text: 'a' },
    { act: 'add', key: 'ket-qua', text: ' ' },
    { act: 'undo', key },
    { act: 'erase', key },
  ])
    expect((await desk.edit(id, fields)).status, JSON.stringify(fields)).toBe(409)
  expect((await desk.report(id)).edits).toBeUndefined()
  const heading = (await desk.document(id)).blocks.find(({ type }) => type === 'heading')?.key ?? ''
  let status = 303
  for (let n = 0; status === 303 && n * longestEdit <= mostEditing; n += 1)
    status = (await desk.edit(id, { act: 'add', key: heading, text: 'b'.repeat(longestEdit - 10) })).status
  expect(status).toBe(422)
})

test('hostile text stays text, on the page and in the data', async () => {
  const { key } = await first()
  await desk.edit(id, { act: 'edit', key, text: '<script>alert(1)</script> =HYPERLINK("x")' })
  expect(await (await desk.see(path.reportEdit(id))).text()).not.toContain('<script>alert')
})

test('who may only answer, or leads another unit, neither sees nor edits it', async () => {
  const { key } = await first()
  for (const one of [inspector, lakeLeader]) {
    expect((await desk.see(path.reportEdit(id), one)).status).toBe(403)
    expect((await desk.edit(id, { act: 'edit', key, text: 'a' }, one)).status).toBe(403)
    expect((await desk.see(path.reportComments(id), one)).status).toBe(403)
  }
})

describe('comments', () => {
  const comment = (fields: Record<string, string>, as = leader) => desk.postForm(path.reportComments(id), fields, as)
  const stored = () => listComments(desk.table, org, id)

  test('are written by all who may read it, marked as done, and counted while they are open', async () => {
    expect((await comment({ act: 'add', text: 'Cần nêu rõ\r\nnguyên nhân.' })).status).toBe(303)
    desk.state.now = '2013-07-15T02:00:00.000Z'
    expect((await comment({ act: 'add', text: 'Đã nêu ở mục II.' }, admin)).status).toBe(303)
    const [one] = await stored()
    expect((await stored()).map(({ comment: { by, text } }) => [by, text])).toEqual([
      ['leader', 'Cần nêu rõ\nnguyên nhân.'],
      ['admin', 'Đã nêu ở mục II.'],
    ])
    expect(await desk.text(path.reportEdit(id))).toContain(m.tabs.comments(2))
    await comment({ act: 'done', comment: one?.id ?? '' }, office)
    expect((await stored())[0]?.comment.done).toEqual({ by: 'office', at: desk.state.now })
    expect(await desk.text(path.reportComments(id))).toContain(m.comments.done('office', '15 Jul 2013, 09:00'))
    await comment({ act: 'open', comment: one?.id ?? '' }, office)
    expect((await stored())[0]?.comment.done).toBeUndefined()
    expect((await verbs()).filter((verb) => verb === 'report.commented')).toHaveLength(4)
  })

  test('of two who mark one at once, both find it done, and it is recorded once', async () => {
    await comment({ act: 'add', text: 'Xem lại.' })
    const [one] = await stored()
    await Promise.all([office, leader].map((as) => comment({ act: 'done', comment: one?.id ?? '' }, as)))
    expect((await stored())[0]?.comment.done).toBeDefined()
    expect((await verbs()).filter((verb) => verb === 'report.commented')).toHaveLength(2)
  })

  test('need words, and not too many', async () => {
    for (const text of ['', '  \n', 'a'.repeat(longestComment + 1)])
      expect((await comment({ act: 'add', text })).status).toBe(422)
    expect(await stored()).toEqual([])
    expect(await desk.text(path.reportComments(id))).toContain(m.comments.none)
  })
})

describe('a report that an older version of the program made', () => {
  /** Its data as they were written then, under the name that the report knows them by. */
  const age = async (of: ReportId) => {
    const { content } = await desk.report(of)
    const key = `reports/${org}/${of}/${content}/report.json`
    const data = { ...JSON.parse(new TextDecoder().decode(desk.objects.stored.get(key))), version: 1 }
    desk.objects.stored.set(key, Buffer.from(JSON.stringify(data)))
  }

  test('is told from others wherever its document is read, and nothing of it is changed', async () => {
    const fields = await desk.issueFields(id)
    const [one] = await sentences()
    await age(id)
    const before = await desk.report(id)
    const pages = [path.report(id), path.reportEdit(id), path.reportIssue(id)]
    const answers = [
      ...(await Promise.all(pages.map((address) => desk.see(address)))),
      await desk.edit(id, { act: 'edit', key: one?.key ?? '', text: 'Khác.' }),
      await desk.postForm(path.reportIssue(id), fields, leader),
    ]
    const told = await Promise.all(answers.map(async (answer) => [answer.status, await pageText(answer)]))
    for (const [status, text] of told) {
      expect(status).toBe(404)
      expect(text).toContain(describeProblem(problem.reportOutdated(), 'en', 'Asia/Ho_Chi_Minh').title)
    }
    expect(await desk.report(id)).toEqual(before)
    expect(await pdf()).toContain('%PDF')
  })

  test('is corrected by none that would not say what it changed', async () => {
    await desk.issue(id)
    desk.state.now = '2013-07-15T03:00:00.000Z'
    const begun = await desk.postForm(path.reportCorrection(id), {}, office)
    const draft = (begun.headers.get('location') ?? '').split('/')[2] as ReportId
    await desk.work()
    const fields = await desk.issueFields(draft)
    await age(id)
    expect((await desk.postForm(path.reportIssue(draft), fields, leader)).status).toBe(404)
    expect((await desk.report(draft)).issue).toBeUndefined()
  })
})
