// What was delivered of a plan's reports; making the secret that signs its webhook.

import * as v from 'valibot'
import { ReportPlanId } from '../../../../shared/ids.ts'
import type { Action } from '../../../../shared/organisation/access.ts'
import { path } from '../../../../shared/paths.ts'
import { type Problem, problem } from '../../../../shared/problems.ts'
import type { Delivery } from '../../../../shared/report/delivery.ts'
import { planAt, type ReportPlan } from '../../../../shared/report/plan.ts'
import { fail, ok, type Result } from '../../../../shared/result.ts'
import type { Entries } from '../../../../web/pages/campaigns/fields.tsx'
import { MadeSecretPage, PlanDeliveryPage, type WebhookState } from '../../../../web/pages/report-delivery/plan.tsx'
import { newestDeliveries } from '../../../store/deliveries.ts'
import { savePlanDelivery } from '../../../store/plan-delivery.ts'
import { findPlan } from '../../../store/report-plans.ts'
import { findWebhookSecret, makeWebhookSecret } from '../../../store/webhook-secrets.ts'
import { secretPrefix } from '../../../webhook.ts'
import type { At } from '../../access.ts'
import { formFields } from '../../body.ts'
import { pageContext, type SignedInCall } from '../../call.ts'
import { refuse, statusOf } from '../../problem-response.tsx'
import { namesOf } from '../report-desk/found.ts'
import { deliveryFieldsOf, readDelivery, readersAt } from '../report-plans/delivery-fields.ts'
import { linesOf } from './lines.ts'

async function planAddress({ deps, c, me }: SignedInCall): Promise<Result<ReportPlan, Problem>> {
  const id = v.safeParse(ReportPlanId, c.req.param('plan'))
  const plan = id.success ? await findPlan(deps.table, me.organisationId, id.output) : undefined
  return plan ? ok(planAt(plan, plan.unitId, me.tree)) : fail(problem.reportUnknown())
}

/** What a route about a plan's delivery needs: the action at the unit that the plan is about. */
export const planDeliveryNeeds =
  (action: Action) =>
  async (call: SignedInCall): Promise<Result<At, Problem>> => {
    const plan = await planAddress(call)
    return plan.ok ? ok({ action, unitId: plan.value.unitId }) : plan
  }

/** Deliveries that are listed. */
const listed = 20

export async function showPlanDelivery(call: SignedInCall): Promise<Response> {
  const plan = await planAddress(call)
  return plan.ok
    ? deliveryPage(call, plan.value, { isSaved: call.c.req.query('done') === 'saved' })
    : refuse(call, plan.problem)
}

type Shown = {
  readonly problem?: Problem
  /** What was typed, and what is wrong with it. */
  readonly entries?: Entries
  readonly isSaved?: boolean
}

async function deliveryPage(call: SignedInCall, plan: ReportPlan, shown: Shown = {}): Promise<Response> {
  const why = shown.problem
  const { deps, me } = call
  const place = { organisationId: me.organisationId, planId: plan.id }
  const stored = await newestDeliveries(deps.table, place, listed)
  return call.c.html(
    <PlanDeliveryPage
      context={{ ...pageContext(call), here: path.planDelivery(plan.id) }}
      id={plan.id}
      title={planAt(plan, plan.unitId, me.tree).title}
      lines={await linesOf(call, stored, true)}
      limit={listed}
      form={{
        entries: shown.entries ?? { fields: deliveryFieldsOf(plan.delivery), faults: new Map() },
        readers: await readersAt(call, plan.unitId),
        was: textOf(plan.delivery),
      }}
      isSaved={shown.isSaved === true}
      webhook={await webhookOf(call, plan)}
      problem={why}
    />,
    why ? statusOf[why.code] : 200,
  )
}

/** To tell whether somebody else has changed it since the form was made. */
const textOf = (delivery: Delivery | undefined): string => JSON.stringify(delivery ?? null)

/** POST: keeps to whom the plan's reports are brought. */
export async function sendPlanDelivery(call: SignedInCall): Promise<Response> {
  const plan = await planAddress(call)
  if (!plan.ok) return refuse(call, plan.problem)
  const { deps, me } = call
  const { id, unitId, delivery: before } = plan.value
  const fields = await formFields(call.c)
  const read = readDelivery(call, fields, await readersAt(call, unitId))
  if (!read.ok) {
    const faulty = { problem: problem.fieldsWrong(read.problem.size), entries: { fields, faults: read.problem } }
    return deliveryPage(call, plan.value, faulty)
  }
  const isSeen = fields.get('was') === textOf(before)
  if (!isSeen || !(await savePlanDelivery(deps.table, me.organisationId, id, read.value, before))) {
    const now = await planAddress(call)
    const entries = { fields, faults: new Map<string, string>() }
    return now.ok
      ? deliveryPage(call, now.value, { problem: problem.planDeliveryChanged(), entries })
      : refuse(call, now.problem)
  }
  call.record({ unitId, details: detailsOf(read.value) })
  return call.c.redirect(`${path.planDelivery(id)}?done=saved`, 303)
}

/** Ids and the host alone: an address may hold what only its owner should know. */
function detailsOf(delivery: Delivery | undefined): string {
  if (!delivery) return '–'
  const { when, mail, webhook } = delivery
  return [when, ...(mail?.to ?? []), ...(webhook ? [new URL(webhook.url).host] : [])].join(' ')
}

async function webhookOf(call: SignedInCall, plan: ReportPlan): Promise<WebhookState> {
  const { deps, me, now } = call
  const place = { organisationId: me.organisationId, planId: plan.id }
  const { secret, version } = await findWebhookSecret(deps.table, place)
  const nameOf = await namesOf(call, secret ? [secret.madeBy] : [])
  const until = secret?.before?.until
  return {
    url: plan.delivery?.webhook?.url,
    made: secret && {
      by: nameOf(secret.madeBy),
      at: secret.madeAt,
      bothUntil: until !== undefined && until > now ? until : undefined,
    },
    version,
  }
}

/** POST: makes the first secret, or the next. Its text is in this answer and nowhere else: reloading the answer makes no other. */
export async function makePlanSecret(call: SignedInCall): Promise<Response> {
  const plan = await planAddress(call)
  if (!plan.ok) return refuse(call, plan.problem)
  const { deps, me, now } = call
  const { id, unitId } = plan.value
  const version = (await formFields(call.c)).get('version') ?? ''
  const random = Buffer.from(deps.randomToken(), 'base64url').toString('base64')
  const text = /^\d{1,9}$/.test(version)
    ? await makeWebhookSecret(
        deps,
        { organisationId: me.organisationId, planId: id },
        { text: `${secretPrefix}${random}`, by: me.person.id, at: now, seen: Number(version) },
      )
    : undefined
  if (text === undefined) {
    call.changedNothing()
    return deliveryPage(call, plan.value, { problem: problem.tokenShownOnce() })
  }
  call.record({ unitId })
  return call.c.html(
    <MadeSecretPage context={{ ...pageContext(call), here: path.planDelivery(id) }} id={id} text={text} />,
  )
}
