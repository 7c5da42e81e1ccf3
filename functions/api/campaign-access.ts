// Who may manage a campaign: whoever may manage campaigns at the unit whose campaign it is.

import { type Problem, problem } from '../../shared/problems.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { findPrepared } from '../store/prepared-campaigns.ts'
import type { At } from './access.ts'
import { campaignParam } from './address.ts'
import type { SignedInCall } from './call.ts'

export async function campaignAt({ deps, c, me }: SignedInCall): Promise<Result<At, Problem>> {
  const id = campaignParam(c)
  const found = id && (await findPrepared(deps.table, me.organisationId, id))
  return found ? ok({ action: 'campaign.manage', unitId: found.campaign.unitId }) : fail(problem.campaignUnknown())
}
