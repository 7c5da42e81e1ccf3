// Which actions the responses of a bucket ask for. Worked out anew from all stored revisions each time, like a summary: the
// same revisions in any order ask for the same.

import type { Finding, Raised } from '../form/rules.ts'
import { type CountedResponse, type Counting, countedResponses } from '../response/counted.ts'
import { isAccepted } from '../response/step.ts'

export type RaisingResponse = CountedResponse & { readonly raised: Raised; readonly formVersion: number }

export type Wanted<R extends RaisingResponse> = {
  readonly finding: Finding
  /** Whether it stands. One that doesn't was raised once, and isn't any more. */
  readonly isRaised: boolean
  /** The first revision that raised it. */
  readonly first: R
  /** The newest revision of the response. */
  readonly newest: R
  /** Revisions known when this was worked out. */
  readonly known: { readonly response: number; readonly bucket: number }
  /** Whether everybody who knew fewer of these revisions came to the same. */
  readonly isSettled: boolean
}

export const findingKey = ({ kind, question }: Finding): string => `${kind} ${question}`

/** Whether the revision, were it the newest one, would count. */
const countsAlone = ({ figures }: Counting, { standing, step }: RaisingResponse): boolean =>
  (standing === 'on-time' || standing === 'late') &&
  step.kind !== 'returned' &&
  step.kind !== 'not-possible' &&
  (figures === 'submitted' || isAccepted(step))

/** Whether nothing that the revision does can end what an earlier one raised. */
const takesNothing = ({ standing, step }: RaisingResponse): boolean =>
  standing !== 'withdrawn' && step.kind !== 'not-possible'

/**
 * Every finding that a response which counts raised, or raised once. The newest revision that counts decides: a response
 * that was returned, or waits to be accepted again, keeps what it raised until another revision counts. What was
 * withdrawn, and what came second where one counts, raises nothing.
 */
export function wantedActions<R extends RaisingResponse>(counting: Counting, revisions: readonly R[]): Wanted<R>[] {
  const { counted, returned, waiting } = countedResponses(counting, revisions)
  const inPlace = new Set([...counted, ...returned, ...waiting].map(({ id }) => id))
  const responses = byResponse(revisions)
  const isAlone = counting.countingRule === 'many' || responses.size === 1
  return [...responses].flatMap(([id, all]) => {
    const ordered = all.toSorted((a, b) => a.revision - b.revision)
    const counts = ordered.filter((one) => countsAlone(counting, one))
    const [newest, deciding] = [ordered.at(-1), counts.at(-1)]
    if (!newest || !deciding) return []
    const raises = (one: R, key: string) => one.raised.findings.some((finding) => findingKey(finding) === key)
    const findings = new Map(counts.flatMap(({ raised }) => raised.findings.map((one) => [findingKey(one), one])))
    return [...findings].map(([key, finding]) => ({
      finding,
      isRaised: inPlace.has(id) && raises(deciding, key),
      first: counts.find((one) => raises(one, key)) ?? deciding,
      newest,
      known: { response: ordered.length, bucket: revisions.length },
      isSettled: isAlone && ordered.every(takesNothing) && counts.every((one) => raises(one, key)),
    }))
  })
}

function byResponse<R extends RaisingResponse>(revisions: readonly R[]): Map<R['id'], R[]> {
  const responses = new Map<R['id'], R[]>()
  for (const one of revisions) {
    const known = responses.get(one.id)
    if (known) known.push(one)
    else responses.set(one.id, [one])
  }
  return responses
}
