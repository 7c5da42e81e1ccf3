// The pages on which records and blank forms are asked for and waited for, in English.

import { formatCount } from './number.ts'
import type { PapersMessages } from './papers.ts'

const count = (value: number) => formatCount(value, 'en')

export const papersEn: PapersMessages = {
  record: 'Record (PDF)',
  blank: 'Blank form to fill in by pen (PDF)',
  waiting: 'The PDF is being made',
  waitingLead:
    'This page reloads by itself after a few seconds. You may close it and come back: the file is made anyway.',
  slow: 'It takes longer than usual. If it is not there in some minutes, tell an administrator.',
  look: 'Look now',
  ready: 'The PDF is ready',
  readyLead: (days) => `It is kept for ${count(days)} days; after that it can be made again at any time.`,
  download: 'Download the PDF',
  back: 'Back',
  chooseAgain: 'Choose again',
  blankLead:
    'To print and fill in by pen, and to be typed in afterwards. Questions are numbered, and each page says which version it is.',
  formLanguage: 'Language of the form',
  rounds: 'Empty entries for each part that repeats',
  roundsHint: (most) => `From 1 to ${count(most)}. Parts of few short questions are a table to write in.`,
  make: 'Make the PDF',
  records: 'Print many records',
  recordsLead: (most) =>
    `The responses of a unit and of all units below it as one file, each record beginning on a new page. A file holds ${count(most)} at most.`,
  unit: 'Unit',
  unitHint: 'With all units below it. To go further down, choose a unit and press “Open this unit”.',
  open: 'Open this unit',
  up: (name) => `Up to ${name}`,
  which: 'Responses',
  counted: 'Those that count in the figures',
  all: 'All that were not withdrawn, also those that wait or were returned',
  files: 'Files made',
  noFiles: 'No file was made in the last seven days. Choose a unit above and press “Make the PDF”.',
  fileOf: (unit, records) => (records === 1 ? `${unit}: 1 record` : `${unit}: ${count(records)} records`),
  askedAt: (moment) => `Asked for ${moment}`,
  fileReady: 'Ready',
  fileWaiting: 'Being made',
  another: 'Make another file',
  backToProgress: 'Back to the progress',
}
