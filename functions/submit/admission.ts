// What may enter a response besides a first sending, and as what: the next revision of one, a visit that could not be made,
// a paper that somebody types in. Which step it is, our own pages say; a program's body has no word for it.

import { answerAction } from '../../shared/campaign/campaign.ts'
import { mayAnswer } from '../../shared/campaign/placement.ts'
import { mayAt, type Person } from '../../shared/organisation/access.ts'
import type { UnitTree } from '../../shared/organisation/unit.ts'
import { type Problem, problem } from '../../shared/problems.ts'
import { type Outline, outlines, type Standing } from '../../shared/response/counted.ts'
import { isReturned, type Uneditable, uneditable } from '../../shared/response/editing.ts'
import { mayTake, sendersOf, type WhyNot } from '../../shared/response/review.ts'
import type { Step } from '../../shared/response/step.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { StoredRevision, UnitRound } from '../store/responses.ts'

/** What a submission does besides holding answers. `isPast`: a figure from before (timing.ts, pastTiming). */
export type Entry = { readonly step: EntryStep; readonly isPast?: true }
export type EntryStep = Extract<Step, { readonly kind: 'sent' | 'not-possible' | 'corrected' | 'entered' }>

type Candidate = UnitRound & {
  readonly person: Person
  readonly tree: UnitTree
  readonly entry: Entry
  /** The revisions there are of the response. */
  readonly history: readonly StoredRevision[]
}

/** Whether the person may enter such a thing for the unit at all. */
export function mayEnter({ campaign, period, campaignUnit, person, tree, entry }: Candidate): boolean {
  const answers = answerAction[campaign.kind]
  if (answers === undefined) return false
  const { unitId } = campaignUnit
  const isAnswer = entry.step.kind === 'sent' || entry.step.kind === 'not-possible'
  return isAnswer
    ? mayAnswer(person, tree, answers, { unitId, period: period.id })
    : mayAt(person, tree, 'response.amend', unitId)
}

/**
 * The standing of a response's next revision, or why there may be none. `timed`: what the clock says of it;
 * `isFromField`: it was finished before it could be sent.
 */
export function standingOfNext(
  candidate: Candidate,
  timed: Result<Standing, Problem>,
  isFromField: boolean,
): Result<Standing, Problem> {
  const { campaign, person, history, entry } = candidate
  const [outline] = outlines(history).values()
  if (!outline) throw new Error('A next revision follows another one')
  switch (entry.step.kind) {
    case 'sent': {
      const why = uneditable(outline, sendersOf(history).includes(person.id), campaign.countingRule)
      // What was finished in the field is never thrown away: it waits for the office and takes nothing from what stands.
      if (why === 'decided' && isFromField && timed.ok) return ok('quarantined')
      if (why) return fail(problem.notEditable(why))
      return isReturned(outline) ? returnedTiming(outline, timed) : timed
    }
    case 'corrected': {
      const { campaignUnit, tree } = candidate
      const may = mayTake({ person, tree, campaign, unitId: campaignUnit.unitId, history }, 'correct')
      return may.ok ? standingAsBefore(outline) : fail(problem.notEditable(uncorrectable(may.problem)))
    }
    case 'entered':
    case 'not-possible': {
      if (!outline.standing) return fail(problem.notEditable('withdrawn'))
      if (outline.standing.step.kind !== entry.step.kind) return fail(problem.notEditable('decided'))
      return entry.step.kind === 'entered' ? standingAsBefore(outline) : timed
    }
  }
}

/** Sent back by the office it may come again after the close; a pause holds back everything. */
export const returnedTiming = (outline: Outline<StoredRevision>, timed: Result<Standing, Problem>) =>
  timed.ok || timed.problem.code === 'campaign.closed' ? standingAsBefore(outline) : timed

const standingAsBefore = ({ standing }: Outline<StoredRevision>): Result<Standing, Problem> =>
  standing ? ok(standing.standing) : fail(problem.notEditable('withdrawn'))

/** Why the office can't correct it either. */
const uncorrectable = (why: WhyNot): Uneditable =>
  why === 'withdrawn' || why === 'not-possible' || why === 'in-quarantine' ? why : 'decided'
