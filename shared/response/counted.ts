// Which of the stored revisions of a bucket count. Every revision stays stored; this only decides what figures see.

import type { Campaign } from '../campaign/campaign.ts'
import type { Answers } from '../form/answers.ts'
import type { ResponseId } from '../ids.ts'
import { isAccepted, type Step, whyNotPossible } from './step.ts'

/** on-time and late count; quarantined waits for the office; withdrawn is a tombstone that no retry can bring back. */
export type Standing = 'on-time' | 'late' | 'quarantined' | 'withdrawn'

/** A stored revision, as far as counting is concerned. `receivedAt`: ISO 8601, UTC, by the server's clock. */
export type CountedResponse = {
  readonly id: ResponseId
  readonly revision: number
  readonly receivedAt: string
  readonly standing: Standing
  readonly step: Step
  readonly answers: Answers
}

/** How a campaign counts. */
export type Counting = Pick<Campaign, 'countingRule' | 'figures'>

export type Counted<R extends CountedResponse> = {
  readonly counted: readonly R[]
  /** Responses that stand and don't count, because another one of the unit came first. */
  readonly second: readonly R[]
  /** Returned for correction, and not sent again yet. */
  readonly returned: readonly R[]
  /** Wait to be accepted, where only what was accepted counts. */
  readonly waiting: readonly R[]
  /** Visits that could not be made. */
  readonly notPossible: readonly R[]
  /** Responses whose newest revision is in quarantine. */
  readonly quarantined: readonly R[]
}

type Arrived = Pick<CountedResponse, 'id' | 'revision' | 'receivedAt' | 'standing' | 'step'>

/** One response, of all its revisions. */
export type Outline<R extends Arrived> = {
  readonly newest: R
  /** The latest revision that is neither in quarantine nor a tombstone over all before it; undefined where none is. */
  readonly standing: R | undefined
  /** A newer one that waits in quarantine for the office. */
  readonly held: R | undefined
  /** When the first revision was received. */
  readonly firstAt: string
}

/** Takes revisions apart by response; in any order, they give the same. */
export function outlines<R extends Arrived>(revisions: readonly R[]): Map<ResponseId, Outline<R>> {
  const newest = new Map<ResponseId, R>()
  const released = new Map<ResponseId, R>()
  const firstAt = new Map<ResponseId, string>()
  const keepLatest = (latest: Map<ResponseId, R>, one: R) => {
    if (one.revision > (latest.get(one.id)?.revision ?? 0)) latest.set(one.id, one)
  }
  for (const one of revisions) {
    keepLatest(newest, one)
    if (one.standing !== 'quarantined') keepLatest(released, one)
    const seen = firstAt.get(one.id)
    if (seen === undefined || one.receivedAt < seen) firstAt.set(one.id, one.receivedAt)
  }
  const outline = (last: R): Outline<R> => {
    const latest = released.get(last.id)
    const isHeld = last.standing === 'quarantined' && last.step.kind !== 'withdrawn'
    return {
      newest: last,
      standing: latest?.standing === 'withdrawn' ? undefined : latest,
      held: isHeld ? last : undefined,
      firstAt: firstAt.get(last.id) ?? last.receivedAt,
    }
  }
  return new Map([...newest].map(([id, last]) => [id, outline(last)]))
}

/**
 * Applies the counting rule. Of each response its latest revision that is not in quarantine stands: a correction that
 * waits for the office takes nothing away from what counted before. Under one-per-unit the response whose first revision
 * was received first counts (by id where two arrived in the same millisecond); a returned one keeps that place, since it
 * is asked for again, and a visit that was not possible gives it up to the first that was.
 */
export function countedResponses<R extends CountedResponse>(
  { countingRule, figures }: Counting,
  revisions: readonly R[],
): Counted<R> {
  const all = [...outlines(revisions).values()].sort(byArrival)
  const standing = all.flatMap((one) => one.standing ?? [])
  const isMade = ({ step }: R) => whyNotPossible(step) === undefined
  const made = standing.filter(isMade)
  const first = countingRule === 'one-per-unit' ? made.slice(0, 1) : made
  const sent = first.filter(({ step }) => step.kind !== 'returned')
  return {
    counted: figures === 'accepted' ? sent.filter(({ step }) => isAccepted(step)) : sent,
    second: made.slice(first.length),
    returned: first.filter(({ step }) => step.kind === 'returned'),
    waiting: figures === 'accepted' ? sent.filter(({ step }) => !isAccepted(step)) : [],
    notPossible: standing.filter((one) => !isMade(one)),
    quarantined: all.flatMap(({ held }) => held ?? []),
  }
}

function byArrival(a: Outline<Arrived>, b: Outline<Arrived>): number {
  if (a.firstAt !== b.firstAt) return a.firstAt < b.firstAt ? -1 : 1
  return a.newest.id < b.newest.id ? -1 : 1
}

/**
 * The response that holds a unit's place under one-per-unit: what counts, else what waits or was returned. Whoever comes
 * next edits this one.
 */
export const holderOf = <R extends CountedResponse>({ counted, waiting, returned }: Counted<R>): R | undefined =>
  counted[0] ?? waiting[0] ?? returned[0]
