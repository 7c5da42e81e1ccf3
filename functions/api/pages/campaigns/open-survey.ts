// What a survey needs besides when it opens: the door of its links.

import type { Campaign } from '../../../../shared/campaign/campaign.ts'
import { wholeCampaign } from '../../../../shared/campaign/prepared.ts'
import { openDoor, roundSecret } from '../../../invite.ts'
import type { VersionedPrepared } from '../../../store/prepared-campaigns.ts'
import type { SignedInCall } from '../../call.ts'

/**
 * The campaign as it is ready to open, with the version that it then has: a survey has its door, and an open one its secret.
 * Undefined where something is missing, or where somebody else changed it meanwhile.
 */
export async function readyToOpen(
  { deps }: SignedInCall,
  { campaign, version }: VersionedPrepared,
): Promise<{ readonly campaign: Campaign; readonly version: number } | undefined> {
  const whole = wholeCampaign(campaign)
  if (!whole || campaign.kind !== 'member-survey') return whole && { campaign: whole, version }
  const { survey } = whole
  if (!survey) return undefined
  if (survey.way === 'open') await roundSecret(deps, whole, 'all')
  const door = await openDoor(deps, { campaign: whole, version })
  if (door === undefined) return undefined
  return { campaign: { ...whole, survey: { ...survey, door } }, version: survey.door ? version : version + 1 }
}
