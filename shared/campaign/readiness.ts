// The steps in which a campaign is prepared, and the check list before it opens.

import type { ReportRule } from '../report/rule.ts'
import type { PreparedCampaign } from './prepared.ts'

export const campaignSteps = ['about', 'form', 'units', 'periods', 'answering', 'indicators', 'more', 'check'] as const
export type CampaignStep = (typeof campaignSteps)[number]

/** done · missing: it can't open like this · advice: it can, and somebody should have looked. */
type CheckState = 'done' | 'missing' | 'advice'
export type Check = {
  readonly key:
    | 'kind'
    | 'description'
    | 'form'
    | 'units'
    | 'units-written'
    | 'periods'
    | 'periods-ahead'
    | 'answerers'
    | 'indicators'
    | 'indicators-known'
    | 'reminders'
    | 'report'
    | 'report-fits'
    | 'report-indicators'
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
  /** ISO 8601, UTC. */
  readonly now: string
}

const state = (isDone: boolean, otherwise: 'missing' | 'advice'): CheckState => (isDone ? 'done' : otherwise)

export function checkList(campaign: PreparedCampaign, facts: ReadinessFacts): Check[] {
  const { kind, description, form, periods, indicators, reminders } = campaign
  const isAhead = periods.some(({ closesAt }) => closesAt === null || Date.parse(closesAt) > Date.parse(facts.now))
  const items: (Check | false)[] = [
    // Invitations for members are not there yet.
    kind === 'member-survey' && { key: 'kind', state: 'missing', step: 'about' },
    { key: 'description', state: state(description !== undefined, 'advice'), step: 'about' },
    { key: 'form', state: state(form !== null, 'missing'), step: 'form' },
    { key: 'units', state: state(facts.asked > 0 && facts.outside === 0, 'missing'), step: 'units' },
    facts.asked > 0 && {
      key: 'units-written',
      state: state(facts.written === facts.asked, 'missing'),
      step: 'units',
    },
    { key: 'periods', state: state(periods.length > 0, 'missing'), step: 'periods' },
    periods.length > 0 && { key: 'periods-ahead', state: state(isAhead, 'advice'), step: 'periods' },
    kind !== 'member-survey' && {
      key: 'answerers',
      state: state(facts.asked > 0 && facts.withoutAnswerers === 0, 'advice'),
      step: 'answering',
    },
    { key: 'indicators', state: state(indicators.length > 0, 'advice'), step: 'indicators' },
    facts.unknownIndicators > 0 && { key: 'indicators-known', state: 'missing', step: 'indicators' },
    { key: 'reminders', state: state(reminders !== undefined, 'advice'), step: 'more' },
    ...reportChecks(campaign, facts),
  ]
  return items.filter((item) => item !== false)
}

/** What the campaign's own report needs, and lacks. */
function reportChecks({ report, indicators }: PreparedCampaign, facts: ReadinessFacts): (Check | false)[] {
  const { templates, reportsEarly } = facts
  const isMade = report !== undefined && !report.isStopped
  if (!isMade) return [templates.length > 0 && { key: 'report', state: 'advice', step: 'more' }]
  return [
    { key: 'report', state: 'done', step: 'more' },
    { key: 'report-fits', state: state(templates.includes(report.template), 'missing'), step: 'more' },
    { key: 'report-indicators', state: state(indicators.length > 0, 'advice'), step: 'indicators' },
    { key: 'report-dates', state: state(reportsEarly === 0, 'advice'), step: 'more' },
  ]
}

export const missingIn = (checks: readonly Check[]): number =>
  checks.filter((check) => check.state === 'missing').length
