// How a survey of members is prepared, opened and followed, in Vietnamese.

import type { MisfitReason } from '../survey/form-fit.ts'
import type { AnsweringWay } from '../survey/survey.ts'
import { formatCount } from './number.ts'

const count = (value: number) => formatCount(value, 'vi')

const ways: Record<AnsweringWay, { readonly name: string; readonly note: string }> = {
  anonymous: {
    name: 'Ẩn danh, theo giấy mời',
    note: 'Mỗi người một giấy mời, trả lời một lần; không gì nối câu trả lời với người trả lời, kết quả gộp chỉ công bố một lần sau khi kỳ đóng.',
  },
  named: {
    name: 'Có tên, theo giấy mời',
    note: 'Mỗi người một giấy mời; văn phòng và đơn vị của người trả lời xem được tên cùng câu trả lời.',
  },
  open: {
    name: 'Mở, một liên kết chung',
    note: 'Ai có liên kết cũng trả lời được, không hỏi tên; không ngăn được một người trả lời nhiều lần.',
  },
}
const reasons: Record<MisfitReason, (what: string) => string> = {
  attachment: (what) => `yêu cầu gửi tệp (${what}); phiếu lấy ý kiến không nhận tệp`,
  place: (what) => `hỏi vị trí (${what}); phiếu ẩn danh không được hỏi`,
  about: (what) => `tự ghi giờ, thiết bị hoặc người điền (${what}); phiếu ẩn danh không được ghi`,
  chance: (what) => `dùng ${what}; giá trị ấy có thể làm lộ người trả lời`,
}

export const campaignSurveyVi = {
  fields: {
    way: 'Cách trả lời',
    breakdowns: 'Kết quả chia theo',
    limit: 'Số câu trả lời nhận nhiều nhất',
    scoring: 'Phần chi bộ chấm điểm',
  },
  faults: {
    'too-many-breakdowns': 'Chọn nhiều nhất 3 câu hỏi.',
    'people-invited': 'Đã có người được mời nên không đổi được nữa.',
    'scoring-unknown': 'Biểu mẫu không có nhóm câu hỏi này ở cấp ngoài cùng.',
  },
  checks: {
    'form-fit': {
      done: 'Biểu mẫu dùng được cho cách trả lời đã chọn.',
      not: 'Biểu mẫu có câu hỏi mà cách trả lời đã chọn không cho phép:',
    },
    way: {
      done: 'Đã chọn cách trả lời.',
      not: 'Chưa chọn cách trả lời: ẩn danh, có tên hay mở.',
    },
    'survey-closes': {
      done: 'Kỳ nào cũng có hạn đóng.',
      not: 'Phiếu ẩn danh chỉ công bố kết quả sau khi đóng, nên kỳ nào cũng phải có hạn đóng.',
    },
    scoring: {
      done: 'Biểu mẫu có phần để chi bộ chấm điểm.',
      not: 'Biểu mẫu không có nhóm câu hỏi đã chọn để chi bộ chấm điểm.',
    },
    invited: {
      done: 'Đã mời người trả lời.',
      not: 'Chưa mời ai trả lời kỳ đầu tiên.',
    },
  },
  step: {
    lead: 'Đợt lấy ý kiến cá nhân được trả lời theo giấy mời hoặc liên kết, không theo vai trò.',
    way: 'Cách trả lời',
    ways,
    wayFixed: 'Đã có người được mời, hoặc đợt đã mở: cách trả lời không đổi được nữa.',
    breakdowns: 'Kết quả chia theo',
    breakdownsHint:
      'Nhiều nhất 3 câu hỏi chọn một phương án. Mỗi câu làm nhóm nhỏ đi; nhóm dưới 5 câu trả lời không bao giờ được nêu.',
    noBreakdowns: 'Biểu mẫu chưa chọn, hoặc không có câu hỏi chọn một phương án nào.',
    noneChosen: 'Không chia',
    choices: (choices: number) => `${count(choices)} phương án`,
    limit: 'Nhận nhiều nhất bao nhiêu câu trả lời trong mỗi kỳ',
    limitHint: 'Để trống nếu không giới hạn.',
    noLimit: 'Không giới hạn',
    scoring: 'Phần chi bộ chấm điểm',
    scoringHint:
      'Một nhóm câu hỏi của biểu mẫu do chi bộ điền cho từng người sau khi người ấy gửi phiếu. Người trả lời không thấy nhóm này.',
    noScoring: 'Không chấm điểm',
    noGroups: 'Biểu mẫu chưa chọn, hoặc không có nhóm câu hỏi nào: chi bộ không chấm điểm.',
    figuresHint: 'Số liệu và báo cáo tính những phiếu này.',
    figuresUsual: 'Như thường lệ: có chấm điểm thì chỉ tính phiếu đã xác nhận',
    figureRules: {
      submitted: 'Mọi phiếu đã gửi, trừ phiếu bị trả lại',
      accepted: 'Chỉ phiếu đã được xác nhận',
    },
    look: 'Xem dự báo ẩn danh',
    unitsLead:
      'Danh sách người được mời được đối chiếu với các đơn vị này: chỉ mời được người thuộc các đơn vị đã chọn. Đợt mở bằng liên kết chung thì bỏ qua bước này.',
    unitsPreview: (units: number) => `Mời được người của ${count(units)} đơn vị`,
  },
  misfit: (question: string | undefined, reason: MisfitReason, what: string) =>
    `${question === undefined ? 'Tên của phiếu (instance_name)' : `“${question}”`}: ${reasons[reason](what)}.`,
  openHint:
    'Khi mở, cách trả lời, biểu mẫu và các kỳ được giữ cố định; vẫn mời thêm người và đổi hạn từng kỳ được. Chỉ xem được tỷ lệ trả lời cho đến khi kỳ đóng.',
  changes: {
    pause:
      'Trong lúc tạm dừng không nhận câu trả lời nào; người mở liên kết thấy phiếu đang tạm dừng. Không ai bị nhắc.',
    close:
      'Các kỳ đang mở đóng ngay; các kỳ chưa mở bị bỏ. Từ lúc này không nhận câu trả lời nào nữa. Đợt đã đóng không mở lại được, nhưng vẫn xem kết quả và chép sang năm sau được.',
    copy: 'Tạo một bản soạn mới: cùng biểu mẫu, cách trả lời và lời giới thiệu; các kỳ lùi sang năm sau. Giấy mời và liên kết cũ không dùng được cho đợt mới.',
  },
  toInvitations: 'Mời người trả lời',
  openWithLink: 'Khi mở, hệ thống tạo liên kết chung và mã QR để đưa cho mọi người.',
  forecast: {
    title: 'Dự báo ẩn danh',
    lead: 'Tính từ danh sách đã mời và các câu hỏi dùng để chia kết quả, giả sử ai cũng trả lời và ý kiến trải đều.',
    notYet: 'Dự báo hiện ra khi đã mời người trả lời.',
    invited: 'Người được mời',
    places: 'Đơn vị giữ câu trả lời (từ 10 người được mời)',
    climbed: 'Người có câu trả lời chuyển lên đơn vị cấp trên, vì đơn vị mình ít người',
    groups: 'Nhóm mà các câu hỏi chia ra trong mỗi đơn vị',
    alone: 'Người một mình một nhóm trong đơn vị (ước tính)',
    tooSmall: 'Đơn vị có nhóm quá nhỏ nên phần chia sẽ bị ẩn',
    fine: 'Không thấy ai một mình một nhóm, và phần lớn các đơn vị sẽ có kết quả chia theo nhóm.',
    fineWhole: 'Kết quả không chia theo nhóm: chỉ nêu kết quả gộp của từng đơn vị đủ người.',
    someAlone: (people: number) =>
      `Khoảng ${count(people)} người sẽ một mình một nhóm trong đơn vị của họ. Con số của nhóm ấy không được nêu, nhưng nên bớt câu hỏi chia để câu trả lời lẫn vào nhau nhiều hơn.`,
    mostHidden: (units: number, of: number) =>
      `Ở ${count(units)}/${count(of)} đơn vị, nhóm thường gặp có dưới 5 người nên phần chia sẽ bị ẩn. Bớt câu hỏi chia, hoặc chọn câu có ít phương án hơn.`,
    tooFew: (people: number) => `Mới mời ${count(people)} người: dưới 5 câu trả lời thì không nêu được kết quả nào cả.`,
  },
  overview: {
    way: 'Cách trả lời',
    breakdowns: 'Kết quả chia theo',
    units: 'Đối chiếu danh sách với',
    answered: (answered: number, invited: number, rate: string) =>
      `Đã trả lời ${count(answered)}/${count(invited)} người được mời (${rate})`,
    taken: (answers: number) => `Đã nhận ${count(answers)} câu trả lời`,
    takenOf: (answers: number, limit: number) => `Đã nhận ${count(answers)}/${count(limit)} câu trả lời`,
    nobodyInvited: 'Chưa mời ai',
    results: 'Kết quả',
    scoring: 'Chấm điểm',
    answers: 'Phiếu đã nhận',
    link: 'Liên kết chung',
    linkHint: 'Gửi liên kết này, hoặc cho mọi người quét mã. Ai mở được đều trả lời được cho đến khi kỳ đóng.',
    qr: (title: string) => `Mã QR mở phiếu “${title}”`,
  },
}
