// The steps in which a campaign is prepared, and the check list before it opens.

import { fitsPreset } from '../report/letterhead.ts'
import type { ReportRule } from '../report/rule.ts'
import type { Misfit } from '../survey/form-fit.ts'
import type { PreparedCampaign } from './prepared.ts'

export const campaignSteps = ['about', 'form', 'units', 'periods', 'answering', 'indicators', 'more', 'check'] as const
export type CampaignStep = (typeof campaignSteps)[number]

/** The steps of a campaign, in their order. Where only groups are shown, at the end, no indicator can follow along. */
export const stepsOf = ({ survey }: Pick<PreparedCampaign, 'survey'>): readonly CampaignStep[] =>
  survey && survey.way !== 'named' ? campaignSteps.filter((step) => step !== 'indicators') : campaignSteps

/** done · missing: it can't open like this · advice: it can, and somebody should have looked. */
type CheckState = 'done' | 'missing' | 'advice'
export type Check = {
  readonly key:
    | 'description'
    | 'form'
    | 'form-fit'
    | 'units'
    | 'units-written'
    | 'periods'
    | 'periods-ahead'
    | 'answerers'
    | 'way'
    | 'survey-closes'
    | 'scoring'
    | 'invited'
    | 'indicators'
    | 'indicators-known'
    | 'reminders'
    | 'report'
    | 'report-fits'
    | 'report-indicators'
    | 'report-symbol'
    | 'report-dates'
  readonly state: CheckState
  readonly step: CampaignStep
}

/** What the list is made from besides the campaign itself. */
export type ReadinessFacts = {
  /** Units by the rule, and those of them that are written. */
  readonly asked: number
  readonly written: number
  /** Units of the rule that don't stand below the campaign's own. */
  readonly outside: number
  /** Units for which nobody has the role to answer. */
  readonly withoutAnswerers: number
  /** Indicators whose questions the form doesn't have. */
  readonly unknownIndicators: number
  /** Templates of reports that fit the kind of campaign. */
  readonly templates: readonly ReportRule['template'][]
  /** Periods whose report is made before they close. */
  readonly reportsEarly: number
  /** What the form asks and a survey can't. */
  readonly misfits: readonly Misfit[]
  /** Whether the form has the group in which the cell scores; true where nothing is scored. */
  readonly hasScoring: boolean
  /** People invited to the period that asks first. */
  readonly invited: number
  /** ISO 8601, UTC. */
  readonly now: string
}

const state = (isDone: boolean, otherwise: 'missing' | 'advice'): CheckState => (isDone ? 'done' : otherwise)

export function checkList(campaign: PreparedCampaign, facts: ReadinessFacts): Check[] {
  const { kind, description, form, periods, survey } = campaign
  const isAhead = periods.some(({ closesAt }) => closesAt === null || Date.parse(closesAt) > Date.parse(facts.now))
  const items: (Check | false)[] = [
    { key: 'description', state: state(description !== undefined, 'advice'), step: 'about' },
    { key: 'form', state: state(form !== null, 'missing'), step: 'form' },
    // Whoever has an open link answers: no unit is asked.
    survey?.way !== 'open' && {
      key: 'units',
      state: state(facts.asked > 0 && facts.outside === 0, 'missing'),
      step: 'units',
    },
    ...(kind === 'member-survey' ? [] : roleChecks(facts)),
    { key: 'periods', state: state(periods.length > 0, 'missing'), step: 'periods' },
    periods.length > 0 && { key: 'periods-ahead', state: state(isAhead, 'advice'), step: 'periods' },
    ...(kind === 'member-survey' ? surveyChecks(campaign, facts) : []),
    ...indicatorChecks(campaign, facts),
    ...reportChecks(campaign, facts),
  ]
  return items.filter((item) => item !== false)
}

/** Units answer by the roles that people hold there. */
const roleChecks = ({ asked, written, withoutAnswerers }: ReadinessFacts): (Check | false)[] => [
  asked > 0 && { key: 'units-written', state: state(written === asked, 'missing'), step: 'units' },
  { key: 'answerers', state: state(asked > 0 && withoutAnswerers === 0, 'advice'), step: 'answering' },
]

/** Members answer by invitation, or by an open link. */
function surveyChecks({ survey, form, periods }: PreparedCampaign, facts: ReadinessFacts): (Check | false)[] {
  const closes = periods.every(({ closesAt }) => closesAt !== null)
  return [
    { key: 'way', state: state(survey !== undefined, 'missing'), step: 'answering' },
    survey !== undefined &&
      form !== null && { key: 'form-fit', state: state(facts.misfits.length === 0, 'missing'), step: 'form' },
    survey?.way === 'named' &&
      facts.asked > 0 && {
        key: 'units-written',
        state: state(facts.written === facts.asked, 'missing'),
        step: 'units',
      },
    survey?.scoring !== undefined &&
      form !== null && { key: 'scoring', state: state(facts.hasScoring, 'missing'), step: 'answering' },
    survey?.way === 'anonymous' &&
      periods.length > 0 && { key: 'survey-closes', state: state(closes, 'missing'), step: 'periods' },
    survey !== undefined &&
      survey.way !== 'open' && { key: 'invited', state: state(facts.invited > 0, 'missing'), step: 'answering' },
  ]
}

function indicatorChecks(campaign: PreparedCampaign, facts: ReadinessFacts): (Check | false)[] {
  const { indicators, reminders, survey } = campaign
  const hasStep = stepsOf(campaign).includes('indicators')
  return [
    hasStep && { key: 'indicators', state: state(indicators.length > 0, 'advice'), step: 'indicators' },
    hasStep && facts.unknownIndicators > 0 && { key: 'indicators-known', state: 'missing', step: 'indicators' },
    survey?.way !== 'open' && { key: 'reminders', state: state(reminders !== undefined, 'advice'), step: 'more' },
  ]
}

/** What the campaign's own report needs, and lacks. */
function reportChecks({ report, indicators, kind }: PreparedCampaign, facts: ReadinessFacts): (Check | false)[] {
  const { templates, reportsEarly } = facts
  const isMade = report !== undefined && !report.isStopped
  if (!isMade) return [templates.length > 0 && { key: 'report', state: 'advice', step: 'more' }]
  return [
    { key: 'report', state: 'done', step: 'more' },
    { key: 'report-fits', state: state(templates.includes(report.template), 'missing'), step: 'more' },
    {
      key: 'report-symbol',
      state: state(fitsPreset(report.preset, report.header.documentSymbol), 'advice'),
      step: 'more',
    },
    // A survey's report is made of its questions.
    kind !== 'member-survey' && {
      key: 'report-indicators',
      state: state(indicators.length > 0, 'advice'),
      step: 'indicators',
    },
    { key: 'report-dates', state: state(reportsEarly === 0, 'advice'), step: 'more' },
  ]
}

export const missingIn = (checks: readonly Check[]): number =>
  checks.filter((check) => check.state === 'missing').length
