// The mail that tells a person that a report is there. No figures: mails lie in places that nobody here looks after.

import type { Language } from '../language.ts'
import type { ReportIssue } from '../report/issue.ts'
import type { ReportPeriod } from '../report/period.ts'
import { formatDay } from './day.ts'
import { formatMoment } from './number.ts'
import { periodName } from './period.ts'

type About = {
  readonly name: string
  readonly organisation: string
  readonly title: string
  readonly period: ReportPeriod
  /** Undefined where it is gone from the tree. */
  readonly unit: string | undefined
  readonly issue: Pick<ReportIssue, 'documentNumber' | 'date'> | undefined
  /** Opens the report for this one person. */
  readonly link: string
  /** Where those who have an account find it. */
  readonly account: string
  readonly expiresAt: string
  readonly timeZone: string
}

/** A line of its own would look like one of the mail's, and could name another link. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()

export function reportMail(language: Language, about: About): { readonly subject: string; readonly text: string } {
  const { issue, link, account, unit } = about
  const [name, organisation, title] = [about.name, about.organisation, about.title].map(oneLine)
  const period = periodName(about.period, language)
  const until = formatMoment(about.expiresAt, language, about.timeZone)
  const number = issue && oneLine(issue.documentNumber)
  const day = issue && formatDay(issue.date, language)
  const vi = {
    subject: issue ? `Báo cáo đã ban hành: ${title}, kỳ ${period}` : `Dự thảo báo cáo: ${title}, kỳ ${period}`,
    lines: [
      `Kính gửi ông/bà ${name},`,
      '',
      issue
        ? `${organisation} đã ban hành báo cáo “${title}”, kỳ ${period}: ${number}, ngày ${day}.`
        : `Dự thảo báo cáo “${title}”, kỳ ${period}, của ${organisation} đã lập xong.`,
      ...(unit === undefined ? [] : [`Đơn vị: ${oneLine(unit)}.`]),
      '',
      `Đọc và tải về: ${link}`,
      '',
      `Liên kết này chỉ dành riêng cho ông/bà, có hiệu lực đến ${until}; xin đừng chuyển tiếp.`,
      `Nếu có tài khoản, ông/bà cũng có thể đăng nhập để xem tại: ${account}`,
    ],
  }
  const en = {
    subject: issue ? `Report issued: ${title}, ${period}` : `Draft report: ${title}, ${period}`,
    lines: [
      `Dear ${name},`,
      '',
      issue
        ? `${organisation} has issued the report “${title}”, ${period}: ${number} of ${day}.`
        : `The draft of the report “${title}”, ${period}, of ${organisation} is ready.`,
      ...(unit === undefined ? [] : [`Unit: ${oneLine(unit)}.`]),
      '',
      `Read and download: ${link}`,
      '',
      `This link is for you alone and works until ${until}; please do not pass it on.`,
      `With an account you can also sign in and read it at: ${account}`,
    ],
  }
  const { subject, lines } = language === 'vi' ? vi : en
  return { subject, text: [...lines, ''].join('\n') }
}
