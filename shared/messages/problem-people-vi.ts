// Problems with people, their ways in and teams, in Vietnamese.

import type { ClosedEntry } from '../problems.ts'
import type { PeopleProblemTexts } from './problem.ts'

const whyClosed: Record<ClosedEntry, string> = {
  unknown: 'Địa chỉ không đầy đủ hoặc không đúng.',
  revoked: 'Đường dẫn này đã bị thu hồi.',
  expired: 'Đường dẫn này đã hết hạn.',
  outgrown: 'Quyền của người này đã thay đổi nên đường dẫn cũ không dùng được nữa.',
}

export const peopleProblemsVi: PeopleProblemTexts = {
  'person.unknown': () => ({
    title: 'Không tìm thấy người này',
    detail: 'Người này không có trong danh sách, đã được xóa, hoặc thuộc phạm vi của quản trị viên khác.',
    next: 'Vui lòng chọn lại trong danh sách người dùng.',
  }),
  'person.email-taken': () => ({
    title: 'Địa chỉ thư đã có người dùng',
    detail: 'Mỗi địa chỉ thư điện tử chỉ thuộc về một người.',
    next: 'Vui lòng dùng địa chỉ khác, hoặc sửa người đang dùng địa chỉ này.',
  }),
  'person.last-admin': () => ({
    title: 'Phải còn ít nhất một quản trị viên',
    detail: 'Đây là quản trị viên cuối cùng của đơn vị cao nhất. Nếu bỏ, sẽ không còn ai quản lý được hệ thống.',
    next: 'Vui lòng giao vai trò quản trị viên ở đơn vị cao nhất cho một người khác trước.',
  }),
  'office.changed': () => ({
    title: 'Có người vừa sửa thông tin này',
    detail: 'Chưa lưu gì để không ghi đè lên thông tin người khác vừa nhập.',
    next: 'Vui lòng xem phần đang lưu ở dưới, rồi lưu lần nữa nếu vẫn đúng ý.',
  }),
  'fields.wrong': ({ fields }, { count }) => ({
    title: 'Chưa lưu được',
    detail: `Có ${count(fields)} chỗ cần sửa.`,
    next: 'Những gì đã nhập vẫn còn nguyên; vui lòng sửa các chỗ nêu dưới đây.',
  }),
  'entry.closed': ({ why }) => ({
    title: 'Đường dẫn không dùng được',
    detail: whyClosed[why],
    next: 'Vui lòng liên hệ văn phòng để nhận đường dẫn mới.',
  }),
  'team.unknown': () => ({
    title: 'Không tìm thấy tổ này',
    detail: 'Tổ này không có trong danh sách hoặc đã được xóa.',
    next: 'Vui lòng chọn lại trong danh sách tổ.',
  }),
  'mail.off': () => ({
    title: 'Chưa gửi được thư',
    detail: 'Hệ thống chưa được cài đặt địa chỉ để gửi thư.',
    next: 'Vui lòng dùng đường dẫn riêng thay cho thư mời.',
  }),
  'mail.refused': () => ({
    title: 'Thư không gửi được',
    detail: 'Máy chủ thư không nhận thư gửi đến địa chỉ này.',
    next: 'Vui lòng kiểm tra lại địa chỉ, hoặc dùng đường dẫn riêng.',
  }),
}
