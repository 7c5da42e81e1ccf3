import { Day } from '../../shared/organisation/day.ts'
// Every page with sample content, in both languages. `name` is put around every text that somebody else wrote.

import { onPage, screenOf, withFaults } from '../../functions/api/form-screen.ts'
import type { Progress } from '../../shared/campaign/progress.ts'
import { readEntered } from '../../shared/form/entered.ts'
import type { FormVersion } from '../../shared/form/form.ts'
import { asId, PeriodId, ReportId, ReportPlanId, ResponseId, UnitId } from '../../shared/ids.ts'
import type { Language, LocalText } from '../../shared/language.ts'
import type { Unit } from '../../shared/organisation/unit.ts'
import { problem } from '../../shared/problems.ts'
import type { FormScreen } from '../../web/form/screen.ts'
import { menuEntries, type PageContext } from '../../web/pages/context.ts'
import { FormPage, type FormPageProps } from '../../web/pages/form.tsx'
import { ProblemPage } from '../../web/pages/problem.tsx'
import { ProgressPage } from '../../web/pages/progress.tsx'
import { ProgressListPage } from '../../web/pages/progress-list.tsx'
import { ReceiptPage } from '../../web/pages/receipt.tsx'
import { ReportsPage, type ReportsPageProps } from '../../web/pages/reports.tsx'
import { type VisitItem, VisitsPage } from '../../web/pages/visits.tsx'
import { WelcomePage } from '../../web/pages/welcome.tsx'
import { noUnit } from '../../web/parts/unit-field.tsx'
import { formVersion } from '../support/forms.ts'

export type Naming = (text: string) => string
export const plain: Naming = (text) => text

export const responseId = asId(ResponseId, '3f2a9c1e-7b4d-4e21-9a0c-52d1f6b8e073')
export const periodId = asId(PeriodId, '2013-H1')
const receivedAt = '2013-07-15T00:00:00Z'

export type Page = ReturnType<typeof WelcomePage>
export const render = async (page: Page): Promise<string> => (await page).toString()

export const contextFor = (language: Language, changes: Partial<PageContext> = {}): PageContext => ({
  language,
  person: { name: 'Trần Quốc Khánh', roles: ['inspector', 'leader'] },
  styleUrl: '/assets/style.0123456789ab.css',
  assetUrl: (name) => `/assets/${name}`,
  iconUrl: '/assets/icon.0123456789ab.svg',
  here: '/visits',
  timeZone: 'Asia/Ho_Chi_Minh',
  may: new Set(menuEntries),
  ...changes,
})

const local = (name: Naming, vi: string, en: string): LocalText => ({ vi: name(vi), en: name(en) })
const unit = (name: Naming, id: string): Unit => ({
  id: asId(UnitId, id),
  code: name(`C-${id}`),
  name: name(`Chi bộ ${id}`),
  level: 'cell',
  parentId: null,
  members: 20,
})

/** Cells can hold neither "|" nor line breaks here. */
const cell = (text: string) => text.replace(/[|\n]/g, ' ')

export const sampleForm = (name: Naming): FormVersion =>
  formVersion(
    'form',
    {
      survey: [
        'type | name | label::Tiếng Việt (vi) | label::English (en) | hint::Tiếng Việt (vi) | required | constraint | appearance',
        `note | about | ${cell(name('Ghi chú'))} | ${cell(name('Note'))} | ${cell(name('Gợi ý'))}`,
        `begin group | g | ${cell(name('Sinh hoạt'))} | ${cell(name('Meetings'))}`,
        `integer | meetings | ${cell(name('Số cuộc'))} | ${cell(name('Meetings'))} | | yes | . >= 0 and . <= 60`,
        `decimal | hours | ${cell(name('Số giờ'))} | ${cell(name('Hours'))} | ${cell(name('Một cuộc'))}`,
        `select_one yn | book | ${cell(name('Có sổ không?'))} | ${cell(name('Is there a book?'))} | | yes`,
        `select_one many | rank | ${cell(name('Xếp loại'))} | ${cell(name('Rank'))}`,
        `select_one few | few | ${cell(name('Ít'))}`,
        'end group',
        `text | constructor | ${cell(name('Ưu điểm'))} | ${cell(name('Strengths'))} | | | string-length(.) <= 1000 | multiline`,
      ].join('\n'),
      choices: [
        'list_name | name | label::Tiếng Việt (vi) | label::English (en)',
        ...['yes', 'no'].map((choice) => `yn | ${choice} | ${cell(name(choice))} | ${cell(name(choice))}`),
        ...[...'abcdefgh'].map((choice) => `many | ${choice} | ${cell(name(choice))} | ${cell(name(choice))}`),
        `few | x | ${cell(name('X'))}`,
      ].join('\n'),
      settings: `form_title | form_title::English (en)\n${cell(name('Phiếu khảo sát'))} | ${cell(name('Survey'))}`,
    },
    3,
  )

/** A form as the page shows it; `answers` by place, as they were typed. */
export const sampleScreen = (
  language: Language,
  version: FormVersion,
  answers?: readonly (readonly [string, string])[],
  changes: Partial<FormScreen> = {},
): FormScreen => {
  const about = {
    version,
    ui: language,
    responseId,
    startedAt: '2013-07-15T01:30:00.000Z',
    timeZone: 'Asia/Ho_Chi_Minh',
  }
  return onPage({ ...screenOf(about, answers && readEntered(answers)), ...changes }, undefined)
}

export const faulty = (
  language: Language,
  name: Naming,
  answers: readonly (readonly [string, string])[],
  { faults }: ReturnType<typeof problem.answersInvalid>,
): FormScreen => withFaults(sampleScreen(language, sampleForm(name), answers), faults)

export const formProps = (language: Language, name: Naming = plain): FormPageProps => ({
  context: contextFor(language, { here: '/campaigns/c/periods/2013-H1/units/u/form' }),
  screen: sampleScreen(language, sampleForm(name)),
  campaignTitle: local(name, 'Khảo sát chi bộ', 'Cell survey'),
  evidenceBase: '/api/evidence',
  files: {
    formStyle: 'form.0123456789ab.css',
    script: 'form.0123456789ab.js',
    parts: { choices: 'form-choices.0123456789ab.js' },
  },
  unit: { name: name('Chi bộ 1'), code: name('C-1'), parentName: name('Đảng bộ 1') },
  periodId,
  problem: undefined,
  ways: <a href="/visits">{name('Về danh sách')}</a>,
})

const answers = (name: Naming) =>
  new Map<string, string | number>([
    ['meetings', 1_200],
    ['constructor', name('Tốt')],
  ])

export const sampleProgress = (name: Naming): Progress => {
  const [one, two, three] = [unit(name, '1'), unit(name, '2'), unit(name, '3')]
  return {
    expected: 4,
    reported: 1,
    missing: [one, two, three],
    groups: [
      { unit: unit(name, 'top'), expected: 3, reported: 1, missing: [one, two] },
      { unit: three, expected: 1, reported: 0, missing: [three] },
    ],
  }
}

/** The library of somebody who may only read, before there is any report. */
export const emptyLibrary: Omit<ReportsPageProps, 'context'> = {
  reports: [],
  making: 0,
  filters: { text: '', plan: undefined, period: undefined, state: undefined, unit: noUnit },
  query: {},
  isFirst: true,
  olderHref: undefined,
  plans: [],
  periods: [],
  mayMake: false,
  made: [],
  moreMade: 0,
}

/** One of each page, with as much on it as it can have. */
export function samplePages(language: Language, name: Naming): Record<string, Page> {
  const context = contextFor(language, { person: { name: name('Trần Quốc Khánh'), roles: ['inspector'] } })
  const title = local(name, 'Khảo sát chi bộ', 'Cell survey')
  const form = formProps(language, name)
  const item = (id: string) => ({
    ...unit(name, id),
    unitId: asId(UnitId, id),
    parentName: name('Đảng bộ'),
    href: '/x',
    notPossible: undefined,
  })
  const done = { kind: 'done', at: receivedAt, responseId, accepted: undefined } as const
  const visits: VisitItem[] = [
    { ...item('1'), state: { kind: 'to-do' }, notPossible: '/not-possible' },
    { ...item('2'), state: done },
    { ...item('3'), state: { ...done, accepted: { by: name('Đảng bộ') } }, href: undefined },
    { ...item('4'), state: { kind: 'draft', at: receivedAt } },
    { ...item('5'), state: { kind: 'returned', at: receivedAt, reason: name('Thiếu số liệu'), hasDraft: true } },
    { ...item('6'), state: { kind: 'not-possible', at: receivedAt, reason: name('Mưa bão') } },
  ]
  const assigned: VisitItem[] = [
    { ...item('7'), state: { kind: 'to-do' }, visit: { on: asId(Day, '2013-07-14') } },
    { ...item('8'), state: { kind: 'to-do' }, visit: { on: asId(Day, '2013-07-15') } },
    { ...item('9'), state: { kind: 'to-do' } },
  ]
  const issue = { documentNumber: name('Số 12-BC/BTC'), date: asId(Day, '2013-07-15') }
  const superseded = { standing: 'superseded', issue, superseded: issue } as const
  const report = {
    title,
    unitName: name('Chi bộ'),
    periodId,
    requestedAt: receivedAt,
    pdfHref: '/reports/r/report.pdf',
    mayMake: true,
  }
  const stored = { revision: 1, receivedAt, contentHash: 'h', answers: Object.fromEntries(answers(name)) }
  const faults = problem.answersInvalid([
    { question: 'meetings', code: 'answer.too-large', max: '60' },
    { question: name('other'), code: 'answer.unknown-question' },
  ])
  return {
    welcome: <WelcomePage context={contextFor(language, { person: undefined })} returnTo={name('/x')} />,
    visits: (
      <VisitsPage
        context={context}
        today={asId(Day, '2013-07-15')}
        notice="draft"
        scoring={[{ title, periodId, waiting: { toScore: 12, toConfirm: 5 }, href: '/scoring' }]}
        campaigns={[
          {
            title,
            kind: 'inspection',
            hidden: 34,
            periods: [{ id: periodId, state: 'grace', dueAt: receivedAt, items: visits }],
          },
          {
            title: { vi: name('Đợt tạm dừng') },
            kind: 'inspection',
            isPaused: true,
            hidden: 0,
            periods: [{ id: periodId, state: 'open', dueAt: null, items: assigned }],
          },
        ]}
      />
    ),
    'visits, none': (
      <VisitsPage context={context} today={asId(Day, '2013-07-15')} notice={undefined} scoring={[]} campaigns={[]} />
    ),
    form: <FormPage {...form} />,
    'form, faults': (
      <FormPage {...form} screen={faulty(language, name, [['meetings', name('72')]], faults)} problem={faults} />
    ),
    'form, conflict': (
      <FormPage
        {...form}
        screen={sampleScreen(language, sampleForm(name), [['constructor', name('Tốt')]])}
        problem={problem.responseConflict(stored)}
      />
    ),
    receipt: (
      <ReceiptPage
        {...form}
        version={form.screen.version}
        answers={answers(name)}
        raised={{ findings: [{ kind: 'finding', question: 'meetings' }], score: '7.5', name: name('Phiếu 1') }}
        step={{ kind: 'returned', at: asId(UnitId, 'u'), reason: name('Thiếu số liệu') }}
        decidedAt={name('Đảng bộ')}
        edit="/edit"
        evidenceUrl={() => '/file'}
        recordHref="/record"
        pdfHref="/record.pdf"
        receipt={{ id: responseId, revision: 1, contentHash: name('hash'), receivedAt, standing: 'late' }}
      />
    ),
    'progress, all': (
      <ProgressListPage
        context={context}
        loading={{ done: 120, total: 900 }}
        scoring={[{ title, periodId, waiting: undefined, href: '/scoring' }]}
        campaigns={[
          {
            title,
            kind: 'unit-report',
            boardHref: '/board',
            periods: [{ id: periodId, state: 'open', expected: 47, reported: 30, href: '/p' }],
            older: [{ id: asId(PeriodId, '2012'), href: '/o' }],
          },
        ]}
      />
    ),
    progress: (
      <ProgressPage
        context={context}
        boardHref="/board"
        title={title}
        periodId={periodId}
        asOf={receivedAt}
        progress={sampleProgress(name)}
        indicators={[{ name: title, value: name('53,6 %'), target: name('60 %'), met: false }]}
        recounting={2}
      />
    ),
    reports: (
      <ReportsPage
        {...emptyLibrary}
        context={context}
        making={2}
        plans={[{ id: asId(ReportPlanId, 'plan'), title }]}
        periods={[periodId]}
        mayMake
        reports={[
          {
            ...report,
            id: asId(ReportId, 'b'),
            requestedBy: { by: 'person', name: name('Hà') },
            progress: { step: 'facts', done: 1, of: 3 },
            standing: 'draft',
            issue: undefined,
            superseded: undefined,
          },
          {
            ...report,
            id: asId(ReportId, 'a'),
            requestedBy: { by: 'schedule' },
            progress: { step: 'ready' },
            ...superseded,
          },
        ]}
        made={[{ id: asId(ReportPlanId, 'plan'), title, periodId }]}
        moreMade={3}
      />
    ),
    'reports, none found': (
      <ReportsPage
        {...emptyLibrary}
        context={context}
        query={{ q: name('chi bộ') }}
        filters={{ ...emptyLibrary.filters, text: name('chi bộ'), unit: { ...noUnit, text: name('X'), isSent: true } }}
        olderHref="/reports?before=b"
        isFirst={false}
        plans={[{ id: asId(ReportPlanId, 'plan'), title }]}
        periods={[periodId]}
        mayMake
      />
    ),
    problem: <ProblemPage context={context} problem={problem.wrongShape([name('answers')])} />,
  }
}
