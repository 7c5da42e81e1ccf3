// Asks for the reports that are due: each exactly once, however many ticks there are, whatever they die of, however late they come.

import type { OrganisationId } from '../../shared/ids.ts'
import { type Due, dueBy } from '../../shared/report/campaign-plan.ts'
import type { ReportPlan } from '../../shared/report/plan.ts'
import { type AskingDeps, askedAtOnce, askFor, unitsOf } from '../report-asking.ts'
import { beginRound, type DueRound, listRounds, noteRound, takeRound } from '../store/due-rounds.ts'
import { plansAndCampaigns } from '../store/report-plans.ts'
import { newReport } from '../store/reports.ts'

/** Plans whose rounds are looked at at once. */
const plansAtOnce = 16

/** How many reports were asked for. A plan that fails takes nothing from the others; throws at the end where some did. */
export async function requestDue(deps: AskingDeps, org: OrganisationId): Promise<number> {
  const now = deps.now()
  const { plans, campaigns } = await plansAndCampaigns(deps.table, org)
  const { organisation } = await deps.directory.organisation(org, now)
  const due = plans.flatMap((plan) => {
    const moments = dueBy(plan, campaigns, organisation, now)
    return moments.length > 0 ? [{ plan, moments }] : []
  })
  const failures: unknown[] = []
  let requested = 0
  const alone = async (one: (typeof due)[number]) => {
    try {
      requested += await requestOf(deps, one.plan, one.moments)
    } catch (error) {
      failures.push(error)
    }
  }
  for (let start = 0; start < due.length; start += plansAtOnce)
    await Promise.all(due.slice(start, start + plansAtOnce).map(alone))
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} report plans failed`)
  return requested
}

async function requestOf(deps: AskingDeps, plan: ReportPlan, moments: readonly Due[]): Promise<number> {
  const rounds = await listRounds(deps.table, plan)
  let requested = 0
  for (const { period } of moments) {
    const known = rounds.get(period)
    if (known?.isOver) continue
    const round = known
      ? await takeRound(deps.table, plan, known, deps.now())
      : await beginRound(deps.table, plan, { periodId: period, units: await unitsOf(deps, plan, period) }, deps.now())
    if (round) requested += await goOn(deps, plan, round)
  }
  return requested
}

async function goOn(deps: AskingDeps, plan: ReportPlan, begun: DueRound): Promise<number> {
  let round: DueRound | undefined = begun
  let requested = 0
  while (round && !round.isOver) {
    const { units, done, periodId, at } = round
    // What a death before the note sends twice.
    const reports = units
      .slice(done, done + askedAtOnce)
      .map((unitId) => newReport({ ...plan, unitId }, { periodId, requestedAt: at, requestedBy: 'schedule' }))
    await askFor(deps, reports)
    requested += reports.length
    round = await noteRound(deps.table, plan, round, done + reports.length, deps.now())
  }
  return requested
}
