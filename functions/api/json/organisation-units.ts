// Units for programs: all that the person's roles cover, parents before children, page after page.

import * as v from 'valibot'
import { UnitId } from '../../../shared/ids.ts'
import { subtreeOf, type UnitTree } from '../../../shared/organisation/unit.ts'
import { problem } from '../../../shared/problems.ts'
import type { SignedInCall } from '../call.ts'
import { refuse } from '../problem-response.tsx'
import { limitIn } from './paging.ts'

/** Every unit at or below one at which the person holds a role, each once. */
function coveredUnits({ me }: SignedInCall): UnitId[] {
  const tops = new Set(me.person.roles.map(({ unitId }) => unitId))
  return [...new Set([...tops].flatMap((top) => subtreeOf(me.tree, top)))]
}

function told(tree: UnitTree, id: UnitId) {
  const unit = tree.units.get(id)
  if (!unit) return []
  const { code, name, level, parentId, members } = unit
  return { id, code, name, level, parent: parentId, members }
}

/** GET /api/organisation/units?after=&limit= */
export function getOrganisationUnits(call: SignedInCall): Response | Promise<Response> {
  const limit = limitIn(call.c)
  if (!limit.ok) return refuse(call, limit.problem)
  const ids = coveredUnits(call)
  const after = v.safeParse(v.optional(UnitId), call.c.req.query('after'))
  const at = after.success && after.output !== undefined ? ids.indexOf(after.output) + 1 : 0
  // A unit that is no longer covered is no place to go on from: whoever does begins anew.
  if (!after.success || (after.output !== undefined && at === 0)) return refuse(call, problem.wrongShape(['after']))
  const page = ids.slice(at, at + limit.value)
  const next = at + limit.value < ids.length ? (page.at(-1) ?? null) : null
  return call.c.json({ units: page.flatMap((id) => told(call.me.tree, id)), next })
}
