// What differs between two sets of answers, question by question; in a repeat, round by round.

import type { AnswerRound, Answers, AnswerValue } from '../form/answers.ts'

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
