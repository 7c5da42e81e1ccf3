// Ways in besides the issuer's: personal links, and the founding of an organisation.

import { anyone, lazilyOpen, type Route } from './route.ts'

const entry = lazilyOpen(() => import('../desks/entry.ts'))

export const entryRoutes: readonly Route[] = [
  // The token stands in the address, which neither log nor audit log repeats: entering isn't recorded as a change.
  { method: 'GET', path: '/enter/:token', needs: anyone, answer: entry('showEntry') },
  { method: 'POST', path: '/enter/:token', needs: anyone, answer: entry('enter'), records: null },
  // Only for whoever has proved to be the founder, and only while there is no organisation.
  { method: 'GET', path: '/setup', needs: anyone, answer: entry('showSetup') },
  // Writes its own entry into the audit log: nobody is signed in before it.
  { method: 'POST', path: '/setup', needs: anyone, answer: entry('setUp'), records: null },
]
