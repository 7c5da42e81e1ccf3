// The audit log in English. What each verb says continues a person's name: "Nguyễn An published a form".

import type { AuditVerb } from '../organisation/audit.ts'
import type { auditVi } from './audit-vi.ts'

const verbs: Record<AuditVerb, string> = {
  'form.published': 'published a form',
  'campaign.moved-to-version': 'moved a campaign to another version of its form',
  'report.asked-for': 'asked for a report',
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
  'unit.added': 'added a unit',
  'unit.changed': 'changed a unit',
  'unit.moved': 'moved a unit',
  'unit.merged': 'merged units',
  'unit.split': 'split a unit',
  'unit.closed': 'closed a unit',
  'tree.imported': 'imported the tree of units',
  'campaign.created': 'began a campaign',
  'campaign.changed': 'changed a campaign',
  'campaign.opened': 'opened a campaign',
  'campaign.paused': 'paused a campaign',
  'campaign.resumed': 'resumed a campaign',
  'campaign.closed': 'closed a campaign',
  'campaign.copied': 'copied a campaign for next year',
  'campaign.deleted': 'deleted the draft of a campaign',
  'campaign.period-extended': 'changed the deadline of a period',
  'campaign.period-closed': 'closed a period',
  'campaign.units-changed': 'let units in or out of a campaign',
  'campaign.assigned': 'assigned units',
  'campaign.reminded': 'sent reminders',
}

export const auditEn: typeof auditVi = {
  title: 'Audit log',
  verbs,
}
