// Step 5 of a survey: how members answer, what results are broken down by, and how anonymous that leaves them.

import { mayNow } from '../../../../shared/campaign/lifecycle.ts'
import type { PreparedCampaign } from '../../../../shared/campaign/prepared.ts'
import { formLanguage, plainLabel, textIn } from '../../../../shared/form/texts.ts'
import { fail, ok, type Result } from '../../../../shared/result.ts'
import { type Forecast, forecastOf } from '../../../../shared/survey/forecast.ts'
import { placementOf } from '../../../../shared/survey/placement.ts'
import { scoringGroups } from '../../../../shared/survey/scoring.ts'
import { answeringWays, mayChooseWay, mostBreakdowns, type Survey } from '../../../../shared/survey/survey.ts'
import type { Entries } from '../../../../web/pages/campaigns/fields.tsx'
import { figureRules } from '../../../../web/pages/campaigns/step-answering.tsx'
import { SurveyFields } from '../../../../web/pages/campaigns/survey-fields.tsx'
import { invitedByUnit } from '../../../survey-rate.ts'
import { pageContext, type SignedInCall } from '../../call.ts'
import { breakdownsOf } from './questions.ts'
import { Faults, type StepFaults } from './step.ts'

/** The fields that can still change. */
export function surveyFieldsOf({ state, survey, figures }: PreparedCampaign): URLSearchParams {
  const fields = new URLSearchParams(mayChooseWay(state, survey) && survey ? { way: survey.way } : {})
  if (state === 'draft') for (const key of survey?.breakdowns ?? []) fields.append('breakdowns', key)
  if (survey?.limit !== undefined) fields.set('limit', String(survey.limit))
  if (state === 'draft') {
    fields.set('scoring', survey?.scoring ?? '')
    if (survey?.way === 'named') fields.set('figures', figures)
  }
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
  const named = way === 'named' ? await readNamed(call, campaign, fields, faults) : undefined
  if (faults.found.size > 0 || !way) return fail(faults.found)
  const { scoring, figures = 'submitted' } = named ?? {}
  const read: Survey = {
    ...{ way, breakdowns },
    ...(scoring === undefined ? {} : { scoring }),
    ...(limit === undefined ? {} : { limit }),
    ...(survey?.door === undefined ? {} : { door: survey.door }),
  }
  return ok({ ...campaign, figures, survey: read })
}

type NamedFields = { readonly scoring: string | undefined; readonly figures: PreparedCampaign['figures'] }

/** What only surveys under a name have. Where the cell scores, only what was confirmed counts unless somebody says otherwise. */
async function readNamed(
  call: SignedInCall,
  campaign: PreparedCampaign,
  fields: URLSearchParams,
  faults: Faults,
): Promise<NamedFields> {
  const { survey, figures } = campaign
  if (!mayNow('shape', campaign)) return { scoring: survey?.scoring, figures }
  const wanted = fields.get('scoring') ?? ''
  const group = (await scoringOptions(call, campaign)).find(({ key }) => key === wanted)?.key
  if (wanted !== '' && group === undefined) faults.add('scoring', 'scoring-unknown')
  if (fields.get('figures')) return { scoring: group, figures: faults.one(fields, 'figures', figureRules) ?? figures }
  return { scoring: group, figures: group === undefined ? 'submitted' : 'accepted' }
}

/** The groups of the form that a cell can fill in; none while there is no form. */
async function scoringOptions(
  { deps, me, language }: SignedInCall,
  { form }: Pick<PreparedCampaign, 'form'>,
): Promise<{ readonly key: string; readonly label: string }[]> {
  if (!form) return []
  const version = await deps.directory.form(me.organisationId, form)
  const texts = formLanguage(version.form, language)
  return scoringGroups(version).map(({ name, source }) => ({
    key: name,
    label: plainLabel(textIn(source.label, texts) ?? name),
  }))
}

/** What the group that a survey is scored in is called; undefined where it isn't scored. */
export async function scoringLabel(call: SignedInCall, campaign: PreparedCampaign): Promise<string | undefined> {
  const scoring = campaign.survey?.scoring
  if (scoring === undefined) return undefined
  return (await scoringOptions(call, campaign)).find(({ key }) => key === scoring)?.label ?? scoring
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
      groups={await scoringOptions(call, campaign)}
      fixedNamed={
        mayNow('shape', campaign) || survey?.way !== 'named'
          ? undefined
          : { scoring: await scoringLabel(call, campaign), figures: campaign.figures }
      }
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
