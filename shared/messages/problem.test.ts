import { expect, test } from 'vitest'
import type { AnswerFault, AnswerFaultCode } from '../form/fault.ts'
import { languages } from '../language.ts'
import { type Problem, type ProblemCode, problem } from '../problems.ts'
import { describeFault, describeProblem } from './problem.ts'

const moment = '2013-07-15T00:00:00Z'
const samples: { [C in ProblemCode]: Extract<Problem, { code: C }> } = {
  'request.not-json': problem.notJson(),
  'request.bad-encoding': problem.badEncoding(),
  'request.wrong-shape': problem.wrongShape(['answers', 'unit']),
  'request.too-large': problem.tooLarge(2_048_000),
  'request.cross-site': problem.crossSite(),
  'page.unknown': problem.pageUnknown(),
  'access.not-signed-in': problem.notSignedIn(),
  'access.role-missing': problem.roleMissing(),
  'access.unit-not-yours': problem.unitNotYours(),
  'sign-in.expired': problem.signInExpired(),
  'sign-in.failed': problem.signInFailed(),
  'sign-in.person-unknown': problem.personUnknown(),
  'unit.changed': problem.treeChanged(),
  'tree.file-missing': problem.treeFileMissing(),
  'tree.faulty': problem.treeFaulty(2),
  'tree.outdated': problem.treeOutdated(),
  'unit.unknown': problem.unitNotFound(),
  'person.unknown': problem.unknownPerson(),
  'person.email-taken': problem.emailTaken(),
  'person.last-admin': problem.lastAdmin(),
  'office.changed': problem.officeChanged(),
  'fields.wrong': problem.fieldsWrong(2),
  'entry.closed': problem.entryClosed('expired'),
  'template.unknown': problem.templateUnknown(),
  'template.changed': problem.templateChanged(),
  'template.step-not-possible': problem.templateStepNotPossible(),
  'template.needs-campaign': problem.templateNeedsCampaign(),
  'template.in-use': problem.templateInUse(['Kết quả đợt'], 2),
  'template.breaks-plans': problem.templateBreaksPlans(['Kết quả đợt'], 0),
  'template.file-wrong': problem.templateFileWrong(262_144),
  'template.faulty': problem.templateFaulty(2),
  'template.too-many': problem.tooManyTemplates(100),
  'team.unknown': problem.teamUnknown(),
  'survey.link-unknown': problem.linkUnknown(),
  'survey.already-received': problem.alreadyReceived(),
  'survey.sealed': problem.surveySealed(),
  'survey.full': problem.surveyFull(),
  'survey.no-invitations': problem.surveyWithoutInvitations(),
  'survey.not-ready': problem.surveyNotReady(),
  'survey.over': problem.surveyOver(),
  'survey.nobody': problem.nobodyToInvite(),
  'survey.too-many-slips': problem.tooManySlips(1_200, 1_000),
  'survey.mailed-lately': problem.mailedLately('2013-03-01T00:00:00.000Z'),
  'survey.too-many-tries': problem.tooManyTries(),
  'survey.looks-automatic': problem.looksAutomatic(),
  'mail.off': problem.mailOff(),
  'mail.refused': problem.mailRefused(),
  'campaign.unknown': problem.campaignUnknown(),
  'campaign.period-unknown': problem.periodUnknown(),
  'campaign.not-yet-open': problem.campaignNotYetOpen(moment),
  'campaign.closed': problem.campaignClosed(moment),
  'campaign.unit-unknown': problem.unitUnknown(),
  'campaign.in-draft': problem.campaignInDraft(),
  'campaign.paused': problem.campaignPaused(moment),
  'campaign.not-now': problem.campaignNotNow('closed'),
  'campaign.changed': problem.campaignChanged(),
  'form.version-wrong': problem.formVersionWrong(2),
  'form.too-complex': problem.formTooComplex(),
  'form.unknown': problem.formUnknown(),
  'form.upload-wrong': problem.uploadWrong(),
  'form.faulty': problem.formFaulty(3),
  'form.files-missing': problem.formFilesMissing(['a.csv']),
  'form.id-missing': problem.formIdMissing(),
  'form.too-large': problem.formTooLarge(),
  'form.version-name-taken': problem.versionNameTaken('2', 1),
  'form.version-name-too-long': problem.versionNameTooLong(60),
  'form.too-many-versions': problem.tooManyVersions(1_000),
  'rehearsal.outdated': problem.rehearsalOutdated(),
  'response.scores-invalid': problem.scoresInvalid([{ question: 'a', code: 'answer.required' }]),
  'answers.invalid': problem.answersInvalid([{ question: 'a', code: 'answer.required' }]),
  'response.conflict': problem.responseConflict({ revision: 1, receivedAt: moment, contentHash: 'h', answers: {} }),
  'response.already-reported': problem.alreadyReported(),
  'response.changed': problem.responseChanged(3),
  'entry.incomplete': problem.entryIncomplete(['reason']),
  'draft.newer': problem.draftNewer(moment),
  'draft.too-large': problem.draftTooLarge(),
  'draft.too-many': problem.tooManyDrafts(50),
  'response.not-editable': problem.notEditable('decided'),
  'response.step-not-allowed': problem.stepNotAllowed('accept', 'withdrawn'),
  'response.changed-meanwhile': problem.changedMeanwhile(3, moment),
  'response.words-wrong': problem.wordsWrong(2_000),
  'response.name-not-confirmed': problem.nameNotConfirmed(),
  'response.revision-out-of-order': problem.revisionOutOfOrder(3),
  'evidence.size-wrong': problem.evidenceSizeWrong(104_857_600),
  'evidence.part-wrong': problem.evidencePartWrong(2, 32_768),
  'evidence.part-damaged': problem.evidencePartDamaged(2),
  'evidence.parts-missing': problem.evidencePartsMissing([2, 3]),
  'evidence.hash-wrong': problem.evidenceHashWrong(),
  'evidence.type-wrong': problem.evidenceTypeWrong('image'),
  'evidence.unknown': problem.evidenceUnknown(),
  'response.unknown': problem.responseUnknown(),
  'action.unknown': problem.actionUnknown(),
  'action.changed': problem.actionChanged(),
  'action.faulty': problem.actionFaulty(),
  'access.authorization-malformed': problem.authorizationMalformed(),
  'access.token-invalid': problem.tokenInvalid(),
  'access.scope-missing': problem.scopeMissing('responses:read'),
  'token.unknown': problem.tokenUnknown(),
  'token.faulty': problem.tokenFaulty(),
  'token.shown-once': problem.tokenShownOnce(),
  'token.too-many': problem.tooManyTokens(20),
  'token.needs-account': problem.tokenNeedsAccount(),
  'export.unknown': problem.exportUnknown(),
  'export.not-exportable': problem.notExportable(),
  'export.faulty': problem.exportFaulty(),
  'export.too-many': problem.tooManyExports(5),
  'export.not-ready': problem.exportNotReady(),
  'report.unknown': problem.reportUnknown(),
  'report.plan-unknown': problem.reportPlanUnknown(),
  'report.plan-changed': problem.reportPlanChanged(),
  'report.plan-of-campaign': problem.reportPlanOfCampaign(),
  'report.span-backwards': problem.spanBackwards(),
  'records.none': problem.recordsNone(),
  'records.too-many': problem.recordsTooMany(501, 500),
  'records.unknown': problem.recordsUnknown(),
  'report.not-ready': problem.reportNotReady(),
  'report.outdated': problem.reportOutdated(),
  'report.delivery-changed': problem.planDeliveryChanged(),
  'report.link-closed': problem.reportLinkClosed('expired'),
  'report.plan-gone': problem.reportPlanGone(),
  'report.template-gone': problem.reportTemplateGone(),
  'report.campaign-gone': problem.reportCampaignGone(),
  'report.job-failed': problem.reportJobFailed(),
  'report.job-broken-off': problem.reportJobBrokenOff(),
  'report.drawing-failed': problem.reportDrawingFailed(),
  'report.drawing-broken-off': problem.reportDrawingBrokenOff(),
  'report.changed': problem.reportChanged(),
  'report.issued': problem.reportIssued(),
  'report.not-issued': problem.reportNotIssued(),
  'report.sentence-unknown': problem.sentenceUnknown(),
  'report.edit-too-long': problem.editTooLong(4_000),
  'report.signed-copy-wrong': problem.signedCopyWrong(4 * 2 ** 20),
  'report.signed-copy-there': problem.signedCopyThere(),
  'verify.too-many-tries': problem.verifyTooOften(),
  'server.failed': problem.serverFailed('req-1'),
}
const faults: { [C in AnswerFaultCode]: AnswerFault & { code: C } } = {
  'answer.unknown-question': { question: 'a', code: 'answer.unknown-question' },
  'answer.required': { question: 'a', code: 'answer.required' },
  'answer.not-text': { question: 'a', code: 'answer.not-text' },
  'answer.not-integer': { question: 'a', code: 'answer.not-integer' },
  'answer.not-decimal': { question: 'a', code: 'answer.not-decimal' },
  'answer.unknown-choice': { question: 'a', code: 'answer.unknown-choice' },
  'answer.bad-character': { question: 'a', code: 'answer.bad-character' },
  'answer.not-list': { question: 'a', code: 'answer.not-list' },
  'answer.not-date': { question: 'a', code: 'answer.not-date' },
  'answer.not-time': { question: 'a', code: 'answer.not-time' },
  'answer.not-date-time': { question: 'a', code: 'answer.not-date-time' },
  'answer.not-place': { question: 'a', code: 'answer.not-place' },
  'answer.not-evidence': { question: 'a', code: 'answer.not-evidence' },
  'answer.chosen-twice': { question: 'a', code: 'answer.chosen-twice' },
  'answer.constraint': { question: 'a', code: 'answer.constraint' },
  'answer.too-many-rounds': { question: 'a', code: 'answer.too-many-rounds', max: 1_000 },
  'answer.too-small': { question: 'a', code: 'answer.too-small', min: '-1.5' },
  'answer.too-large': { question: 'a', code: 'answer.too-large', max: '100000' },
  'answer.too-long': { question: 'a', code: 'answer.too-long', max: 2_000 },
}
const zone = 'Asia/Ho_Chi_Minh'

test('every problem has a title, a detail and a next step of its own in each language', () => {
  const texts = languages.flatMap((language) =>
    Object.values(samples).map((one) => describeProblem(one, language, zone)),
  )
  for (const { title, detail, next } of texts) {
    expect(title).toMatch(/^\p{Lu}.*[^.]$/u)
    expect(detail).toMatch(/^(\p{Lu}|\d).*\.$/u)
    expect(next).toMatch(/^\p{Lu}.*\.$/u)
  }
  expect(new Set(texts.map(({ title }) => title)).size).toBe(texts.length)
  expect(new Set(texts.map(({ detail }) => detail)).size).toBe(texts.length)
})

test('every fault has a sentence of its own in each language, without a full stop', () => {
  const texts = languages.flatMap((language) => Object.values(faults).map((fault) => describeFault(fault, language)))
  for (const text of texts) expect(text).toMatch(/^\p{Lu}.*[^.]$/u)
  expect(new Set(texts).size).toBe(texts.length)
})

test('moments are shown in the time zone asked for, figures with the marks of the language', () => {
  expect(describeProblem(samples['campaign.closed'], 'vi', zone).detail).toBe(
    'Đã ngừng nhận phiếu từ 15/07/2013 07:00.',
  )
  expect(describeProblem(samples['campaign.closed'], 'en', 'UTC').detail).toContain('15 Jul 2013, 00:00')
  expect(describeProblem(samples['request.too-large'], 'vi', zone).detail).toContain('2.000 KB')
  expect(describeFault(faults['answer.too-small'], 'vi')).toBe('Nhập số từ -1,5 trở lên')
  expect(describeFault(faults['answer.too-large'], 'en')).toBe('Enter a number of at most 100,000')
})

test('a conflict without what is stored says nothing of it', () => {
  const { detail } = describeProblem(problem.responseConflict(undefined), 'vi', zone)
  expect(detail).not.toMatch(/\d/)
})

test.each([
  [undefined, 'Câu này chưa được trả lời'],
  [' ', 'Câu này chưa được trả lời'],
  ['Số kỳ sinh hoạt', 'Số kỳ sinh hoạt: câu này chưa được trả lời'],
  ['Số kỳ sinh hoạt: ', 'Số kỳ sinh hoạt: câu này chưa được trả lời'],
  ['Có sổ không?', 'Có sổ không? Câu này chưa được trả lời'],
])('a fault follows the label %j', (label, text) => {
  expect(describeFault(faults['answer.required'], 'vi', label)).toBe(text)
})
