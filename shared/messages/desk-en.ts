// The pages about forms themselves, in English.

import type { Finding } from '../form/rules.ts'
import type { ReportPart } from '../report/reads.ts'
import type { deskVi } from './desk-vi.ts'
import { formatCount } from './number.ts'

const count = (value: number) => formatCount(value, 'en')

const kinds: Record<'error' | 'warning', string> = { error: 'Error', warning: 'Warning' }
const devices: Record<'phone' | 'desktop', string> = { phone: 'Phone', desktop: 'Desktop' }
const findingKinds: Record<Finding['kind'], string> = { consistency: 'Figures that do not agree', finding: 'Finding' }

const plainChanges: (typeof deskVi)['changes']['plain'] = {
  added: 'is new.',
  removed: 'is gone.',
  required: 'has to be answered now.',
  constraint: 'has another constraint.',
  relevance: 'is shown under another condition.',
  calculation: 'is calculated differently.',
}
const reportParts: Record<ReportPart, string> = {
  inspections: 'Cells inspected and supervised',
  teams: 'Inspection teams',
  below: 'Cells inspected or supervised by committees further down',
  byCommittee: 'The table of all figures by committee',
  achieved: 'What has been reached, with its tables and chart',
  difficulties: 'Difficulties',
  programme: 'Programme for the year',
  inspectionPlan: 'Inspection and supervision plan',
  strengths: 'Strengths',
  shortcomings: 'Shortcomings, with the table of cells that fall short',
  tasks: 'Tasks of the next period',
}

export const deskEn: typeof deskVi = {
  title: 'Forms',
  blank: 'Print a blank form (PDF)',
  published: 'Published',
  none: 'There are no forms yet. Import a workbook below.',
  import: 'Import a form from a workbook',
  importHint:
    'Forms are written as XLSForms, as for ODK, Kobo and Survey123. The workbook is read and shown; nothing is stored until it is published.',
  importAnother: 'Import another workbook, or this one once it is corrected',
  workbook: 'Workbook (.xlsx)',
  workbookHint: (megabytes) => `All files together: ${count(megabytes)} MB at most.`,
  missingPictures: (names: string) =>
    `Pictures that are missing: ${names}. The form works without; its labels show no picture.`,
  unfitPictures: (names: string) => `Not a JPEG, PNG, GIF or WebP picture, and not shown: ${names}.`,
  filesBeside: 'The files beside it (.csv, pictures)',
  filesHint: 'Only for forms that take choice lists from files, or whose labels show pictures. Several can be chosen.',
  optional: '(optional)',
  look: 'Preview',
  backToForms: 'Back to the list of forms',
  count,
  version: (version, name) => (name === '' ? `Version ${count(version)}` : `Version ${count(version)} (“${name}”)`),
  thisVersion: (version, name) => (name === '' ? `version ${count(version)}` : `version ${count(version)} (“${name}”)`),
  versionNumber: (version) => `asks version ${count(version)}`,
  formId: 'Form id',
  publishedBy: (moment, person) =>
    person === undefined ? `Came with the system, ${moment}` : `Published by ${person}, ${moment}`,
  publishedAt: 'Publication',
  askedBy: 'Campaigns that ask it:',
  notAsked: 'No campaign asks this form.',
  previewOf: (title) => `Preview: ${title}`,
  nothingStored: 'This page stores nothing.',
  unreadable: 'The workbook can’t be read',
  errorsFound: (errors) =>
    errors === 1
      ? 'One error to correct before it can be published'
      : `${count(errors)} errors to correct before it can be published`,
  noErrors: 'No errors',
  file: 'File',
  languages: 'Languages',
  oneLanguage: 'One, without a name',
  questions: 'Questions',
  warningsFound: (warnings) => (warnings === 1 ? 'One warning' : `${count(warnings)} warnings`),
  errors: 'Errors',
  warningsCaption: 'Warnings: the form can be published with them',
  where: 'Where',
  what: 'What, and what to do; what the row says',
  kinds,
  row: (row) => `row ${row}`,
  column: 'column',
  moreIssues: (more) => `${count(more)} more are not shown here.`,
  publish: 'Publish',
  sameAs: 'This very content is published already:',
  becomes: (version) => `It becomes ${version} of the form`,
  immutable: 'A published version never changes; open campaigns move to it only after a rehearsal.',
  publishNow: 'Publish this version',
  tryIt: 'See it and try it',
  tryHint: 'Fill it in and send it as people will: the result is shown, and nothing is stored.',
  size: 'Size of the screen',
  devices,
  accepted: 'These answers would be accepted',
  acceptedHint: 'Nothing was stored. In a campaign the form would now be received, with the answers below.',
  recordName: (name) => `Name of the record: ${name}`,
  score: (score) => `Score: ${score}`,
  findings: (findings) => (findings === 1 ? 'They raise one point:' : `They raise ${count(findings)} points:`),
  findingKinds,
  wouldBeStored: 'The answers that would be stored',
  downloadWorkbook: 'Download the workbook',
  downloadFile: (file) => `Download ${file}`,
  downloadJson: 'Download as JSON',
  lookAndTry: 'See and try this version',
  hash: 'Hash of the content',
  campaigns: 'Campaigns with this form',
  asksThis: 'Asks this version.',
  asksOther: (version) => `Asks version ${count(version)}.`,
  rehearse: (version) => `Rehearse the move to version ${count(version)}`,
  notMovable: 'Some of its units are beyond your reach: whoever is in charge of the whole campaign moves it.',
  versions: 'Versions',
  rehearsal: 'Rehearsal of a move',
  fromTo: (from, to) => `From ${from} to ${to}`,
  looked: (responses) =>
    responses === 1 ? 'One stored response was looked at.' : `${count(responses)} stored responses were looked at.`,
  notWhole: 'The campaign has more responses than can be read at once: the figures below are the least there are.',
  drafts: 'The server stores no drafts. Forms that are being filled in lie on people’s devices and can’t be counted.',
  stillAccepted: (version) => `What was begun with ${version} can still be sent after the move.`,
  orphanedAnswers: 'Answers that would lose their question',
  orphanedHint: 'They stay stored, but nothing reads them any more.',
  noneOrphaned: 'No answer loses its question.',
  question: 'Question',
  responsesWithAnswers: 'Responses',
  atLeast: (value) => `at least ${count(value)}`,
  orphanedIndicators: 'Indicators and reports that would miss something',
  indicatorsHint: 'After the move these can’t be counted in full, from new responses or from those received.',
  noIndicator: 'No indicator and no table of a report misses anything.',
  misses: 'Missing:',
  inReport: 'In the report',
  reportParts,
  otherChanges: 'Other changes',
  changes: {
    plain: plainChanges,
    renamed: (to) => `is called ${to} now.`,
    retyped: (from, to) => `was ${from} and is ${to}; old answers can’t be read as that.`,
    retypedKept: (from, to) => `was ${from} and is ${to}; old answers can still be read.`,
    choicesRemoved: (choices) => `loses choices: ${choices}.`,
    moved: (from, to) => `moves from ${from} to ${to}, into or out of a repeat.`,
    movedKept: (from, to) => `moves from ${from} to ${to}; old answers can still be read.`,
    top: 'outside of groups',
  },
  move: 'Move the campaign',
  moveHint:
    'The move is made exactly as shown above. If anything changes before, it isn’t made, and the rehearsal is shown anew.',
  moveNow: (version) => `Move the campaign to version ${count(version)}`,
  leaveIt: 'Leave it as it is',
}
