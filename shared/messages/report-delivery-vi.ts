// Bringing reports to their readers, in Vietnamese.

import type { Occasion, Undelivered } from '../report/delivery.ts'
import { formatCount } from './number.ts'

const count = (value: number) => formatCount(value, 'vi')

const reasons: Record<Undelivered, string> = {
  'person-gone': 'Người này không còn trong hệ thống.',
  'no-right': 'Lúc gửi, người này không có quyền xem báo cáo của đơn vị.',
  'no-address': 'Người này chưa có địa chỉ thư điện tử.',
  'mail-off': 'Hệ thống chưa được thiết lập để gửi thư.',
  'mail-refused': 'Dịch vụ thư không nhận thư gửi tới địa chỉ này.',
  'mail-not-taken': 'Dịch vụ thư tạm thời không nhận thư.',
  'not-known': 'Việc gửi bị ngắt giữa chừng, không rõ đã tới nơi hay chưa.',
  'webhook-gone': 'Kế hoạch không còn địa chỉ nhận thông báo.',
  'no-secret': 'Chưa tạo khóa ký thông báo cho kế hoạch này.',
  'url-refused': 'Địa chỉ nhận thông báo phải bắt đầu bằng https:// và không có tên đăng nhập.',
  'not-public': 'Địa chỉ nhận thông báo dẫn vào mạng nội bộ nên không được gọi.',
  'not-found': 'Không tìm thấy máy chủ có tên này.',
  'no-connection': 'Không kết nối được với máy chủ nhận.',
  'too-slow': 'Máy chủ nhận không trả lời trong 10 giây.',
  redirected: 'Máy chủ nhận chuyển hướng sang địa chỉ khác; thông báo không đi theo.',
  answered: 'Máy chủ nhận báo lỗi.',
}

const occasions: Record<Occasion, string> = {
  ready: 'khi lập xong',
  issued: 'khi ban hành',
}

export const reportDeliveryVi = {
  tab: 'Gửi đi',
  title: 'Gửi báo cáo',
  lead: 'Những ai được kế hoạch báo cáo gửi tới, và kết quả từng lần gửi. Quyền xem được kiểm tra lại mỗi lần gửi và mỗi lần mở liên kết.',
  none: 'Chưa gửi báo cáo này cho ai.',
  noneNext: 'Kế hoạch báo cáo quyết định gửi cho ai và khi nào.',
  webhook: 'Thông báo tới phần mềm khác (webhook)',
  occasions,
  states: {
    waiting: (moment: string) => `Sẽ thử lại lúc ${moment}`,
    sending: 'Đang gửi',
    sent: (moment: string) => `Đã gửi lúc ${moment}`,
    failed: (moment: string) => `Chưa gửi được, lần cuối lúc ${moment}`,
  },
  tries: (tries: number) => `Số lần thử: ${count(tries)}`,
  reasons,
  status: (status: number) => `Mã trả lời: ${status}.`,
  link: {
    open: (moment: string, opened: number) =>
      `Liên kết có hiệu lực đến ${moment}, ${opened === 0 ? 'chưa mở lần nào' : `đã mở ${count(opened)} lần`}.`,
    expired: (moment: string) => `Liên kết đã hết hạn lúc ${moment}.`,
    revoked: (moment: string) => `Liên kết đã bị thu hồi lúc ${moment}.`,
    revoke: 'Thu hồi liên kết',
    revokeFor: (name: string) => `Thu hồi liên kết của ${name}`,
  },
  again: 'Gửi lại',
  againFor: (to: string) => `Gửi lại: ${to}`,
  noticeAgain: 'Đã xếp vào hàng gửi lại.',
  noticeRevoked: 'Đã thu hồi liên kết.',

  plan: {
    title: 'Gửi báo cáo theo kế hoạch',
    save: 'Lưu',
    saved: 'Đã lưu.',
    log: 'Các lần gửi gần đây',
    logLead: (limit: number) => `Nhiều nhất ${count(limit)} lần gửi của các báo cáo mới nhất.`,
    none: 'Kế hoạch này chưa gửi báo cáo nào.',
    report: (period: string) => `Báo cáo kỳ ${period}`,
    secret: 'Khóa ký thông báo',
    secretLead:
      'Phần mềm nhận dùng khóa này để kiểm tra rằng thông báo do hệ thống gửi và không bị sửa (Standard Webhooks, HMAC-SHA256).',
    noSecret: 'Chưa có khóa nào; chưa có khóa thì thông báo không được gửi.',
    madeAt: (name: string, moment: string) => `${name} tạo lúc ${moment}.`,
    both: (moment: string) => `Khóa trước đó vẫn ký cùng đến ${moment}.`,
    make: 'Tạo khóa',
    rotate: 'Thay khóa mới',
    rotateHint: 'Trong 24 giờ sau khi thay, thông báo được ký bằng cả hai khóa để kịp chuyển đổi.',
    url: (url: string) => `Địa chỉ nhận: ${url}`,
    noUrl: 'Kế hoạch chưa có địa chỉ nhận thông báo.',
    made: 'Khóa ký thông báo mới',
    once: 'Khóa chỉ hiện một lần ở trang này. Hãy chép ngay vào phần mềm nhận; hệ thống không cho xem lại.',
    toPlan: 'Về kế hoạch báo cáo',
    back: 'Về trang gửi báo cáo',
  },

  fields: {
    title: 'Gửi báo cáo',
    lead: 'Báo cáo luôn có trong danh sách báo cáo. Có thể gửi thêm thư cho từng người, hoặc thông báo cho phần mềm khác.',
    when: 'Gửi khi nào',
    whens: { ready: 'Ngay khi lập xong, thường là dự thảo', issued: 'Khi đã ban hành' },
    to: 'Gửi thư cho',
    toHint:
      'Mỗi người nhận một liên kết riêng, dùng được 14 ngày. Chỉ những ai được xem báo cáo của đơn vị mới có trong danh sách.',
    nobody: 'Chưa có ai được xem báo cáo của đơn vị này.',
    noAddress: 'chưa có địa chỉ thư',
    url: 'Địa chỉ nhận thông báo (webhook)',
    urlHint: 'Bắt đầu bằng https://. Để trống nếu không dùng. Sau khi lưu, hãy tạo khóa ký ở bên dưới.',
    optional: '(không bắt buộc)',
    faults: {
      when: 'Hãy chọn khi nào thì gửi.',
      to: (limit: number) => `Chọn nhiều nhất ${count(limit)} người được xem báo cáo của đơn vị.`,
      url: 'Địa chỉ phải bắt đầu bằng https://, không có tên đăng nhập và không dẫn vào mạng nội bộ.',
    },
  },

  reading: {
    title: 'Đọc báo cáo',
    for: (name: string) => `Liên kết này dành riêng cho ${name}.`,
    about: (title: string, period: string) => `Báo cáo: ${title}, kỳ ${period}`,
    until: (moment: string) => `Có hiệu lực đến ${moment}.`,
    open: 'Mở báo cáo',
    notYou: 'Nếu không phải người này, xin đóng trang và xóa thư.',
    reader: (name: string, moment: string) => `Đang đọc bằng liên kết riêng của ${name}, có hiệu lực đến ${moment}.`,
  },
}
