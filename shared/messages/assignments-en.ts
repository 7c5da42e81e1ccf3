// The pages on which units are assigned to teams and people, in English.

import type { AssignmentFault } from '../campaign/assignment-rows.ts'
import type { assignmentsVi } from './assignments-vi.ts'
import { formatCount } from './number.ts'

const count = (value: number) => formatCount(value, 'en')
const counted = (value: number, one: string) => `${count(value)} ${value === 1 ? one : `${one}s`}`

const faults: Record<AssignmentFault, string> = {
  'unit-missing': 'no unit is named',
  'unit-unknown': 'the campaign has no unit with this code',
  'unit-twice': 'this unit stands in a row above already',
  'who-missing': 'no team or person is named',
  'who-unknown': 'there is no team or person of this name',
  'who-several': 'several teams or people have this name: use an e-mail address',
  'day-wrong': 'this is no day (write it like 15/7/2026)',
}

export const assignmentsEn: typeof assignmentsVi = {
  title: 'Assignments',
  tally: (assigned, units) => `${count(assigned)} of ${counted(units, 'unit')} assigned`,
  left: (units) => `Not assigned: ${counted(units, 'unit')}`,
  allAssigned: 'Every unit has somebody.',
  period: 'Period',
  otherPeriod: 'Other period',
  go: 'Show',
  teams: 'Teams and people',
  teamsHint: 'Press one to see its units.',
  dragHint: 'Units can be dragged here from the list.',
  noTeams: 'There are no teams, and nobody has the role to answer. Make a team under People, then come back.',
  someUnits: (units) => counted(units, 'unit'),
  show: 'Shown',
  all: 'All',
  open: 'Not assigned',
  search: 'Find a unit, or one above it',
  find: 'Find',
  noneFound: 'There is no such unit.',
  noUnits: 'The campaign has no units yet.',
  unassigned: 'Not assigned',
  dayOf: (day) => `on ${day}`,
  noRole: 'has no role to answer at this unit',
  gone: 'a team or person that is gone',
  choose: (name) => `Choose ${name}`,
  to: 'Assign to',
  groups: { teams: 'Teams', people: 'People' },
  chooseOne: 'Choose a team or a person',
  day: 'Day of the visit',
  optional: '(optional)',
  assign: 'Assign the chosen units',
  assignOpen: (units) => `Assign all ${counted(units, 'unit')} shown that nobody has`,
  clear: 'Take the chosen units back',
  takeOver: (period, units) => `Take over from ${period} (${counted(units, 'unit')}, without days)`,
  done: (units) => `${counted(units, 'unit')} assigned.`,
  cleared: (units) => `${counted(units, 'unit')} taken back.`,
  skipped: (units) => `${counted(units, 'unit')} not stored, because somebody has just assigned them otherwise.`,
  page: (page, pages) => `Page ${count(page)} of ${count(pages)}`,
  next: 'Next page',
  previous: 'Previous page',
  faultTitle: 'Nothing was assigned',
  faults: {
    units: 'Choose at least one unit of the list.',
    to: 'Choose the team or person.',
    day: 'The day needs a day, a month and a year.',
  },
  changedTitle: 'Somebody has just assigned units',
  changedText:
    'Nothing was stored. These units were assigned otherwise after the page was opened; press again if it is still what you mean.',
  changedLine: (unit, who) => `${unit}: now ${who}`,
  importLink: 'Import from CSV or Excel',
  import: {
    title: 'Import assignments',
    lead: 'Three columns: code of the unit, team or person (name of a team, name or e-mail of a person), day of the visit. The first row may be a heading. The day may be left empty.',
    file: 'CSV or Excel file',
    fileHint: (megabytes) => `At most ${megabytes} MB and 12,000 rows.`,
    look: 'Preview',
    unreadable: 'This file can’t be read',
    unreadableText:
      'It takes a CSV file (UTF-8, UTF-16 or Windows-1258) or an Excel file (.xlsx) with at least two columns.',
    empty: 'The file has no rows.',
    tooMany: 'The file has too many rows: up to 12,000 are taken.',
    preview: 'Preview',
    counts: (fresh, changed, same) =>
      `${counted(fresh, 'unit')} newly assigned, ${counted(changed, 'unit')} changed, ${counted(same, 'unit')} as before.`,
    faulty: (rows) => `${counted(rows, 'row')} with faults`,
    faultyHint:
      'Correct them in the file and import it again, or store the good rows first. Importing the same file again changes nothing.',
    row: 'Row',
    unit: 'Unit',
    who: 'Team, person',
    day: 'Day',
    what: 'Fault',
    faults,
    more: (rows) => `and ${counted(rows, 'more row')}`,
    apply: (rows) => `Store ${counted(rows, 'assignment')}`,
    nothing: 'There is nothing to store: all good rows are so already.',
    changes: 'What changes',
    changed: 'The file was compared again with the newest assignments; store it again if it is still what you mean.',
    back: 'Back to the assignments',
    other: 'Choose another file',
  },
}
