// Composes a report: what all reports have in common (letterhead, title, recipients, sign block), around the blocks of
// the plan's template. Pure: the same input makes the same document.

import { Temporal } from 'temporal-polyfill'
import { placementDay } from '../campaign/placement.ts'
import { asId, PeriodId } from '../ids.ts'
import { localize } from '../language.ts'
import { periodName } from '../messages/period.ts'
import { reportMessages } from '../messages/report.ts'
import { dayOf } from '../organisation/day.ts'
import type { Block, ReportDocument } from './document.ts'
import type { ReportInput } from './input.ts'
import { keyed } from './keys.ts'
import { headerOf } from './letterhead.ts'
import { composeTemplate } from './outline.ts'
import { presets } from './preset.ts'
import type { PresetId } from './preset-id.ts'
import { dueAt } from './schedule.ts'

/** The numeral of a part as the preset writes it: "I-", "I.". */
function inPreset(block: Block, preset: PresetId): Block {
  if (block.type !== 'heading' || block.level !== 1) return block
  return { ...block, marker: block.marker.replace(/-$/, presets[preset].headings.partMark) }
}

/** A draft: number, day and name stay open until it is issued. */
export function compose(input: ReportInput): ReportDocument {
  const { plan } = input
  const words = reportMessages[plan.language]
  const { place, ...ownHeader } = plan.header
  return {
    version: 2,
    id: input.id,
    template: { id: input.template.id, version: input.template.version },
    language: plan.language,
    preset: plan.preset,
    asOf: input.asOf,
    draftMark: words.draft,
    header: headerOf(plan.preset, plan.language, {
      ...ownHeader,
      placeAndDate: words.placeAndDate(place, monthDue(input)),
    }),
    kind: words.kind,
    subject: words.subject(localize(plan.title, plan.language).slice(0, 900), periodName(input.period, plan.language)),
    blocks: keyed(composeTemplate(input).map((block) => inPreset(block, plan.preset))),
    links: { publicUrl: input.publicUrl, placedOn: placementDay(input.period, dayOf(input.asOf, input.timeZone)) },
    recipients: { heading: words.recipients, items: plan.recipients },
    sign: { authority: plan.sign.authority, post: plan.sign.post, name: '' },
  }
}

/** The month the report is due in where the organisation is; the month of its figures where the plan sets no date. */
function monthDue({ plan, period, asOf, timeZone, daysOff }: ReportInput): {
  year: number
  month: number
  monthName: string
} {
  const due = dueAt(plan.schedule, period, { timeZone, daysOff }) ?? asOf
  const { year, month } = Temporal.Instant.from(due).toZonedDateTimeISO(timeZone)
  const name = periodName(asId(PeriodId, `${year}-${String(month).padStart(2, '0')}`), 'en').split(' ')[0] ?? ''
  return { year, month, monthName: name }
}
