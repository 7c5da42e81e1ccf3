// How many of those who are asked have answered: all that is shown of a survey while it is open.

import { type CampaignPeriod, periodState } from '../shared/campaign/campaign.ts'
import type { PreparedCampaign } from '../shared/campaign/prepared.ts'
import type { PeriodId, UnitId } from '../shared/ids.ts'
import type { Invited } from '../shared/survey/rates.ts'
import { listInvitations, type Round, type StoredInvitation } from './store/invitations.ts'
import type { Table } from './store/table.ts'
import { roundOf, takenOpen } from './submit/member.ts'

type SurveyRate = {
  readonly answered: number
  /** People invited; undefined where whoever has the link answers. */
  readonly invited: number | undefined
}

export type SurveyRates = ReadonlyMap<PeriodId, SurveyRate>

/** The rates of some periods; none where the campaign is no survey. Reads every invitation of their rounds, once. */
export async function surveyRates(
  table: Table,
  { id, survey }: Pick<PreparedCampaign, 'id' | 'survey'>,
  periods: readonly CampaignPeriod[],
): Promise<SurveyRates> {
  const rates = new Map<PeriodId, SurveyRate>()
  const rounds = new Map<Round, readonly StoredInvitation[]>()
  if (!survey) return rates
  for (const period of periods) {
    if (survey.way === 'open') {
      rates.set(period.id, { answered: await takenOpen(table, { id }, period), invited: undefined })
      continue
    }
    const round = roundOf(survey, period)
    const all = rounds.get(round) ?? (await listInvitations(table, id, round))
    rounds.set(round, all)
    const answered = all.filter(({ invitation }) => invitation.answered.includes(period.id)).length
    rates.set(period.id, { answered, invited: all.length })
  }
  return rates
}

/** People invited in each unit, to the period of a survey that asks now or next; none where it has no period yet. */
export async function invitedByUnit(
  table: Table,
  { id, survey, periods }: Pick<PreparedCampaign, 'id' | 'survey' | 'periods'>,
  now: string,
): Promise<ReadonlyMap<UnitId, number>> {
  const invited = new Map<UnitId, number>()
  const period = periods.find((one) => periodState(one, now) !== 'closed') ?? periods.at(-1)
  if (!survey || survey.way === 'open' || !period) return invited
  for (const { invitation } of await listInvitations(table, id, roundOf(survey, period)))
    invited.set(invitation.unitId, (invited.get(invitation.unitId) ?? 0) + 1)
  return invited
}

/** How many are invited and have answered in each unit itself. `placeOf`: the unit that stands for an invitation's own. */
export function invitedIn(
  invitations: readonly StoredInvitation[],
  period: PeriodId,
  placeOf: (unit: UnitId) => UnitId,
): ReadonlyMap<UnitId, Invited> {
  const counts = new Map<UnitId, Invited>()
  for (const { invitation } of invitations) {
    const unit = placeOf(invitation.unitId)
    const { invited, answered } = counts.get(unit) ?? { invited: 0, answered: 0 }
    counts.set(unit, { invited: invited + 1, answered: answered + (invitation.answered.includes(period) ? 1 : 0) })
  }
  return counts
}
