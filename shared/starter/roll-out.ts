// The practice "roll-out follow-up": 14 committees say how far a directive has got with them, and the level above says what it
// has under way and how its helper sections are staffed. Published figures: all 14 held their conference; in the grass-roots
// organisations three are done and one has reached 80 %; 7 of 8 key tasks are under way; the staff is given as 257, and once
// as 237 and 37, which is not the same.

import { type Campaign, type CampaignPeriod, enterUnit } from '../campaign/campaign.ts'
import type { AnswerValue } from '../form/answers.ts'
import { asId, CampaignId, PeriodId, ReportPlanId } from '../ids.ts'
import type { Unit } from '../organisation/unit.ts'
import type { ReportPlan } from '../report/plan.ts'
import type { StarterCampaign } from './campaigns.ts'
import { begin, end, formOf, paragraph, type Row, whole, yesNo } from './forms.ts'
import { always, ratio, sum, text } from './indicators.ts'
import { blocId, cells, committees, organisation } from './organisation.ts'

const committeeRows: readonly Row[] = [
  {
    type: 'note',
    name: 'about',
    label: {
      vi: 'Báo cáo này có ghi tên đơn vị. Số liệu được cộng vào báo cáo chung; phần viết được tập hợp nguyên văn, kèm tên đơn vị.',
      en: 'This report carries the name of the unit. The figures go into the common report; the written parts are collated as they are, with the unit’s name.',
    },
  },
  yesNo('conference', 'Đã tổ chức hội nghị triển khai', 'The roll-out conference has been held'),
  whole('bases', 5_000, { vi: 'Số tổ chức cơ sở đảng', en: 'Grass-roots organisations' }),
  {
    ...whole('bases_done', 5_000, {
      vi: 'Trong đó, số tổ chức đã triển khai',
      en: 'Of these, organisations that have rolled it out',
    }),
    consistency: {
      holds: `$\{bases_done} <= $\{bases}`,
      message: {
        vi: 'Số tổ chức đã triển khai nhiều hơn tổng số tổ chức cơ sở đảng',
        en: 'More organisations have rolled it out than there are',
      },
    },
  },
  paragraph('bad', { vi: 'Khó khăn, vướng mắc', en: 'Difficulties' }),
  paragraph('asks', { vi: 'Kiến nghị, đề xuất', en: 'Recommendations' }),
]

const yesNoChoices = [
  ['yes_no', 'yes', 'Có', 'Yes'],
  ['yes_no', 'no', 'Chưa', 'Not yet'],
] as const

export const rollOutForm = formOf(
  'f7rp2td',
  { vi: 'Báo cáo triển khai học tập, làm theo', en: 'Report on rolling out the directive' },
  committeeRows,
  yesNoChoices,
)

const staff = (name: string, vi: string, en: string) => whole(name, 10_000, { vi, en })
const names = (...all: readonly string[]) => all.map((name) => `$\{${name}}`).join(' + ')

const headRows: readonly Row[] = [
  begin('g_tasks', { vi: 'Nhiệm vụ trọng tâm', en: 'Key tasks' }),
  whole('tasks', 100, { vi: 'Số nhiệm vụ trọng tâm trong kỳ', en: 'Key tasks of the period' }),
  whole('tasks_begun', 100, { vi: 'Trong đó, số nhiệm vụ đang triển khai', en: 'Of these, tasks under way' }),
  paragraph('tasks_left', { vi: 'Nhiệm vụ chưa triển khai, lý do', en: 'Tasks not begun, and why' }),
  end,
  begin('g_staff', { vi: 'Cán bộ của các bộ phận giúp việc', en: 'Staff of the helper sections' }),
  staff('staff', 'Tổng số cán bộ', 'Staff in all'),
  staff('helpers', 'Cán bộ thuộc bộ phận giúp việc', 'In helper sections'),
  {
    ...staff('specialised', 'Cán bộ thuộc bộ phận chuyên trách', 'In specialised sections'),
    consistency: {
      holds: `$\{staff} = ${names('helpers', 'specialised')}`,
      message: {
        vi: 'Tổng số cán bộ không bằng số thuộc bộ phận giúp việc cộng số thuộc bộ phận chuyên trách',
        en: 'The staff in all is not the sum of those in helper sections and in specialised sections',
      },
    },
  },
  staff('standing', 'Ủy viên ban thường vụ', 'Standing members'),
  staff('members', 'Cấp ủy viên', 'Committee members'),
  staff('heads', 'Trưởng, phó phòng, ban', 'Heads and deputies'),
  {
    ...staff('officers', 'Chuyên viên', 'Officers'),
    consistency: {
      holds: `$\{staff} = ${names('standing', 'members', 'heads', 'officers')}`,
      message: {
        vi: 'Tổng số cán bộ không bằng tổng theo chức danh',
        en: 'The staff in all is not the sum of its posts',
      },
    },
  },
  end,
  begin('g_own', { vi: 'Bộ phận giúp việc cấp mình', en: 'The helper section of this level' }),
  staff('own', 'Tổng số', 'In all'),
  staff('own_head', 'Trưởng bộ phận', 'Head'),
  staff('own_deputies', 'Phó trưởng bộ phận', 'Deputies'),
  staff('own_members', 'Thành viên', 'Members'),
  {
    ...staff('own_specialised', 'Chuyên trách', 'Specialised staff'),
    consistency: {
      holds: `$\{own} = ${names('own_head', 'own_deputies', 'own_members', 'own_specialised')}`,
      message: {
        vi: 'Tổng số của bộ phận giúp việc cấp mình không bằng tổng các thành phần',
        en: 'The helper section in all is not the sum of its parts',
      },
    },
  },
  end,
]

export const rollOutHeadForm = formOf(
  'f3hq9wd',
  { vi: 'Báo cáo nhiệm vụ và bộ phận giúp việc', en: 'Report on tasks and helper sections' },
  headRows,
  [],
)

export const rollOutPeriod = asId(PeriodId, '2013-H1')
const periods: CampaignPeriod[] = [
  { id: rollOutPeriod, opensAt: '2013-01-01T00:00:00+07:00', closesAt: null, graceDays: 7 },
]

const common = {
  ...{ organisationId: organisation.id, unitId: blocId, state: 'open', figures: 'submitted', kind: 'unit-report' },
  ...{ earlierVersions: [], countingRule: 'one-per-unit', periods },
} as const satisfies Partial<Campaign>

const versionOf = ({ formId, version }: typeof rollOutForm) => ({ formId, version })

const rollOutCampaign: Campaign = {
  ...common,
  earlierVersions: [],
  id: asId(CampaignId, 'k5rt8vq'),
  title: { vi: 'Triển khai học tập, làm theo', en: 'Roll-out of the directive' },
  form: versionOf(rollOutForm),
  indicators: [
    always(
      'conference',
      text('Tỷ lệ đảng bộ đã tổ chức hội nghị triển khai', 'Committees that have held their conference'),
      text('Hội nghị', 'Conference'),
    ),
    {
      ...ratio(
        'rolled_out',
        ['bases_done', 'bases'],
        text('Tỷ lệ tổ chức cơ sở đảng đã triển khai', 'Grass-roots organisations that have rolled it out'),
        text('Cơ sở', 'Grass roots'),
      ),
      target: { value: '1', direction: 'at-least' },
    },
  ],
}

const headCampaign: Campaign = {
  ...common,
  earlierVersions: [],
  id: asId(CampaignId, 'k3hd6xq'),
  title: { vi: 'Nhiệm vụ và bộ phận giúp việc', en: 'Tasks and helper sections' },
  form: versionOf(rollOutHeadForm),
  indicators: [
    {
      ...ratio(
        'begun',
        ['tasks_begun', 'tasks'],
        text('Tỷ lệ nhiệm vụ trọng tâm đang triển khai', 'Key tasks under way'),
        text('Nhiệm vụ', 'Tasks'),
      ),
      target: { value: '1', direction: 'at-least' },
    },
    sum('staff', text('Cán bộ của các bộ phận giúp việc', 'Staff of the helper sections'), text('Cán bộ', 'Staff')),
    sum('own', text('Cán bộ của bộ phận giúp việc cấp mình', 'Staff of this level’s section'), text('Cấp mình', 'Own')),
  ],
}

const surveyed = committees.filter(({ id }) => cells.some((cell) => cell.parentId === id))
/** The committees that are followed: 14. */
const followed: readonly Unit[] = surveyed.slice(0, 14)
const bloc = { id: blocId }

export const rollOutCampaigns: readonly [committees: StarterCampaign, head: StarterCampaign] = [
  { campaign: rollOutCampaign, form: rollOutForm, units: followed.map(({ id }) => enterUnit(id, 1)) },
  { campaign: headCampaign, form: rollOutHeadForm, units: [enterUnit(bloc.id, 1)] },
]

/** Organisations below each committee and those of them that are done: three in full, then 80 %; the others are invented. */
const bases = [
  ...[
    [32, 32],
    [36, 36],
    [18, 18],
    [25, 20],
    [28, 26],
    [30, 28],
    [24, 23],
  ],
  ...[
    [41, 37],
    [22, 21],
    [35, 33],
    [27, 25],
    [19, 18],
    [33, 30],
    [26, 24],
  ],
] as const

const difficulties = new Map([
  [3, 'Một số tổ chức cơ sở chờ tài liệu nên chưa triển khai được trong kỳ.'],
  [7, 'Đảng viên ở xa, khó tập trung học tập theo đợt.'],
])
const requests = new Map([
  [3, 'Đề nghị gửi tài liệu học tập sớm hơn.'],
  [10, 'Đề nghị có hướng dẫn riêng cho tổ chức đảng trong doanh nghiệp.'],
])

type Answers = Readonly<Record<string, AnswerValue>>

/** What each unit answers, by campaign. */
export const rollOutAnswers: readonly {
  readonly campaign: Campaign
  readonly unit: Unit['id']
  readonly answers: Answers
}[] = [
  ...followed.map(({ id }, index) => {
    const [all = 0, done = 0] = bases[index] ?? []
    const [bad, asks] = [difficulties.get(index), requests.get(index)]
    const words = { ...(bad !== undefined && { bad }), ...(asks !== undefined && { asks }) }
    const answers: Answers = { conference: 'yes', bases: all, bases_done: done, ...words }
    return { campaign: rollOutCampaign, unit: id, answers }
  }),
  {
    campaign: headCampaign,
    unit: bloc.id,
    answers: {
      ...{ tasks: 8, tasks_begun: 7, tasks_left: 'Nhiệm vụ thứ tám chưa triển khai do tài liệu học tập gửi về chậm.' },
      ...{ staff: 257, helpers: 237, specialised: 37, standing: 19, members: 110, heads: 111, officers: 17 },
      ...{ own: 26, own_head: 1, own_deputies: 2, own_members: 20, own_specialised: 3 },
    },
  },
]

export const rollOutPlan: ReportPlan = {
  id: asId(ReportPlanId, 'r4rt7qc'),
  organisationId: organisation.id,
  title: { vi: 'kết quả triển khai học tập, làm theo', en: 'Roll-out of the directive' },
  template: 'roll-out',
  language: 'vi',
  preset: 'party-2018',
  unitId: blocId,
  campaigns: { committees: rollOutCampaign.id, head: headCampaign.id },
  header: { bodyAbove: 'ĐẢNG ỦY KHỐI', body: 'BỘ PHẬN GIÚP VIỆC', documentSymbol: 'BC/BPGV', place: 'Hà Nội' },
  recipients: ['Thường trực Đảng ủy Khối', 'Các đảng ủy trực thuộc', 'Lưu Bộ phận giúp việc'],
  sign: { authority: null, post: 'TRƯỞNG BỘ PHẬN' },
  scope: 'whole',
  every: 'period',
  schedule: { kind: 'day-of-month', day: 20, monthsAfter: 1, hour: 7 },
  since: '2013-01-01T00:00:00Z',
}
