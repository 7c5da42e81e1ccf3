// People and their ways in, in English.

import type { FieldFault } from '../organisation/person-entry.ts'
import { formatCount } from './number.ts'
import type { peopleVi } from './people-vi.ts'

const count = (value: number) => formatCount(value, 'en')
const people = (value: number) => (value === 1 ? '1 person' : `${count(value)} people`)

const nameFaults: Record<FieldFault, string> = {
  missing: 'The name is missing.',
  'too-long': 'The name is too long: 200 characters at most.',
  malformed: 'The name can’t be read.',
}
const contactFaults: Record<'email' | 'phone', string> = {
  email: 'This is no e-mail address; one looks like name@office.vn.',
  phone: 'This is no telephone number: digits only, with a + at the front and blanks between them if you like.',
}
const linkStates: Record<'open' | 'revoked' | 'expired' | 'outgrown', string> = {
  open: 'In use',
  revoked: 'Revoked',
  expired: 'Expired',
  outgrown: 'Void, because the roles have changed',
}

export const peopleEn: typeof peopleVi = {
  title: 'People',
  teams: 'Teams',
  add: 'Add a person',
  import: 'Import from Excel or CSV',
  settings: 'About the organisation',
  list: {
    search: 'Name or e-mail',
    searchHint: 'Accents may be left out.',
    role: 'Role',
    anyRole: 'All roles',
    unit: 'Unit',
    unitHint: 'With all units below it.',
    state: 'State',
    anyState: 'All',
    filter: 'Filter',
    clear: 'Clear the filters',
    filters: 'Filter the list',
    states: { active: 'Have been here', invited: 'Invited, not here yet', none: 'Not invited' },
    shown: (shown) => `${people(shown)} on this page`,
    none: 'There is nobody yet.',
    noneNext: 'Add people one by one, or import a whole list from an Excel or CSV file.',
    noMatch: 'Nobody matches the filters.',
    noMatchSoFar: 'Nobody was found so far; “Go on” looks further.',
    select: (name) => `Choose ${name}`,
    selectAll: 'Choose everybody on this page',
    selectNone: 'Choose nobody',
    batch: 'With those who are chosen',
    invite: 'Send invitations',
    slips: 'Print slips with personal links',
    slipsHint: 'Each slip has a new link, which is shown only once.',
    more: 'Go on',
    first: 'Back to the beginning of the list',
    nobodyChosen: 'Nobody is chosen. Tick those whom you mean.',
    seen: (moment) => `Last here ${moment}`,
    invited: (moment) => `Invited ${moment}, not here yet`,
    notInvited: 'Not invited',
    noRole: 'No role',
    goneUnit: 'a unit that is gone',
  },
  form: {
    title: 'Add a person',
    name: 'Name',
    email: 'E-mail',
    emailHint:
      'Whoever signs in with this address is this person. Leave it empty where there is none, and use a personal link.',
    phone: 'Telephone',
    optional: '(optional)',
    roles: 'Roles',
    rolesHint: 'A role holds at its unit and at all units below. Empty a line to take that role away.',
    roleNumber: (n) => `Role ${count(n)}`,
    role: 'Role',
    noRole: 'None',
    unit: 'At the unit',
    addRow: 'One more line',
    save: 'Save',
    create: 'Add this person',
    nameFaults,
    contactFaults,
    noRoles: 'At least one role is needed. If this person has left, remove the person.',
    roleMissing: 'Choose the role held at this unit.',
    unitMissing: 'Type the unit at which this role is held.',
    emailTaken: 'Somebody has this address already.',
    keep: 'You can change roles at units in your care only. Name, e-mail, telephone and ways in of this person are looked after by an administrator above.',
    ownAdmin: 'You are taking away your own role of administrator',
    ownAdminHint: 'Once saved, you can’t look after people any more, nor give the role back to yourself.',
    ownAdminConfirm: 'I understand, take it away',
    stored: 'Saved now',
    entered: 'Your entry',
    differs: 'What differs',
    nothing: 'empty',
    faults: 'To be corrected',
    back: 'Back to the list of people',
  },
  person: {
    saved: 'Saved.',
    added: 'Added. Next: send an invitation, or make a personal link.',
    invitedNow: 'The invitation was sent.',
    revokedNow: 'The link was revoked.',
    seen: 'Last here',
    neverSeen: 'Never yet',
    invited: 'Last invited',
    slipMade: 'Slip last made',
    edit: 'Details and roles',
    ways: 'Ways in',
    mail: 'Invitation by mail',
    mailTo: (email) => `The mail goes to ${email} and has a link to sign in.`,
    noEmail: 'This person has no e-mail address, and can’t be invited by mail.',
    mailOff: 'No sender is set for mails. Use a personal link.',
    invite: 'Send the invitation',
    links: 'Personal links',
    linksHint:
      'For people without an account. Whoever holds the link gets in as this person, until it expires or is revoked.',
    makeLink: 'Make a personal link',
    makeLinkHint: (days) => `It holds for ${count(days)} days, and is shown only once, right after it was made.`,
    noLinks: 'There is no link yet.',
    linkMade: 'Made',
    linkBy: (moment, name) => `${moment}, ${name}`,
    linkUsed: 'Last used',
    linkNotUsed: 'never',
    linkEnds: 'Expires',
    linkState: 'State',
    linkStates,
    revoke: 'Revoke',
    revokeThis: (moment) => `Revoke the link made ${moment}`,
    remove: 'Remove this person…',
    removeHint: 'Whoever is removed can’t get in any more. What they did keeps their name.',
  },
  removal: {
    title: (name) => `Remove ${name}?`,
    lead: 'This person can’t get in any more, not even with a page that is open now. The e-mail address is free for somebody else.',
    kept: 'Answers, reports and the audit log stay as they are, with this person’s name.',
    self: 'This is you: once removed, you can’t get in any more.',
    type: 'Type the name to confirm',
    typeHint: (name) => `Exactly: ${name}`,
    mismatch: 'The name does not match.',
    remove: 'Remove this person',
    cancel: 'Don’t remove',
  },
  link: {
    title: (name) => `Personal link of ${name}`,
    once: 'The link is shown only once. Copy or print it now.',
    text: 'Link',
    textHint: 'Select and copy it, to send it by Zalo or as a text message.',
    message: 'A message to send',
    sample: (name, address, until) =>
      `Dear ${name}, this is your personal link to Phiếu (good until ${until}): ${address} Please don’t pass it on.`,
    warning: (name) => `Whoever holds this link gets in as ${name}.`,
    qr: (name) => `QR code of ${name}`,
    until: (moment) => `Good until ${moment}`,
    print: 'To print it, use your browser’s print command (Ctrl+P).',
    back: (name) => `Back to the page of ${name}`,
  },
  slips: {
    title: 'Slips with personal links',
    lead: (slips) =>
      `${slips === 1 ? '1 slip' : `${count(slips)} slips`}, each with a new link. This page is shown only once.`,
    skipped: (names) => `None for ${names}, who are not in your care.`,
    scan: 'Scan the code to get in, or open:',
    warning:
      'Whoever holds this slip gets in as the person named on it. Keep it to yourself; if it is lost, tell your office, who can revoke it.',
  },
  invitations: {
    title: 'Invitations',
    sent: (mails) => (mails === 1 ? '1 mail was sent.' : `${count(mails)} mails were sent.`),
    notSent: 'Not sent',
    reasons: {
      'no-email': 'no e-mail address',
      refused: 'the mail service takes no message to this address',
      failed: 'the mail service does not answer as it should: send it again later',
      'not-yours': 'not in your care',
    },
    back: 'Back to the list of people',
  },
  mail: {
    subject: (organisation) => `Invitation to Phiếu of ${organisation}`,
    text: (name, organisation, inviter, address) =>
      `Dear ${name},

${inviter} invites you to Phiếu of ${organisation}.

Open this link and sign in with the address that this mail came to:
${address}

If you did not expect this mail, please ignore it.
`,
  },
}
