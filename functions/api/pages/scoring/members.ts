// Members of a named survey in the units that a visitor scores, each with where their answer of a period stands.

import type { Campaign, CampaignPeriod, CampaignUnit } from '../../../../shared/campaign/campaign.ts'
import type { PersonId, UnitId } from '../../../../shared/ids.ts'
import { surveyMessages } from '../../../../shared/messages/surveys.ts'
import { topUnitsFor } from '../../../../shared/organisation/access.ts'
import { isUnder } from '../../../../shared/organisation/unit.ts'
import { type Problem, problem } from '../../../../shared/problems.ts'
import { sendersOf } from '../../../../shared/response/review.ts'
import { fail, ok, type Result } from '../../../../shared/result.ts'
import { memberPersonId } from '../../../../shared/survey/member-id.ts'
import { type MemberState, memberState } from '../../../../shared/survey/member-state.ts'
import { listCampaignUnits } from '../../../store/campaigns.ts'
import { listInvitations, type StoredInvitation } from '../../../store/invitations.ts'
import { readRound, type StoredRevision } from '../../../store/responses.ts'
import { type CampaignAddress, campaignAddress } from '../../address.ts'
import type { SignedInCall } from '../../call.ts'

export type ScoringAddress = CampaignAddress & { readonly group: string }

/** The group that the cell fills in; undefined where nothing is scored. */
export const scoringGroup = ({ survey }: Pick<Campaign, 'survey'>): string | undefined =>
  survey?.way === 'named' ? survey.scoring : undefined

/** .../periods/:period of a survey whose members are scored. */
export async function scoringAddress(call: SignedInCall): Promise<Result<ScoringAddress, Problem>> {
  const address = await campaignAddress(call)
  if (!address.ok) return address
  const group = scoringGroup(address.value.campaign)
  const isBegun = address.value.campaign.state !== 'draft'
  return group !== undefined && isBegun ? ok({ ...address.value, group }) : fail(problem.campaignUnknown())
}

/** Units of the campaign in which the visitor scores, in the order of the tree. */
export async function scoredUnits({ deps, me }: SignedInCall, { id }: Pick<Campaign, 'id'>): Promise<CampaignUnit[]> {
  const tops = topUnitsFor(me.person, me.tree, 'member.score')
  if (tops.length === 0) return []
  const order = new Map([...me.tree.units.keys()].map((unitId, index) => [unitId, index]))
  const placeOf = ({ unitId }: CampaignUnit) => order.get(unitId) ?? order.size
  return (await listCampaignUnits(deps.table, id))
    .filter(({ unitId }) => tops.some((top) => isUnder(me.tree, unitId, top)))
    .sort((a, b) => placeOf(a) - placeOf(b))
}

export type Member = {
  readonly unitId: UnitId
  readonly name: string
  readonly state: MemberState
  /** Every revision of the answer, oldest first; empty where there is none. */
  readonly history: readonly StoredRevision[]
}

/** Those invited, by unit and in it by name. */
export async function invitedIn(
  { deps }: SignedInCall,
  { id }: Pick<Campaign, 'id'>,
): Promise<ReadonlyMap<UnitId, readonly StoredInvitation[]>> {
  const found = new Map<UnitId, StoredInvitation[]>()
  for (const one of await listInvitations(deps.table, id, 'all'))
    found.set(one.invitation.unitId, [...(found.get(one.invitation.unitId) ?? []), one])
  for (const all of found.values())
    all.sort((a, b) => (a.invitation.name ?? '').localeCompare(b.invitation.name ?? '', 'vi'))
  return found
}

/** The members of one unit. */
export async function membersOf(
  { deps, language }: SignedInCall,
  round: { readonly campaign: Campaign; readonly period: CampaignPeriod; readonly campaignUnit: CampaignUnit },
  invited: readonly StoredInvitation[],
): Promise<Member[]> {
  const { revisions } = await readRound(deps.table, round)
  const answers = new Map<PersonId, StoredRevision[]>()
  for (const id of new Set(revisions.map((one) => one.id))) {
    const history = revisions.filter((one) => one.id === id).sort((a, b) => a.revision - b.revision)
    for (const sender of sendersOf(history)) answers.set(sender, history)
  }
  return invited.map((one) => {
    const history = answers.get(memberPersonId(one)) ?? []
    const name = one.invitation.name ?? surveyMessages[language].member
    return { unitId: round.campaignUnit.unitId, name, state: memberState(history), history }
  })
}
