// The fields about the report that is made of a campaign, and the dates that they come to.

import type { PeriodId } from '../../../shared/ids.ts'
import { type LocalText, languages, localize } from '../../../shared/language.ts'
import { formatMoment } from '../../../shared/messages/number.ts'
import { periodName } from '../../../shared/messages/period.ts'
import { path } from '../../../shared/paths.ts'
import { presetIds } from '../../../shared/report/document.ts'
import { longestLine, longestLogo } from '../../../shared/report/plan.ts'
import { unitName } from '../../parts/texts.ts'
import type { PageContext } from '../context.ts'
import { AreaField, Choices, type Entries, NumberField, SelectField, TextField } from './fields.tsx'
import { PresetPicture, type Sample } from './preset-picture.tsx'
import { campaignTexts } from './step.tsx'

type Due = { readonly period: PeriodId; readonly dueAt: string }

export type ReportFieldsProps = {
  readonly context: PageContext
  readonly entries: Entries
  /** Those that fit the kind of campaign. */
  readonly templates: readonly { readonly id: string; readonly name: LocalText }[]
  readonly unitName: string
  /** The dates ahead, and how many have passed; undefined without a report. */
  readonly dates: { readonly ahead: readonly Due[]; readonly passed: number; readonly periods: number } | undefined
  /** Other reports that the campaign is part of. */
  readonly others: readonly { readonly id: string; readonly title: LocalText; readonly due: readonly Due[] }[]
}

export function ReportFields(props: ReportFieldsProps) {
  const { context, entries, templates, others } = props
  const t = campaignTexts(context).step.report
  return (
    <>
      <Choices
        entries={entries}
        name="reportTemplate"
        label={t.label}
        hint={t.hint}
        options={[
          { value: 'none', label: t.noReport },
          ...templates.map(({ id, name }) => ({ value: id, label: localize(name, context.language) })),
        ]}
      />
      <div class="inside report-frame">
        <Frame {...props} />
      </div>
      <p class="meta">
        <a href={path.templates()}>{t.seeTemplates}</a>
      </p>
      {props.dates && <Dates context={context} dates={props.dates} />}
      {others.length > 0 && (
        <section class="q">
          <h2>{t.also}</h2>
          {others.map((plan) => (
            <Other key={plan.id} context={context} plan={plan} />
          ))}
        </section>
      )}
    </>
  )
}

function Frame({ context, entries, unitName: name }: ReportFieldsProps) {
  const texts = campaignTexts(context)
  const { report: t, periods } = texts.step
  const base = { entries, maxlength: longestLine, lang: 'vi' }
  return (
    <>
      <p>{t.scope(unitName(name))}</p>
      <Choices
        entries={entries}
        name="reportPreset"
        label={t.preset}
        options={presetIds.map((value) => ({
          value,
          label: t.presets[value],
          note: t.presetNotes[value],
          picture: <PresetPicture preset={value} sample={sampleIn(entries)} />,
        }))}
      />
      <SelectField
        entries={entries}
        name="reportLanguage"
        label={t.language}
        options={languages.map((value) => ({ value, label: t.languages[value] }))}
      />
      <TextField {...base} name="reportBodyAbove" label={t.bodyAbove} hint={t.bodyAboveHint} />
      <TextField {...base} name="reportBody" label={t.body} />
      <TextField
        {...base}
        name="reportLogo"
        label={t.logo}
        hint={t.logoHint}
        optional={texts.optional}
        maxlength={longestLogo}
      />
      <div class="side-by-side">
        <TextField {...base} name="reportSymbol" label={t.symbol} hint={t.symbolHint} />
        <TextField {...base} name="reportPlace" label={t.place} hint={t.placeHint} />
      </div>
      <AreaField
        entries={entries}
        name="reportRecipients"
        label={t.recipients}
        hint={t.recipientsHint}
        rows={3}
        lang="vi"
      />
      <TextField
        {...base}
        name="reportAuthority"
        label={t.authority}
        hint={t.authorityHint}
        optional={texts.optional}
      />
      <TextField {...base} name="reportPost" label={t.post} hint={t.postHint} />
      <div class="side-by-side">
        <NumberField entries={entries} name="reportDays" label={t.days} />
        <SelectField
          entries={entries}
          name="reportHour"
          label={t.hour}
          options={Array.from({ length: 25 }, (_, hour) => ({ value: String(hour), label: periods.atHour(hour) }))}
        />
      </div>
      <p class="meta">{periods.zone(context.timeZone)}</p>
    </>
  )
}

/** The letterhead as its fields stand. */
function sampleIn({ fields }: Entries): Sample {
  const field = (name: string) => (fields.get(name) ?? '').trim()
  return {
    language: field('reportLanguage') === 'en' ? 'en' : 'vi',
    header: {
      bodyAbove: field('reportBodyAbove'),
      body: field('reportBody'),
      documentSymbol: field('reportSymbol'),
      logo: field('reportLogo'),
    },
    place: field('reportPlace'),
  }
}

/** Dates that are shown; of more only the number. */
const mostDates = 10

function Dates({ context, dates }: { context: PageContext; dates: NonNullable<ReportFieldsProps['dates']> }) {
  const m = campaignTexts(context)
  const t = m.step.report
  const { language, timeZone } = context
  const { ahead, passed, periods } = dates
  return (
    <section class="preview">
      <h2>{t.preview}</h2>
      {ahead.length === 0 && <p>{periods === 0 ? t.noPeriods : t.noDates}</p>}
      {ahead.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{m.overview.period}</th>
              <th scope="col">{t.due}</th>
            </tr>
          </thead>
          <tbody>
            {ahead.slice(0, mostDates).map(({ period, dueAt }) => (
              <tr key={period}>
                <th scope="row">{periodName(period, language)}</th>
                <td>{formatMoment(dueAt, language, timeZone)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {ahead.length > mostDates && <p class="meta">{t.more(ahead.length - mostDates)}</p>}
      {passed > 0 && <p class="meta">{t.passed(passed)}</p>}
    </section>
  )
}

function Other({ context, plan }: { context: PageContext; plan: ReportFieldsProps['others'][number] }) {
  const { more: t } = campaignTexts(context).step
  const { language, timeZone } = context
  const written = localize(plan.title, language)
  const title = written.charAt(0).toLocaleUpperCase(language) + written.slice(1)
  if (plan.due.length === 0) return <p>{t.noDue(title)}</p>
  return (
    <>
      <p>{t.reportOf(title)}</p>
      <ul class="codes">
        {plan.due.map(({ period, dueAt }) => (
          <li key={period}>{t.dueAt(periodName(period, language), formatMoment(dueAt, language, timeZone))}</li>
        ))}
      </ul>
    </>
  )
}
