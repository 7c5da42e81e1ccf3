// A finished report to look at and to measure: the half-year survey of cells, with invented committees named after rivers.

import { asId } from '../../shared/ids.ts'
import { Day } from '../../shared/organisation/day.ts'
import { barChart } from '../../shared/report/chart.ts'
import type { Block, ReportDocument, TableBlock } from '../../shared/report/document.ts'
import { keyed } from '../../shared/report/keys.ts'

const rivers = [
  'Sông Hồng',
  'Sông Đà',
  'Sông Lô',
  'Sông Gâm',
  'Sông Chảy',
  'Sông Cầu',
  'Sông Thương',
  'Sông Lục Nam',
  'Sông Đuống',
  'Sông Thái Bình',
  'Sông Mã',
  'Sông Chu',
  'Sông Lam',
  'Sông Gianh',
  'Sông Thạch Hãn',
  'Sông Hương',
  'Sông Thu Bồn',
  'Sông Trà Khúc',
  'Sông Vàm Cỏ Đông và các đơn vị trực thuộc',
  'Sông Cửu Long',
] as const

type Committee = {
  name: string
  cells: number
  inspected: number
  supervised: number
  teams: number
  attendance: number | null
}

const committees: readonly Committee[] = rivers.map((river, index) => ({
  name: `Đảng bộ ${river}`,
  cells: 12 + ((index * 7) % 23),
  inspected: 6 + ((index * 5) % 11),
  supervised: 4 + ((index * 3) % 9),
  teams: 1 + (index % 6),
  attendance: index === 13 ? null : Math.round((84 + ((index * 37) % 150) / 10) * 10) / 10,
}))

const percent = (value: number) => `${value.toFixed(1).replace('.', ',')}%`
const rate = (part: number, whole: number) => percent(Math.min(100, (part / whole) * 100))
const run = (text: string) => ({ text })

/** The committees' figures, nine columns; `rows` repeats them for a table of any length. */
export function committeeTable(rows: number = committees.length): TableBlock {
  const headers = [
    'STT',
    'Đơn vị',
    'Số chi bộ',
    'Được kiểm tra',
    'Tỷ lệ',
    'Được giám sát',
    'Tỷ lệ',
    'Số tổ',
    'Tỷ lệ dự họp',
  ]
  const weights = [0.7, 4.2, 1, 1.1, 1.2, 1.1, 1.2, 0.8, 1.2]
  const list = Array.from({ length: rows }, (_, index) => committees[index % committees.length]).filter(
    (one) => one !== undefined,
  )
  return {
    type: 'table',
    caption: 'Bảng 1. Kết quả kiểm tra, giám sát chi bộ của các đảng bộ trực thuộc',
    columns: headers.map((header, index) => ({
      header,
      weight: weights[index] ?? 1,
      align: index === 0 ? 'center' : index === 1 ? 'left' : 'right',
    })),
    rows: [
      ...list.map((one, index) => ({ kind: 'row' as const, cells: committeeCells(one, index) })),
      {
        kind: 'target',
        cells: ['', 'Chỉ tiêu', '', '', '50,0%', '', '30,0%', '', '90,0%'].map((text) => ({ runs: [run(text)] })),
      },
      {
        kind: 'total',
        cells: ['', 'Tổng số', '1.730', '212', '53,6%', '160', '37,1%', '66', '90,0%'].map((text) => ({
          runs: [run(text)],
        })),
      },
    ],
    note: 'Ghi chú: số chi bộ là số do các đảng bộ báo cáo đến hết ngày 30 tháng 6 năm 2013; chữ đậm là chưa đạt chỉ tiêu.',
  }
}

function committeeCells(one: Committee, index: number): TableBlock['rows'][number]['cells'] {
  const { name, cells, inspected, supervised, teams, attendance } = one
  const plain = [String(index + 1), name, String(cells), String(inspected), rate(inspected, cells), String(supervised)]
  return [
    ...plain.map((text) => ({ runs: [run(text)] })),
    { runs: [run(rate(supervised, cells))], emphasis: supervised / cells < 0.3 ? 'missed' : 'met' },
    { runs: [run(String(teams))] },
    attendance === null
      ? { runs: [run('chưa có')], emphasis: 'missing' }
      : { runs: [run(percent(attendance))], emphasis: attendance < 90 ? 'missed' : 'met' },
  ]
}

const attendanceChart = () =>
  barChart({
    caption: 'Biểu đồ 1. Tỷ lệ đảng viên dự sinh hoạt chi bộ, 6 tháng đầu năm 2013',
    bars: committees.map(({ name, attendance }) => ({
      label: name,
      value: attendance,
      text: attendance === null ? 'chưa có số liệu' : percent(attendance),
      met: attendance === null ? null : attendance >= 90,
    })),
    target: { value: 90, text: '90%', label: 'Chỉ tiêu' },
    heads: ['Đơn vị', 'Tỷ lệ dự họp'],
    axisMax: 100,
    axisTicks: [0, 25, 50, 75, 100].map((value) => ({ value, text: `${value}%` })),
  })

const sentences = [
  'Thực hiện Chương trình công tác năm 2013, Ban Tổ chức đã thành lập 7 tổ khảo sát và trực tiếp làm việc với 47 chi bộ thuộc 20 đảng bộ trực thuộc.',
  'Hầu hết các chi bộ duy trì nền nếp sinh hoạt định kỳ mỗi tháng một lần, đạt từ 11 đến 12 kỳ trong năm; tỷ lệ đảng viên dự họp bình quân đạt 90,0%.',
  'Nội dung sinh hoạt từng bước được đổi mới, gắn với nhiệm vụ chuyên môn của cơ quan, đơn vị và việc học tập, làm theo tấm gương đạo đức Hồ Chí Minh.',
  'Tuy nhiên, ở một số nơi việc tự phê bình và phê bình còn yếu, nghị quyết của chi bộ còn chung chung, chưa phân công cụ thể cho từng đảng viên.',
  'Thời gian sinh hoạt phổ biến từ 1,5 đến 2 giờ; số đảng viên phát biểu ý kiến chiếm hơn 50% số đảng viên có mặt ở nhiều chi bộ.',
]
const paragraph = (from: number): Block => ({
  type: 'paragraph',
  runs: [0, 1, 2].map((offset) => run(`${sentences[(from + offset) % sentences.length]} `)),
})
const heading = (level: 1 | 2 | 3 | 4, marker: string, text: string): Block => ({
  type: 'heading',
  level,
  marker,
  text,
})
const paragraphs = (count: number, from: number): Block[] =>
  Array.from({ length: count }, (_, index) => paragraph(from + index))

const list: Block = {
  type: 'list',
  items: [
    [run('Duy trì nghiêm nền nếp sinh hoạt chi bộ hằng tháng; mỗi quý có ít nhất một kỳ sinh hoạt chuyên đề.')],
    [run('Phân công nhiệm vụ cụ thể cho từng đảng viên, đưa kết quả thực hiện vào đánh giá, xếp loại cuối năm.')],
    [run('Khắc phục các hạn chế đã được chỉ ra trong báo cáo này trước ngày 30 tháng 9 năm 2013.')],
  ],
}

const sampleBlocks = (): Block[] => [
  ...paragraphs(1, 0),
  heading(1, 'I-', 'Kết quả thực hiện 6 tháng đầu năm 2013'),
  heading(2, '1.', 'Công tác lãnh đạo, chỉ đạo'),
  heading(3, '1.1.', 'Của Đảng ủy Khối'),
  ...paragraphs(3, 1),
  heading(3, '1.2.', 'Của các đảng bộ trực thuộc'),
  heading(4, 'a)', 'Việc quán triệt, triển khai'),
  ...paragraphs(2, 3),
  heading(4, 'b)', 'Việc kiểm tra, giám sát'),
  ...paragraphs(2, 0),
  heading(2, '2.', 'Kết quả đạt được'),
  ...paragraphs(2, 2),
  committeeTable(),
  ...paragraphs(3, 4),
  attendanceChart(),
  ...paragraphs(2, 1),
  heading(2, '3.', 'Khó khăn, vướng mắc'),
  ...paragraphs(2, 3),
  heading(1, 'II-', 'Đánh giá chung'),
  heading(2, '1.', 'Ưu điểm'),
  ...paragraphs(3, 0),
  heading(2, '2.', 'Hạn chế, khuyết điểm'),
  ...paragraphs(2, 3),
  heading(1, 'III-', 'Nhiệm vụ trọng tâm 6 tháng cuối năm 2013'),
  ...paragraphs(2, 2),
  list,
  ...paragraphs(3, 1),
]

/** A draft; give `draftMark: null` and a numbered header for an issued one. */
export const sampleReport = ({
  blocks = sampleBlocks(),
  ...changes
}: Partial<Omit<ReportDocument, 'blocks'>> & { blocks?: Block[] } = {}): ReportDocument => ({
  version: 2,
  id: 'rp_2013_h1',
  language: 'vi',
  preset: 'party-2018',
  template: { id: 'campaign-results', version: 1 },
  asOf: '2013-07-14T17:00:00.000Z',
  draftMark: 'DỰ THẢO',
  header: {
    heading: 'Đảng Cộng sản Việt Nam',
    bodyAbove: 'Đảng ủy Khối các cơ quan Sông Núi',
    body: 'Ban Tổ chức',
    documentNumber: 'Số       -BC/BTCĐUK',
    placeAndDate: 'Hà Nội, ngày      tháng 7 năm 2013',
  },
  kind: 'Báo cáo',
  subject: 'Kết quả khảo sát chất lượng sinh hoạt chi bộ 6 tháng đầu năm 2013',
  blocks: keyed(blocks),
  links: { publicUrl: 'https://phieu.example.org', placedOn: asId(Day, '2013-06-30') },
  recipients: {
    heading: 'Nơi nhận:',
    items: [
      'Thường trực Đảng ủy Khối (để báo cáo),',
      'Các đảng bộ trực thuộc,',
      'Lãnh đạo Ban,',
      'Lưu Văn phòng, Ban Tổ chức.',
    ],
  },
  sign: { authority: 'T/M Ban Thường vụ', post: 'Phó Bí thư', name: 'Nguyễn Văn Thử Nghiệm' },
  ...changes,
})
