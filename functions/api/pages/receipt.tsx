// What was stored, for the one who sent it and for those who may read the unit's responses.

import { bucketFor } from '../../../shared/campaign/bucket.ts'
import { mayAt } from '../../../shared/organisation/access.ts'
import { path } from '../../../shared/paths.ts'
import { type Problem, problem } from '../../../shared/problems.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { ReceiptPage } from '../../../web/pages/receipt.tsx'
import { findLatestRevision, type StoredRevision } from '../../store/responses.ts'
import { responseParam, type UnitAddress, unitAddress } from '../address.ts'
import { pageContext, type SignedInCall } from '../call.ts'
import { refuse } from '../problem-response.tsx'
import { receiptOf } from '../submit.ts'
import { unitHeading } from './visits.tsx'

type Found = { readonly address: UnitAddress; readonly stored: StoredRevision }

/** The response an address names. Whoever may not read it hears what one hears of a response that isn't there. */
export async function readableResponse(call: SignedInCall): Promise<Result<Found, Problem>> {
  const address = await unitAddress(call)
  if (!address.ok) return address
  const { campaign, period, campaignUnit, unit } = address.value
  const id = responseParam(call.c)
  const stored =
    id && (await findLatestRevision(call.deps.table, bucketFor(campaign.id, period.id, campaignUnit, id), id))
  const { person, tree } = call.me
  const mayRead = stored && (stored.by === person.id || mayAt(person, tree, 'response.read', unit.id))
  return mayRead ? ok({ address: address.value, stored }) : fail(problem.responseUnknown())
}

export async function showReceipt(call: SignedInCall): Promise<Response> {
  const found = await readableResponse(call)
  if (!found.ok) return refuse(call, found.problem)
  const { address, stored } = found.value
  return call.c.html(
    <ReceiptPage
      context={pageContext(call)}
      receipt={receiptOf(stored)}
      campaignTitle={address.campaign.title}
      unit={unitHeading(call, address.unit.id)}
      periodId={address.period.id}
      version={
        await call.deps.directory.form(call.me.organisationId, {
          formId: address.campaign.form.formId,
          version: stored.formVersion,
        })
      }
      answers={stored.answers}
      raised={stored.raised}
      evidenceUrl={(file) => path.evidence(address.campaign.id, address.period.id, address.unit.id, file)}
      recordHref={path.recordPdf(address.campaign.id, address.period.id, address.unit.id, stored.id)}
    />,
  )
}
