// What programs read, and the pages for whoever writes them. How each address is described is in described/.

import { anyone, lazily, lazilyOpen, periodPath, type Route, signedIn } from './route.ts'

const reading = lazily(() => import('../desks/reading.ts'))
const pages = lazilyOpen(() => import('../desks/developer.ts'))
const trying = lazily(() => import('../desks/trying.ts'))

export const developerRoutes: readonly Route[] = [
  { method: 'GET', path: '/api/campaigns', scope: 'campaigns:read', needs: signedIn, answer: reading('getCampaigns') },
  {
    method: 'GET',
    path: '/api/campaigns/:campaign',
    scope: 'campaigns:read',
    needs: signedIn,
    answer: reading('getCampaign'),
  },
  {
    method: 'GET',
    path: `/api${periodPath}/responses`,
    scope: 'responses:read',
    needs: { who: 'role', action: 'response.read' },
    answer: reading('getResponses'),
  },
  // Whoever fills in a form reads it.
  {
    method: 'GET',
    path: '/api/forms/:form/versions/:version',
    scope: 'forms:read',
    needs: signedIn,
    answer: reading('getFormVersion'),
  },
  // The units that one's roles cover.
  {
    method: 'GET',
    path: '/api/organisation/units',
    scope: 'units:read',
    needs: signedIn,
    answer: reading('getOrganisationUnits'),
  },
  { method: 'GET', path: '/api/openapi.json', needs: anyone, answer: pages('sendDocument') },
  { method: 'GET', path: '/api', needs: anyone, answer: pages('showDocs') },
  { method: 'GET', path: '/developer/try', needs: signedIn, answer: trying('tryReading') },
  // A response is its own record.
  { method: 'POST', path: '/developer/try', needs: signedIn, answer: trying('trySending'), records: null },
]
