// Answers that come in beyond a first sending, in English.

import type { enteringVi } from './entering-vi.ts'
import { formatCount } from './number.ts'

const count = (value: number) => formatCount(value, 'en')

export const enteringEn: typeof enteringVi = {
  edit: {
    title: 'Change a form that was sent',
    lead: (moment, revision) =>
      `This form was received at ${moment} (version ${count(revision)}). What is sent now takes its place; what was sent before stays on record.`,
    returnedTitle: 'The form was returned to be put right',
    returnedBy: (name, unit, moment) => `${name}, ${unit}, ${moment}`,
    changedBy: (name, moment) => `The newer one was made by ${name} at ${moment}.`,
    unchanged: 'The answers of the newer version are the same.',
    before: 'Before',
    after: 'Newer version',
    blank: 'No answer',
    round: (name, number) => `${name} ${count(number)}`,
    back: 'Back to the form as it is, without sending',
  },
  correct: {
    title: 'Correct a form',
    lead: 'The office corrects answers. The version before, who corrected it and the reason stay on record; what was accepted stays accepted.',
    reason: 'Reason for the correction',
    reasonHint: 'Whoever sent the form and the levels above can read it.',
  },
  enter: {
    title: 'Type in a paper form',
    lead: 'The office types in what stands on paper. The form says on whose behalf, and who typed it.',
    choose: 'Choose the unit',
    unit: 'Unit of the paper form',
    notHeld: 'This unit is not part of the campaign',
    next: 'Open the form',
    onBehalfOf: 'Who filled in the paper form',
    onBehalfOfHint: 'The name as it stands on the paper',
    paperDate: 'Date on the paper form',
    paperDateOpen: 'Not needed while the period is open',
    paperDateClosed:
      'This period has closed. A paper that was filled in before the close is taken as late; after the days of grace it is held for review.',
    optional: '(optional)',
  },
  notPossible: {
    title: 'Visit not possible',
    lead: 'Notes that this unit was due and could not be visited, and why. Once a visit is possible, fill in the form as usual: it takes the place of this note.',
    again: (moment, reason) => `Noted at ${moment}: ${reason}`,
    reason: 'Reason',
    reasons: {
      absent: 'Nobody of the unit was there',
      closed: 'The premises were closed',
      weather: 'Storm or flood',
      refused: 'The unit refused',
      other: 'Another reason',
    },
    words: 'Details',
    wordsHint: 'When you came, whom you met, when a visit may be possible',
    send: 'Note that the visit was not possible',
  },
  draft: {
    resumed: (moment) => `This goes on with the draft kept at ${moment}.`,
    discard: 'Discard the draft',
    discardTitle: 'Discard this draft?',
    discardLead: (moment) => `The draft kept at ${moment} will be deleted for good.`,
    keep: 'Keep it, back to the list',
  },
  previous: (period, answer) => `Last period (${period}): ${answer}`,
  missing: {
    reason: 'Give the reason',
    'on-behalf-of': 'Give the name of who filled in the paper form',
    'paper-date': 'Give the date on the paper form, no later than today, such as 15/7/2013',
    'reason-kind': 'Choose a reason',
    words: 'Give the reason in words',
  },
}
