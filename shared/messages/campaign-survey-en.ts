// How a survey of members is prepared, opened and followed, in English.

import type { MisfitReason } from '../survey/form-fit.ts'
import type { campaignSurveyVi } from './campaign-survey-vi.ts'
import { formatCount } from './number.ts'

const count = (value: number) => formatCount(value, 'en')
const counted = (value: number, one: string, many = `${one}s`) => `${count(value)} ${value === 1 ? one : many}`

const reasons: Record<MisfitReason, (what: string) => string> = {
  attachment: (what) => `asks for a file (${what}); a survey of members takes none`,
  place: (what) => `asks for a place (${what}); an anonymous survey may not`,
  about: (what) => `notes time, device or person by itself (${what}); an anonymous survey may not`,
  chance: (what) => `uses ${what}; what it comes to could give away who answered`,
}

export const campaignSurveyEn: typeof campaignSurveyVi = {
  fields: {
    way: 'How people answer',
    breakdowns: 'Results broken down by',
    limit: 'Answers taken at most',
    scoring: 'What the cell scores',
  },
  faults: {
    'too-many-breakdowns': 'Choose at most 3 questions.',
    'people-invited': 'People have been invited, so this can’t change any more.',
    'scoring-unknown': 'The form has no such group at its top level.',
  },
  checks: {
    'form-fit': {
      done: 'The form fits the way in which people answer.',
      not: 'The form asks what the chosen way of answering doesn’t allow:',
    },
    way: {
      done: 'The way of answering is chosen.',
      not: 'It isn’t chosen how people answer: anonymously, under their name, or by an open link.',
    },
    'survey-closes': {
      done: 'Every period has a deadline.',
      not: 'An anonymous survey shows its results only after it closes, so every period needs a deadline.',
    },
    scoring: {
      done: 'The form has the group that the cell scores in.',
      not: 'The form doesn’t have the group that was chosen for scoring.',
    },
    invited: {
      done: 'People are invited.',
      not: 'Nobody is invited to the first period yet.',
    },
  },
  step: {
    lead: 'A member survey is answered by invitation or by link, not by role.',
    way: 'How people answer',
    ways: {
      anonymous: {
        name: 'Anonymous, by invitation',
        note: 'Each person has an invitation and answers once; nothing joins an answer to a person, and results are released together, once, after the period closes.',
      },
      named: {
        name: 'Named, by invitation',
        note: 'Each person has an invitation; the office and the person’s unit see the name with the answers.',
      },
      open: {
        name: 'Open, one link for all',
        note: 'Whoever has the link can answer, and no name is asked for; nothing keeps one person from answering more than once.',
      },
    },
    wayFixed: 'People have been invited, or the survey has opened: how they answer can’t change any more.',
    breakdowns: 'Results broken down by',
    breakdownsHint:
      'At most 3 questions with one choice. Each makes groups smaller; a group of fewer than 5 answers is never shown.',
    noBreakdowns: 'No form is chosen, or it has no question with one choice.',
    noneChosen: 'Not broken down',
    choices: (choices) => counted(choices, 'choice'),
    limit: 'Answers taken at most in each period',
    limitHint: 'Leave it empty for no limit.',
    noLimit: 'No limit',
    scoring: 'What the cell scores',
    scoringHint:
      'One group of the form, filled in by the cell for each member after the member has answered. Members don’t see this group.',
    noScoring: 'Nothing is scored',
    noGroups: 'No form is chosen, or it has no groups of questions: nothing is scored.',
    figuresHint: 'Figures and reports are made of these answers.',
    figuresUsual: 'As usual: where the cell scores, only what was confirmed',
    figureRules: {
      submitted: 'Everything that was sent and not returned',
      accepted: 'Only what was confirmed',
    },
    look: 'See the anonymity forecast',
    unitsLead:
      'The list of people to invite is checked against these units: only people of the chosen units can be invited. A survey with one open link can skip this step.',
    unitsPreview: (units) => `People of ${counted(units, 'unit')} can be invited`,
  },
  misfit: (question, reason, what) =>
    `${question === undefined ? 'The name of the form (instance_name)' : `“${question}”`} ${reasons[reason](what)}.`,
  openHint:
    'How people answer, the form and the periods are fixed when it opens; more people can still be invited, and deadlines changed period by period. Until a period closes only its response rate is shown.',
  changes: {
    pause: 'While it is paused no answer is taken, and whoever opens a link reads so. Nobody is reminded.',
    close:
      'Periods that are open close now; those that have not opened go. From then on no answer is taken. A closed survey doesn’t open again, but its results can be read and it can be copied for next year.',
    copy: 'Makes a new draft: the same form, way of answering and introduction; its periods are a year later. Invitations and links of this survey don’t work for the new one.',
  },
  toInvitations: 'Invite people',
  openWithLink: 'When it opens, the system makes the open link and a QR code to hand out.',
  forecast: {
    title: 'Anonymity forecast',
    lead: 'From who is invited and what results are broken down by, if everybody answered and choices spread evenly.',
    notYet: 'The forecast appears once people are invited.',
    invited: 'People invited',
    places: 'Units that keep answers (10 people invited, or more)',
    climbed: 'People whose answers are kept at a unit above, because their own has too few',
    groups: 'Groups that the questions make in each unit',
    alone: 'People alone in their group in their unit (estimated)',
    tooSmall: 'Units whose groups are too small, so that the break-down is hidden',
    fine: 'Nobody is expected to be alone in a group, and most units will have their results broken down.',
    fineWhole: 'Results are not broken down: each unit with enough people has its results together.',
    someAlone: (people) =>
      `About ${counted(people, 'person', 'people')} would be alone in their group in their unit. The figure of such a group is never shown, but fewer break-down questions let answers mingle more.`,
    mostHidden: (units, of) =>
      `In ${count(units)} of ${counted(of, 'unit')} a usual group has fewer than 5 people, so that the break-down is hidden. Use fewer questions, or ones with fewer choices.`,
    tooFew: (people) =>
      `Only ${counted(people, 'person is', 'people are')} invited: of fewer than 5 answers no result can be shown at all.`,
  },
  overview: {
    way: 'How people answer',
    breakdowns: 'Results broken down by',
    units: 'People invited must belong to',
    answered: (answered, invited, rate) => `${count(answered)} of ${count(invited)} invited people answered (${rate})`,
    taken: (answers) => `${counted(answers, 'answer')} so far`,
    takenOf: (answers, limit) => `${count(answers)} of at most ${counted(limit, 'answer')}`,
    nobodyInvited: 'Nobody is invited yet',
    scoring: 'Scoring',
    answers: 'Responses',
    results: 'Results',
    link: 'The open link',
    linkHint: 'Send this link, or let people scan the code. Whoever opens it can answer until the period closes.',
    qr: (title) => `QR code that opens “${title}”`,
  },
}
