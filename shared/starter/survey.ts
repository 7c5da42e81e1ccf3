// The demo's survey of members: anonymous, about the meetings of their cells. Twenty questions, most of them on one scale, one
// of them open; answers are invented.

import type { Campaign, CampaignPeriod } from '../campaign/campaign.ts'
import type { AnswerValue } from '../form/answers.ts'
import type { FormVersion } from '../form/form.ts'
import { asId, CampaignId, PeriodId } from '../ids.ts'
import { begin, type Choice, end, formOf, type Row, type Text } from './forms.ts'
import { blocId, cells, organisation } from './organisation.ts'
import { pick, type Random, seededRandom } from './random.ts'

const scaled = (name: string, vi: string, en: string): Row => ({
  type: 'select_one agree',
  name,
  label: { vi, en },
  required: true,
})
const asked = (list: string, name: string, label: Text, more: Pick<Row, 'required'> = {}): Row => ({
  type: `select_one ${list}`,
  ...{ name, label, ...more },
})

const scale = [
  scaled('announced', 'Nội dung sinh hoạt được báo trước', 'I know beforehand what a meeting is about'),
  scaled('prepared', 'Chi ủy chuẩn bị kỹ nội dung', 'The committee of the cell prepares meetings well'),
  scaled('on_time', 'Sinh hoạt bắt đầu đúng giờ', 'Meetings begin on time'),
  scaled('useful', 'Nội dung thiết thực với công việc của tôi', 'What is discussed is of use in my work'),
  scaled('themed', 'Sinh hoạt chuyên đề có chất lượng', 'Themed meetings are good'),
  scaled('free', 'Tôi nói được điều mình nghĩ', 'I can say what I think'),
  scaled('heard', 'Ý kiến của tôi được lắng nghe', 'My opinion is listened to'),
  scaled('critic', 'Phê bình và tự phê bình thẳng thắn', 'Criticism and self-criticism are frank'),
  scaled('minutes', 'Biên bản ghi đúng điều đã bàn', 'The minutes say what was discussed'),
  scaled('followed', 'Kết luận được thực hiện', 'What is decided is done'),
  scaled('task', 'Tôi được giao nhiệm vụ rõ ràng', 'My own task is clear'),
  scaled('scored', 'Chấm điểm đảng viên công bằng', 'Members are scored fairly'),
  scaled('helped', 'Chi bộ giúp tôi khi có khó khăn', 'The cell helps me when things are difficult'),
  scaled('overall', 'Nhìn chung tôi hài lòng với sinh hoạt chi bộ', 'All in all I am content with the meetings'),
]

const rows: readonly Row[] = [
  begin('g_meetings', { vi: 'Sinh hoạt chi bộ trong 12 tháng qua', en: 'Meetings of the cell in the last 12 months' }),
  asked('often', 'attended', { vi: 'Ông/bà dự sinh hoạt', en: 'I attended' }, { required: true }),
  ...scale,
  asked('length', 'length', { vi: 'Thời lượng một cuộc sinh hoạt', en: 'A meeting takes' }, { required: true }),
  {
    type: 'text',
    name: 'wish',
    label: { vi: 'Điều ông/bà muốn chi bộ làm khác đi', en: 'What the cell should do differently' },
    appearance: 'multiline',
  },
  end,
  begin('g_person', { vi: 'Về ông/bà', en: 'About you' }),
  asked('age', 'age', { vi: 'Tuổi', en: 'Age' }),
  asked('years', 'years', { vi: 'Tuổi Đảng', en: 'Years of membership' }),
  asked('post', 'post', { vi: 'Ông/bà có là chi ủy viên không?', en: 'Are you on the committee of the cell?' }),
  end,
]

const choices: readonly Choice[] = [
  ['agree', '5', 'Rất đồng ý', 'Agree fully'],
  ['agree', '4', 'Đồng ý', 'Agree'],
  ['agree', '3', 'Bình thường', 'Neither'],
  ['agree', '2', 'Không đồng ý', 'Disagree'],
  ['agree', '1', 'Rất không đồng ý', 'Disagree fully'],
  ['often', 'all', 'Đủ các cuộc', 'Every meeting'],
  ['often', 'most', 'Hầu hết', 'Most of them'],
  ['often', 'half', 'Khoảng một nửa', 'About half'],
  ['often', 'few', 'Ít hơn', 'Fewer'],
  ['length', 'short', 'Quá ngắn', 'Too little time'],
  ['length', 'right', 'Vừa phải', 'The right time'],
  ['length', 'long', 'Quá dài', 'Too much time'],
  ['age', 'young', 'Dưới 35', 'Under 35'],
  ['age', 'middle', 'Từ 35 đến 50', '35 to 50'],
  ['age', 'old', 'Trên 50', 'Over 50'],
  ['years', 'few', 'Dưới 10 năm', 'Under 10'],
  ['years', 'some', 'Từ 10 đến 30 năm', '10 to 30'],
  ['years', 'many', 'Trên 30 năm', 'Over 30'],
  ['post', 'yes', 'Có', 'Yes'],
  ['post', 'no', 'Không', 'No'],
]

export const memberForm: FormVersion = formOf(
  'f7mw2qs',
  { vi: 'Phiếu lấy ý kiến đảng viên về sinh hoạt chi bộ', en: 'What members think of the meetings of their cells' },
  rows,
  choices,
)

const dayMs = 86_400_000

/** Everybody of this level can be invited. */
const surveyedLevel = cells[0]?.level ?? null

/** How long the demo's survey stays open. */
const openDays = 60

export const openSurveyId = asId(CampaignId, 'kv3yd8h')

/** The survey as a draft. Its period is the year of `now` (ISO 8601, UTC): members answer it today. */
export function memberSurvey(now: string): Campaign {
  const period: CampaignPeriod = {
    id: asId(PeriodId, now.slice(0, 4)),
    opensAt: `${now.slice(0, 10)}T00:00:00.000Z`,
    closesAt: new Date(Date.parse(now) + openDays * dayMs).toISOString(),
    graceDays: 0,
  }
  return {
    id: openSurveyId,
    organisationId: organisation.id,
    unitId: blocId,
    state: 'draft',
    figures: 'submitted',
    title: { vi: 'Lấy ý kiến đảng viên về sinh hoạt chi bộ', en: 'What members think of the meetings of their cells' },
    description: {
      vi: 'Ý kiến của ông/bà giúp Đảng ủy biết nên đổi gì trong sinh hoạt chi bộ.',
      en: 'Your answers help the committee see what to change in the meetings of cells.',
    },
    kind: 'member-survey',
    form: { formId: memberForm.formId, version: memberForm.version },
    earlierVersions: [],
    countingRule: 'many',
    periods: [period],
    indicators: [],
    survey: { way: 'anonymous', breakdowns: ['age'] },
    scope: { from: { kind: 'subtree', top: blocId, level: surveyedLevel }, except: [], also: [], expected: 1 },
  }
}

/** The cells whose members are invited: those of the first committee that has any. */
export const surveyedCells = cells.slice(0, 3)

/** Of a cell's members so many in a hundred have answered. */
export const answeredPercent = 58

const tendency = ['5', '5', '4', '4', '4', '4', '3', '3', '2', '1'] as const
const wishes = [
  'Bớt đọc văn bản, dành thời gian để thảo luận.',
  'Báo trước nội dung ít nhất ba ngày.',
  'Nên có thêm sinh hoạt chuyên đề gắn với việc của cơ quan.',
  'Kết luận phải ghi rõ ai làm, bao giờ xong.',
]

/** Answers of one member after the other, from a seed. */
export function memberAnswers(seed: number): () => Readonly<Record<string, AnswerValue>> {
  const random: Random = seededRandom(seed)
  return () => ({
    attended: pick(random, ['all', 'all', 'most', 'most', 'half', 'few']),
    ...Object.fromEntries(scale.map(({ name = '' }) => [name, pick(random, tendency)])),
    length: pick(random, ['right', 'right', 'right', 'long', 'short']),
    ...(random() < 0.25 ? { wish: pick(random, wishes) } : {}),
    age: pick(random, ['young', 'middle', 'middle', 'old']),
    years: pick(random, ['few', 'some', 'some', 'many']),
    post: pick(random, ['no', 'no', 'no', 'yes']),
  })
}
