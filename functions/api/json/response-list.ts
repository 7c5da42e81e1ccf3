// Responses of a period for programs: page after page, in the order of the tree, as far as the person may read.

import * as v from 'valibot'
import { exportRecord } from '../../../shared/export/record.ts'
import { isExportable } from '../../../shared/export/request.ts'
import { UnitId } from '../../../shared/ids.ts'
import { mayAt, topUnitsFor } from '../../../shared/organisation/access.ts'
import { unitsUnder } from '../../../shared/organisation/unit.ts'
import { type Problem, problem } from '../../../shared/problems.ts'
import { places } from '../../../shared/response/state.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { exportedRow, openNames } from '../../exported-response.ts'
import { cursorText, readCursor, readResponsePage } from '../../store/response-pages.ts'
import { campaignAddress } from '../address.ts'
import type { SignedInCall } from '../call.ts'
import { refuse } from '../problem-response.tsx'
import { limitIn } from './paging.ts'

/** In milliseconds: a search that finds little stops then, and says where it would go on. */
const mostSearching = 5_000

/** The units to look at: of `?unit=` or of all that the person may read. */
function unitsAsked({ c, me }: SignedInCall): Result<UnitId[], Problem> {
  const text = c.req.query('unit')
  const tops = topUnitsFor(me.person, me.tree, 'response.read')
  if (text === undefined) return ok([...new Set(tops.flatMap((top) => unitsUnder(me.tree, top)))])
  const unit = v.safeParse(UnitId, text)
  if (!unit.success) return fail(problem.wrongShape(['unit']))
  return mayAt(me.person, me.tree, 'response.read', unit.output)
    ? ok(unitsUnder(me.tree, unit.output))
    : fail(problem.unitNotYours())
}

/** GET /api/campaigns/:campaign/periods/:period/responses?unit=&state=&after=&limit= */
export async function getResponses(call: SignedInCall): Promise<Response> {
  const { c, deps, me } = call
  const address = await campaignAddress(call)
  if (!address.ok) return refuse(call, address.problem)
  const { campaign, period } = address.value
  if (!isExportable(campaign)) return refuse(call, problem.notExportable())
  const [units, limit] = [unitsAsked(call), limitIn(c)]
  if (!units.ok) return refuse(call, units.problem)
  if (!limit.ok) return refuse(call, limit.problem)
  const [state, after] = [c.req.query('state'), c.req.query('after')]
  const place = places.find((one) => one === state)
  if (state !== undefined && !place) return refuse(call, problem.wrongShape(['state']))
  const start = after === undefined ? undefined : readCursor(after)
  if (after !== undefined && !start) return refuse(call, problem.wrongShape(['after']))
  const until = Date.parse(deps.now()) + mostSearching
  const page = await readResponsePage(
    deps.table,
    { campaign, periodIds: [period.id], unitIds: units.value },
    {
      limit: limit.value,
      after: start,
      isLate: () => Date.parse(deps.now()) > until,
      ...(place ? { isWanted: (row) => row.state.place === place } : {}),
    },
  )
  const nameOf = openNames(deps.table, campaign, call.language)
  const responses = []
  for (const row of page.rows)
    responses.push(exportRecord(campaign.id, await exportedRow(row, { tree: me.tree, nameOf })))
  return c.json({ responses, next: page.next === undefined ? null : cursorText(page.next) })
}
