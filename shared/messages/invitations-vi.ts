// Inviting members to a survey, in Vietnamese: the source of the catalogue.

import type { RosterColumn, RosterFault } from '../survey/roster.ts'
import type { AnsweringWay } from '../survey/survey.ts'
import { formatCount } from './number.ts'

const count = (value: number) => formatCount(value, 'vi')

const columns: Record<RosterColumn, string> = {
  name: 'Họ và tên',
  unit: 'Mã đơn vị',
  email: 'Thư điện tử',
  phone: 'Điện thoại',
  slips: 'Số phiếu',
}
const faults: Record<RosterFault['code'], (text: string) => string> = {
  missing: () => 'còn để trống.',
  'too-long': () => 'quá dài, nhiều nhất 200 ký tự.',
  malformed: (text) => `“${text}” chưa đúng.`,
  unknown: (text) => `không có đơn vị “${text}”.`,
  several: (text) => `“${text}” có thể là nhiều đơn vị; hãy ghi mã.`,
  outside: (text) => `“${text}” không thuộc các đơn vị của đợt này.`,
  twice: (text) => `“${text}” đã có ở dòng trên.`,
  'no-members': () => 'còn để trống, mà đơn vị chưa ghi số đảng viên.',
}

export const invitationsVi = {
  title: 'Giấy mời',
  ways: {
    anonymous: 'Ẩn danh: không trang nào cho biết ai đã trả lời, chỉ có tỷ lệ.',
    named: 'Có tên: câu trả lời được ghi cùng tên người được mời.',
    open: 'Mở',
  } satisfies Record<AnsweringWay, string>,
  period: 'Kỳ',
  show: 'Xem',
  over: 'Kỳ này đã kết thúc: không mời, không nhắc và không in giấy mời nữa.',
  made: (people: number) =>
    people === 0
      ? 'Không mời thêm ai: mọi người trong danh sách đã được mời.'
      : `Đã mời ${count(people)} người. Tiếp theo: phát giấy mời.`,
  mailed: (mails: number) => (mails === 0 ? 'Không có thư nào được gửi.' : `Đã gửi ${count(mails)} thư.`),
  mailingMore: 'Số thư còn lại sẽ được gửi tiếp trong vài phút.',
  nobody: 'Chưa mời ai.',
  nobodyNext:
    'Chọn tệp danh sách ở dưới, hoặc mời theo số đảng viên của từng đơn vị. Mời xong thì in giấy mời, lấy liên kết hoặc gửi thư ngay tại trang này.',
  rate: (answered: number, invited: number, percent: string) =>
    `${count(answered)} trên ${count(invited)} người được mời đã trả lời (${percent}).`,
  units: 'Theo đơn vị',
  unitsCaption: 'Tỷ lệ trả lời theo đơn vị',
  unit: 'Đơn vị',
  unitName: 'Tên đơn vị',
  invited: 'Được mời',
  answered: 'Đã trả lời',
  share: 'Tỷ lệ',
  together: (units: number) => `${count(units)} đơn vị, gộp chung`,
  togetherWhy:
    'Đơn vị có dưới 5 người được mời thì gộp chung, khi cần thì cùng một đơn vị lớn hơn, để tỷ lệ không cho biết ai đã trả lời.',
  handOut: 'Phát giấy mời',
  handOutLead:
    'Cho những người chưa trả lời. In lại hay lấy lại bao nhiêu lần cũng được: liên kết và mã của mỗi người không đổi.',
  forWhom: 'Phát cho',
  everyUnit: 'Tất cả các đơn vị',
  perPage: 'Mỗi trang A4',
  slipsOf: { 8: '8 phiếu, dễ đọc', 16: '16 phiếu, tiết kiệm giấy' },
  makeSlips: 'In giấy mời (PDF)',
  slipsKept: (slips: number) =>
    `Mỗi tệp nhiều nhất ${count(slips)} phiếu. Tệp có liên kết của từng người nên bị xóa ngay khi tải về, chậm nhất sau một ngày.`,
  links: 'Danh sách liên kết (CSV)',
  linksHint:
    'Để gửi qua Zalo hoặc tin nhắn, mỗi dòng một người. Tệp không được lưu lại ở đây; gửi xong xin xóa khỏi máy.',
  linksName: 'lien-ket-moi',
  link: 'Liên kết',
  code: 'Mã',
  mails: 'Gửi thư điện tử',
  noMail: 'Hệ thống chưa được đặt địa chỉ gửi thư. Hãy in giấy mời hoặc lấy danh sách liên kết.',
  mailsLater: 'Gửi thư được khi đợt đã mở và kỳ đã bắt đầu.',
  noEmails: 'Trong những người chưa trả lời, không ai có địa chỉ thư.',
  unwritten: (people: number) => `Gửi thư mời cho ${count(people)} người chưa được gửi`,
  remind: (people: number) => `Nhắc ${count(people)} người chưa trả lời`,
  mailRule: (days: number) => `Mỗi người chỉ được nhắc nhiều nhất ${count(days)} ngày một lần.`,
  lastMailing: (moment: string) => `Lần gửi gần nhất: ${moment}.`,
  mailKept:
    'Thư đã gửi không được lưu ở đây. Riêng hệ thống chạy trên một máy giữ các thư ở hộp thư đi (/outbox): khi dùng thật, đừng để người khác mở hộp này.',
  chat: 'Tin nhắn chung để chép',
  chatHint: 'Không có liên kết của ai trong tin này.',
  members: 'Người được mời',
  membersCaption: 'Người được mời và đã trả lời hay chưa',
  person: 'Người',
  state: 'Trạng thái',
  hasAnswered: 'đã trả lời',
  hasNot: 'chưa trả lời',
  more: (people: number) => `Và ${count(people)} người nữa. Hãy chọn một đơn vị để xem.`,
  invite: 'Mời thêm người',
  inviteFirst: 'Mời từ danh sách',
  inviteLead:
    'Tệp chỉ được đọc và hiện ra để xem trước. Ai đã được mời (cùng tên và đơn vị, hoặc cùng địa chỉ thư) thì không mời lần nữa.',
  columnsCaption: 'Các cột của tệp, theo tên ở dòng đầu',
  column: 'Cột',
  meaning: 'Ghi gì',
  columns,
  meanings: {
    name: 'Bắt buộc. Hai người trùng tên trong một đơn vị thì ghi thêm năm sinh.',
    unit: 'Bắt buộc: mã hoặc tên đơn vị.',
    email: 'Không bắt buộc: để gửi liên kết qua thư.',
    phone: 'Không bắt buộc.',
    slips: 'Thay cho cột họ tên: số phiếu không tên cho mỗi đơn vị; để trống là bằng số đảng viên.',
  } satisfies Record<RosterColumn, string>,
  file: 'Tệp Excel (.xlsx) hoặc CSV',
  fileHint: (megabytes: number, people: number) => `Không quá ${count(megabytes)} MB và ${count(people)} người.`,
  look: 'Xem trước',
  again: (period: string) => `Mời lại những người của ${period}?`,
  againLead: 'Cùng những người ấy, với liên kết và mã mới: không gì nối được câu trả lời của hai kỳ.',
  againLook: 'Xem trước danh sách của kỳ ấy',
  byMembers: 'Không có danh sách tên?',
  byMembersLead: (slips: number, units: number) =>
    `Mời theo số đảng viên: ${count(slips)} phiếu không tên cho ${count(units)} đơn vị.`,
  byMembersLook: 'Xem trước theo số đảng viên',
  template: 'Tải bảng đơn vị và số đảng viên để sửa',
  templateName: 'don-vi-va-so-phieu',
  unreadable: 'Không đọc được tệp',
  cannot: 'Chưa làm được',
  noFile: 'Chưa chọn tệp.',
  tooLarge: (megabytes: number) => `Tệp lớn hơn ${count(megabytes)} MB.`,
  noHeader: (names: string) => `Dòng đầu tệp thiếu cột: ${names}.`,
  namedNeedsNames: 'Phiếu có tên thì mỗi người một dòng, có họ và tên.',
  tooMany: (people: number) => `Tệp mời hơn ${count(people)} người. Hãy tách thành nhiều tệp.`,
  empty: 'Tệp không có dòng nào dưới dòng tiêu đề.',
  outdated: 'Danh sách hoặc đợt đã thay đổi từ lúc xem trước. Chưa mời ai; hãy xem lại.',
  previewTitle: 'Xem trước khi mời',
  found: (added: number, same: number) =>
    `Sẽ mời ${count(added)} người${same > 0 ? `; ${count(same)} người đã được mời từ trước, không mời lại` : ''}.`,
  withEmail: (people: number) => `${count(people)} người có địa chỉ thư.`,
  faultsFound: (places: number) => `Có ${count(places)} chỗ cần sửa trước khi mời`,
  faultsNext: 'Sửa trong tệp rồi chọn lại. Chưa mời ai.',
  faultsCaption: 'Các chỗ cần sửa',
  row: 'Dòng',
  wrong: 'Cần sửa',
  fault: (column: RosterColumn, code: RosterFault['code'], text: string) => `${columns[column]}: ${faults[code](text)}`,
  moreFaults: (more: number) => `Còn ${count(more)} chỗ nữa không hiện ở đây.`,
  ignored: (names: string) => `Không đọc các cột: ${names}.`,
  peopleCaption: 'Những người sẽ được mời',
  perUnitCaption: 'Số người sẽ được mời theo đơn vị',
  slipsCount: 'Số người',
  moreUnits: (more: number) => `Và ${count(more)} đơn vị nữa.`,
  morePeople: (more: number) => `Và ${count(more)} người nữa.`,
  apply: (people: number) => `Mời ${count(people)} người`,
  nothingNew: 'Mọi người trong tệp đã được mời. Không cần làm gì.',
  another: 'Chọn tệp khác',
  slipsTitle: 'Giấy mời (PDF)',
  slipsReady: 'Tệp giấy mời đã lập xong',
  slipsReadyLead:
    'Tệp có liên kết riêng của từng người. Tải về một lần: ngay sau đó tệp bị xóa ở đây; không tải thì chậm nhất sau một ngày cũng bị xóa.',
  slipsFetch: 'Tải tệp PDF và xóa ở đây',
  slipsPrint: 'In ở cỡ thật (100 %), cắt theo các dấu cộng. In xong xin xóa tệp khỏi máy.',
  slipsGone: 'Tệp không còn ở đây',
  slipsGoneLead: 'Tệp đã được tải về, hoặc đã quá một ngày. Cần thì in lại: mã trên phiếu vẫn như cũ.',
  back: 'Về trang giấy mời',
  slip: {
    how: (address: string) => `Quét mã QR bằng điện thoại, hoặc mở ${address} và gõ mã in dưới hình vuông.`,
    until: (moment: string) => `Hạn trả lời: ${moment}.`,
    fileName: 'giay-moi',
  },
}
