// What was stored, for the one who sent it and for those who may read the unit's responses.

import { path } from '../../../shared/paths.ts'
import { type Problem, problem } from '../../../shared/problems.ts'
import { sentStep } from '../../../shared/response/step.ts'
import { fail, type Result } from '../../../shared/result.ts'
import { ReceiptPage } from '../../../web/pages/receipt.tsx'
import { receiptOf } from '../../submit/submit.ts'
import { pageContext, type SignedInCall } from '../call.ts'
import { checkNext, type Editing, findEditing, mayRead } from '../editing.ts'
import { refuse } from '../problem-response.tsx'
import { actionsToFollow } from '../unit-actions.ts'
import { unitHeading } from './visits.tsx'

/** The response an address names. Whoever may not read it hears what one hears of a response that isn't there. */
export async function readableResponse(call: SignedInCall): Promise<Result<Editing, Problem>> {
  const found = await findEditing(call)
  return found.ok && !mayRead(call, found.value) ? fail(problem.responseUnknown()) : found
}

export async function showReceipt(call: SignedInCall): Promise<Response> {
  const found = await readableResponse(call)
  if (!found.ok) return refuse(call, found.problem)
  const { address, shown } = found.value
  const { campaign, period, unit } = address
  const { step } = shown
  const isEditable = checkNext(call, found.value, sentStep).ok
  return call.c.html(
    <ReceiptPage
      context={pageContext(call)}
      receipt={receiptOf(shown)}
      campaignTitle={campaign.title}
      unit={unitHeading(call, unit.id)}
      periodId={period.id}
      version={
        await call.deps.directory.form(call.me.organisationId, {
          formId: campaign.form.formId,
          version: shown.formVersion,
        })
      }
      answers={shown.answers}
      raised={shown.raised}
      step={step}
      decidedAt={'at' in step ? (call.me.tree.units.get(step.at)?.name ?? '') : ''}
      edit={isEditable ? path.editResponse(campaign.id, period.id, unit.id, shown.id) : undefined}
      recordHref={path.record(campaign.id, period.id, unit.id, shown.id)}
      pdfHref={path.recordPdf(campaign.id, period.id, unit.id, shown.id)}
      after={await actionsToFollow(call, unit.id, shown.id)}
      evidenceUrl={(file) => path.evidence(campaign.id, period.id, unit.id, file)}
    />,
  )
}
