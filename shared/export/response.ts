// A response as it leaves: what it says, where it belongs, and where it stands among the others.

import type { Answers } from '../form/answers.ts'
import type { Raised } from '../form/rules.ts'
import type { PeriodId, PersonId, ResponseId } from '../ids.ts'
import type { Unit } from '../organisation/unit.ts'
import { type CountedResponse, type Counting, countedResponses } from '../response/counted.ts'
import type { Step } from '../response/step.ts'
import { type LeftOut, leftOut } from './request.ts'

export type ResponseState = 'counted' | 'second' | 'returned' | 'waiting' | 'not-possible' | LeftOut

export type ExportedResponse = {
  readonly id: ResponseId
  readonly revision: number
  readonly state: ResponseState
  readonly isLate: boolean
  /** `above`: the name of the unit it stands under today. */
  readonly unit: Pick<Unit, 'id' | 'code' | 'name'> & { readonly above: string }
  readonly period: PeriodId
  /** By the server's clock; ISO 8601, UTC. */
  readonly receivedAt: string
  readonly finishedAt: string | undefined
  /** Undefined where the campaign names nobody. */
  readonly sender: { readonly id: PersonId; readonly name: string } | undefined
  readonly step: Step
  readonly formVersion: number
  readonly contentHash: string
  readonly raised: Raised
  readonly answers: Answers
}

/**
 * Every response of a bucket with its state: of each the revision that stands, and a newer one that waits in quarantine as
 * a row of its own. `include`: what is taken although it is usually left out.
 */
export function withStates<R extends CountedResponse>(
  counting: Counting,
  revisions: readonly R[],
  include: readonly LeftOut[],
): { readonly response: R; readonly state: ResponseState }[] {
  const { counted, second, returned, waiting, notPossible, quarantined } = countedResponses(counting, revisions)
  const groups: Record<ResponseState, readonly R[]> = {
    counted,
    second,
    returned,
    waiting,
    'not-possible': notPossible,
    quarantined,
    withdrawn: withdrawnOf(revisions),
  }
  const isLeftOut = (state: ResponseState) => leftOut.some((one) => one === state && !include.includes(one))
  return stateOrder
    .filter((state) => !isLeftOut(state))
    .flatMap((state) => groups[state].map((response) => ({ response, state })))
}

const stateOrder: readonly ResponseState[] = [
  'counted',
  'second',
  'returned',
  'waiting',
  'not-possible',
  'quarantined',
  'withdrawn',
]

/** Those whose newest revision is a tombstone. */
function withdrawnOf<R extends CountedResponse>(revisions: readonly R[]): R[] {
  const latest = new Map<string, R>()
  for (const one of revisions) if (one.revision > (latest.get(one.id)?.revision ?? 0)) latest.set(one.id, one)
  return [...latest.values()].filter(({ standing }) => standing === 'withdrawn')
}
