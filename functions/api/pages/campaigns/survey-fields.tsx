// Step 5 of a survey: how members answer, what results are broken down by, and how anonymous that leaves them.

import { mayNow } from '../../../../shared/campaign/lifecycle.ts'
import type { PreparedCampaign } from '../../../../shared/campaign/prepared.ts'
import { fail, ok, type Result } from '../../../../shared/result.ts'
import { type Forecast, forecastOf } from '../../../../shared/survey/forecast.ts'
import { placementOf } from '../../../../shared/survey/placement.ts'
import { answeringWays, mayChooseWay, mostBreakdowns, type Survey } from '../../../../shared/survey/survey.ts'
import type { Entries } from '../../../../web/pages/campaigns/fields.tsx'
import { SurveyFields } from '../../../../web/pages/campaigns/survey-fields.tsx'
import { invitedByUnit } from '../../../survey-rate.ts'
import { pageContext, type SignedInCall } from '../../call.ts'
import { breakdownsOf } from './questions.ts'
import { Faults, type StepFaults } from './step.ts'

/** The fields that can still change. */
export function surveyFieldsOf({ state, survey }: PreparedCampaign): URLSearchParams {
  const fields = new URLSearchParams(mayChooseWay(state, survey) && survey ? { way: survey.way } : {})
  if (state === 'draft') for (const key of survey?.breakdowns ?? []) fields.append('breakdowns', key)
  if (survey?.limit !== undefined) fields.set('limit', String(survey.limit))
  return fields
}

/** The campaign with what the fields say, as far as it can still change. */
export async function readSurvey(
  call: SignedInCall,
  campaign: PreparedCampaign,
  fields: URLSearchParams,
): Promise<Result<PreparedCampaign, StepFaults>> {
  const faults = new Faults()
  const { survey } = campaign
  const way = mayChooseWay(campaign.state, survey) ? faults.one(fields, 'way', answeringWays) : survey?.way
  const breakdowns = await readBreakdowns(call, campaign, fields)
  if (breakdowns.length > mostBreakdowns) faults.add('breakdowns', 'too-many-breakdowns')
  const hasLimit = way === 'open' && (fields.get('limit') ?? '').trim() !== ''
  const limit = hasLimit ? faults.number(fields, 'limit', [1, 100_000]) : undefined
  if (faults.found.size > 0 || !way) return fail(faults.found)
  const read: Survey = {
    ...{ way, breakdowns },
    ...(limit === undefined ? {} : { limit }),
    ...(survey?.door === undefined ? {} : { door: survey.door }),
  }
  return ok({ ...campaign, survey: read })
}

async function readBreakdowns(
  call: SignedInCall,
  campaign: PreparedCampaign,
  fields: URLSearchParams,
): Promise<Survey['breakdowns']> {
  if (!mayNow('shape', campaign)) return campaign.survey?.breakdowns ?? []
  const ticked = new Set(fields.getAll('breakdowns'))
  return (await breakdownsOf(call, campaign)).filter(({ key }) => ticked.has(key)).map(({ key }) => key)
}

export async function showSurveyFields(
  call: SignedInCall,
  shown: {
    readonly campaign: PreparedCampaign
    readonly entries: Entries
    readonly looked: PreparedCampaign | undefined
  },
) {
  const { campaign, entries, looked } = shown
  const { survey, state } = campaign
  const options = await breakdownsOf(call, campaign)
  const labels = new Map(options.map(({ key, label }) => [key, label]))
  return (
    <SurveyFields
      context={pageContext(call)}
      entries={entries}
      fixedWay={mayChooseWay(state, survey) ? undefined : survey?.way}
      fixedBreakdowns={
        mayNow('shape', campaign) ? undefined : (survey?.breakdowns ?? []).map((key) => labels.get(key) ?? key)
      }
      options={options}
      forecast={state === 'draft' ? await forecastFor(call, looked ?? campaign) : undefined}
    />
  )
}

/**
 * How anonymous a survey leaves the people who are invited; undefined where it isn't anonymous, and 'nobody' where nobody is
 * invited yet.
 */
export async function forecastFor(
  call: SignedInCall,
  campaign: PreparedCampaign,
): Promise<Forecast | 'nobody' | undefined> {
  const { survey, unitId } = campaign
  const { deps, me, now } = call
  if (survey?.way !== 'anonymous') return undefined
  const invited = await invitedByUnit(deps.table, campaign, now)
  if (invited.size === 0) return 'nobody'
  const chosen = new Set(survey.breakdowns)
  const choices = (await breakdownsOf(call, campaign)).filter(({ key }) => chosen.has(key)).map((one) => one.choices)
  return forecastOf(invited, placementOf(me.tree, unitId, invited), choices)
}
