// The fields that say when a report is made: of a campaign's own report, and of a plan.

import type { Language } from '../../shared/language.ts'
import { reportScheduleMessages } from '../../shared/messages/report-schedule.ts'
import { mostMonthsAfter, mostWorkingDays } from '../../shared/report/schedule.ts'
import { Choices, type Entries, NumberField, SelectField } from './campaigns/fields.tsx'

const upTo = (most: number, least: number): number[] => Array.from({ length: most - least + 1 }, (_, n) => n + least)

export function ScheduleFields({ entries, language }: { readonly entries: Entries; readonly language: Language }) {
  const t = reportScheduleMessages[language]
  const option = (kind: keyof typeof t.kinds) => ({ value: kind, label: t.kinds[kind], note: t.notes[kind] })
  const numbered = (numbers: readonly number[], label: (n: number) => string) =>
    numbers.map((n) => ({ value: String(n), label: label(n) }))
  return (
    <>
      <Choices
        entries={entries}
        name="reportSchedule"
        label={t.label}
        options={[
          { ...option('days-after'), inside: <NumberField entries={entries} name="reportDays" label={t.days} /> },
          {
            ...option('day-of-month'),
            inside: (
              <div class="side-by-side">
                <NumberField entries={entries} name="reportDay" label={t.day} />
                <SelectField
                  entries={entries}
                  name="reportMonths"
                  label={t.months}
                  options={numbered(upTo(mostMonthsAfter, 0), t.month)}
                />
              </div>
            ),
          },
          {
            ...option('working-day'),
            inside: (
              <SelectField
                entries={entries}
                name="reportWhich"
                label={t.which}
                options={[{ value: 'last', label: t.last }, ...numbered(upTo(mostWorkingDays, 1), t.nth)]}
              />
            ),
          },
          option('by-hand'),
        ]}
      />
      <SelectField entries={entries} name="reportHour" label={t.hour} options={numbered(upTo(24, 0), t.atHour)} />
    </>
  )
}
