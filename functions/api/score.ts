// Scoring what a member sent: the cell fills in its own group of the form, judged together with the member's answers.

import { type Answers, answersOf, readAnswers } from '../../shared/form/answers.ts'
import { faultsOf, mostFaults } from '../../shared/form/check.ts'
import type { Draft } from '../../shared/form/draft.ts'
import { type Entered, nothingEntered } from '../../shared/form/entered.ts'
import type { AnswerFault } from '../../shared/form/fault.ts'
import { type FormVersion, formItems } from '../../shared/form/form.ts'
import { pageOf } from '../../shared/form/pages.ts'
import type { Raised } from '../../shared/form/rules.ts'
import { type Problem, problem } from '../../shared/problems.ts'
import { outlines } from '../../shared/response/counted.ts'
import { mayScore } from '../../shared/response/review.ts'
import { isSent } from '../../shared/response/step.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { keysInGroup, scoredAnswers, withScores } from '../../shared/survey/scoring.ts'
import { programFor } from '../form-engine.ts'
import { largestStored, type StoredRevision, storedBytes } from '../store/responses.ts'
import { answeredBefore, raisedBy } from '../submit/check-submission.ts'
import { type Circumstances, screenOf } from './form-screen.ts'
import { appendTo, type ReviewDeps, type Seen, type Taken } from './review.ts'

/** A member's answers with the form they were written for, about to be scored. */
export type Scoring = {
  readonly version: FormVersion
  /** Name of the group at the top of the form. */
  readonly group: string
  /** The revisions that were seen. */
  readonly history: readonly StoredRevision[]
}

/** What the member sent last. */
export const sentAnswers = ({ history }: Pick<Scoring, 'history'>): Answers =>
  history.findLast(({ step }) => isSent(step))?.answers ?? new Map()

/** The scores as they stand: of a revision that was sent since, none. */
const scoresThen = ({ history }: Scoring): Answers =>
  history.findLast(({ step }) => isSent(step) || step.kind === 'scored')?.answers ?? new Map()

/** The whole form with the member's answers, and with what was typed of the group; left out: with the scores there are. */
export function enteredFor(scoring: Scoring, typed?: Entered): Entered {
  const { program } = programFor(scoring.version, '')
  const keys = keysInGroup(scoring.version, scoring.group)
  const own = readAnswers(program, sentAnswers(scoring)).entered
  return withScores(own, typed ?? readAnswers(program, scoresThen(scoring)).entered, keys)
}

/** What a form that is scored needs to know: nothing of it is the scorer's own. */
export function circumstancesOf(scoring: Scoring, about: Pick<Circumstances, 'ui' | 'timeZone'>): Circumstances {
  const { version, history } = scoring
  const [first] = history
  if (!first) throw new Error('What is scored was sent')
  return {
    ...{ version, ...about },
    responseId: first.id,
    startedAt: first.receivedAt,
    kept: answeredBefore(version, sentAnswers(scoring)),
  }
}

/** Faults of the group; what the member answered is the member's. */
function scoreFaults(draft: Draft, { version, group }: Scoring): AnswerFault[] {
  const top = formItems(version.form).find(({ name, parent }) => name === group && parent === undefined)
  return faultsOf(draft, (node) => pageOf(draft, node) === top?.index).slice(0, mostFaults)
}

/** In the form's default language: labels that calculations ask for must not depend on who scores. */
function workedOut(
  scoring: Scoring,
  timeZone: string,
  typed: Entered,
): Result<{ readonly answers: Answers; readonly raised: Raised }, Problem> {
  const about = { ...circumstancesOf(scoring, { ui: 'vi', timeZone }), formLanguage: '' }
  const draftOf = (entered: Entered) => screenOf(about, entered).draft
  const [blank, filled] = [draftOf(enteredFor(scoring, nothingEntered())), draftOf(enteredFor(scoring, typed))]
  if ([...filled.problems.values()].some(({ code }) => code === 'expression.budget-spent'))
    return fail(problem.formTooComplex())
  const faults = scoreFaults(filled, scoring)
  if (faults.length > 0) return fail(problem.scoresInvalid(faults))
  const answers = scoredAnswers(scoring.version, scoring.group, {
    sent: sentAnswers(scoring),
    ...{ blank: answersOf(blank), filled: answersOf(filled) },
  })
  return ok({ answers, raised: raisedBy(scoring.version, { draft: filled }) })
}

/**
 * Stores the scores as the revision behind what was seen. The same scores sent twice are one revision; whatever else came
 * meanwhile is a conflict. `typed`: what was entered into the group, anything else in it is left out.
 */
export async function scoreMember(
  deps: ReviewDeps,
  seen: Seen & { readonly timeZone: string },
  scoring: Scoring,
  typed: Entered,
): Promise<Result<Taken, Problem>> {
  const { person, tree, campaign, campaignUnit } = seen
  const made = workedOut(scoring, seen.timeZone, typed)
  return appendTo(deps, seen, (history) => {
    const may = mayScore({ person, tree, campaign, unitId: campaignUnit.unitId, history })
    if (!may.ok) return fail(problem.stepNotAllowed('score', may.problem))
    if (!made.ok) return made
    if (storedBytes(made.value) > largestStored) return fail(problem.tooLarge(largestStored))
    const [outline] = outlines(history).values()
    if (!outline?.standing) throw new Error('What may be scored stands')
    const revision = outline.newest.revision + 1
    return ok({ ...outline.standing, ...made.value, revision, step: { kind: 'scored', at: may.value } })
  })
}
