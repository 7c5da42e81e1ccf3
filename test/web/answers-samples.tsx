// The pages of what came in with sample content, in both languages. `name` is put around every text that somebody else wrote.

import { asId, UnitId } from '../../shared/ids.ts'
import type { Language } from '../../shared/language.ts'
import { problem } from '../../shared/problems.ts'
import { diffWords } from '../../shared/response/diff.ts'
import { AnswersListPage } from '../../web/pages/answers/list.tsx'
import { RecordPage, type RecordPageProps } from '../../web/pages/answers/record.tsx'
import { type AnswerLine, AnswersPage, type AnswersPageProps } from '../../web/pages/answers/table.tsx'
import { WaitingPage } from '../../web/pages/answers/waiting.tsx'
import { WithdrawPage } from '../../web/pages/answers/withdraw.tsx'
import { contextFor, formProps, type Naming, type Page, periodId, responseId, sampleForm } from './samples.tsx'

const at = '2013-07-15T00:00:00Z'

const unitOf = (name: Naming) => ({
  id: asId(UnitId, 'u'),
  name: name('Chi bộ Sông 1'),
  code: name('R1'),
  parentName: name('Đảng bộ Sông'),
})

const line = (name: Naming, changes: Partial<AnswerLine> = {}): AnswerLine => ({
  acceptKey: 'c.2013-H1.u.r.1',
  href: '/record',
  unit: unitOf(name),
  periodId,
  place: 'waiting',
  isLate: true,
  isAccepted: false,
  isHeld: true,
  receivedAt: at,
  by: { name: name('Trần Quốc Khánh'), href: '/by' },
  onBehalfOf: name('Lê Bình'),
  name: name('Phiếu 1'),
  score: '7,5',
  findings: 2,
  cells: [name('12'), ''],
  ...changes,
})

const table = (language: Language, name: Naming): AnswersPageProps => ({
  context: contextFor(language, { here: '/campaigns/c/answers' }),
  title: { vi: name('Khảo sát chi bộ') },
  listHref: '/answers',
  action: '/campaigns/c/answers',
  periodIds: [periodId],
  questions: [
    { key: name('meetings'), label: name('Số cuộc') },
    { key: '__proto__', label: name('Ghi chú') },
  ],
  mostColumns: 12,
  isNarrowed: true,
  unknown: [{ text: name('Đợt không có kỳ “2099-H9”.'), withoutHref: '/without-period' }],
  only: {
    value: name('river'),
    within: undefined,
    on: '2013-06-30',
    text: name('Chỉ Đảng bộ Sông'),
    withoutHref: '/without',
  },
  senders: { people: [{ id: name('p-1'), name: name('Lê Minh Khuê') }], isCut: true },
  values: {
    period: '',
    unitText: name('sông'),
    state: 'late',
    by: name('p-1'),
    text: name('chữ'),
    question: name('meetings'),
    operator: 'above',
    value: name('5'),
    columns: ['__proto__'],
  },
  columns: [name('Số cuộc'), name('Ghi chú')],
  rows: [line(name), line(name, { acceptKey: undefined, place: 'counted', by: undefined, score: undefined })],
  from: 51,
  looked: 400,
  isStopped: false,
  nextHref: '/next',
  previousHref: '/previous',
  firstHref: '/first',
  acceptHref: '/accept',
  result: { accepted: 1, refused: [{ name: name('Chi bộ Sông 2'), href: '/other', why: name('Đã rút') }] },
})

const record = (language: Language, name: Naming): RecordPageProps => ({
  context: contextFor(language, { here: '/record' }),
  problem: problem.changedMeanwhile(3, at),
  campaignTitle: { vi: name('Khảo sát chi bộ') },
  unit: unitOf(name),
  periodId,
  id: responseId,
  state: { place: 'counted', isLate: true, isAccepted: true, isHeld: true },
  receivedAt: at,
  finishedAt: at,
  by: name('Trần Quốc Khánh'),
  onBehalfOf: name('Lê Bình'),
  notPossible: undefined,
  version: sampleForm(name),
  answers: new Map<string, string | number>([
    ['meetings', 12],
    ['constructor', name('Tốt')],
  ]),
  raised: { findings: [{ kind: 'finding', question: 'meetings' }], score: '7.5', name: name('Phiếu 1') },
  evidenceUrl: () => '/file',
  gallery: [
    {
      label: name('Ảnh'),
      name: name('a.jpg'),
      isSignature: false,
      isThere: true,
      href: '/a',
      pictureHref: '/campaigns/c/a',
    },
    {
      label: name('Chữ ký'),
      name: name('b.png'),
      isSignature: true,
      isThere: true,
      href: '/b',
      pictureHref: '/campaigns/c/b',
    },
    {
      label: name('Ghi âm'),
      name: name('c.mp3'),
      isSignature: false,
      isThere: false,
      href: '/c',
      pictureHref: undefined,
    },
  ],
  history: [
    {
      ...{ revision: 2, what: name('Gửi lại'), by: name('Hà'), at, words: name('Thiếu\nsổ') },
      ...{ isLate: true, isQuarantined: true, compareWith: 1 },
    },
    {
      ...{ revision: 1, what: name('Gửi phiếu'), by: undefined, at, words: undefined },
      ...{ isLate: false, isQuarantined: false, compareWith: undefined },
    },
  ],
  comparison: {
    compareHref: (from, to) => `/record?from=${from}&to=${to}#compare`,
    revisions: [2, 1],
    carried: [['u', name('sông')]],
    action: '/record',
    comparison: {
      from: 1,
      to: 2,
      more: 3,
      changes: [
        {
          label: name('Ghi chú'),
          before: name('a'),
          after: name('b'),
          runs: diffWords(name('Chi bộ họp đủ 12 kỳ'), name('Chi bộ họp đúng 12 kỳ')),
        },
        { label: name('Số cuộc'), before: name('8'), after: undefined, runs: undefined },
        { label: name('Số giờ'), before: undefined, after: name('2,5'), runs: undefined },
      ],
    },
  },
  review: {
    revision: 2,
    accept: { href: '/accept', isFinal: false, unitName: name('Đảng bộ Sông') },
    whyNotAccept: 'decided-above',
    returnHref: '/return',
    releaseHref: '/release',
    withdraw: { href: '/withdraw', isDiscard: true },
    scoreHref: '/scoring',
    correctHref: '/correct',
    typed: { step: 'return', words: name('Thiếu') },
  },
  table: { backHref: '/table', nextHref: '/next', previousHref: '/previous' },
  receiptHref: '/receipt',
  pdfHref: '/pdf',
})

/** One of each page, with as much on it as it can have. */
export function answersPages(language: Language, name: Naming): Record<string, Page> {
  const { context } = formProps(language, name)
  const counts = [
    { kind: 'counted', n: 30, href: '/c' },
    { kind: 'not-possible', n: 1, href: '/n' },
  ] as const
  const title = { vi: name('Khảo sát chi bộ') }
  return {
    'answers, none': <AnswersListPage context={context} campaigns={[]} />,
    answers: (
      <AnswersListPage
        context={context}
        campaigns={[
          {
            ...{ title, kind: 'inspection', href: '/table' },
            periods: [
              { id: periodId, href: '/p', counts },
              { id: periodId, href: '/q', counts: [] },
            ],
          },
        ]}
      />
    ),
    'table of answers': <AnswersPage {...table(language, name)} />,
    'table of answers, stopped': <AnswersPage {...table(language, name)} rows={[]} isStopped result={undefined} />,
    'to accept': (
      <WaitingPage
        {...table(language, name)}
        rows={[line(name, { campaign: { title, href: '/c' } })]}
        isStopped={false}
      />
    ),
    'to accept, none': <WaitingPage {...table(language, name)} rows={[]} isStopped={false} firstHref={undefined} />,
    record: <RecordPage {...record(language, name)} />,
    'record, not possible': <RecordPage {...record(language, name)} notPossible={name('Lũ')} problem={undefined} />,
    withdraw: (
      <WithdrawPage
        context={context}
        problem={problem.nameNotConfirmed()}
        isDiscard={false}
        unit={unitOf(name)}
        periodId={periodId}
        revision={2}
        action="/withdraw"
        backHref="/record"
        typed={{ words: name('Nhầm'), unitName: name('Chi bộ') }}
      />
    ),
  }
}
