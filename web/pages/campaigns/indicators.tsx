// Step 6: the indicators of a campaign as a list, the choice of a question for another one, and the editor of one.

import type { CampaignId } from '../../../shared/ids.ts'
import { type LocalText, localize } from '../../../shared/language.ts'
import { path } from '../../../shared/paths.ts'
import { langOf } from '../../parts/texts.ts'
import type { PageContext } from '../context.ts'
import { AreaField, Choices, type Entries, Fault, NumberField, SelectField, TextField } from './fields.tsx'
import { campaignTexts } from './step.tsx'

/** A rate is of a sum or of a count: which, follows from its question. */
export const measures = ['mean', 'share', 'sum', 'count', 'ratio', 'per-members', 'per-units'] as const
export type MeasureKind = (typeof measures)[number]

/** Whether choices of the question are counted. */
export const countsChoices = (measure: MeasureKind, question: QuestionOption | undefined): boolean =>
  measure === 'share' || measure === 'count' || (measure.startsWith('per-') && question?.kind === 'choice')

export type QuestionOption = {
  readonly key: string
  readonly label: string
  readonly kind: 'number' | 'choice'
  readonly choices: readonly { readonly name: string; readonly label: string }[]
}

export type IndicatorLine = {
  readonly id: string
  readonly name: LocalText
  /** How it is made, in words. */
  readonly measure: string
  readonly target: string
  /** Whether the form has its questions. */
  readonly isKnown: boolean
}

type ListProps = {
  readonly context: PageContext
  readonly campaignId: CampaignId
  readonly version: number
  readonly indicators: readonly IndicatorLine[]
  /** Undefined while no form is chosen. */
  readonly questions: readonly QuestionOption[] | undefined
  readonly nextHref: string
}

export function IndicatorList(props: ListProps) {
  const { context, campaignId, indicators, questions, nextHref } = props
  const t = campaignTexts(context).step.indicators
  return (
    <>
      <p class="lead">{t.lead}</p>
      {indicators.length === 0 ? <p class="state">{t.none}</p> : <Lines {...props} />}
      {questions === undefined ? (
        <p class="state">{t.noForm}</p>
      ) : (
        <Add context={context} campaignId={campaignId} questions={questions} />
      )}
      <p class="send">
        <a class="main" href={nextHref}>
          {t.next}
        </a>
      </p>
    </>
  )
}

function Lines({ context, campaignId, version, indicators }: ListProps) {
  const m = campaignTexts(context)
  const t = m.step.indicators
  const { language } = context
  return (
    <ul class="rounds">
      {indicators.map(({ id, name, measure, target, isKnown }, index) => (
        <li key={id}>
          <h2 lang={langOf(name, language)}>{localize(name, language)}</h2>
          <p class="meta">{[measure, target && `${t.target} ${target}`].filter(Boolean).join(' · ')}</p>
          {!isKnown && <p class="fault">{t.unknown}</p>}
          <div class="acts">
            <a href={path.indicator(campaignId, { indicator: id })} aria-label={t.editOf(localize(name, language))}>
              {t.edit}
            </a>
            {index > 0 && (
              <form method="post" action={path.campaignStep(campaignId, 'indicators')}>
                <input type="hidden" name="version" value={String(version)} />
                <input type="hidden" name="indicator" value={id} />
                <button
                  type="submit"
                  class="plain"
                  name="action"
                  value="up"
                  aria-label={t.up(localize(name, language))}
                >
                  {t.upShort}
                </button>
              </form>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}

const nothing: Entries = { fields: new URLSearchParams({ measure: 'mean' }), faults: new Map() }

function Add(props: {
  readonly context: PageContext
  readonly campaignId: CampaignId
  readonly questions: readonly QuestionOption[]
}) {
  const { context, campaignId, questions } = props
  const t = campaignTexts(context).step.indicators
  return (
    <section class="preview">
      <h2>{t.add}</h2>
      <form method="get" action={path.campaignStep(campaignId, 'indicators')}>
        <Choices
          entries={nothing}
          name="measure"
          label={t.measure}
          options={measures.map((value) => ({ value, label: t.measures[value] }))}
        />
        <SelectField
          entries={nothing}
          name="question"
          label={t.question}
          options={questions.map(({ key, label }) => ({ value: key, label }))}
        />
        <SelectField
          entries={nothing}
          name="over"
          label={t.over}
          hint={t.overHint}
          empty=""
          options={questions.filter(({ kind }) => kind === 'number').map(({ key, label }) => ({ value: key, label }))}
        />
        <p class="make">
          <button type="submit">{t.goOn}</button>
        </p>
      </form>
    </section>
  )
}

export type IndicatorFieldsProps = {
  readonly context: PageContext
  readonly entries: Entries
  readonly measure: MeasureKind
  readonly question: QuestionOption | undefined
  readonly over: QuestionOption | undefined
}

/** The editor's fields; measure and questions stand fast. */
export function IndicatorFields({ context, entries, measure, question, over }: IndicatorFieldsProps) {
  const m = campaignTexts(context)
  const t = m.step.indicators
  const text = (name: string, label: string, isOptional = false) => (
    <TextField
      entries={entries}
      name={name}
      label={label}
      maxlength={200}
      lang={name.endsWith('En') ? 'en' : 'vi'}
      {...(isOptional ? { optional: m.optional } : {})}
    />
  )
  return (
    <>
      <p class="unit">{measureWords(t.measureOf, measure, question?.label ?? '', over?.label ?? '')}</p>
      <input type="hidden" name="measure" value={measure} />
      <input type="hidden" name="question" value={question?.key ?? ''} />
      <input type="hidden" name="over" value={over?.key ?? ''} />
      <Fault name="question" text={entries.faults.get('question')} />
      {countsChoices(measure, question) && question && (
        <Choices
          entries={entries}
          name="choices"
          label={t.choices}
          many
          options={question.choices.map(({ name, label }) => ({ value: name, label }))}
        />
      )}
      <AreaField entries={entries} name="nameVi" label={t.nameVi} rows={2} maxlength={500} lang="vi" />
      <AreaField
        entries={entries}
        name="nameEn"
        label={t.nameEn}
        optional={m.optional}
        rows={2}
        maxlength={500}
        lang="en"
      />
      {text('shortVi', t.shortVi)}
      {text('shortEn', t.shortEn, true)}
      <Choices
        entries={entries}
        name="format"
        label={t.format}
        options={(['number', 'percent'] as const).map((value) => ({ value, label: t.formats[value] }))}
      />
      <NumberField entries={entries} name="decimals" label={t.decimals} />
      <NumberField entries={entries} name="target" label={t.targetValue} hint={t.targetHint} optional={m.optional} />
      <Choices
        entries={entries}
        name="direction"
        label={t.direction}
        options={(['at-least', 'at-most'] as const).map((value) => ({ value, label: t.directions[value] }))}
      />
      <AreaField
        entries={entries}
        name="classes"
        label={t.classes}
        hint={t.classesHint}
        optional={m.optional}
        rows={4}
        maxlength={2_000}
        lang="vi"
      />
    </>
  )
}

type MeasureWords = ReturnType<typeof campaignTexts>['step']['indicators']['measureOf']

/** How an indicator is made, in words; where choices are counted `over` names them. */
export const measureWords = (words: MeasureWords, measure: MeasureKind, question: string, over: string): string =>
  measure === 'mean' || measure === 'sum' ? words[measure](question) : words[measure](question, over)
