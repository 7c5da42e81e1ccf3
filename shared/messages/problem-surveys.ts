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
  'survey.sealed': () => ({
    title: 'Kết quả của kỳ này đã công bố',
    detail: 'Kết quả chỉ công bố một lần, nên kỳ này không gia hạn và không thay đổi được nữa.',
    next: 'Nếu cần hỏi lại, vui lòng lập một đợt mới từ bản sao của đợt này.',
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
  'survey.no-invitations': () => ({
    title: 'Đợt này không dùng giấy mời',
    detail: 'Chỉ phiếu lấy ý kiến ẩn danh hoặc có tên mới mời từng người.',
    next: 'Quay lại trang của đợt.',
  }),
  'survey.not-ready': () => ({
    title: 'Chưa mời được',
    detail: 'Đợt lấy ý kiến chưa có biểu mẫu hoặc chưa có kỳ nào.',
    next: 'Hãy chọn biểu mẫu và kỳ của đợt trước, rồi mời.',
  }),
  'survey.over': () => ({
    title: 'Kỳ này đã kết thúc',
    detail: 'Kỳ đã kết thúc thì không mời, không nhắc và không in giấy mời nữa.',
    next: 'Hãy chọn một kỳ khác.',
  }),
  'survey.nobody': () => ({
    title: 'Không còn ai chưa trả lời',
    detail: 'Trong phần đã chọn, ai được mời cũng đã trả lời, hoặc chưa mời ai.',
    next: 'Hãy chọn đơn vị khác, hoặc mời thêm người.',
  }),
  'survey.too-many-slips': ({ found, limit }, { count }) => ({
    title: 'Quá nhiều giấy mời cho một lần in',
    detail: `Có ${count(found)} giấy mời; mỗi lần in được nhiều nhất ${count(limit)}.`,
    next: 'Hãy in cho từng đơn vị.',
  }),
  'survey.mailed-lately': ({ after }, { moment }) => ({
    title: 'Vừa gửi thư nhắc',
    detail: 'Mỗi người chỉ được nhắc theo đúng khoảng cách mà đợt đã đặt.',
    next: `Gửi lại được từ ${moment(after)}.`,
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
  'survey.sealed': () => ({
    title: 'The results of this period are out',
    detail: 'Results are released once, so the period can neither be extended nor changed any more.',
    next: 'To ask again, please start another campaign from a copy of this one.',
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
  'survey.no-invitations': () => ({
    title: 'Nobody is invited to this campaign',
    detail: 'Only anonymous and named surveys invite people one by one.',
    next: 'Go back to the page of the campaign.',
  }),
  'survey.not-ready': () => ({
    title: 'Nobody can be invited yet',
    detail: 'The survey has no form or no period yet.',
    next: 'Choose the form and the periods of the campaign first.',
  }),
  'survey.over': () => ({
    title: 'This period is over',
    detail: 'Once a period is over nobody is invited or reminded, and no slips are printed.',
    next: 'Choose another period.',
  }),
  'survey.nobody': () => ({
    title: 'Nobody is left who has not answered',
    detail: 'Everybody invited in what you chose has answered, or nobody was invited.',
    next: 'Choose another unit, or invite more people.',
  }),
  'survey.too-many-slips': ({ found, limit }, { count }) => ({
    title: 'Too many slips at a time',
    detail: `There are ${count(found)} slips; ${count(limit)} at most are made at a time.`,
    next: 'Print them unit by unit.',
  }),
  'survey.mailed-lately': ({ after }, { moment }) => ({
    title: 'A reminder has just been sent',
    detail: 'People are reminded at most as often as the campaign says.',
    next: `You can send again from ${moment(after)}.`,
  }),
}
