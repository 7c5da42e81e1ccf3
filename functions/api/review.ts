// The steps of a review, stored: put, then mark, like every revision; conditional on the revision that the person saw.

import { createHash } from 'node:crypto'
import { bucketFor } from '../../shared/campaign/bucket.ts'
import type { ResponseId } from '../../shared/ids.ts'
import type { Person } from '../../shared/organisation/access.ts'
import type { UnitTree } from '../../shared/organisation/unit.ts'
import { type Problem, problem } from '../../shared/problems.ts'
import { type Decided, decideStep, type Wanted } from '../../shared/response/review.ts'
import { canonicalContent } from '../../shared/response/submission.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { addMark } from '../store/marks.ts'
import { findRevision, insertRevision, listRevisions, type StoredRevision, type UnitRound } from '../store/responses.ts'
import type { Table } from '../store/table.ts'

export type ReviewDeps = { readonly table: Table; readonly now: () => string }

export type Reviewing = UnitRound & {
  readonly person: Person
  readonly tree: UnitTree
  readonly id: ResponseId
  /** The newest revision that the person saw. */
  readonly replaces: number
  readonly wanted: Wanted
}

/** `isNew`: false where the very same step was taken already, by a press before. */
export type Taken = { readonly revision: StoredRevision; readonly isNew: boolean }

/**
 * Takes a step at a response. Decided over what the person saw; stored as the revision behind it, if there is none yet. A
 * press that comes twice is known as the same by its content; anything else that came meanwhile is a conflict.
 */
export async function takeStep(deps: ReviewDeps, reviewing: Reviewing): Promise<Result<Taken, Problem>> {
  const { campaign, period, campaignUnit, person, tree, id, replaces, wanted } = reviewing
  const { unitId } = campaignUnit
  const bucket = bucketFor(campaign.id, period.id, campaignUnit, id)
  const history = await listRevisions(deps.table, bucket, id)
  const seen = history.filter(({ revision }) => revision <= replaces)
  if (history.length === 0) return fail(problem.responseUnknown())
  if (seen.at(-1)?.revision !== replaces) return fail(problem.wrongShape(['revision']))
  const decided = decideStep({ person, tree, campaign, unitId, history: seen }, wanted)
  if (!decided.ok) return fail(problem.stepNotAllowed(wanted.kind, decided.problem))
  const revision = revisionOf(reviewing, decided.value, deps.now())
  const isInserted = history.length === seen.length && (await insertRevision(deps.table, bucket, revision))
  const stored = isInserted ? revision : await findRevision(deps.table, bucket, id, revision.revision)
  if (!stored) throw new Error(`Response ${id}: refused as stored, and not stored`)
  if (stored.contentHash !== revision.contentHash)
    return fail(problem.changedMeanwhile(stored.revision, stored.receivedAt))
  await addMark(deps.table, bucket)
  return ok({ revision: stored, isNew: isInserted })
}

function revisionOf(
  { campaign, period, campaignUnit, person }: Reviewing,
  { basis, revision, step, standing }: Decided<StoredRevision>,
  now: string,
): StoredRevision {
  const content = {
    id: basis.id,
    revision,
    campaign: campaign.id,
    unit: campaignUnit.unitId,
    period: period.id,
    formVersion: basis.formVersion,
    answers: Object.fromEntries(basis.answers),
  }
  const contentHash = createHash('sha256').update(canonicalContent(content, step)).digest('base64url')
  return { ...basis, revision, step, standing, contentHash, receivedAt: now, by: person.id }
}
