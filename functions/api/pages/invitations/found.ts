// The survey and the period that somebody invites to. Whether the visitor may manage it, the route has decided.

import { type Campaign, type CampaignPeriod, periodState } from '../../../../shared/campaign/campaign.ts'
import { wholeCampaign } from '../../../../shared/campaign/prepared.ts'
import type { UnitId } from '../../../../shared/ids.ts'
import { localize } from '../../../../shared/language.ts'
import { isUnder, type Unit } from '../../../../shared/organisation/unit.ts'
import { type Problem, problem } from '../../../../shared/problems.ts'
import { fail, ok, type Result } from '../../../../shared/result.ts'
import type { PageContext } from '../../../../web/pages/context.ts'
import { askedUnits } from '../../../store/campaign-units.ts'
import { roundOf } from '../../../submit/member.ts'
import type { SurveyRound } from '../../../survey-mail.ts'
import { pageContext, type SignedInCall } from '../../call.ts'
import { foundCampaign } from '../campaigns/found.ts'

export type FoundRound = SurveyRound & { readonly version: number; readonly isOver: boolean }

/** The one that is open, else the next one, else the last one. */
function usualPeriod({ periods }: Campaign, now: string): CampaignPeriod | undefined {
  const inState = (state: 'open' | 'early') => periods.find((period) => periodState(period, now) === state)
  return inState('open') ?? inState('early') ?? periods.at(-1)
}

/** The round of the period that is asked for, or of the usual one. */
export async function foundRound(call: SignedInCall, asked: string | undefined): Promise<Result<FoundRound, Problem>> {
  const found = await foundCampaign(call)
  if (!found.ok) return found
  const { survey, kind } = found.value.campaign
  if (kind !== 'member-survey' || !survey || survey.way === 'open') return fail(problem.surveyWithoutInvitations())
  const campaign = wholeCampaign(found.value.campaign)
  if (!campaign) return fail(problem.surveyNotReady())
  const period = asked ? campaign.periods.find(({ id }) => id === asked) : usualPeriod(campaign, call.now)
  if (!period) return fail(problem.periodUnknown())
  const state = periodState(period, call.now)
  const isOver = campaign.state === 'closed' || state === 'closed' || state === 'grace'
  return ok({ campaign, survey, period, round: roundOf(survey, period), version: found.value.version, isOver })
}

/** The same where people can still be invited to it. */
export async function openRound(call: SignedInCall, asked: string | undefined): Promise<Result<FoundRound, Problem>> {
  const found = await foundRound(call, asked)
  return found.ok && found.value.isOver ? fail(problem.surveyOver()) : found
}

/** The units that people can be invited in: those of the campaign's rule; as long as it has none, all below its own. */
export async function invitableUnits({ deps, me }: SignedInCall, campaign: Campaign): Promise<ReadonlySet<UnitId>> {
  const asked = await askedUnits(deps.table, campaign, me.tree)
  const ids = campaign.scope ? asked.map(({ unitId }) => unitId) : [...me.tree.units.keys()]
  return new Set(ids.filter((id) => me.tree.units.has(id) && isUnder(me.tree, id, campaign.unitId)))
}

/** The lowest of these units with members, in the order of the tree: whoever is on the rolls is on theirs. */
export const lowestUnits = ({ me }: SignedInCall, units: ReadonlySet<UnitId>): Unit[] =>
  [...me.tree.units.values()].filter(
    ({ id, members }) =>
      units.has(id) && members > 0 && !(me.tree.children.get(id) ?? []).some((child) => units.has(child)),
  )

export const organisationName = ({ me }: SignedInCall): string => localize(me.organisation.name, 'vi')

/** What answers a press has no address of its own: another language leads to the page that it was pressed on. */
export const contextAt = (call: SignedInCall, here: string): PageContext => ({ ...pageContext(call), here })
