// The library of reports, over HTTP: narrowed by what it says of each report, read on from page to page, and no further than one's own.

import { beforeEach, expect, test } from 'vitest'
import { asId, ReportPlanId } from '../../shared/ids.ts'
import { reportPageMessages } from '../../shared/messages/report-page.ts'
import type { Person } from '../../shared/organisation/access.ts'
import { path } from '../../shared/paths.ts'
import { type TestApi, testApi } from '../../test/support/api.ts'
import { pageText } from '../../test/support/desk.ts'
import { lakeLeader, leader, office, period, plan, store, unitId } from '../../test/support/scenario.ts'
import { savePlan } from '../store/report-plans.ts'
import { insertReport, newReport, type Report } from '../store/reports.ts'

const t = reportPageMessages.en.list
const children = {
  ...plan,
  id: asId(ReportPlanId, 'children'),
  scope: 'children',
  title: { vi: 'Kết quả của {unit}' },
} as const

let api: TestApi
beforeEach(async () => {
  api = testApi({ now: () => '2013-08-01T00:00:00.000Z' })
  await store(api.table)
  await savePlan(api.table, { ...children, title: { ...children.title } }, 0)
})

/** A report that was asked for on the n-th hour. */
async function report(of: typeof plan, n: number, changes: Partial<Report> = {}): Promise<Report> {
  const requestedAt = new Date(Date.UTC(2013, 6, 1, n)).toISOString()
  const made = newReport(of, { periodId: period, requestedAt, requestedBy: 'schedule' })
  const whole: Report = { ...made, state: 'ready', content: 'x'.repeat(43), ...changes }
  await insertReport(api.table, whole)
  return whole
}
const at = (unit: string) => ({ ...children, title: { ...children.title }, unitId: unitId(unit) })

const see = (query: Record<string, string> = {}, as: Person = office) => api.request(path.reports(query), { as })
/** The reports of a page, by their headings. */
async function found(query: Record<string, string> = {}, as: Person = office): Promise<string[]> {
  const html = await (await see(query, as)).text()
  const headings = [...html.matchAll(/<article[^>]*><h3[^>]*>([^<]*)<\/h3>/g)].map(([, text = '']) => text)
  return headings.filter((text) => /của/.test(text))
}
const river = 'Kết quả của Đảng bộ Sông'
const lake = 'Kết quả của Đảng bộ Hồ'

test('by words without their marks, by unit, plan, period and state', async () => {
  await report(plan, 1)
  await report(at('river'), 2)
  await report(at('lake'), 3, { state: 'requested', content: null })
  expect(await found()).toEqual([lake, river])
  expect(await found({ q: 'dang bo song' })).toEqual([river])
  expect(await found({ unit: 'L' })).toEqual([lake])
  expect(await found({ plan: plan.id })).toEqual([])
  expect(await pageText(await see({ plan: plan.id }))).toContain('Quality of cells')
  expect(await found({ plan: children.id, period })).toEqual([lake, river])
  expect(await found({ period: '2012' })).toEqual([])
  expect(await found({ state: 'making' })).toEqual([lake])
  expect(await found({ state: 'issued' })).toEqual([])
  expect(await pageText(await see({ state: 'issued' }))).toContain(t.noMatch)
  expect(await pageText(await see())).toContain(t.making(1))
})

test('issued ones are found by their number, and apart from those withdrawn', async () => {
  const issue: NonNullable<Report['issue']> = {
    ...{ number: 12, date: '2013-07-15' as never, place: 'Hà Nội', hasQr: false, by: office.id },
    at: '2013-07-15T00:00:00.000Z',
    signatory: { authority: null, post: 'TRƯỞNG BAN', name: 'Trần Văn A' },
    body: { above: 'ĐẢNG ỦY KHỐI', name: 'BAN TỔ CHỨC' },
    documentNumber: 'Số 12-BC/BTC',
    subject: 'x',
    code: 'K7M42XQ9PD3W0A1B' as never,
    files: { pdf: { sha256: 'a'.repeat(64), size: 5 } },
  }
  await report(at('river'), 1, { issue })
  const withdrawn = { by: office.id, at: issue.at, reason: 'Nhầm' }
  await report(at('lake'), 2, { issue: { ...issue, documentNumber: 'Số 13-BC/BTC', withdrawn } })
  expect(await found({ q: '12-BC' })).toEqual([river])
  expect(await found({ state: 'issued' })).toEqual([river])
  expect(await found({ state: 'withdrawn' })).toEqual([lake])
  expect(await found({ state: 'draft' })).toEqual([])
})

test('pages go on where the last one ended, with the filters that were set', async () => {
  for (let n = 0; n < 45; n += 1) await report(at(n % 9 === 0 ? 'lake' : 'river'), n)
  const next = async (html: string) => /href="([^"]*before=[^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&')
  const first = await (await see()).text()
  expect(await found()).toHaveLength(20)
  const second = await next(first)
  const third = await next(await (await api.request(second ?? '', { as: office })).text())
  const last = await (await api.request(third ?? '', { as: office })).text()
  expect(last.match(/<article/g)).toHaveLength(5)
  expect(await next(last)).toBeUndefined()
  expect(last).toContain(t.first)
  expect(await found({ unit: 'L' })).toEqual([lake, lake, lake, lake, lake])
  const searched = await (await see({ q: 'song' })).text()
  expect(await next(searched)).toContain('q=song')
})

test('nobody finds what is not theirs, whatever is asked for', async () => {
  await report(plan, 1)
  await report(at('river'), 2)
  await report(at('lake'), 3)
  for (const query of [{}, { q: 'song' }, { unit: 'R' }, { plan: plan.id }, { plan: children.id }]) {
    const page = await (await see(query, lakeLeader)).text()
    expect(page).not.toContain('Đảng bộ Sông')
    expect(page).not.toContain('Quality of cells')
  }
  expect(await found({}, lakeLeader)).toEqual([lake])
  expect(await found({}, leader)).toEqual([lake, river])
})

test('what can’t be read in the address narrows nothing', async () => {
  await report(at('river'), 1)
  expect(await found({ state: 'x', period: 'y', plan: '?', before: '../' })).toEqual([river])
  expect((await see({ q: 'x'.repeat(500) })).status).toBe(200)
})
