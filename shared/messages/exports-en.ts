// Exports, in English: the pages, and what stands in the exported files.

import type { exportsVi } from './exports-vi.ts'
import { formatCount } from './number.ts'

const count = (value: number) => formatCount(value, 'en')

export const exportsEn: typeof exportsVi = {
  formats: { xlsx: 'Excel', csv: 'CSV', jsonl: 'JSON Lines' },
  formatHints: {
    xlsx: 'Opens in Excel; each group of questions that repeats is a sheet.',
    csv: 'One zip file; each group of questions that repeats is a CSV file.',
    jsonl: 'For programs: a response on each line, with every detail.',
  },
  included: {
    quarantined: 'With responses that came too late and wait for the office',
    withdrawn: 'With responses that were withdrawn',
  },
  count,
  table: {
    states: {
      counted: 'Counted',
      second: 'Second, not counted',
      returned: 'Returned',
      waiting: 'Waiting for acceptance',
      'not-possible': 'Visit not possible',
      quarantined: 'In quarantine',
      withdrawn: 'Withdrawn',
    },
    yes: 'Yes',
    no: 'No',
    round: (label) => `Number of (${label})`,
    columns: {
      id: 'Response',
      unitCode: 'Unit code',
      unitName: 'Unit',
      unitAbove: 'Belongs to',
      period: 'Period',
      state: 'State',
      late: 'Late',
      receivedAt: 'Received at',
      changedAt: 'Changed at',
      finishedAt: 'Finished at',
      sender: 'Sent by',
      enteredFor: 'Entered for',
      words: 'Reason',
      formVersion: 'Form version',
      revision: 'Revision',
      recordName: 'Name of the record',
      score: 'Score',
      findings: 'Findings',
      findingsAt: 'Findings at',
    },
    responses: 'Responses',
    about: 'About this file',
  },
  about: {
    organisation: 'Organisation',
    campaign: 'Campaign',
    unit: 'Unit, with all below it',
    periods: 'Periods',
    cutOff: 'As of',
    cutOffSays: (moment, timeZone, iso) =>
      `${moment} ${timeZone} (${iso}). Every response that was acknowledged before is in; none that was received later.`,
    askedBy: 'Asked for by',
    responses: 'Responses',
    rounds: (label) => `Rows: ${label}`,
    leftOut: (state) => `Left out: ${state}`,
    files: 'Files',
    missingFiles: 'Files that were not sent yet, and are not here',
  },
}
