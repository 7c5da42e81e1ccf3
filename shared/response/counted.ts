// Which of the stored revisions of a bucket count. Every revision stays stored; this only decides what figures see.

import type { Campaign } from '../campaign/campaign.ts'
import type { Answers } from '../form/answers.ts'
import type { ResponseId } from '../ids.ts'
import { isAccepted, type Step } from './step.ts'

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
  const latest = new Map<string, R>()
  const waitingRoom = new Map<string, R>()
  const firstSeen = new Map<string, string>()
  for (const revision of revisions) {
    const { id } = revision
    if (revision.standing === 'quarantined') {
      if (revision.revision > (waitingRoom.get(id)?.revision ?? 0)) waitingRoom.set(id, revision)
    } else if (revision.revision > (latest.get(id)?.revision ?? 0)) latest.set(id, revision)
    const seen = firstSeen.get(id)
    if (seen === undefined || revision.receivedAt < seen) firstSeen.set(id, revision.receivedAt)
  }
  const byArrival = (r: R) => `${firstSeen.get(r.id)}#${r.id}`
  const standing = [...latest.values()]
    .filter((r) => r.standing === 'on-time' || r.standing === 'late')
    .sort((a, b) => (byArrival(a) < byArrival(b) ? -1 : 1))
  const notPossible = standing.filter(({ step }) => step.kind === 'not-possible')
  const made = standing.filter(({ step }) => step.kind !== 'not-possible')
  const first = countingRule === 'one-per-unit' ? made.slice(0, 1) : made
  const sent = first.filter(({ step }) => step.kind !== 'returned')
  return {
    counted: figures === 'accepted' ? sent.filter(({ step }) => isAccepted(step)) : sent,
    second: made.slice(first.length),
    returned: first.filter(({ step }) => step.kind === 'returned'),
    waiting: figures === 'accepted' ? sent.filter(({ step }) => !isAccepted(step)) : [],
    notPossible,
    quarantined: [...waitingRoom.values()].filter((r) => r.revision > (latest.get(r.id)?.revision ?? 0)),
  }
}

/**
 * The response that holds a unit's place under one-per-unit: what counts, else what waits or was returned. Whoever comes
 * next edits this one.
 */
export const holderOf = <R extends CountedResponse>({ counted, waiting, returned }: Counted<R>): R | undefined =>
  counted[0] ?? waiting[0] ?? returned[0]
