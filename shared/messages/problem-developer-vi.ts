// Problems with exports and of programs, in Vietnamese.

import type { DeveloperProblemTexts } from './problem.ts'

export const developerProblemsVi: DeveloperProblemTexts = {
  'access.authorization-malformed': () => ({
    title: 'Không đọc được tiêu đề Authorization',
    detail: 'Tiêu đề ghi Bearer nhưng sau đó không có đúng một mã truy cập.',
    next: 'Hãy gửi “Authorization: Bearer ” rồi đến mã truy cập.',
  }),
  'access.token-invalid': () => ({
    title: 'Mã truy cập không dùng được',
    detail: 'Mã không đúng, đã hết hạn, đã bị thu hồi, hoặc chủ của mã không còn trong hệ thống.',
    next: 'Hãy tạo mã mới ở trang Mã truy cập API.',
  }),
  'access.scope-missing': ({ scope }) => ({
    title: 'Mã truy cập không được làm việc này',
    detail: scope ? `Việc này cần phạm vi ${scope}.` : 'Không mã truy cập nào mở được địa chỉ này.',
    next: scope ? 'Hãy tạo mã mới có phạm vi đó.' : 'Hãy xem các địa chỉ dành cho chương trình ở trang API.',
  }),
  'token.unknown': () => ({
    title: 'Không tìm thấy mã truy cập này',
    detail: 'Mã đã bị thu hồi, hoặc là của người khác.',
    next: 'Hãy xem danh sách mã ở trang Mã truy cập API.',
  }),
  'token.faulty': () => ({
    title: 'Chưa tạo được mã',
    detail: 'Có chỗ chưa điền đúng; những gì đã điền vẫn còn nguyên.',
    next: 'Vui lòng sửa ở các ô dưới đây rồi bấm lại.',
  }),
  'token.shown-once': () => ({
    title: 'Mã này đã được tạo rồi',
    detail: 'Trang vừa được gửi lại; không có mã thứ hai nào được tạo. Nội dung mã chỉ hiện một lần.',
    next: 'Nếu chưa kịp chép mã, hãy thu hồi mã đó ở danh sách dưới đây rồi tạo mã mới.',
  }),
  'token.too-many': ({ limit }, { count }) => ({
    title: 'Đã có nhiều mã truy cập',
    detail: `Mỗi người có tối đa ${count(limit)} mã.`,
    next: 'Hãy thu hồi mã không dùng nữa rồi tạo mã mới.',
  }),
  'token.needs-account': () => ({
    title: 'Cần đăng nhập bằng tài khoản',
    detail: 'Người vào bằng đường dẫn riêng không tạo được mã truy cập: mã sẽ còn dùng được khi đường dẫn đã hết hạn.',
    next: 'Hãy đăng nhập bằng tài khoản, hoặc hỏi người quản trị.',
  }),
  'export.unknown': () => ({
    title: 'Không tìm thấy tệp dữ liệu này',
    detail: 'Tệp đã hết hạn lưu, hoặc do người khác yêu cầu.',
    next: 'Vui lòng xuất lại từ trang Xuất dữ liệu.',
  }),
  'export.not-exportable': () => ({
    title: 'Đợt này không xuất được từng phiếu',
    detail: 'Phiếu hỏi ý kiến đảng viên, đoàn viên không được lấy ra từng phiếu, để không ai bị nhận ra.',
    next: 'Vui lòng xem kết quả tổng hợp ở báo cáo.',
  }),
  'export.faulty': () => ({
    title: 'Chưa xuất được',
    detail: 'Có chỗ chưa chọn đúng; những gì đã chọn vẫn còn nguyên.',
    next: 'Vui lòng sửa ở các ô dưới đây rồi bấm lại.',
  }),
  'export.too-many': ({ limit }, { count }) => ({
    title: 'Đang có nhiều tệp chờ xuất',
    detail: `Mỗi người chỉ xuất cùng lúc tối đa ${count(limit)} tệp.`,
    next: 'Vui lòng đợi các tệp trước xong rồi xuất tiếp.',
  }),
  'export.not-ready': () => ({
    title: 'Tệp chưa xong',
    detail: 'Dữ liệu còn đang được xuất, hoặc lần xuất này không thành.',
    next: 'Vui lòng xem tiến độ ở trang Xuất dữ liệu.',
  }),
}
