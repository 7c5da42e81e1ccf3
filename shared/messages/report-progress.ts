// How far a report is, and what to do with one that failed. Vietnamese is the source: English has exactly its keys.

import type { Language } from '../language.ts'
import type { DrawnFormat } from '../report/progress.ts'

const vi = {
  title: 'Báo cáo đang được lập',
  failedTitle: 'Báo cáo chưa lập được',
  asked: 'Đã yêu cầu, đang chờ đến lượt',
  facts: (done: number, of: number) =>
    of === 0 ? 'Đang đọc số liệu' : `Đang đọc số liệu: xong ${done}/${of} đợt thu thập`,
  composing: 'Đang viết nội dung báo cáo',
  drawing: (format: DrawnFormat) => `Đang tạo tệp ${{ docx: 'Word', xlsx: 'Excel', pdf: 'PDF' }[format]}`,
  again: (tries: number, most: number) => `Lần thử ${tries}/${most} chưa được, hệ thống sẽ tự thử lại`,
  ready: 'Báo cáo đã lập xong',
  bar: 'Tiến độ lập báo cáo',
  failed: (tries: number, moment: string) => `Đã thử ${tries} lần, lần cuối lúc ${moment}.`,
  tryAgain: 'Thử lại',
  stays: 'Có thể rời trang này, báo cáo vẫn được lập tiếp.',
  reload: 'Xem lại tiến độ',
  open: 'Mở báo cáo',
  /** Behind the title of a report, for whoever hears it. */
  news: (title: string, said: string) => `${title}: ${said}`,
}

export type ReportProgressMessages = typeof vi

const en: ReportProgressMessages = {
  title: 'The report is being made',
  failedTitle: 'The report could not be made',
  asked: 'Asked for, waiting for its turn',
  facts: (done, of) =>
    of === 0
      ? 'Reading the figures'
      : `Reading the figures: ${done} of ${of} ${of === 1 ? 'campaign' : 'campaigns'} done`,
  composing: 'Writing the text of the report',
  drawing: (format) => `Making the ${{ docx: 'Word', xlsx: 'Excel', pdf: 'PDF' }[format]} file`,
  again: (tries, most) => `Try ${tries} of ${most} went wrong; the next one follows by itself`,
  ready: 'The report is ready',
  bar: 'How far the report is',
  failed: (tries, moment) => `Tried ${tries} ${tries === 1 ? 'time' : 'times'}, last at ${moment}.`,
  tryAgain: 'Try again',
  stays: 'You may leave this page; the report goes on being made.',
  reload: 'See how far it is now',
  open: 'Open the report',
  news: (title, said) => `${title}: ${said}`,
}

export const reportProgressMessages: Readonly<Record<Language, ReportProgressMessages>> = { vi, en }
