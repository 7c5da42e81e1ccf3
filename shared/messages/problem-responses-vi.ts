// Problems with responses, drafts and records, in Vietnamese.

import type { Uneditable } from '../response/editing.ts'
import type { ResponseProblemTexts } from './problem.ts'

const askOffice = 'Nếu cần hỗ trợ, vui lòng liên hệ văn phòng.'
const whyUneditableVi: Record<Uneditable, string> = {
  scored: 'Chi bộ đã chấm điểm phiếu này.',
  decided: 'Phiếu đã được cấp trên chấp nhận hoặc văn phòng đính chính.',
  withdrawn: 'Phiếu đã được rút lại.',
  'not-possible': 'Phiếu này chỉ ghi nhận lần kiểm tra không thực hiện được, không có câu trả lời.',
  'not-yours': 'Phiếu do người khác gửi; chỉ người gửi mới sửa được.',
  'in-quarantine': 'Một bản gửi sau của phiếu đang chờ văn phòng xem xét.',
}

export const responseProblemsVi: ResponseProblemTexts = {
  'response.conflict': ({ stored }, { count, moment }) => ({
    title: 'Phiếu này đã được lưu với nội dung khác',
    detail: stored
      ? `Bản đang lưu là lần gửi thứ ${count(stored.revision)}, nhận lúc ${moment(stored.receivedAt)}; bản này không bị thay đổi.`
      : 'Trước đó đã nhận một phiếu cùng số với nội dung khác; phiếu đó không bị thay đổi.',
    next: 'Vui lòng so sánh hai nội dung; nếu bản đang lưu chưa đúng, hãy liên hệ văn phòng.',
  }),
  'response.scores-invalid': ({ faults }, { count }) => ({
    title: 'Điểm chưa được lưu',
    detail: `Có ${count(faults.length)} chỗ cần sửa trong phần chấm điểm.`,
    next: 'Vui lòng sửa những câu nêu dưới đây rồi lưu lại.',
  }),
  'response.already-reported': () => ({
    title: 'Đơn vị đã có phiếu trong kỳ này',
    detail: 'Mỗi đơn vị chỉ nộp một phiếu trong một kỳ, và phiếu của đơn vị này đã được nhận.',
    next: 'Nếu phiếu đã nhận có sai sót, vui lòng liên hệ văn phòng.',
  }),
  'response.changed': ({ revision }, { count }) => ({
    title: 'Trong lúc đang sửa, phiếu đã có bản mới hơn',
    detail: `Phiếu đã có bản thứ ${count(revision)} nên bản vừa gửi chưa được lưu.`,
    next: 'Những gì đang điền vẫn còn nguyên bên dưới. Hãy so sánh, sửa nếu cần rồi gửi lại: bản gửi sẽ thay cho bản mới này.',
  }),
  'entry.incomplete': ({ fields }, { count }) => ({
    title: 'Phiếu chưa ghi nhận được',
    detail: `Còn ${count(fields.length)} ô cần điền.`,
    next: 'Vui lòng điền những ô nêu dưới đây rồi gửi lại.',
  }),
  'draft.newer': ({ savedAt }, { moment }) => ({
    title: 'Bản nháp này đã được lưu ở nơi khác',
    detail: `Bản ở nơi khác lưu lúc ${moment(savedAt)} và chưa bị thay đổi.`,
    next: 'Bấm lưu nháp lần nữa để thay bản đó bằng những gì đang điền ở đây; hoặc mở lại phiếu từ danh sách để làm tiếp bản đó.',
  }),
  'draft.too-large': () => ({
    title: 'Nội dung quá dài để lưu nháp',
    detail: 'Bản nháp lớn hơn mức lưu được.',
    next: 'Vui lòng rút gọn những câu trả lời dài rồi lưu lại.',
  }),
  'draft.too-many': ({ limit }, { count }) => ({
    title: 'Đã có quá nhiều bản nháp',
    detail: `Mỗi người lưu được nhiều nhất ${count(limit)} bản nháp.`,
    next: 'Vui lòng gửi hoặc bỏ bớt bản nháp trong danh sách rồi lưu lại.',
  }),
  'response.not-editable': ({ why }) => ({
    title: 'Phiếu này không sửa được nữa',
    detail: whyUneditableVi[why],
    next: 'Nếu phiếu còn sai sót, vui lòng đề nghị văn phòng trả lại hoặc đính chính.',
  }),
  'response.step-not-allowed': () => ({
    title: 'Không thực hiện được bước này',
    detail: 'Phiếu đang ở bước không cho phép việc vừa chọn, hoặc cấp trên đã quyết định.',
    next: 'Vui lòng xem lại lịch sử của phiếu.',
  }),
  'response.changed-meanwhile': ({ revision, at }, { count, moment }) => ({
    title: 'Phiếu vừa có thay đổi',
    detail: `Trong lúc trang này đang mở, phiếu đã có bản thứ ${count(revision)}, lúc ${moment(at)}. Việc vừa chọn chưa được thực hiện.`,
    next: 'Vui lòng xem phần lịch sử rồi quyết định lại.',
  }),
  'response.words-wrong': ({ limit }, { count }) => ({
    title: 'Cần ghi lý do',
    detail: `Lý do không được để trống và có tối đa ${count(limit)} ký tự.`,
    next: 'Vui lòng ghi lý do rồi gửi lại.',
  }),
  'response.name-not-confirmed': () => ({
    title: 'Tên đơn vị chưa khớp',
    detail: 'Để tránh nhầm, cần gõ đúng tên hoặc mã của đơn vị.',
    next: 'Vui lòng gõ lại; chưa có gì thay đổi.',
  }),
  'response.revision-out-of-order': ({ expected }, { count }) => ({
    title: 'Bản sửa không đúng thứ tự',
    detail: `Lần gửi tiếp theo của phiếu này phải là lần thứ ${count(expected)}.`,
    next: 'Vui lòng tải lại trang để lấy bản mới nhất rồi sửa lại.',
  }),
  'response.unknown': () => ({
    title: 'Không tìm thấy phiếu đã gửi',
    detail: 'Không có phiếu nào được lưu ở địa chỉ này.',
    next: `Vui lòng xem lại danh sách phiếu. ${askOffice}`,
  }),
  'records.none': () => ({
    title: 'Chưa có phiếu nào để in',
    detail: 'Đơn vị đã chọn chưa có phiếu nào như vậy trong kỳ này.',
    next: 'Vui lòng chọn đơn vị khác hoặc in tất cả các phiếu.',
  }),
  'records.too-many': ({ found, limit }, { count }) => ({
    title: 'Quá nhiều phiếu cho một tệp',
    detail: `Có ít nhất ${count(found)} phiếu; mỗi tệp chỉ gồm tối đa ${count(limit)} phiếu.`,
    next: 'Vui lòng chọn một đơn vị cấp dưới rồi lập nhiều tệp.',
  }),
  'records.unknown': () => ({
    title: 'Không tìm thấy tệp biên bản',
    detail: 'Tệp này chưa được lập, hoặc đã quá bảy ngày nên không còn được giữ.',
    next: 'Vui lòng lập lại tệp.',
  }),
}
