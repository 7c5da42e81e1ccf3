// What a survey came to.

import { campaignAt } from '../campaign-access.ts'
import { lazily, periodPath, type Route } from './route.ts'

const desk = lazily(() => import('../desks/results.ts'))
const leaders = { who: 'role', action: 'progress.read' } as const
const results = `${periodPath}/results`

export const resultRoutes: readonly Route[] = [
  // Which units are shown is decided over what the reader may see.
  { method: 'GET', path: results, needs: leaders, answer: desk('showResults') },
  { method: 'GET', path: `${results}.csv`, needs: leaders, answer: desk('sendResults') },
  {
    method: 'POST',
    path: results,
    needs: { who: 'role-at', at: campaignAt },
    answer: desk('releaseNow'),
    records: 'survey.released',
  },
]
