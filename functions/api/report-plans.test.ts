// The desk of periodic reports, over HTTP: set up, looked at, changed, stopped and resumed; and who may do none of it.

import { beforeEach, expect, test } from 'vitest'
import { asId, CampaignId, OrganisationId, PeriodId, ReportPlanId } from '../../shared/ids.ts'
import { formatMoment } from '../../shared/messages/number.ts'
import { describeProblem } from '../../shared/messages/problem.ts'
import { reportPlansMessages } from '../../shared/messages/report-plans.ts'
import type { Person } from '../../shared/organisation/access.ts'
import { path } from '../../shared/paths.ts'
import { type Problem, problem } from '../../shared/problems.ts'
import { type TestApi, testApi, testNow } from '../../test/support/api.ts'
import { hiddenField, pageText } from '../../test/support/desk.ts'
import {
  aCampaign,
  campaignId,
  designer,
  lakeLeader,
  leader,
  office,
  org,
  period,
  plan as scenarioPlan,
  store,
  unitId,
} from '../../test/support/scenario.ts'
import { tick } from '../schedule/tick.ts'
import { readAudit } from '../store/audit.ts'
import { saveCampaign } from '../store/campaigns.ts'
import { findVersionedPerson, replacePerson } from '../store/people.ts'
import { findStoredPlan, listStoredPlans, savePlan } from '../store/report-plans.ts'
import { listReports } from '../store/reports.ts'

const t = reportPlansMessages.en
const months = Array.from({ length: 12 }, (_, index) => asId(PeriodId, `2013-${String(index + 1).padStart(2, '0')}`))
const asking = (ids: readonly PeriodId[]) =>
  ids.map((id) => ({ id, opensAt: '2013-01-01T00:00:00.000Z', closesAt: null, graceDays: 10 }))

let api: TestApi
let now: string
beforeEach(async () => {
  now = testNow
  api = testApi({ now: () => now })
  await store(api.table, aCampaign({ periods: asking(months) }))
})

const roleField = 'campaign-campaign-results-results'
const fields = {
  titleVi: 'Kết quả khảo sát',
  titleEn: 'Results of the survey',
  template: 'campaign-results',
  [roleField]: campaignId as string,
  unit: 'B',
  scope: 'whole',
  every: 'period',
  reportSchedule: 'day-of-month',
  reportDay: '25',
  reportMonths: '0',
  reportHour: '7',
  reportLanguage: 'vi',
  reportPreset: 'party-2018',
  reportBodyAbove: 'ĐẢNG BỘ TỈNH',
  reportBody: 'ĐẢNG ỦY KHỐI',
  reportSymbol: 'BC/ĐUK',
  reportPlace: 'Hưng Yên',
  reportRecipients: 'Thường trực Tỉnh ủy\nLưu Văn phòng',
  reportAuthority: '',
  reportPost: 'PHÓ BÍ THƯ',
}
const see = (address: string, as: Person = office) => api.request(address, { as })
const text = async (address: string, as: Person = office) => pageText(await see(address, as))
const send = (address: string, changes: Record<string, string> = {}, as: Person = office) =>
  api.postForm(address, { ...fields, ...changes }, as)
const titleOf = (of: Problem) => describeProblem(of, 'en', 'Asia/Ho_Chi_Minh').title
const stored = async () =>
  (await listStoredPlans(api.table, org)).map(({ plan }) => plan).filter(({ id }) => id !== scenarioPlan.id)

/** Sets one up as a person does; answers its id. */
async function create(changes: Record<string, string> = {}, as: Person = office): Promise<ReportPlanId> {
  const id = hiddenField(await (await see(path.newReportPlan(), as)).text(), 'id')
  const answer = await send(path.reportPlans(), { id, ...changes }, as)
  expect([answer.status, answer.headers.get('location')]).toEqual([303, `/report-plans/${id}`])
  return asId(ReportPlanId, id)
}

/** Sends a form with what its page carries, as a browser does. */
async function edit(id: ReportPlanId, changes: Record<string, string>, as: Person = office): Promise<Response> {
  const address = path.reportPlanStep(id, 'edit')
  return send(address, { ...(await carried(address)), ...changes }, as)
}
async function carried(address: string) {
  const html = await (await see(address)).text()
  return { version: hiddenField(html, 'version'), was: hiddenField(html, 'was').replaceAll('&amp;', '&') }
}
const moment = (iso: string) => formatMoment(iso, 'en', 'Asia/Ho_Chi_Minh')
const runSchedule = () => tick({ ...api.deps, mail: undefined })

test('who has none is told what to do, and chooses among the templates', async () => {
  const page = await (await see(path.reportPlans(), lakeLeader)).text()
  expect(page).toContain(t.list.none)
  expect(page).toContain(t.list.noneNext)
  expect(page).toContain(`href="${path.newReportPlan('campaign-results')}"`)
  const form = await (await see(path.newReportPlan('campaign-results'), lakeLeader)).text()
  expect(form).toMatch(/value="campaign-results" checked/)
  expect(form).toContain('value="Kết quả đợt"')
  // The only campaign that fits, and the only unit, are filled in.
  expect(form).toContain(`<option value="${campaignId}" selected`)
  expect(form).toContain('value="L – Đảng bộ Hồ"')
  expect((await see(path.reportPlans(), designer)).status).toBe(403)
})

test('it is set up, shows its dates and stands in the list and in the audit log', async () => {
  const id = await create()
  const [plan] = await stored()
  expect(plan).toMatchObject({
    id,
    title: { vi: 'Kết quả khảo sát', en: 'Results of the survey' },
    template: 'campaign-results',
    campaigns: { results: campaignId },
    unitId: unitId('bloc'),
    scope: 'whole',
    every: 'period',
    schedule: { kind: 'day-of-month', day: 25, monthsAfter: 0, hour: 7 },
    since: testNow,
    recipients: ['Thường trực Tỉnh ủy', 'Lưu Văn phòng'],
  })
  const page = await text(path.reportPlan(id))
  // The first of the ten dates that lie ahead, and the last; two periods' day had passed.
  expect(page).toContain(moment('2013-03-25T00:00:00.000Z'))
  expect(page).toContain(moment('2013-12-25T00:00:00.000Z'))
  expect(page).toContain(t.dates.passed(2))
  const list = await text(path.reportPlans())
  expect(list).toContain(t.list.next('March 2013', moment('2013-03-25T00:00:00.000Z')))
  expect(list).toContain(t.list.noLast)
  const { entries } = await readAudit(api.table, org, '2013-03', { limit: 10 })
  expect(entries.map(({ verb, subject, unitId: at }) => [verb, subject, at])).toEqual([
    ['report-plan.created', path.reportPlan(id), 'bloc'],
  ])
})

test('two presses make one plan', async () => {
  const id = await create()
  const again = await send(path.reportPlans(), { id })
  expect([again.status, again.headers.get('location')]).toEqual([303, path.reportPlan(id)])
  expect(await stored()).toHaveLength(1)
})

test('what is wrong is named at its field, nothing typed is lost, nothing is stored', async () => {
  const wrong = { titleVi: '', [roleField]: '', unit: 'X', reportDay: '32', reportPost: ' ', reportRecipients: '' }
  const answer = await send(path.reportPlans(), wrong)
  expect(answer.status).toBe(422)
  const html = await answer.text()
  for (const name of ['titleVi', roleField, 'unit', 'reportDay', 'reportPost', 'reportRecipients'])
    expect(html, name).toContain(`href="#${name}"`)
  expect(html).toContain('value="Results of the survey"')
  expect(html).toContain('value="32"')
  expect(html).toContain('value="X"')
  expect(html).toContain('value="ĐẢNG BỘ TỈNH"')
  expect(await stored()).toEqual([])
  const none = await send(path.reportPlans(), { template: 'of-no-kind' })
  expect(await none.text()).toContain('href="#template"')
})

test('the dates are worked out from the fields as they are typed, whatever else is missing', async () => {
  const typed = { titleVi: '', reportPost: '', reportSchedule: 'working-day', reportWhich: 'last', reportHour: '9' }
  const answer = await send(path.newReportPlanLook(), typed)
  expect(answer.status).toBe(200)
  const page = await pageText(answer)
  expect(page).toContain(t.dates.title)
  // 31 March 2013 is a Sunday.
  expect(page).toContain(moment('2013-03-29T02:00:00.000Z'))
  expect(await stored()).toEqual([])
  const quarters = await pageText(await send(path.newReportPlanLook(), { every: 'quarter' }))
  expect(quarters).toContain('quarter 4 of 2013')
  expect(quarters).not.toContain('May 2013')
  const byHand = await pageText(await send(path.newReportPlanLook(), { reportSchedule: 'by-hand', reportDay: 'x' }))
  expect(byHand).toContain(t.dates.byHand)
})

test('ten dates are shown, of more the number', async () => {
  now = '2012-12-31T00:00:00.000Z'
  const page = await pageText(await send(path.newReportPlanLook()))
  expect(page).toContain('October 2013')
  expect(page).not.toContain('November 2013')
  expect(page).toContain(t.dates.more(2))
})

test('periods that the campaigns do not have in common are a fault', async () => {
  const other = aCampaign({ id: asId(CampaignId, 'committees'), kind: 'unit-report', periods: asking([period]) })
  await saveCampaign(api.table, other, 0)
  const both = {
    template: 'cell-quality',
    'campaign-cell-quality-cells': campaignId as string,
    'campaign-cell-quality-committees': other.id as string,
  }
  const answer = await send(path.reportPlans(), both)
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('href="#every"')
  await create({ ...both, every: 'half' })
  // A survey of cells is no report of committees.
  const swapped = await send(path.reportPlans(), { ...both, 'campaign-cell-quality-committees': campaignId })
  expect(await swapped.text()).toContain('href="#campaign-cell-quality-committees"')
})

test('it is changed; what was due before its dates were changed is not made by itself', async () => {
  const id = await create()
  now = '2013-03-26T00:00:00.000Z'
  expect((await edit(id, { titleVi: 'Tên khác' })).status).toBe(303)
  expect(await stored()).toMatchObject([{ title: { vi: 'Tên khác' }, since: testNow }])
  expect((await edit(id, { reportDay: '20' })).status).toBe(303)
  expect(await stored()).toMatchObject([{ schedule: { day: 20 }, since: now }])
  const { entries } = await readAudit(api.table, org, '2013-03', { limit: 1 })
  expect(entries).toMatchObject([{ verb: 'report-plan.changed', subject: path.reportPlan(id) }])
})

test('two who change it are told of each other', async () => {
  const id = await create()
  const address = path.reportPlanStep(id, 'edit')
  const before = await carried(address)
  expect((await edit(id, { reportDay: '12', reportPost: 'BÍ THƯ' })).status).toBe(303)
  const answer = await send(address, { ...before, reportDay: '20' })
  expect(answer.status).toBe(409)
  const html = await answer.text()
  expect(html).toContain(titleOf(problem.reportPlanChanged()))
  expect(html).toContain('<ins>BÍ THƯ</ins>')
  expect(html).toContain('<ins>12</ins>')
  expect(html).toContain('value="20"')
  expect(await stored()).toMatchObject([{ schedule: { day: 12 } }])
})

test('a look at the dates keeps the version that was filled in over', async () => {
  const id = await create()
  const before = await carried(path.reportPlanStep(id, 'edit'))
  expect((await edit(id, { reportDay: '12' })).status).toBe(303)
  const looked = await send(path.reportPlanStep(id, 'look'), { ...before, reportDay: '20' })
  expect(hiddenField(await looked.text(), 'version')).toBe(before.version)
  expect(await stored()).toMatchObject([{ schedule: { day: 12 } }])
})

test('stopped, nothing is made; resumed, only what becomes due from then on', async () => {
  const id = await create()
  const made = async () => (await listReports(api.table, org, 100)).reports.filter(({ report }) => report.planId === id)
  const change = async (step: 'stop' | 'resume') => {
    const address = path.reportPlanStep(id, step)
    const version = hiddenField(await (await see(address)).text(), 'version')
    return api.postForm(address, { version }, office)
  }
  expect((await change('stop')).status).toBe(303)
  now = '2013-03-26T00:00:00.000Z'
  await runSchedule()
  expect(await made()).toEqual([])
  expect(await text(path.reportPlan(id))).toContain(t.show.isStopped)
  expect(await text(path.reportPlans())).toContain(t.list.stopped)
  expect((await change('resume')).status).toBe(303)
  await runSchedule()
  expect(await made()).toEqual([])
  now = '2013-04-26T00:00:00.000Z'
  await runSchedule()
  expect((await made()).map(({ report }) => report.periodId)).toEqual(['2013-04'])
  const { entries } = await readAudit(api.table, org, '2013-03', { limit: 2 })
  expect(entries.map(({ verb }) => verb)).toEqual(['report-plan.resumed', 'report-plan.stopped'])
  // What is done already changes nothing.
  expect((await see(path.reportPlanStep(id, 'resume'))).status).toBe(302)
})

test('a stop over a plan that somebody has changed stops nothing', async () => {
  const id = await create()
  const address = path.reportPlanStep(id, 'stop')
  const version = hiddenField(await (await see(address)).text(), 'version')
  await edit(id, { reportDay: '12' })
  expect((await api.postForm(address, { version }, office)).status).toBe(409)
  expect((await stored())[0]?.isStopped).toBeUndefined()
})

test('nobody sets one up for a unit of others, or reads campaigns that have nothing there', async () => {
  const elsewhere = await send(path.reportPlans(), { unit: 'R' }, lakeLeader)
  expect(elsewhere.status).toBe(422)
  expect(await elsewhere.text()).toContain('href="#unit"')
  const above = await send(path.reportPlans(), { unit: 'B' }, lakeLeader)
  expect(above.status).toBe(422)
  const river = aCampaign({ id: asId(CampaignId, 'river-own'), unitId: unitId('river'), periods: asking(months) })
  await saveCampaign(api.table, { ...river, title: { vi: 'Riêng của Sông' } }, 0)
  expect(await text(path.newReportPlan(), lakeLeader)).not.toContain('Riêng của Sông')
  const theirs = await send(path.reportPlans(), { unit: 'L', [roleField]: river.id }, lakeLeader)
  expect(theirs.status).toBe(422)
  expect(await theirs.text()).toContain(`href="#${roleField}"`)
  const draft = aCampaign({ id: asId(CampaignId, 'draft'), state: 'draft', periods: asking(months) })
  await saveCampaign(api.table, draft, 0)
  expect((await send(path.reportPlans(), { [roleField]: draft.id })).status).toBe(422)
  expect(await stored()).toEqual([])
  await create({ unit: 'L' }, lakeLeader)
})

test('a plan is moved only to a unit where one makes reports, with campaigns that reach it', async () => {
  const id = await create({ unit: 'L' }, lakeLeader)
  const address = path.reportPlanStep(id, 'edit')
  const moved = await send(address, { ...(await carried(address)), unit: 'R' }, lakeLeader)
  expect(moved.status).toBe(422)
  expect(await stored()).toMatchObject([{ unitId: 'lake' }])
})

test('ids that are guessed open nothing', async () => {
  const id = await create()
  for (const step of ['edit', 'stop', 'resume'] as const) {
    expect((await see(path.reportPlanStep(id, step), lakeLeader)).status).toBe(403)
    expect((await send(path.reportPlanStep(id, step), {}, lakeLeader)).status).toBe(403)
  }
  expect((await see(path.reportPlan(id), lakeLeader)).status).toBe(403)
  expect(await text(path.reportPlans(), lakeLeader)).not.toContain('Results of the survey')
  const nobody = asId(ReportPlanId, 'p-nobody')
  expect((await see(path.reportPlan(nobody))).status).toBe(404)
  const [plan] = await stored()
  if (!plan) throw new Error('no plan')
  await savePlan(api.table, { ...plan, id: nobody, organisationId: asId(OrganisationId, 'other') }, 0)
  expect((await see(path.reportPlan(nobody))).status).toBe(404)
  // An id that is taken by a plan of units above is nobody else's to write over.
  const taken = await send(path.reportPlans(), { id, unit: 'L' }, lakeLeader)
  expect(taken.status).toBe(404)
  expect((await findStoredPlan(api.table, org, id))?.plan.unitId).toBe('bloc')
  const disguised = await send(path.reportPlans(), { id: `of-${campaignId}` })
  expect(disguised.headers.get('location')).not.toContain('of-')
})

test('who loses the role at the unit loses its plans', async () => {
  const id = await create({}, leader)
  expect((await see(path.reportPlan(id), leader)).status).toBe(200)
  const found = await findVersionedPerson(api.table, org, leader.id)
  if (!found) throw new Error('no leader')
  const moved = { ...leader, roles: [{ role: 'leader', unitId: unitId('lake') }] } as const
  await replacePerson(api.table, org, { ...moved, roles: [...moved.roles] }, found)
  expect((await see(path.reportPlan(id), leader)).status).toBe(403)
  expect((await edit(id, { titleVi: 'Không còn quyền' }, leader)).status).toBe(403)
  expect((await api.postForm(path.reports(), { plan: id, period: '2013-01' }, leader)).status).toBe(403)
  expect(await text(path.reportPlans(), leader)).not.toContain('Results of the survey')
  expect(await stored()).toMatchObject([{ title: { vi: 'Kết quả khảo sát' } }])
})

test('a campaign’s own report is in the list and leads to the campaign, and is changed nowhere else', async () => {
  const [plan] = await create().then(stored)
  if (!plan) throw new Error('no plan')
  const { language, preset, header, recipients, sign, schedule, since } = plan
  const report = {
    template: 'campaign-results',
    role: 'results',
    language,
    preset,
    header,
    recipients,
    sign,
    schedule,
    since,
  } as const
  await saveCampaign(api.table, aCampaign({ periods: asking(months), report }), 1)
  const own = asId(ReportPlanId, `of-${campaignId}`)
  const list = await (await see(path.reportPlans())).text()
  expect(list).toContain(`href="${path.reportPlan(own)}"`)
  expect(list).toContain(`href="${path.campaignStep(campaignId, 'more')}"`)
  const page = await (await see(path.reportPlan(own))).text()
  expect(page).toContain(t.show.ofCampaign('Cell survey'))
  expect(page).not.toContain(path.reportPlanStep(own, 'edit'))
  for (const step of ['edit', 'stop', 'resume'] as const) {
    const answer = await send(path.reportPlanStep(own, step))
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain(titleOf(problem.reportPlanOfCampaign()))
  }
  expect((await see(path.reportPlan(own), lakeLeader)).status).toBe(403)
})

test('a plan whose campaign is gone still has its page', async () => {
  const id = await create()
  const found = await findStoredPlan(api.table, org, id)
  if (!found) throw new Error('no plan')
  const lost = { ...found.plan, campaigns: { results: asId(CampaignId, 'gone') } }
  await savePlan(api.table, lost, found.version)
  const page = await text(path.reportPlan(id))
  expect(page).toContain(t.show.lostCampaign)
  expect(page).toContain(t.show.noPeriods)
  expect(await text(path.reportPlans())).toContain(t.list.noNext)
  expect((await edit(id, {})).status).toBe(303)
})
