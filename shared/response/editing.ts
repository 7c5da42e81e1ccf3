// Whether those who answer may change what was sent. The office corrects by another way, with a reason.

import type { CountingRule } from '../campaign/campaign.ts'
import type { CountedResponse } from './counted.ts'

/**
 * Why a response can't be changed by those who answer: the office or a level above has accepted or corrected it · it was
 * withdrawn · there are no answers in it, because the visit was not possible · where every response counts, it is
 * somebody else's.
 */
export type Uneditable = 'decided' | 'withdrawn' | 'not-possible' | 'not-yours'

type Latest = Pick<CountedResponse, 'step' | 'standing'>

/** Sent back to be put right: that may be done whenever it is, and keeps the standing that it had. */
export const isReturned = ({ step, standing }: Latest): boolean => step.kind === 'returned' && standing !== 'withdrawn'

/**
 * What keeps somebody with the right to answer for the unit from sending the next revision of a response; undefined where
 * nothing does. Whether the period is open is another question, and none for what was returned. `isOwn`: the person sent it.
 * Where a unit has one response, it is the unit's: whoever answers for the unit may go on with it.
 */
export function uneditable(latest: Latest, isOwn: boolean, rule: CountingRule): Uneditable | undefined {
  const { step, standing } = latest
  if (standing === 'withdrawn' || step.kind === 'withdrawn') return 'withdrawn'
  if (isReturned(latest)) return undefined
  if (step.kind === 'not-possible') return 'not-possible'
  if (step.kind === 'accepted' || step.kind === 'corrected') return 'decided'
  return isOwn || rule === 'one-per-unit' ? undefined : 'not-yours'
}
