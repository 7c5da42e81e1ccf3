// A year of registrations, reports and scores: invented, the same each time, and told apart by member and month alone, so
// that whoever goes on after a break gives the same ones.

import type { AnswerValue } from '../form/answers.ts'
import type { PeriodId } from '../ids.ts'
import { pick, type Random, wholeNumber } from './random.ts'
import { type Criterion, criteria, mostPoints } from './registration.ts'
import { type RosterMember, randomFor } from './roster.ts'

type Given = Readonly<Record<string, AnswerValue>>

const plans: Readonly<Record<Criterion, readonly string[]>> = {
  politics: [
    'Đọc và ghi chép đầy đủ một chuyên đề, trao đổi tại sinh hoạt chi bộ.',
    'Dự đủ các buổi sinh hoạt, phát biểu ít nhất một ý kiến có chuẩn bị.',
    'Chia sẻ một bài viết tốt mỗi tuần với đồng nghiệp trong phòng.',
  ],
  ethics: [
    'Không uống rượu bia trong giờ làm việc và giờ nghỉ trưa.',
    'Kê khai đúng, chi đúng chế độ khi đi công tác.',
    'Giữ đoàn kết trong phòng, góp ý thẳng thắn và chân tình.',
  ],
  style: [
    'Trả lời văn bản đến trong hai ngày làm việc.',
    'Đi làm và họp đúng giờ, chuẩn bị tài liệu trước một ngày.',
    'Rút ngắn mỗi báo cáo tháng còn không quá ba trang.',
  ],
  duty: [
    'Hoàn thành báo cáo quý trước hạn ba ngày.',
    'Xử lý xong hồ sơ tồn từ tháng trước.',
    'Kèm cặp một cán bộ mới về nghiệp vụ tổng hợp.',
    'Rà soát và cập nhật danh sách đảng viên của chi bộ.',
  ],
  people: [
    'Dự họp tổ dân phố nơi cư trú, tham gia một buổi tổng vệ sinh.',
    'Tắt điện, điều hòa khi rời phòng; in hai mặt.',
    'Thăm và giúp một gia đình chính sách trên địa bàn.',
  ],
}
const ownPlans = ['Mỗi tháng góp một sáng kiến nhỏ cho phòng.', 'Tập luyện thể thao ít nhất ba buổi mỗi tuần.'] as const
const deeds = [
  'Đã hoàn thành báo cáo trước hạn, được lãnh đạo phòng ghi nhận.',
  'Trực tiếp giải quyết 12 hồ sơ, không có hồ sơ quá hạn.',
  'Tham gia đoàn khảo sát tại cơ sở ba ngày, có báo cáo kết quả.',
  'Hướng dẫn hai đồng nghiệp dùng phần mềm quản lý văn bản.',
  'Còn một việc chậm do phải chờ ý kiến đơn vị phối hợp.',
] as const
const remarks = {
  excellent: ['Gương mẫu, có việc làm cụ thể.', 'Hoàn thành vượt mức điều đã đăng ký.'],
  good: ['Thực hiện tốt điều đã đăng ký.', 'Cố gắng, cần phát biểu nhiều hơn khi sinh hoạt.'],
  fair: ['Cần đăng ký việc cụ thể hơn.', 'Còn việc chậm, tháng tới cần làm dứt điểm.'],
  poor: ['Chưa thực hiện điều đã đăng ký, đề nghị giải trình với chi ủy.'],
} as const

/** How likely a member is to answer, and how well they do: each is so all year. Cells differ. */
function characterOf({ unitId, name }: RosterMember): { readonly diligence: number; readonly level: number } {
  const cell = randomFor('cell', unitId)()
  const own = randomFor('member', unitId, name)
  return { diligence: 0.72 + 0.26 * own(), level: 14.5 + 2 * cell + 2.5 * own() }
}

/** Whether the member answers in the month. */
export const registersIn = (member: RosterMember, month: PeriodId): boolean =>
  randomFor('registers', member.unitId, member.name, month)() < characterOf(member).diligence

const planIn = (member: RosterMember, month: PeriodId): Given => {
  const random = randomFor('plans', member.unitId, member.name, month)
  return {
    ...Object.fromEntries(criteria.map((criterion) => [`plan_${criterion}`, pick(random, plans[criterion])])),
    ...(random() < 0.4 ? { plan_own: pick(random, ownPlans) } : {}),
  }
}

const outcome = (points: number): string => (points >= 17 ? 'full' : points >= 13 ? 'part' : 'not')

const pointsAround = (random: Random, level: number): number =>
  Math.max(8, Math.min(mostPoints, Math.round(level + (random() + random() - 1) * 4)))

const selfPoints = (member: RosterMember, month: PeriodId): Readonly<Record<Criterion, number>> => {
  const random = randomFor('points', member.unitId, member.name, month)
  const { level } = characterOf(member)
  return {
    politics: pointsAround(random, level),
    ethics: pointsAround(random, level + 1),
    style: pointsAround(random, level),
    duty: pointsAround(random, level),
    people: pointsAround(random, level),
  }
}

/** A member's answers in a month. `before`: the months before it, oldest first. */
export function registrationAnswers(member: RosterMember, month: PeriodId, before: readonly PeriodId[]): Given {
  const random = randomFor('report', member.unitId, member.name, month)
  const last = before.findLast((one) => registersIn(member, one))
  const planned = last === undefined ? undefined : planIn(member, last)
  const points = selfPoints(member, month)
  return {
    ...Object.fromEntries(
      criteria.flatMap((criterion): [string, AnswerValue][] => {
        const was = planned?.[`plan_${criterion}`]
        return was === undefined
          ? [[`done_${criterion}`, 'none']]
          : [
              [`was_${criterion}`, was],
              [`done_${criterion}`, outcome(points[criterion])],
            ]
      }),
    ),
    ...(random() < 0.7 ? { evidence: pick(random, deeds) } : {}),
    ...Object.fromEntries(criteria.map((criterion) => [`self_${criterion}`, points[criterion]])),
    ...planIn(member, month),
  }
}

const classOf = (total: number): keyof typeof remarks =>
  total >= 90 ? 'excellent' : total >= 70 ? 'good' : total >= 50 ? 'fair' : 'poor'

/** What the cell gives for it: near to the member's own score, a little lower as a rule. */
export function cellScore(member: RosterMember, month: PeriodId): Given {
  const random = randomFor('score', member.unitId, member.name, month)
  const own = selfPoints(member, month)
  const points = criteria.map((criterion) =>
    Math.max(5, Math.min(mostPoints, own[criterion] + wholeNumber(random, -2, 1))),
  )
  const given = classOf(points.reduce((sum, one) => sum + one, 0))
  return {
    ...Object.fromEntries(criteria.map((criterion, index) => [`cell_${criterion}`, points[index] ?? 0])),
    cell_class: given,
    ...(random() < 0.6 ? { cell_words: pick(random, remarks[given]) } : {}),
  }
}
