// Where a unit has its one response already: whoever opens its form is led to that one.

import { bucketFor } from '../../../../shared/campaign/bucket.ts'
import { path } from '../../../../shared/paths.ts'
import { problem } from '../../../../shared/problems.ts'
import { sentStep } from '../../../../shared/response/step.ts'
import { listRevisions, type StoredRevision } from '../../../store/responses.ts'
import type { UnitAddress } from '../../address.ts'
import type { SignedInCall } from '../../call.ts'
import { checkNext, editingOf, mayRead } from '../../editing.ts'
import { refuse } from '../../problem-response.tsx'

/** To be changed, where that may be done now; else to what was received, for those who may read it; else a word. */
export async function leadToHolder(
  call: SignedInCall,
  address: UnitAddress,
  { id }: StoredRevision,
): Promise<Response> {
  const { campaign, period, campaignUnit, unit } = address
  const bucket = bucketFor(campaign.id, period.id, campaignUnit, id)
  const editing = editingOf(address, await listRevisions(call.deps.table, bucket, id))
  if (checkNext(call, editing, sentStep).ok)
    return call.c.redirect(path.editResponse(campaign.id, period.id, unit.id, id), 302)
  if (mayRead(call, editing)) return call.c.redirect(path.receipt(campaign.id, period.id, unit.id, id), 302)
  return refuse(call, problem.alreadyReported(), { link: { kind: 'list', href: path.visits() } })
}
