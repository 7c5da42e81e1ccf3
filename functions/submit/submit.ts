// The submit path, the only way in for a response. What it promises: an answered submit is durable and no report can
// miss it; a retry, whenever it comes, is recognised and changes nothing; what is refused says why.

import { createHash } from 'node:crypto'
import { type Bucket, bucketFor } from '../../shared/campaign/bucket.ts'
import { findPeriod } from '../../shared/campaign/campaign.ts'
import type { Answers } from '../../shared/form/answers.ts'
import { mostFaults } from '../../shared/form/check.ts'
import { mayAt, type Person } from '../../shared/organisation/access.ts'
import type { UnitTree } from '../../shared/organisation/unit.ts'
import { type Problem, problem } from '../../shared/problems.ts'
import type { Standing } from '../../shared/response/counted.ts'
import { sentStep } from '../../shared/response/step.ts'
import { canonicalContent, type Receipt, type Submission } from '../../shared/response/submission.ts'
import { entryTiming, pastTiming } from '../../shared/response/timing.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { log, logCode } from '../log.ts'
import { findCampaign, findCampaignUnit } from '../store/campaigns.ts'
import type { Directory } from '../store/directory.ts'
import { addMark } from '../store/marks.ts'
import {
  findHolder,
  findRevision,
  insertRevision,
  largestStored,
  listRevisions,
  type StoredRevision,
  storedBytes,
  type UnitRound,
} from '../store/responses.ts'
import type { Table } from '../store/table.ts'
import { type Entry, mayEnter, standingOfNext } from './admission.ts'
import { type Checked, checkSubmission, type Sender } from './check-submission.ts'
import { lastSavedFor } from './last-saved.ts'

export type SubmitDeps = {
  readonly table: Table
  readonly directory: Directory
  /** ISO 8601, UTC. */
  readonly now: () => string
}

export type Submitted = { readonly receipt: Receipt; readonly isNew: boolean }

/**
 * Takes one revision of a response from a signed-in person. The order: (1) conditional put into the bucket, (2) add 1 to
 * the bucket's mark, (3) answer. If the process dies after 1, the client, who has no answer, sends again: the put says
 * "exists, same content", step 2 runs. A known id and revision is answered before anything that may have changed since
 * (period closed, role lost) is looked at. `entry`: what else it does; only our own pages say anything but "sent".
 */
export async function submit(
  deps: SubmitDeps,
  by: Sender,
  submission: Submission,
  entry: Entry = { step: sentStep },
): Promise<Result<Submitted, Problem>> {
  const prepared = await prepare(deps, by, submission, entry)
  if (!prepared.ok) return prepared
  const { attempt, faults } = prepared.value
  const { bucket, campaign, contentHash } = attempt
  const { id, revision, formVersion } = submission
  const known = await findRevision(deps.table, bucket, id, revision)
  if (known) return answerKnown(deps, attempt, known)
  if (!mayEnter(attempt)) return fail(problem.unitNotYours())
  if (contentHash === undefined) return fail(problem.answersInvalid(faults.slice(0, mostFaults)))
  if (storedBytes(attempt) > largestStored) return fail(problem.tooLarge(largestStored))
  if (![campaign.form.version, ...campaign.earlierVersions].includes(formVersion))
    return fail(problem.formVersionWrong(campaign.form.version))

  const now = deps.now()
  const standing = await standingOf(deps, attempt, now)
  if (!standing.ok) return standing
  const next = toRevision(attempt, contentHash, standing.value, now)
  if (!(await insertRevision(deps.table, bucket, next))) {
    const other = await findRevision(deps.table, bucket, id, revision)
    if (!other) throw new Error(`Response ${id}: refused as stored, and not stored`)
    return answerKnown(deps, attempt, other)
  }
  await addMark(deps.table, bucket)
  return ok({ receipt: receiptOf(next), isNew: true })
}

type Prepared = { readonly attempt: Attempt; readonly faults: Checked['faults'] }

/** Finds what a submission names, and checks its answers. */
async function prepare(
  deps: SubmitDeps,
  by: Sender,
  submission: Submission,
  entry: Entry,
): Promise<Result<Prepared, Problem>> {
  const [found, campaignUnit] = await Promise.all([
    findCampaign(deps.table, by.organisationId, submission.campaign),
    findCampaignUnit(deps.table, submission.campaign, submission.unit),
  ])
  if (!found) return fail(problem.campaignUnknown())
  const { campaign } = found
  const period = findPeriod(campaign, submission.period)
  if (!period) return fail(problem.periodUnknown())
  if (!campaignUnit) return fail(problem.unitUnknown())
  // Answers are read with the form they were written for: a retry is known again after the campaign moved on.
  const { formId } = campaign.form
  const form = await deps.directory.findForm(by.organisationId, { formId, version: submission.formVersion })
  if (!form) return fail(problem.formVersionWrong(campaign.form.version))
  const { id, revision } = submission
  const bucket = bucketFor(campaign.id, period.id, campaignUnit, id)
  const history = revision > 1 ? await listRevisions(deps.table, bucket, id) : []
  const before = history.find((one) => one.revision === revision - 1)
  const lastSaved = await lastSavedFor(deps, { campaign, period, campaignUnit }, form, history[0]?.by)
  const { answers, raised, faults, problems } = checkSubmission(form, by, submission, entry.step, deps.now(), {
    before: before?.answers,
    lastSaved,
  })
  for (const { code } of problems)
    log(logCode.expressionFailed, { form: form.formId, version: form.version, problem: code })
  if (problems.some(({ code }) => code === 'expression.budget-spent')) return fail(problem.formTooComplex())
  const { tree, person } = by
  const contentHash = faults.length === 0 ? hashOf(submission, answers) : undefined
  const place = { campaign, period, campaignUnit, bucket, tree, person }
  return ok({ attempt: { ...place, submission, entry, history, answers, raised, contentHash }, faults })
}

type Attempt = UnitRound &
  Pick<Checked, 'answers' | 'raised'> & {
    readonly tree: UnitTree
    readonly person: Person
    readonly submission: Submission
    readonly entry: Entry
    /** The revisions that are there, where it isn't the first. */
    readonly history: readonly StoredRevision[]
    /** Undefined where the answers don't fit the form: such content was never stored. */
    readonly contentHash: string | undefined
    readonly bucket: Bucket
  }

const hashOf = (submission: Submission, answers: Answers): string =>
  createHash('sha256')
    .update(canonicalContent({ ...submission, answers: Object.fromEntries(answers) }))
    .digest('base64url')

/** A retry of what is stored gets the receipt it missed, and its mark again; other content under the same id is refused. */
async function answerKnown(
  deps: SubmitDeps,
  attempt: Attempt,
  known: StoredRevision,
): Promise<Result<Submitted, Problem>> {
  const isSameStep = JSON.stringify(known.step) === JSON.stringify(attempt.entry.step)
  if (isSameStep && known.contentHash === attempt.contentHash) {
    await addMark(deps.table, attempt.bucket)
    return ok({ receipt: receiptOf(known), isNew: false })
  }
  const { person, tree, submission } = attempt
  const mayRead = known.by === person.id || mayAt(person, tree, 'response.read', submission.unit)
  const { revision, receivedAt, contentHash } = known
  const stored = { revision, receivedAt, contentHash, answers: Object.fromEntries(known.answers) }
  return fail(problem.responseConflict(mayRead ? stored : undefined))
}

/**
 * Whether somebody who opens the form now, on line, could send it: the same words as the refusal of a submit, before
 * anything was typed.
 */
export async function checkEntry(
  table: Table,
  { campaign, period, campaignUnit }: UnitRound,
  now: string,
): Promise<Result<Standing, Problem>> {
  const timed = entryTiming(campaign, period, undefined, now)
  if (!timed.ok || campaign.countingRule !== 'one-per-unit') return timed
  return (await findHolder(table, { campaign, period, campaignUnit })) ? fail(problem.alreadyReported()) : timed
}

/** Whether a new revision may enter, and as what. */
async function standingOf(deps: SubmitDeps, attempt: Attempt, now: string): Promise<Result<Standing, Problem>> {
  const { campaign, period, submission, entry, history } = attempt
  const timed = entry.isPast
    ? pastTiming(campaign, period, now)
    : entryTiming(campaign, period, submission.finishedAt, now)
  // A record finished in the field is never refused for being second: it is kept, not counted, and the office sees it.
  const isFromField = entry.step.kind === 'sent' && submission.finishedAt !== undefined
  const { revision } = submission
  if (revision > 1) {
    const follows = history.some((one) => one.revision === revision - 1)
    return follows ? standingOfNext(attempt, timed, isFromField) : fail(problem.revisionOutOfOrder(revision - 1))
  }
  if (!timed.ok) return timed
  if (campaign.countingRule === 'one-per-unit' && !isFromField) {
    // Of two presses at once the second may find what the first has just stored: its own, and no other.
    const counted = await findHolder(deps.table, attempt)
    if (counted && counted.id !== submission.id) return fail(problem.alreadyReported())
  }
  return timed
}

const toRevision = (attempt: Attempt, contentHash: string, standing: Standing, now: string): StoredRevision => ({
  id: attempt.submission.id,
  revision: attempt.submission.revision,
  formVersion: attempt.submission.formVersion,
  answers: attempt.answers,
  contentHash,
  receivedAt: now,
  finishedAt: attempt.submission.finishedAt,
  standing,
  by: attempt.person.id,
  step: attempt.entry.step,
  raised: attempt.raised,
})

/** The receipt of a stored revision: the same, however often it is asked for. */
export const receiptOf = ({ id, revision, contentHash, receivedAt, standing }: StoredRevision): Receipt => ({
  id,
  revision,
  contentHash,
  receivedAt,
  standing,
})
