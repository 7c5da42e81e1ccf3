// What an issued report says of itself, in the language of the document: its date, what it takes the place of, where it is verified.

import type { Language } from '../language.ts'
import type { Day } from '../organisation/day.ts'
import { formatDay } from './day.ts'
import { formatCount } from './number.ts'

const months = 'January February March April May June July August September October November December'.split(' ')
const partsOf = (date: Day) => {
  const [year = '', month = '', day = ''] = date.split('-')
  return { year, month, day }
}

const vi = {
  /** Days 1-9 and months 1-2 carry a leading 0. */
  placeAndDate: (place: string, date: Day) => {
    const { year, month, day } = partsOf(date)
    return `${place}, ngày ${day} tháng ${Number(month) <= 2 ? month : Number(month)} năm ${year}`
  },
  /** The address follows them. */
  verify: (code: string): string[] => [`Mã kiểm tra: ${code}`, 'Quét mã QR hoặc mở địa chỉ sau để kiểm tra văn bản:'],
  /** `number`: "Số 12-BC/BTC", as it stands in the letterhead. */
  namedIssue: (number: string, date: Day) => `Báo cáo ${number.replace(/^Số/, 'số')} ngày ${formatDay(date, 'vi')}`,
  replaces: (old: string) => `Báo cáo này thay thế ${old}.`,
  noFigureChanged: (old: string) => `So với ${old}, không có số liệu nào thay đổi.`,
  changes: (old: string) => `Số liệu thay đổi so với ${old}`,
  figure: 'Số liệu',
  was: 'Đã nêu',
  is: 'Nay là',
  moreChanges: (more: number) => `Còn ${formatCount(more, 'vi')} số liệu khác cũng thay đổi.`,
}

const en: typeof vi = {
  placeAndDate: (place, date) => {
    const { year, month, day } = partsOf(date)
    return `${place}, ${Number(day)} ${months[Number(month) - 1]} ${year}`
  },
  verify: (code) => [`Verification code: ${code}`, 'Scan the QR code or open this address to verify the document:'],
  namedIssue: (number, date) => `report ${number} of ${formatDay(date, 'en')}`,
  replaces: (old) => `This report replaces ${old}.`,
  noFigureChanged: (old) => `No figure has changed since ${old}.`,
  changes: (old) => `Figures that have changed since ${old}`,
  figure: 'Figure',
  was: 'Was',
  is: 'Is',
  moreChanges: (more) => `${formatCount(more, 'en')} more ${more === 1 ? 'figure has' : 'figures have'} changed.`,
}

export const issuingMessages = { vi, en } as const satisfies Record<Language, typeof vi>
