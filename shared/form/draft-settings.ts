// What the place of a draft gives it: a page hands in the parts that its form needs, the server all there are.

import type { Paths } from '../expression/axis.ts'
import type { FunctionTable } from '../expression/call.ts'
import type { Environment } from '../expression/environment.ts'
import type { ChoiceSource } from './choices.ts'
import type { Draft } from './draft.ts'
import type { DraftRounds } from './draft-rounds.ts'
import type { TypeTable } from './typed.ts'

/** The clock is the draft's own: it stands still, so that sending again is the same. */
export type DraftSettings = Pick<Environment, 'now' | 'zone' | 'locale' | 'random' | 'matches' | 'digest'> & {
  readonly functions: FunctionTable
  /** How expressions walk; a form whose expressions only name questions needs none. */
  readonly paths?: Paths
  /** The types whose texts are more than texts. */
  readonly types: TypeTable
  /** Where choices come from; a form without lists and without choices from answers needs none. */
  readonly choices?: (draft: Draft) => ChoiceSource
  /** What keeps the rounds of repeats; a form without repeats needs none. */
  readonly rounds?: (draft: Draft) => DraftRounds
  /** Steps that the expressions of one settling may take together. */
  readonly steps: number
  /** Of the response: what ${instanceID} says, and the seed of shuffled choices. */
  readonly id: string
  /** Answers of the types that nobody is asked: username, deviceid, start, today. */
  readonly about?: Readonly<Record<string, string>>
  /** What ${last-saved#name} says, by name: answers of the last form that was sent before this one, as XForms writes them. */
  readonly lastSaved?: Readonly<Record<string, string>>
}
