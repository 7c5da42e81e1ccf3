// The catalogue of expected failures. A code is a promise: it is never given a second meaning, and a retired one stays
// listed here. What each says to people is in messages/; its HTTP status is in functions/api/problem-response.tsx.

import type { CampaignState } from './campaign/campaign.ts'
import type { EvidenceQuestion } from './evidence/kinds.ts'
import type { AnswerValue } from './form/answers.ts'
import type { AnswerFault } from './form/fault.ts'
import type { Scope } from './organisation/api-token.ts'
import type { Uneditable } from './response/editing.ts'
import type { ReviewStep, WhyNot } from './response/review.ts'

/** Fields of the pages by which answers come in, beside the form's own questions. */
export type EntryField = 'reason' | 'on-behalf-of' | 'paper-date' | 'reason-kind' | 'words'

export const problem = {
  notJson: () => ({ code: 'request.not-json' }) as const,
  /** Bytes that are no UTF-8: what they were meant to say can't be known. */
  badEncoding: () => ({ code: 'request.bad-encoding' }) as const,
  /** Each place that is wrong, as a JSON path ("answers", "unit"), at most 20 of them. */
  wrongShape: (places: readonly string[]) => ({ code: 'request.wrong-shape', places }) as const,
  tooLarge: (limitBytes: number) => ({ code: 'request.too-large', limitBytes }) as const,
  crossSite: () => ({ code: 'request.cross-site' }) as const,
  pageUnknown: () => ({ code: 'page.unknown' }) as const,
  notSignedIn: () => ({ code: 'access.not-signed-in' }) as const,
  roleMissing: () => ({ code: 'access.role-missing' }) as const,
  /** An Authorization header that says Bearer and holds no token. */
  authorizationMalformed: () => ({ code: 'access.authorization-malformed' }) as const,
  /** Unknown, revoked or expired, or its owner is gone. */
  tokenInvalid: () => ({ code: 'access.token-invalid' }) as const,
  /** `scope`: what the token lacks; undefined for addresses that no token opens. */
  scopeMissing: (scope: Scope | undefined) => ({ code: 'access.scope-missing', scope }) as const,
  unitNotYours: () => ({ code: 'access.unit-not-yours' }) as const,
  signInExpired: () => ({ code: 'sign-in.expired' }) as const,
  signInFailed: () => ({ code: 'sign-in.failed' }) as const,
  personUnknown: () => ({ code: 'sign-in.person-unknown' }) as const,
  /** Somebody else changed the same units in the meantime; nothing was stored. */
  treeChanged: () => ({ code: 'unit.changed' }) as const,
  /** No file came, or none that holds a sheet. */
  treeFileMissing: () => ({ code: 'tree.file-missing' }) as const,
  /** The file has errors: it can be looked at and not imported. */
  treeFaulty: (errors: number) => ({ code: 'tree.faulty', errors }) as const,
  /** Somebody changed the tree since the file was looked at; nothing was imported. */
  treeOutdated: () => ({ code: 'tree.outdated' }) as const,
  unitNotFound: () => ({ code: 'unit.unknown' }) as const,
  /** Nobody of this id, or nobody whom this administrator looks after. */
  unknownPerson: () => ({ code: 'person.unknown' }) as const,
  emailTaken: () => ({ code: 'person.email-taken' }) as const,
  /** Nobody would administer the top of the tree any more. */
  lastAdmin: () => ({ code: 'person.last-admin' }) as const,
  /** Somebody else changed the same things in the meantime; nothing was stored. */
  officeChanged: () => ({ code: 'office.changed' }) as const,
  /** `fields`: how many places of a form of the office are to be put right; the form says which. */
  fieldsWrong: (fields: number) => ({ code: 'fields.wrong', fields }) as const,
  /** A personal link that lets nobody in. */
  entryClosed: (why: ClosedEntry) => ({ code: 'entry.closed', why }) as const,
  teamUnknown: () => ({ code: 'team.unknown' }) as const,
  mailOff: () => ({ code: 'mail.off' }) as const,
  mailRefused: () => ({ code: 'mail.refused' }) as const,
  campaignUnknown: () => ({ code: 'campaign.unknown' }) as const,
  periodUnknown: () => ({ code: 'campaign.period-unknown' }) as const,
  /** `opensAt`, `closedAt`: ISO 8601 in UTC. */
  campaignNotYetOpen: (opensAt: string) => ({ code: 'campaign.not-yet-open', opensAt }) as const,
  campaignClosed: (closedAt: string) => ({ code: 'campaign.closed', closedAt }) as const,
  unitUnknown: () => ({ code: 'campaign.unit-unknown' }) as const,
  /** It is being prepared: nobody is asked yet. */
  campaignInDraft: () => ({ code: 'campaign.in-draft' }) as const,
  /** `pausedAt`: ISO 8601, UTC. */
  campaignPaused: (pausedAt: string) => ({ code: 'campaign.paused', pausedAt }) as const,
  /** What was asked for is not for a campaign in this state (shared/campaign/lifecycle.ts). */
  campaignNotNow: (state: CampaignState) => ({ code: 'campaign.not-now', state }) as const,
  /** Somebody else changed the same things in the meantime; nothing was stored. */
  campaignChanged: () => ({ code: 'campaign.changed' }) as const,
  formVersionWrong: (expected: number) => ({ code: 'form.version-wrong', expected }) as const,
  formUnknown: () => ({ code: 'form.unknown' }) as const,
  /** What was uploaded holds no workbook, or a file that is neither a workbook nor a CSV file. */
  uploadWrong: () => ({ code: 'form.upload-wrong' }) as const,
  /** The form has errors: it can be looked at and not published. */
  formFaulty: (errors: number) => ({ code: 'form.faulty', errors }) as const,
  /** CSV files that the form takes lists from, and that were not sent with it; at most 20 names. */
  formFilesMissing: (files: readonly string[]) => ({ code: 'form.files-missing', files }) as const,
  /** Neither form_id nor the file's name leaves anything that an address can carry. */
  formIdMissing: () => ({ code: 'form.id-missing' }) as const,
  /** Packed it is more than an item holds, or than travels with a page. */
  formTooLarge: () => ({ code: 'form.too-large' }) as const,
  /** The same name of a version stands for other content, which was published under `version`. */
  versionNameTaken: (name: string, version: number) => ({ code: 'form.version-name-taken', name, version }) as const,
  versionNameTooLong: (limit: number) => ({ code: 'form.version-name-too-long', limit }) as const,
  tooManyVersions: (limit: number) => ({ code: 'form.too-many-versions', limit }) as const,
  /** Something changed since the rehearsal that was agreed to. */
  rehearsalOutdated: () => ({ code: 'rehearsal.outdated' }) as const,
  /** The form's expressions take more steps over these answers than one submit may: it is the form that is at fault. */
  formTooComplex: () => ({ code: 'form.too-complex' }) as const,
  /** What a member answered is stored; what the cell filled in for it is not. */
  scoresInvalid: (faults: readonly AnswerFault[]) => ({ code: 'response.scores-invalid', faults }) as const,
  answersInvalid: (faults: readonly AnswerFault[]) => ({ code: 'answers.invalid', faults }) as const,
  /** The same id and revision with other content. `stored` is filled only for those who may read that answer. */
  responseConflict: (stored: StoredContent | undefined) => ({ code: 'response.conflict', stored }) as const,
  alreadyReported: () => ({ code: 'response.already-reported' }) as const,
  /** Fields of a page of ours, beside the form's questions, that are empty or wrong. */
  entryIncomplete: (fields: readonly EntryField[]) => ({ code: 'entry.incomplete', fields }) as const,
  /** The draft was saved elsewhere since this page was made. `savedAt`: ISO 8601, UTC. */
  draftNewer: (savedAt: string) => ({ code: 'draft.newer', savedAt }) as const,
  draftTooLarge: () => ({ code: 'draft.too-large' }) as const,
  tooManyDrafts: (limit: number) => ({ code: 'draft.too-many', limit }) as const,
  /** Somebody else changed it since this page was made: `revision` is the newest. */
  responseChanged: (revision: number) => ({ code: 'response.changed', revision }) as const,
  /** It may not be changed by those who answer. */
  notEditable: (why: Uneditable) => ({ code: 'response.not-editable', why }) as const,
  /** The step can't be taken at the response as it is now, or not by this person. */
  stepNotAllowed: (step: ReviewStep | 'score', why: WhyNot) =>
    ({ code: 'response.step-not-allowed', step, why }) as const,
  /** Somebody else did something with the response since the page was shown. `at`: ISO 8601, UTC. */
  changedMeanwhile: (revision: number, at: string) => ({ code: 'response.changed-meanwhile', revision, at }) as const,
  /** A step that takes words came without any, or with more than `limit` characters. */
  wordsWrong: (limit: number) => ({ code: 'response.words-wrong', limit }) as const,
  /** What was typed to confirm isn't the unit's name. */
  nameNotConfirmed: () => ({ code: 'response.name-not-confirmed' }) as const,
  revisionOutOfOrder: (expected: number) => ({ code: 'response.revision-out-of-order', expected }) as const,
  /** A file of no bytes, or of more than may be sent. */
  evidenceSizeWrong: (limitBytes: number) => ({ code: 'evidence.size-wrong', limitBytes }) as const,
  /** `part` counts from 1. The bytes that came are fewer or more than that part of the file has. */
  evidencePartWrong: (part: number, expectedBytes: number) =>
    ({ code: 'evidence.part-wrong', part, expectedBytes }) as const,
  /** The bytes that came are not those whose hash was given with them. */
  evidencePartDamaged: (part: number) => ({ code: 'evidence.part-damaged', part }) as const,
  /** At most 1,000 numbers. */
  evidencePartsMissing: (missing: readonly number[]) => ({ code: 'evidence.parts-missing', missing }) as const,
  /** The parts together are another file than the one that was announced. All of them have to be sent again. */
  evidenceHashWrong: () => ({ code: 'evidence.hash-wrong' }) as const,
  /** By its first bytes the file is nothing that answers such a question. */
  evidenceTypeWrong: (question: EvidenceQuestion) => ({ code: 'evidence.type-wrong', question }) as const,
  evidenceUnknown: () => ({ code: 'evidence.unknown' }) as const,
  responseUnknown: () => ({ code: 'response.unknown' }) as const,
  actionUnknown: () => ({ code: 'action.unknown' }) as const,
  /** Somebody else changed it in the meantime, or its state no longer allows what was asked for; nothing was stored. */
  actionChanged: () => ({ code: 'action.changed' }) as const,
  /** What is wrong is said at its fields. */
  actionFaulty: () => ({ code: 'action.faulty' }) as const,
  tokenUnknown: () => ({ code: 'token.unknown' }) as const,
  /** What is wrong is said at its fields. */
  tokenFaulty: () => ({ code: 'token.faulty' }) as const,
  /** The page that shows a token was sent again. */
  tokenShownOnce: () => ({ code: 'token.shown-once' }) as const,
  tooManyTokens: (limit: number) => ({ code: 'token.too-many', limit }) as const,
  /** Whoever came in by a personal link has no account that a token could belong to. */
  tokenNeedsAccount: () => ({ code: 'token.needs-account' }) as const,
  exportUnknown: () => ({ code: 'export.unknown' }) as const,
  /** A campaign whose answers nobody may take out one by one. */
  notExportable: () => ({ code: 'export.not-exportable' }) as const,
  /** What is wrong is said at its fields. */
  exportFaulty: () => ({ code: 'export.faulty' }) as const,
  /** So many of the person's exports are being made already. */
  tooManyExports: (limit: number) => ({ code: 'export.too-many', limit }) as const,
  exportNotReady: () => ({ code: 'export.not-ready' }) as const,
  templateUnknown: () => ({ code: 'template.unknown' }) as const,
  /** Somebody else has changed the template since the page was made; nothing was stored. */
  templateChanged: () => ({ code: 'template.changed' }) as const,
  /** The place is gone, a move leads nowhere, or the template is as large as it may be. */
  templateStepNotPossible: () => ({ code: 'template.step-not-possible' }) as const,
  /** The campaign that is looked at has nothing that a block of this kind could show. */
  templateNeedsCampaign: () => ({ code: 'template.needs-campaign' }) as const,
  /** `names`: reports that follow it; `others`: how many more there are, that are not this reader's to know. */
  templateInUse: (names: readonly string[], others: number) => ({ code: 'template.in-use', names, others }) as const,
  /** Reports that follow it have no campaign for one of its sources. */
  templateBreaksPlans: (names: readonly string[], others: number) =>
    ({ code: 'template.breaks-plans', names, others }) as const,
  templateFileWrong: (limitBytes: number) => ({ code: 'template.file-wrong', limitBytes }) as const,
  templateFaulty: (faults: number) => ({ code: 'template.faulty', faults }) as const,
  tooManyTemplates: (limit: number) => ({ code: 'template.too-many', limit }) as const,
  reportUnknown: () => ({ code: 'report.unknown' }) as const,
  /** A bug of ours, or an engine that is down; the details are in the log under this request. */
  serverFailed: (requestId: string) => ({ code: 'server.failed', requestId }) as const,
  reportNotReady: () => ({ code: 'report.not-ready' }) as const,
  /** Why a report could not be made: what it is made by is gone, or was taken away from it. */
  reportPlanGone: () => ({ code: 'report.plan-gone' }) as const,
  reportTemplateGone: () => ({ code: 'report.template-gone' }) as const,
  /** A campaign of it is gone, has no such period, or is none whose answers are shown by unit. */
  reportCampaignGone: () => ({ code: 'report.campaign-gone' }) as const,
  /** A bug of ours, or an engine that was down; the details are in the log of the function. */
  reportJobFailed: () => ({ code: 'report.job-failed' }) as const,
  /** It ran out of time or memory, each time. */
  reportJobBrokenOff: () => ({ code: 'report.job-broken-off' }) as const,
  /** The same of drawing its files. */
  reportDrawingFailed: () => ({ code: 'report.drawing-failed' }) as const,
  reportDrawingBrokenOff: () => ({ code: 'report.drawing-broken-off' }) as const,
  /** Somebody else has changed to whom the plan's reports are brought; nothing was stored. */
  planDeliveryChanged: () => ({ code: 'report.delivery-changed' }) as const,
  /** A link of one's own to a report opens nothing. */
  reportLinkClosed: (why: ClosedLink) => ({ code: 'report.link-closed', why }) as const,
  /** Its data were written by a version whose data this one doesn't read. */
  reportOutdated: () => ({ code: 'report.outdated' }) as const,
  /** Somebody else has changed the draft since the page was made, or issued it; nothing was stored. */
  reportChanged: () => ({ code: 'report.changed' }) as const,
  /** An issued report changes no more. */
  reportIssued: () => ({ code: 'report.issued' }) as const,
  /** It is asked of an issued report, and this one isn't, or was withdrawn. */
  reportNotIssued: () => ({ code: 'report.not-issued' }) as const,
  /** The sentence or heading that was edited is not in the report. */
  sentenceUnknown: () => ({ code: 'report.sentence-unknown' }) as const,
  /** A sentence of more than `limit` characters, or more written by hand than one report keeps. */
  editTooLong: (limit: number) => ({ code: 'report.edit-too-long', limit }) as const,
  /** What was uploaded is no PDF, or larger than `limitBytes`. */
  signedCopyWrong: (limitBytes: number) => ({ code: 'report.signed-copy-wrong', limitBytes }) as const,
  /** No such plan, or one of another organisation. */
  reportPlanUnknown: () => ({ code: 'report.plan-unknown' }) as const,
  /** The last period of a span lies before its first, or is of another kind. */
  spanBackwards: () => ({ code: 'report.span-backwards' }) as const,
  /** Somebody else has changed the plan in the meantime; nothing was stored. */
  reportPlanChanged: () => ({ code: 'report.plan-changed' }) as const,
  /** A campaign's own report is changed with the campaign. */
  reportPlanOfCampaign: () => ({ code: 'report.plan-of-campaign' }) as const,
  /** There is a signed copy already. */
  signedCopyThere: () => ({ code: 'report.signed-copy-there' }) as const,
  /** Too many wrong codes from one network today. */
  verifyTooOften: () => ({ code: 'verify.too-many-tries' }) as const,
  /** A link or code that no survey knows, or whose survey has been sealed. */
  linkUnknown: () => ({ code: 'survey.link-unknown' }) as const,
  /** The answer of this invitation is there already. */
  alreadyReceived: () => ({ code: 'survey.already-received' }) as const,
  /** Its results are out: nothing of the period changes any more. */
  surveySealed: () => ({ code: 'survey.sealed' }) as const,
  /** An open link has taken as many answers as it may. */
  surveyFull: () => ({ code: 'survey.full' }) as const,
  /** Too many wrong codes, or too many answers to an open link, from one network today. */
  tooManyTries: () => ({ code: 'survey.too-many-tries' }) as const,
  /** Sent faster than anybody reads, or with a field filled in that nobody sees. */
  looksAutomatic: () => ({ code: 'survey.looks-automatic' }) as const,
  /** A campaign that nobody is invited to: it is no survey, or one that is open to all. */
  surveyWithoutInvitations: () => ({ code: 'survey.no-invitations' }) as const,
  /** It has no form or no periods yet that people could be invited to. */
  surveyNotReady: () => ({ code: 'survey.not-ready' }) as const,
  /** Nobody can be invited, reminded or handed a slip once it is closed. */
  surveyOver: () => ({ code: 'survey.over' }) as const,
  /** Nobody who hasn't answered is there to be handed anything. */
  nobodyToInvite: () => ({ code: 'survey.nobody' }) as const,
  tooManySlips: (found: number, limit: number) => ({ code: 'survey.too-many-slips', found, limit }) as const,
  /** Members hear from it at most as often as its campaign says; `after`: from when on, ISO 8601, UTC. */
  mailedLately: (after: string) => ({ code: 'survey.mailed-lately', after }) as const,
  /** No record is there that one file could be made of. */
  recordsNone: () => ({ code: 'records.none' }) as const,
  recordsTooMany: (found: number, limit: number) => ({ code: 'records.too-many', found, limit }) as const,
  recordsUnknown: () => ({ code: 'records.unknown' }) as const,
}
export type Problem = ReturnType<(typeof problem)[keyof typeof problem]>
export type ProblemCode = Problem['code']

/** Why a personal link opens nothing. `outgrown`: the person holds roles by now that its maker doesn't look after. */
export type ClosedEntry = 'unknown' | 'revoked' | 'expired' | 'outgrown'

/** Why a link to a report opens nothing. `no-right`: its person may not read the report any more, or is gone. */
export type ClosedLink = 'unknown' | 'revoked' | 'expired' | 'no-right' | 'unit-closed'

/** What the server holds under an id: enough for a person to see which of two answers was kept. */
export type StoredContent = {
  readonly revision: number
  readonly receivedAt: string
  readonly contentHash: string
  readonly answers: Readonly<Record<string, AnswerValue>>
}
