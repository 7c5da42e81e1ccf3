// What differs between two sets of answers to the same form, question by question.

import type { AnswerRound, Answers, AnswerValue } from './answers.ts'
import { type FormVersion, formItems } from './form.ts'
import type { FormItem } from './items.ts'
import { isAsked } from './program.ts'

/** `rounds`: the number of the round in each repeat around the question, the outermost first. */
export type Difference = {
  readonly item: FormItem
  readonly rounds: readonly number[]
  readonly before: AnswerValue | undefined
  readonly after: AnswerValue | undefined
}

type Placed = { readonly item: FormItem; readonly rounds: readonly number[]; readonly value: AnswerValue }

const isRound = (value: unknown): value is AnswerRound =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Answers that people see, by place, in the order of the form. */
function placed(version: FormVersion, answers: Answers): Map<string, Placed> {
  const items = formItems(version.form)
  const found = new Map<string, Placed>()
  const visit = (values: Answers, repeat: number | undefined, rounds: readonly number[]) => {
    for (const item of items) {
      if (item.repeats.at(-1) !== repeat || item.type === 'group') continue
      const value = values.get(item.key)
      if (value === undefined) continue
      if (item.type === 'repeat') {
        if (!Array.isArray(value)) continue
        for (const [at, one] of value.entries())
          if (isRound(one)) visit(new Map(Object.entries(one)), item.index, [...rounds, at + 1])
      } else if (isAsked(item.type) || item.source.label !== undefined)
        found.set(`${item.index} ${rounds.join(' ')}`, { item, rounds, value })
    }
  }
  visit(answers, undefined, [])
  return found
}

const same = (a: AnswerValue | undefined, b: AnswerValue | undefined) => JSON.stringify(a) === JSON.stringify(b)

/** Every question whose answer differs, in the order of the form; rounds that came or went are told by their answers. */
export function differences(version: FormVersion, before: Answers, after: Answers): Difference[] {
  const [then, now] = [placed(version, before), placed(version, after)]
  const all = new Map([...then, ...now])
  return [...all]
    .map(([place, { item, rounds }]) => ({
      item,
      rounds,
      before: then.get(place)?.value,
      after: now.get(place)?.value,
    }))
    .filter((one) => !same(one.before, one.after))
    .sort((a, b) => a.item.index - b.item.index || compareRounds(a.rounds, b.rounds))
}

function compareRounds(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((round, index) => round !== b[index])
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0)
}
