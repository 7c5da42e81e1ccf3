// Records and blank forms on paper, in Vietnamese: the source of the catalogue.

import { formatCount } from './number.ts'

const count = (value: number) => formatCount(value, 'vi')
const padded = (value: number, below: number) => (value < below ? `0${value}` : String(value))

export const paperVi = {
  /** What stands for the kind of document in its number. */
  recordSymbol: 'BB',
  /** Days 1 to 9 and months 1 and 2 carry a leading 0; `monthName` is not needed in Vietnamese. */
  placeAndDate: (
    place: string,
    { year, month, day }: { year: number; month: number; monthName: string; day: number },
  ) => `${place}, ngày ${padded(day, 10)} tháng ${padded(month, 3)} năm ${year}`,
  openPlace: '……………',
  record: {
    inspection: 'BIÊN BẢN',
    report: 'PHIẾU BÁO CÁO',
    survey: 'PHIẾU Ý KIẾN',
    notPossible: 'BIÊN BẢN KHÔNG LÀM VIỆC ĐƯỢC',
    /** The name of a file of many. */
    many: (title: string, period: string) => `${title}, ${period}`,
    unit: 'Đơn vị',
    unitLine: (name: string, code: string, parent: string | undefined) =>
      `${name} (mã ${code})${parent === undefined ? '' : `, thuộc ${parent}`}`,
    campaign: 'Đợt',
    period: 'Kỳ',
    inspector: 'Người kiểm tra',
    sender: 'Người gửi',
    enteredBy: 'Người nhập',
    enteredFor: (by: string, whom: string) => (whom === '' ? by : `${by}, nhập thay cho ${whom}`),
    unknownPerson: 'Không ghi tên',
    at: 'Thời điểm',
    name: 'Tên phiếu',
    score: 'Tổng điểm',
    content: 'Nội dung',
    number: 'TT',
    question: 'Nội dung',
    answer: 'Kết quả',
    none: '–',
    round: (label: string, number: number) => `${label} ${number}`,
    findings: 'Tồn tại, thiếu sót',
    finding: 'Tồn tại, thiếu sót',
    severity: 'Mức độ',
    action: 'Yêu cầu khắc phục',
    due: 'Thời hạn',
    dueDays: (days: number) => `${count(days)} ngày`,
    severities: { low: 'Nhẹ', medium: 'Vừa', high: 'Nặng' },
    inconsistent: 'Các câu trả lời không khớp với nhau',
    faulty: 'Câu trả lời này được ghi là tồn tại',
    notes: 'Ghi chú',
    acknowledged: 'Đã xác nhận',
    reasons: {
      returned: (words: string) => `Lý do trả lại: ${words}`,
      corrected: (words: string) => `Văn phòng đã sửa, lý do: ${words}`,
      withdrawn: (words: string) => `Lý do rút: ${words}`,
      'not-possible': (words: string) => `Lý do không làm việc được với đơn vị: ${words}`,
      accepted: (words: string) => `Ý kiến khi chấp nhận: ${words}`,
      released: (words: string) => `Ý kiến khi đưa vào số liệu: ${words}`,
    },
    attachments: 'Ảnh và tệp kèm theo',
    photo: (number: number) => `Ảnh ${number}`,
    file: (number: number) => `Tệp ${number}`,
    photoCaption: (number: number, question: string, name: string) => `Ảnh ${number}. ${question} (${name})`,
    filesLead: 'Các tệp sau không in kèm; tệp gốc được lưu trong hệ thống và nhận ra được bằng mã băm:',
    fileName: 'Tên tệp',
    fileHash: 'Mã băm SHA-256',
    sign: {
      unit: 'ĐẠI DIỆN ĐƠN VỊ',
      team: 'ĐOÀN KIỂM TRA',
      writer: 'NGƯỜI LẬP PHIẾU',
      head: 'THỦ TRƯỞNG ĐƠN VỊ',
      remark: '(Ký, ghi rõ họ tên)',
      drawn: '(Đã ký trên thiết bị)',
    },
    marks: {
      returned: 'ĐÃ TRẢ LẠI',
      withdrawn: 'ĐÃ RÚT',
      quarantined: 'CHỜ XEM XÉT',
      waiting: 'CHƯA DUYỆT',
    },
    footer: (moment: string, id: string, revision: number) =>
      revision === 1 ? `Đã gửi lúc ${moment}, mã ${id}` : `Đã gửi lúc ${moment}, mã ${id}, lần gửi ${count(revision)}`,
    hash: (hash: string) => `Mã băm nội dung (SHA-256): ${hash}`,
  },
  blank: {
    footer: (formId: string, version: number, name: string) =>
      `Biểu mẫu ${formId}, phiên bản ${version}${name === '' ? '' : ` (${name})`}`,
    howTo:
      'Ghi bằng bút mực; mỗi ô ghi một chữ số. Ô tròn (○): đánh dấu một ô; ô vuông (□): đánh dấu được nhiều ô. Câu có dấu * phải trả lời.',
    unit: 'Đơn vị',
    code: 'Mã đơn vị',
    period: 'Kỳ',
    day: 'Ngày ghi',
    onlyIf: (condition: string) => `Chỉ trả lời nếu ${condition}.`,
    partOnlyIf: (condition: string) => `Cả phần này chỉ trả lời nếu ${condition}.`,
    rounds: (rounds: number) =>
      `Ghi từng mục một; phiếu có chỗ cho ${count(rounds)} mục, nếu nhiều hơn thì ghi tiếp ra giấy khác.`,
    round: (label: string, number: number) => `${label}: mục ${number}`,
    /** What stands in a label for the answer to another question. */
    reference: (number: string) => (number === '' ? '…' : `[câu ${number}]`),
    rank: 'Ghi 1 vào ô được xếp đầu tiên, rồi 2, 3…',
    other: 'Khác',
    several: 'Chọn được nhiều.',
    file: (kind: 'image' | 'signature' | 'audio' | 'video' | 'file') =>
      ({
        image: 'Tên hoặc số của ảnh chụp kèm theo',
        signature: 'Ký vào ô',
        audio: 'Tên hoặc số của bản ghi âm kèm theo',
        video: 'Tên hoặc số của đoạn phim kèm theo',
        file: 'Tên hoặc số của tệp kèm theo',
      })[kind],
    place: 'Vĩ độ, kinh độ hoặc địa chỉ',
    fromList: (choices: number) => `Chọn trong danh mục ${count(choices)} dòng kèm theo mẫu phiếu.`,
    fromAnswers: 'Chọn trong những mục đã ghi ở trên.',
    dateParts: 'ngày / tháng / năm',
    monthParts: 'tháng / năm',
    timeParts: 'giờ : phút',
    acknowledge: 'Đã đọc và đồng ý',
    sign: { writer: 'NGƯỜI GHI PHIẾU', unit: 'ĐẠI DIỆN ĐƠN VỊ', remark: '(Ký, ghi rõ họ tên)' },
    condition: {
      question: (number: string, label: string) => (number === '' ? `“${label}”` : `câu ${number} (“${label}”)`),
      is: (question: string, answer: string) => `${question} là “${answer}”`,
      isNot: (question: string, answer: string) => `${question} không phải là “${answer}”`,
      has: (question: string, answer: string) => `${question} có chọn “${answer}”`,
      hasNot: (question: string, answer: string) => `${question} không chọn “${answer}”`,
      compares: (question: string, sign: string, value: string) => `${question} ${sign} ${value}`,
      answered: (question: string) => `${question} đã được trả lời`,
      blank: (question: string) => `${question} để trống`,
      and: ' và ',
      or: ' hoặc ',
      formula: (text: string) => `đúng điều kiện: ${text}`,
    },
  },
}
