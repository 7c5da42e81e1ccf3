// When reminders are due by a campaign's rule, whom they concern, and what they say.

import type { PersonId, UnitId } from '../ids.ts'
import { formatMoment } from '../messages/number.ts'
import { periodName } from '../messages/period.ts'
import type { Person } from '../organisation/access.ts'
import { unitLabel } from '../organisation/search.ts'
import type { Unit } from '../organisation/unit.ts'
import type { Summary } from '../summary/summary.ts'
import type { Campaign, CampaignPeriod, CampaignUnit, ReminderRule } from './campaign.ts'

const dayMs = 86_400_000

/**
 * The occasion that is due by the rule, by name; undefined where none is. Occasions that were missed are not made up for: the
 * newest stands for them. Another deadline makes occasions of its own.
 */
export function dueOccasion(rule: ReminderRule, { closesAt, isPast }: CampaignPeriod, now: string): string | undefined {
  // Nobody was asked in a period that was added for figures of then.
  if (closesAt === null || isPast) return undefined
  const close = Date.parse(closesAt)
  const since = Date.parse(now) - (close - rule.daysBefore * dayMs)
  const isOver = Date.parse(now) >= close + rule.daysAfter * dayMs
  return since < 0 || isOver ? undefined : `${closesAt}+${Math.floor(since / (rule.everyDays * dayMs))}`
}

/** The units that still owe something: nothing came from them, or it was returned. */
export const owing = (units: readonly CampaignUnit[], summaries: ReadonlyMap<UnitId, Summary>): readonly UnitId[] =>
  units.flatMap(({ unitId }) => {
    const summary = summaries.get(unitId)
    const isIn = summary && summary.responses + summary.waiting + summary.notPossible + summary.quarantined > 0
    return isIn && summary.returned === 0 ? [] : [unitId]
  })

export type Reminder = { readonly person: Person; readonly units: readonly Unit[] }

/** What each person is reminded of, and the units for which there is nobody. */
export function remindersFor(
  units: readonly Unit[],
  peopleFor: (unit: Unit) => readonly Person[],
): { readonly reminders: readonly Reminder[]; readonly without: readonly Unit[] } {
  const byPerson = new Map<PersonId, { person: Person; units: Unit[] }>()
  const without: Unit[] = []
  for (const unit of units) {
    const people = peopleFor(unit)
    if (people.length === 0) without.push(unit)
    for (const person of people) {
      const known = byPerson.get(person.id) ?? { person, units: [] }
      known.units.push(unit)
      byPerson.set(person.id, known)
    }
  }
  return { reminders: [...byPerson.values()], without }
}

/** Units that a mail names; of more the number. */
const mostNamed = 20

export type ReminderText = { readonly subject: string; readonly text: string }

/** In Vietnamese, with English below. `units` left out: a text that is for everybody. */
export function reminderText(
  about: {
    readonly campaign: Pick<Campaign, 'title'>
    readonly period: CampaignPeriod
    readonly timeZone: string
    /** Where one signs in and sees what is left. */
    readonly address: string
  },
  units: readonly Unit[] = [],
): ReminderText {
  const { campaign, period, timeZone, address } = about
  const named = units.slice(0, mostNamed).map((unit) => `- ${unitLabel(unit)}`)
  const more = units.length - named.length
  const part = (language: 'vi' | 'en') => {
    const title = campaign.title[language] ?? campaign.title.vi
    const when = period.closesAt && formatMoment(period.closesAt, language, timeZone)
    const name = periodName(period.id, language)
    return language === 'vi'
      ? [
          `Xin nhắc: “${title}”, kỳ ${name}, chưa nhận được phiếu${units.length > 0 ? ' của:' : ' của một số đơn vị.'}`,
          ...named,
          ...(more > 0 ? [`… và ${more} đơn vị nữa.`] : []),
          ...(when ? [`Hạn nộp: ${when}.`] : []),
          `Điền và gửi tại: ${address}`,
        ]
      : [
          `A reminder: “${title}”, ${name}: no form has been received yet${units.length > 0 ? ' from the units above.' : ' from some units.'}`,
          ...(when ? [`Deadline: ${when}.`] : []),
          `Fill in and send at: ${address}`,
        ]
  }
  return {
    subject: `Nhắc nộp phiếu: ${campaign.title.vi}`,
    text: [...part('vi'), '', '---', '', ...part('en'), ''].join('\n'),
  }
}
