// The progress board.

import { lazily, type Route } from './route.ts'

const desk = lazily(() => import('../desks/board.ts'))

export const boardRoutes: readonly Route[] = [
  // At which unit is decided over the unit that the query names.
  {
    method: 'GET',
    path: '/campaigns/:campaign/board',
    needs: { who: 'role', action: 'progress.read' },
    answer: desk('showBoard'),
  },
]
