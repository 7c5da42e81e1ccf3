// Bringing reports to their readers, in English.

import { formatCount } from './number.ts'
import type { ReportDeliveryMessages } from './report-delivery.ts'

const count = (value: number) => formatCount(value, 'en')
const times = (n: number) => (n === 1 ? 'once' : `${count(n)} times`)

export const reportDeliveryEn: ReportDeliveryMessages = {
  tab: 'Delivery',
  title: 'Delivery of the report',
  lead: 'Whom the report plan sends it to, and what became of it. The right to read is checked again each time it is sent and each time a link is opened.',
  none: 'This report has not been sent to anybody.',
  noneNext: 'The report plan says to whom it is sent, and when.',
  webhook: 'Notice to another program (webhook)',
  occasions: { ready: 'when it was made', issued: 'when it was issued' },
  states: {
    waiting: (moment) => `Will be tried again at ${moment}`,
    sending: 'Being sent',
    sent: (moment) => `Sent at ${moment}`,
    failed: (moment) => `Not delivered, last tried at ${moment}`,
  },
  tries: (tries) => `Tries: ${count(tries)}`,
  reasons: {
    'person-gone': 'This person is not in the system any more.',
    'no-right': 'When it was sent, this person had no right to read reports of the unit.',
    'no-address': 'This person has no e-mail address.',
    'mail-off': 'This system is not set up to send mail.',
    'mail-refused': 'The mail service does not take mail to this address.',
    'mail-not-taken': 'The mail service takes no mail at the moment.',
    'not-known': 'Sending was broken off; nobody knows whether it arrived.',
    'webhook-gone': 'The plan has no address to notify any more.',
    'no-secret': 'No signing secret has been made for this plan.',
    'url-refused': 'The address to notify must begin with https:// and hold no user name.',
    'not-public': 'The address to notify leads into a private network and is not called.',
    'not-found': 'No server of this name was found.',
    'no-connection': 'The receiving server could not be reached.',
    'too-slow': 'The receiving server did not answer within 10 seconds.',
    redirected: 'The receiving server sends on to another address, which is not followed.',
    answered: 'The receiving server answered with an error.',
  },
  status: (status) => `Answer: ${status}.`,
  link: {
    open: (moment, opened) => `Its link works until ${moment}; opened ${opened === 0 ? 'never' : times(opened)}.`,
    expired: (moment) => `Its link expired at ${moment}.`,
    revoked: (moment) => `Its link was revoked at ${moment}.`,
    revoke: 'Revoke the link',
    revokeFor: (name) => `Revoke the link of ${name}`,
  },
  again: 'Send again',
  againFor: (to) => `Send again: ${to}`,
  noticeAgain: 'It will be sent again.',
  noticeRevoked: 'The link is revoked.',

  plan: {
    title: 'Delivery of the plan’s reports',
    save: 'Save',
    saved: 'Saved.',
    log: 'Latest deliveries',
    logLead: (limit) => `At most ${count(limit)} deliveries, of the newest reports.`,
    none: 'No report of this plan has been delivered yet.',
    report: (period) => `Report of ${period}`,
    secret: 'Signing secret',
    secretLead:
      'The receiving program uses it to check that a notice comes from here and was not changed (Standard Webhooks, HMAC-SHA256).',
    noSecret: 'There is none yet; without one no notice is sent.',
    madeAt: (name, moment) => `Made by ${name} at ${moment}.`,
    both: (moment) => `The one before it still signs as well until ${moment}.`,
    make: 'Make a secret',
    rotate: 'Replace the secret',
    rotateHint: 'For 24 hours after that, notices are signed with both, so that there is time to change over.',
    url: (url) => `Address: ${url}`,
    noUrl: 'The plan has no address to notify.',
    made: 'New signing secret',
    once: 'It is shown on this page once. Copy it into the receiving program now; it cannot be shown again.',
    toPlan: 'Back to the report plan',
    back: 'Back to delivery',
  },

  fields: {
    title: 'Delivery',
    lead: 'Reports are always listed under Reports. They can also be sent to people by mail, or announced to another program.',
    when: 'When to send',
    whens: { ready: 'As soon as it is made, mostly as a draft', issued: 'When it is issued' },
    to: 'Mail to',
    toHint:
      'Each gets a link of their own that works for 14 days. Only people who may read reports of the unit are listed.',
    nobody: 'Nobody may read reports of this unit yet.',
    noAddress: 'no e-mail address yet',
    url: 'Address to notify (webhook)',
    urlHint: 'Begins with https://. Leave it empty for none. After saving, make the signing secret below.',
    optional: '(optional)',
    faults: {
      when: 'Choose when it is sent.',
      to: (limit) => `Choose at most ${count(limit)} people who may read reports of the unit.`,
      url: 'The address must begin with https://, hold no user name and not lead into a private network.',
    },
  },

  reading: {
    title: 'Read a report',
    for: (name) => `This link is for ${name} alone.`,
    about: (title, period) => `Report: ${title}, ${period}`,
    until: (moment) => `It works until ${moment}.`,
    open: 'Open the report',
    notYou: 'If this is not you, close the page and delete the mail.',
    reader: (name, moment) => `Read by the personal link of ${name}, which works until ${moment}.`,
  },
}
