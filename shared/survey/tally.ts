// A survey's answers as they are counted for its results: by question, and by what the results are broken down by. A tally holds
// how often something was answered and never who answered what beside it.

import type { Answers, AnswerValue } from '../form/answers.ts'
import { decimalText } from '../form/decimal.ts'
import { askedItems, type FormVersion, formItems } from '../form/form.ts'
import { type FormItem, otherChoice } from '../form/items.ts'
import { chosenIn, numberIn } from '../form/values.ts'
import { isSection } from '../xlsform/form.ts'
import { parameterOf } from '../xlsform/parameters.ts'

/** choices: how often each · ranking: the sum of the places of each · number · texts · count: how many answered, nothing else. */
export const kindsOfResult = ['choices', 'ranking', 'number', 'texts', 'count'] as const
type ResultKind = (typeof kindsOfResult)[number]

export type SurveyQuestion = {
  readonly key: string
  readonly kind: ResultKind
  /** Names of the choices, in the order of the form. */
  readonly choices: readonly string[]
  /** Values of a scale that the form itself bounds: each is a class of its own. */
  readonly scale: readonly number[] | undefined
}

export type SurveyQuestions = {
  readonly questions: readonly SurveyQuestion[]
  /** Keys of the questions that results are broken down by. */
  readonly breakdowns: readonly string[]
}

const kindOf: { readonly [Type in FormItem['type']]?: ResultKind } = {
  select_one: 'choices',
  select_multiple: 'choices',
  select_one_from_file: 'choices',
  select_multiple_from_file: 'choices',
  select_one_external: 'choices',
  rank: 'ranking',
  integer: 'number',
  decimal: 'number',
  range: 'number',
  text: 'texts',
}

/** More steps than this are drawn together in classes. */
const longestScale = 12

function scaleOf({ type, source }: FormItem): number[] | undefined {
  if (type !== 'range' || isSection(source)) return undefined
  const numberOf = (name: string, otherwise: number) => Number(parameterOf(source.parameters ?? [], name) ?? otherwise)
  const [start, end, step] = [numberOf('start', 1), numberOf('end', 10), Math.abs(numberOf('step', 1))]
  const [low, high] = [Math.min(start, end), Math.max(start, end)]
  const steps = Math.floor((high - low) / step + 1e-9)
  return steps >= 1 && steps < longestScale
    ? Array.from({ length: steps + 1 }, (_, index) => Number((low + index * step).toFixed(9)))
    : undefined
}

/**
 * What results tell of a form. Questions in repeats are left out: one person may answer them many times, and figures count
 * people. Figures are only broken down by what everybody is asked: a question that is asked of some alone would, beside
 * another one, tell apart groups that neither of them shows.
 */
export function surveyQuestions(version: FormVersion, breakdowns: readonly string[]): SurveyQuestions {
  const { form } = version
  const items = formItems(form)
  const isConditional = (item: FormItem | undefined): boolean =>
    item !== undefined &&
    (item.source.relevant !== undefined || isConditional(item.parent === undefined ? undefined : items[item.parent]))
  const asked = askedItems(version).filter(({ repeats }) => repeats.length === 0)
  const questions = asked.map((item): SurveyQuestion => {
    const { source, key, type } = item
    const list = isSection(source) ? undefined : source.list
    // Choices that are earlier answers are texts, and their names may be anything.
    const kind = list?.includes('${') ? 'count' : (kindOf[type] ?? 'count')
    const named = form.lists.find(({ name }) => name === list)?.choices.map(({ name }) => name) ?? []
    const isOpen = !isSection(source) && source.orOther === true && !named.includes(otherChoice)
    return { key, kind, choices: isOpen ? [...named, otherChoice] : named, scale: scaleOf(item) }
  })
  const isBreakdown = (key: string) =>
    asked.some((item) => item.key === key && item.type === 'select_one' && !isConditional(item))
  return { questions, breakdowns: breakdowns.filter(isBreakdown) }
}

/** How many answered, and how often each choice, number or text came; sums of places for a ranking. */
export type Count = { n: number; readonly of: Map<string, number> }

export const emptyCount = (): Count => ({ n: 0, of: new Map() })

/** Adds what `more` counted. */
export function addCount(count: Count, more: Count): void {
  count.n += more.n
  for (const [name, times] of more.of) count.of.set(name, (count.of.get(name) ?? 0) + times)
}

type QuestionTally = { readonly all: Count; readonly by: Map<string, Map<string, Count>> }

/** What was answered at one place. Of who was broken down by nothing, the category is "". */
export type PlaceTally = { answers: number; readonly questions: Map<string, QuestionTally> }

export const emptyTally = (): PlaceTally => ({ answers: 0, questions: new Map() })

/** Names with how much each adds; undefined where the question isn't answered, or not in a way that it can be. */
function answered(kind: ResultKind, value: AnswerValue | undefined): [string, number][] | undefined {
  if (value === undefined) return undefined
  if (kind === 'count') return []
  if (kind === 'number') {
    const number = numberIn(value)
    return number && [[decimalText(number), 1]]
  }
  if (kind === 'texts') return typeof value === 'string' ? [[value, 1]] : undefined
  return chosenIn(value).map((name, place) => [name, kind === 'ranking' ? place + 1 : 1])
}

/** Counts the answers of one person. */
export function tallyAnswers(tally: PlaceTally, { questions, breakdowns }: SurveyQuestions, answers: Answers): void {
  tally.answers += 1
  for (const { key, kind } of questions) {
    const names = answered(kind, answers.get(key))
    if (!names) continue
    const one: Count = { n: 1, of: new Map(names) }
    const counted = tally.questions.get(key) ?? { all: emptyCount(), by: new Map() }
    tally.questions.set(key, counted)
    addCount(counted.all, one)
    // Each text stands once, whatever is broken down by what.
    if (kind === 'texts') continue
    for (const breakdown of breakdowns) {
      const [category = ''] = chosenIn(answers.get(breakdown) ?? [])
      const categories = counted.by.get(breakdown) ?? new Map<string, Count>()
      counted.by.set(breakdown, categories)
      const count = categories.get(category) ?? emptyCount()
      categories.set(category, count)
      addCount(count, one)
    }
  }
}
