// What a member of a named survey reads on the own pages, in both languages.

import type { Language } from '../language.ts'

/** Where an own answer stands, as its member is told. */
export type OwnState = 'sent' | 'scored' | 'confirmed' | 'returned' | 'withdrawn' | 'waiting'

const vi = {
  /** Beside the sentence that says who sees what. */
  key: 'Liên kết này là chìa khóa riêng của ông/bà: ai có nó đều xem và gửi được phiếu dưới tên ông/bà. Xin đừng chuyển cho người khác.',
  of: (name: string, unit: string) => (name === '' ? unit : `${name}, ${unit}`),
  save: 'Lưu để trả lời tiếp sau',
  resumed: (moment: string) =>
    `Đang trả lời tiếp bản lưu lúc ${moment}. Bản này chưa gửi; mở lại liên kết này trên máy nào cũng thấy.`,
  discard: {
    summary: 'Xóa bản lưu này',
    lead: 'Những gì trả lời dở trong bản lưu sẽ mất và không lấy lại được. Phiếu đã gửi, nếu có, vẫn giữ nguyên.',
    button: 'Xóa bản lưu',
  },
  title: 'Phiếu của ông/bà',
  sentNow: 'Đã nhận được phiếu. Xin cảm ơn ông/bà.',
  history: 'Các kỳ đã trả lời',
  states: {
    sent: 'Đã gửi',
    scored: 'Chi bộ đã chấm điểm, chờ xác nhận',
    confirmed: 'Đã xác nhận',
    returned: 'Được trả lại, cần sửa rồi gửi lại',
    withdrawn: 'Đã rút',
    waiting: 'Văn phòng đang xem xét',
  } satisfies Record<OwnState, string>,
  sentAt: (moment: string) => `Gửi lúc ${moment}`,
  words: 'Ý kiến của người duyệt',
  read: (period: string) => `Xem phiếu ${period}`,
  change: (period: string) => `Sửa phiếu ${period}`,
  resend: (period: string) => `Sửa và gửi lại phiếu ${period}`,
  answer: (period: string) => `Phiếu ${period}`,
  scores: 'Điểm chi bộ chấm hiện ở đây sau khi được xác nhận.',
  changing: (moment: string) => `Phiếu này đã gửi lúc ${moment}. Bản gửi lại sẽ thay cho bản đó.`,
  back: 'Về trang của tôi',
}

const en: typeof vi = {
  key: 'This link is your personal key: whoever has it can read your answers and send some under your name. Please give it to nobody.',
  of: (name, unit) => (name === '' ? unit : `${name}, ${unit}`),
  save: 'Keep it to go on later',
  resumed: (moment) =>
    `This goes on with what you kept on ${moment}. It has not been sent; the same link opens it on any device.`,
  discard: {
    summary: 'Discard what was kept',
    lead: 'What you have kept is lost for good. What you have sent, if anything, stays as it is.',
    button: 'Discard it',
  },
  title: 'Your answers',
  sentNow: 'Your answer has arrived. Thank you.',
  history: 'What you have answered',
  states: {
    sent: 'Sent',
    scored: 'Scored by your cell, to be confirmed',
    confirmed: 'Confirmed',
    returned: 'Returned: please correct it and send it again',
    withdrawn: 'Withdrawn',
    waiting: 'The office is looking at it',
  },
  sentAt: (moment) => `Sent on ${moment}`,
  words: 'What the reviewer wrote',
  read: (period) => `Read your answer for ${period}`,
  change: (period) => `Change your answer for ${period}`,
  resend: (period) => `Correct your answer for ${period} and send it again`,
  answer: (period) => `Your answer for ${period}`,
  scores: 'Your scores stand here once they are confirmed.',
  changing: (moment) => `You sent this on ${moment}. What you send now takes its place.`,
  back: 'Back to my page',
}

export const surveyOwnMessages: Record<Language, typeof vi> = { vi, en }
