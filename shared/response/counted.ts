// Which of the stored revisions of a bucket count. Every revision stays stored; this only decides what figures see.

import type { CountingRule } from '../campaign/campaign.ts'
import type { Answers } from '../form/answers.ts'
import type { ResponseId } from '../ids.ts'

/** on-time and late count; quarantined waits for the office; withdrawn is a tombstone that no retry can bring back. */
export type Standing = 'on-time' | 'late' | 'quarantined' | 'withdrawn'

/** A stored revision, as far as counting is concerned. `receivedAt`: ISO 8601, UTC, by the server's clock. */
export type CountedResponse = {
  readonly id: ResponseId
  readonly revision: number
  readonly receivedAt: string
  readonly standing: Standing
  readonly answers: Answers
}

export type Counted<R extends CountedResponse> = {
  readonly counted: readonly R[]
  readonly uncounted: number
  readonly quarantined: number
}

/**
 * Applies the counting rule. Of each response its latest revision that is not in quarantine stands: a correction that
 * waits for the office takes nothing away from what counted before. Under one-per-unit the response whose first revision
 * was received first counts (by id where two arrived in the same millisecond).
 */
export function countedResponses<R extends CountedResponse>(rule: CountingRule, revisions: readonly R[]): Counted<R> {
  const latest = new Map<string, R>()
  const waiting = new Map<string, number>()
  const firstSeen = new Map<string, string>()
  for (const revision of revisions) {
    if (revision.standing === 'quarantined')
      waiting.set(revision.id, Math.max(revision.revision, waiting.get(revision.id) ?? 0))
    else if (revision.revision > (latest.get(revision.id)?.revision ?? 0)) latest.set(revision.id, revision)
    const seen = firstSeen.get(revision.id)
    if (seen === undefined || revision.receivedAt < seen) firstSeen.set(revision.id, revision.receivedAt)
  }
  const byArrival = (r: R) => `${firstSeen.get(r.id)}#${r.id}`
  const standing = [...latest.values()]
    .filter((r) => r.standing === 'on-time' || r.standing === 'late')
    .sort((a, b) => (byArrival(a) < byArrival(b) ? -1 : 1))
  const counted = rule === 'one-per-unit' ? standing.slice(0, 1) : standing
  return {
    counted,
    uncounted: standing.length - counted.length,
    quarantined: [...waiting].filter(([id, revision]) => revision > (latest.get(id)?.revision ?? 0)).length,
  }
}
