// The reports on the roll-out and on the helper sections carry the published figures, and every unit's words under one heading.

import { describe, expect, test } from 'vitest'
import { units as starterUnits } from '../starter/organisation.ts'
import { linesOf, rowOf, runsOf, tablesOf } from './cell-quality-fixture.ts'
import { numberText } from './figure-number.ts'
import { helperSectionReport, rollOutReport } from './practices-fixture.ts'

const between = (lines: readonly string[], from: string, to: string) =>
  lines.slice(lines.indexOf(from) + 1, lines.indexOf(to))

describe('the report on the roll-out', () => {
  const report = rollOutReport()
  const lines = linesOf(report)

  test('carries the published figures', () => {
    expect(lines).toEqual(
      expect.arrayContaining([
        'Tỷ lệ đảng bộ đã tổ chức hội nghị triển khai: 100\u00a0% (14/14), đạt mục tiêu (100\u00a0%).',
        'Tỷ lệ nhiệm vụ trọng tâm đang triển khai: 87,5\u00a0% (7/8), chưa đạt mục tiêu (100\u00a0%).',
        'Đảng ủy Khối: Nhiệm vụ thứ tám chưa triển khai do tài liệu học tập gửi về chậm.',
        'Cán bộ của các bộ phận giúp việc: 257.',
      ]),
    )
    const [byUnit] = tablesOf(report)
    const shown = byUnit?.rows.map(({ cells }) => cells.at(-1)?.runs[0]?.text)
    expect(shown?.filter((text) => text === '100\u00a0%')).toHaveLength(4)
    expect(rowOf(byUnit, 'Đảng bộ Sông Chảy')).toEqual(['Đảng bộ Sông Chảy', '80,0\u00a0%'])
  })

  test('finds that 257 is not 237 + 37, and passes 19 + 110 + 111 + 17 and 1 + 2 + 20 + 3', () => {
    const part = between(lines, '2. Đối chiếu số liệu', 'III- Khó khăn, kiến nghị')
    expect(part).toEqual([
      'Đối chiếu theo 3 quy tắc của phiếu: 1 quy tắc không khớp, ở 1 đơn vị. Đề nghị đơn vị kiểm tra, báo cáo lại.',
      'Bảng 3. Số liệu không khớp',
      'Đảng ủy Khối | Tổng số cán bộ không bằng số thuộc bộ phận giúp việc cộng số thuộc bộ phận chuyên trách | Tổng số cán bộ 257; Cán bộ thuộc bộ phận giúp việc 237; Cán bộ thuộc bộ phận chuyên trách 37',
      'Khớp: Tổng số cán bộ 257; Ủy viên ban thường vụ 19; Cấp ủy viên 110; Trưởng, phó phòng, ban 111; Chuyên viên 17.',
      'Khớp: Tổng số 26; Trưởng bộ phận 1; Phó trưởng bộ phận 2; Thành viên 20; Chuyên trách 3.',
    ])
  })

  test('puts each committee in the first class that it reaches', () => {
    const classes = tablesOf(report)[1]
    expect(rowOf(classes, 'Đã hoàn thành').slice(1)).toEqual([
      '100\u00a0%',
      '3',
      '21,4\u00a0%',
      'Đảng bộ Sông Hồng, Đảng bộ Sông Lô, Đảng bộ Sông Gâm',
    ])
    expect(rowOf(classes, 'Cơ bản hoàn thành').slice(1, 4)).toEqual(['từ 90\u00a0% trở lên', '10', '71,4\u00a0%'])
    expect(rowOf(classes, 'Còn chậm').slice(1)).toEqual(['còn lại', '1', '7,1\u00a0%', 'Đảng bộ Sông Chảy'])
  })
})

describe('the report of the helper sections', () => {
  const report = helperSectionReport()
  const lines = linesOf(report)

  test('carries the published figures beside those of a year ago', () => {
    const [overall, byUnit] = tablesOf(report)
    expect(rowOf(byUnit, 'Đảng bộ Sông Hồng')).toEqual(['Đảng bộ Sông Hồng', '6 (0)', '6 (0)', '2 (0)'])
    expect(rowOf(overall, 'Số cuộc họp định kỳ trong năm').slice(2)).toEqual(['13', '11', '+2', '5'])
    expect(overall?.columns.map(({ header }) => header)).toContain('Cùng kỳ năm trước')
    expect(lines).toContain('Còn 1 đơn vị chưa nộp: Đảng bộ Sông Thương.')
  })

  test('collates what units wrote under the same headings, each with its unit', () => {
    expect(between(lines, '1. Về biên chế', '2. Về chế độ, chính sách')).toEqual([
      'Đảng bộ Sông Hồng: Không.',
      'Đảng bộ Sông Gâm: Đề nghị bố trí một cán bộ chuyên trách.',
    ])
    expect(between(lines, '2. Về chế độ, chính sách', 'Ghi chú về số liệu')).toEqual([
      'Đảng bộ Sông Hồng: Đề nghị quy định chế độ phụ cấp cho thành viên bộ phận giúp việc.',
      'Đảng bộ Sông Lô: Đề nghị bố trí kinh phí hoạt động hằng năm.',
    ])
  })
})

test.each([rollOutReport, helperSectionReport])(
  'every figure says its number, and English headings are English',
  (make) => {
    for (const language of ['vi', 'en'] as const) {
      const figures = runsOf(make(language)).filter(({ source }) => source)
      expect(figures.length).toBeGreaterThan(30)
      for (const { text, number } of figures) expect(number && numberText(number, language)).toBe(text)
    }
    const english = make('en')
    const names = starterUnits.map(({ name }) => name).sort((a, b) => b.length - a.length)
    for (const block of english.blocks) {
      const texts =
        block.type === 'heading'
          ? [block.text]
          : block.type === 'table'
            ? [block.caption, block.note ?? '', ...block.columns.map(({ header }) => header)]
            : []
      for (const text of texts)
        expect(names.reduce((rest, name) => rest.replaceAll(name, ''), text)).not.toMatch(
          /[\u00c0-\u024f\u1e00-\u1eff]/,
        )
    }
  },
)
