// What a revision does besides holding answers. Everything that happens to a response after it was sent is a revision too:
// appended under the same id, put first and marked then, so that a fold sees it like any other.

import * as v from 'valibot'
import { UnitId } from '../ids.ts'

/** In characters, as a text field counts them. */
export const longestReason = 2_000

/** Words of a person to a person: why it was returned, corrected, withdrawn. */
export const Reason = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(longestReason))

export const Step = v.variant('kind', [
  /** Sent by who answers: for the first time, or again after it was returned. */
  v.strictObject({ kind: v.literal('sent') }),
  /** Typed in by the office for somebody: from a paper form, or a figure of a past period. */
  v.strictObject({ kind: v.literal('entered'), onBehalfOf: v.pipe(v.string(), v.trim(), v.maxLength(200)) }),
  /** `at`: the unit whose level accepted. `isFinal`: at the campaign's unit or above, so that nobody further has to. */
  v.strictObject({ kind: v.literal('accepted'), at: UnitId, isFinal: v.boolean(), words: v.optional(Reason) }),
  v.strictObject({ kind: v.literal('returned'), at: UnitId, reason: Reason }),
  /** The cell filled in its own group of the form for a member, at this unit; the member's answers are as they were. */
  v.strictObject({ kind: v.literal('scored'), at: UnitId }),
  /** Answers changed by the office. What was accepted stays accepted; the reason stays with it. */
  v.strictObject({ kind: v.literal('corrected'), reason: Reason, isFinal: v.boolean() }),
  /** With the standing "quarantined" only what waited there is withdrawn: what stood before it still stands. */
  v.strictObject({ kind: v.literal('withdrawn'), reason: Reason }),
  /** The visit could not be made: there are no answers, and the reason says why. */
  v.strictObject({ kind: v.literal('not-possible'), reason: Reason }),
  /** Out of quarantine: it counts from now on. `notPossible`: why the visit could not be made, where that is what it says. */
  v.strictObject({ kind: v.literal('released'), words: v.optional(Reason), notPossible: v.optional(Reason) }),
])
export type Step = v.InferOutput<typeof Step>

export const sentStep = { kind: 'sent' } as const satisfies Step

/** Whether it came from who answers, or from the office in their place; all others are what was made of it afterwards. */
export const isSent = ({ kind }: Step): boolean => kind === 'sent' || kind === 'entered' || kind === 'not-possible'

/** Whether nobody further has to accept it. */
export const isAccepted = (step: Step): boolean =>
  (step.kind === 'accepted' || step.kind === 'corrected') && step.isFinal

/** Why the visit could not be made; undefined where it was. */
export const whyNotPossible = (step: Step): string | undefined =>
  step.kind === 'not-possible' ? step.reason : step.kind === 'released' ? step.notPossible : undefined

/** What a person wrote with the step, for whoever reads it afterwards. */
export const wordsOf = (step: Step): string | undefined =>
  'reason' in step ? step.reason : 'words' in step ? step.words : undefined

/** Whether the cell has scored what was sent last. */
export const isScored = (history: readonly { readonly revision: number; readonly step: Step }[]): boolean =>
  history
    .filter(({ step }) => isSent(step) || step.kind === 'scored')
    .reduce<{ readonly revision: number; readonly step: Step } | undefined>(
      (last, one) => (last && last.revision > one.revision ? last : one),
      undefined,
    )?.step.kind === 'scored'
