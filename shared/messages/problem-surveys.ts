// Problems of members' surveys, in both languages. Members have never seen this system: no word of it stands here.

import type { SurveyProblemTexts } from './problem.ts'

export const surveyProblemsVi: SurveyProblemTexts = {
  'survey.link-unknown': () => ({
    title: 'Liên kết hoặc mã này không dùng được',
    detail: 'Có thể đã gõ thiếu, gõ nhầm, hoặc đợt lấy ý kiến đã kết thúc từ lâu.',
    next: 'Ông/bà vui lòng xem lại giấy mời, gõ lại mã, hoặc hỏi người đã gửi giấy mời.',
  }),
  'survey.already-received': () => ({
    title: 'Ý kiến của ông/bà đã được ghi nhận',
    detail: 'Mỗi giấy mời chỉ trả lời một lần, và lần trả lời đó đã đến nơi.',
    next: 'Không cần làm gì thêm. Xin cảm ơn ông/bà.',
  }),
  'survey.full': () => ({
    title: 'Đợt lấy ý kiến đã nhận đủ số phiếu',
    detail: 'Liên kết này chỉ nhận một số phiếu nhất định và đã nhận đủ.',
    next: 'Nếu ý kiến của ông/bà cần được ghi nhận, vui lòng báo cho đơn vị tổ chức.',
  }),
  'survey.too-many-tries': () => ({
    title: 'Tạm thời chưa nhận được từ mạng này',
    detail: 'Hôm nay đã có quá nhiều lần thử từ mạng đang dùng.',
    next: 'Ông/bà vui lòng quét mã QR trên giấy mời, dùng mạng khác, hoặc thử lại vào ngày mai.',
  }),
  'survey.looks-automatic': () => ({
    title: 'Vui lòng gửi lại',
    detail: 'Phiếu được gửi quá nhanh nên chưa được nhận; những gì đã trả lời vẫn còn nguyên ở dưới.',
    next: 'Ông/bà vui lòng xem lại các câu trả lời rồi bấm gửi lần nữa.',
  }),
}

export const surveyProblemsEn: SurveyProblemTexts = {
  'survey.link-unknown': () => ({
    title: 'This link or code does not work',
    detail: 'It may have been mistyped, or its survey ended long ago.',
    next: 'Please look at your invitation again, type the code once more, or ask whoever invited you.',
  }),
  'survey.already-received': () => ({
    title: 'Your answer has been received',
    detail: 'Each invitation is answered once, and that answer has arrived.',
    next: 'There is nothing more to do. Thank you.',
  }),
  'survey.full': () => ({
    title: 'The survey has all the answers it takes',
    detail: 'This link takes a certain number of answers and has them.',
    next: 'If yours should still be counted, please tell whoever runs the survey.',
  }),
  'survey.too-many-tries': () => ({
    title: 'Nothing more is taken from this network today',
    detail: 'There were too many tries from the network that you are on.',
    next: 'Please scan the QR code of your invitation, use another network, or try again tomorrow.',
  }),
  'survey.looks-automatic': () => ({
    title: 'Please send again',
    detail: 'It was sent so fast that it was not taken; all that you answered is still here below.',
    next: 'Please look over your answers and press send once more.',
  }),
}
