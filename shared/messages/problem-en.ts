// Problems and faulty answers in English.

import type { CampaignState } from '../campaign/campaign.ts'
import type { EvidenceQuestion } from '../evidence/kinds.ts'
import type { FaultTexts, ProblemTexts } from './problem.ts'
import { actionProblemsEn } from './problem-actions.ts'
import { developerProblemsEn } from './problem-developer-en.ts'
import { organisationProblemsEn } from './problem-organisation-en.ts'
import { peopleProblemsEn } from './problem-people-en.ts'
import { reportProblemsEn } from './problem-reports.ts'
import { responseProblemsEn } from './problem-responses-en.ts'
import { surveyProblemsEn } from './problem-surveys.ts'
import { templateProblemsEn } from './problem-templates.ts'

const askOffice = 'If you need help, contact the office.'

const askedForEn: Record<EvidenceQuestion, string> = {
  image: 'a picture (JPEG, PNG, WebP, GIF or HEIC)',
  signature: 'a picture of a signature (PNG, JPEG or WebP)',
  audio: 'a sound recording (MP3, M4A, OGG, WAV, WebM or 3GP)',
  video: 'a video (MP4, WebM, MOV or 3GP)',
  file: 'a picture, a recording, a video, a PDF, an Office or OpenDocument file or text in UTF-8',
}

const stateNames: Record<CampaignState, string> = {
  draft: 'is being prepared',
  open: 'is open',
  paused: 'is paused',
  closed: 'is closed',
}

export const problemsEn: ProblemTexts = {
  ...developerProblemsEn,
  ...actionProblemsEn,
  ...peopleProblemsEn,
  ...responseProblemsEn,
  ...reportProblemsEn,
  ...templateProblemsEn,
  ...surveyProblemsEn,
  'request.not-json': () => ({
    title: 'We could not read what was sent',
    detail: 'The data received is not JSON.',
    next: 'Reload the page and send it again.',
  }),
  'request.bad-encoding': () => ({
    title: 'The text arrived garbled',
    detail: 'What was sent is not UTF-8, so it can’t be read for certain; nothing was stored.',
    next: 'Send it again as UTF-8; if you sent it from a page, load the page again and send it from there.',
  }),
  'request.wrong-shape': ({ places }) => ({
    title: 'What was sent is not in the expected shape',
    detail: `These places are wrong: ${places.join(', ')}.`,
    next: 'Reload the page and send it again.',
  }),
  'request.too-large': ({ limitBytes }, { count }) => ({
    title: 'What was sent is too large',
    detail: `At most ${count(Math.floor(limitBytes / 1024))} KB can be sent at a time.`,
    next: 'Shorten the long answers and send them again.',
  }),
  'request.cross-site': () => ({
    title: 'Refused to keep your account safe',
    detail: 'This request was sent from another website.',
    next: 'Open Phieu itself and try again from there.',
  }),
  'page.unknown': () => ({
    title: 'Page not found',
    detail: 'This address does not exist or has changed.',
    next: 'Check the address or go to the start page.',
  }),
  'access.not-signed-in': () => ({
    title: 'Please sign in',
    detail: 'This page is only for people who are signed in.',
    next: 'Sign in, and this page will open again.',
  }),
  'access.role-missing': () => ({
    title: 'You do not have the role for this',
    detail: 'Your account has not been given a role that allows this.',
    next: 'If you need it, contact your administrator.',
  }),
  'access.unit-not-yours': () => ({
    title: 'This unit is not assigned to you',
    detail: 'Your account does not cover this unit.',
    next: 'Check the list of your units or contact your administrator.',
  }),
  'sign-in.expired': () => ({
    title: 'This sign-in has expired',
    detail: 'Too much time passed between starting and finishing it.',
    next: 'Sign in again.',
  }),
  'sign-in.failed': () => ({
    title: 'Signing in did not work',
    detail: 'The sign-in service did not accept this attempt.',
    next: 'Try to sign in again. If it still fails, contact your administrator.',
  }),
  'sign-in.person-unknown': () => ({
    title: 'Your account is not on the list',
    detail: 'You signed in, but nobody has added this account to the organisation yet.',
    next: 'Ask your administrator to add you, then sign in again.',
  }),
  ...organisationProblemsEn,
  'campaign.unknown': () => ({
    title: 'Campaign not found',
    detail: 'This campaign does not exist or belongs to another organisation.',
    next: 'Choose the campaign from the list again.',
  }),
  'campaign.period-unknown': () => ({
    title: 'Period not found',
    detail: 'This campaign does not have that period.',
    next: 'Choose the period from the list again.',
  }),
  'campaign.not-yet-open': ({ opensAt }, { moment }) => ({
    title: 'This period is not open yet',
    detail: `Forms are taken from ${moment(opensAt)}.`,
    next: 'Come back then.',
  }),
  'campaign.closed': ({ closedAt }, { moment }) => ({
    title: 'This period is closed',
    detail: `Forms have not been taken since ${moment(closedAt)}.`,
    next: 'If you still need to send one, contact the office.',
  }),
  'campaign.unit-unknown': () => ({
    title: 'This unit is not in the campaign',
    detail: 'The campaign does not include the unit asked for.',
    next: 'Choose the unit from the list again.',
  }),
  'campaign.in-draft': () => ({
    title: 'This campaign is being prepared',
    detail: 'It has not been opened, so no forms are taken yet.',
    next: 'Come back when it has been opened.',
  }),
  'campaign.paused': ({ pausedAt }, { moment }) => ({
    title: 'This campaign is paused',
    detail: `New forms have not been taken since ${moment(pausedAt)}; forms finished before that can still be sent.`,
    next: 'Come back when it goes on, or contact the office.',
  }),
  'campaign.not-now': ({ state }) => ({
    title: 'This can’t be done now',
    detail: `The campaign ${stateNames[state]}.`,
    next: 'Open the page of the campaign again to see what can be done.',
  }),
  'campaign.changed': () => ({
    title: 'Somebody has just changed this campaign',
    detail: 'Nothing was stored, so that nobody’s changes are overwritten.',
    next: 'Look it over, and save again if it is still what you mean.',
  }),
  'form.version-wrong': ({ expected }, { count }) => ({
    title: 'The form has changed',
    detail: `This campaign uses version ${count(expected)} of the form.`,
    next: 'Check your answers against the new form and send it again.',
  }),
  'form.too-complex': () => ({
    title: 'The form is too complex',
    detail: 'The form’s expressions take too many steps over these answers.',
    next: 'The answers were not stored. Tell whoever designed the form.',
  }),
  'form.unknown': () => ({
    title: 'There is no such form',
    detail: 'The organisation has no form, or no version of it, at this address.',
    next: 'Open it from the list of forms.',
  }),
  'form.upload-wrong': () => ({
    title: 'No workbook was chosen',
    detail: 'A form comes as one Excel workbook (.xlsx), with its .csv files beside it where it has any.',
    next: 'Choose the workbook and send it again.',
  }),
  'form.faulty': ({ errors }, { count }) => ({
    title: 'The form has errors',
    detail: `${count(errors)} ${errors === 1 ? 'error stands' : 'errors stand'} in the way of publishing it.`,
    next: 'Correct the workbook and import it again.',
  }),
  'form.files-missing': ({ files }) => ({
    title: 'Files of the form are missing',
    detail: `The form takes lists from ${files.join(', ')}. Without ${files.length === 1 ? 'it' : 'them'}, nobody could answer.`,
    next: 'Import the workbook again, together with its .csv files.',
  }),
  'form.id-missing': () => ({
    title: 'The form has no id',
    detail: 'Neither form_id in the settings nor the name of the file can be used in an address.',
    next: 'Write a form_id of letters and digits on the settings sheet and import the workbook again.',
  }),
  'form.too-large': () => ({
    title: 'The form is too large',
    detail: 'With its lists and files, the form is larger than one version may be.',
    next: 'Shorten its choice lists or its .csv files and import the workbook again.',
  }),
  'form.version-name-taken': ({ name, version }, { count }) => ({
    title: `Version “${name}” says something else`,
    detail: `That name was published before with other content, as number ${count(version)}. A published version never changes.`,
    next: 'Write another version on the settings sheet and import the workbook again.',
  }),
  'form.version-name-too-long': ({ limit }, { count }) => ({
    title: 'The name of the version is too long',
    detail: `The version on the settings sheet has more than ${count(limit)} characters.`,
    next: 'Shorten it and import the workbook again.',
  }),
  'form.too-many-versions': ({ limit }, { count }) => ({
    title: 'The form has too many versions',
    detail: `A form has at most ${count(limit)} versions.`,
    next: 'Publish it under another form_id.',
  }),
  'rehearsal.outdated': () => ({
    title: 'Something has changed since the rehearsal',
    detail:
      'The campaign, its forms or the answers that came in are no longer what the rehearsal saw. Nothing was moved.',
    next: 'Read the rehearsal below, as it is now, and decide again.',
  }),
  'answers.invalid': ({ faults }, { count }) => ({
    title: 'The form has not been sent',
    detail: `${count(faults.length)} ${faults.length === 1 ? 'thing needs' : 'things need'} correcting.`,
    next: 'Correct the answers listed below and send the form again.',
  }),
  'evidence.size-wrong': ({ limitBytes }, { count }) => ({
    title: 'The file has the wrong size',
    detail: `A file must not be empty and must not be larger than ${count(Math.floor(limitBytes / 1_048_576))} MB.`,
    next: 'Choose another file, make a shorter recording or take the picture at a lower resolution.',
  }),
  'evidence.part-wrong': ({ part, expectedBytes }, { count }) => ({
    title: 'A part of the file has the wrong size',
    detail: `Part ${count(part)} of the file must have exactly ${count(expectedBytes)} bytes.`,
    next: 'Send this part again.',
  }),
  'evidence.part-damaged': ({ part }, { count }) => ({
    title: 'A part of the file was damaged on its way',
    detail: `Part ${count(part)} of the file arrived with other content than was sent.`,
    next: 'Send this part again; the other parts are kept.',
  }),
  'evidence.parts-missing': ({ missing }, { count }) => ({
    title: 'The file is not complete yet',
    detail: `Parts of the file that are missing: ${count(missing.length)}.`,
    next: 'Send the parts that are missing.',
  }),
  'evidence.hash-wrong': () => ({
    title: 'The file that arrived is not the one you chose',
    detail: 'Put together, the parts that arrived do not make the file that was announced.',
    next: 'Send the whole file again.',
  }),
  'evidence.type-wrong': ({ question }) => ({
    title: 'This kind of file does not fit',
    detail: `The question asks for ${askedForEn[question]}; what is in the chosen file is something else.`,
    next: 'Choose another file.',
  }),
  'evidence.unknown': () => ({
    title: 'File not found',
    detail: 'No file is stored at this address.',
    next: `Open the form that the file belongs to again. ${askOffice}`,
  }),
  'server.failed': ({ requestId }) => ({
    title: 'Something went wrong on our side',
    detail: `Your last request was not completed. Incident number: ${requestId}.`,
    next: 'Try again in a few minutes; if it still fails, give the incident number to your administrator.',
  }),
}

export const faultsEn: FaultTexts = {
  'answer.unknown-question': ({ question }) => `The form has no question “${question}”; reload the page`,
  'answer.required': () => 'Missing; this question needs an answer',
  'answer.not-text': () => 'The answer must be text; enter it again',
  'answer.not-integer': () => 'Enter a whole number, such as 3 or 1,200',
  'answer.not-decimal': () => 'Enter a number, with decimals after a point, such as 1.5',
  'answer.unknown-choice': () => 'Choose one of the answers offered',
  'answer.not-list': () => 'The answer must be a list of choices; choose again',
  'answer.not-date': () => 'Enter a day that exists, such as 15/7/2013',
  'answer.not-time': () => 'Enter hours and minutes, such as 07:30',
  'answer.not-date-time': () => 'Enter a day and a time, such as 15/7/2013, 07:30',
  'answer.not-place': () => 'Enter latitude and longitude, such as 21.03 105.85',
  'answer.not-evidence': () => 'Not a file of the kind that this question takes, or too large; choose another',
  'answer.chosen-twice': () => 'Choose each answer only once',
  'answer.constraint': () => 'Not an answer that the form allows; check it',
  'answer.too-many-rounds': ({ max }, { count }) => `At most ${count(max)} entries can be made`,
  'answer.bad-character': () => 'Contains a character that cannot be stored; delete it and type it again',
  'answer.too-small': ({ min }, { decimal }) => `Enter a number of at least ${decimal(min)}`,
  'answer.too-large': ({ max }, { decimal }) => `Enter a number of at most ${decimal(max)}`,
  'answer.too-long': ({ max }, { count }) => `Shorten to at most ${count(max)} characters`,
}
