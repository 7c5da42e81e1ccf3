// What was stored, for the one who sent it and for those who may read the unit's responses.

import { bucketFor } from '../../../shared/campaign/bucket.ts'
import { mayAt } from '../../../shared/organisation/access.ts'
import { path } from '../../../shared/paths.ts'
import { type Problem, problem } from '../../../shared/problems.ts'
import { sendersOf } from '../../../shared/response/review.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { ReceiptPage } from '../../../web/pages/receipt.tsx'
import { listRevisions, type StoredRevision } from '../../store/responses.ts'
import { responseParam, type UnitAddress, unitAddress } from '../address.ts'
import { pageContext, type SignedInCall } from '../call.ts'
import { refuse } from '../problem-response.tsx'
import { receiptOf } from '../submit.ts'
import { unitHeading } from './visits.tsx'

/** A response with all its revisions, oldest first; `stored` is the newest. */
export type FoundResponse = {
  readonly address: UnitAddress
  readonly history: readonly StoredRevision[]
  readonly stored: StoredRevision
}

/**
 * The response an address names: for those who may read the unit's, and for whoever sent it. All others hear what one
 * hears of a response that isn't there.
 */
export async function readableResponse(call: SignedInCall): Promise<Result<FoundResponse, Problem>> {
  const address = await unitAddress(call)
  if (!address.ok) return address
  const { campaign, period, campaignUnit, unit } = address.value
  const id = responseParam(call.c)
  const bucket = id && bucketFor(campaign.id, period.id, campaignUnit, id)
  const history = bucket ? await listRevisions(call.deps.table, bucket, id) : []
  const stored = history.at(-1)
  const { person, tree } = call.me
  const mayRead = sendersOf(history).includes(person.id) || mayAt(person, tree, 'response.read', unit.id)
  return stored && mayRead ? ok({ address: address.value, history, stored }) : fail(problem.responseUnknown())
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
    />,
  )
}
