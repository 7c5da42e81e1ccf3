// What a form takes as answers, and what is wrong with those it doesn't take. The same check runs wherever answers
// arrive; the server's word is the one that counts.

import { compareDecimals, toDecimal } from './decimal.ts'
import type { AnsweredQuestion, FormVersion } from './form.ts'
import { answeredQuestions } from './form.ts'

/** text: string · integer: number · decimal: DecimalText · select_one: name of the choice. */
export type AnswerValue = string | number
/** Answers by question name, in the order of the page. A Map, because a question may be called "constructor". */
export type Answers = ReadonlyMap<string, AnswerValue>

/** What is wrong with one answer. `question` is its name; codes are part of the API and are never reused. */
export type AnswerFault = { readonly question: string } & (
  | {
      readonly code:
        | 'answer.unknown-question'
        | 'answer.required'
        | 'answer.not-text'
        | 'answer.not-integer'
        | 'answer.not-decimal'
        | 'answer.unknown-choice'
        | 'answer.bad-character'
    }
  | { readonly code: 'answer.too-small'; readonly min: string }
  | { readonly code: 'answer.too-large'; readonly max: string }
  | { readonly code: 'answer.too-long'; readonly max: number }
)
export type AnswerFaultCode = AnswerFault['code']

export type CheckedAnswers = { readonly answers: Answers; readonly faults: readonly AnswerFault[] }

const defaultMaxLength = 2_000

/**
 * Checks raw answers (by question name, of any type, as parsed from JSON) against a form version. Returns the answers
 * that hold, in the form's order, and every fault at once. A blank text counts as no answer.
 */
export function checkAnswers(form: FormVersion, raw: ReadonlyMap<string, unknown>): CheckedAnswers {
  const questions = answeredQuestions(form)
  const known = new Set(questions.map((question) => question.name))
  const faults: AnswerFault[] = [...raw.keys()]
    .filter((name) => !known.has(name))
    .map((question) => ({ question: question.slice(0, 64), code: 'answer.unknown-question' }))
  const answers = new Map<string, AnswerValue>()
  for (const question of questions) {
    const given = raw.get(question.name)
    const value = typeof given === 'string' && given.trim() === '' ? undefined : (given ?? undefined)
    if (value === undefined) {
      if (question.required) faults.push({ question: question.name, code: 'answer.required' })
      continue
    }
    const checked = checkAnswer(question, value)
    if (typeof checked === 'object') faults.push(checked)
    else answers.set(question.name, checked)
  }
  return { answers, faults }
}

function checkAnswer(question: AnsweredQuestion, value: unknown): AnswerValue | AnswerFault {
  switch (question.type) {
    case 'text':
      return checkText(question.name, question.maxLength ?? defaultMaxLength, value)
    case 'integer':
      if (typeof value !== 'number' || !Number.isSafeInteger(value) || Object.is(value, -0))
        return { question: question.name, code: 'answer.not-integer' }
      return rangeFault(question, value) ?? value
    case 'decimal':
      if (typeof value !== 'string' || !/^-?\d{1,15}(\.\d{1,9})?$/.test(value))
        return { question: question.name, code: 'answer.not-decimal' }
      return rangeFault(question, value) ?? value
    case 'select_one':
      return question.choices.some((choice) => choice.name === value)
        ? (value as string)
        : { question: question.name, code: 'answer.unknown-choice' }
  }
}

function checkText(question: string, max: number, value: unknown): string | AnswerFault {
  if (typeof value !== 'string') return { question, code: 'answer.not-text' }
  // Neither NUL nor half a surrogate pair can be stored, shown or printed. Line breaks come from browsers as CRLF.
  if (value.includes('\0') || !value.isWellFormed()) return { question, code: 'answer.bad-character' }
  const text = value.replaceAll('\r\n', '\n').trim()
  return [...text].length > max ? { question, code: 'answer.too-long', max } : text
}

function rangeFault(
  question: { name: string; min?: string | number | undefined; max?: string | number | undefined },
  value: string | number,
): AnswerFault | undefined {
  const number = toDecimal(value)
  if (question.min !== undefined && compareDecimals(number, toDecimal(question.min)) < 0)
    return { question: question.name, code: 'answer.too-small', min: String(question.min) }
  if (question.max !== undefined && compareDecimals(number, toDecimal(question.max)) > 0)
    return { question: question.name, code: 'answer.too-large', max: String(question.max) }
  return undefined
}

/**
 * Reads what a browser's form sends (text for every field) into raw answers of the question's type. People type "1,5"
 * or "1.5", and blanks around; what can't be read stays text, so that checkAnswers names the fault.
 */
export function readFormFields(form: FormVersion, fields: ReadonlyMap<string, string>): Map<string, unknown> {
  const raw = new Map<string, unknown>()
  for (const question of answeredQuestions(form)) {
    const text = fields.get(question.name)
    if (text === undefined) continue
    raw.set(question.name, readField(question, text))
  }
  return raw
}

function readField(question: AnsweredQuestion, text: string): unknown {
  const trimmed = text.trim()
  if (question.type === 'integer') return readInteger(trimmed)
  if (question.type === 'decimal') return normalDecimal(trimmed)
  return text
}

/** Whole numbers may be typed as they are printed, in groups of three: "1.200" and "1,200" are no fractions of an integer. */
function readInteger(text: string): unknown {
  const plain = /^[+-]?\d{1,3}([., \u00a0]\d{3})+$/.test(text) ? text.replaceAll(/[., \u00a0]/g, '') : text
  return /^[+-]?\d{1,15}$/.test(plain) ? Number(plain) + 0 : text
}

function normalDecimal(text: string): string {
  const match = /^([+-]?)(\d{1,15})(?:[.,](\d{1,9}))?$/.exec(text)
  if (!match) return text
  const [, sign = '', whole = '', fraction] = match
  return `${sign === '-' ? '-' : ''}${whole}${fraction ? `.${fraction}` : ''}`
}
