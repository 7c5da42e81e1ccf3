// The steps of a review, stored: put, then mark, like every revision; conditional on the revision that the person saw.

import { createHash } from 'node:crypto'
import { bucketFor } from '../../shared/campaign/bucket.ts'
import type { ResponseId } from '../../shared/ids.ts'
import type { Person } from '../../shared/organisation/access.ts'
import type { UnitTree } from '../../shared/organisation/unit.ts'
import { type Problem, problem } from '../../shared/problems.ts'
import { decideStep, type Wanted } from '../../shared/response/review.ts'
import { canonicalContent } from '../../shared/response/submission.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { addMark } from '../store/marks.ts'
import { findRevision, insertRevision, listRevisions, type StoredRevision, type UnitRound } from '../store/responses.ts'
import type { Table } from '../store/table.ts'

export type ReviewDeps = { readonly table: Table; readonly now: () => string }

/** A response as a person saw it who wants to do something with it. */
export type Seen = UnitRound & {
  readonly person: Person
  readonly tree: UnitTree
  readonly id: ResponseId
  /** The newest revision that the person saw. */
  readonly replaces: number
}

export type Reviewing = Seen & { readonly wanted: Wanted }

/** `isNew`: false where the very same step was taken already, by a press before. */
export type Taken = { readonly revision: StoredRevision; readonly isNew: boolean }

/**
 * Takes a step at a response. Decided over what the person saw; stored as the revision behind it, if there is none yet. A
 * press that comes twice is known as the same by its content; anything else that came meanwhile is a conflict.
 */
export function takeStep(deps: ReviewDeps, reviewing: Reviewing): Promise<Result<Taken, Problem>> {
  const { campaign, campaignUnit, person, tree, wanted } = reviewing
  return appendTo(deps, reviewing, (history) => {
    const decided = decideStep({ person, tree, campaign, unitId: campaignUnit.unitId, history }, wanted)
    if (!decided.ok) return fail(problem.stepNotAllowed(wanted.kind, decided.problem))
    const { basis, revision, step, standing } = decided.value
    return ok({ ...basis, revision, step, standing })
  })
}

type Unsigned = Omit<StoredRevision, 'contentHash' | 'receivedAt' | 'by'>

/** Appends what is made of the revisions that the person saw, on the terms of takeStep. */
export async function appendTo(
  deps: ReviewDeps,
  seen: Seen,
  make: (history: readonly StoredRevision[]) => Result<Unsigned, Problem>,
): Promise<Result<Taken, Problem>> {
  const { campaign, period, campaignUnit, id, replaces } = seen
  const bucket = bucketFor(campaign.id, period.id, campaignUnit, id)
  const history = await listRevisions(deps.table, bucket, id)
  const known = history.filter(({ revision }) => revision <= replaces)
  if (history.length === 0) return fail(problem.responseUnknown())
  if (known.at(-1)?.revision !== replaces) return fail(problem.wrongShape(['revision']))
  const made = make(known)
  if (!made.ok) return made
  const revision = signed(seen, made.value, deps.now())
  const isInserted = history.length === known.length && (await insertRevision(deps.table, bucket, revision))
  const stored = isInserted ? revision : await findRevision(deps.table, bucket, id, revision.revision)
  if (!stored) throw new Error(`Response ${id}: refused as stored, and not stored`)
  if (stored.contentHash !== revision.contentHash)
    return fail(problem.changedMeanwhile(stored.revision, stored.receivedAt))
  await addMark(deps.table, bucket)
  return ok({ revision: stored, isNew: isInserted })
}

function signed({ campaign, period, campaignUnit, person }: Seen, made: Unsigned, now: string): StoredRevision {
  const content = {
    id: made.id,
    revision: made.revision,
    campaign: campaign.id,
    unit: campaignUnit.unitId,
    period: period.id,
    formVersion: made.formVersion,
    answers: Object.fromEntries(made.answers),
  }
  const contentHash = createHash('sha256').update(canonicalContent(content, made.step)).digest('base64url')
  return { ...made, contentHash, receivedAt: now, by: person.id }
}
