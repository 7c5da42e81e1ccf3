// The pages about forms themselves, in Vietnamese.

import type { FormChange } from '../form/changes.ts'
import type { Finding } from '../form/rules.ts'
import type { ReportPart } from '../report/reads.ts'
import { formatCount } from './number.ts'

const count = (value: number) => formatCount(value, 'vi')

const kinds: Record<'error' | 'warning', string> = { error: 'Lỗi', warning: 'Lưu ý' }
const devices: Record<'phone' | 'desktop', string> = { phone: 'Điện thoại', desktop: 'Máy tính' }
const findingKinds: Record<Finding['kind'], string> = { consistency: 'Số liệu không khớp', finding: 'Vấn đề phát hiện' }

const plainChanges: Record<Exclude<FormChange['kind'], 'renamed' | 'retyped' | 'choices-removed' | 'moved'>, string> = {
  added: 'là câu mới.',
  removed: 'không còn trong biểu mẫu.',
  required: 'trở thành bắt buộc.',
  constraint: 'có điều kiện kiểm tra khác.',
  relevance: 'có điều kiện hiện khác.',
  calculation: 'được tính theo công thức khác.',
}
const reportParts: Record<ReportPart, string> = {
  inspections: 'Kiểm tra, giám sát chi bộ',
  teams: 'Tổ, đoàn kiểm tra',
  below: 'Kiểm tra, giám sát của cấp ủy cấp dưới',
  byCommittee: 'Bảng tổng hợp theo đảng bộ',
  achieved: 'Kết quả đạt được, với các bảng và biểu đồ',
  difficulties: 'Khó khăn, tồn tại',
  programme: 'Chương trình công tác năm',
  inspectionPlan: 'Kế hoạch kiểm tra, giám sát',
  strengths: 'Ưu điểm',
  shortcomings: 'Hạn chế, với bảng chi bộ chưa đạt',
  tasks: 'Nhiệm vụ kỳ sau',
}

export const deskVi = {
  title: 'Biểu mẫu',
  published: 'Đã ban hành',
  none: 'Chưa có biểu mẫu nào. Hãy nhập một tệp Excel ở phần dưới.',
  import: 'Nhập biểu mẫu từ tệp Excel',
  importHint:
    'Biểu mẫu soạn theo chuẩn XLSForm, dùng chung với ODK, Kobo, Survey123. Tệp chỉ được đọc và hiện ra để xem; chưa lưu gì cho đến khi ban hành.',
  importAnother: 'Nhập tệp khác, hoặc tệp này sau khi sửa',
  workbook: 'Tệp Excel (.xlsx)',
  workbookHint: (megabytes: number) => `Tất cả các tệp cộng lại không quá ${count(megabytes)} MB.`,
  filesBeside: 'Các tệp .csv kèm theo',
  filesHint: 'Chỉ cần khi biểu mẫu lấy danh sách lựa chọn từ tệp. Có thể chọn nhiều tệp.',
  optional: '(không bắt buộc)',
  look: 'Xem trước',
  backToForms: 'Về danh sách biểu mẫu',
  count,
  version: (version: number, name: string) =>
    name === '' ? `Phiên bản ${count(version)}` : `Phiên bản ${count(version)} (“${name}”)`,
  /** Within a sentence. */
  thisVersion: (version: number, name: string) =>
    name === '' ? `phiên bản ${count(version)}` : `phiên bản ${count(version)} (“${name}”)`,
  versionNumber: (version: number) => `đang dùng phiên bản ${count(version)}`,
  formId: 'Mã biểu mẫu',
  publishedBy: (moment: string, person: string | undefined) =>
    person === undefined ? `Có sẵn cùng hệ thống từ ${moment}` : `${person} ban hành lúc ${moment}`,
  publishedAt: 'Ban hành',
  askedBy: 'Các đợt đang dùng:',
  notAsked: 'Chưa đợt nào dùng biểu mẫu này.',
  previewOf: (title: string) => `Xem trước: ${title}`,
  nothingStored: 'Trang này không lưu gì.',
  unreadable: 'Không đọc được tệp Excel',
  errorsFound: (errors: number) => `Có ${count(errors)} lỗi cần sửa trước khi ban hành`,
  noErrors: 'Không có lỗi',
  file: 'Tệp',
  languages: 'Ngôn ngữ',
  oneLanguage: 'Một ngôn ngữ, không ghi tên',
  questions: 'Số câu hỏi',
  warningsFound: (warnings: number) => `${count(warnings)} lưu ý`,
  errors: 'Lỗi',
  warningsCaption: 'Lưu ý: vẫn ban hành được',
  where: 'Vị trí',
  what: 'Cần biết, cần sửa; nội dung của dòng',
  kinds,
  row: (row: number) => `dòng ${row}`,
  column: 'cột',
  moreIssues: (more: number) => `Còn ${count(more)} mục nữa không hiện ở đây.`,
  publish: 'Ban hành',
  sameAs: 'Nội dung này đã được ban hành rồi:',
  becomes: (version: string) => `Sẽ thành ${version} của biểu mẫu`,
  immutable: 'Phiên bản đã ban hành không sửa được nữa; các đợt đang mở chỉ chuyển sang sau khi chạy thử.',
  publishNow: 'Ban hành phiên bản này',
  tryIt: 'Xem và điền thử',
  tryHint: 'Điền và bấm gửi như người dùng: hệ thống cho biết kết quả, không lưu gì.',
  size: 'Cỡ màn hình',
  devices,
  accepted: 'Phiếu điền thử được chấp nhận',
  acceptedHint: 'Không lưu gì. Nếu là thật, phiếu đã được nhận với các câu trả lời dưới đây.',
  recordName: (name: string) => `Tên bản ghi: ${name}`,
  score: (score: string) => `Tổng điểm: ${score}`,
  findings: (findings: number) => `Phiếu nêu ra ${count(findings)} điểm cần lưu tâm:`,
  findingKinds,
  wouldBeStored: 'Các câu trả lời sẽ được lưu',
  downloadWorkbook: 'Tải về tệp Excel',
  downloadFile: (file: string) => `Tải về ${file}`,
  downloadJson: 'Tải về dạng JSON',
  lookAndTry: 'Xem và điền thử phiên bản này',
  hash: 'Mã kiểm tra nội dung',
  campaigns: 'Các đợt dùng biểu mẫu này',
  asksThis: 'Đang dùng phiên bản này.',
  asksOther: (version: number) => `Đang dùng phiên bản ${count(version)}.`,
  rehearse: (version: number) => `Chạy thử việc chuyển sang phiên bản ${count(version)}`,
  notMovable: 'Đợt này có đơn vị ngoài phạm vi phụ trách, nên do người phụ trách cả đợt chuyển.',
  versions: 'Các phiên bản',
  rehearsal: 'Chạy thử việc chuyển phiên bản',
  fromTo: (from: string, to: string) => `Từ ${from} sang ${to}`,
  looked: (responses: number) => `Đã đối chiếu ${count(responses)} phiếu đã nhận.`,
  notWhole: 'Đợt có quá nhiều phiếu để đọc hết một lần: các con số dưới đây là mức tối thiểu.',
  drafts: 'Máy chủ không lưu bản nháp. Phiếu đang điền dở nằm trên máy của người điền và không đếm được.',
  stillAccepted: (version: string) => `Phiếu đã bắt đầu theo ${version} vẫn gửi được sau khi chuyển.`,
  orphanedAnswers: 'Câu trả lời không còn câu hỏi',
  orphanedHint: 'Các câu trả lời này vẫn được lưu, nhưng phiên bản mới không còn đọc đến.',
  noneOrphaned: 'Không câu trả lời nào bị mất câu hỏi.',
  question: 'Câu hỏi',
  responsesWithAnswers: 'Số phiếu',
  atLeast: (value: number) => `từ ${count(value)}`,
  orphanedIndicators: 'Chỉ tiêu và báo cáo bị ảnh hưởng',
  indicatorsHint: 'Sau khi chuyển, các chỉ tiêu này không tính được đủ từ các phiếu mới hoặc phiếu đã nhận.',
  noIndicator: 'Không chỉ tiêu nào, bảng nào của báo cáo bị ảnh hưởng.',
  misses: 'Thiếu câu:',
  inReport: 'Trong báo cáo',
  reportParts,
  otherChanges: 'Các thay đổi khác',
  changes: {
    plain: plainChanges,
    renamed: (to: string) => `đổi tên thành ${to}.`,
    retyped: (from: string, to: string) =>
      `đổi kiểu từ ${from} sang ${to}; câu trả lời cũ không đọc theo kiểu mới được.`,
    retypedKept: (from: string, to: string) => `đổi kiểu từ ${from} sang ${to}; câu trả lời cũ vẫn đọc được.`,
    choicesRemoved: (choices: string) => `bỏ các lựa chọn: ${choices}.`,
    moved: (from: string, to: string) => `chuyển từ ${from} sang ${to}, vào hoặc ra khỏi nhóm lặp lại.`,
    movedKept: (from: string, to: string) => `chuyển từ ${from} sang ${to}; câu trả lời cũ vẫn đọc được.`,
    top: 'ngoài các nhóm',
  },
  move: 'Chuyển đợt',
  moveHint:
    'Chỉ chuyển được đúng như kết quả trên đây. Nếu trong lúc đó có gì thay đổi, hệ thống không chuyển và cho xem lại.',
  moveNow: (version: number) => `Chuyển đợt sang phiên bản ${count(version)}`,
  leaveIt: 'Không chuyển',
}
