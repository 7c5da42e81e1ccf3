// The values that answers hold for one question, whatever repeats it lies in: what summaries and indicators count.

import type { Answers, AnswerValue } from './answers.ts'
import { type Decimal, toDecimal } from './decimal.ts'
import type { FormVersion } from './form.ts'
import { formItems } from './form.ts'
import type { FormItem } from './items.ts'

/** A question with the keys that lead to its values: those of the repeats around it, then its own. */
export type Counted = { readonly key: string; readonly type: FormItem['type']; readonly path: readonly string[] }

const countedTypes: ReadonlySet<FormItem['type']> = new Set<FormItem['type']>([
  'integer',
  'decimal',
  'range',
  'calculate',
  'select_one',
  'select_multiple',
  'select_one_from_file',
  'select_multiple_from_file',
  'select_one_external',
])

/** The questions whose answers are counted. A key that stands in several repeats is counted where it stands first. */
export function countedQuestions({ form }: FormVersion): readonly Counted[] {
  const items = formItems(form)
  const seen = new Set<string>()
  return items.flatMap(({ key, type, repeats }) => {
    if (!countedTypes.has(type) || seen.has(key)) return []
    seen.add(key)
    return [{ key, type, path: [...repeats.map((repeat) => items[repeat]?.key ?? ''), key] }]
  })
}

/** Every value at a path: one at most outside of repeats, one for each round within. */
export function valuesAt(answers: Answers, [first = '', ...rest]: readonly string[]): readonly AnswerValue[] {
  let values: readonly (AnswerValue | undefined)[] = [answers.get(first)]
  for (const key of rest)
    values = values.flatMap((value) =>
      Array.isArray(value)
        ? value.map((round: string | Readonly<Record<string, AnswerValue>>) =>
            typeof round === 'object' && Object.hasOwn(round, key) ? round[key] : undefined,
          )
        : [],
    )
  return values.filter((value) => value !== undefined)
}

/** Hands over the values of many responses, one by one; outside of repeats no list is made of them. */
export function eachValue(all: readonly Answers[], path: readonly string[], take: (value: AnswerValue) => void): void {
  const [key = ''] = path
  for (const answers of all) {
    if (path.length > 1) for (const value of valuesAt(answers, path)) take(value)
    else {
      const value = answers.get(key)
      if (value !== undefined) take(value)
    }
  }
}

/** The value as an exact number; undefined where it is none. What a calculation worked out is cut to 9 decimals. */
export function numberIn(value: AnswerValue | undefined): Decimal | undefined {
  const number = exactIn(value)
  return typeof number === 'number' ? toDecimal(number) : number
}

/** The same, with a whole number as it is. */
export function exactIn(value: AnswerValue | undefined): number | Decimal | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value : undefined
  const [, number, more] = typeof value === 'string' ? (/^(-?\d{1,15}(?:\.\d{1,9})?)(\d*)$/.exec(value) ?? []) : []
  return number === undefined || (more !== '' && !number.includes('.')) ? undefined : toDecimal(number)
}

/** The names of the choices that a value holds. */
export const chosenIn = (value: AnswerValue): readonly string[] =>
  typeof value === 'string' ? [value] : Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
