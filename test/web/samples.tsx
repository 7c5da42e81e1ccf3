// Every page with sample content, in both languages. `name` is put around every text that somebody else wrote.

import type { Progress } from '../../shared/campaign/progress.ts'
import type { FormVersion } from '../../shared/form/form.ts'
import { asId, FormId, PeriodId, ReportId, ReportPlanId, ResponseId, UnitId } from '../../shared/ids.ts'
import type { Language, LocalText } from '../../shared/language.ts'
import type { Unit } from '../../shared/organisation/unit.ts'
import { problem } from '../../shared/problems.ts'
import type { PageContext } from '../../web/pages/context.ts'
import { FormPage, type FormPageProps } from '../../web/pages/form.tsx'
import { ProblemPage } from '../../web/pages/problem.tsx'
import { ProgressPage } from '../../web/pages/progress.tsx'
import { ProgressListPage } from '../../web/pages/progress-list.tsx'
import { ReceiptPage } from '../../web/pages/receipt.tsx'
import { ReportsPage } from '../../web/pages/reports.tsx'
import { VisitsPage } from '../../web/pages/visits.tsx'
import { WelcomePage } from '../../web/pages/welcome.tsx'

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
  iconUrl: '/assets/icon.0123456789ab.svg',
  here: '/visits',
  timeZone: 'Asia/Ho_Chi_Minh',
  may: { visits: true, progress: true, reports: true },
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

const sampleForm = (name: Naming): FormVersion => ({
  formId: asId(FormId, 'form'),
  version: 3,
  title: local(name, 'Phiếu khảo sát', 'Survey'),
  questions: [
    { type: 'note', name: 'about', label: local(name, 'Ghi chú', 'Note'), hint: { vi: name('Gợi ý') } },
    {
      type: 'group',
      name: 'g',
      label: local(name, 'Sinh hoạt', 'Meetings'),
      questions: [
        {
          type: 'integer',
          name: 'meetings',
          label: local(name, 'Số cuộc', 'Meetings'),
          required: true,
          min: 0,
          max: 60,
        },
        { type: 'decimal', name: 'hours', label: local(name, 'Số giờ', 'Hours'), hint: { vi: name('Một cuộc') } },
        {
          type: 'select_one',
          name: 'book',
          label: local(name, 'Có sổ không?', 'Is there a book?'),
          required: true,
          choices: ['yes', 'no'].map((choice) => ({ name: choice, label: local(name, choice, choice) })),
        },
        {
          type: 'select_one',
          name: 'rank',
          label: local(name, 'Xếp loại', 'Rank'),
          choices: [...'abcdefgh'].map((choice) => ({ name: choice, label: local(name, choice, choice) })),
        },
        {
          type: 'select_one',
          name: 'few',
          label: { vi: name('Ít') },
          choices: [{ name: 'x', label: { vi: name('X') } }],
        },
      ],
    },
    {
      type: 'text',
      name: 'constructor',
      label: local(name, 'Ưu điểm', 'Strengths'),
      multiline: true,
      maxLength: 1_000,
    },
  ],
})

export const formProps = (language: Language, name: Naming = plain): FormPageProps => ({
  context: contextFor(language, { here: '/campaigns/c/periods/2013-H1/units/u/form' }),
  form: sampleForm(name),
  campaignTitle: local(name, 'Khảo sát chi bộ', 'Cell survey'),
  unit: { name: name('Chi bộ 1'), code: name('C-1'), parentName: name('Đảng bộ 1') },
  periodId,
  responseId,
  values: new Map(),
  problem: undefined,
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
  })
  const done = { receivedAt, responseId }
  const visits = [
    { ...item('1'), done: undefined },
    { ...item('2'), done },
    { ...item('3'), done, href: undefined },
  ]
  const report = { title, periodId, requestedAt: receivedAt, pdfHref: '/reports/r/report.pdf' }
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
        campaigns={[
          { title, kind: 'inspection', hidden: 34, periods: [{ id: periodId, state: 'grace', items: visits }] },
        ]}
      />
    ),
    'visits, none': <VisitsPage context={context} campaigns={[]} />,
    form: <FormPage {...form} />,
    'form, faults': <FormPage {...form} values={new Map([['meetings', name('72')]])} problem={faults} />,
    'form, conflict': (
      <FormPage {...form} values={new Map([['constructor', name('Tốt')]])} problem={problem.responseConflict(stored)} />
    ),
    receipt: (
      <ReceiptPage
        {...form}
        answers={answers(name)}
        receipt={{ id: responseId, revision: 1, contentHash: name('hash'), receivedAt, standing: 'late' }}
      />
    ),
    'progress, all': (
      <ProgressListPage
        context={context}
        campaigns={[
          {
            title,
            kind: 'unit-report',
            periods: [{ id: periodId, state: 'open', expected: 47, reported: 30, href: '/p' }],
            older: [{ id: asId(PeriodId, '2012'), href: '/o' }],
          },
        ]}
      />
    ),
    progress: (
      <ProgressPage
        context={context}
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
        olderHref={undefined}
        context={context}
        reports={[
          { ...report, id: asId(ReportId, 'a'), requestedBy: { by: 'schedule' }, state: 'ready' },
          { ...report, id: asId(ReportId, 'b'), requestedBy: { by: 'person', name: name('Hà') }, state: 'composed' },
        ]}
        plans={[{ id: asId(ReportPlanId, 'plan'), title, periodIds: [periodId] }]}
      />
    ),
    problem: <ProblemPage context={context} problem={problem.wrongShape([name('answers')])} />,
  }
}
