// When reports are made, in Vietnamese.

import type { Language } from '../language.ts'
import type { ReportSchedule } from '../report/schedule.ts'
import { formatCount } from './number.ts'

const count = (value: number) => formatCount(value, 'vi' satisfies Language)

const hour = (at: number) => (at === 24 ? '24 giờ' : `${at} giờ`)
const month = (after: number) => (after === 0 ? 'tháng cuối kỳ' : `tháng thứ ${after} sau kỳ`)
const nth = (n: number) => (n === 1 ? 'đầu tiên' : `thứ ${n}`)

export const reportScheduleVi = {
  label: 'Lập báo cáo khi nào',
  kinds: {
    'days-after': 'Một số ngày sau khi hết kỳ',
    'day-of-month': 'Một ngày cố định trong tháng',
    'working-day': 'Một ngày làm việc',
    'by-hand': 'Chỉ khi có người bấm lập',
  } satisfies Record<ReportSchedule['kind'], string>,
  notes: {
    'days-after': 'Tính từ ngày cuối kỳ; 0 là ngay ngày cuối kỳ.',
    'day-of-month': 'Ví dụ ngày 25; tháng ngắn hơn thì lấy ngày cuối tháng.',
    'working-day': 'Thứ Hai đến thứ Sáu, trừ ngày nghỉ ghi ở phần thiết lập của tổ chức.',
    'by-hand': undefined,
  } satisfies Record<ReportSchedule['kind'], string | undefined>,
  days: 'Số ngày sau ngày cuối kỳ',
  day: 'Ngày',
  months: 'Của tháng nào',
  month: (after: number) => (after === 0 ? 'Tháng cuối của kỳ' : `Tháng thứ ${after} sau kỳ`),
  which: 'Ngày làm việc nào',
  last: 'Ngày làm việc cuối cùng của tháng cuối kỳ',
  nth: (n: number) => `Ngày làm việc ${nth(n)} sau khi hết kỳ`,
  hour: 'Lúc',
  atHour: hour,
  said: {
    'days-after': (days: number, at: number) =>
      days === 0 ? `ngày cuối kỳ, lúc ${hour(at)}` : `${count(days)} ngày sau khi hết kỳ, lúc ${hour(at)}`,
    'day-of-month': (day: number, after: number, at: number) => `ngày ${day} ${month(after)}, lúc ${hour(at)}`,
    'working-day': (which: 'last' | number, at: number) =>
      which === 'last'
        ? `ngày làm việc cuối cùng của tháng cuối kỳ, lúc ${hour(at)}`
        : `ngày làm việc ${nth(which)} sau khi hết kỳ, lúc ${hour(at)}`,
    'by-hand': () => 'chỉ lập khi có người bấm',
  },
}
export type ReportScheduleMessages = typeof reportScheduleVi
