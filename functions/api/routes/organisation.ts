// The organisation: its tree of units.

import type { AuditVerb } from '../../../shared/organisation/audit.ts'
import { type UnitEdit, unitEdits } from '../../../shared/paths.ts'
import { lazily, type Route, signedIn } from './route.ts'

const readers = { who: 'role', action: 'unit.read' } as const
const desk = lazily(() => import('../desks/organisation.ts'))
const suggestions = lazily(() => import('../json/units.ts'))

const verbs: Readonly<Record<UnitEdit, AuditVerb>> = {
  add: 'unit.added',
  change: 'unit.changed',
  move: 'unit.moved',
  merge: 'unit.merged',
  split: 'unit.split',
  close: 'unit.closed',
}

/** Which units a change may touch is decided over all of them. */
const managers = { who: 'role', action: 'unit.manage' } as const
const editRoutes = unitEdits.flatMap((edit): Route[] => [
  { method: 'GET', path: `/organisation/units/:unit/${edit}`, needs: managers, answer: desk('showEdit') },
  {
    method: 'POST',
    path: `/organisation/units/:unit/${edit}`,
    needs: managers,
    answer: desk('sendEdit'),
    records: verbs[edit],
  },
])

export const organisationRoutes: readonly Route[] = [
  // Which units one sees is decided by today's tree, whatever day is looked at.
  { method: 'GET', path: '/organisation', needs: readers, answer: desk('showTree') },
  { method: 'GET', path: '/organisation/units/:unit', needs: readers, answer: desk('showUnit') },
  ...editRoutes,
  // Which units is decided by the action that they are wanted for.
  { method: 'GET', path: '/api/units', scope: 'units:read', needs: signedIn, answer: suggestions('getUnits') },
]
