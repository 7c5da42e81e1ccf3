// The words of a report's workbook that the report itself has not, in English.

import type { ReportFileMessages } from './report-file.ts'

export const reportFileEn: ReportFileMessages = {
  report: 'Report',
  part: 'Part',
  content: 'Text',
  onSheet: (sheet) => `(on the sheet “${sheet}”)`,
  inBrackets: (column) => `${column} (in brackets)`,

  qr: (address) => `QR code that leads to the address where the document is verified: ${address}`,

  figures: 'Figures in sentences',
  sentence: 'Sentence',
  figure: 'Figure',
  period: 'Period',
  responses: 'Responses',
  address: 'See the responses',
}
