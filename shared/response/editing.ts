// Whether those who answer may change what was sent. The office corrects by another way, with a reason.

import type { CountingRule } from '../campaign/campaign.ts'
import type { CountedResponse, Outline } from './counted.ts'
import { whyNotPossible } from './step.ts'

/**
 * Why a response can't be changed by somebody: a level above accepted it or the office corrected it · the cell has scored it ·
 * it was withdrawn ·
 * there are no answers in it, because the visit was not possible · where every response counts, it is somebody else's ·
 * a newer revision waits in quarantine.
 */
export type Uneditable = 'decided' | 'scored' | 'withdrawn' | 'not-possible' | 'not-yours' | 'in-quarantine'

type Revision = Pick<CountedResponse, 'id' | 'revision' | 'receivedAt' | 'standing' | 'step'>

/** Sent back to be put right: that may be done after the close too, and keeps the standing that it had. */
export const isReturned = ({ standing }: Pick<Outline<Revision>, 'standing'>): boolean =>
  standing?.step.kind === 'returned'

/**
 * What keeps somebody with the right to answer for the unit from sending the next revision of a response; undefined where
 * nothing does. Whether the period is open is another question, and none for what was returned. `isOwn`: the person sent it.
 * Where a unit has one response, it is the unit's: whoever answers for the unit may go on with it.
 */
export function uneditable(outline: Outline<Revision>, isOwn: boolean, rule: CountingRule): Uneditable | undefined {
  const shown = outline.standing ?? outline.held
  if (!shown) return 'withdrawn'
  if (isReturned(outline)) return undefined
  if (whyNotPossible(shown.step) !== undefined) return 'not-possible'
  if (shown.step.kind === 'accepted' || shown.step.kind === 'corrected') return 'decided'
  if (shown.step.kind === 'scored') return 'scored'
  return isOwn || rule === 'one-per-unit' ? undefined : 'not-yours'
}
