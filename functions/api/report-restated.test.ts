// Answers that come late, or are corrected, change figures that were issued: the issued report's page says so to those who may
// correct it, and the next period's report says "was / is".

import { beforeEach, expect, test } from 'vitest'
import { asId, PeriodId, type ReportId, ReportPlanId } from '../../shared/ids.ts'
import { path } from '../../shared/paths.ts'
import type { TableBlock } from '../../shared/report/document.ts'
import { reportDesk } from '../../test/support/report-desk.ts'
import {
  aCampaign,
  aSubmission,
  campaignId,
  period as first,
  inspector,
  lakeLeader,
  leader,
  office,
  org,
  plan,
  responseId,
  unitId,
} from '../../test/support/scenario.ts'
import { saveCampaign } from '../store/campaigns.ts'
import { savePlan } from '../store/report-plans.ts'
import { listReports } from '../store/reports.ts'

const second = asId(PeriodId, '2013-H2')
const results = {
  ...plan,
  id: asId(ReportPlanId, 'results'),
  template: 'campaign-results',
  campaigns: { results: campaignId },
}
const periods = [first, second].map((id) => ({
  id,
  opensAt: '2013-01-01T00:00:00.000Z',
  closesAt: null,
  graceDays: 10,
}))

let desk: Awaited<ReturnType<typeof reportDesk>>
beforeEach(async () => {
  desk = await reportDesk()
  const { table } = desk
  await saveCampaign(table, aCampaign({ periods }), 1)
  await savePlan(table, results, 0)
})

async function make(of: PeriodId): Promise<ReportId> {
  const made = await desk.postForm(path.reports(), { plan: results.id, period: of }, office)
  expect(made.status).toBeLessThan(400)
  const { reports } = await listReports(desk.table, org, 1)
  const id = reports[0]?.report.id
  if (!id) throw new Error('No report was made')
  return id
}

let sent = 50
async function send(unit: string, of: PeriodId, meetings: number): Promise<void> {
  sent += 1
  const answers = { ...aSubmission().answers, meetings }
  const submission = aSubmission({ id: responseId(sent), unit: unitId(unit), period: of, answers })
  expect((await desk.postJson('/api/responses', submission, inspector)).status).toBe(201)
}

const restatedIn = async (id: ReportId): Promise<TableBlock | undefined> =>
  (await desk.document(id)).blocks.find(
    (one): one is Extract<typeof one, { type: 'table' }> =>
      one.type === 'table' && one.caption.includes('đã thay đổi so với'),
  )

test('an issued report and the next one say which figures are not what they were', async () => {
  // The first one's answer is there.
  await send('cell-2', first, 12)
  const issued = await make(first)
  expect((await desk.issue(issued)).status).toBe(303)
  expect(await desk.text(path.reportIssue(issued))).toContain('every figure still stands as it was issued')

  desk.state.now = '2014-01-10T01:00:00.000Z'
  await send('cell-3', second, 9)
  const unchanged = await make(second)
  expect(await restatedIn(unchanged)).toBeUndefined()

  await send('cell-3', first, 6)
  const page = await desk.text(path.reportIssue(issued))
  expect(page).toMatch(/Since this was issued, \d+ figures would read otherwise/)
  expect(page).toContain('12,0, now 10,0')
  // Who may not make reports reads none of it.
  for (const [as, reads] of [
    [office, true],
    [lakeLeader, false],
  ] as const)
    expect((await desk.text(path.reportIssue(issued), as)).includes('would read otherwise'), as.id).toBe(reads)

  desk.state.now = '2014-01-11T01:00:00.000Z'
  const next = await make(second)
  const table = await restatedIn(next)
  const rows = table?.rows.map(({ cells }) => cells.map(({ runs }) => runs.map(({ text }) => text).join(''))) ?? []
  expect(rows).toContainEqual([expect.stringContaining('Số kỳ họp, Kết quả'), '12,0', '10,0'])
  const compared = (await desk.document(next)).blocks.find(
    (one): one is Extract<typeof one, { type: 'table' }> =>
      one.type === 'table' && one.columns.some(({ header }) => header === 'Kỳ trước'),
  )
  // The comparison uses what is known now.
  expect(compared?.rows[0]?.cells.map(({ runs }) => runs[0]?.text)).toContain('10,0')
})

test('a report that was withdrawn is compared with by nobody', async () => {
  const issued = await make(first)
  await desk.issue(issued)
  await desk.postForm(path.reportWithdrawal(issued), { reason: 'Nhầm', confirm: '01-BC/BTC' }, leader)
  await send('cell-2', first, 6)
  desk.state.now = '2014-01-11T01:00:00.000Z'
  await send('cell-1', second, 12)
  expect(await restatedIn(await make(second))).toBeUndefined()
  expect(await desk.text(path.reportIssue(issued))).not.toContain('would read otherwise')
})
