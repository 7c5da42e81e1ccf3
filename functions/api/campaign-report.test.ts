// A campaign's own report, over HTTP: chosen in its step with letterhead, signatory and dates; looked at before it is stored;
// made by the tick when it is due, and read under Reports; changed, stopped and copied.

import * as v from 'valibot'
import { beforeEach, expect, test } from 'vitest'
import { asId, CampaignId, PeriodId, ReportPlanId } from '../../shared/ids.ts'
import { campaignMessages } from '../../shared/messages/campaigns.ts'
import { describeProblem } from '../../shared/messages/problem.ts'
import { resultsMessages } from '../../shared/messages/results.ts'
import { path } from '../../shared/paths.ts'
import { problem } from '../../shared/problems.ts'
import { ReportDocument } from '../../shared/report/document.ts'
import { surveyResults } from '../../shared/report/templates/survey-results.ts'
import { type TestApi, testApi, testNow } from '../../test/support/api.ts'
import { hiddenField, pageText } from '../../test/support/desk.ts'
import {
  aCampaign,
  aSubmission,
  campaignId,
  inspector,
  lakeLeader,
  leader,
  office,
  org,
  period,
  responseId,
  store,
  unitId,
} from '../../test/support/scenario.ts'
import { reportFiles } from '../report-files.ts'
import { makeReport, ReportJob } from '../schedule/make-report.ts'
import { tick } from '../schedule/tick.ts'
import { readAudit } from '../store/audit.ts'
import { saveCampaign } from '../store/campaigns.ts'
import { findPrepared } from '../store/prepared-campaigns.ts'
import { findPlan, listPlans } from '../store/report-plans.ts'
import { findReport, listReports, reportFolder } from '../store/reports.ts'

const m = campaignMessages.en
const t = m.step.report
const planId = asId(ReportPlanId, `of-${campaignId}`)
const [h1, h2] = [period, asId(PeriodId, '2013-H2')]
const campaign = aCampaign({
  periods: [h1, h2].map((id) => ({ id, opensAt: '2013-01-01T00:00:00.000Z', closesAt: null, graceDays: 10 })),
})

let api: TestApi
let now: string
beforeEach(async () => {
  now = testNow
  api = testApi({ now: () => now })
  await store(api.table, campaign)
})

const address = path.campaignStep(campaignId, 'more')
const fields = {
  reportTemplate: 'campaign-results',
  reportLanguage: 'vi',
  reportPreset: 'party-2018',
  reportBodyAbove: 'ĐẢNG BỘ TỈNH',
  reportBody: 'ĐẢNG ỦY KHỐI',
  reportSymbol: 'BC/ĐUK',
  reportPlace: 'Hưng Yên',
  reportRecipients: 'Thường trực Tỉnh ủy\n\nLưu Văn phòng',
  reportAuthority: 'T/M BAN THƯỜNG VỤ',
  reportPost: 'PHÓ BÍ THƯ',
  reportSchedule: 'days-after',
  reportDays: '10',
  reportHour: '7',
  languages: 'Tiếng Việt (vi)',
}
const see = (where: string, as = office) => api.request(where, { as })
async function carried() {
  const html = await (await see(address)).text()
  return { version: hiddenField(html, 'version'), was: hiddenField(html, 'was').replaceAll('&amp;', '&') }
}
const save = async (changes: Record<string, string> = {}) =>
  api.postForm(address, { ...(await carried()), ...fields, ...changes }, office)
const stored = async () => (await findPrepared(api.table, org, campaignId))?.campaign.report

/** Ticks, and works on what was asked for, as the queue does; how many reports were asked for. */
async function runSchedule(): Promise<number> {
  const jobs: unknown[] = []
  const deps = { ...api.deps, mail: undefined, reportQueue: { send: async (body: object) => void jobs.push(body) } }
  await tick(deps)
  for (const job of jobs) await makeReport(deps, v.parse(ReportJob, job))
  return jobs.length
}
/** The reports of the campaign itself; the scenario has another one beside it. */
const reports = async () =>
  (await listReports(api.table, org, 50)).reports.filter(({ report }) => report.planId === planId)

test('a report is chosen with its letterhead, signatory and dates, shown before it is stored, and recorded', async () => {
  const looked = await pageText(
    await api.postForm(path.campaignLook(campaignId, 'more'), { ...(await carried()), ...fields }, office),
  )
  expect(looked).toContain('10 Jul 2013, 07:00')
  expect(looked).toContain('10 Jan 2014, 07:00')
  expect(await stored()).toBeUndefined()
  expect((await save()).status).toBe(303)
  expect(await stored()).toEqual({
    template: 'campaign-results',
    role: 'results',
    language: 'vi',
    preset: 'party-2018',
    header: { bodyAbove: 'ĐẢNG BỘ TỈNH', body: 'ĐẢNG ỦY KHỐI', documentSymbol: 'BC/ĐUK', place: 'Hưng Yên' },
    recipients: ['Thường trực Tỉnh ủy', 'Lưu Văn phòng'],
    sign: { authority: 'T/M BAN THƯỜNG VỤ', post: 'PHÓ BÍ THƯ' },
    schedule: { kind: 'days-after', days: 10, hour: 7 },
    since: testNow,
  })
  const { entries } = await readAudit(api.table, org, '2013-03', { limit: 5 })
  expect(entries[0]).toMatchObject({ verb: 'campaign.changed', by: office.id, details: 'more' })
  const page = await (await see(path.campaign(campaignId))).text()
  expect(page).toContain(`href="${path.reports()}"`)
  expect(page).toContain('10 Jul 2013, 07:00')
})

test('a state body and a letterhead of one’s own have other needs, and the check list looks at the symbol', async () => {
  const preset = 'state-2020'
  const state = { reportPreset: preset, reportBodyAbove: '', reportSymbol: 'BC-UBND', reportAuthority: 'TM. UBND' }
  expect((await save(state)).status).toBe(303)
  expect(await stored()).toMatchObject({ preset, header: { bodyAbove: '', documentSymbol: 'BC-UBND' } })
  const checks = async () => pageText(await see(path.campaignStep(campaignId, 'check')))
  const own = { reportPreset: 'plain', reportSymbol: '', reportLogo: 'HK' }
  expect((await save(own)).status).toBe(303)
  expect(await stored()).toMatchObject({ preset: 'plain', header: { documentSymbol: '', logo: 'HK' } })
  expect((await save({ reportPreset: 'party-2018', reportBodyAbove: '', reportSymbol: '' })).status).toBe(422)
  expect((await save({ reportPreset: 'another' })).status).toBe(422)
  expect(await checks()).toContain(m.check.items['report-symbol'].done)
})

test('what the report lacks is named at its field, and nothing is stored', async () => {
  const answer = await save({ reportSymbol: ' ', reportRecipients: '\n', reportPost: '', reportDays: '-1' })
  expect(answer.status).toBe(422)
  const html = await answer.text()
  for (const name of ['reportSymbol', 'reportRecipients', 'reportPost', 'reportDays'])
    expect(html).toContain(`href="#${name}"`)
  expect(html).toContain('value="ĐẢNG BỘ TỈNH"')
  expect(await stored()).toBeUndefined()
})

test('it is made when it is due, once, also after days of being off, and who may read it finds it', async () => {
  await save()
  const submission = aSubmission({ id: responseId(1), unit: unitId('cell-1') })
  expect((await api.postJson('/api/responses', submission, inspector)).status).toBe(201)
  await runSchedule()
  expect(await reports()).toEqual([])
  now = '2013-08-20T00:00:00.000Z'
  await runSchedule()
  expect(await runSchedule()).toBe(0)
  const [made, ...others] = await reports()
  expect([made?.report.periodId, others]).toEqual([h1, []])
  const folder = made && reportFolder(made.report)
  const data = api.objects.stored.get(reportFiles(folder ?? '').data)
  const document = v.parse(ReportDocument, JSON.parse(new TextDecoder().decode(data)))
  expect(document.subject).toBe('kết quả đợt “Khảo sát chi bộ” 6 tháng đầu năm 2013')
  const text = JSON.stringify(document.blocks)
  expect(text).toContain('Chi bộ Sông 2, Chi bộ Hồ 1')
  expect(text).toContain(resultsMessages.vi.noBefore)
  expect(await pageText(await see(path.reports(), leader))).toContain(resultsMessages.en.title('Cell survey'))
  expect(await pageText(await see(path.reports(), lakeLeader))).not.toContain(resultsMessages.en.title('Cell survey'))
})

test('the second period is compared with the first', async () => {
  await save()
  for (const [n, when] of [h1, h2].entries()) {
    const submission = aSubmission({ id: responseId(n), period: when, answers: { meetings: 10 + n } })
    expect((await api.postJson('/api/responses', submission, inspector)).status).toBe(201)
  }
  now = '2014-02-01T00:00:00.000Z'
  await runSchedule()
  const second = (await reports()).find(({ report }) => report.periodId === h2)
  const folder = second && reportFolder(second.report)
  const text = new TextDecoder().decode(api.objects.stored.get(reportFiles(folder ?? '').data))
  expect(text).toContain('"text":"+1,0"')
})

test('other dates make nothing for days that have passed; the report is made by hand instead', async () => {
  now = '2013-08-20T00:00:00.000Z'
  await save()
  await runSchedule()
  expect(await reports()).toEqual([])
  expect(await pageText(await see(address))).toContain(t.passed(1))
  const asked = await api.postForm(path.reports(), { plan: planId, period: h1 }, office)
  expect(asked.status).toBe(303)
  expect((await reports()).map(({ report }) => [report.periodId, report.requestedBy])).toEqual([[h1, office.id]])
})

test('stopped, it is made no more, and what was made stays readable', async () => {
  await save()
  now = '2013-07-20T00:00:00.000Z'
  await runSchedule()
  expect((await save({ reportTemplate: 'none' })).status).toBe(303)
  expect((await findPlan(api.table, org, planId))?.isStopped).toBe(true)
  now = '2014-02-01T00:00:00.000Z'
  await runSchedule()
  expect((await reports()).map(({ report }) => report.periodId)).toEqual([h1])
  const page = await (await see(path.reports(), leader)).text()
  expect(page).toContain('Results of')
  expect(page).not.toContain(`name="plan" value="${planId}"`)
  const [made] = await reports()
  expect(made && (await findReport(api.table, org, made.report.id))).toBeDefined()
  expect(await pageText(await see(path.campaign(campaignId)))).not.toContain('10 Jan 2014, 07:00')
  // What was typed is still in the fields, for whoever takes it up again.
  expect(await (await see(address)).text()).toContain('value="PHÓ BÍ THƯ"')
})

test('two who change it are told of each other', async () => {
  await save()
  const before = await carried()
  expect((await save({ reportDays: '12', reportPost: 'BÍ THƯ' })).status).toBe(303)
  const answer = await api.postForm(address, { ...before, ...fields, reportDays: '20' }, office)
  expect(answer.status).toBe(409)
  const html = await answer.text()
  expect(html).toContain(describeProblem(problem.campaignChanged(), 'en', 'Asia/Ho_Chi_Minh').title)
  expect(html).toContain('<ins>BÍ THƯ</ins>')
  expect(html).toContain('<ins>12</ins>')
  expect(html).toContain('value="20"')
  expect((await stored())?.schedule).toEqual({ kind: 'days-after', days: 12, hour: 7 })
})

test('the copy for next year carries it, and nothing is made of a draft', async () => {
  await save()
  const question = path.campaignChange(campaignId, 'copy')
  const version = hiddenField(await (await see(question)).text(), 'version')
  const answer = await api.postForm(question, { version }, office)
  const id = asId(CampaignId, (answer.headers.get('location') ?? '').split('/')[2] ?? '')
  const copy = (await findPrepared(api.table, org, id))?.campaign
  expect(copy?.report).toEqual(await stored())
  expect((await listPlans(api.table, org)).map((plan) => plan.id)).toEqual(['plan', planId])
  const list = await pageText(await see(path.campaignStep(id, 'check')))
  for (const key of ['report', 'report-fits', 'report-symbol', 'report-indicators'] as const)
    expect(list).toContain(m.check.items[key].done)
  // Its periods close by hand.
  expect(list).toContain(m.check.items['report-dates'].not)
})

test('the check list says what a report lacks, and a template that does not fit keeps a campaign from opening', async () => {
  const id = asId(CampaignId, 'next')
  const report = await save().then(stored)
  if (!report) throw new Error('no report')
  const draft = aCampaign({ id, state: 'draft', indicators: [], report })
  await saveCampaign(api.table, draft, 0)
  const list = async () => pageText(await see(path.campaignStep(id, 'check')))
  expect(await list()).toContain(m.check.items['report-indicators'].not)
  expect(await list()).toContain(m.check.items['report-symbol'].done)
  await saveCampaign(api.table, { ...draft, kind: 'member-survey' }, 1)
  expect(await list()).toContain(m.check.items['report-fits'].not)
  expect(await pageText(await see(path.campaignStep(id, 'more')))).toContain(surveyResults.name.en)
  const { report: _, ...without } = draft
  await saveCampaign(api.table, without, 2)
  expect(await list()).toContain(m.check.items.report.not)
})
