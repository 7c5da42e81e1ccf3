// A year of study sessions: invented reflections put together from sentences, the same each time.

import type { AnswerValue } from '../form/answers.ts'
import type { PeriodId } from '../ids.ts'
import { pick } from './random.ts'
import { type RosterMember, randomFor } from './roster.ts'

const opinions = [
  'Nội dung chuyên đề sát với công việc của cơ quan, dễ liên hệ.',
  'Phần kiểm tra, giám sát được trình bày rõ, có số liệu và địa chỉ cụ thể.',
  'Tôi tâm đắc nhất với yêu cầu nói đi đôi với làm của người đứng đầu.',
  'Phần lý luận còn dài; nên dành thêm thời gian cho trao đổi.',
  'Báo cáo viên nêu được ví dụ ở chính các đơn vị trong khối.',
  'Tôi còn băn khoăn về cách đánh giá kết quả ở những việc khó đo đếm.',
] as const
const widenings = [
  'Tài liệu phát trước giúp tôi chuẩn bị được câu hỏi.',
  'Các tổ thảo luận sôi nổi, có ý kiến trái chiều.',
  'Nên gửi thêm bản tóm tắt hai trang cho đảng viên công tác xa.',
  'So với đợt trước, cách truyền đạt đã sinh động hơn.',
] as const
const insights = [
  'Bản thân thấy rõ hơn trách nhiệm nêu gương trong những việc nhỏ hằng ngày.',
  'Tôi nhận ra mình còn ngại góp ý thẳng với đồng chí cùng phòng.',
  'Nhiệm vụ tham mưu của tôi phải bắt đầu từ việc nắm chắc tình hình cơ sở.',
  'Việc học chỉ có ích khi trở thành việc làm có thời hạn.',
  'Cần chủ động hơn, không chờ cấp trên nhắc mới làm.',
  'Tiết kiệm thời gian họp cũng là tiết kiệm của công.',
] as const
const actions = [
  'Mỗi phòng chọn một việc còn yếu, khắc phục xong trong quý này.',
  'Chi ủy phân công từng đồng chí theo dõi một chỉ tiêu và báo cáo hằng tháng.',
  'Đưa kết quả thực hiện vào nội dung sinh hoạt chi bộ thường kỳ.',
  'Tổ chức sinh hoạt chuyên đề tại cơ sở, mời đơn vị phối hợp cùng dự.',
  'Lập hộp thư góp ý của chi bộ, trả lời công khai trong bảy ngày.',
  'Rà soát thủ tục nội bộ, bỏ các mẫu báo cáo trùng nhau trước cuối năm.',
] as const
const onTargets = [
  'Chỉ tiêu sinh hoạt chuyên đề nên ghi rõ ít nhất bốn kỳ một năm.',
  'Cần thêm mốc thời gian cho nhiệm vụ thứ ba.',
  'Nhiệm vụ về chuyển đổi số còn chung, đề nghị nêu sản phẩm cụ thể.',
] as const
const onPersons = [
  'Mỗi nhiệm vụ chỉ nên có một người chịu trách nhiệm chính.',
  'Đề nghị ghi tên đồng chí phụ trách thay vì ghi tên phòng.',
] as const

/** Hours of a whole session, by how one took part. */
const hours = { hall: ['3.5', '4', '4'], online: ['3', '3.5', '4'], later: ['1.5', '2'] } as const

/** Whether the member answers in the month: somewhat fewer than register, and each in their own way. */
export function studiesIn(member: RosterMember, month: PeriodId): boolean {
  const diligence = 0.6 + 0.35 * randomFor('studious', member.unitId, member.name)()
  return randomFor('studies', member.unitId, member.name, month)() < diligence
}

export function studyAnswers(member: RosterMember, month: PeriodId): Readonly<Record<string, AnswerValue>> {
  const random = randomFor('study', member.unitId, member.name, month)
  const attended = pick(random, ['hall', 'hall', 'hall', 'online', 'online', 'online', 'later', 'later', 'no'] as const)
  const stance = pick(random, ['agree', 'agree', 'agree', 'change', 'change', 'against'])
  const more = random() < 0.45 ? ` ${pick(random, widenings)}` : ''
  return {
    attended,
    hours: attended === 'no' ? '0' : pick<string>(random, hours[attended]),
    // Who has not studied yet is not asked for a reflection.
    ...(attended === 'no'
      ? {}
      : {
          opinion: `${pick(random, opinions)}${more}`,
          awareness: pick(random, insights),
          proposals: pick(random, actions),
        }),
    stance,
    ...(stance !== 'agree' ? { targets: pick(random, onTargets) } : {}),
    ...(stance === 'change' && random() < 0.5 ? { persons: pick(random, onPersons) } : {}),
  }
}
