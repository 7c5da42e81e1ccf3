// A response as it leaves: what it says, where it belongs, and where it stands among the others.

import type { Answers } from '../form/answers.ts'
import type { Raised } from '../form/rules.ts'
import type { PeriodId, PersonId, ResponseId } from '../ids.ts'
import type { Unit } from '../organisation/unit.ts'
import type { CountedResponse, Counting } from '../response/counted.ts'
import { type Place, responseStates } from '../response/state.ts'
import { isSent, type Step } from '../response/step.ts'
import { type LeftOut, leftOut } from './request.ts'

export type ExportedResponse = {
  readonly id: ResponseId
  readonly revision: number
  readonly state: Place
  readonly isLate: boolean
  /** `above`: the name of the unit it stands under today. */
  readonly unit: Pick<Unit, 'id' | 'code' | 'name'> & { readonly above: string }
  readonly period: PeriodId
  /** When its first revision came in; by the server's clock, ISO 8601, UTC. */
  readonly receivedAt: string
  /** When this revision came in. */
  readonly changedAt: string
  readonly finishedAt: string | undefined
  /** Who sent the answers, or typed them in for somebody else; undefined where the campaign names nobody. */
  readonly sender: { readonly id: PersonId; readonly name: string } | undefined
  /** For whom they were typed in; undefined where who answered sent them. */
  readonly enteredFor: string | undefined
  readonly step: Step
  readonly formVersion: number
  readonly contentHash: string
  readonly raised: Raised
  readonly answers: Answers
}

type Placed<R> = {
  readonly response: R
  readonly state: Place
  readonly firstAt: string
  /** The revision with which its answers were sent, as far as it is known. */
  readonly sent: R | undefined
}

/**
 * Every response of a bucket, in the order in which they came in: of each the revision that stands, and a newer one that waits
 * in quarantine as a row of its own.
 */
export function placedResponses<R extends CountedResponse>(counting: Counting, revisions: readonly R[]): Placed<R>[] {
  const sendings = new Map<ResponseId, R[]>()
  for (const one of revisions) if (isSent(one.step)) sendings.set(one.id, [...(sendings.get(one.id) ?? []), one])
  const sentFor = ({ id, revision }: R) =>
    (sendings.get(id) ?? []).filter((one) => one.revision <= revision).reduce<R | undefined>(later, undefined)
  const states = [...responseStates(counting, revisions)].sort(([a, one], [b, other]) =>
    `${one.firstAt}#${a}` < `${other.firstAt}#${b}` ? -1 : 1,
  )
  return states.flatMap(([, { place, shown, held, firstAt }]) => {
    const row = (response: R, state: Place) => ({ response, state, firstAt, sent: sentFor(response) })
    return held && held !== shown ? [row(shown, place), row(held, 'quarantined')] : [row(shown, place)]
  })
}

const later = <R extends CountedResponse>(latest: R | undefined, one: R): R =>
  latest && latest.revision > one.revision ? latest : one

/** Whether a response in that state is taken; `include`: states that are taken although they are usually left out. */
export const isTaken = (state: Place, include: readonly LeftOut[]): boolean =>
  !leftOut.some((one) => one === state && !include.includes(one))
