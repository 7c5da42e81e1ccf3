// The desk of a report and the pages that verify copies, in both languages. `name` is put around every text that somebody else wrote.

import { asId, PersonId, ReportId, ReportPlanId } from '../../shared/ids.ts'
import type { Language } from '../../shared/language.ts'
import { Day } from '../../shared/organisation/day.ts'
import { problem } from '../../shared/problems.ts'
import type { ReportIssue } from '../../shared/report/issue.ts'
import { VerifyCode } from '../../shared/report/verify-code.ts'
import { UnderWayPage } from '../../web/pages/report/under-way.tsx'
import type { DeliveredLine } from '../../web/pages/report-delivery/lines.tsx'
import { MadeSecretPage, PlanDeliveryPage } from '../../web/pages/report-delivery/plan.tsx'
import { ReadPage } from '../../web/pages/report-delivery/reading.tsx'
import { ReportDeliveryPage } from '../../web/pages/report-delivery/report.tsx'
import { CommentsPage } from '../../web/pages/report-desk/comments.tsx'
import { EditPage, type EditPageProps } from '../../web/pages/report-desk/edit.tsx'
import type { DeskFrame } from '../../web/pages/report-desk/frame.tsx'
import { IssuePage } from '../../web/pages/report-desk/issue.tsx'
import { IssuedPage } from '../../web/pages/report-desk/issued.tsx'
import { VerifiedPage, VerifyPage } from '../../web/pages/verify.tsx'
import { contextFor, type Naming, type Page, periodId } from './samples.tsx'

const at = '2013-07-15T00:00:00.000Z'
const file = { sha256: 'a'.repeat(64), size: 5 }

/** One of each page, with as much on it as it can have. */
export function reportPages(language: Language, name: Naming): Record<string, Page> {
  const context = contextFor(language, { here: '/reports/r/edit' })
  const by = asId(PersonId, 'office')
  const issue: ReportIssue = {
    ...{ number: 12, date: asId(Day, '2013-07-15'), place: name('Hà Nội'), hasQr: true, by, at },
    signatory: { authority: name('T/M BAN THƯỜNG VỤ'), post: name('PHÓ BÍ THƯ'), name: name('Trần Văn A') },
    body: { above: name('ĐẢNG ỦY KHỐI'), name: name('BAN TỔ CHỨC') },
    documentNumber: name('Số 12-BC/BTC'),
    subject: name('Chất lượng chi bộ'),
    code: asId(VerifyCode, 'K7M42XQ9PD3W0A1B'),
    files: { pdf: file },
    signed: { ...file, by, at },
    withdrawn: { by, at, reason: name('Nhầm') },
  }
  const other = { id: asId(ReportId, 'other'), documentNumber: issue.documentNumber, date: issue.date }
  const frame: DeskFrame = {
    ...{ context, id: asId(ReportId, 'r'), title: { vi: name('Chất lượng chi bộ') }, periodId },
    ...{ standing: 'superseded', openComments: 2, replaces: other, superseded: other },
  }
  const edited = (changed: boolean) => ({
    ...{ text: name('Câu đã sửa.'), by: name('Hà'), at, typed: [name('12')] },
    changed: changed ? { was: name('Câu cũ.'), figures: [{ was: name('15'), is: undefined }] } : undefined,
  })
  const draft: EditPageProps['draft'] = {
    asOf: at,
    madeBy: { id: 'own-a', version: 2, name: { vi: name('Mẫu') } },
    sections: [
      { heading: undefined, blocks: [], own: [] },
      {
        heading: { key: 'ket-qua', level: 1, marker: 'I-', text: name('Kết quả') },
        blocks: [
          { kind: 'sentence', isItem: false, key: 'ket-qua/paragraph-1', generated: name('Một.'), edit: edited(true) },
          { kind: 'sentence', isItem: true, key: 'ket-qua/list-1/1', generated: name('Hai.'), edit: edited(false) },
          { kind: 'sentence', isItem: true, key: 'ket-qua/list-1/2', generated: name('Ba.'), edit: undefined },
          { kind: 'table', caption: name('Bảng 1') },
        ],
        own: [{ id: 'own-1', text: name('Đoạn riêng.'), by: name('Hà'), at }],
      },
    ],
    lost: [{ kind: 'own', key: 'own-2', text: name('Đoạn lạc.'), by: name('Hà'), at }],
  }
  const tried = { act: 'add', key: 'ket-qua', text: name('Đang gõ') }
  const faults = new Map([['confirm', name('Sai')]])
  const verified = { ...issue, sha256: file.sha256, isSigned: true, state: { is: 'superseded', by: issue } } as const
  const editing = { frame, draft, language, revision: 3, mayEdit: true, isFrozen: false, problem: undefined, tried }
  const comment = { id: 'c', at, by: name('Hà'), text: name('Xem lại'), done: { by: name('An'), at } }
  return {
    reportEdit: <EditPage {...editing} />,
    reportMaking: <EditPage {...editing} draft={undefined} isFrozen problem={problem.reportChanged()} />,
    reportComments: (
      <CommentsPage frame={frame} comments={[comment]} isOpen faults={new Map([['text', 'x']])} typed={name('Góp ý')} />
    ),
    reportIssue: (
      <IssuePage
        {...{ frame, state: 'ready', revision: 3, next: 13, year: 2013, line: name('Số 13-BC/BTC'), stale: 1, faults }}
        typed={{ number: '13', date: '', authority: '', post: '', name: name('A'), hasQr: false, confirm: name('12') }}
        problem={problem.fieldsWrong(1)}
      />
    ),
    reportIssued: (
      <IssuedPage
        {...{ frame, issue, by: name('Hà'), signedBy: name('Hà'), withdrawnBy: name('Hà'), copy: file, code: 'K7M4' }}
        {...{
          correction: other.id,
          since: [{ where: name('Bảng 1'), what: name('Chi bộ A, Tỷ lệ'), was: '1', is: undefined }],
          limitBytes: 4_194_304,
          may: { issue: true, sign: true, correct: true, withdraw: true },
        }}
        {...{ typed: { reason: name('Nhầm'), confirm: '' }, faults, problem: problem.fieldsWrong(1) }}
      />
    ),
    ...deliveryPages(frame, name),
    verify: <VerifyPage context={context} typed={name('K7M4')} problem={problem.verifyTooOften()} isUnknown />,
    verified: (
      <VerifiedPage
        {...{ context, code: issue.code, printed: 'K7M4', shown: verified, compared: { is: 'other', sha256: 'b' } }}
      />
    ),
  }
}

/** Reports on their way: how far they are, and to whom they were brought. */
function deliveryPages(frame: DeskFrame, name: Naming): Record<string, Page> {
  const { context, id, title } = frame
  const plan = asId(ReportPlanId, 'plan')
  const of = { report: id, occasion: 'ready', tries: 2, at } as const
  const link = { expiresAt: at, revokedAt: undefined, isExpired: false, opened: 2 }
  const person = asId(PersonId, 'leader')
  const line = (delivered: DeliveredLine['delivered'], more: Partial<DeliveredLine> = {}): DeliveredLine => ({
    ...{ delivered, version: 2, name: name('Trần Văn A'), report: undefined, link: undefined, ...more },
  })
  const lines = [
    line({ ...of, to: person, state: 'sent' }, { link }),
    line({ ...of, to: person, occasion: 'issued', state: 'waiting', nextAt: at, reason: 'mail-not-taken' }),
    line(
      { ...of, to: asId(PersonId, 'office'), state: 'failed', reason: 'no-right' },
      { link: { ...link, isExpired: true } },
    ),
    line({ ...of, to: 'webhook', state: 'failed', reason: 'answered', status: 503 }, { name: undefined }),
    line({ ...of, to: asId(PersonId, 'admin'), state: 'sent' }, { link: { ...link, revokedAt: at } }),
  ]
  const failure = { code: 'report.campaign-gone', tries: 3, at } as const
  return {
    reportUnderWay: (
      <UnderWayPage {...{ context, id, title, periodId, mayMake: true, progress: { step: 'facts', done: 1, of: 2 } }} />
    ),
    reportFailed: (
      <UnderWayPage {...{ context, id, title, periodId, mayMake: true, progress: { step: 'failed', failure } }} />
    ),
    reportDelivery: <ReportDeliveryPage frame={frame} lines={lines} mayMake notice="again" />,
    planDelivery: (
      <PlanDeliveryPage
        {...{ context, id: plan, title, limit: 20, isSaved: true, problem: problem.tokenShownOnce() }}
        lines={lines.map((one) => ({ ...one, report: name('Báo cáo kỳ 6 tháng đầu năm 2013') }))}
        form={{
          entries: {
            fields: new URLSearchParams({
              deliveryWhen: 'ready',
              deliveryTo: 'leader',
              deliveryWebhook: name('http://x'),
            }),
            faults: new Map([['deliveryWebhook', name('Sai')]]),
          },
          readers: [
            { id: person, name: name('Trần Văn A'), hasAddress: true },
            { id: asId(PersonId, 'office'), name: name('Hà'), hasAddress: false },
          ],
          was: 'null',
        }}
        webhook={{
          url: name('https://hook.example/phieu'),
          made: { by: name('Hà'), at, bothUntil: at },
          version: 2,
        }}
      />
    ),
    madeSecret: <MadeSecretPage context={context} id={plan} text="whsec_AAAA" />,
    readReport: (
      <ReadPage {...{ context, periodId, name: name('Trần Văn A'), title: name('Chất lượng chi bộ'), expiresAt: at }} />
    ),
  }
}
