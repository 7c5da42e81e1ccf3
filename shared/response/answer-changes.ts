// What differs between two sets of answers, question by question; in a repeat, round by round.

import type { AnswerRound, Answers, AnswerValue } from '../form/answers.ts'
import { type FormVersion, formItems } from '../form/form.ts'
import type { FormItem } from '../form/items.ts'
import { isAsked } from '../form/program.ts'

/** The rounds around an answer, the outermost first: key of the repeat, and which round of it, from 1. */
type Rounds = readonly (readonly [repeat: string, round: number])[]

export type AnswerChange = {
  readonly key: string
  readonly rounds: Rounds
  /** Undefined where it wasn't answered. */
  readonly before: AnswerValue | undefined
  readonly after: AnswerValue | undefined
}

type Found = Pick<AnswerChange, 'key' | 'rounds'> & { readonly value: AnswerValue }

const isRounds = (value: AnswerValue): value is readonly AnswerRound[] =>
  Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'object')

/** Every answer that is a value of its own, by its place: "household[2]/age". */
function placed(
  answers: Iterable<readonly [string, AnswerValue]>,
  rounds: Rounds = [],
  prefix = '',
): [string, Found][] {
  return [...answers].flatMap(([key, value]): [string, Found][] =>
    isRounds(value)
      ? value.flatMap((round, at) =>
          placed(Object.entries(round), [...rounds, [key, at + 1]], `${prefix}${key}[${at + 1}]/`),
        )
      : [[`${prefix}${key}`, { key, rounds, value }]],
  )
}

const isSame = (a: AnswerValue | undefined, b: AnswerValue | undefined): boolean =>
  JSON.stringify(a) === JSON.stringify(b)

/** Every answer that isn't the same in both, in the order of the later ones; what is there no more comes last. */
export function answerChanges(before: Answers, after: Answers): readonly AnswerChange[] {
  const [old, current] = [new Map(placed(before)), new Map(placed(after))]
  const places = new Map([...current, ...[...old].filter(([place]) => !current.has(place))])
  return [...places].flatMap(([place, { key, rounds }]): AnswerChange[] => {
    const [was, is] = [old.get(place)?.value, current.get(place)?.value]
    return isSame(was, is) ? [] : [{ key, rounds, before: was, after: is }]
  })
}

function compareRounds(a: Rounds, b: Rounds): number {
  const at = a.findIndex(([, round], level) => round !== b[level]?.[1])
  return at < 0 ? 0 : (a[at]?.[1] ?? 0) - (b[at]?.[1] ?? 0)
}

/** Changes in the order of a form, then by round; what that form doesn't ask comes last. */
export function inFormOrder({ form }: FormVersion, changes: readonly AnswerChange[]): readonly AnswerChange[] {
  const order = new Map(formItems(form).map(({ key, index }) => [key, index]))
  const placeOf = ({ key }: AnswerChange) => order.get(key) ?? order.size
  return changes.toSorted((a, b) => placeOf(a) - placeOf(b) || compareRounds(a.rounds, b.rounds))
}

export type ItemChange = AnswerChange & { readonly item: FormItem }

/** What changed of what people see of a form, in its order; rounds that came or went are told by their answers. */
export function shownChanges(version: FormVersion, before: Answers, after: Answers): ItemChange[] {
  const items = new Map(formItems(version.form).map((item) => [item.key, item]))
  return inFormOrder(version, answerChanges(before, after)).flatMap((change) => {
    const item = items.get(change.key)
    const isShown = item && (isAsked(item.type) || (item.type !== 'repeat' && item.source.label !== undefined))
    return isShown ? [{ ...change, item }] : []
  })
}
