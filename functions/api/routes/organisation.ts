// The organisation: its tree of units.

import { lazily, type Route, signedIn } from './route.ts'

const suggestions = lazily(() => import('../json/units.ts'))

export const organisationRoutes: readonly Route[] = [
  // Which units is decided by the action that they are wanted for.
  { method: 'GET', path: '/api/units', needs: signedIn, answer: suggestions('getUnits') },
]
