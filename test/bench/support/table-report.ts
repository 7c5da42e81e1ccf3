// Reports to measure the renderer with: a table of any length whose cells wrap, and twelve pages with four charts.

import { barChart } from '../../../shared/report/chart.ts'
import type { Block, ReportDocument, TableBlock } from '../../../shared/report/document.ts'
import { sampleReport } from '../../support/sample-report.ts'

const headers = ['STT', 'Đơn vị', 'Tồn tại, thiếu sót', 'Yêu cầu khắc phục', 'Hạn', 'Tỷ lệ']
const weights = [0.6, 2.4, 3.4, 3, 1.2, 1]

/** The cells of one row, in six columns; two of them take two lines or three. */
const rowTexts = (index: number): string[] => [
  String(index + 1),
  `Chi bộ Sông Hồng ${1 + (index % 47)} thuộc Đảng bộ cơ quan`,
  'Sổ ghi biên bản chưa đầy đủ, nghị quyết của chi bộ còn chung chung, chưa phân công cụ thể',
  `Bổ sung biên bản các kỳ họp tháng ${1 + (index % 12)}, báo cáo lại Đảng ủy`,
  `${10 + (index % 19)}/9/2013`,
  `${(50 + ((index * 37) % 500) / 10).toFixed(1).replace('.', ',')}\u00a0%`,
]

const longTable = (rows: number): TableBlock => ({
  type: 'table',
  caption: `Bảng 1. Tồn tại, thiếu sót phải khắc phục (${rows} dòng)`,
  columns: headers.map((header, index) => ({
    header,
    weight: weights[index] ?? 1,
    align: index === 5 ? 'right' : 'left',
  })),
  rows: Array.from({ length: rows }, (_, index) => ({
    kind: 'row',
    cells: rowTexts(index).map((text) => ({ runs: [{ text }] })),
  })),
})

export const tableReport = (rows: number): ReportDocument => sampleReport({ blocks: [longTable(rows)] })

const sentences =
  'Thực hiện Chương trình công tác năm 2013, Ban Tổ chức đã thành lập 7 tổ khảo sát và trực tiếp làm việc với 47 chi bộ thuộc 20 đảng bộ trực thuộc. Hầu hết các chi bộ duy trì nền nếp sinh hoạt định kỳ mỗi tháng một lần, đạt từ 11 đến 12 kỳ trong năm. Tuy nhiên, ở một số nơi việc tự phê bình và phê bình còn yếu, nghị quyết của chi bộ còn chung chung, chưa phân công cụ thể cho từng đảng viên.'

const chartOf = (number: number) =>
  barChart({
    caption: `Biểu đồ ${number}. Tỷ lệ đảng viên dự sinh hoạt chi bộ`,
    bars: Array.from({ length: 20 }, (_, index) => ({
      label: `Đảng bộ Sông Hồng ${index + 1}`,
      value: 80 + ((index * 7 + number) % 20),
      text: `${80 + ((index * 7 + number) % 20)},0%`,
      met: (index + number) % 3 > 0,
    })),
    heads: ['Đơn vị', 'Tỷ lệ'],
    target: { value: 90, text: '90%', label: 'Chỉ tiêu' },
    axisMax: 100,
    axisTicks: [0, 25, 50, 75, 100].map((value) => ({ value, text: `${value}%` })),
  })

/** Twelve pages: 84 rows of a table, four charts, and running text between them. */
export function longReport(): ReportDocument {
  const paragraphs = (count: number): Block[] =>
    Array.from({ length: count }, () => ({ type: 'paragraph', runs: [{ text: sentences }] }))
  const part = (number: number): Block[] => [
    { type: 'heading', level: 1, marker: `${number}-`, text: 'Kết quả thực hiện' },
    ...paragraphs(2),
    chartOf(number),
  ]
  const blocks = [1, 2, 3, 4].flatMap(part)
  return sampleReport({ blocks: [...blocks, longTable(84)] })
}
