// The audit log, as one thing to load.

export { showAudit } from '../pages/audit/audit.tsx'
