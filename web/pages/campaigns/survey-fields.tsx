// How members answer a survey, and how anonymous its break-downs leave them.

import type { Campaign } from '../../../shared/campaign/campaign.ts'
import { leastAnswers } from '../../../shared/disclosure/shown-units.ts'
import { formatCount } from '../../../shared/messages/number.ts'
import type { Forecast } from '../../../shared/survey/forecast.ts'
import { type AnsweringWay, answeringWays } from '../../../shared/survey/survey.ts'
import type { PageContext } from '../context.ts'
import { Choices, type Entries, NumberField, SelectField } from './fields.tsx'
import { campaignTexts } from './step.tsx'
import { figureRules } from './step-answering.tsx'

export type SurveyFieldsProps = {
  readonly context: PageContext
  readonly entries: Entries
  /** As they stand, where they can't change any more. */
  readonly fixedWay: AnsweringWay | undefined
  readonly fixedBreakdowns: readonly string[] | undefined
  /** What results can be broken down by. */
  readonly options: readonly { readonly key: string; readonly label: string; readonly choices: number }[]
  /** Groups at the top of the form, one of which the cell can fill in. */
  readonly groups: readonly { readonly key: string; readonly label: string }[]
  /** Of a survey under a name, as it stands, where it can't change any more. */
  readonly fixedNamed: { readonly scoring: string | undefined; readonly figures: Campaign['figures'] } | undefined
  readonly forecast: Forecast | 'nobody' | undefined
}

export function SurveyFields(props: SurveyFieldsProps) {
  const { context, entries, fixedWay, options, fixedBreakdowns, forecast } = props
  const m = campaignTexts(context)
  const { survey: t } = m.step
  const isOpen = props.fixedNamed === undefined
  const named = isOpen ? <NamedFields {...props} /> : null
  const limit = <NumberField entries={entries} name="limit" label={t.limit} hint={t.limitHint} optional={m.optional} />
  return (
    <>
      <p class="lead">{t.lead}</p>
      {fixedWay ? (
        <>
          <dl>
            <dt>{t.way}</dt>
            <dd>
              {t.ways[fixedWay].name}
              <small class="note-line">{t.ways[fixedWay].note}</small>
            </dd>
          </dl>
          <p class="meta">{t.wayFixed}</p>
          {fixedWay === 'open' && limit}
          {fixedWay === 'named' && named}
        </>
      ) : (
        <Choices
          entries={entries}
          name="way"
          label={t.way}
          options={answeringWays.map((way) => ({
            value: way,
            label: t.ways[way].name,
            note: t.ways[way].note,
            ...(way === 'open' ? { inside: limit } : {}),
            ...(way === 'named' ? { inside: named } : {}),
          }))}
        />
      )}
      <FixedNamed {...props} />
      <Breakdowns context={context} entries={entries} options={options} fixedBreakdowns={fixedBreakdowns} />
      {forecast && <ForecastSection context={context} forecast={forecast} />}
    </>
  )
}

/** What the cell fills in for each member, and which answers count. */
function NamedFields({ context, entries, groups }: SurveyFieldsProps) {
  const m = campaignTexts(context)
  const { survey: t, answering } = m.step
  return (
    <>
      {groups.length === 0 ? (
        <p class="hint">{t.noGroups}</p>
      ) : (
        <SelectField
          entries={entries}
          name="scoring"
          label={t.scoring}
          hint={t.scoringHint}
          empty={t.noScoring}
          options={groups.map(({ key, label }) => ({ value: key, label }))}
        />
      )}
      <SelectField
        entries={entries}
        name="figures"
        label={answering.figures}
        hint={t.figuresHint}
        empty={t.figuresUsual}
        options={figureRules.map((value) => ({ value, label: t.figureRules[value] }))}
      />
    </>
  )
}

function FixedNamed({ context, fixedNamed }: SurveyFieldsProps) {
  const { survey: t, answering } = campaignTexts(context).step
  if (!fixedNamed) return null
  return (
    <dl>
      <dt>{t.scoring}</dt>
      <dd>{fixedNamed.scoring ?? t.noScoring}</dd>
      <dt>{answering.figures}</dt>
      <dd>{t.figureRules[fixedNamed.figures]}</dd>
    </dl>
  )
}

function Breakdowns(props: Pick<SurveyFieldsProps, 'context' | 'entries' | 'options' | 'fixedBreakdowns'>) {
  const { context, entries, options, fixedBreakdowns } = props
  const { survey: t } = campaignTexts(context).step
  if (fixedBreakdowns)
    return (
      <dl>
        <dt>{t.breakdowns}</dt>
        <dd>{fixedBreakdowns.join('; ') || t.noneChosen}</dd>
      </dl>
    )
  if (options.length === 0) return <p class="state">{t.noBreakdowns}</p>
  return (
    <Choices
      entries={entries}
      name="breakdowns"
      label={t.breakdowns}
      hint={t.breakdownsHint}
      many
      options={options.map(({ key, label, choices }) => ({ value: key, label, note: t.choices(choices) }))}
    />
  )
}

/** What is expected of the anonymity of those invited, in words and as a small table. */
export function ForecastSection(props: { readonly context: PageContext; readonly forecast: Forecast | 'nobody' }) {
  const { context, forecast } = props
  const { forecast: t } = campaignTexts(context).survey
  if (forecast === 'nobody')
    return (
      <section class="preview">
        <h2>{t.title}</h2>
        <p>{t.notYet}</p>
      </section>
    )
  const warnings = warningsOf(context, forecast)
  const { groups } = forecast
  const rows = [
    [t.invited, forecast.invited],
    [t.places, forecast.places],
    [t.climbed, forecast.climbed],
    ...(groups > 1
      ? ([
          [t.groups, groups],
          [t.alone, forecast.alone],
          [t.tooSmall, forecast.tooSmall],
        ] as const)
      : []),
  ] as const
  return (
    <section class="preview" aria-live="polite">
      <h2>{t.title}</h2>
      {warnings.map((warning) => (
        <p key={warning} class="state">
          <b>{warning}</b>
        </p>
      ))}
      {warnings.length === 0 && <p>{groups > 1 ? t.fine : t.fineWhole}</p>}
      <p class="meta">{t.lead}</p>
      <table>
        <tbody>
          {rows.map(([name, value]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{formatCount(value, context.language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function warningsOf(context: PageContext, { invited, places, groups, alone, tooSmall }: Forecast): string[] {
  const { forecast: t } = campaignTexts(context).survey
  return [
    ...(invited < leastAnswers ? [t.tooFew(invited)] : []),
    ...(alone > 0 ? [t.someAlone(alone)] : []),
    ...(groups > 1 && tooSmall * 2 > places ? [t.mostHidden(tooSmall, places)] : []),
  ]
}
