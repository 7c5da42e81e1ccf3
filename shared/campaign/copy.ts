// A campaign of this year as the draft of next year's: the same questions to the same units, every period a year later.

import * as Instant from 'temporal-polyfill/fns/Instant'
import * as ZonedDateTime from 'temporal-polyfill/fns/ZonedDateTime'
import type { CampaignId } from '../ids.ts'
import type { LocalText } from '../language.ts'
import type { Survey } from '../survey/survey.ts'
import type { Campaign, CampaignPeriod, Scope } from './campaign.ts'
import { periodSpan } from './period.ts'
import type { PreparedCampaign } from './prepared.ts'
import { laterPeriod, periodsOf } from './schedule.ts'

/** The same day and hour on the calendar a year later. */
function yearLater(moment: string, timeZone: string): string {
  const zoned = Instant.toZonedDateTimeISO(Instant.fromString(moment), timeZone)
  return Instant.toString(ZonedDateTime.toInstant(ZonedDateTime.addYears(zoned, 1)))
}

function periodsLater(
  { schedule, periods }: Campaign,
  timeZone: string,
): Pick<PreparedCampaign, 'periods' | 'schedule'> {
  const next = schedule && { ...schedule, from: laterPeriod(schedule.from, 1), to: laterPeriod(schedule.to, 1) }
  // By the rule, where there is one: a period that was extended this year is not extended next year.
  const made = next && periodsOf(next, timeZone)
  if (made?.ok) return { schedule: next, periods: made.value }
  const later = (period: CampaignPeriod): CampaignPeriod => ({
    ...period,
    id: laterPeriod(period.id, 1),
    opensAt: yearLater(period.opensAt, timeZone),
    closesAt: period.closesAt && yearLater(period.closesAt, timeZone),
  })
  // Past figures that were brought in stay with the campaign that they were brought into.
  return { periods: periods.filter(({ isPast }) => !isPast).map(later) }
}

/** A year of the periods that stands in a title is next year's there; a title without one says that it is a copy. */
function titleLater({ title, periods }: Campaign): LocalText {
  const years = new Set(periods.map(({ id }) => String(periodSpan(id).year)))
  const later = (text: string) => text.replace(/\d{4,}/g, (year) => (years.has(year) ? String(Number(year) + 1) : year))
  const named = (text: string, copied: string) => {
    const next = later(text)
    return next === text ? `${text} (${copied})` : next
  }
  const vi = named(title.vi, 'bản sao')
  return title.en === undefined ? { vi } : { vi, en: named(title.en, 'copy') }
}

const sameUnits = (campaignId: CampaignId): Scope => ({
  from: { kind: 'campaign', campaignId },
  ...{ except: [], also: [], expected: 1 },
})

/** Links of this year don't lead to next year's survey. */
const withoutDoor = ({ door: _, ...survey }: Survey): Survey => survey

/** The draft of next year's campaign; `now`: ISO 8601, UTC. Its units are those of this one that still stand when it opens. */
export function nextYears(campaign: Campaign, id: CampaignId, timeZone: string, now: string): PreparedCampaign {
  const { pausedAt: _, schedule: __, report, survey, scope, ...kept } = campaign
  return {
    ...kept,
    id,
    state: 'draft',
    title: titleLater(campaign),
    earlierVersions: [],
    ...(campaign.kind === 'member-survey' ? (scope ? { scope } : {}) : { scope: sameUnits(campaign.id) }),
    ...(survey ? { survey: withoutDoor(survey) } : {}),
    ...periodsLater(campaign, timeZone),
    ...(report && !report.isStopped ? { report: { ...report, since: now } } : {}),
  }
}
