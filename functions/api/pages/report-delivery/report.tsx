// To whom a report was brought; sending it to one of them again, and ending a link.

import * as v from 'valibot'
import { PersonId } from '../../../../shared/ids.ts'
import { path } from '../../../../shared/paths.ts'
import { type Problem, problem } from '../../../../shared/problems.ts'
import { type Delivered, Occasion } from '../../../../shared/report/delivery.ts'
import { ok, type Result } from '../../../../shared/result.ts'
import { ReportDeliveryPage } from '../../../../web/pages/report-delivery/report.tsx'
import type { DeliverJob } from '../../../deliver.ts'
import { findDelivery, listDeliveries, type StoredDelivery, saveDelivery } from '../../../store/deliveries.ts'
import { findReadingLink, revokeReadingLink } from '../../../store/reading-links.ts'
import { openJob } from '../../../store/report-jobs.ts'
import { formFields } from '../../body.ts'
import type { SignedInCall } from '../../call.ts'
import { refuse } from '../../problem-response.tsx'
import { reportAddress } from '../../report-address.ts'
import { type FoundReport, frameOf, mayHere } from '../report-desk/found.ts'
import { linesOf } from './lines.ts'

const Notice = v.picklist(['again', 'revoked'])

export async function showReportDelivery(call: SignedInCall): Promise<Response> {
  const found = await reportAddress(call)
  if (!found.ok) return refuse(call, found.problem)
  const stored = await listDeliveries(call.deps.table, found.value.report, found.value.report.id)
  const notice = v.safeParse(Notice, call.c.req.query('done'))
  return call.c.html(
    <ReportDeliveryPage
      frame={await frameOf(call, found.value)}
      lines={await linesOf(call, stored)}
      mayMake={mayHere(call, found.value, 'report.make')}
      notice={notice.success ? notice.output : undefined}
    />,
  )
}

const Fields = v.object({
  occasion: Occasion,
  to: v.union([v.literal('webhook'), PersonId]),
  version: v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number)),
})

type Chosen = { readonly found: FoundReport; readonly stored: StoredDelivery; readonly isSeen: boolean }

/** The delivery that a form names, and whether it is still the one that was seen. */
async function chosen(call: SignedInCall): Promise<Result<Chosen, Problem>> {
  const found = await reportAddress(call)
  if (!found.ok) return found
  const fields = v.safeParse(Fields, Object.fromEntries(await formFields(call.c)))
  if (!fields.success) return { ok: false, problem: problem.wrongShape(['occasion', 'to', 'version']) }
  const { occasion, to, version } = fields.output
  const { report } = found.value
  const stored = await findDelivery(call.deps.table, report, { report: report.id, occasion, to })
  if (!stored) return { ok: false, problem: problem.reportUnknown() }
  return ok({ found: found.value, stored, isSeen: stored.version === version })
}

const back = (call: SignedInCall, { found }: Chosen, done: v.InferOutput<typeof Notice>) =>
  call.c.redirect(`${path.reportDelivery(found.report.id)}?done=${done}`, 303)

/** POST: delivers once more, to one receiver. A second press of the same page does nothing more. */
export async function deliverAgain(call: SignedInCall): Promise<Response> {
  const choice = await chosen(call)
  if (!choice.ok) return refuse(call, choice.problem)
  const { found, stored, isSeen } = choice.value
  const { deps, now } = call
  const { report, plan } = found
  const { reason: _, status: __, nextAt: ___, ...kept } = stored.delivered
  const again: Delivered = { ...kept, state: 'waiting', tries: 0, at: now, nextAt: now }
  // First of all: where the message is lost, the schedule finds it.
  if (isSeen) await openJob(deps.table, report, now)
  if (isSeen && (await saveDelivery(deps.table, report, again, stored.version))) {
    const { organisationId, id: reportId } = report
    await deps.reportQueue.send({ organisationId, reportId, deliver: true } satisfies DeliverJob)
    call.record({ unitId: plan.unitId, details: again.to })
  } else call.changedNothing()
  return back(call, choice.value, 'again')
}

/** POST: ends the link of the newest mail to a person. */
export async function revokeReading(call: SignedInCall): Promise<Response> {
  const choice = await chosen(call)
  if (!choice.ok) return refuse(call, choice.problem)
  const { found, stored } = choice.value
  const { link, to } = stored.delivered
  const open = link === undefined ? undefined : await findReadingLink(call.deps.table, link)
  if (open && (await revokeReadingLink(call.deps.table, open, call.now)))
    call.record({ unitId: found.plan.unitId, details: to })
  else call.changedNothing()
  return back(call, choice.value, 'revoked')
}
