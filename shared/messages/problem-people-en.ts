// Problems with people, their ways in and teams, in English.

import type { ClosedEntry } from '../problems.ts'
import type { PeopleProblemTexts } from './problem.ts'

const whyClosed: Record<ClosedEntry, string> = {
  unknown: 'The address is incomplete or wrong.',
  revoked: 'This link was revoked.',
  expired: 'This link has expired.',
  outgrown: 'The roles of this person have changed, and the old link no longer serves.',
}

export const peopleProblemsEn: PeopleProblemTexts = {
  'person.unknown': () => ({
    title: 'No such person',
    detail: 'This person is not on the list, was removed, or is looked after by another administrator.',
    next: 'Please choose from the list of people.',
  }),
  'person.email-taken': () => ({
    title: 'The e-mail address is taken',
    detail: 'Each address belongs to one person.',
    next: 'Please use another address, or change the person who has this one.',
  }),
  'person.last-admin': () => ({
    title: 'There must be an administrator',
    detail: 'This is the last administrator of the topmost unit. Without one, nobody could put anything right.',
    next: 'Please give the role of administrator at the topmost unit to somebody else first.',
  }),
  'office.changed': () => ({
    title: 'Somebody else has just changed this',
    detail: 'Nothing was saved, so that nothing of theirs is overwritten.',
    next: 'Please look at what is saved now, below, and save once more if your entries still hold.',
  }),
  'fields.wrong': ({ fields }, { count }) => ({
    title: 'Not saved yet',
    detail: fields === 1 ? 'One field needs a correction.' : `${count(fields)} fields need a correction.`,
    next: 'What was typed is still here; please correct what is listed below.',
  }),
  'entry.closed': ({ why }) => ({
    title: 'This link leads nowhere',
    detail: whyClosed[why],
    next: 'Please ask your office for a new link.',
  }),
  'team.unknown': () => ({
    title: 'No such team',
    detail: 'This team is not on the list, or was removed.',
    next: 'Please choose from the list of teams.',
  }),
  'mail.off': () => ({
    title: 'Mail can’t be sent',
    detail: 'No sender is set for the mails of this system.',
    next: 'Please use a personal link instead of an invitation.',
  }),
  'mail.refused': () => ({
    title: 'The mail could not be sent',
    detail: 'The mail service takes no message to this address.',
    next: 'Please check the address, or use a personal link.',
  }),
}
