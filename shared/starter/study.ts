// The practice "study sessions and reflections": for each directive a member says how they took part, writes a short
// reflection and comments on the draft action plan before it is adopted.

import type { Campaign } from '../campaign/campaign.ts'
import { asId, CampaignId } from '../ids.ts'
import { begin, type Choice, end, formOf, paragraph, type Row, type Text } from './forms.ts'
import { mean, share, text } from './indicators.ts'
import type { Months } from './months.ts'
import { blocId, cells, organisation } from './organisation.ts'

const written = (name: string, label: Text, hint: Text): Row => ({ ...paragraph(name, label), hint, required: true })

const rows: readonly Row[] = [
  begin('g_session', { vi: 'Tham dự học tập', en: 'The study session' }),
  {
    type: 'select_one attended',
    name: 'attended',
    label: { vi: 'Ông/bà đã học bằng hình thức nào?', en: 'How did you take part?' },
    required: true,
  },
  {
    type: 'decimal',
    name: 'hours',
    label: { vi: 'Số giờ tham dự', en: 'Hours attended' },
    hint: { vi: '30 phút ghi là 0,5; chưa dự ghi 0.', en: 'Write 30 minutes as 0.5, and 0 if you were not there.' },
    required: true,
    constraint: '. >= 0 and . <= 24',
  },
  end,
  { ...begin('g_reflection', { vi: 'Thu hoạch', en: 'Reflection' }), relevant: "${attended} != 'no'" },
  written(
    'opinion',
    { vi: 'Ý kiến về nội dung đã học', en: 'Opinion on what was studied' },
    { vi: 'Điều tâm đắc nhất, điều còn băn khoăn.', en: 'What convinced you most, what you still doubt.' },
  ),
  written(
    'awareness',
    { vi: 'Nhận thức của bản thân', en: 'What you have come to understand' },
    { vi: 'Liên hệ với công việc được giao.', en: 'As it touches the work you were given.' },
  ),
  written(
    'proposals',
    { vi: 'Giải pháp đề xuất', en: 'Solutions you propose' },
    { vi: 'Việc cụ thể, ai làm, bao giờ xong.', en: 'What exactly, by whom, until when.' },
  ),
  end,
  begin('g_draft', { vi: 'Góp ý dự thảo chương trình hành động', en: 'Comments on the draft action plan' }),
  {
    type: 'select_one stance',
    name: 'stance',
    label: { vi: 'Ý kiến chung về dự thảo', en: 'Your view of the draft as a whole' },
    required: true,
  },
  paragraph('targets', { vi: 'Góp ý về chỉ tiêu, nhiệm vụ', en: 'On its targets and tasks' }),
  paragraph('persons', { vi: 'Góp ý về phân công người phụ trách', en: 'On who is made responsible for what' }),
  end,
]

const choices: readonly Choice[] = [
  ['attended', 'hall', 'Trực tiếp tại hội trường', 'In person'],
  ['attended', 'online', 'Trực tuyến', 'Online'],
  ['attended', 'later', 'Học bù tại chi bộ', 'Made up for later in the cell'],
  ['attended', 'no', 'Chưa học', 'Not yet'],
  ['stance', 'agree', 'Nhất trí', 'I agree'],
  ['stance', 'change', 'Nhất trí, đề nghị sửa một số điểm', 'I agree, with some changes'],
  ['stance', 'against', 'Chưa nhất trí', 'I do not agree yet'],
]

export const studyForm = formOf(
  'f3td6hp',
  { vi: 'Phiếu học tập và thu hoạch', en: 'Study session and reflection' },
  rows,
  choices,
)

const indicators = [
  share(
    'attended',
    ['hall', 'online', 'later'],
    [text('Tỷ lệ người trả lời đã học', 'Share of those answering who took part'), text('Đã học', 'Took part')],
    '0.95',
  ),
  mean('hours', text('Số giờ học bình quân', 'Hours attended, on average'), text('Số giờ', 'Hours'), {
    value: '3',
    direction: 'at-least',
  }),
]

/** The cells whose members study: those of another committee. */
export const studyingCells = cells.slice(3, 6)

export const studyCampaign = ({ schedule, periods }: Months): Campaign => ({
  id: asId(CampaignId, 'k3td6hp'),
  organisationId: organisation.id,
  unitId: blocId,
  state: 'draft',
  figures: 'submitted',
  title: { vi: 'Học tập chỉ thị, nghị quyết và viết thu hoạch', en: 'Study of directives, and reflections' },
  description: {
    vi: 'Mỗi tháng một chuyên đề. Ông/bà cho biết đã học thế nào, viết thu hoạch ngắn và góp ý vào dự thảo chương trình hành động.',
    en: 'One topic a month: how you took part, a short reflection, and comments on the draft action plan.',
  },
  kind: 'member-survey',
  form: { formId: studyForm.formId, version: studyForm.version },
  earlierVersions: [],
  countingRule: 'many',
  periods: [...periods],
  schedule,
  indicators,
  survey: { way: 'named', breakdowns: ['attended'] },
  scope: {
    from: { kind: 'subtree', top: blocId, level: studyingCells[0]?.level ?? null },
    ...{ except: cells.filter((cell) => !studyingCells.includes(cell)).map(({ id }) => id), also: [] },
    expected: 'members',
  },
})
