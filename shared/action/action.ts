// An action: what a unit must put right, by when. It comes from a finding of a response and stays with the unit that the
// response was written for, whatever becomes of the tree.

import * as v from 'valibot'
import { FileName, Sha256 } from '../evidence/reference.ts'
import { ActionId, CampaignId, PeriodId, PersonId, ResponseId, UnitId } from '../ids.ts'
import { LocalText } from '../language.ts'
import { Role } from '../organisation/access.ts'
import { Day } from '../organisation/day.ts'

/** Worst first; none: the form says nothing about it. */
export const severities = ['high', 'medium', 'low', 'none'] as const
export const Severity = v.picklist(severities)
export type Severity = v.InferOutput<typeof Severity>

/** open: to be put right · done: the unit says it is · confirmed: and it was found so · dropped: nobody has to any more. */
export const actionStates = ['open', 'done', 'confirmed', 'dropped'] as const
export const ActionState = v.picklist(actionStates)
export type ActionState = v.InferOutput<typeof ActionState>

/** Who sees to it: a person, or whoever has a role at a unit. */
export const Owner = v.variant('kind', [
  v.strictObject({ kind: v.literal('person'), id: PersonId }),
  v.strictObject({ kind: v.literal('role'), role: Role, unitId: UnitId }),
])
export type Owner = v.InferOutput<typeof Owner>

export const longestWords = 1_000
const Words = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(longestWords))

/** Files that show a repair. */
export const mostFiles = 10
const File = v.strictObject({ sha256: Sha256, name: FileName })

const stepKinds = ['raised', 'gone', 'assigned', 'done', 'checked', 'confirmed', 'reopened', 'dropped'] as const
/**
 * What happened to it. raised and gone: by itself, because a response raises the finding, or doesn't any more. checked:
 * seen on a visit, and not put right yet.
 */
export const ActionStep = v.strictObject({
  kind: v.picklist(stepKinds),
  /** ISO 8601, UTC. */
  at: v.pipe(v.string(), v.isoTimestamp()),
  /** Null for what happened by itself. */
  by: v.nullable(PersonId),
  words: v.optional(Words),
  files: v.optional(v.pipe(v.array(File), v.maxLength(mostFiles))),
  /** Of an assignment: who and by when from then on. */
  owner: v.optional(v.nullable(Owner)),
  dueOn: v.optional(v.nullable(Day)),
})
export type ActionStep = v.InferOutput<typeof ActionStep>

/** Enough for any repair, and few enough for one item of the table. */
export const mostSteps = 100

const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

export const UnitAction = v.strictObject({
  id: ActionId,
  unitId: UnitId,
  campaignId: CampaignId,
  periodId: PeriodId,
  responseId: ResponseId,
  finding: v.strictObject({ kind: v.picklist(['consistency', 'finding']), question: v.string() }),
  /** In the words of the form when it was raised: the question, what was found, what is to be done. */
  question: LocalText,
  message: v.optional(LocalText),
  remedy: v.optional(LocalText),
  severity: Severity,
  /** When the first response that raised it came in; ISO 8601, UTC. */
  raisedAt: v.pipe(v.string(), v.isoTimestamp()),
  state: ActionState,
  owner: v.nullable(Owner),
  /** The last day on which it is not late; null while nobody has set one. */
  dueOn: v.nullable(Day),
  /** How many revisions were known, of the response and of its bucket, when answers last decided over it (derive.ts). */
  known: v.strictObject({ response: Count, bucket: Count }),
  steps: v.pipe(v.array(ActionStep), v.minLength(1), v.maxLength(mostSteps)),
})
export type UnitAction = v.InferOutput<typeof UnitAction>

/** An action with the version of its item, which a change of it names. */
export type VersionedAction = { readonly action: UnitAction; readonly version: number }

/** Whether somebody still has to do something about it. */
export const isOpen = ({ state }: Pick<UnitAction, 'state'>): boolean => state === 'open' || state === 'done'

/**
 * Whether it was ever anybody's: a response that was corrected before anything was made of it leaves an action that never
 * was one, so that nothing makes one late. Such are not shown and not counted.
 */
export const everWas = ({ steps }: Pick<UnitAction, 'steps'>): boolean => steps.some(({ kind }) => kind === 'raised')
