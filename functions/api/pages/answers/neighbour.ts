// From one record to the next one of the same table, found when it is asked for.

import { path } from '../../../../shared/paths.ts'
import type { SignedInCall } from '../../call.ts'
import { refuse } from '../../problem-response.tsx'
import { queryOf } from './filter.ts'
import { readFiltered } from './reading.ts'
import { askedFor } from './table.tsx'

/** GET: leads to the record behind a place, or before it; to the table, from there on, where none was found in time. */
export async function showNeighbour(call: SignedInCall): Promise<Response> {
  const asked = await askedFor(call)
  if (!asked.ok) return refuse(call, asked.problem)
  const { campaign, filter, place } = asked.value
  const { page } = await readFiltered(call, campaign, filter, { limit: 1, ...place })
  const [row] = page.rows
  if (!row) return call.c.redirect(path.campaignAnswers(campaign.id, queryOf(filter, { ...place, seen: 0 })), 302)
  const { periodId, unitId } = row.bucket
  return call.c.redirect(path.record(campaign.id, periodId, unitId, row.id, queryOf(filter)), 302)
}
