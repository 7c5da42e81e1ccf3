// The page of a report, in Vietnamese: what stands around the report itself.

import { formatCount } from './number.ts'

const count = (value: number) => formatCount(value, 'vi')

export const reportPageVi = {
  read: 'Xem trên trang web',
  files: 'Tải về',
  file: {
    pdf: 'PDF',
    docx: 'Word',
    xlsx: 'Excel',
    json: 'JSON',
  },
  /** Behind a format, for whoever doesn't know what it is good for. */
  fileFor: {
    pdf: 'để in, để ký',
    docx: 'để sửa, để ký',
    xlsx: 'các bảng, dạng số',
    json: 'cho phần mềm khác',
  },
  contents: 'Mục lục',
  figuresHint: 'Bấm vào một số liệu để xem các phiếu làm nên số liệu ấy.',
  figureTitle: (responses: string) => `Xem ${responses} phiếu làm nên số liệu này`,
  table: 'Bảng cuộn ngang được',
  chart: 'Biểu đồ cuộn ngang được',
  chartData: 'Số liệu của biểu đồ',
  met: 'đạt',
  missed: 'chưa đạt',
  /** Behind a sentence that nobody's figures made. */
  byHand: { edited: 'văn phòng đã sửa', own: 'văn phòng viết thêm' },
  desk: 'Sửa, góp ý, ban hành',
  all: 'Tất cả báo cáo',
  /** The list of reports. */
  list: {
    filters: 'Lọc danh sách',
    filter: 'Lọc',
    clear: 'Bỏ lọc',
    search: 'Tìm theo tên, đơn vị hoặc số văn bản',
    searchHint: 'Gõ không dấu cũng được.',
    plan: 'Loại báo cáo',
    anyPlan: 'Tất cả',
    period: 'Kỳ',
    anyPeriod: 'Tất cả các kỳ',
    state: 'Tình trạng',
    anyState: 'Tất cả',
    states: {
      making: 'Đang lập',
      failed: 'Chưa lập được',
      draft: 'Dự thảo',
      issued: 'Đã ban hành',
      superseded: 'Đã bị thay thế',
      withdrawn: 'Đã thu hồi',
    },
    unit: 'Đơn vị',
    unitHint: 'Gồm cả các đơn vị cấp dưới.',
    first: 'Về những báo cáo mới nhất',
    making: (reports: number) => `Đang lập ${count(reports)} báo cáo.`,
    seeMaking: 'Xem những báo cáo đang lập',
    noMatch: 'Không có báo cáo nào khớp với điều kiện lọc.',
    noMatchSoFar: 'Chưa tìm thấy báo cáo nào trong phần đã xem; bấm “Báo cáo cũ hơn” để tìm tiếp.',
    noneMake: 'Tạo một báo cáo định kỳ, hoặc đặt báo cáo cho một đợt; đến ngày báo cáo tự được lập và hiện ở đây.',
    /** In the name of a plan whose reports are each of another unit. */
    eachUnit: 'từng đơn vị',
    otherPeriods: 'Kỳ khác, lịch lập, các báo cáo đã lập',
    moreMade: (plans: number) => `Còn ${count(plans)} báo cáo định kỳ nữa`,
  },
}
