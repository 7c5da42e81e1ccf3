// Problems with responses, drafts and records, in English.

import type { Uneditable } from '../response/editing.ts'
import type { ResponseProblemTexts } from './problem.ts'

const askOffice = 'If you need help, contact the office.'
const whyUneditableEn: Record<Uneditable, string> = {
  scored: 'The cell has scored it.',
  decided: 'A level above has accepted it, or the office has corrected it.',
  withdrawn: 'It was withdrawn.',
  'not-possible': 'It only says that a visit was not possible, and holds no answers.',
  'not-yours': 'Somebody else sent it; only the sender can change it.',
  'in-quarantine': 'A later version of it waits for the office to look at.',
}

export const responseProblemsEn: ResponseProblemTexts = {
  'response.conflict': ({ stored }, { count, moment }) => ({
    title: 'This form is already stored with other answers',
    detail: stored
      ? `Revision ${count(stored.revision)} is stored, received at ${moment(stored.receivedAt)}; it has not been changed.`
      : 'A form with the same number and other answers was received earlier; it has not been changed.',
    next: 'Compare the two; if what is stored is wrong, contact the office.',
  }),
  'response.scores-invalid': ({ faults }) => ({
    title: 'The scores are not saved',
    detail: faults.length === 1 ? 'One place needs to be put right.' : `${faults.length} places need to be put right.`,
    next: 'Please correct the questions listed below and save again.',
  }),
  'response.already-reported': () => ({
    title: 'This unit already has a form for this period',
    detail: 'Each unit sends one form for each period, and the one for this unit has been received.',
    next: 'If there is a mistake in it, contact the office.',
  }),
  'response.changed': ({ revision }, { count }) => ({
    title: 'The form has a newer version since this page was opened',
    detail: `It has version ${count(revision)} by now, so what was just sent is not stored yet.`,
    next: 'What was typed is all still below. Compare, change it where needed and send again: it will then take the place of the newer version.',
  }),
  'entry.incomplete': ({ fields }, { count }) => ({
    title: 'The form could not be taken yet',
    detail: `Fields that need to be filled in: ${count(fields.length)}.`,
    next: 'Fill in the fields named below and send it again.',
  }),
  'draft.newer': ({ savedAt }, { moment }) => ({
    title: 'This draft was kept from elsewhere',
    detail: `The other one was kept at ${moment(savedAt)} and is unchanged.`,
    next: 'Keep the draft once more to replace it by what is typed here, or open the form from the list to go on with that one.',
  }),
  'draft.too-large': () => ({
    title: 'Too long to be kept as a draft',
    detail: 'The draft is larger than what can be kept.',
    next: 'Shorten long answers and keep it again.',
  }),
  'draft.too-many': ({ limit }, { count }) => ({
    title: 'Too many drafts',
    detail: `A person can keep at most ${count(limit)} drafts.`,
    next: 'Send or discard some of those in the list, then keep this one again.',
  }),
  'response.not-editable': ({ why }) => ({
    title: 'This form can no longer be changed',
    detail: whyUneditableEn[why],
    next: 'If something in it is wrong, ask the office to return or to correct it.',
  }),
  'response.step-not-allowed': () => ({
    title: 'This step can’t be taken',
    detail: 'The record is at a stage that doesn’t allow it, or a level above has decided.',
    next: 'Please look at the record’s history.',
  }),
  'response.changed-meanwhile': ({ revision, at }, { count, moment }) => ({
    title: 'The record has just changed',
    detail: `While this page was open the record got its revision ${count(revision)}, at ${moment(at)}. What you chose was not done.`,
    next: 'Please look at the history and decide again.',
  }),
  'response.words-wrong': ({ limit }, { count }) => ({
    title: 'A reason is needed',
    detail: `The reason can’t be empty and has at most ${count(limit)} characters.`,
    next: 'Please write the reason and send again.',
  }),
  'response.name-not-confirmed': () => ({
    title: 'The unit’s name doesn’t match',
    detail: 'To rule out a mistake, the unit’s name or code has to be typed.',
    next: 'Please type it again; nothing has changed.',
  }),
  'response.revision-out-of-order': ({ expected }, { count }) => ({
    title: 'This correction is out of order',
    detail: `The next revision of this form must be number ${count(expected)}.`,
    next: 'Reload the page to get the latest one and correct it again.',
  }),
  'response.unknown': () => ({
    title: 'Form not found',
    detail: 'No sent form is stored at this address.',
    next: `Check the list of your forms. ${askOffice}`,
  }),
  'records.none': () => ({
    title: 'There are no records to print',
    detail: 'No such response has come in from the chosen unit in this period.',
    next: 'Choose another unit, or print all responses.',
  }),
  'records.too-many': ({ found, limit }, { count }) => ({
    title: 'Too many records for one file',
    detail: `There are at least ${count(found)} responses; one file holds ${count(limit)} at most.`,
    next: 'Choose a unit further down, and make several files.',
  }),
  'records.unknown': () => ({
    title: 'There is no such file of records',
    detail: 'It was never made, or it is older than seven days and was not kept.',
    next: 'Make it again.',
  }),
}
