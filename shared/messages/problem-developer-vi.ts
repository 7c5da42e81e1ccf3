// Problems with exports and of programs, in Vietnamese.

import type { DeveloperProblemTexts } from './problem.ts'

export const developerProblemsVi: DeveloperProblemTexts = {
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
