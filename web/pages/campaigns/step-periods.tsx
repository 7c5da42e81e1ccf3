// Step 4: one period or several, when each opens and closes, and what that comes to.

import type { CampaignPeriod } from '../../../shared/campaign/campaign.ts'
import { formatMoment } from '../../../shared/messages/number.ts'
import { periodName } from '../../../shared/messages/period.ts'
import type { PageContext } from '../context.ts'
import { Choices, type Entries, NumberField, SelectField } from './fields.tsx'
import { campaignTexts } from './step.tsx'

export const openingSides = ['start-after', 'start-before', 'end-after', 'end-before'] as const

/** Parts of a year as the end of a period's id: "" is the year, "H1", "Q3", "07". */
const partsOfYear = {
  year: ['year'],
  half: ['H1', 'H2'],
  quarter: ['Q1', 'Q2', 'Q3', 'Q4'],
  month: Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0')),
} as const

type PeriodsFieldsProps = {
  readonly context: PageContext
  readonly entries: Entries
  /** Whether what comes after the close may still count. */
  readonly takesLate: boolean
  readonly preview: readonly CampaignPeriod[] | undefined
}

export function PeriodsFields({ context, entries, takesLate, preview }: PeriodsFieldsProps) {
  const t = campaignTexts(context).step.periods
  return (
    <>
      <p class="lead">{t.lead}</p>
      <Part context={context} entries={entries} end="from" legend={t.first} />
      <Choices
        entries={entries}
        name="recurs"
        label={t.recurs}
        options={[
          { value: 'once', label: t.once },
          {
            value: 'many',
            label: t.many,
            inside: <Part context={context} entries={entries} end="to" legend={t.last} />,
          },
        ]}
      />
      <fieldset class="q">
        <legend>{t.opens}</legend>
        <div class="side-by-side">
          <NumberField entries={entries} name="opensDays" label={t.days} />
          <SelectField
            entries={entries}
            name="opensSide"
            label={t.side}
            options={openingSides.map((side) => ({ value: side, label: t.sides[side] }))}
          />
        </div>
      </fieldset>
      <Choices
        entries={entries}
        name="closesBy"
        label={t.closes}
        options={[
          {
            value: 'rule',
            label: t.closesRule,
            inside: (
              <div class="side-by-side">
                <NumberField entries={entries} name="closesDays" label={t.days} />
                <SelectField
                  entries={entries}
                  name="closesHour"
                  label={t.hour}
                  options={Array.from({ length: 25 }, (_, hour) => ({ value: String(hour), label: t.atHour(hour) }))}
                />
              </div>
            ),
          },
          { value: 'hand', label: t.closesHand },
        ]}
      />
      {takesLate && <NumberField entries={entries} name="graceDays" label={t.grace} hint={t.graceHint} />}
      <p class="meta">{t.zone(context.timeZone)}</p>
      {preview && <Preview context={context} periods={preview} />}
    </>
  )
}

type PartProps = {
  readonly context: PageContext
  readonly entries: Entries
  readonly end: 'from' | 'to'
  readonly legend: string
}

function Part({ context, entries, end, legend }: PartProps) {
  const t = campaignTexts(context).step.periods
  const options = (['half', 'quarter', 'month'] as const).map((kind) => ({
    group: t.parts[kind],
    options: partsOfYear[kind].map((value, index) => ({ value, label: t.partName[kind](index + 1) })),
  }))
  return (
    <fieldset class="q">
      <legend>{legend}</legend>
      <div class="side-by-side">
        <NumberField entries={entries} name={`${end}Year`} label={t.year} />
        <SelectField
          entries={entries}
          name={`${end}Part`}
          label={t.part}
          options={[{ value: 'year', label: t.partName.year }, ...options]}
        />
      </div>
    </fieldset>
  )
}

const sentence = (text: string) => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)

/** Shown in full up to here; of more the first and the last. */
const mostShown = 24

function Preview({ context, periods }: { readonly context: PageContext; readonly periods: readonly CampaignPeriod[] }) {
  const m = campaignTexts(context)
  const t = m.step.periods
  const { language, timeZone } = context
  const shown = periods.length <= mostShown ? periods : [...periods.slice(0, mostShown - 1), ...periods.slice(-1)]
  return (
    <section class="preview">
      <h2>{t.preview(periods.length)}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{m.overview.period}</th>
            <th scope="col">{t.opened}</th>
            <th scope="col">{t.closed}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ id, opensAt, closesAt }) => (
            <tr key={id}>
              <th scope="row">{sentence(periodName(id, language))}</th>
              <td>{formatMoment(opensAt, language, timeZone)}</td>
              <td>{closesAt === null ? m.noClose : formatMoment(closesAt, language, timeZone)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
