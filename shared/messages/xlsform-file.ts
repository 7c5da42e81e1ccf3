// What is said of a workbook or CSV file that can't be read at all: before there are sheets, rows and columns to name.

import type { Language } from '../language.ts'
import type { FileProblem } from '../xlsform/file-problem.ts'
import { formatCount } from './number.ts'

type Texts = { readonly [C in FileProblem['code']]: (limit: string, row: string) => string }

const en: Texts = {
  'workbook.too-large': (limit) =>
    `The file is larger than ${limit} KB. Remove pictures and sheets that are no part of the form.`,
  'csv.too-large': (limit) => `The file is larger than ${limit} KB. Remove rows or columns that no question uses.`,
  'workbook.absent': () => 'There is no such file, or it may not be read. Check its name and folder.',
  'workbook.not-a-zip': () => 'This is no Excel workbook. Save it as .xlsx and try again.',
  'workbook.old-format': () => 'This is the old format of Excel (.xls). Save it as .xlsx and try again.',
  'workbook.encrypted': () => 'The workbook is protected by a password. Save it without one and try again.',
  'csv.encoding': () => 'The text cannot be read. Save the file as CSV UTF-8 and try again.',
  'workbook.other-format': () => 'This is another kind of file. Save it as an Excel workbook (.xlsx) and try again.',
  'workbook.damaged': () => 'The file is damaged. Open it in Excel, save it again and try with that.',
  'workbook.forbidden-xml': () =>
    'The file holds something that Excel never writes, so it is not read. Save it again in Excel.',
  'workbook.too-many-parts': (limit) => `The file has more than ${limit} parts. Remove pictures and objects.`,
  'workbook.too-many-sheets': (limit) =>
    `The workbook has more than ${limit} sheets. Remove those that are no part of the form.`,
  'workbook.unpacks-too-large': (limit) =>
    `Unpacked, the file is too large: more than ${limit} KB, or far more than its size. Remove what is no part of the form.`,
  'workbook.too-many-cells': (limit, row) =>
    `The workbook has more than ${limit} cells (row ${row}). Remove what is no part of the form.`,
  'workbook.too-much-text': (limit, row) =>
    `The workbook has more than ${limit} characters (row ${row}). Remove what is no part of the form.`,
  'workbook.text-too-long': (limit, row) => `A cell in row ${row} has more than ${limit} characters. Shorten it.`,
  'csv.quote': (_, row) => `The quote that opens in row ${row} is never closed. Add the second one.`,
  'csv.too-many-rows': (limit) => `The file has more than ${limit} rows. Split it.`,
  'csv.too-many-cells': (limit) =>
    `The file has more than ${limit} values. Remove rows or columns that no question uses.`,
  'csv.too-many-columns': (limit, row) => `Row ${row} has more than ${limit} columns. Remove some.`,
  'csv.text-too-long': (limit, row) => `A value in row ${row} has more than ${limit} characters. Shorten it.`,
}

const vi: Texts = {
  'workbook.too-large': (limit) => `Tệp lớn hơn ${limit} KB. Hãy bỏ hình ảnh và các trang tính không thuộc biểu mẫu.`,
  'csv.too-large': (limit) => `Tệp lớn hơn ${limit} KB. Hãy bỏ các dòng, cột không dùng đến.`,
  'workbook.absent': () => 'Không có tệp này, hoặc không được phép đọc. Hãy kiểm tra tên và thư mục.',
  'workbook.not-a-zip': () => 'Đây không phải là tệp Excel. Hãy lưu thành .xlsx rồi thử lại.',
  'workbook.old-format': () => 'Đây là định dạng Excel cũ (.xls). Hãy lưu thành .xlsx rồi thử lại.',
  'workbook.encrypted': () => 'Tệp được bảo vệ bằng mật khẩu. Hãy lưu không kèm mật khẩu rồi thử lại.',
  'csv.encoding': () => 'Không đọc được chữ trong tệp. Hãy lưu thành CSV UTF-8 rồi thử lại.',
  'workbook.other-format': () => 'Đây là loại tệp khác. Hãy lưu thành tệp Excel (.xlsx) rồi thử lại.',
  'workbook.damaged': () => 'Tệp bị hỏng. Hãy mở bằng Excel, lưu lại rồi thử với tệp mới.',
  'workbook.forbidden-xml': () =>
    'Tệp chứa nội dung mà Excel không bao giờ ghi nên không được đọc. Hãy lưu lại bằng Excel.',
  'workbook.too-many-parts': (limit) => `Tệp có quá ${limit} thành phần. Hãy bỏ hình ảnh và đối tượng chèn thêm.`,
  'workbook.too-many-sheets': (limit) => `Tệp có quá ${limit} trang tính. Hãy bỏ các trang không thuộc biểu mẫu.`,
  'workbook.unpacks-too-large': (limit) =>
    `Khi giải nén, tệp quá lớn: hơn ${limit} KB hoặc gấp nhiều lần kích thước tệp. Hãy bỏ những gì không thuộc biểu mẫu.`,
  'workbook.too-many-cells': (limit, row) =>
    `Tệp có quá ${limit} ô (dòng ${row}). Hãy bỏ những gì không thuộc biểu mẫu.`,
  'workbook.too-much-text': (limit, row) =>
    `Tệp có quá ${limit} ký tự (dòng ${row}). Hãy bỏ những gì không thuộc biểu mẫu.`,
  'workbook.text-too-long': (limit, row) => `Một ô ở dòng ${row} có quá ${limit} ký tự. Hãy rút ngắn.`,
  'csv.quote': (_, row) => `Dấu nháy mở ở dòng ${row} không được đóng. Hãy thêm dấu nháy đóng.`,
  'csv.too-many-rows': (limit) => `Tệp có quá ${limit} dòng. Hãy tách tệp.`,
  'csv.too-many-cells': (limit) => `Tệp có quá ${limit} giá trị. Hãy bỏ các dòng, cột không dùng đến.`,
  'csv.too-many-columns': (limit, row) => `Dòng ${row} có quá ${limit} cột. Hãy bỏ bớt cột.`,
  'csv.text-too-long': (limit, row) => `Một giá trị ở dòng ${row} có quá ${limit} ký tự. Hãy rút ngắn.`,
}

const texts = { vi, en } as const satisfies Record<Language, Texts>

export function describeFileProblem(problem: FileProblem, language: Language): string {
  const limit = 'limitBytes' in problem ? Math.floor(problem.limitBytes / 1024) : 'limit' in problem ? problem.limit : 0
  const row = 'row' in problem ? problem.row : 0
  return texts[language][problem.code](formatCount(limit, language), formatCount(row, language))
}
