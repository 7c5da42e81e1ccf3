// Figures from before, brought in from a file, in Vietnamese.

import type { PastPeriodFault } from '../campaign/past-period.ts'
import type { PastImport, RowOutcome, RowRemark } from '../past/import.ts'
import { formatCount } from './number.ts'

const count = (value: number) => formatCount(value, 'vi')

type Plain = Exclude<RowRemark['code'], 'period-not-held' | 'period-early' | 'row-twice' | 'answer'>

const remarks: Record<Plain, string> = {
  'unit-missing': 'Không ghi mã đơn vị.',
  'unit-unknown': 'Đợt này không có đơn vị như vậy.',
  'unit-ambiguous': 'Nhiều đơn vị trong đợt cùng tên; hãy ghi mã đơn vị.',
  'unit-not-yours': 'Đơn vị ngoài phạm vi được giao.',
  'period-missing': 'Không ghi kỳ, và chưa chọn kỳ khi tải tệp lên.',
  'period-unreadable':
    'Không đọc được kỳ. Ghi như “2012-H1”, “6 tháng đầu năm 2012”, “quý II/2012”, “7/2012” hoặc “2012”.',
  'too-large': 'Nội dung của dòng quá dài.',
  'not-taken': 'Không nhận được dòng này.',
  'not-asked': 'Câu này không hỏi khi trả lời các câu khác như vậy; ô bị bỏ qua.',
  standing: 'Đơn vị đã có phiếu của người khác trong kỳ này, hoặc phiếu đã nhập được xử lý tiếp; dòng bị bỏ qua.',
}

const outcomes: Record<'found' | 'done', Record<RowOutcome, string>> = {
  found: {
    added: 'Sẽ thêm mới',
    changed: 'Sẽ thay đổi',
    same: 'Đã có, không đổi',
    standing: 'Đã có phiếu, bỏ qua',
    faulty: 'Có lỗi, bỏ qua',
  },
  done: {
    added: 'Đã thêm mới',
    changed: 'Đã thay đổi',
    same: 'Đã có, không đổi',
    standing: 'Đã có phiếu, bỏ qua',
    faulty: 'Có lỗi, bỏ qua',
  },
}

const phases: Record<PastImport['phase'], string> = {
  checking: 'Đang kiểm tra',
  checked: 'Đã kiểm tra, chưa nhập',
  applying: 'Đang nhập',
  done: 'Đã nhập xong',
}

const periodFaults: Record<PastPeriodFault, string> = {
  'is-there': 'Đợt đã có kỳ này.',
  'not-over': 'Kỳ này chưa kết thúc.',
  'too-many': 'Đợt đã có số kỳ nhiều nhất được phép.',
  'out-of-range': 'Không đọc được kỳ này.',
}

export const pastVi = {
  title: 'Số liệu các kỳ trước',
  lead: 'Nhập số liệu của các kỳ trước từ Excel hoặc CSV để so sánh ngay từ kỳ đầu. Mỗi dòng thành một phiếu, được kiểm tra như phiếu gửi trực tiếp và ghi rõ là nhập từ tệp.',
  template: 'Tải mẫu bảng tính',
  templateHint: 'Mỗi đơn vị một dòng, mỗi câu hỏi một cột; trang thứ hai ghi cách điền từng cột.',
  templatePeriod: 'Kỳ ghi sẵn trong mẫu',
  noPeriod: 'Để trống, tự điền',
  download: 'Tải mẫu (.xlsx)',
  upload: 'Tải tệp đã điền lên',
  file: 'Tệp Excel (.xlsx) hoặc CSV',
  fileHint: (megabytes: number) =>
    `Nhiều nhất ${count(megabytes)} MB. Chưa có gì được nhập cho đến khi xem kết quả kiểm tra và xác nhận.`,
  filePeriod: 'Kỳ của những dòng không ghi kỳ',
  check: 'Kiểm tra tệp',
  periods: 'Thêm kỳ trước vào đợt',
  periodsHint: 'Kỳ thêm vào chỉ để nhập số liệu cũ: không ai phải nộp, không ai bị tính là muộn.',
  addPeriods: 'Thêm các kỳ đã chọn',
  noneOffered: 'Không còn kỳ nào gần đó để thêm.',
  earlier: 'Những lần nhập trước',
  noneEarlier: 'Chưa có lần nhập nào.',
  uploadedAt: (moment: string) => `tải lên ${moment}`,
  phases,
  unreadable: 'Không nhập được tệp này',
  fileProblems: {
    none: 'Chưa chọn tệp.',
    empty: 'Tệp không có dòng nào dưới dòng tiêu đề.',
    tooManyRows: (most: number) => `Tệp có quá ${count(most)} dòng. Hãy chia thành nhiều tệp.`,
    noUnits: 'Không tìm thấy cột “Mã đơn vị” hoặc “Tên đơn vị” trong dòng đầu tiên. Hãy dùng tệp mẫu.',
    noQuestions: 'Không cột nào trong dòng đầu tiên ứng với câu hỏi của biểu mẫu. Hãy dùng tệp mẫu.',
  },
  expired: 'Nội dung tệp không còn được lưu. Hãy tải tệp lên lại.',
  importTitle: (fileName: string) => `Nhập từ tệp ${fileName}`,
  progress: (done: number, all: number) => `${count(done)} / ${count(all)} dòng`,
  goOn: 'Tiếp tục',
  leave: 'Có thể rời trang này: những gì đã làm xong được giữ, và lần sau mở lại sẽ làm tiếp từ đó.',
  apply: (rows: number) => `Nhập ${count(rows)} dòng`,
  applyHint:
    'Những dòng có lỗi hoặc đã có phiếu được bỏ qua. Sửa tệp rồi tải lên lại thì các dòng đã nhập không bị lặp.',
  nothingToApply: 'Không có dòng nào để nhập.',
  again: 'Tải tệp khác lên',
  outcomes,
  outcome: 'Kết quả',
  rows: 'Số dòng',
  faults: 'Các lỗi',
  notices: 'Lưu ý',
  more: (shown: number, all: number) => `Chỉ hiện ${count(shown)} trong ${count(all)} chỗ đầu tiên.`,
  row: 'Dòng',
  column: 'Ô',
  remark: 'Nội dung',
  remarks,
  periodNotHeld: (period: string) => `Đợt chưa có kỳ ${period}.`,
  periodEarly: (period: string) => `Kỳ ${period} chưa mở.`,
  rowTwice: (other: number) => `Trùng đơn vị và kỳ với dòng ${count(other)}.`,
  missingPeriods: (periods: string) => `Tệp có số liệu của những kỳ mà đợt chưa có: ${periods}.`,
  addMissing: 'Thêm các kỳ này rồi kiểm tra lại',
  periodFaults,
  ignored: (headers: string) => `Các cột không dùng đến: ${headers}.`,
  twice: (headers: string) => `Các cột lặp lại, bị bỏ qua: ${headers}.`,
  sample: 'Những dòng đầu, như đã đọc được',
  sampleRow: (row: number, unit: string, period: string) => `Dòng ${count(row)}: ${unit}, kỳ ${period}`,
  headers: { code: 'Mã đơn vị', name: 'Tên đơn vị', period: 'Kỳ' },
  sheets: { figures: 'Số liệu', guide: 'Cách điền' },
  guide: {
    column: 'Cột',
    question: 'Câu hỏi',
    takes: 'Điền gì',
    required: 'Bắt buộc',
    yes: 'có',
    choices: 'Một trong các phương án (ghi tên hoặc mã):',
    several: 'Một hoặc nhiều phương án, cách nhau bằng dấu chấm phẩy:',
    integer: 'Số nguyên',
    decimal: 'Số, phần thập phân sau dấu phẩy',
    date: 'Ngày, ví dụ 15/7/2013',
    time: 'Giờ, ví dụ 07:30',
    text: 'Chữ',
    code: 'Giữ nguyên như trong mẫu',
    period: 'Ví dụ 2012-H1, 6 tháng đầu năm 2012, quý II/2012, 7/2012 hoặc 2012',
  },
}
