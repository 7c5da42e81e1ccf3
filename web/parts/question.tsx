// One question of a form with its field, its hint and what is wrong with its answer.

import type { AnswerFault } from '../../shared/form/answers.ts'
import { toDecimal } from '../../shared/form/decimal.ts'
import type { AnsweredQuestion, DecimalQuestion, IntegerQuestion, SelectOneQuestion } from '../../shared/form/form.ts'
import { type Language, localize } from '../../shared/language.ts'
import { formatDecimal } from '../../shared/messages/number.ts'
import { pageMessages } from '../../shared/messages/page.ts'
import { describeFault } from '../../shared/messages/problem.ts'
import { fieldName } from '../form-fields.ts'
import { langOf } from './texts.ts'

/** Where the error summary's links lead: the field, or the first of a set of radio buttons. */
export const fieldId = (question: string): string => `q-${question}`
const hintId = (question: string) => `h-${question}`
const faultId = (question: string) => `e-${question}`

/** Beyond so many choices a list that opens is quicker than scrolling past radio buttons. */
const mostRadios = 7

type FieldProps<Q> = {
  readonly question: Q
  readonly language: Language
  /** What was typed before, as it was typed. */
  readonly value: string
  readonly fault: AnswerFault | undefined
}

export function QuestionField(props: FieldProps<AnsweredQuestion>) {
  const { question, ...rest } = props
  if (question.type === 'select_one' && question.choices.length <= mostRadios)
    return <Radios question={question} {...rest} />
  const { name, label } = question
  return (
    <div class={rest.fault ? 'q bad' : 'q'}>
      <label for={fieldId(name)} lang={langOf(label, rest.language)}>
        {localize(label, rest.language)}
        <Optional {...props} />
      </label>
      <Remarks {...props} />
      <Control {...props} />
    </div>
  )
}

function Control({ question, ...props }: FieldProps<AnsweredQuestion>) {
  const shared = {
    id: fieldId(question.name),
    name: fieldName(question.name),
    required: question.required,
    ...described(question, props),
  }
  if (question.type === 'select_one') return <Select question={question} {...props} shared={shared} />
  if (question.type === 'text' && question.multiline)
    return (
      <textarea rows={4} {...shared}>
        {props.value}
      </textarea>
    )
  const size = question.type === 'text' ? {} : { class: 'number', inputmode: keypad(question) }
  return <input {...shared} {...size} value={props.value === '' ? undefined : props.value} />
}

function Select({ question, language, value, shared }: FieldProps<SelectOneQuestion> & { shared: object }) {
  return (
    <select {...shared}>
      <option value="">{pageMessages[language].form.choose}</option>
      {question.choices.map(({ name, label }) => (
        <option key={name} value={name} selected={name === value} lang={langOf(label, language)}>
          {localize(label, language)}
        </option>
      ))}
    </select>
  )
}

/** Radio buttons can't be cleared, so an optional question also offers "no answer". */
function Radios(props: FieldProps<SelectOneQuestion>) {
  const { question, language, value, fault } = props
  const choices = question.choices.map(({ name, label }) => ({ value: name, label }))
  const none = { value: '', label: { vi: pageMessages.vi.form.noAnswer, en: pageMessages.en.form.noAnswer } }
  const shown = question.required ? choices : [...choices, none]
  return (
    // A border of the fieldset itself would start at the middle of the legend.
    <div class={fault ? 'q bad' : 'q'}>
      <fieldset class={shown.length === 2 ? 'pair' : undefined} {...described(question, props)}>
        <legend lang={langOf(question.label, language)}>
          {localize(question.label, language)}
          <Optional {...props} />
        </legend>
        <Remarks {...props} />
        {shown.map((choice, index) => (
          <label key={choice.value} class="choice" lang={langOf(choice.label, language)}>
            <input
              type="radio"
              id={index === 0 ? fieldId(question.name) : undefined}
              name={fieldName(question.name)}
              value={choice.value}
              checked={choice.value !== '' && choice.value === value}
              required={question.required && index === 0}
            />
            {localize(choice.label, language)}
          </label>
        ))}
      </fieldset>
    </div>
  )
}

const Optional = ({ question, language }: FieldProps<AnsweredQuestion>) =>
  question.required ? null : <small lang={language}> {pageMessages[language].form.optional}</small>

/** The form's own hint, what the field takes, and what is wrong with what was typed. */
function Remarks({ question, language, fault }: FieldProps<AnsweredQuestion>) {
  const range = rangeHint(question, language)
  return (
    <>
      {hasHint(question) && (
        <p class="hint" id={hintId(question.name)}>
          {question.hint && <span lang={langOf(question.hint, language)}>{localize(question.hint, language)}</span>}
          {question.hint && range && <br />}
          {range}
        </p>
      )}
      {fault && (
        <p class="fault" id={faultId(question.name)}>
          <b>{pageMessages[language].error}</b> {describeFault(fault, language)}
        </p>
      )}
    </>
  )
}

const hasHint = (question: AnsweredQuestion): boolean =>
  question.hint !== undefined || rangeHint(question, 'vi') !== undefined

function described(question: AnsweredQuestion, { fault }: { fault: AnswerFault | undefined }) {
  const ids = [...(hasHint(question) ? [hintId(question.name)] : []), ...(fault ? [faultId(question.name)] : [])]
  const isSet = question.type === 'select_one' && question.choices.length <= mostRadios
  return {
    'aria-describedby': ids.length > 0 ? ids.join(' ') : undefined,
    // A group of radio buttons carries its fault in its description: aria-invalid is not for fieldsets.
    'aria-invalid': fault && !isSet ? 'true' : undefined,
  }
}

function rangeHint(question: AnsweredQuestion, language: Language): string | undefined {
  const m = pageMessages[language].form
  if (question.type === 'select_one') return undefined
  if (question.type === 'text')
    return question.maxLength === undefined ? undefined : m.atMostCharacters(question.maxLength)
  const shown = (bound: string | number) => formatDecimal(toDecimal(bound), language)
  const whole = question.type === 'integer'
  const { min, max } = question
  if (min !== undefined && max !== undefined) return (whole ? m.wholeFromTo : m.numberFromTo)(shown(min), shown(max))
  if (min !== undefined) return (whole ? m.wholeFrom : m.numberFrom)(shown(min))
  if (max !== undefined) return (whole ? m.wholeTo : m.numberTo)(shown(max))
  return whole ? m.wholeNumber : m.anyNumber
}

/** The digits of a phone's number pads come without a minus on some phones. */
function keypad(question: IntegerQuestion | DecimalQuestion): 'numeric' | 'decimal' | undefined {
  if (question.min !== undefined && Number(question.min) < 0) return undefined
  return question.type === 'integer' ? 'numeric' : 'decimal'
}
