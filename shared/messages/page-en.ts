// The pages in English.

import type { Campaign, PeriodState } from '../campaign/campaign.ts'
import type { Role } from '../organisation/access.ts'
import type { Standing } from '../response/counted.ts'
import { formatCount } from './number.ts'
import type { PageMessages } from './page.ts'

const count = (value: number) => formatCount(value, 'en')

const roles: Record<Role, string> = {
  admin: 'administrator',
  designer: 'form designer',
  office: 'office',
  leader: 'leader',
  inspector: 'inspector',
  reporter: 'unit reporter',
}
const kinds: Record<Campaign['kind'], string> = {
  inspection: 'Inspection',
  'unit-report': 'Unit report',
  'member-survey': 'Member survey',
}
const states: Record<PeriodState, string> = {
  early: 'Not open yet',
  open: 'Open',
  grace: 'Past its deadline, late forms still taken',
  closed: 'Closed',
}
const standings: Record<Standing, string> = {
  'on-time': 'On time',
  late: 'Late, still counted',
  quarantined: 'Held until the office has looked at it; not counted yet',
  withdrawn: 'Withdrawn; not counted',
}
const reportStates: Record<'requested' | 'composed' | 'ready', string> = {
  requested: 'Waiting for the figures',
  composed: 'Figures done, making the PDF',
  ready: 'Ready',
}
const units = (value: number) => (value === 1 ? '1 unit' : `${count(value)} units`)

export const pagesEn: PageMessages = {
  product: 'Phieu',
  skip: 'Skip to main content',
  mainMenu: 'Main menu',
  account: 'Account',
  signIn: 'Sign in',
  signOut: 'Sign out',
  home: 'Go to the start page',
  footer: 'Phieu: from paper forms to reports',
  errorTitle: (title) => `Error: ${title}`,
  error: 'Error:',
  roles,
  kinds,
  states,
  period: (name) => `Period: ${name}`,
  campaign: 'Campaign',
  unit: 'Unit',
  code: (code) => `Code ${code}`,
  nav: { visits: 'My forms', progress: 'Progress', reports: 'Reports' },
  welcome: {
    title: 'Fill in a form once, and the figures reach the report',
    lead: 'Phieu lets inspection teams and units fill in forms on a phone or computer. Leaders see progress at any time, and find the report finished on the day it is due.',
    hint: 'Use the account your organisation gave you.',
  },
  visits: {
    title: 'My forms',
    left: (left, total) => `${count(left)} of ${count(total)} left`,
    toDo: 'To do',
    done: (done) => `Done (${count(done)})`,
    received: (moment) => `Received ${moment}`,
    receipt: (number) => `no.\u00a0${number}`,
    allDone: 'All forms of this period are done.',
    early: 'This period is not open yet, so no forms are taken.',
    noUnits: 'No unit is assigned to you in this period. Contact the office if you expected one.',
    none: 'There are no forms to do.',
    noneNext: 'When a campaign opens, the units assigned to you appear here. If one is missing, contact the office.',
  },
  form: {
    optional: '(optional)',
    allRequired: 'Answer every question except those marked “optional”.',
    submit: 'Send form',
    back: 'Back to the list without sending',
    choose: 'Choose one',
    noAnswer: 'No answer',
    kept: 'What you filled in is still there below.',
    stored: 'What is stored',
    wholeNumber: 'A whole number',
    anyNumber: 'A number, decimals allowed, such as 1.5',
    wholeFromTo: (min, max) => `A whole number from ${min} to ${max}`,
    wholeFrom: (min) => `A whole number of at least ${min}`,
    wholeTo: (max) => `A whole number of at most ${max}`,
    numberFromTo: (min, max) => `A number from ${min} to ${max}, decimals allowed, such as 1.5`,
    numberFrom: (min) => `A number of at least ${min}, decimals allowed, such as 1.5`,
    numberTo: (max) => `A number of at most ${max}, decimals allowed, such as 1.5`,
    atMostCharacters: (max) => `At most ${count(max)} characters`,
  },
  receipt: {
    title: 'Form received',
    lead: 'The form is stored. You can close this page.',
    leadQuarantined: 'The form is stored and waits for the office. You can close this page.',
    leadWithdrawn: 'This form has been withdrawn.',
    stamp: 'Received',
    stampNumber: (number) => `No. ${number}`,
    period: 'Period',
    receivedAt: 'Received at',
    number: 'Receipt number',
    standing: 'Deadline',
    standings,
    revision: 'Revision',
    revisionNumber: (revision) => `Number ${count(revision)}`,
    hash: 'Content check (SHA-256)',
    answers: 'Answers sent',
    none: 'No answer',
    back: 'Back to the list',
  },
  progress: {
    title: 'Progress',
    none: 'There are no campaigns to follow.',
    noneNext: 'When a campaign opens, the progress of its units appears here.',
    reported: (reported, expected) => `${reported} of ${expected} units have reported`,
    asOf: (moment) => `As of ${moment}`,
    recounting: (value) =>
      `The figures of ${units(value)} are being recounted. Reload in a few minutes for the new ones.`,
    byGroup: 'Progress by unit',
    unit: 'Unit',
    reportedColumn: 'Reported',
    rateColumn: 'Rate',
    total: 'Total',
    missing: (value) => `Not reported yet (${count(value)})`,
    noneMissing: 'All units have reported.',
    missingIn: (name, value) => `${name}: ${units(value)}`,
    indicators: 'Results by indicator',
    indicator: 'Indicator',
    value: 'Result',
    target: 'Target',
    noValue: 'No figures yet',
    noTarget: 'None',
    met: 'Met',
    notMet: 'Not met',
    all: 'All campaigns',
  },
  reports: {
    title: 'Reports',
    none: 'There are no reports yet.',
    noneNext: 'When one is due, it is made by itself and appears here.',
    made: 'Reports made',
    make: 'Make the report now',
    makeFor: (period) => `Make now for ${period}`,
    makeHint: 'It is made from the latest figures received.',
    requestedBy: (name, moment) => `Requested by ${name} at ${moment}`,
    scheduled: (moment) => `Made on schedule at ${moment}`,
    states: reportStates,
    download: 'Download report (PDF)',
    older: 'Older reports',
    waiting: 'A report is being made; it takes a few seconds.',
    reload: 'Load the page again',
  },
  problem: {
    code: 'Error code',
    kept: 'What was filled in is still on this page. Please wait a moment, then send it again.',
    keptSignIn:
      'What was filled in is still on this page: sign in on another page, then come back here and send it again.',
    signInApart: 'Sign in on another page',
    sendAgain: 'Send again',
  },
}
