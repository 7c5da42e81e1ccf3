// The audit log in English. What each verb says continues a person's name: "Nguyễn An published a form".

import type { AuditVerb } from '../organisation/audit.ts'
import type { auditVi } from './audit-vi.ts'
import { formatCount } from './number.ts'

const verbs: Record<AuditVerb, string> = {
  'form.published': 'published a form',
  'campaign.moved-to-version': 'moved a campaign to another version of its form',
  'action.assigned': 'assigned an action',
  'action.done': 'reported an action as done',
  'action.checked': 'found an action still open',
  'action.confirmed': 'confirmed that an action is done',
  'action.reopened': 'reopened an action',
  'action.dropped': 'dropped an action',
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
  'survey.invited': 'invited people to a survey',
  'survey.slips-made': 'made slips of invitations',
  'survey.links-taken': 'took a list of links',
  'survey.reminded': 'mailed invitations or reminders',
  'survey.released': "released a survey's results",
  'response.accepted': 'accepted a response',
  'response.returned': 'returned a response for correction',
  'response.withdrawn': 'withdrew a response',
  'response.released': 'released a response from quarantine',
  'response.corrected': 'corrected a response',
  'response.entered': 'entered a response for somebody else',
  'responses.imported': 'imported figures of past periods',
  'records.printed': 'printed records',
  'export.fetched': 'downloaded an export',
  'unit.added': 'added a unit',
  'unit.changed': 'changed a unit',
  'unit.moved': 'moved a unit',
  'unit.merged': 'merged units',
  'unit.split': 'split a unit',
  'unit.closed': 'closed a unit',
  'tree.imported': 'imported the tree of units',
  'export.asked-for': 'asked for an export',
  'token.made': 'made an API token',
  'token.revoked': 'revoked an API token',
}

const some = (value: number, one: string, many: string) => `${formatCount(value, 'en')} ${value === 1 ? one : many}`
const listed = (counts: readonly (readonly [count: number, text: string])[]) =>
  counts
    .filter(([value]) => value > 0)
    .map(([value, text]) => `${formatCount(value, 'en')} ${text}`)
    .join(', ')

export const auditEn: typeof auditVi = {
  told: {
    nobody: 'nobody',
    teamGone: 'a team that was removed',
    noDeadline: 'no deadline',
    fromFile: (units) => `${units}, from a file`,
    units: (units) => some(units, 'unit', 'units'),
    mails: (mails) => some(mails, 'mail', 'mails'),
    records: (records) => some(records, 'record', 'records'),
    responses: (responses) => some(responses, 'response', 'responses'),
    past: (file, added, changed) =>
      `${file}: ${listed([
        [added, 'added'],
        [changed, 'changed'],
      ])}`,
    tree: (file, [added, changed, moved, closed]) =>
      `${file}: ${listed([
        [Number(added), 'added'],
        [Number(changed), 'changed'],
        [Number(moved), 'moved'],
        [Number(closed), 'closed'],
      ])}`,
    people: (added, changed, names) =>
      `${listed([
        [added, 'added'],
        [changed, 'changed'],
      ])}: ${names}`,
  },
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
  what: 'What',
  open: 'Open',
  openWhat: (what) => `Open the page of: ${what}`,
  none: 'No entry matches.',
  noneNext: 'Take away some of the filters, or look at earlier months.',
  noneYet: 'The log is empty. Whatever staff do from now on is written here.',
  more: 'Older entries',
  newest: 'Back to the newest',
  verbs,
}
