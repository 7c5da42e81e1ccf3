// What a route needs of its visitor, and the one place that checks it. Which roles do what is shared/organisation/access.ts.

import { mayAnswer } from '../../shared/campaign/placement.ts'
import type { PeriodId, UnitId } from '../../shared/ids.ts'
import { type Action, mayAt, maySomewhere } from '../../shared/organisation/access.ts'
import { type Problem, problem } from '../../shared/problems.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Call, SignedInCall } from './call.ts'

/** A thing to do at a unit, as the route's address names it; `period`: answering for that one. */
export type At = { readonly action: Action; readonly unitId: UnitId; readonly period?: PeriodId }

export type Needs =
  /** Open to all: the way in, and what a browser needs to show it. */
  | { readonly who: 'anyone' }
  /** Any signed-in person; the code behind decides about the unit, which only the body names. */
  | { readonly who: 'signed-in' }
  /** A role for it at some unit; what is shown is then limited to those units. */
  | { readonly who: 'role'; readonly action: Action }
  /** A role for it at the unit that the address is about. */
  | { readonly who: 'role-at'; readonly at: (call: SignedInCall) => Promise<Result<At, Problem>> }

/** Checks a call against the needs of a route that isn't open to all. */
export async function admit(
  needs: Exclude<Needs, { readonly who: 'anyone' }>,
  { me, ...call }: Call,
): Promise<Result<SignedInCall, Problem>> {
  if (!me) return fail(problem.notSignedIn())
  const admitted = { ...call, me }
  if (needs.who === 'signed-in') return ok(admitted)
  if (needs.who === 'role') return maySomewhere(me.person, needs.action) ? ok(admitted) : fail(problem.roleMissing())
  const at = await needs.at(admitted)
  if (!at.ok) return at
  const { action, unitId, period } = at.value
  const may = period
    ? mayAnswer(me.person, me.tree, action, { unitId, period })
    : mayAt(me.person, me.tree, action, unitId)
  if (may) return ok(admitted)
  return fail(maySomewhere(me.person, action) ? problem.unitNotYours() : problem.roleMissing())
}
