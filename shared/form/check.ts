// What the server makes of answers that were sent: it works everything out again and keeps only that.

import type { ExpressionProblem } from '../expression/problem.ts'
import { type Answers, answersOf, readAnswers } from './answers.ts'
import { withBound } from './bounds.ts'
import { Draft } from './draft.ts'
import type { DraftNode } from './draft-node.ts'
import type { DraftSettings } from './draft-settings.ts'
import { type AnswerFault, faultOf, nodesInOrder } from './fault.ts'
import type { Program } from './program.ts'

export type CheckedAnswers = {
  /** Relevant answers in the form's order, calculations included. */
  readonly answers: Answers
  /** Every fault at once; with any, the answers are not to be stored. */
  readonly faults: readonly AnswerFault[]
  /** Mistakes in the form's expressions that only these answers showed. */
  readonly problems: readonly ExpressionProblem[]
  readonly draft: Draft
}

/** Checks answers of any shape, by key, against a program. Bounded by the steps of the settings. */
export function checkAnswers(
  program: Program,
  raw: ReadonlyMap<string, unknown>,
  settings: DraftSettings,
): CheckedAnswers {
  const { entered, faults: unread } = readAnswers(program, raw)
  const draft = new Draft(program, settings, entered)
  const told = new Set(unread.map(({ question }) => question))
  const faults = [...unread, ...faultsOf(draft).filter(({ question }) => !told.has(question))]
  return { answers: answersOf(draft), faults, problems: [...draft.problems.values()], draft }
}

/** Faults named at once: more than any person puts right at once, and a page that stays small whatever was sent. */
export const mostFaults = 100

/** Every fault of a draft, in the order of the form; or of it those of the questions that are wanted. */
export const faultsOf = (draft: Draft, isWanted: (node: DraftNode) => boolean = () => true): AnswerFault[] =>
  nodesInOrder(draft).flatMap((node) => {
    const fault = isWanted(node) ? faultOf(draft, node) : undefined
    return fault ? withBound(fault, draft.item(node)?.constraint, node.value) : []
  })
