// The organisation's own details and its first steps: for those who administer the top, as the pages decide.

import { lazily, type Route } from './route.ts'

const admins = { who: 'role', action: 'person.manage' } as const
const office = lazily(() => import('../desks/office.ts'))

export const officeRoutes: readonly Route[] = [
  { method: 'GET', path: '/organisation/next-steps', needs: admins, answer: office('showNextSteps') },
  { method: 'GET', path: '/organisation/settings', needs: admins, answer: office('showSettings') },
  {
    method: 'POST',
    path: '/organisation/settings',
    needs: admins,
    answer: office('saveSettings'),
    records: 'organisation.changed',
  },
]
