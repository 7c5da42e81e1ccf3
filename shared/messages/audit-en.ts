// The audit log in English. What each verb says continues a person's name: "Nguyễn An published a form".

import type { AuditVerb } from '../organisation/audit.ts'
import type { auditVi } from './audit-vi.ts'

const verbs: Record<AuditVerb, string> = {
  'form.published': 'published a form',
  'campaign.moved-to-version': 'moved a campaign to another version of its form',
  'report.asked-for': 'asked for a report',
  'action.assigned': 'assigned an action',
  'action.done': 'reported an action as done',
  'action.checked': 'found an action still open',
  'action.confirmed': 'confirmed that an action is done',
  'action.reopened': 'reopened an action',
  'action.dropped': 'dropped an action',
  'organisation.founded': 'founded the organisation here',
  'organisation.changed': 'changed the organisation',
  'person.added': 'added a person',
  'person.changed': 'changed a person',
  'person.removed': 'removed a person',
  'person.invited': 'sent an invitation',
  'person.link-made': 'made a personal link',
  'person.link-revoked': 'revoked a personal link',
  'people.imported': 'imported people',
  'team.created': 'created a team',
  'team.changed': 'changed a team',
  'team.removed': 'removed a team',
}

export const auditEn: typeof auditVi = {
  title: 'Audit log',
  verbs,
}
