// The report on the results of a campaign, in English.

import type { ResultsMessages } from './results.ts'
import { type Count, joined, say } from './sentence.ts'

const of = ({ n }: Count, one: string, many = `${one}s`) => (n === 1 ? one : many)

export const resultsEn: ResultsMessages = {
  title: (campaign) => `Results of “${campaign}”`,

  reached: (campaign, period, reported, expected, rate) =>
    say`“${campaign}”, ${period}: ${reported} of ${expected} ${of(expected, 'unit')} sent their form, ${rate}.`,
  received: (done, due, late) =>
    say` ${done} of ${due} expected ${of(due, 'form')} came in; ${late} ${of(late, 'form')} came late.`,
  noneExpected: 'No unit had to send a form in this period.',
  missing: (missing, names) => say`${missing} ${of(missing, 'unit has', 'units have')} not sent theirs: ${names}.`,
  noneMissing: 'Every unit of the campaign sent its form.',
  notPossible: (visits) =>
    say`${visits} ${of(visits, 'visit was', 'visits were')} not possible; the reasons are recorded.`,
  named: (names, others) => (others > 0 ? `${names} and ${others} more` : names),

  coverageCaption: 'What came in by unit',
  overallCaption: 'The indicators of the campaign',
  byUnitCaption: 'The indicators by unit',
  actionsCaption: 'What is still to be put right by unit',
  trendCaption: 'The indicators of all units together, period by period; dashed: the target',
  trendOf: (indicator) => `${indicator}, period by period`,
  heatCaption: (indicator, isPercent) =>
    `${indicator} of each unit, month by month${isPercent ? ' (%)' : ''}; the darker, the larger`,
  distributionCaption: (question) => `${question} (forms that chose it)`,
  choice: 'Choice',
  shortPeriod: ({ kind, year, ordinal }) =>
    ({
      month: `${ordinal}/${year % 100}`,
      quarter: `Q${ordinal} ${year}`,
      half: `H${ordinal} ${year}`,
      year: String(year),
    })[kind],

  shortNote: 'Dark cells in bold: forms are missing.',

  unit: 'Unit',
  due: 'Expected',
  done: 'Received',
  rate: 'Rate',
  late: 'Late',
  returned: 'Returned',
  waiting: 'Waiting',
  total: 'Total',
  together: 'Together',
  indicator: 'Indicator',
  target: 'Target',
  value: 'Result',
  before: 'Before',
  yearBefore: 'A year ago',
  change: 'Change',
  answers: 'Forms',

  nothingIn: 'No form counts yet, so there are no results by indicator.',
  noIndicators: 'The campaign has no indicators, so the report only says what came in.',
  missedNote: 'Dark cells in bold: the target is missed.',
  changeNote: (period) =>
    `In brackets: the change since ${period}, over the same units; of percentages in percentage points.`,
  changeColumnNote: {
    before: (period) => `Before: ${period}, over the same units; changes of percentages in percentage points.`,
    'year-before': (period) =>
      `A year ago: ${period}, over the same units; changes of percentages in percentage points.`,
  },
  notStatedNote: '“–”: nothing came in, or not enough was stated to work it out.',
  noBefore: 'The campaign has no earlier period to compare with.',
  noYearBefore: 'The campaign has no figures of the same period a year ago to compare with.',
  inCampaign: (title) => `“${title}”:`,
  indicatorIs: (name, value, parts, target, then) =>
    say`${name}: ${value}${parts ? say` (${parts[0]} of ${parts[1]})` : ''}${target ? `, ${target.met ? 'meets' : 'misses'} the target (${target.text})` : ''}${then.flatMap(
      (one) => say`; ${one.name}: ${one.old} (change ${one.change})`,
    )}.`,

  ranked: (name, target, best, worst) => say`${name} (target ${target}): best ${best}; to look at ${worst}.`,
  place: (name, value) => say`${name} (${value})`,
  places: (each, others) => (others > 0 ? joined([...each, `${others} more`], ', ') : joined(each, ', ')),

  open: 'Open',
  reported: 'Said to be done',
  overdue: 'Overdue',
  longest: 'Longest overdue (days)',
  since: 'Since',
  actionsOpen: (open, units, overdue, reported) =>
    say`${open} ${of(open, 'thing is', 'things are')} still to be put right in ${units} ${of(units, 'unit')}, ${overdue} of them overdue; besides them ${reported} ${of(reported, 'is', 'are')} said to be done and not confirmed yet.`,
  noActions: 'Nothing is left to be put right.',

  asOf: (moment, responses, units) =>
    say`Figures as of ${moment}, from ${responses} ${of(responses, 'form')} of ${units} ${of(units, 'unit')}; what was sent after that is not in this report.`,
  stillOpen: (closing) => `The period was still open (until ${closing}) when the report was made: figures may change.`,
  stillOpenByHand: 'The period was still open when the report was made: figures may change.',
  stillLate: (closed, until) =>
    `The period closed on ${closed}; forms finished before that are still taken as late until ${until}, so the figures may change.`,
  notIn: (units) =>
    say`There are no figures of ${units} ${of(units, 'unit that has', 'units that have')} not sent theirs.`,
  lateIn: (late) => say`Of the forms that count ${late} came after the close of the period.`,
  undecided: (waiting, returned) =>
    say`Not counted: ${waiting} ${of(waiting, 'form that waits', 'forms that wait')} to be accepted and ${returned} returned for correction.`,
  figures: {
    submitted: 'Figures count every form that was sent and not returned.',
    accepted: 'Figures count accepted forms only.',
  },
  kept: (uncounted, quarantined) =>
    say`${uncounted} ${of(uncounted, 'duplicate')} and ${quarantined} sent after the close are kept and not counted.`,
  restated: (report, period, figures) =>
    `${report.replace(/^r/, 'R')} gave the figures of ${period} from the forms there were then. Forms that came late or were corrected have changed ${figures} ${figures === 1 ? 'figure' : 'figures'} since; comparisons in this report use the new ones.`,
  restatedCaption: (period) => `Figures of ${period} that have changed since that report was issued`,
  noRules: 'The form has no rules that hold figures against each other.',
  nothingToCheck: 'There are no forms yet to check.',
  rulesBroken: (broken, rules, units) =>
    say`Checked by ${rules} ${of(rules, 'rule')} of the form: ${broken} ${of(broken, 'is', 'are')} broken, in ${units} ${of(units, 'unit')}. Please check and report again.`,
  rulesKept: (rules) => say`Checked by ${rules} ${of(rules, 'rule')} of the form: the figures of every unit agree.`,
  ruleKept: (figures) => say`Agrees: ${figures}.`,
  withValue: (name, value) => say`${name} ${value}`,
  inconsistent: (question) => `${question}: contradicts another answer`,
  brokenCaption: 'Figures that contradict each other',
  contradiction: 'Contradiction',
  stated: 'Figures stated',
  wrote: (unit, text) => `${unit}: ${text}`,
  wroteIn: (period, text) => `(${period}) ${text}`,
  classified: (indicator, units) => say`${units} ${of(units, 'unit')} classified by “${indicator}”:`,
  classesCaption: (indicator) => `Classes by “${indicator}”`,
  class: 'Class',
  threshold: 'Level',
  from: (value) => `at least ${value}`,
  upTo: (value) => `up to ${value}`,
  theRest: 'the others',
  units: 'Units',
  whichUnits: 'Which',
  unclassified: 'Not classified',
  rounding:
    'Every share and every average is worked out from the sums of the original figures and rounded once; whether a target is met is judged before rounding. Units stand as in the tree on the last day of the period.',
}
