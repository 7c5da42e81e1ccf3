// The review of a response: which steps a person may take at it, and why not the others. Reports go up the tree: each level
// accepts or returns, whoever may act at the campaign's unit accepts finally, and what was decided above is not undone below.

import type { Campaign } from '../campaign/campaign.ts'
import type { PersonId, UnitId } from '../ids.ts'
import { type Action, mayAt, type Person } from '../organisation/access.ts'
import { isUnder, lineOf, type UnitTree } from '../organisation/unit.ts'
import { fail, ok, type Result } from '../result.ts'
import { type CountedResponse, type Outline, outlines, type Standing } from './counted.ts'
import { isScored, isSent, type Step, whyNotPossible } from './step.ts'

/** correct: answers changed by the office, on a form of its own; withdraw: what waits in quarantine, else all of it. */
export const reviewSteps = ['accept', 'return', 'release', 'withdraw', 'correct'] as const
export type ReviewStep = (typeof reviewSteps)[number]

/** What the person asks for. */
export type Wanted =
  | { readonly kind: 'accept' | 'release'; readonly words?: string }
  | { readonly kind: 'return' | 'withdraw'; readonly reason: string }

export type WhyNot =
  | 'role-missing'
  | 'in-quarantine'
  | 'not-in-quarantine'
  | 'withdrawn'
  | 'returned'
  | 'accepted'
  | 'decided-above'
  | 'not-possible'
  | 'nobody-to-ask'
  | 'too-many-revisions'
  /** The cell has to score first. */
  | 'not-scored'
  /** What a member answered is changed by the member alone. */
  | 'members-own'

/** A stored revision, as far as a review looks at it. */
export type Reviewed = Pick<CountedResponse, 'id' | 'revision' | 'receivedAt' | 'standing' | 'step'> & {
  readonly by: PersonId | ''
}

export type ReviewFacts<R extends Reviewed = Reviewed> = {
  readonly person: Person
  readonly tree: UnitTree
  readonly campaign: Pick<Campaign, 'unitId' | 'survey'>
  /** The unit that the response was written for. */
  readonly unitId: UnitId
  /** All revisions of one response, in any order. */
  readonly history: readonly R[]
}

/**
 * Where on the response's line upward somebody acts. `isFinal`: at the campaign's unit or above; of members' answers at
 * every level, because the secretary of the cell confirms them.
 */
export type Level = { readonly at: UnitId; readonly isFinal: boolean }

/** As many revisions as a submission may number. */
export const mostRevisions = 1_000

const actionFor: Record<ReviewStep, Action> = {
  accept: 'response.review',
  return: 'response.review',
  release: 'response.amend',
  withdraw: 'response.amend',
  correct: 'response.amend',
}

/** The highest unit on the response's line at which the person may act; undefined where there is none. */
export function levelOf(
  { person, tree, campaign, unitId }: Omit<ReviewFacts, 'history'>,
  action: Action,
): Level | undefined {
  if (!mayAt(person, tree, action, unitId)) return undefined
  if (mayAt(person, tree, action, campaign.unitId)) return { at: campaign.unitId, isFinal: true }
  const at = lineOf(tree, unitId).findLast((above) => mayAt(person, tree, action, above))
  return at === undefined ? undefined : { at, isFinal: campaign.survey !== undefined }
}

/**
 * The level that decided last and whose decision still holds. What waits in quarantine takes nothing away from it; what
 * the office corrects stays accepted, and is no longer returned.
 */
function decidedAt(history: readonly Reviewed[]): Level | undefined {
  const steps = history
    .filter(({ standing }) => standing !== 'quarantined')
    .toSorted((a, b) => b.revision - a.revision)
    .map(({ step }) => step)
  const [newest] = steps
  if (newest?.kind === 'returned') return { at: newest.at, isFinal: false }
  const decided = steps.find(({ kind }) => kind !== 'corrected')
  return decided?.kind === 'accepted' ? { at: decided.at, isFinal: decided.isFinal } : undefined
}

const mayOverride = ({ tree, campaign }: ReviewFacts, mine: Level, decided: Level | undefined): boolean =>
  mine.at === campaign.unitId ||
  decided === undefined ||
  ((mine.isFinal || !decided.isFinal) && isUnder(tree, decided.at, mine.at))

/** Who sent its answers, or typed them in: they read it, and are asked when it is returned. */
export const sendersOf = (history: readonly Reviewed[]): readonly PersonId[] => [
  ...new Set(history.flatMap(({ by, step }) => (by !== '' && isSent(step) ? by : []))),
]

/** Whether the step is open to this person at this response, and at which level; otherwise why it isn't. */
export function mayTake(facts: ReviewFacts, step: ReviewStep): Result<Level, WhyNot> {
  const [outline] = outlines(facts.history).values()
  const level = levelOf(facts, actionFor[step])
  if (!outline || !level) return fail('role-missing')
  if (outline.newest.revision >= mostRevisions) return fail('too-many-revisions')
  const decided = decidedAt(facts.history)
  if (step === 'return' && sendersOf(facts.history).length === 0) return fail('nobody-to-ask')
  const why = hindrance(step, outline, decided, level) ?? memberHindrance(step, facts)
  if (why) return fail(why)
  return mayOverride(facts, level, decided) ? ok(level) : fail('decided-above')
}

function hindrance(
  wanted: ReviewStep,
  { standing, held }: Outline<Reviewed>,
  decided: Level | undefined,
  level: Level,
): WhyNot | undefined {
  if (held) return wanted === 'release' || wanted === 'withdraw' ? undefined : 'in-quarantine'
  if (wanted === 'release') return 'not-in-quarantine'
  if (!standing) return 'withdrawn'
  const { step } = standing
  const isReturned = step.kind === 'returned'
  if (whyNotPossible(step) !== undefined && wanted !== 'withdraw') return 'not-possible'
  if (wanted === 'return' && isReturned) return 'returned'
  const isAccepted = decided !== undefined && !isReturned && (decided.isFinal || decided.at === level.at)
  return wanted === 'accept' && isAccepted ? 'accepted' : undefined
}

function memberHindrance(wanted: ReviewStep, { campaign, history }: ReviewFacts): WhyNot | undefined {
  if (wanted === 'correct' && campaign.survey) return 'members-own'
  return wanted === 'accept' && campaign.survey?.scoring !== undefined && !isScored(history) ? 'not-scored' : undefined
}

/**
 * Whether the person may score what a member sent, or score it again, and for which unit; otherwise why not. Once it is
 * accepted the scores stand.
 */
export function mayScore(facts: ReviewFacts): Result<UnitId, WhyNot> {
  const [outline] = outlines(facts.history).values()
  const level = facts.campaign.survey?.scoring === undefined ? undefined : levelOf(facts, 'member.score')
  if (!outline || !level) return fail('role-missing')
  if (outline.newest.revision >= mostRevisions) return fail('too-many-revisions')
  if (!outline.standing) return fail('withdrawn')
  if (outline.standing.step.kind === 'returned') return fail('returned')
  return decidedAt(facts.history) ? fail('accepted') : ok(level.at)
}

/** A revision to be appended: the content of `basis`, under the next number. */
export type Decided<R> = {
  readonly basis: R
  readonly revision: number
  readonly step: Step
  readonly standing: Standing
}

/** Works out the revision that the step makes, or why it may not be taken. */
export function decideStep<R extends Reviewed>(facts: ReviewFacts<R>, wanted: Wanted): Result<Decided<R>, WhyNot> {
  const allowed = mayTake(facts, wanted.kind)
  if (!allowed.ok) return allowed
  const [outline] = outlines(facts.history).values()
  const basis = outline?.held ?? outline?.standing
  if (!outline || !basis) throw new Error('A step that may be taken has a revision to be taken at')
  const revision = outline.newest.revision + 1
  return ok({ basis, revision, ...effectOf(wanted, allowed.value, basis) })
}

function effectOf(
  wanted: Wanted,
  { at, isFinal }: Level,
  { standing, step }: Reviewed,
): Pick<Decided<Reviewed>, 'step' | 'standing'> {
  const said = 'words' in wanted && wanted.words ? { words: wanted.words } : {}
  if (wanted.kind === 'accept') return { step: { kind: 'accepted', at, isFinal, ...said }, standing }
  if (wanted.kind === 'return') return { step: { kind: 'returned', at, reason: wanted.reason }, standing }
  if (wanted.kind === 'withdraw') {
    const isDiscarded = standing === 'quarantined'
    return {
      step: { kind: 'withdrawn', reason: wanted.reason },
      standing: isDiscarded ? 'quarantined' : 'withdrawn',
    }
  }
  const notPossible = whyNotPossible(step)
  return {
    step: { kind: 'released', ...said, ...(notPossible === undefined ? {} : { notPossible }) },
    standing: 'late',
  }
}
