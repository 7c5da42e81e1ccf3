// The practice "criteria, registration, scoring": each month a member says what came of what they had registered, gives
// themselves a score and registers for the month to come; the cell scores, its secretary confirms.

import type { Campaign } from '../campaign/campaign.ts'
import { asId, CampaignId, type UnitId } from '../ids.ts'
import { begin, type Choice, end, formOf, paragraph, type Row, type Text, whole } from './forms.ts'
import { mean, share, text } from './indicators.ts'
import type { Months } from './months.ts'
import { cells, organisation } from './organisation.ts'

/** The five criteria that are common to all cells; a cell's own go into the last question. */
export const criteria = ['politics', 'ethics', 'style', 'duty', 'people'] as const
export type Criterion = (typeof criteria)[number]

const criterionName: Readonly<Record<Criterion, Text>> = {
  politics: { vi: 'Tư tưởng chính trị', en: 'Political conviction' },
  ethics: { vi: 'Đạo đức, lối sống', en: 'Ethics and way of life' },
  style: { vi: 'Tác phong, lề lối làm việc', en: 'Manner of working' },
  duty: { vi: 'Thực hiện nhiệm vụ được giao', en: 'Duties given' },
  people: { vi: 'Gắn bó với nhân dân, tiết kiệm', en: 'Closeness to the people, thrift' },
}

/** Of each criterion; a hundred for all five. */
export const mostPoints = 20

const points = (prefix: string, criterion: Criterion): Row =>
  whole(`${prefix}_${criterion}`, mostPoints, criterionName[criterion])
const sumOf = (prefix: string) => criteria.map((criterion) => `\${${prefix}_${criterion}}`).join(' + ')

const registered = (name: string, from: string, label: Text, more: Pick<Row, 'required'> = {}): Row => ({
  ...paragraph(name, label),
  ...more,
  default: `\${last-saved#${from}}`,
})

/** The group that the cell fills in; members never see it. */
export const scoringGroup = 'g_cell'

const rows: readonly Row[] = [
  begin('g_report', {
    vi: 'Kết quả thực hiện điều đã đăng ký cho tháng này',
    en: 'What came of this month’s registration',
  }),
  ...criteria.flatMap((criterion): Row[] => [
    registered(`was_${criterion}`, `plan_${criterion}`, {
      vi: `${criterionName[criterion].vi}: điều đã đăng ký`,
      en: `${criterionName[criterion].en}: what was registered`,
    }),
    {
      type: 'select_one done',
      name: `done_${criterion}`,
      label: { vi: `${criterionName[criterion].vi}: kết quả`, en: `${criterionName[criterion].en}: outcome` },
      required: true,
    },
  ]),
  paragraph('evidence', { vi: 'Việc làm cụ thể trong tháng', en: 'What was done this month, in concrete terms' }),
  end,
  begin('g_self', {
    vi: `Tự chấm điểm (mỗi tiêu chí tối đa ${mostPoints} điểm)`,
    en: `Own score (at most ${mostPoints} for each)`,
  }),
  ...criteria.map((criterion) => points('self', criterion)),
  { type: 'calculate', name: 'self_total', calculation: sumOf('self') },
  end,
  begin('g_plan', { vi: 'Đăng ký cho tháng tới', en: 'Registration for the next month' }),
  ...criteria.map((criterion) =>
    registered(`plan_${criterion}`, `plan_${criterion}`, criterionName[criterion], { required: true }),
  ),
  registered('plan_own', 'plan_own', { vi: 'Tiêu chí riêng của chi bộ', en: 'The cell’s own criteria' }),
  end,
  begin(scoringGroup, { vi: 'Chi bộ chấm điểm', en: 'Score given by the cell' }),
  ...criteria.map((criterion) => points('cell', criterion)),
  { type: 'calculate', name: 'cell_total', calculation: sumOf('cell') },
  {
    type: 'select_one class',
    name: 'cell_class',
    label: { vi: 'Xếp loại tháng', en: 'Class for the month' },
    required: true,
  },
  paragraph('cell_words', { vi: 'Nhận xét của chi bộ', en: 'Remarks of the cell' }),
  end,
]

const choices: readonly Choice[] = [
  ['done', 'full', 'Đạt', 'Done'],
  ['done', 'part', 'Đạt một phần', 'Done in part'],
  ['done', 'not', 'Chưa đạt', 'Not done'],
  ['done', 'none', 'Tháng trước chưa đăng ký', 'Nothing had been registered'],
  ['class', 'excellent', 'Hoàn thành xuất sắc nhiệm vụ', 'Excellent'],
  ['class', 'good', 'Hoàn thành tốt nhiệm vụ', 'Good'],
  ['class', 'fair', 'Hoàn thành nhiệm vụ', 'Satisfactory'],
  ['class', 'poor', 'Không hoàn thành nhiệm vụ', 'Not satisfactory'],
]

export const registrationForm = formOf(
  'f5rn8kd',
  { vi: 'Phiếu đăng ký, báo cáo và chấm điểm hằng tháng', en: 'Monthly registration, report and score' },
  rows,
  choices,
)

/** What the cell gave: in all, the class, and of each criterion; the member's own total beside it. */
const indicators = [
  mean(
    'cell_total',
    text('Điểm bình quân chi bộ chấm (tối đa 100)', 'Mean score given by the cell (at most 100)'),
    text('Điểm chi bộ chấm', 'Score'),
    { value: '80', direction: 'at-least' },
  ),
  share(
    'cell_class',
    ['excellent', 'good'],
    [
      text('Tỷ lệ xếp loại hoàn thành tốt nhiệm vụ trở lên', 'Share of the classes good and excellent'),
      text('Tốt trở lên', 'Good or better'),
    ],
    '0.9',
  ),
  mean(
    'self_total',
    text('Điểm bình quân tự chấm (tối đa 100)', 'Mean of the members’ own scores (at most 100)'),
    text('Tự chấm', 'Own score'),
  ),
  ...criteria.map((criterion) => {
    const { vi, en } = criterionName[criterion]
    const name = text(`${vi}: điểm bình quân (tối đa ${mostPoints})`, `${en}: mean score (at most ${mostPoints})`)
    return mean(`cell_${criterion}`, name, text(vi, en))
  }),
]

/** The committee whose survey it is: who leads it confirms the scores. */
const registeringCommittee = committeeOf(cells)

function committeeOf([first]: typeof cells): UnitId {
  if (!first?.parentId) throw new Error('The demo has no cell')
  return first.parentId
}

/** The cells whose members register: all of that committee. */
export const registeringCells = cells.filter(({ parentId }) => parentId === registeringCommittee)

export const registrationId = asId(CampaignId, 'k5rn8kd')

export const registrationCampaign = ({ schedule, periods }: Months): Campaign => ({
  id: registrationId,
  organisationId: organisation.id,
  unitId: registeringCommittee,
  state: 'draft',
  // What the secretary has confirmed.
  figures: 'accepted',
  title: { vi: 'Đăng ký và chấm điểm đảng viên hằng tháng', en: 'Monthly registration and scores of members' },
  description: {
    vi: 'Đảng viên báo cáo kết quả tháng này và đăng ký cho tháng tới; chi bộ chấm điểm, bí thư xác nhận.',
    en: 'Members report on this month and register for the next; the cell scores, its secretary confirms.',
  },
  kind: 'member-survey',
  form: { formId: registrationForm.formId, version: registrationForm.version },
  earlierVersions: [],
  countingRule: 'many',
  periods: [...periods],
  schedule,
  indicators,
  survey: { way: 'named', breakdowns: [], scoring: scoringGroup },
  scope: {
    from: { kind: 'subtree', top: registeringCommittee, level: registeringCells[0]?.level ?? null },
    ...{ except: [], also: [], expected: 'members' },
  },
})
