// What was stored, for the one who sent it and for those who may read the unit's responses.

import { bucketFor } from '../../../shared/campaign/bucket.ts'
import { mayAt } from '../../../shared/organisation/access.ts'
import { type Problem, problem } from '../../../shared/problems.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { ReceiptPage } from '../../../web/pages/receipt.tsx'
import { findLatestRevision, type StoredRevision } from '../../store/responses.ts'
import { responseParam, type UnitAddress, unitAddress } from '../address.ts'
import { refuse } from '../problem-response.tsx'
import { receiptOf } from '../submit.ts'
import { pageContext, type SignedInVisit } from '../visit.ts'
import { unitHeading } from './visits.tsx'

type Found = { readonly address: UnitAddress; readonly stored: StoredRevision }

/** The response an address names. Whoever may not read it hears what one hears of a response that isn't there. */
export async function readableResponse(visit: SignedInVisit): Promise<Result<Found, Problem>> {
  const address = await unitAddress(visit)
  if (!address.ok) return address
  const { campaign, period, campaignUnit, unit } = address.value
  const id = responseParam(visit.c)
  const stored =
    id && (await findLatestRevision(visit.deps.table, bucketFor(campaign.id, period.id, campaignUnit, id), id))
  const { person, tree } = visit.me
  const mayRead = stored && (stored.by === person.id || mayAt(person, tree, 'response.read', unit.id))
  return mayRead ? ok({ address: address.value, stored }) : fail(problem.responseUnknown())
}

export async function showReceipt(visit: SignedInVisit): Promise<Response> {
  const found = await readableResponse(visit)
  if (!found.ok) return refuse(visit, found.problem)
  const { address, stored } = found.value
  return visit.c.html(
    <ReceiptPage
      context={pageContext(visit)}
      receipt={receiptOf(stored)}
      campaignTitle={address.campaign.title}
      unit={unitHeading(visit, address.unit.id)}
      periodId={address.period.id}
      form={await visit.deps.directory.form(visit.me.organisationId, address.campaign.form)}
      answers={stored.answers}
    />,
  )
}
