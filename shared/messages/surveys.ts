// What members read around the questions of a survey, in both languages. They have never seen this system, and some of them
// are afraid: short sentences, no word of ours, nothing promised that isn't so.

import type { Language } from '../language.ts'
import type { AnsweringWay } from '../survey/survey.ts'
import { formatCount } from './number.ts'

/** `until`: when the survey closes, undefined where nobody has fixed it; `minutes`: how long it takes. */
type Promise = { readonly organisation: string; readonly until: string | undefined; readonly minutes: number }

const vi = {
  promise: {
    anonymous: ({ organisation, until, minutes }) =>
      `Phiếu ẩn danh, trả lời trong khoảng ${formatCount(minutes, 'vi')} phút: không ai biết ông/bà trả lời gì; ${organisation} chỉ xem được kết quả gộp của từ 5 người trở lên, sau khi đợt lấy ý kiến kết thúc${until ? ` lúc ${until}` : ''}.`,
    named: ({ organisation, until, minutes }) =>
      `Phiếu có tên, trả lời trong khoảng ${formatCount(minutes, 'vi')} phút${until ? `, hạn ${until}` : ''}: ${organisation} và đơn vị của ông/bà xem được tên cùng câu trả lời.`,
    open: ({ organisation, until, minutes }) =>
      `Phiếu mở, trả lời trong khoảng ${formatCount(minutes, 'vi')} phút${until ? `, hạn ${until}` : ''}: ai có liên kết này đều trả lời được, không hỏi tên; ${organisation} xem được kết quả gộp.`,
  } satisfies Record<AnsweringWay, (about: Promise) => string>,
  why: 'Vì sao tin được là ẩn danh?',
  reasons: [
    'Phần mềm ghi lại rằng giấy mời này đã được trả lời, để không nhắc nữa, và cất câu trả lời ở một nơi khác. Không có gì nối hai nơi đó: không tên, không giờ gửi, không địa chỉ máy.',
    'Câu trả lời được cất chung với ít nhất 10 người được mời. Nhóm có dưới 5 người trả lời không bao giờ được nêu, kể cả khi đem các con số trừ cho nhau.',
    'Khi đợt kết thúc, chìa khóa của đợt bị hủy; từ đó không ai có thể dò lại.',
  ],
  limits:
    'Điều chưa chặn được: đến khi đợt kết thúc, người vừa giữ chìa khóa vừa có bản chép liên kết riêng của ông/bà có thể dò ra câu trả lời; người quản trị máy chủ có thể so các bản sao lưu, giữ trong 35 ngày.',
  /** A member whose invitation has no name. */
  member: 'Người được mời',
  questions: 'Các câu hỏi',
  draft: {
    found: 'Trên máy này còn phiếu ông/bà đang trả lời dở.',
    resume: 'Trả lời tiếp',
    discard: 'Xóa khỏi máy này',
    kept: 'Những gì trả lời dở được giữ trên máy này cho đến khi gửi.',
  },
  website: 'Để trống ô này',
  code: {
    title: 'Nhập mã trên giấy mời',
    lead: 'Mã có 12 chữ và số, in dưới hình vuông trên giấy mời.',
    label: 'Mã',
    hint: 'Ví dụ: K7M4-2XQ9-PD3W. Gõ chữ thường hay chữ hoa, có gạch hay không đều được.',
    send: 'Mở phiếu',
  },
  thanks: {
    title: 'Đã nhận được ý kiến của ông/bà',
    detail: 'Xin cảm ơn. Trên máy này không còn lưu gì của câu trả lời.',
    next: 'Ông/bà có thể đóng trang này, hoặc đưa máy cho người tiếp theo.',
    nextCode: 'Nhập mã của người khác',
  },
}

const en: typeof vi = {
  promise: {
    anonymous: ({ organisation, until, minutes }) =>
      `Anonymous, about ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}: nobody learns what you answered; ${organisation} only sees results of 5 people or more together, after the survey closes${until ? ` on ${until}` : ''}.`,
    named: ({ organisation, until, minutes }) =>
      `Under your name, about ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}${until ? `, until ${until}` : ''}: ${organisation} and your unit see your name with your answers.`,
    open: ({ organisation, until, minutes }) =>
      `Open, about ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}${until ? `, until ${until}` : ''}: whoever has this link can answer, and no name is asked for; ${organisation} sees the results together.`,
  },
  why: 'Why can I trust that it is anonymous?',
  reasons: [
    'The software notes that this invitation was answered, so that nobody is reminded in vain, and keeps the answer elsewhere. Nothing joins the two: no name, no time, no address of a device.',
    'Answers are kept together with those of at least 10 people who were invited. A group of fewer than 5 answers is never shown, not even by taking one figure from another.',
    'When the survey ends its key is destroyed; from then on nobody can find out.',
  ],
  limits:
    'What it can not prevent: until the end, somebody who holds both the key and a copy of your own link could look the answer up; whoever runs the server could compare backups, which are kept for 35 days.',
  member: 'Invited member',
  questions: 'The questions',
  draft: {
    found: 'This device still has answers that you had not sent.',
    resume: 'Go on with them',
    discard: 'Remove them from this device',
    kept: 'What you have answered so far stays on this device until you send it.',
  },
  website: 'Leave this empty',
  code: {
    title: 'Type the code of your invitation',
    lead: 'It has 12 letters and digits and is printed below the square on your slip.',
    label: 'Code',
    hint: 'For example K7M4-2XQ9-PD3W. Small or capital letters, with or without hyphens.',
    send: 'Open the survey',
  },
  thanks: {
    title: 'Your answer has arrived',
    detail: 'Thank you. Nothing of it stays on this device.',
    next: 'You can close this page, or hand the device to the next person.',
    nextCode: "Type somebody else's code",
  },
}

export const surveyMessages: Record<Language, typeof vi> = { vi, en }
