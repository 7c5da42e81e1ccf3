// The filters of the table of responses: a form that only leads to another address.

import { answersMessages } from '../../../shared/messages/answers.ts'
import { periodName } from '../../../shared/messages/period.ts'
import { unitFieldMessages } from '../../../shared/messages/unit-field.ts'
import { path } from '../../../shared/paths.ts'
import type { ReportPeriod } from '../../../shared/report/period.ts'
import { type Operator, operators } from '../../../shared/response/answer-search.ts'
import { type Place, places } from '../../../shared/response/state.ts'
import { ChoiceLine } from '../../parts/choice-line.tsx'
import type { PageContext } from '../context.ts'

export type FiltersProps = {
  readonly context: PageContext
  readonly action: string
  readonly periodIds: readonly ReportPeriod[]
  /** The questions that there are to ask for, by key, as their form calls them. */
  readonly questions: readonly { readonly key: string; readonly label: string }[]
  readonly mostColumns: number
  readonly isNarrowed: boolean
  /** Filters of the address that name nothing known, in words, each with the address without it. */
  readonly unknown: readonly { readonly text: string; readonly withoutHref: string }[]
  /** The one unit that the table is narrowed to, which is no field, with the address without it. */
  readonly only:
    | {
        readonly value: string
        readonly within: string | undefined
        readonly on: string | undefined
        readonly text: string
        readonly withoutHref: string
      }
    | undefined
  readonly senders: {
    readonly people: readonly { readonly id: string; readonly name: string }[]
    readonly isCut: boolean
  }
  readonly values: {
    readonly period: string
    readonly unitText: string
    readonly state: string
    readonly by: string
    readonly text: string
    readonly question: string
    readonly operator: Operator
    readonly value: string
    readonly columns: readonly string[]
  }
}

export function Filters(props: FiltersProps) {
  const { context, action, only, unknown, values, isNarrowed } = props
  const m = answersMessages[context.language].filter
  return (
    <form class="filters" method="get" action={action}>
      {unknown.map(({ text, withoutHref }) => (
        <p key={text} class="state only">
          {text}{' '}
          <a href={withoutHref} aria-label={m.remove(text)}>
            {m.removeThis}
          </a>
        </p>
      ))}
      {only && (
        <p class="state only">
          <input type="hidden" name="unit" value={only.value} />
          {only.within && <input type="hidden" name="within" value={only.within} />}
          {only.on && <input type="hidden" name="on" value={only.on} />}
          {only.text}{' '}
          <a href={only.withoutHref} aria-label={m.remove(only.text)}>
            {m.removeThis}
          </a>
        </p>
      )}
      <div class="fields">
        <Periods {...props} />
        <UnitWords {...props} />
        <States {...props} />
        <By {...props} />
        <Field name="text" label={m.text} value={values.text} />
      </div>
      <details open={values.question !== ''}>
        <summary>{m.answer}</summary>
        <ByAnswer {...props} />
      </details>
      <details>
        <summary>{m.columns}</summary>
        <Columns {...props} />
      </details>
      <p class="send">
        <button type="submit" class="main">
          {m.apply}
        </button>
        {isNarrowed && <a href={action}>{m.clear}</a>}
      </p>
    </form>
  )
}

type FieldProps = { readonly name: string; readonly label: string; readonly value: string }

const Field = ({ name, label, value }: FieldProps) => (
  <div class="q">
    <label for={`f-${name}`}>{label}</label>
    <input type="text" id={`f-${name}`} name={name} value={value} maxlength={200} />
  </div>
)

/** Words of a unit's name or code. Not a field for one unit: what is left are all that have them, and those below. */
function UnitWords({ context, values }: FiltersProps) {
  const m = answersMessages[context.language].filter
  const { found } = unitFieldMessages[context.language]
  return (
    <div class="q">
      <label for="f-u">{m.unit}</label>
      <div class="unit-field">
        <input
          type="text"
          id="f-u"
          name="u"
          value={values.unitText}
          maxlength={200}
          autocomplete="off"
          aria-describedby="h-u"
          data-units={path.api.units('response.read')}
          data-label={m.unit}
          data-found={JSON.stringify([found(0), found(1), found(2)])}
        />
      </div>
      <p class="hint" id="h-u">
        {m.unitHint}
      </p>
    </div>
  )
}

function Periods({ context, periodIds, values }: FiltersProps) {
  const m = answersMessages[context.language]
  return (
    <ChoiceLine
      id="f-period"
      name="period"
      label={m.filter.period}
      empty={m.allPeriods}
      chosen={values.period}
      options={periodIds.map((id) => [id, periodName(id, context.language)])}
    />
  )
}

function States({ context, values }: FiltersProps) {
  const m = answersMessages[context.language]
  const placed = (some: readonly Place[]) => some.map((place) => [place, m.places[place]] as const)
  return (
    <ChoiceLine
      id="f-state"
      name="state"
      label={m.filter.state}
      empty={m.filter.anyState}
      chosen={values.state}
      options={[
        ...placed(places.slice(0, 1)),
        ...(['to-decide', 'unaccepted', 'accepted', 'on-time', 'late'] as const).map(
          (state) => [state, m.filter[state]] as const,
        ),
        ...placed(places.slice(1)),
      ]}
    />
  )
}

function By({ context, senders, values }: FiltersProps) {
  const m = answersMessages[context.language].filter
  const hint = senders.isCut ? m.byCut(senders.people.length) : undefined
  return (
    <ChoiceLine
      id="f-by"
      name="by"
      label={m.by}
      empty={m.anyBy}
      chosen={values.by}
      options={senders.people.map(({ id, name }) => [id, name])}
      hint={hint}
    />
  )
}

function ByAnswer({ context, questions, values }: FiltersProps) {
  const m = answersMessages[context.language].filter
  return (
    <div class="fields">
      <ChoiceLine
        id="f-q"
        name="q"
        label={m.question}
        empty={m.anyQuestion}
        chosen={values.question}
        options={questions.map(({ key, label }) => [key, label])}
      />
      <ChoiceLine
        id="f-op"
        name="op"
        label={m.operator}
        chosen={values.operator}
        options={operators.map((operator) => [operator, m.operators[operator]])}
      />
      <Field name="v" label={m.value} value={values.value} />
    </div>
  )
}

function Columns({ context, questions, mostColumns, values }: FiltersProps) {
  const m = answersMessages[context.language].filter
  const chosen = new Set(values.columns)
  return (
    <fieldset aria-describedby="h-cols">
      <legend class="unseen">{m.columns}</legend>
      <p class="hint" id="h-cols">
        {m.columnsHint(mostColumns)}
      </p>
      <div class="columns">
        {questions.map(({ key, label }) => (
          <label key={key} class="choice">
            <input type="checkbox" name="cols" value={key} checked={chosen.has(key)} />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
