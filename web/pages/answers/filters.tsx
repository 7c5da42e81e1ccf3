// The filters of the table of responses: a form that only leads to another address.

import type { PeriodId } from '../../../shared/ids.ts'
import { answersMessages } from '../../../shared/messages/answers.ts'
import { periodName } from '../../../shared/messages/period.ts'
import { unitFieldMessages } from '../../../shared/messages/unit-field.ts'
import { path } from '../../../shared/paths.ts'
import { type Operator, operators } from '../../../shared/response/answer-search.ts'
import { type Place, places } from '../../../shared/response/state.ts'
import type { PageContext } from '../context.ts'

export type FiltersProps = {
  readonly context: PageContext
  readonly action: string
  readonly periodIds: readonly PeriodId[]
  /** The questions that there are to ask for, by key, as their form calls them. */
  readonly questions: readonly { readonly key: string; readonly label: string }[]
  readonly mostColumns: number
  readonly isNarrowed: boolean
  /** Filters that aren't fields, each with the address without it. */
  readonly only: readonly {
    readonly name: string
    readonly value: string
    readonly text: string
    readonly withoutHref: string
  }[]
  readonly values: {
    readonly period: string
    readonly unitText: string
    readonly state: string
    readonly text: string
    readonly question: string
    readonly operator: Operator
    readonly value: string
    readonly columns: readonly string[]
  }
}

export function Filters(props: FiltersProps) {
  const { context, action, only, values, isNarrowed } = props
  const m = answersMessages[context.language].filter
  return (
    <form class="filters" method="get" action={action}>
      {only.map(({ name, value, text, withoutHref }) => (
        <p key={name} class="state only">
          <input type="hidden" name={name} value={value} />
          {text}{' '}
          <a href={withoutHref} aria-label={m.remove(text)}>
            {m.removeThis}
          </a>
        </p>
      ))}
      <div class="fields">
        <Periods {...props} />
        <UnitWords {...props} />
        <States {...props} />
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
    <div class="q">
      <label for="f-period">{m.filter.period}</label>
      <select id="f-period" name="period">
        <option value="">{m.allPeriods}</option>
        {periodIds.map((id) => (
          <option key={id} value={id} selected={id === values.period}>
            {periodName(id, context.language)}
          </option>
        ))}
      </select>
    </div>
  )
}

function States({ context, values }: FiltersProps) {
  const m = answersMessages[context.language]
  const option = (value: string, text: string) => (
    <option key={value} value={value} selected={value === values.state}>
      {text}
    </option>
  )
  const placed = (some: readonly Place[]) => some.map((place) => option(place, m.places[place]))
  return (
    <div class="q">
      <label for="f-state">{m.filter.state}</label>
      <select id="f-state" name="state">
        <option value="">{m.filter.anyState}</option>
        {placed(places.slice(0, 1))}
        {option('to-decide', m.filter['to-decide'])}
        {option('unaccepted', m.filter.unaccepted)}
        {option('accepted', m.filter.accepted)}
        {option('on-time', m.filter['on-time'])}
        {option('late', m.filter.late)}
        {placed(places.slice(1))}
      </select>
    </div>
  )
}

function ByAnswer({ context, questions, values }: FiltersProps) {
  const m = answersMessages[context.language].filter
  return (
    <div class="fields">
      <div class="q">
        <label for="f-q">{m.question}</label>
        <select id="f-q" name="q">
          <option value="">{m.anyQuestion}</option>
          {questions.map(({ key, label }) => (
            <option key={key} value={key} selected={key === values.question}>
              {label}
            </option>
          ))}
        </select>
      </div>
      <div class="q">
        <label for="f-op">{m.operator}</label>
        <select id="f-op" name="op">
          {operators.map((operator) => (
            <option key={operator} value={operator} selected={operator === values.operator}>
              {m.operators[operator]}
            </option>
          ))}
        </select>
      </div>
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
