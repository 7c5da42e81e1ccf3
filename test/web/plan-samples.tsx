// The desk of periodic reports, in both languages. `name` is put around every text that somebody else wrote.

import { asId, CampaignId, PeriodId, ReportId, ReportPlanId, UnitId } from '../../shared/ids.ts'
import type { Language } from '../../shared/language.ts'
import { reportPlansMessages } from '../../shared/messages/report-plans.ts'
import { problem } from '../../shared/problems.ts'
import type { PlanDates } from '../../web/pages/report-plans/dates.tsx'
import { PlanFormPage, type PlanFormProps } from '../../web/pages/report-plans/form.tsx'
import { type PlanLine, PlansPage } from '../../web/pages/report-plans/list.tsx'
import { PlanQuestionPage } from '../../web/pages/report-plans/question.tsx'
import { PlanPage, type PlanPageProps } from '../../web/pages/report-plans/show.tsx'
import { noUnit } from '../../web/parts/unit-field.tsx'
import { contextFor, type Naming, type Page, periodId } from './samples.tsx'

const at = '2013-07-25T00:00:00.000Z'
const id = asId(ReportPlanId, 'plan')
const campaign = asId(CampaignId, 'survey')

/** One of each page, with as much on it as it can have. */
export function planPages(language: Language, name: Naming): Record<string, Page> {
  const context = contextFor(language, { here: '/report-plans' })
  const title = { vi: name('Chất lượng chi bộ'), en: name('Quality of cells') }
  const local = { vi: name('Khảo sát'), en: name('Survey') }
  const line: PlanLine = {
    ...{ id, title, template: local, unitName: name('Đảng bộ Khối 1'), scope: 'children', state: 'running' },
    ...{ next: { period: periodId, at }, last: { period: periodId, at }, campaign: undefined },
  }
  const own: PlanLine = { ...line, id: asId(ReportPlanId, 'of-survey'), campaign, state: 'stopped', scope: 'whole' }
  const templates = [{ id: 'campaign-results', name: local, needs: name('Đợt') }]
  const list = { context, page: 2, pages: 3, templates, hasCampaigns: true }
  const dates: PlanDates = {
    ahead: Array.from({ length: 12 }, (_, n) => ({
      period: asId(PeriodId, `2013-${String(n + 1).padStart(2, '0')}`),
      dueAt: at,
    })),
    ...{ passed: 2, isByHand: false, isStopped: true, units: 14 },
  }
  const fields = new URLSearchParams({
    ...{ titleVi: name('Chất lượng'), template: 'campaign-results', 'campaign-campaign-results-results': campaign },
    ...{ scope: 'children', every: 'quarter', reportSchedule: 'working-day', reportWhich: 'last', reportHour: '7' },
    ...{ reportPreset: 'party-2018', reportBody: name('ĐẢNG ỦY KHỐI'), reportRecipients: name('Lưu') },
  })
  const role = { field: 'campaign-campaign-results-results', title: local, kind: undefined }
  const form: PlanFormProps = {
    ...{ context, title, action: '/a', lookAction: '/b', leaveHref: '/c', hidden: { version: '1', was: '' } },
    entries: { fields, faults: new Map() },
    templates: [
      { id: 'campaign-results', name: local, roles: [{ ...role, campaigns: [{ id: campaign, label: name('Đợt') }] }] },
      { id: 'other', name: local, roles: [{ ...role, field: 'campaign-other-x', kind: 'x', campaigns: [] }] },
    ],
    ...{ unit: noUnit, dates, changes: [], problem: undefined },
  }
  const faults = new Map([
    ['titleVi', name('Cần có')],
    ['unit', name('Sai')],
    [role.field, name('Chọn')],
    ['template', name('Chọn')],
  ])
  const show: PlanPageProps = {
    context,
    plan: {
      ...{ id, title, scope: 'children', every: 'quarter', preset: 'party-2018', recipients: [name('Lưu')] },
      schedule: { kind: 'day-of-month', day: 25, monthsAfter: 0, hour: 7 },
      sign: { authority: name('T/M BAN THƯỜNG VỤ'), post: name('PHÓ BÍ THƯ') },
    },
    ...{ isStopped: true, template: local, unitName: name('Đảng bộ Khối 1'), ofCampaign: undefined, dates },
    campaigns: [
      { role: local, title: local, href: '/campaigns/survey' },
      { role: { vi: name('Khác') }, title: undefined },
    ],
    ...{ periods: [periodId, asId(PeriodId, '2012-H2')], latest: periodId },
    units: [{ id: asId(UnitId, 'u'), name: name('Đảng bộ 1') }],
    reports: [
      {
        ...{ id: asId(ReportId, 'r'), title, unitName: name('Đảng bộ 1'), periodId, requestedAt: at },
        ...{
          requestedBy: { by: 'schedule' },
          progress: { step: 'ready' },
          mayMake: true,
          standing: 'draft',
          pdfHref: '/r.pdf',
        },
        ...{ issue: undefined, superseded: undefined },
      },
    ],
  }
  const words = reportPlansMessages[language].changes.stop
  return {
    reportPlans: <PlansPage {...list} lines={[line, own]} />,
    'reportPlans, none': <PlansPage {...list} lines={[]} page={1} pages={1} />,
    'reportPlans, no campaigns': <PlansPage {...list} lines={[]} page={1} pages={1} hasCampaigns={false} />,
    reportPlan: <PlanPage {...show} />,
    'reportPlan, of a campaign': (
      <PlanPage
        {...show}
        ofCampaign={{ id: campaign, title: local, mayChange: true }}
        dates={{ ...dates, ahead: [], isByHand: true }}
        periods={[]}
        reports={[]}
      />
    ),
    reportPlanForm: <PlanFormPage {...form} />,
    'reportPlanForm, new': <PlanFormPage {...form} title={undefined} dates={undefined} />,
    'reportPlanForm, faults': (
      <PlanFormPage
        {...form}
        entries={{ fields, faults }}
        changes={[{ name: name('Ngày'), was: name('25'), now: name('12') }]}
        problem={problem.reportPlanChanged()}
      />
    ),
    reportPlanStop: (
      <PlanQuestionPage
        context={context}
        plan={{ id, title }}
        version={1}
        words={words}
        problem={problem.reportPlanChanged()}
      />
    ),
  }
}
