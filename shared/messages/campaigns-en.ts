// The pages on which campaigns are made and kept, in English.

import type { CampaignState } from '../campaign/campaign.ts'
import type { PeriodFault } from '../campaign/changes.ts'
import type { CampaignStep, Check } from '../campaign/readiness.ts'
import { campaignReportEn } from './campaign-report-en.ts'
import { stepsEn } from './campaign-steps-en.ts'
import { campaignSurveyEn } from './campaign-survey-en.ts'
import type { campaignsVi } from './campaigns-vi.ts'
import { formatCount } from './number.ts'

const count = (value: number) => formatCount(value, 'en')
const counted = (value: number, one: string, many = `${one}s`) => `${count(value)} ${value === 1 ? one : many}`

const states: Record<CampaignState, string> = {
  draft: 'In preparation',
  open: 'Open',
  paused: 'Paused',
  closed: 'Closed',
}
const steps: Record<CampaignStep, string> = {
  about: 'Name and purpose',
  form: 'Form',
  units: 'Units',
  periods: 'Periods and deadlines',
  answering: 'Who answers, what counts',
  indicators: 'Indicators',
  more: 'Languages, reminders, report',
  check: 'Check and open',
}
const checks: Record<Check['key'], { done: string; not: string }> = {
  description: {
    done: 'The form begins with an introduction.',
    not: 'There is no introduction: people don’t learn what the form is for and who sees it.',
  },
  form: { done: 'The form is chosen.', not: 'No form is chosen.' },
  units: {
    done: 'All units belong to the unit that runs the campaign.',
    not: 'No units are chosen, or some don’t belong to the unit that runs the campaign.',
  },
  'units-written': { done: 'The list of units is written.', not: 'The list of units is not written completely yet.' },
  periods: { done: 'There are periods and deadlines.', not: 'There are no periods.' },
  'periods-ahead': {
    done: 'There are periods that aren’t over.',
    not: 'All periods are over: nobody could send anything new.',
  },
  answerers: { done: 'Every unit has somebody to answer.', not: 'For some units nobody has the role to answer.' },
  indicators: { done: 'There are indicators.', not: 'There are no indicators: progress only counts forms.' },
  'indicators-known': {
    done: 'All indicators can be read from the form.',
    not: 'Some indicators read questions that the form doesn’t have.',
  },
  reminders: { done: 'Reminders go by themselves.', not: 'Nobody is reminded by itself; the office reminds by hand.' },
  ...campaignReportEn.checks,
  ...campaignSurveyEn.checks,
}
const periodFaults: Record<PeriodFault, string> = {
  'not-begun': 'This period has not opened, so it can’t be closed.',
  'closed-already': 'This period is closed already.',
  'in-the-past': 'Choose a time that is ahead.',
  'before-opening': 'A period closes after it opens.',
  'needs-words': 'The days of grace of this period are over: say why it opens again.',
}

export const campaignsEn: typeof campaignsVi = {
  title: 'Campaigns',
  new: 'New campaign',
  none: 'There are no campaigns yet.',
  noneNext:
    'A campaign is a form, the units that are asked, and periods with deadlines. Prepare it step by step, and open it when it is complete.',
  noneIn: (state) => `No campaign is ${states[state].toLowerCase()}.`,
  states,
  allOf: (state, campaigns) => `See all: ${states[state].toLowerCase()} (${count(campaigns)})`,
  all: 'Back to the campaigns',
  page: (page, pages) => `Page ${count(page)} of ${count(pages)}`,
  next: 'Next page',
  previous: 'Previous page',
  periodsOf: (periods) => counted(periods, 'period'),
  noPeriods: 'no periods yet',
  closesAt: (moment) => `closes ${moment}`,
  noClose: 'closes when the office says so',
  opensAt: (moment) => `opens ${moment}`,
  continueDraft: 'Go on preparing',
  steps,
  stepOf: (step, of) => `Step ${step} of ${of}`,
  stepsLabel: 'Steps',
  isSet: 'set',
  step: stepsEn,
  save: 'Save and go on',
  saveOnly: 'Save',
  saveLater: 'Save, go on later',
  optional: '(optional)',
  faulty: (faults) => (faults === 1 ? 'One thing needs correcting' : `${count(faults)} things need correcting`),
  faultyHint: 'Nothing was stored; all that was typed is still there below.',
  changedFrom: 'before:',
  changedTo: 'now:',
  nothing: '(empty)',
  yoursBelow: 'Below is what you typed. If you save again, it takes the place of what is new.',
  check: {
    lead: 'This list is made anew each time the page is opened.',
    states: { done: 'Done', missing: 'Missing', advice: 'Worth a look' },
    items: checks,
    toStep: (step) => `Go to “${step}”`,
    openTitle: 'Open the campaign',
    openHint:
      'Units and periods are fixed when it opens: after that single units can be let in or out, and deadlines changed period by period.',
    openNow: 'Open this campaign',
    cannot: (missing) => `It can’t open yet: ${counted(missing, 'thing is', 'things are')} missing.`,
    delete: 'Delete this draft',
  },
  overview: {
    facts: 'About it',
    unit: 'Run by',
    kind: 'Kind',
    form: 'Form',
    formVersion: (title, version) => `${title}, version ${count(version)}`,
    units: 'Units',
    unitCount: (units) => counted(units, 'unit'),
    description: 'Introduction',
    noDescription: 'None yet',
    reminders: 'Reminders',
    pausedSince: (moment) => `Paused since ${moment}: nothing new is taken; forms finished before that still are.`,
    periods: 'Periods',
    period: 'Period',
    opens: 'Opens',
    closes: 'Closes',
    state: 'State',
    actions: 'What can be done',
    progress: 'Progress',
    enter: 'Enter a paper form',
    past: 'Figures of past periods (Excel, CSV)',
    assign: 'Assign',
    invitations: 'Invitations',
    remind: 'Remind',
    extend: 'Change the deadline',
    closePeriod: 'Close the period',
    edit: 'Change',
    change: 'The campaign as a whole',
    changeUnits: 'Let units in or out',
    earlier: 'Periods that are closed',
  },
  survey: campaignSurveyEn,
  changes: {
    pause: {
      title: 'Pause the campaign',
      lead: 'While it is paused nothing new is taken. Forms finished in the field before the pause can still be sent. Nobody is reminded.',
      button: 'Pause',
    },
    resume: {
      title: 'Go on with the campaign',
      lead: 'Its periods take forms again, each by its deadline.',
      button: 'Go on',
    },
    close: {
      title: 'Close the campaign',
      lead: 'Periods that are open close now; those that have not opened go. A closed campaign doesn’t open again, but it can be read, exported and copied for next year. Forms finished before now are taken in the days of grace.',
      button: 'Close the campaign',
    },
    copy: {
      title: 'Copy for next year',
      lead: 'Makes a new draft: the same form, indicators, introduction, and the units that still exist; its periods are a year later. Look through its steps before you open it.',
      button: 'Make the draft',
    },
    delete: {
      title: 'Delete the draft',
      lead: 'Nobody has answered this draft. Once deleted it can’t be brought back.',
      button: 'Delete the draft',
    },
    typeName: (name) => `To confirm, type the name of the campaign: ${name}`,
    nameWrong: 'What was typed is not the name of the campaign.',
    leave: 'No, go back',
  },
  period: {
    extendTitle: 'Change the deadline of a period',
    extendLead: 'It can be later, or sooner as long as it is still ahead.',
    extendClosed:
      'This period is closed for good. A new deadline opens it again: units can send again, and figures that were reported may change.',
    nowClosing: (moment) => `Deadline now: ${moment}`,
    noClosing: 'There is no deadline now: the period is open until the office closes it.',
    day: 'Last day',
    hour: 'Hour',
    words: 'Reason',
    dayWrong: 'The day needs a day, a month and a year.',
    extend: 'Change the deadline',
    closeTitle: 'Close the period now',
    closeLead: (days) =>
      days === 0
        ? 'From now on nothing is taken for this period.'
        : `From now on nothing new is taken for this period. Forms finished before now are taken for ${counted(days, 'more day')}.`,
    close: 'Close the period',
    faults: periodFaults,
  },
  reminders: {
    title: 'Remind those who haven’t answered',
    nobody: 'All units of this period have answered: nobody needs reminding.',
    mails: (people) => `${counted(people, 'person gets', 'people get')} a mail`,
    person: 'Person',
    units: 'Units without a form',
    last: 'Last reminded',
    never: 'never',
    send: 'Send the mails now',
    noMail: 'No sender is set for this system, so it sends no mail. Use the text below.',
    without: (people) => `${counted(people, 'person has', 'people have')} no e-mail address`,
    withoutHint: 'Remind them with the text below, by Zalo or by telephone.',
    unowned: (units) => `${counted(units, 'unit has', 'units have')} nobody to remind`,
    copy: 'Text to copy',
    copyHint: 'Select all of it, copy it and paste it into Zalo.',
    sent: (mails) => `${counted(mails, 'mail')} sent.`,
    more: (people) => `and ${counted(people, 'more person', 'more people')}`,
  },
  units: {
    title: 'Units of the campaign',
    lead: (units) => `The campaign asks ${counted(units, 'unit')}.`,
    add: 'Let units in',
    addHint: 'Codes of units, one a line.',
    addNow: 'Let in',
    expected: 'Answers expected of each unit in each period',
    remove: 'Let out the chosen units',
    removeHint: 'Only units that have sent nothing can be let out.',
    added: (units) => `${counted(units, 'unit')} let in.`,
    removed: (units) => `${counted(units, 'unit')} let out.`,
    kept: (names) => `Kept, because they have sent forms: ${names}.`,
    inAlready: (codes) => `In the campaign already: ${codes}.`,
    search: 'Find by name or code',
    find: 'Find',
    noneFound: 'The campaign holds no such unit.',
    gone: 'no longer in the tree of units',
    unit: 'Unit',
    code: 'Code',
    expectedColumn: 'Forms a period',
    choose: (name) => `Choose ${name}`,
  },
}
