// Units that match a text, for fields that suggest them.

import { actions, topUnitsFor } from '../../../shared/organisation/access.ts'
import { searchUnits } from '../../../shared/organisation/search.ts'
import { problem } from '../../../shared/problems.ts'
import type { SignedInCall } from '../call.ts'
import { refuse } from '../problem-response.tsx'
import { choiceOf } from '../unit-field.ts'

/** What fits below a field. */
const mostSuggested = 12

/** GET /api/units?action=&q=: the best matches among the units at which the visitor may do `action`. */
export function getUnits(call: SignedInCall): Response | Promise<Response> {
  const { c, me } = call
  const action = actions.find((one) => one === c.req.query('action'))
  if (!action) return refuse(call, problem.wrongShape(['action']))
  const tops = topUnitsFor(me.person, me.tree, action)
  if (tops.length === 0) return refuse(call, problem.roleMissing())
  const { units, hasMore } = searchUnits(me.tree, c.req.query('q') ?? '', { tops, limit: mostSuggested })
  return c.json({ units: units.map((unit) => choiceOf(me.tree, unit, tops)), hasMore })
}
