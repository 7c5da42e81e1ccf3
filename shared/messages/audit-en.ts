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
}

export const auditEn: typeof auditVi = {
  title: 'Audit log',
  lead: 'Everything that staff have done here. The log only grows: nothing in it is changed or deleted.',
  filters: 'Filter the log',
  month: 'From the month',
  monthHint: 'From the end of this month backwards.',
  person: 'Done by',
  personHint: 'A part of the name; accents may be left out.',
  verb: 'What was done',
  anyVerb: 'Everything',
  unit: 'Unit',
  unitHint: 'With all units below it.',
  text: 'Containing',
  textHint: 'In the details or the address.',
  filter: 'Filter',
  clear: 'Clear the filters',
  caption: 'What was done, the newest first',
  when: 'When',
  who: 'Who',
  what: 'What',
  where: 'Unit',
  open: 'Open',
  openWhat: (what) => `Open the page of: ${what}`,
  none: 'No entry matches.',
  noneNext: 'Take away some of the filters, or look at earlier months.',
  noneYet: 'The log is empty. Whatever staff do from now on is written here.',
  more: 'Older entries',
  newest: 'Back to the newest',
  verbs,
}
