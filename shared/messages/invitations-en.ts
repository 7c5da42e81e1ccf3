// Inviting members to a survey, in English.

import type { RosterColumn, RosterFault } from '../survey/roster.ts'
import type { invitationsVi } from './invitations-vi.ts'
import { formatCount } from './number.ts'

const count = (value: number) => formatCount(value, 'en')
const of = (value: number, one: string, many: string) => (value === 1 ? `1 ${one}` : `${count(value)} ${many}`)

const columns: Record<RosterColumn, string> = {
  name: 'Name',
  unit: 'Unit code',
  email: 'E-mail',
  phone: 'Telephone',
  slips: 'Number of slips',
}
const faults: Record<RosterFault['code'], (text: string) => string> = {
  missing: () => 'is empty.',
  'too-long': () => 'is too long: 200 characters at most.',
  malformed: (text) => `“${text}” is not right.`,
  unknown: (text) => `there is no unit “${text}”.`,
  several: (text) => `“${text}” may be several units; write the code.`,
  outside: (text) => `“${text}” is not one of the units of this survey.`,
  twice: (text) => `“${text}” stands in a row above.`,
  'no-members': () => 'is empty, and the number of the unit’s members is not known.',
}

export const invitationsEn: typeof invitationsVi = {
  title: 'Invitations',
  ways: {
    anonymous: 'Anonymous: no page says who has answered; there are rates only.',
    named: 'Named: answers are kept with the name of whoever was invited.',
    open: 'Open',
  },
  period: 'Period',
  show: 'Show',
  over: 'This period is over: nobody is invited or reminded, and no slips are printed.',
  made: (people) =>
    people === 0
      ? 'Nobody more was invited: everybody in the roster was invited before.'
      : `${of(people, 'person was', 'people were')} invited. Next: hand out the invitations.`,
  mailed: (mails) => (mails === 0 ? 'No mail was sent.' : `${of(mails, 'mail was', 'mails were')} sent.`),
  mailingMore: 'The others will be sent within a few minutes.',
  nobody: 'Nobody is invited yet.',
  nobodyNext:
    'Choose a roster below, or invite by the numbers of members of the units. Then print slips, take the links or send mails from this page.',
  rate: (answered, invited, percent) =>
    `${count(answered)} of ${count(invited)} who were invited have answered (${percent}).`,
  units: 'By unit',
  unitsCaption: 'Response rates by unit',
  unit: 'Unit',
  unitName: 'Name of the unit',
  invited: 'Invited',
  answered: 'Answered',
  share: 'Rate',
  together: (units) => `${of(units, 'unit', 'units together')}`,
  togetherWhy:
    'Units with fewer than 5 invited people stand together, where needed with a larger one, so that the rate does not say who has answered.',
  handOut: 'Hand out',
  handOutLead:
    'For those who have not answered. Print or take them again as often as you like: everybody’s link and code stay the same.',
  forWhom: 'For',
  everyUnit: 'All units',
  perPage: 'On each A4 page',
  slipsOf: { 8: '8 slips, easy to read', 16: '16 slips, saves paper' },
  makeSlips: 'Print slips (PDF)',
  slipsKept: (slips) =>
    `At most ${count(slips)} slips a file, and more files for more. A file holds everybody’s links: it is deleted when you fetch it, and after a day at the latest.`,
  links: 'List of links (CSV)',
  linksHint:
    'To be sent by Zalo or text message, a row for each person. It is not kept here; please delete it once you have sent it.',
  linksName: 'invitation-links',
  link: 'Link',
  code: 'Code',
  mails: 'Send by e-mail',
  noMail: 'No sender is set for mails. Print slips or take the list of links instead.',
  mailsLater: 'Mails can be sent once the survey is open and its period has begun.',
  noEmails: 'Nobody of those who have not answered has an e-mail address.',
  unwritten: (people) => `Send invitations to ${of(people, 'person', 'people')} who got none`,
  remind: (people) => `Remind ${of(people, 'person', 'people')} who have not answered`,
  mailRule: (days) => `Nobody is reminded more often than every ${of(days, 'day', 'days')}.`,
  lastMailing: (moment) => `Sent last: ${moment}.`,
  mailKept:
    'Mails that were sent are not kept here. Only a system that runs on one machine keeps them in its outbox (/outbox), and in no backup: when it is used in earnest, let nobody else open it.',
  chat: 'A message for all, to copy',
  chatHint: 'It holds nobody’s link.',
  members: 'Who is invited',
  membersCaption: 'Who is invited, and whether they have answered',
  person: 'Person',
  state: 'State',
  hasAnswered: 'has answered',
  hasNot: 'has not answered',
  more: (people) => `And ${count(people)} more. Choose a unit to see them.`,
  invite: 'Invite more people',
  inviteFirst: 'Invite from a roster',
  inviteLead:
    'The file is only read and shown first. Whoever is invited already (same name and unit, or same e-mail) is not invited again.',
  columnsCaption: 'The columns of the file, by their names in the first row',
  column: 'Column',
  meaning: 'What to write',
  columns,
  meanings: {
    name: 'Required. For two people of one name in a unit, add the year of birth.',
    unit: 'Required: the code or the name of a unit.',
    email: 'Optional: to send the link by mail.',
    phone: 'Optional.',
    slips: 'Instead of names: how many slips without a name a unit gets; empty means one for each member.',
  },
  file: 'Excel (.xlsx) or CSV file',
  fileHint: (megabytes, people) => `At most ${count(megabytes)} MB and ${count(people)} people.`,
  look: 'Preview',
  again: (period) => `The same people as in ${period}?`,
  againLead: 'The same people, with new links and codes: nothing joins the answers of two periods.',
  againLook: 'Preview the people of that period',
  byMembers: 'No list of names?',
  byMembersLead: (slips, units) =>
    `Invite by the numbers of members: ${of(slips, 'slip', 'slips')} without names for ${of(units, 'unit', 'units')}.`,
  byMembersLook: 'Preview by members',
  template: 'Fetch a table of units and members to change',
  templateName: 'units-and-slips',
  unreadable: 'The file can’t be read',
  cannot: 'That could not be done',
  noFile: 'No file was chosen.',
  tooLarge: (megabytes) => `The file is larger than ${count(megabytes)} MB.`,
  noHeader: (names) => `Columns are missing in the first row: ${names}.`,
  namedNeedsNames: 'A named survey needs a row with a name for each person.',
  tooMany: (people) => `The file invites more than ${count(people)} people. Split it.`,
  empty: 'The file has no row below its first.',
  outdated: 'The roster or the survey has changed since the preview. Nobody was invited; please look again.',
  previewTitle: 'Before the invitations',
  found: (added, same) =>
    `${of(added, 'person', 'people')} will be invited${same > 0 ? `; ${count(same)} invited before will not be invited again` : ''}.`,
  withEmail: (people) => `${of(people, 'person has', 'people have')} an e-mail address.`,
  faultsFound: (places) =>
    places === 1 ? 'One place is to be corrected first' : `${count(places)} places are to be corrected first`,
  faultsNext: 'Correct them in the file and choose it again. Nobody was invited.',
  faultsCaption: 'To be corrected',
  row: 'Row',
  wrong: 'What is wrong',
  fault: (column, code, text) => `${columns[column]}: ${faults[code](text)}`,
  moreFaults: (more) => `And ${count(more)} more that are not shown.`,
  ignored: (names) => `Columns that are not read: ${names}.`,
  peopleCaption: 'People who will be invited',
  perUnitCaption: 'How many will be invited in each unit',
  slipsCount: 'People',
  moreUnits: (more) => `And ${of(more, 'more unit', 'more units')}.`,
  morePeople: (more) => `And ${count(more)} more.`,
  apply: (people) => `Invite ${of(people, 'person', 'people')}`,
  nothingNew: 'Everybody in the file is invited already. There is nothing to do.',
  another: 'Choose another file',
  slipsTitle: 'Slips (PDF)',
  slipsFiles: (files) => `${of(files, 'file', 'files')}: fetch each of them.`,
  slipsFile: (file) => `File ${count(file)}`,
  slipsReady: 'The slips are ready',
  slipsReadyLead:
    'The file holds everybody’s own link. You can fetch it once: it is deleted here right after, and after a day at the latest if you don’t.',
  slipsFetch: 'Fetch the PDF and delete it here',
  slipsPrint: 'Print at actual size (100 %) and cut along the crosses. Please delete the file once it is printed.',
  slipsGone: 'The file is not here any more',
  slipsGoneLead:
    'It was fetched, or more than a day has passed. Print it again if you need it: the codes stay the same.',
  back: 'Back to the invitations',
  slip: {
    how: (address) => `Scan the QR code with a phone, or open ${address} and type the code below the square.`,
    until: (moment) => `Until ${moment}.`,
    fileName: 'slips',
  },
}
