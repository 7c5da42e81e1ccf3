// What may enter a response besides a first sending, and as what: the next revision of one, a visit that could not be made,
// a paper that somebody types in. Which step it is, our own pages say; a program's body has no word for it.

import { answerAction } from '../../shared/campaign/campaign.ts'
import { mayAt, type Person } from '../../shared/organisation/access.ts'
import type { UnitTree } from '../../shared/organisation/unit.ts'
import { type Problem, problem } from '../../shared/problems.ts'
import type { Standing } from '../../shared/response/counted.ts'
import { isReturned, uneditable } from '../../shared/response/editing.ts'
import type { Step } from '../../shared/response/step.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { StoredRevision, UnitRound } from '../store/responses.ts'

/** What a submission does besides holding answers. `isPast`: a figure of a period that may be over, which is nobody's delay. */
export type Entry = { readonly step: EntryStep; readonly isPast?: true }
export type EntryStep = Extract<Step, { readonly kind: 'sent' | 'not-possible' | 'corrected' | 'entered' }>

type Candidate = UnitRound & { readonly person: Person; readonly tree: UnitTree; readonly entry: Entry }

/** Whether the person may enter such a thing for the unit at all. */
export function mayEnter({ campaign, campaignUnit, person, tree, entry }: Candidate): boolean {
  const answers = answerAction[campaign.kind]
  const isAnswer = entry.step.kind === 'sent' || entry.step.kind === 'not-possible'
  return answers !== undefined && mayAt(person, tree, isAnswer ? answers : 'response.amend', campaignUnit.unitId)
}

/** The standing of a response's next revision, or why there may be none. `timed`: what the clock says of it. */
export function standingOfNext(
  { campaign, person, entry }: Candidate,
  before: StoredRevision,
  timed: Result<Standing, Problem>,
): Result<Standing, Problem> {
  const { kind } = entry.step
  if (kind === 'sent') {
    const why = uneditable(before, before.by === person.id, campaign.countingRule)
    if (why) return fail(problem.notEditable(why))
    // Sent back by the office, it may come again after the close; a pause holds back everything.
    const isOver = !timed.ok && timed.problem.code === 'campaign.closed'
    return isReturned(before) && (timed.ok || isOver) ? ok(before.standing) : timed
  }
  if (before.standing === 'withdrawn') return fail(problem.notEditable('withdrawn'))
  if (kind === 'corrected')
    return before.step.kind === 'not-possible' ? fail(problem.notEditable('not-possible')) : ok(before.standing)
  if (before.step.kind !== kind) return fail(problem.notEditable('decided'))
  return kind === 'entered' ? ok(before.standing) : timed
}
