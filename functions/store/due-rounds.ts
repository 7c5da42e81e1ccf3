// What was asked for when a report of a plan was due: one round for each period, over all units that get a report. Whoever goes on with
// a round holds it for a while; a process that dies leaves it to the next one, from the last note on.

import * as v from 'valibot'
import { PeriodId, UnitId } from '../../shared/ids.ts'
import type { ReportPlan } from '../../shared/report/plan.ts'
import { key, partition } from './keys.ts'
import { type Item, numberOf, queryAll, type Table, textOf } from './table.ts'

const Body = v.strictObject({
  /** When the round began: its reports are asked for at that moment, so that their ids are the same however often. */
  at: v.pipe(v.string(), v.isoTimestamp()),
  /** Whom it goes through; put away once it is over. */
  units: v.array(UnitId),
})

export type DueRound = {
  readonly periodId: PeriodId
  readonly at: string
  readonly units: readonly UnitId[]
  /** How many of the units have been asked for. */
  readonly done: number
  readonly isOver: boolean
  /** Milliseconds; until then somebody else is at it. */
  readonly heldUntil: number
  readonly version: number
}

/**
 * Longer than the ten reports between two notes ever take, and shorter than the time between two ticks, so that the next tick goes on
 * where one has died.
 */
const heldMs = 50_000

type Of = Pick<ReportPlan, 'id' | 'organisationId' | 'since'>

/** The rounds of a plan since its schedule was set, by period. */
export async function listRounds(table: Table, plan: Of): Promise<ReadonlyMap<PeriodId, DueRound>> {
  const prefix = `${plan.id}#${plan.since}#`
  const items = await queryAll(table, partition.due(plan.organisationId), prefix)
  return new Map(items.map((item) => toRound(item, prefix)).map((round) => [round.periodId, round]))
}

function toRound(item: Item, prefix: string): DueRound {
  return {
    periodId: v.parse(PeriodId, item.sk.slice(prefix.length)),
    ...v.parse(Body, JSON.parse(textOf(item, 'body'))),
    done: numberOf(item, 'done'),
    isOver: numberOf(item, 'over') === 1,
    heldUntil: numberOf(item, 'heldUntil'),
    version: numberOf(item, 'version'),
  }
}

async function write(table: Table, plan: Of, round: DueRound): Promise<DueRound | undefined> {
  const { periodId, at, units, done, isOver, heldUntil, version } = round
  const item = {
    ...key.dueRound(plan.organisationId, plan.id, plan.since, periodId),
    body: JSON.stringify({ at, units }),
    ...{ done, over: isOver ? 1 : 0, heldUntil, version: version + 1 },
  }
  return (await table.replace(item, version)) ? { ...round, version: version + 1 } : undefined
}

/** Begins a round at `now` (ISO 8601, UTC) and holds it; undefined where somebody else was first. */
export const beginRound = (
  table: Table,
  plan: Of,
  { periodId, units }: Pick<DueRound, 'periodId' | 'units'>,
  now: string,
): Promise<DueRound | undefined> =>
  write(table, plan, {
    ...{ periodId, at: now, units, done: 0, isOver: units.length === 0 },
    ...{ heldUntil: Date.parse(now) + heldMs, version: 0 },
  })

/** Takes a round that nobody holds any more; undefined where somebody does, or was faster. */
export async function takeRound(table: Table, plan: Of, round: DueRound, now: string): Promise<DueRound | undefined> {
  if (round.heldUntil > Date.parse(now)) return undefined
  return write(table, plan, { ...round, heldUntil: Date.parse(now) + heldMs })
}

/** Notes that so many units have been asked for; undefined where somebody else has taken the round meanwhile. */
export function noteRound(
  table: Table,
  plan: Of,
  round: DueRound,
  done: number,
  now: string,
): Promise<DueRound | undefined> {
  const isOver = done >= round.units.length
  const units = isOver ? [] : round.units
  return write(table, plan, { ...round, units, done, isOver, heldUntil: Date.parse(now) + heldMs })
}
