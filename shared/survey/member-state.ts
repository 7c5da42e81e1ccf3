// Where the answer of a named survey's member stands.

import { type CountedResponse, outlines } from '../response/counted.ts'
import { isAccepted, isScored } from '../response/step.ts'

/** none: there isn't one yet. */
export type MemberState = 'none' | 'answered' | 'scored' | 'confirmed' | 'returned' | 'withdrawn'

/** `history`: every revision of one answer, in any order. */
export function memberState(history: readonly Omit<CountedResponse, 'answers'>[]): MemberState {
  const [outline] = outlines(history).values()
  if (!outline) return 'none'
  if (!outline.standing) return 'withdrawn'
  const { step } = outline.standing
  if (step.kind === 'returned') return 'returned'
  if (isAccepted(step)) return 'confirmed'
  return isScored(history) ? 'scored' : 'answered'
}
