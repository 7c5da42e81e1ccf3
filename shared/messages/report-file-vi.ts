// The words of a report's workbook that the report itself has not, in Vietnamese.

export const reportFileVi = {
  report: 'Báo cáo',
  part: 'Mục',
  content: 'Nội dung',
  /** Behind the caption of a table or chart: the sheet that holds it. */
  onSheet: (sheet: string) => `(xem trang tính “${sheet}”)`,
  /** Heads the column beside one, with what stands in brackets there. */
  inBrackets: (column: string) => `${column} (phần trong ngoặc)`,

  /** What the QR code says to those who can't see it. */
  qr: (address: string) => `Mã QR dẫn tới địa chỉ kiểm tra văn bản: ${address}`,

  figures: 'Số liệu trong câu',
  sentence: 'Câu',
  figure: 'Số liệu',
  period: 'Kỳ',
  responses: 'Số phiếu',
  address: 'Xem phiếu',
}
