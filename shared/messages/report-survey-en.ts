// What reports say of surveys of members, in English.

import { leastAnswers } from '../disclosure/shown-units.ts'
import { formatCount } from './number.ts'
import type { ReportSurveyMessages } from './report-survey.ts'
import { type Count, say } from './sentence.ts'

const of = ({ n }: Count, one: string, many = `${one}s`) => (n === 1 ? one : many)

export const reportSurveyEn: ReportSurveyMessages = {
  inPeriod: (caption, period) => `${caption}, ${period}`,
  turnout: (title, answered, invited, rate) =>
    say`“${title}”: ${answered} of ${invited} ${of(invited, 'person', 'people')} invited have answered, ${rate}.`,
  turns: (title, periods, answered, invited, rate) =>
    say`“${title}”: over ${String(periods)} periods ${answered} of ${invited} expected ${of(invited, 'answer')} came in, ${rate}.`,
  received: (title, answers) => say`“${title}”: ${answers} ${of(answers, 'answer')} came in.`,
  hiddenRate: (title, unit) =>
    `“${title}”: how many of ${unit} answered is not shown by itself, because a group has fewer than ${leastAnswers} people.`,
  notYet: (title, period, moment) =>
    moment
      ? `“${title}”: the results of ${period} are not released yet. They are released once, on ${moment}; until then the report has no figure of them.`
      : `“${title}”: the results of ${period} are not released yet, and the report has no figure of them. The period has no closing time yet.`,
  notBegun: (title, period) => `“${title}”: there are no figures of ${period}, which has not begun.`,
  tooLarge: (title) =>
    `“${title}”: the campaign has too many units to work out figures by question for a report; what came in is in the table of answers.`,
  nothingTold: (unit) =>
    `The results of ${unit} are not shown by themselves: it has fewer than ${leastAnswers} answers, or showing them would give away a group of fewer. They count in the unit above.`,

  turnoutCaption: 'People invited and those who have answered, by unit',
  turnsCaption: 'Answers expected and received, by unit',
  answersCaption: 'Answers by unit',
  invited: 'Invited',
  answered: 'Answered',
  due: 'Expected',
  came: 'Received',
  notTold: 'not\u00a0shown',
  notToldNote: `“not\u00a0shown”: a group has fewer than ${leastAnswers}, or the figures of such a group could be found by taking these from those above. They count in the unit above.`,
  nestedNote: 'The line of a unit includes the units below it.',
  onlyBelowNote: 'Only the units right below are shown.',

  missing: (title, missing) =>
    say`“${title}”: ${missing} ${of(missing, 'person', 'people')} invited ${of(missing, 'has', 'have')} not taken part.`,
  missingTurns: (title, missing) =>
    say`“${title}”: ${missing} ${of(missing, 'answer is', 'answers are')} missing in the periods of this report.`,
  noneMissing: (title) => `“${title}”: everybody invited has taken part.`,
  missingIn: (unit, missing) => say`${unit}: ${missing}.`,
  missingTurnsIn: (unit, missing) => say`${unit}: ${missing}.`,

  question: 'Question',
  choice: 'Choice',
  count: 'Answers',
  share: 'Share',
  mean: 'Mean',
  meanPlace: 'Mean place',
  meanIs: (question, mean, answers) => say`“${question}”: mean ${mean}, from ${answers} ${of(answers, 'answer')}.`,
  onlyCounted: (question, answers) => say`“${question}”: answered by ${answers} ${of(answers, 'person', 'people')}.`,
  hiddenQuestion: (question) => `“${question}”: not shown, because a group has fewer than ${leastAnswers} answers.`,
  hiddenGroups: (question, by) =>
    `“${question}” by “${by}”: not shown, because a group has fewer than ${leastAnswers} answers.`,
  questionCaption: (question) => `${question} (answers)`,
  shareChart: (question) => `${question} (% of those who answered it)`,
  batteryCaption: (section) => `${section}: answers by choice`,
  batteryChart: (section) => `${section}: % of the answers to each question; the darker, the more`,
  battery: 'Questions with the same choices',
  byUnitCaption: (question) => `${question}, by unit (answers)`,
  byGroupCaption: (question, by) => `${question}, by “${by}” (answers)`,

  targetsCaption: 'Targets and what the survey came to',
  met: 'Met',
  notMet: 'Not met',
  verdict: 'Target',
  unitsMet: 'Units that meet it',
  unitsMetOf: (met, units) => `${formatCount(met, 'en')} of ${formatCount(units, 'en')}`,

  wrote: (question) => `In answer to “${question}”:`,
  wroteIn: (unit) => `${unit}:`,
  alsoBelow: (unit) => `${unit} (with the units below it that are not shown by themselves):`,
  times: (text, count) => say`${text} (${count}\u00a0times)`,
  moreTexts: (left) => `${left} more ${left === 1 ? 'text is' : 'texts are'} on the page of the results.`,

  scoringIs: (title, scored, sent, share, confirmed) =>
    say`“${title}”: ${scored} of ${sent} ${of(sent, 'answer')} ${of(sent, 'is', 'are')} scored, ${share}; the secretary has confirmed ${confirmed}.`,
  nothingScored: (title) => `“${title}”: there is nothing to score yet.`,
  scoringCaption: 'Answers sent, scored and confirmed, by unit',
  sent: 'Sent',
  scored: 'Scored',
  scoredShare: 'Share scored',
  confirmed: 'Confirmed',
  classesCaption: (question) => `${question}, by unit (answers that count)`,
  classesChart: (question) => `${question} (% of the answers that count)`,

  commended: (members, choices, least) =>
    say`To be commended: ${members} ${of(members, 'member')} with the class ${choices} in at least ${String(least)} ${least === 1 ? 'period' : 'periods'}:`,
  nobodyCommended: (choices, least) =>
    `Nobody was given the class ${choices} in at least ${least} ${least === 1 ? 'period' : 'periods'}.`,
  commendedIn: (unit, members) => say`${unit}: ${members}.`,
  person: (name, times) => say`${name} (${times})`,
  nameless: 'somebody without a name',

  repeatCaption: (name) => `${name}, by unit`,
  noRounds: (name) => `No unit has filled in “${name}” yet.`,
  moreRounds: (left) => `${left} more ${left === 1 ? 'line is' : 'lines are'} in the forms of the units.`,

  released: (moment, answers) =>
    say`The results of the survey were released once, on ${moment}, from ${answers} ${of(answers, 'answer')}; the report holds figures as they were released, works none out anew and breaks none down further.`,
  releasedHidden: (moment) =>
    `The results of the survey were released once, on ${moment}; the report holds figures as they were released, works none out anew and breaks none down further.`,
  fingerprint: (sha256) => `SHA-256 of the figures released: ${sha256}.`,
  suppressed: (units, all) =>
    `${formatCount(units, 'en')} of ${formatCount(all, 'en')} ${all === 1 ? 'unit' : 'units'} in the report ${units === 1 ? 'is not shown by itself' : 'are not shown by themselves'} (a group of fewer than ${leastAnswers} answers, or one that could be found).`,
  noneSuppressed:
    'Every unit in the report is shown by itself; there may be questions with too few answers to be shown.',
  live: 'Figures by question are made of the named answers that counted when the report was made.',
}
