// Where a response stands, as people are told: one place for each, and what waits beside it.

import type { ResponseId } from '../ids.ts'
import { type CountedResponse, type Counting, countedResponses, outlines } from './counted.ts'
import { isAccepted } from './step.ts'

/** Where a response stands. `waiting`: for acceptance, where only what was accepted counts. */
export const places = ['counted', 'waiting', 'returned', 'second', 'not-possible', 'quarantined', 'withdrawn'] as const
export type Place = (typeof places)[number]

export type ResponseState<R extends CountedResponse> = {
  readonly place: Place
  /** What people are shown of it: the revision that stands, else what waits in quarantine, else the newest. */
  readonly shown: R
  /** A newer revision that waits in quarantine; the one that is shown where nothing stands. */
  readonly held: R | undefined
  /** Accepted, and nobody further has to. */
  readonly isAccepted: boolean
  /** When the first revision was received; ISO 8601, UTC. */
  readonly firstAt: string
}

/** The state of every response of a bucket, of all its revisions. */
export function responseStates<R extends CountedResponse>(
  counting: Counting,
  revisions: readonly R[],
): Map<ResponseId, ResponseState<R>> {
  const { counted, waiting, returned, second, notPossible } = countedResponses(counting, revisions)
  const found = new Map<ResponseId, Place>()
  const put = (place: Place, some: readonly R[]) => {
    for (const { id } of some) found.set(id, place)
  }
  put('counted', counted)
  put('waiting', waiting)
  put('returned', returned)
  put('second', second)
  put('not-possible', notPossible)
  return new Map(
    [...outlines(revisions)].map(([id, { newest, standing, held, firstAt }]) => [
      id,
      {
        place: found.get(id) ?? (held ? 'quarantined' : 'withdrawn'),
        shown: standing ?? held ?? newest,
        held,
        isAccepted: standing !== undefined && isAccepted(standing.step),
        firstAt,
      },
    ]),
  )
}
