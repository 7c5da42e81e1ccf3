// Answers that come in beyond a first sending, in Vietnamese: changed, corrected, typed in from paper, not possible, kept
// for later.

import type { EntryField } from '../problems.ts'
import { formatCount } from './number.ts'

const count = (value: number) => formatCount(value, 'vi')

const missing: Record<EntryField, string> = {
  reason: 'Hãy ghi lý do',
  'on-behalf-of': 'Hãy ghi họ tên người đã điền phiếu giấy',
  'paper-date': 'Hãy ghi ngày có trên phiếu giấy, không muộn hơn hôm nay, ví dụ 15/7/2013',
  'reason-kind': 'Hãy chọn một lý do',
  words: 'Hãy ghi rõ lý do',
}

const notPossibleReasons = {
  absent: 'Đơn vị vắng, không có người làm việc',
  closed: 'Trụ sở đóng cửa',
  weather: 'Mưa bão, lũ lụt',
  refused: 'Đơn vị từ chối làm việc',
  other: 'Lý do khác',
}

export const enteringVi = {
  edit: {
    title: 'Sửa phiếu đã gửi',
    lead: (moment: string, revision: number) =>
      `Phiếu này đã nhận lúc ${moment} (lần gửi thứ ${count(revision)}). Bản sửa sẽ thay cho bản đã gửi; bản đã gửi vẫn được lưu lại.`,
    returnedTitle: 'Phiếu được trả lại để chỉnh sửa',
    returnedBy: (name: string, unit: string, moment: string) => `${name}, ${unit}, ${moment}`,
    changedBy: (name: string, moment: string) => `Bản mới do ${name} ghi lúc ${moment}.`,
    unchanged: 'Câu trả lời trong bản mới không khác.',
    before: 'Trước đó',
    after: 'Bản mới',
    blank: 'Không trả lời',
    round: (name: string, number: number) => `${name} ${count(number)}`,
    back: 'Về phiếu, không gửi',
  },
  correct: {
    title: 'Đính chính phiếu',
    lead: 'Văn phòng đính chính câu trả lời. Bản cũ, người đính chính và lý do đều được lưu lại; phiếu đã được chấp nhận thì vẫn được chấp nhận.',
    reason: 'Lý do đính chính',
    reasonHint: 'Người gửi phiếu và cấp trên đều đọc được lý do này.',
  },
  enter: {
    title: 'Nhập phiếu giấy',
    lead: 'Văn phòng nhập thay theo phiếu giấy. Phiếu sẽ ghi rõ nhập thay cho ai và ai nhập.',
    choose: 'Chọn đơn vị',
    unit: 'Đơn vị có phiếu giấy',
    notHeld: 'Đơn vị này không thuộc đợt',
    next: 'Mở phiếu để nhập',
    onBehalfOf: 'Người điền phiếu giấy',
    onBehalfOfHint: 'Họ tên như ghi trên phiếu',
    paperDate: 'Ngày ghi trên phiếu giấy',
    paperDateOpen: 'Không bắt buộc khi kỳ đang mở',
    paperDateClosed:
      'Kỳ này đã đóng. Phiếu giấy điền trước ngày đóng được nhận là phiếu muộn; khi đã hết số ngày gia hạn thì được giữ lại chờ xem xét.',
    optional: '(không bắt buộc)',
  },
  notPossible: {
    title: 'Không kiểm tra được',
    lead: 'Ghi lại rằng đã đến hạn mà không kiểm tra được đơn vị này và vì sao. Khi kiểm tra được, vẫn điền phiếu như thường; phiếu đó sẽ thay cho ghi nhận này.',
    again: (moment: string, reason: string) => `Đã ghi nhận lúc ${moment}: ${reason}`,
    reason: 'Lý do',
    reasons: notPossibleReasons,
    words: 'Nói rõ thêm',
    wordsHint: 'Ngày giờ đến, đã gặp ai, khi nào có thể kiểm tra lại',
    send: 'Ghi nhận không kiểm tra được',
  },
  draft: {
    resumed: (moment: string) => `Đang làm tiếp bản nháp lưu lúc ${moment}.`,
    discard: 'Bỏ bản nháp',
    discardTitle: 'Bỏ bản nháp này?',
    discardLead: (moment: string) => `Bản nháp lưu lúc ${moment} sẽ bị xóa hẳn, không lấy lại được.`,
    keep: 'Giữ lại, về danh sách',
  },
  previous: (period: string, answer: string) => `Kỳ trước (${period}): ${answer}`,
  missing,
}
