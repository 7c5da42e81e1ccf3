// Problems with the organisation's tree, in Vietnamese.

import type { OrganisationProblemTexts } from './problem.ts'

export const organisationProblemsVi: OrganisationProblemTexts = {
  'unit.changed': () => ({
    title: 'Có người vừa thay đổi các đơn vị này',
    detail: 'Chưa lưu gì để không ghi đè lên thay đổi của người khác.',
    next: 'Vui lòng xem thay đổi đó ở dưới; những gì đã nhập vẫn còn nguyên và gửi lại được.',
  }),
  'tree.file-missing': () => ({
    title: 'Chưa có tệp',
    detail: 'Chưa chọn tệp, hoặc tệp trống.',
    next: 'Vui lòng chọn tệp Excel hoặc CSV.',
  }),
  'tree.faulty': ({ errors }, { count }) => ({
    title: 'Chưa nhập được',
    detail: `Tệp còn ${count(errors)} lỗi nên cây đơn vị chưa thay đổi.`,
    next: 'Vui lòng sửa các lỗi nêu dưới đây trong tệp rồi chọn lại tệp.',
  }),
  'tree.outdated': () => ({
    title: 'Cây đơn vị vừa thay đổi',
    detail: 'Có người vừa thay đổi cây đơn vị sau khi xem trước tệp này, nên chưa nhập gì.',
    next: 'Vui lòng xem lại kết quả mới dưới đây rồi xác nhận.',
  }),
  'unit.unknown': () => ({
    title: 'Không tìm thấy đơn vị',
    detail: 'Đơn vị này không tồn tại hoặc không thuộc tổ chức đang dùng.',
    next: 'Vui lòng tìm lại đơn vị theo mã hoặc tên.',
  }),
}
