// What problems with reports say to people, in both languages.

import type { ReportProblemTexts } from './problem.ts'

export const reportProblemsVi: ReportProblemTexts = {
  'report.unknown': () => ({
    title: 'Không tìm thấy báo cáo',
    detail: 'Không có báo cáo nào được lưu ở địa chỉ này.',
    next: 'Vui lòng chọn lại báo cáo trong danh sách.',
  }),
  'report.not-ready': () => ({
    title: 'Báo cáo chưa lập xong',
    detail: 'Hệ thống đang lập báo cáo nên chưa có tệp để tải.',
    next: 'Vui lòng chờ một lát rồi tải lại trang.',
  }),
  'report.plan-gone': () => ({
    title: 'Kế hoạch báo cáo không còn',
    detail: 'Báo cáo này được lập theo một kế hoạch nay không còn.',
    next: 'Hãy lập báo cáo theo kế hoạch khác.',
  }),
  'report.template-gone': () => ({
    title: 'Mẫu báo cáo không còn',
    detail: 'Kế hoạch của báo cáo dùng một mẫu nay không còn.',
    next: 'Hãy chọn mẫu khác trong kế hoạch báo cáo rồi thử lại.',
  }),
  'report.campaign-gone': () => ({
    title: 'Thiếu đợt thu thập của báo cáo',
    detail: 'Một đợt thu thập của báo cáo không còn, hoặc không có kỳ này.',
    next: 'Hãy sửa kế hoạch báo cáo hoặc các kỳ của đợt thu thập rồi thử lại.',
  }),
  'report.job-failed': () => ({
    title: 'Chưa tổng hợp được báo cáo',
    detail: 'Hệ thống gặp lỗi khi tổng hợp số liệu; chi tiết đã được ghi vào nhật ký kỹ thuật.',
    next: 'Hãy thử lại sau; nếu vẫn không được, hãy báo người quản trị hệ thống.',
  }),
  'report.job-broken-off': () => ({
    title: 'Việc tổng hợp báo cáo bị ngắt giữa chừng',
    detail: 'Lần nào cũng hết thời gian hoặc bộ nhớ trước khi tổng hợp xong.',
    next: 'Hãy thử lại; nếu vẫn không được, hãy báo người quản trị hệ thống.',
  }),
  'report.drawing-failed': () => ({
    title: 'Chưa tạo được tệp của báo cáo',
    detail: 'Nội dung đã tổng hợp xong, nhưng hệ thống gặp lỗi khi tạo tệp Word, Excel hoặc PDF.',
    next: 'Hãy thử lại; nếu vẫn không được, hãy báo người quản trị hệ thống.',
  }),
  'report.drawing-broken-off': () => ({
    title: 'Việc tạo tệp báo cáo bị ngắt giữa chừng',
    detail: 'Nội dung đã tổng hợp xong, nhưng lần nào cũng hết thời gian hoặc bộ nhớ khi tạo tệp.',
    next: 'Hãy thử lại; nếu vẫn không được, hãy báo người quản trị hệ thống.',
  }),
  'report.delivery-changed': () => ({
    title: 'Việc gửi báo cáo vừa được người khác sửa',
    detail: 'Những gì vừa nhập vẫn còn ở bên dưới nhưng chưa được lưu.',
    next: 'Hãy xem lại rồi lưu một lần nữa nếu vẫn cần.',
  }),
  'report.link-closed': ({ why }) => ({
    title: {
      unknown: 'Liên kết này không mở được báo cáo nào',
      revoked: 'Liên kết đọc báo cáo đã bị thu hồi',
      expired: 'Liên kết đọc báo cáo đã hết hạn',
      'no-right': 'Liên kết này không còn dùng được',
      'unit-closed': 'Liên kết này không còn dùng được',
    }[why],
    detail: {
      unknown: 'Địa chỉ bị thiếu hoặc sai, hoặc trình duyệt này chưa mở liên kết trong thư.',
      revoked: 'Nơi gửi báo cáo đã thu hồi liên kết, hoặc đã gửi liên kết mới thay thế.',
      expired: 'Mỗi liên kết chỉ dùng được 14 ngày kể từ khi gửi.',
      'no-right': 'Người được gửi liên kết nay không còn quyền xem báo cáo của đơn vị này.',
      'unit-closed': 'Đơn vị của báo cáo này đã ngừng hoạt động.',
    }[why],
    next: 'Nếu có tài khoản, hãy đăng nhập rồi mở mục Báo cáo; nếu không, hãy đề nghị văn phòng gửi lại.',
  }),
  'report.outdated': () => ({
    title: 'Báo cáo này không xem được trên trang web',
    detail: 'Báo cáo được lập bằng một phiên bản cũ của phần mềm.',
    next: 'Hãy tải bản PDF, hoặc lập lại báo cáo cho kỳ này.',
  }),
  'report.changed': () => ({
    title: 'Dự thảo vừa có thay đổi',
    detail: 'Trong lúc chờ, người khác đã sửa, lập lại hoặc ban hành báo cáo này. Những gì vừa nhập chưa được ghi.',
    next: 'Hãy xem bản hiện nay ở bên dưới, rồi ghi lại nếu vẫn cần.',
  }),
  'report.issued': () => ({
    title: 'Báo cáo đã ban hành',
    detail: 'Báo cáo đã ban hành thì không thay đổi nữa.',
    next: 'Nếu có sai sót, hãy lập bản thay thế.',
  }),
  'report.not-issued': () => ({
    title: 'Báo cáo này không còn là văn bản đang có giá trị',
    detail: 'Báo cáo chưa ban hành xong, hoặc đã thu hồi.',
    next: 'Hãy xem lại tình trạng của báo cáo.',
  }),
  'report.sentence-unknown': () => ({
    title: 'Câu này không còn trong báo cáo',
    detail: 'Có thể báo cáo đã được lập lại. Những gì vừa nhập chưa được ghi.',
    next: 'Hãy xem bản hiện nay ở bên dưới.',
  }),
  'report.edit-too-long': ({ limit }, { count }) => ({
    title: 'Nội dung quá dài',
    detail: `Mỗi câu hoặc đoạn có nhiều nhất ${count(limit)} ký tự, và tổng phần viết tay của một báo cáo có giới hạn.`,
    next: 'Hãy rút ngắn rồi lưu lại; những gì đã nhập vẫn còn nguyên.',
  }),
  'report.signed-copy-wrong': ({ limitBytes }, { count }) => ({
    title: 'Tệp này không dùng làm bản có chữ ký được',
    detail: `Bản có chữ ký phải là tệp PDF, nhiều nhất ${count(Math.floor(limitBytes / 2 ** 20))} MB.`,
    next: 'Hãy quét hoặc lưu lại thành PDF nhỏ hơn rồi tải lên.',
  }),
  'report.signed-copy-there': () => ({
    title: 'Đã có bản có chữ ký',
    detail: 'Bản có chữ ký chỉ tải lên được một lần, vì văn bản đã ban hành không thay đổi.',
    next: 'Nếu bản đó sai, hãy lập bản thay thế.',
  }),
  'report.plan-unknown': () => ({
    title: 'Không tìm thấy báo cáo định kỳ',
    detail: 'Báo cáo định kỳ này không tồn tại hoặc không thuộc cơ quan đang dùng.',
    next: 'Vui lòng chọn lại trong danh sách.',
  }),
  'report.span-backwards': () => ({
    title: 'Khoảng kỳ này không đúng',
    detail: 'Kỳ cuối phải sau kỳ đầu và cùng loại với kỳ đầu. Chưa lập báo cáo nào.',
    next: 'Vui lòng trở lại và chọn lại hai kỳ.',
  }),
  'report.plan-changed': () => ({
    title: 'Có người vừa sửa báo cáo định kỳ này',
    detail: 'Những gì vừa điền chưa được lưu, để không mất phần người khác vừa sửa.',
    next: 'Vui lòng xem lại rồi lưu lần nữa nếu vẫn đúng ý.',
  }),
  'report.plan-of-campaign': () => ({
    title: 'Báo cáo này thuộc một đợt',
    detail: 'Mẫu, thể thức và lịch lập của báo cáo này được đặt cùng với đợt, ở bước “Ngôn ngữ, nhắc, báo cáo”.',
    next: 'Hãy mở đợt để sửa.',
  }),
  'verify.too-many-tries': () => ({
    title: 'Tạm thời chưa kiểm tra được từ mạng này',
    detail: 'Hôm nay đã có quá nhiều mã sai từ mạng đang dùng.',
    next: 'Vui lòng dùng mạng khác, hoặc thử lại vào ngày mai.',
  }),
}

export const reportProblemsEn: ReportProblemTexts = {
  'report.unknown': () => ({
    title: 'Report not found',
    detail: 'No report is stored at this address.',
    next: 'Choose the report from the list again.',
  }),
  'report.not-ready': () => ({
    title: 'The report is not ready yet',
    detail: 'It is still being made, so there is no file to download.',
    next: 'Wait a moment and reload the page.',
  }),
  'report.plan-gone': () => ({
    title: 'The report plan is gone',
    detail: 'This report is made by a plan that does not exist any more.',
    next: 'Have a report made by another plan.',
  }),
  'report.template-gone': () => ({
    title: 'The report template is gone',
    detail: 'The plan of this report uses a template that does not exist any more.',
    next: 'Choose another template in the report plan, then try again.',
  }),
  'report.campaign-gone': () => ({
    title: 'A campaign of the report is missing',
    detail: 'One of its campaigns is gone, or does not have this period.',
    next: 'Change the report plan or the periods of the campaign, then try again.',
  }),
  'report.job-failed': () => ({
    title: 'The report could not be put together',
    detail: 'Something went wrong while the figures were read; the details are in the technical log.',
    next: 'Try again later; if it still fails, tell the administrator of the system.',
  }),
  'report.job-broken-off': () => ({
    title: 'Putting the report together was broken off',
    detail: 'Each time it ran out of time or memory before it was done.',
    next: 'Try again; if it still fails, tell the administrator of the system.',
  }),
  'report.drawing-failed': () => ({
    title: 'The files of the report could not be made',
    detail: 'Its content is there, but something went wrong with its Word, Excel or PDF file.',
    next: 'Try again; if it still fails, tell the administrator of the system.',
  }),
  'report.drawing-broken-off': () => ({
    title: 'Making the files of the report was broken off',
    detail: 'Its content is there, but each time it ran out of time or memory while its files were made.',
    next: 'Try again; if it still fails, tell the administrator of the system.',
  }),
  'report.delivery-changed': () => ({
    title: 'Somebody else has just changed the delivery',
    detail: 'What you entered is still below, and was not stored.',
    next: 'Look at it again, and save it once more if it is still needed.',
  }),
  'report.link-closed': ({ why }) => ({
    title: {
      unknown: 'This link opens no report',
      revoked: 'The link to this report was revoked',
      expired: 'The link to this report has expired',
      'no-right': 'This link works no more',
      'unit-closed': 'This link works no more',
    }[why],
    detail: {
      unknown: 'The address is incomplete or wrong, or this browser has not opened the link in the mail.',
      revoked: 'Whoever sent the report has revoked the link, or sent a new one in its place.',
      expired: 'A link works for 14 days after it was sent.',
      'no-right': 'The person it was sent to may not read reports of this unit any more.',
      'unit-closed': 'The unit of this report has been closed.',
    }[why],
    next: 'With an account, sign in and open Reports; without one, ask the office to send it again.',
  }),
  'report.outdated': () => ({
    title: 'This report can’t be shown as a page',
    detail: 'It was made by an older version of the software.',
    next: 'Download the PDF, or have the report of this period made again.',
  }),
  'report.changed': () => ({
    title: 'The draft has just been changed',
    detail: 'Somebody else edited it, made it again or issued it in the meantime. What you entered was not stored.',
    next: 'Look at it as it is now, below, and enter it again if it is still needed.',
  }),
  'report.issued': () => ({
    title: 'The report is issued',
    detail: 'An issued report changes no more.',
    next: 'If something in it is wrong, begin a correction.',
  }),
  'report.not-issued': () => ({
    title: 'This report is no document in force',
    detail: 'It has not been issued yet, or it was withdrawn.',
    next: 'Look at its state again.',
  }),
  'report.sentence-unknown': () => ({
    title: 'This sentence is not in the report any more',
    detail: 'The report may have been made again. What you entered was not stored.',
    next: 'Look at the report as it is now, below.',
  }),
  'report.edit-too-long': ({ limit }, { count }) => ({
    title: 'This is too long',
    detail: `A sentence or paragraph has at most ${count(limit)} characters, and what is written by hand in one report is limited as well.`,
    next: 'Shorten it and save again; what you entered is still there.',
  }),
  'report.signed-copy-wrong': ({ limitBytes }, { count }) => ({
    title: 'This file cannot be the signed copy',
    detail: `The signed copy must be a PDF of at most ${count(Math.floor(limitBytes / 2 ** 20))} MB.`,
    next: 'Scan or save it as a smaller PDF and upload that.',
  }),
  'report.signed-copy-there': () => ({
    title: 'There is a signed copy already',
    detail: 'It can be uploaded once, because an issued document does not change.',
    next: 'If it is the wrong one, begin a correction.',
  }),
  'report.plan-unknown': () => ({
    title: 'Periodic report not found',
    detail: 'This periodic report does not exist or belongs to another organisation.',
    next: 'Choose it from the list again.',
  }),
  'report.span-backwards': () => ({
    title: 'There is no such span of periods',
    detail: 'The last period must come after the first and be of its kind. No report was made.',
    next: 'Go back and choose the two periods again.',
  }),
  'report.plan-changed': () => ({
    title: 'Somebody has just changed this periodic report',
    detail: 'What you entered was not stored, so that nobody else’s change is lost.',
    next: 'Look it over, and save again if it is still what you mean.',
  }),
  'report.plan-of-campaign': () => ({
    title: 'This report belongs to a campaign',
    detail: 'Its template, layout and dates are set with the campaign, in the step “Languages, reminders, report”.',
    next: 'Open the campaign to change it.',
  }),
  'verify.too-many-tries': () => ({
    title: 'Nothing can be verified from this network for now',
    detail: 'Too many wrong codes came from the network you are on today.',
    next: 'Use another network, or try again tomorrow.',
  }),
}
