// The practice "helper-section report": each committee reports once a year how its helper section is set up and what it found,
// and the level above gets one document with every unit's words under the same headings. The first committee answers as the
// published report does: 6 people, all part-time, two meetings in each year, no request for staff, one for an allowance.

import { type Campaign, enterUnit } from '../campaign/campaign.ts'
import type { AnswerValue } from '../form/answers.ts'
import { asId, CampaignId, PeriodId, ReportPlanId } from '../ids.ts'
import type { Unit } from '../organisation/unit.ts'
import type { ReportPlan } from '../report/plan.ts'
import type { StarterCampaign } from './campaigns.ts'
import { begin, end, formOf, paragraph, type Row, whole } from './forms.ts'
import { sum, text } from './indicators.ts'
import { blocId, cells, committees, organisation } from './organisation.ts'

const rows: readonly Row[] = [
  {
    type: 'note',
    name: 'about',
    label: {
      vi: 'Báo cáo này có ghi tên đơn vị. Phần viết được tập hợp nguyên văn vào báo cáo của cấp trên, kèm tên đơn vị.',
      en: 'This report carries the name of the unit. The written parts are collated word for word in the report of the level above, with the unit’s name.',
    },
  },
  begin('g_section', { vi: 'Bộ phận giúp việc', en: 'The helper section' }),
  { type: 'text', name: 'decision', label: { vi: 'Số quyết định thành lập', en: 'Number of the founding decision' } },
  { type: 'date', name: 'decided', label: { vi: 'Ngày quyết định', en: 'Date of the decision' } },
  whole('staff', 1_000, { vi: 'Tổng số cán bộ', en: 'Staff in all' }),
  whole('full_time', 1_000, { vi: 'Trong đó, chuyên trách', en: 'Of these, full-time' }),
  {
    ...whole('part_time', 1_000, { vi: 'Trong đó, kiêm nhiệm', en: 'Of these, part-time' }),
    consistency: {
      holds: `$\{staff} = $\{full_time} + $\{part_time}`,
      message: {
        vi: 'Tổng số cán bộ không bằng số chuyên trách cộng số kiêm nhiệm',
        en: 'The staff in all is not the sum of full-time and part-time staff',
      },
    },
  },
  whole('meetings', 100, {
    vi: 'Số cuộc họp định kỳ trong năm, không kể họp đột xuất',
    en: 'Regular meetings of the year, without extraordinary ones',
  }),
  {
    type: 'select_one budget',
    name: 'budget',
    label: { vi: 'Nguồn kinh phí', en: 'Source of the budget' },
  },
  end,
  begin('g_words', { vi: 'Đánh giá và kiến nghị', en: 'Assessment and recommendations' }),
  paragraph('good', { vi: 'Thuận lợi', en: 'Advantages' }),
  paragraph('bad', { vi: 'Khó khăn', en: 'Difficulties' }),
  paragraph('lessons', { vi: 'Bài học kinh nghiệm', en: 'Lessons' }),
  paragraph('ask_staff', { vi: 'Kiến nghị về biên chế', en: 'Recommendations on staff' }),
  paragraph('ask_policy', { vi: 'Kiến nghị về chế độ, chính sách', en: 'Recommendations on policy' }),
  end,
]

export const helperSectionForm = formOf(
  'f5sx8mb',
  { vi: 'Báo cáo của bộ phận giúp việc', en: 'Report of the helper section' },
  rows,
  [
    ['budget', 'party', 'Ngân sách đảng', 'Party budget'],
    ['budget', 'state', 'Ngân sách nhà nước', 'State budget'],
    ['budget', 'none', 'Không có', 'None'],
  ],
)

/** The year before and the running one. */
export const helperSectionYears = [asId(PeriodId, '2012'), asId(PeriodId, '2013')] as const
const [before, current] = helperSectionYears

const campaign: Campaign = {
  id: asId(CampaignId, 'k9sb4wn'),
  organisationId: organisation.id,
  unitId: blocId,
  state: 'open',
  figures: 'submitted',
  title: { vi: 'Báo cáo của bộ phận giúp việc', en: 'Reports of the helper sections' },
  kind: 'unit-report',
  form: { formId: helperSectionForm.formId, version: helperSectionForm.version },
  earlierVersions: [],
  countingRule: 'one-per-unit',
  periods: [before, current].map((id) => ({ id, opensAt: `${id}-01-01T00:00:00+07:00`, closesAt: null, graceDays: 7 })),
  indicators: [
    sum('staff', text('Cán bộ của bộ phận giúp việc', 'Staff of the helper sections'), text('Cán bộ', 'Staff')),
    sum('part_time', text('Cán bộ kiêm nhiệm', 'Part-time staff'), text('Kiêm nhiệm', 'Part-time')),
    sum(
      'meetings',
      text('Số cuộc họp định kỳ trong năm', 'Regular meetings of the year'),
      text('Cuộc họp', 'Meetings'),
    ),
  ],
}

const reporting: readonly Unit[] = committees.filter(({ id }) => cells.some((cell) => cell.parentId === id)).slice(0, 6)

export const helperSectionCampaign: StarterCampaign = {
  campaign,
  form: helperSectionForm,
  units: reporting.map(({ id }) => enterUnit(id, 1)),
}

type Given = {
  readonly staff: number
  readonly meetings: readonly [before: number, current: number]
  readonly words: Readonly<Partial<Record<'good' | 'bad' | 'lessons' | 'ask_staff' | 'ask_policy', string>>>
}

/** In the order of the tree; the first is the published one, the others are invented, and the last has not sent yet. */
const given: readonly Given[] = [
  {
    ...{ staff: 6, meetings: [2, 2] },
    words: {
      good: 'Được ban thường vụ quan tâm chỉ đạo thường xuyên; các thành viên nắm chắc địa bàn.',
      bad: 'Cán bộ đều kiêm nhiệm nên thời gian dành cho công việc còn ít; việc tổng hợp, báo cáo có lúc còn chậm.',
      lessons: 'Phân công từng thành viên theo dõi một địa bàn, định kỳ nhắc và kiểm tra.',
      ask_staff: 'Không.',
      ask_policy: 'Đề nghị quy định chế độ phụ cấp cho thành viên bộ phận giúp việc.',
    },
  },
  {
    ...{ staff: 5, meetings: [4, 4] },
    words: {
      good: 'Có quy chế làm việc ngay từ khi thành lập.',
      bad: 'Chưa có kinh phí riêng.',
      lessons: 'Gắn báo cáo với giao ban hằng tháng thì không bị chậm.',
      ask_policy: 'Đề nghị bố trí kinh phí hoạt động hằng năm.',
    },
  },
  {
    ...{ staff: 7, meetings: [2, 3] },
    words: {
      bad: 'Tài liệu gửi về chậm so với kế hoạch học tập.',
      ask_staff: 'Đề nghị bố trí một cán bộ chuyên trách.',
    },
  },
  { ...{ staff: 4, meetings: [1, 2] }, words: { good: 'Các ban phối hợp tốt khi chuẩn bị nội dung.' } },
  {
    ...{ staff: 6, meetings: [2, 2] },
    words: { lessons: 'Chọn ít việc, làm đến nơi đến chốn, có người chịu trách nhiệm từng việc.' },
  },
]

/** What each unit answers in each year. */
export const helperSectionAnswers: readonly {
  readonly campaign: Campaign
  readonly period: PeriodId
  readonly unit: Unit['id']
  readonly answers: Readonly<Record<string, AnswerValue>>
}[] = [before, current].flatMap((period, year) =>
  reporting.flatMap(({ id }, index) => {
    const one = given[index]
    if (!one) return []
    const { staff, meetings, words } = one
    const answers = {
      ...{ decision: `${index + 11}-QĐ/ĐU`, decided: '2011-08-15', budget: 'party' },
      ...{ staff, full_time: 0, part_time: staff, meetings: meetings[year] ?? 0 },
      ...(period === current ? words : {}),
    }
    return [{ campaign, period, unit: id, answers }]
  }),
)

export const helperSectionPlan: ReportPlan = {
  id: asId(ReportPlanId, 'r8hs3zk'),
  organisationId: organisation.id,
  title: { vi: 'tổng hợp báo cáo của các bộ phận giúp việc', en: 'Reports of the helper sections, collated' },
  template: 'helper-section',
  language: 'vi',
  preset: 'party-2018',
  unitId: blocId,
  campaigns: { sections: campaign.id },
  header: { bodyAbove: 'ĐẢNG ỦY KHỐI', body: 'BỘ PHẬN GIÚP VIỆC', documentSymbol: 'BC/BPGV', place: 'Hà Nội' },
  recipients: ['Thường trực Đảng ủy Khối', 'Lưu Bộ phận giúp việc'],
  sign: { authority: null, post: 'TRƯỞNG BỘ PHẬN' },
  scope: 'whole',
  every: 'period',
  schedule: { kind: 'day-of-month', day: 20, monthsAfter: 1, hour: 7 },
  // The year before is there to be compared with; nobody reported on it.
  since: '2014-01-01T00:00:00Z',
}
