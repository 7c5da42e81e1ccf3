// Beside the study sessions of members: what each cell reports of them once a quarter, with its draft action plan, in which every
// area has its target, its task and a person by name.

import { type Campaign, type CampaignPeriod, enterUnit } from '../campaign/campaign.ts'
import { periodSpan } from '../campaign/period.ts'
import type { AnswerRound, AnswerValue } from '../form/answers.ts'
import { asId, CampaignId, PeriodId, type UnitId } from '../ids.ts'
import type { StarterCampaign } from './campaigns.ts'
import { begin, beginRepeat, end, endRepeat, formOf, type Row, whole } from './forms.ts'
import { sum, text } from './indicators.ts'
import type { Months } from './months.ts'
import { blocId, organisation } from './organisation.ts'
import { rosterOf } from './roster.ts'
import { studyingCells } from './study.ts'

const asked = (name: string, vi: string, en: string): Row => ({ type: 'text', name, label: { vi, en }, required: true })

const rows: readonly Row[] = [
  begin('g_sessions', { vi: 'Tổ chức học tập trong quý', en: 'Study sessions of the quarter' }),
  whole('sessions', 100, { vi: 'Số buổi học đã tổ chức', en: 'Sessions held' }),
  {
    ...whole('online', 100, { vi: 'Trong đó, trực tuyến', en: 'Of these, online' }),
    consistency: {
      holds: `$\{online} <= $\{sessions}`,
      message: {
        vi: 'Số buổi trực tuyến lớn hơn số buổi đã tổ chức',
        en: 'There are more online sessions than sessions',
      },
    },
  },
  end,
  beginRepeat('areas', {
    vi: 'Dự thảo chương trình hành động: lĩnh vực, chỉ tiêu, nhiệm vụ, người phụ trách',
    en: 'Draft action plan: areas, targets, tasks and who is responsible',
  }),
  asked('area', 'Lĩnh vực', 'Area'),
  asked('target', 'Chỉ tiêu', 'Target'),
  asked('duty', 'Nhiệm vụ', 'Task'),
  asked('person', 'Người phụ trách', 'Responsible'),
  { type: 'date', name: 'due', label: { vi: 'Hạn', en: 'Due' }, required: true },
  endRepeat,
]

export const studyPlanForm = formOf(
  'f9sp3kv',
  {
    vi: 'Báo cáo học tập và dự thảo chương trình hành động',
    en: 'Report on study sessions, with the draft action plan',
  },
  rows,
  [],
)

/** The quarters that end among the months, and the running one: the last is open as long as the last month. */
function quartersOf({ periods }: Months): CampaignPeriod[] {
  const quarters = new Map<string, CampaignPeriod[]>()
  for (const month of periods) {
    const { year, ordinal } = periodSpan(month.id)
    const id = `${year}-Q${Math.ceil(ordinal / 3)}`
    quarters.set(id, [...(quarters.get(id) ?? []), month])
  }
  const last = periods.at(-1)
  return [...quarters].flatMap(([id, months]): CampaignPeriod[] => {
    const [first, final] = [months[0], months.at(-1)]
    if (!first || !final || (months.length < 3 && final !== last)) return []
    return [{ id: asId(PeriodId, id), opensAt: first.opensAt, closesAt: final.closesAt, graceDays: 0 }]
  })
}

/** Undefined where the months are too few for a quarter. */
export function studyPlanCampaign(months: Months): StarterCampaign | undefined {
  const periods = quartersOf(months)
  if (periods.length === 0) return undefined
  const campaign: Campaign = {
    id: asId(CampaignId, 'k9sp3kv'),
    organisationId: organisation.id,
    unitId: blocId,
    state: 'open',
    figures: 'submitted',
    title: { vi: 'Tổ chức học tập và chương trình hành động', en: 'Study sessions held, and action plans' },
    kind: 'unit-report',
    form: { formId: studyPlanForm.formId, version: studyPlanForm.version },
    earlierVersions: [],
    countingRule: 'one-per-unit',
    periods,
    indicators: [
      sum('sessions', text('Số buổi học đã tổ chức', 'Sessions held'), text('Số buổi', 'Sessions')),
      sum('online', text('Số buổi học trực tuyến', 'Sessions held online'), text('Trực tuyến', 'Online')),
    ],
  }
  return { campaign, form: studyPlanForm, units: studyingCells.map(({ id }) => enterUnit(id, 1)) }
}

const areas = [
  {
    area: 'Sinh hoạt chuyên đề',
    target: 'Mỗi quý một chuyên đề, trên một nửa số người dự phát biểu',
    duty: 'Chuẩn bị đề cương, gửi trước ba ngày; mời đơn vị phối hợp cùng dự',
  },
  {
    area: 'Kiểm tra, giám sát',
    target: 'Kiểm tra hai đồng chí, giám sát một tổ trong quý',
    duty: 'Lập kế hoạch, phân công tổ kiểm tra, thông báo kết luận trong mười ngày',
  },
  {
    area: 'Cải tiến lề lối làm việc',
    target: 'Bỏ ba mẫu báo cáo trùng, văn bản đến được trả lời trong hai ngày',
    duty: 'Rà soát thủ tục nội bộ, đề xuất mẫu thay thế',
  },
  {
    area: 'Góp ý, đối thoại',
    target: 'Mọi góp ý được trả lời công khai trong bảy ngày',
    duty: 'Lập hộp thư góp ý, tổng hợp và báo cáo chi ủy hằng tháng',
  },
] as const

/** What a cell reports in a quarter: the last cell holds one session fewer, and each names its own members. */
export function studyPlanAnswers(unit: UnitId, quarter: PeriodId): Readonly<Record<string, AnswerValue>> {
  const index = studyingCells.findIndex(({ id }) => id === unit)
  const cell = studyingCells[index]
  if (!cell) throw new Error(`Unit ${unit} does not study`)
  const { year, ordinal } = periodSpan(quarter)
  const people = rosterOf(cell)
  const rounds = areas.slice(index, index + 2).map(
    (area, at): AnswerRound => ({
      ...area,
      person: people[(ordinal * 2 + at) % people.length]?.name ?? '',
      due: `${ordinal === 4 ? year + 1 : year}-${String(((ordinal * 3) % 12) + 2).padStart(2, '0')}-${at === 0 ? '15' : '28'}`,
    }),
  )
  return { sessions: 3 - (index === studyingCells.length - 1 ? 1 : 0), online: index === 0 ? 2 : 1, areas: rounds }
}
