// The report that a campaign carries with it, as its step, its check list and its page speak of it, in Vietnamese.

import type { Language } from '../language.ts'
import type { PresetId } from '../report/preset-id.ts'
import { formatCount } from './number.ts'
import { reportScheduleVi } from './report-schedule-vi.ts'

const count = (value: number) => formatCount(value, 'vi')
const languages: Record<Language, string> = { vi: 'Tiếng Việt', en: 'Tiếng Anh' }

export const campaignReportVi = {
  label: 'Báo cáo của đợt',
  hint: 'Hệ thống tự lập bản dự thảo PDF vào ngày đã đặt; xem ở mục Báo cáo.',
  noReport: 'Không tự lập báo cáo',
  seeTemplates: 'Xem, soạn mẫu báo cáo',
  scope: (unit: string) =>
    `Báo cáo gồm các đơn vị của đợt, đứng tên ${unit}. Ai được xem báo cáo ở đơn vị này thì xem được.`,
  schedules: reportScheduleVi.kinds,
  preset: 'Thể thức văn bản',
  presets: {
    'party-2018': 'Văn bản của Đảng (Hướng dẫn 36-HD/VPTW năm 2018)',
    'state-2020': 'Văn bản hành chính nhà nước (Nghị định 30/2020/NĐ-CP)',
    plain: 'Mẫu riêng, không theo quy định nào',
  },
  presetNotes: {
    'party-2018': 'Tiêu đề ĐẢNG CỘNG SẢN VIỆT NAM ở bên phải, dấu * dưới tên cơ quan, ký “T/M”.',
    'state-2020': 'Quốc hiệu, tiêu ngữ ở bên phải, số và ngày ngang hàng, ký “TM.”.',
    plain: 'Tên tổ chức ở bên trái, ngày và số ở bên phải, tên báo cáo chữ lớn; cho doanh nghiệp, hội, trường học.',
  } satisfies Record<PresetId, string>,
  language: 'Ngôn ngữ của báo cáo',
  languages,
  bodyAbove: 'Cơ quan cấp trên (dòng trên)',
  bodyAboveHint: 'Văn bản nhà nước và mẫu riêng có thể để trống nếu không có cơ quan cấp trên.',
  body: 'Cơ quan ban hành (dòng dưới)',
  symbol: 'Ký hiệu',
  symbolHint: 'Phần sau số văn bản: của Đảng là BC/BTCĐUK, của nhà nước là BC-UBND; mẫu riêng có thể để trống.',
  logo: 'Chữ thay biểu trưng',
  logoHint: 'Chỉ mẫu riêng dùng: tên viết tắt, in chữ lớn trên cùng.',
  place: 'Nơi ban hành',
  placeHint: 'Địa danh trước ngày tháng, ví dụ Hà Nội.',
  recipients: 'Nơi nhận',
  recipientsHint: 'Mỗi dòng một nơi.',
  authority: 'Thẩm quyền ký',
  authorityHint:
    'Ví dụ T/M BAN THƯỜNG VỤ (Đảng), TM. ỦY BAN NHÂN DÂN (nhà nước); để trống nếu người ký lấy chức danh của mình.',
  post: 'Chức vụ người ký',
  postHint: 'Ví dụ TRƯỞNG BAN.',
  look: 'Xem những ngày lập báo cáo',
  preview: 'Những ngày lập báo cáo tới',
  due: 'Ngày lập',
  more: (dates: number) => `và ${count(dates)} kỳ sau nữa`,
  noDates: 'Không còn kỳ nào đến ngày lập báo cáo.',
  byHand: 'Báo cáo chỉ được lập khi có người bấm lập ở mục Báo cáo.',
  noPeriods: 'Đặt kỳ trước, rồi xem các ngày lập ở đây.',
  passed: (dates: number) => `${count(dates)} kỳ đã qua ngày này: lập bằng tay ở mục Báo cáo nếu cần.`,
  also: 'Báo cáo khác có số liệu của đợt',
  fields: {
    reportTemplate: 'Báo cáo của đợt',
    reportLanguage: 'Ngôn ngữ của báo cáo',
    reportPreset: 'Thể thức văn bản',
    reportLogo: 'Chữ thay biểu trưng',
    reportBodyAbove: 'Cơ quan cấp trên',
    reportBody: 'Cơ quan ban hành',
    reportSymbol: 'Ký hiệu',
    reportPlace: 'Nơi ban hành',
    reportRecipients: 'Nơi nhận',
    reportAuthority: 'Thẩm quyền ký',
    reportPost: 'Chức vụ người ký',
    reportSchedule: 'Báo cáo: lập khi nào',
    reportDays: 'Báo cáo: số ngày sau kỳ',
    reportDay: 'Báo cáo: ngày trong tháng',
    reportMonths: 'Báo cáo: của tháng nào',
    reportWhich: 'Báo cáo: ngày làm việc nào',
    reportHour: 'Báo cáo: giờ lập',
  },
  faults: {
    'campaign-unfit': 'Chọn một đợt trong danh sách; đợt phải có đơn vị thuộc đơn vị của báo cáo.',
    'no-common-period': 'Các đợt đã chọn không có kỳ chung nào theo cách này.',
    'no-children': 'Đơn vị này không có đơn vị trực thuộc nào tham gia các đợt đã chọn.',
  },
  checks: {
    report: {
      done: 'Có báo cáo tự lập, đã đủ phần đầu, nơi nhận, người ký và lịch.',
      not: 'Không tự lập báo cáo; số liệu xem ở mục Tiến độ.',
    },
    'report-fits': { done: 'Mẫu báo cáo hợp với loại đợt.', not: 'Mẫu báo cáo đã chọn không hợp với loại đợt này.' },
    'report-symbol': {
      done: 'Ký hiệu văn bản đúng dạng của thể thức.',
      not: 'Ký hiệu văn bản không đúng dạng của thể thức: của Đảng là BC/BTCĐUK, của nhà nước là BC-UBND.',
    },
    'report-indicators': {
      done: 'Báo cáo có chỉ tiêu để nêu kết quả.',
      not: 'Báo cáo cần chỉ tiêu: chưa có thì chỉ nêu được tình hình nộp phiếu.',
    },
    'report-dates': {
      done: 'Báo cáo lập sau khi mỗi kỳ đã khóa.',
      not: 'Có kỳ mà báo cáo lập trước khi khóa, hoặc kỳ không có hạn khóa: số liệu lúc ấy có thể chưa đủ.',
    },
  },
  overview: 'Báo cáo',
  nextOn: (title: string, period: string, moment: string) => `${title}: lập tiếp cho ${period} vào ${moment}`,
  noNext: (title: string) => `${title}: không còn ngày lập nào phía trước`,
  none: 'Không tự lập',
  toReports: 'Xem các báo cáo',
}
