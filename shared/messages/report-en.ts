// The reports in English.

import type { ReportMessages } from './report.ts'
import { type Count, joined, say } from './sentence.ts'

const cells = ({ n }: { readonly n: number }) => (n === 1 ? 'cell' : 'cells')
const committees = ({ n }: Count) => (n === 1 ? 'committee' : 'committees')
const have = ({ n }: Count) => (n === 1 ? 'has' : 'have')
const give = ({ n }: Count) => (n === 1 ? 'gives' : 'give')
const targets = ({ n }: Count) => (n === 1 ? 'target' : 'targets')
const are = ({ n }: Count) => (n === 1 ? 'is' : 'are')

export const reportEn: ReportMessages = {
  kind: 'REPORT',
  draft: 'DRAFT',
  recipients: 'Recipients:',
  placeAndDate: (place, { year, monthName }) => `${place},       ${monthName} ${year}`,
  subject: (title, period) => `${title}, ${period}`,

  results: (period) => `Results, ${period}`,
  table: (number, caption) => `Table ${number}. ${caption}`,
  chart: (number, caption) => `Figure ${number}. ${caption}`,
  committee: 'Committee',
  total: 'Total',
  overall: 'Overall',
  target: 'Target',
  notSurveyed: 'not surveyed yet',
  notStated: 'not stated',
  coverageCaption: 'Cells surveyed, and reports of the committees',
  cellsExpected: 'Cells to survey',
  cellsReached: 'Surveyed',
  rate: 'Share',
  ownReport: 'Committee’s own report',
  sent: 'Sent',
  notSent: 'Not yet',
  noCellsNote: 'Blank: the committee has no cell in the survey.',
  notAskedNote: 'Blank in the last column: the committee is not asked for a report.',
  committeesCaption: 'Cells inspected and supervised, by committee',
  committeeMarks: {
    silent: 'not\u00a0sent',
    silentNote: '“not\u00a0sent”: the committee has not sent its report yet.',
    notStatedNote: '“–”: not stated in the committee’s report, or not enough stated to work it out.',
    linesNote: 'Only committees that are asked for a report are listed.',
  },
  fractionNote: 'Fractions in the total line count only the committees that give both numbers.',
  indicatorsCaption: 'Indicators of cell meetings, by committee',
  sharesCaption: 'Share of cells that meet each requirement, by committee',
  cellMarks: {
    silent: '',
    silentNote: 'Blank: no cell of the committee has been surveyed yet.',
    notStatedNote: '“–”: not stated in the survey, or not enough stated to work it out.',
    linesNote: 'Only committees with cells in the survey are listed.',
  },
  missedNote: 'Dark and bold: target missed.',
  surveyed: 'Cells',
  chartCaption: (name) => `${name}, by committee`,
  chartInWords: (name, highest, lowest) =>
    `Horizontal bar chart with one bar for each committee. ${name}: highest ${highest}; lowest ${lowest}.`,

  cellsCovered: (title, period, { reported, expected, rate }) =>
    say`“${title}” (${period}) reached ${reported} of ${expected} ${cells(expected)}: ${rate}.`,
  committeesCovered: (title, { reported, expected, rate }) =>
    say`“${title}”: ${reported} of ${expected} ${committees(expected)} sent a report, ${rate}.`,
  noCommittee: 'No committee has sent its report yet.',
  inspectedInAll: (count, { part, whole, rate }) =>
    say`In ${count} ${committees(count)} that ${give(count)} both the total and the number inspected, ${part} of ${whole} ${cells(whole)} were inspected: ${rate}.`,
  supervisedInAll: (count, { part, whole, rate }) =>
    say`In ${count} ${committees(count)} that ${give(count)} both the total and the number supervised, ${part} of ${whole} ${cells(whole)} were supervised: ${rate}.`,
  rated: (name, { part, whole, rate }) => say`${name} ${part} of ${whole} ${cells(whole)} (${rate})`,
  extremes: (highest, lowest) => say` Highest: ${joined(highest, ', ')}; lowest: ${joined(lowest, ', ')}.`,
  each: (each) => say` One by one: ${joined(each, ', ')}.`,
  withoutTotal: (count, counts) => say`${count} ${committees(count)} ${give(count)} no total: ${joined(counts, ', ')}.`,
  inspectedOf: (name, count) => say`${name} inspected ${count} ${cells(count)}`,
  supervisedOf: (name, count) => say`${name} supervised ${count} ${cells(count)}`,
  teamsInAll: (count, teams, each) =>
    say`${count} ${committees(count)} set up ${teams} inspection ${teams.n === 1 ? 'team' : 'teams'}. ${joined(each, '; ')}.`,
  teamsOf: (name, teams, count, countries) =>
    say`${name}: ${teams} ${teams.n === 1 ? 'team' : 'teams'}${
      count ? say` inspected ${count} ${cells(count)}` : ''
    }${countries ? say` in ${countries} ${countries.n === 1 ? 'country' : 'countries'}` : ''}`,
  belowInAll: (count, below, each) =>
    say`In ${count} ${committees(count)}, committees further down inspected or supervised ${below} ${cells(below)}: ${joined(each, ', ')}.`,
  belowOf: (name, below) => say`${name} ${below} ${cells(below)}`,

  noCell: 'No cell has been surveyed yet, so there are no figures for the indicators.',
  resultsOf: (count) => say`The survey of ${count} ${cells(count)} shows:`,
  atLeast: (value) => `at least ${value}`,
  atMost: (value) => `at most ${value}`,
  result: ({ name, value, parts, range, target, units }) =>
    say`${name}: ${value}${
      parts ? say` (${parts[0]} of ${parts[1]})` : ''
    }${range ? say` (lowest ${range[0]}; highest ${range[1]})` : ''}${
      target ? `, ${target.met ? 'meets' : 'misses'} the target (${target.text})` : ''
    }${units ? say`; ${units[0]} of ${units[1]} ${cells(units[1])} ${units[0].n === 1 ? 'meets' : 'meet'} it` : ''}.`,

  allReached: (count) =>
    count.n === 1
      ? say`The ${count} cell of the survey has been visited.`
      : say`All ${count} cells of the survey have been visited.`,
  allReported: (count) =>
    count.n === 1
      ? say`The ${count} committee has sent its report.`
      : say`All ${count} committees have sent their reports.`,
  cellsMissing: (missing, expected) =>
    say`${missing} of ${expected} ${cells(expected)} ${have(missing)} not been surveyed yet:`,
  missingIn: (committee, missing, expected, names) => say`${committee}: ${missing} of ${expected} (${names}).`,
  committeesMissing: (missing, expected, names) =>
    say`${missing} of ${expected} ${committees(expected)} ${have(missing)} not sent a report yet: ${names}.`,
  named: (names, others) => (others > 0 ? `${names} and ${others} more` : names),

  haveProgramme: ({ part, whole, rate }) =>
    say`A programme for the year has been written in ${part} of ${whole} ${cells(whole)}: ${rate}.`,
  havePlan: ({ part, whole, rate }) =>
    say`An inspection and supervision plan has been written in ${part} of ${whole} ${cells(whole)}: ${rate}.`,
  haveNot: (count, names) => say` ${count} ${cells(count)} ${have(count)} none: ${names}.`,

  targetsMet: (met, all, each) =>
    say`Over all cells surveyed, ${met} of ${all} ${targets(all)} ${are(met)} met: ${joined(each, '; ')}.`,
  targetsMissed: (missed, all, each) =>
    say`Over all cells surveyed, ${missed} of ${all} ${targets(all)} ${are(missed)} missed (the target in brackets): ${joined(each, '; ')}.`,
  againstTarget: (name, value, target) => say`${name} ${value} (${target})`,
  noTargetMet: (all) => say`Over all cells surveyed, none of ${all} ${targets(all)} is met.`,
  meetAll: (count, all, names) =>
    say`${count} of ${all} ${cells(all)} ${count.n === 1 ? 'meets' : 'meet'} every target: ${names}.`,
  noShortfall: 'Every cell surveyed meets the targets.',
  shortfalls: (count, all) =>
    say`${count} of ${all} ${cells(all)} ${count.n === 1 ? 'misses' : 'miss'} at least one target. Those that miss most come first:`,
  shortfallsCaption: 'Cells that miss a target',
  cell: 'Cell',
  otherTargets: 'Other targets missed',
  cellsThatMiss: 'Cells that miss it',
  shortfallsNote: 'Only what misses its target is shown; blank: met.',
  shortfallsCut: (shown, all) => `The ${shown} cells that miss most targets, of ${all}.`,
  withValue: (name, value) => say`${name} ${value}`,

  tasksIntro: 'The figures of this report point first of all to:',
  finishVisits: (count) => say`Visit the remaining ${count} ${cells(count)}.`,
  finishReports: (count) => say`Remind ${count} ${committees(count)} of the report that is due.`,
  reachTarget: (name, target, count) => say`${name}: ${count} ${cells(count)} to bring to ${target}.`,
  fulfil: (name, count) => say`${name}: ${count} ${cells(count)} still to do so.`,
  noTask: 'Every unit has reported, and no target is missed.',

  asOf: (moment, surveys, reports) =>
    say`Figures as of ${moment}, counted from ${surveys} cell ${surveys.n === 1 ? 'survey' : 'surveys'} and ${reports} committee ${reports.n === 1 ? 'report' : 'reports'}.`,
  notCounted: (title, late, uncounted, quarantined) =>
    say`“${title}”: of those counted, ${late} came late; besides them, ${uncounted} ${uncounted.n === 1 ? 'duplicate' : 'duplicates'} and ${quarantined} sent after the close, waiting for review, are kept and not counted.`,
  allCounted: 'Nothing came late, twice or after the close.',
  rounding:
    'Every share and every average is worked out from the sums of the original figures and rounded once; whether a target is met is judged before rounding.',
}
