// Who visits which unit when, kept unit by unit and period by period, each with a version of its own: two people may assign
// different units of one campaign at once.

import * as v from 'valibot'
import { Assignment } from '../../shared/campaign/assignment.ts'
import type { CampaignId, PeriodId } from '../../shared/ids.ts'
import { key, partition } from './keys.ts'
import { numberOf, queryAll, type Table, textOf } from './table.ts'

export type VersionedAssignment = { readonly assignment: Assignment; readonly version: number }

/** The assignments of a period, those that were taken back too. */
export async function listAssignments(
  table: Table,
  id: CampaignId,
  periodId: PeriodId,
): Promise<VersionedAssignment[]> {
  const items = await queryAll(table, partition.assignments(id), `${periodId}#`)
  return items.map((item) => ({
    assignment: v.parse(Assignment, JSON.parse(textOf(item, 'body'))),
    version: numberOf(item, 'version'),
  }))
}

/** Writes an assignment if it is still the version that was read (0: none yet); false otherwise. */
export const saveAssignment = (
  table: Table,
  id: CampaignId,
  assignment: Assignment,
  replaces: number,
): Promise<boolean> => {
  const place = key.assignment(id, assignment.periodId, assignment.unitId)
  return table.replace({ ...place, body: JSON.stringify(assignment), version: replaces + 1 }, replaces)
}

/** Writes under way at once. */
const atOnce = 25

/** Saves many; answers those that were not stored, because somebody else changed them. */
export async function saveAssignments(
  table: Table,
  id: CampaignId,
  wanted: readonly VersionedAssignment[],
): Promise<VersionedAssignment[]> {
  const refused: VersionedAssignment[] = []
  for (let done = 0; done < wanted.length; done += atOnce)
    await Promise.all(
      wanted.slice(done, done + atOnce).map(async (one) => {
        if (!(await saveAssignment(table, id, one.assignment, one.version))) refused.push(one)
      }),
    )
  return refused
}
