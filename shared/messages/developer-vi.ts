// The pages for whoever writes programs, in Vietnamese.

import type { Scope } from '../organisation/api-token.ts'
import { formatCount } from './number.ts'

const count = (value: number) => formatCount(value, 'vi')

const scopes: Record<Scope, string> = {
  'responses:read': 'Đọc phiếu và tệp kèm theo',
  'responses:write': 'Gửi phiếu và tệp kèm theo',
  'exports:make': 'Xuất dữ liệu và tải tệp về',
  'campaigns:read': 'Đọc các đợt và tiến độ',
  'forms:read': 'Đọc biểu mẫu',
  'units:read': 'Đọc danh sách đơn vị',
}

export const developerVi = {
  scopes,
  tokens: {
    title: 'Mã truy cập API',
    lead: 'Mã cho một chương trình làm việc thay ông/bà, với đúng quyền của ông/bà và trong những phạm vi đã chọn.',
    docs: 'Xem các địa chỉ API và cách dùng',
    yours: 'Mã đang có',
    none: 'Chưa có mã nào. Điền phần dưới để tạo mã đầu tiên.',
    may: (names: string) => `Được: ${names}`,
    made: (moment: string) => `Tạo lúc ${moment}`,
    expires: (moment: string) => `Hết hạn ${moment}`,
    expired: (moment: string) => `Đã hết hạn từ ${moment}`,
    used: (moment: string) => `Dùng gần nhất khoảng ${moment}`,
    unused: 'Chưa dùng lần nào',
    revoke: 'Thu hồi',
    revokeNamed: (name: string) => `Thu hồi mã “${name}”`,
    fresh: 'Tạo mã mới',
    name: 'Tên mã',
    nameHint: 'Để nhớ mã dùng ở đâu, ví dụ “Máy tổng hợp của văn phòng”.',
    noName: (most: number) => `Cần đặt tên, không quá ${count(most)} chữ`,
    scopesLabel: 'Phạm vi',
    noScopes: 'Cần chọn ít nhất một phạm vi',
    days: 'Dùng được trong',
    dayChoices: { 30: '30 ngày', 90: '90 ngày', 180: '180 ngày', 365: '1 năm' } as Readonly<Record<number, string>>,
    make: 'Tạo mã',
    shownOnce: 'Mã mới',
    copyNow: (name: string) =>
      `Đây là mã “${name}”. Hãy chép ngay và cất kỹ như mật khẩu: rời trang này thì không xem lại được nữa.`,
    copied: 'Tôi đã chép, về danh sách mã',
    revokeTitle: (name: string) => `Thu hồi mã “${name}”?`,
    revokeSays:
      'Chương trình đang dùng mã này sẽ bị từ chối ngay từ lần gọi kế tiếp. Không lấy lại được mã đã thu hồi.',
    keep: 'Không, giữ mã',
  },
}
