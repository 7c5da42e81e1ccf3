// The audit log.

import { lazily, type Route } from './route.ts'

const audit = lazily(() => import('../desks/audit.ts'))

export const auditRoutes: readonly Route[] = [
  { method: 'GET', path: '/audit', needs: { who: 'role', action: 'audit.read' }, answer: audit('showAudit') },
]
