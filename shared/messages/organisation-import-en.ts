// Importing the organisation's tree from a file, in English.

import { formatCount } from './number.ts'
import type { organisationImportVi } from './organisation-import-vi.ts'

const count = (value: number) => formatCount(value, 'en')
const some = (value: number, one: string, many: string) => `${count(value)} ${value === 1 ? one : many}`
const units = (value: number) => some(value, 'unit', 'units')

export const organisationImportEn: typeof organisationImportVi = {
  title: 'Import the tree from a file',
  lead: 'An Excel or CSV file with a unit on each row. It is read and shown first; nothing changes until you confirm.',
  columnsTitle: 'The columns of the file',
  columnsHint:
    'The first row names the columns, in any order. Only the code is needed; what has no column stays as it is.',
  columns: [
    ['Code', 'the unit’s code, which no other has'],
    ['Name', 'needed for new units'],
    ['Parent code', 'the code of the unit that it stands under'],
    ['Level', 'committee, cell, commune…; needed for new units'],
    ['Members', 'a whole number; empty where it isn’t known'],
    ['Valid from', 'day/month/year; one code may have several rows with different days'],
    ['Closed from', 'the first day without the unit'],
    ['Successors', 'the codes of those that carry on, with semicolons between them'],
  ],
  example: 'Download the tree of today as an example (Excel)',
  file: 'Excel (.xlsx) or CSV file',
  fileHint: (megabytes) => `At most ${count(megabytes)} MB. CSV is best saved as UTF-8.`,
  from: 'Rows that don’t say from when they hold',
  fromAlways: 'It has always been like that',
  fromAlwaysHint: 'For a tree that is set up for the first time, so that past periods have it, too.',
  fromDay: 'From this day on',
  look: 'Preview',
  lookAgain: 'Preview again',
  previewOf: (file) => `Preview: ${file}`,
  unreadable: 'This file can’t be read',
  chooseAgain: 'Choose another file, or this one once it is put right',
  nothing: 'This file changes nothing: the units are as it says.',
  nothingLeft:
    'The rows that are left change nothing. Rows that were left out are not imported: put them right in the file and choose it again.',
  faulty: (errors) => `${some(errors, 'error', 'errors')} to put right in the file`,
  faultyHint: 'Put them right in the file and choose it again. Nothing has changed.',
  errors: 'Errors in the file',
  skip: (rows) => `Leave out ${some(rows, 'row with errors', 'rows with errors')} and preview the rest`,
  skipped: (rows) => `Rows that are left out (${count(rows)})`,
  sound: 'There are no errors.',
  comesTo: 'What the file does',
  outcomes: {
    added: (n) => `${units(n)} added`,
    changed: (n) => `${units(n)} changed`,
    moved: (n) => `${units(n)} moved`,
    closed: (n) => `${units(n)} closed`,
    unchanged: (n) => `${units(n)} unchanged`,
    untouched: (n) => `${units(n)} not in the file: they stay as they are`,
  },
  fileTop: (unit) => `${unit} is at the top of the file, with nothing above it`,
  fileTops: {
    under: (top) => `It stands under ${top}`,
    same: (top) => `It is ${top}, with code, name and level as in the file`,
  },
  notes: 'Notes',
  ignored: (headers) => `Columns without use here: ${headers}.`,
  assumedEncoding:
    'The file doesn’t say how its letters are written; it was read as Windows-1258. Check the accents below.',
  formulaTexts: (rows) => `Texts that begin like formulas stay texts and are never calculated: row ${rows}.`,
  otherSheets: (sheet) => `Only the sheet “${sheet}” was read.`,
  picture: (day) => `The tree on ${day}, once it is imported`,
  pictureRegion: 'Picture of the tree, scrolls sideways',
  pictureHint:
    'A box for each unit, as high as there are units below it; dark boxes are new, those with a thick edge change.',
  pictureText: (n, levels) => `A picture of ${units(n)}, the first ${some(levels, 'level', 'levels')}.`,
  firstLevels: 'The first units of the tree',
  andMore: (n) => `and ${units(n)} more`,
  apply: 'Import into the tree',
  applyHint: 'Responses and figures stay as they are; the report of each period follows the tree of that period.',
  cancel: 'Back to the units, import nothing',
  done: 'The tree was imported.',
  issues: {
    'no-header':
      'There is no row that names the columns: a column “Code” (or “Mã”) is needed within the first 20 rows.',
    'no-rows': 'There are no rows below the names of the columns.',
    'column-twice': (header) => `The column “${header}” is the second one for the same thing. Remove one.`,
    'too-many-columns': (limit) =>
      `There are more than ${count(limit)} columns: this is no file of units. Remove what is no part of it.`,
    'too-many-rows': (limit) => `There are more than ${count(limit)} rows. Split the file.`,
    'too-long': (limit) => `It is longer than ${count(limit)} characters. Shorten it.`,
    'code-empty': 'There is no code.',
    'code-wrong': 'The code has a semicolon or a sign that nobody sees. Change it.',
    formula: 'The cell holds a formula that was never calculated. Write its value instead.',
    'from-wrong': 'This is no day of the calendar. Write it like 31/03/2026.',
    'closed-wrong': 'This is no day of the calendar. Write it like 31/03/2026.',
    'members-wrong': 'Members are a whole number from 0 on, in digits.',
    'id-wrong': 'The ID is none. Leave it empty for new units.',
    'successors-alone': 'There are successors, but no day from which the unit is closed.',
    'row-twice': (row) =>
      `Row ${count(row)} has this code with the same day. Remove one, change the code, or give another day.`,
    'name-missing': 'The new unit has no name.',
    'level-missing': 'The new unit has no level.',
    'parent-missing': 'The new unit has no parent code, and the organisation has its top already.',
    'after-closure': 'The unit is closed by that day.',
    'closure-differs': 'The rows of this unit differ about when it closed, or who carries on.',
    'parent-unknown': (code, day) => `No unit has the code “${code}”${day ? ` on ${day}` : ''}.`,
    'successor-unknown': (code, day) => `No unit that could carry on has the code “${code}”${day ? ` on ${day}` : ''}.`,
  },
}
