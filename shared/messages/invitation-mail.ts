// What a member is written: the mail with the link, and the text that an office copies into a chat.

import { type LocalText, localize } from '../language.ts'
import type { AnsweringWay } from '../survey/survey.ts'
import { formatMoment } from './number.ts'

type About = {
  readonly title: LocalText
  readonly way: AnsweringWay
  readonly closesAt: string | null
  readonly timeZone: string
  readonly organisation: string
  /** Where a code is typed. */
  readonly typeAt: string
}

const waysVi: Record<AnsweringWay, string> = {
  anonymous: 'Phiếu ẩn danh: không ai biết ông/bà trả lời gì.',
  named: 'Phiếu có tên: câu trả lời được ghi cùng tên của ông/bà.',
  open: 'Phiếu mở: ai có liên kết đều trả lời được.',
}
const waysEn: Record<AnsweringWay, string> = {
  anonymous: 'It is anonymous: nobody learns what you answer.',
  named: 'It is answered under your name.',
  open: 'Whoever has the link can answer.',
}

/** A sentence on who will know, for a slip. */
export const wayOnPaper = { vi: waysVi, en: waysEn } as const

/** A line of its own would look like one of the mail's, and could name another link. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()

/** In Vietnamese, with English below. */
export function invitationMail(
  about: About & { readonly link: string; readonly code: string; readonly isReminder: boolean },
): { readonly subject: string; readonly text: string } {
  const { link, code, isReminder, way, typeAt } = about
  const organisation = oneLine(about.organisation)
  const [title, titleEn] = [oneLine(localize(about.title, 'vi')), oneLine(localize(about.title, 'en'))]
  const vi = [
    'Kính gửi ông/bà,',
    '',
    isReminder
      ? `${organisation} xin nhắc: chưa nhận được ý kiến của ông/bà cho “${title}”.`
      : `${organisation} mời ông/bà trả lời “${title}”.`,
    waysVi[way],
    ...(about.closesAt ? [`Hạn trả lời: ${formatMoment(about.closesAt, 'vi', about.timeZone)}.`] : []),
    '',
    `Liên kết riêng của ông/bà: ${link}`,
    `Hoặc mở ${typeAt} và gõ mã ${code}`,
    '',
    'Liên kết này chỉ dùng cho một người, xin đừng chuyển tiếp.',
  ]
  const en = [
    isReminder
      ? `${organisation} has not received your answer to “${titleEn}” yet.`
      : `${organisation} asks you to answer “${titleEn}”.`,
    waysEn[way],
    ...(about.closesAt ? [`Until: ${formatMoment(about.closesAt, 'en', about.timeZone)}.`] : []),
    `Your own link: ${link}`,
    `Or open ${typeAt} and type the code ${code}`,
    'The link is for one person; please do not pass it on.',
  ]
  return {
    subject: `${isReminder ? 'Nhắc trả lời' : 'Mời trả lời'}: ${title}`,
    text: [...vi, '', '---', '', ...en, ''].join('\n'),
  }
}

/** A reminder for a chat or a notice board: it holds nobody's link. */
export function chatText(about: About): string {
  const until = about.closesAt ? ` trước ${formatMoment(about.closesAt, 'vi', about.timeZone)}` : ''
  return [
    `${about.organisation} mời các đồng chí trả lời “${localize(about.title, 'vi')}”${until}.`,
    waysVi[about.way],
    `Xin mở liên kết riêng đã nhận, quét mã QR trên giấy mời, hoặc mở ${about.typeAt} và gõ mã trên giấy mời.`,
    'Ai đã trả lời rồi xin bỏ qua tin này.',
  ].join('\n')
}
