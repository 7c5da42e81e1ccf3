// What belongs to the person who is signed in.

import { lazily, type Route, signedIn } from './route.ts'

const desk = lazily(() => import('../desks/account.ts'))

export const accountRoutes: readonly Route[] = [
  { method: 'GET', path: '/account/tokens', needs: signedIn, answer: desk('showTokens') },
  { method: 'POST', path: '/account/tokens', needs: signedIn, answer: desk('makeToken'), records: 'token.made' },
  { method: 'GET', path: '/account/tokens/:token/revocation', needs: signedIn, answer: desk('askRevocation') },
  {
    method: 'POST',
    path: '/account/tokens/:token/revocation',
    needs: signedIn,
    answer: desk('revokeToken'),
    records: 'token.revoked',
  },
]
