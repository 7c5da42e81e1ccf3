// Brings a report to those whom its plan names: a mail with a link of one's own to each, and the call of a webhook. One item for each
// receiver is the claim and the record. A mail goes at most once for each order: where nobody knows whether it went, a person
// decides. A webhook is called at least once, with an id by which its receiver knows it again.

import * as v from 'valibot'
import { OrganisationId, ReportId } from '../shared/ids.ts'
import { type Delivered, nextTry, type Undelivered } from '../shared/report/delivery.ts'
import { planAt, type ReportPlan } from '../shared/report/plan.ts'
import { log, logCode } from './log.ts'
import type { Mail } from './mail.ts'
import { type Owed, owedOf } from './owed-deliveries.ts'
import { longestDelaySeconds, type Queue } from './queue.ts'
import { mailReport } from './report-mail.ts'
import { callWebhook } from './report-webhook.ts'
import type { Secrets } from './secrets.ts'
import { type StoredDelivery, saveDelivery } from './store/deliveries.ts'
import type { Directory } from './store/directory.ts'
import { findPlan } from './store/report-plans.ts'
import { findReport, type Report } from './store/reports.ts'
import type { Table } from './store/table.ts'
import type { Webhooks } from './webhook.ts'

export type DeliverDeps = {
  readonly table: Table
  readonly directory: Directory
  readonly secrets: Secrets
  /** Undefined where no sender is set. */
  readonly mail: Mail | undefined
  readonly webhooks: Webhooks
  readonly reportQueue: Queue
  /** The address people type, without a trailing slash. */
  readonly publicUrl: string
  /** ISO 8601, UTC. */
  readonly now: () => string
  /** 256 random bits, base64url. */
  readonly randomToken: () => string
}

/** The body of a message on the report queue. */
export const DeliverJob = v.strictObject({
  organisationId: OrganisationId,
  reportId: ReportId,
  deliver: v.literal(true),
})
export type DeliverJob = v.InferOutput<typeof DeliverJob>

/** What is delivered, for what brings it. */
export type Bringing = { readonly report: Report; readonly plan: ReportPlan; readonly delivered: Delivered }

/** What became of a try. later: it is worth another one. */
export type Outcome =
  | { readonly kind: 'sent'; readonly link?: string }
  | { readonly kind: 'later' | 'never'; readonly reason: Undelivered; readonly status?: number }

/** Delivers what is owed now, and asks to be called again where something is owed later. */
export async function deliverReport(deps: DeliverDeps, job: Omit<DeliverJob, 'deliver'>): Promise<void> {
  const found = await findReport(deps.table, job.organisationId, job.reportId)
  const planned = found && (await findPlan(deps.table, job.organisationId, found.report.planId))
  if (!planned) return
  const { report } = found
  const { tree } = await deps.directory.organisation(job.organisationId, deps.now())
  const plan = planAt(planned, report.unitId, tree)
  for (const owed of await owedOf(deps.table, report, plan, deps.now()))
    if (owed.dueAt <= deps.now()) await bring(deps, report, plan, owed)
  const left = await owedOf(deps.table, report, plan, deps.now())
  const [next] = left.map(({ dueAt }) => dueAt).sort()
  if (next === undefined) return
  // What waits longer is found by the schedule.
  const seconds = Math.ceil((Date.parse(next) - Date.parse(deps.now())) / 1_000)
  const { organisationId, reportId } = job
  const again: DeliverJob = { organisationId, reportId, deliver: true }
  if (seconds <= longestDelaySeconds) await deps.reportQueue.send(again, Math.max(1, seconds))
}

async function bring(deps: DeliverDeps, report: Report, plan: ReportPlan, owed: Owed): Promise<void> {
  const claimed = await claim(deps, report, owed)
  if (!claimed) return
  const { delivered } = claimed
  const bringing: Bringing = { report, plan, delivered }
  const outcome = await (delivered.to === 'webhook' ? callWebhook(deps, bringing) : mailReport(deps, bringing)).catch(
    (error: unknown): Outcome => {
      log(logCode.jobFailed, { report: report.id }, error)
      return { kind: delivered.to === 'webhook' ? 'later' : 'never', reason: 'not-known' }
    },
  )
  await saveDelivery(deps.table, report, after(delivered, outcome, deps.now()), claimed.version)
}

/** Where two are at it, one of them. */
async function claim(
  { table, now }: DeliverDeps,
  report: Report,
  { occasion, to, stored }: Owed,
): Promise<StoredDelivery | undefined> {
  const at = now()
  const before = stored?.delivered
  const tries = (before?.tries ?? 0) + 1
  const link = before?.link === undefined ? {} : { link: before.link }
  // Whoever was at it has died: a mail may have gone.
  const isLost = before?.state === 'sending' && to !== 'webhook'
  const next: Delivered = isLost
    ? { ...before, state: 'failed', reason: 'not-known', at }
    : { report: report.id, occasion, to, state: 'sending', tries, at, ...link }
  const saved = await saveDelivery(table, report, next, stored?.version ?? 0)
  return isLost ? undefined : saved
}

function after({ nextAt: _, ...delivered }: Delivered, outcome: Outcome, at: string): Delivered {
  if (outcome.kind === 'sent')
    return { ...delivered, state: 'sent', at, ...(outcome.link === undefined ? {} : { link: outcome.link }) }
  const { kind, reason, status } = outcome
  const next = kind === 'later' ? nextTry(delivered.tries, at) : undefined
  const why = { reason, ...(status === undefined ? {} : { status }) }
  return next === undefined
    ? { ...delivered, ...why, state: 'failed', at }
    : { ...delivered, ...why, state: 'waiting', at, nextAt: next }
}
