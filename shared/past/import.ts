// An import of figures from before: a file that was looked at row by row, and then brought in row by row. Each row is told
// what becomes of it.

import type { AnswerFault } from '../form/fault.ts'
import type { PastImportId, PeriodId, PersonId, UnitId } from '../ids.ts'

/**
 * What became of a row, or would: a new response · the next revision of one that an import made · nothing, it is there as it
 * is · nothing, because the unit has a response already, or somebody changed it since · it can't be taken.
 */
export const rowOutcomes = ['added', 'changed', 'same', 'standing', 'faulty'] as const
export type RowOutcome = (typeof rowOutcomes)[number]

/** Why a row can't be taken, or what to know of it. `column`: the header of the cell that is meant; '' for the row. */
export type RowRemark = { readonly row: number; readonly column: string } & (
  | {
      readonly code:
        | 'unit-missing'
        | 'unit-unknown'
        | 'unit-ambiguous'
        | 'unit-not-yours'
        | 'period-missing'
        | 'period-unreadable'
        | 'too-large'
        | 'not-taken'
        /** A notice: the question isn't asked, given the other answers, and its cell is left out. */
        | 'not-asked'
        /** A notice: a response of somebody else's stands. */
        | 'standing'
    }
  | { readonly code: 'period-not-held' | 'period-early'; readonly period: PeriodId }
  | { readonly code: 'row-twice'; readonly other: number }
  | { readonly code: 'answer'; readonly fault: AnswerFault }
)

export const isNotice = ({ code }: RowRemark): boolean => code === 'not-asked' || code === 'standing'

/** More remarks than anybody reads at once are counted and not kept. */
export const mostRemarks = 200

export type RowTally = { readonly [Outcome in RowOutcome]: number }
export const emptyTally: RowTally = { added: 0, changed: 0, same: 0, standing: 0, faulty: 0 }

/** checking → checked → applying → done. */
export type PastImport = {
  readonly id: PastImportId
  readonly fileName: string
  /** Who began the phase: whatever goes on with it does so as they may. */
  readonly by: PersonId
  /** ISO 8601, UTC. */
  readonly at: string
  readonly phase: 'checking' | 'checked' | 'applying' | 'done'
  /** The period of rows that name none. */
  readonly period: PeriodId | undefined
  readonly rows: number
  /** How many rows of this phase are done. */
  readonly next: number
  /** What was found, or while it is brought in, done so far. */
  readonly tally: RowTally
  readonly faults: readonly RowRemark[]
  readonly notices: readonly RowRemark[]
  readonly noticeCount: number
  /** Headers that mean nothing, or the same as another one. */
  readonly unknown: readonly string[]
  readonly twice: readonly string[]
  /** Periods that rows name and the campaign doesn't hold. */
  readonly missingPeriods: readonly PeriodId[]
  /** The first rows as they were read. */
  readonly sample: readonly SampleRow[]
}

export const isUnderWay = ({ phase }: Pick<PastImport, 'phase'>): boolean =>
  phase === 'checking' || phase === 'applying'

export type SampleRow = {
  readonly row: number
  readonly unitId: UnitId
  readonly period: PeriodId
  /** By key of the question. */
  readonly answers: readonly (readonly [key: string, value: string])[]
}
export const mostSampled = 5
