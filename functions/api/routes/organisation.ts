// The organisation: its tree of units.

import { lazily, type Route, signedIn } from './route.ts'

const readers = { who: 'role', action: 'unit.read' } as const
const desk = lazily(() => import('../desks/organisation.ts'))
const suggestions = lazily(() => import('../json/units.ts'))

export const organisationRoutes: readonly Route[] = [
  // Which units one sees is decided by today's tree, whatever day is looked at.
  { method: 'GET', path: '/organisation', needs: readers, answer: desk('showTree') },
  { method: 'GET', path: '/organisation/units/:unit', needs: readers, answer: desk('showUnit') },
  // Which units is decided by the action that they are wanted for.
  { method: 'GET', path: '/api/units', needs: signedIn, answer: suggestions('getUnits') },
]
