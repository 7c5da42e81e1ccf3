// The report of the demo carries the published figures and looks as its readers expect.

import { describe, expect, test } from 'vitest'
import { reportMessages } from '../messages/report.ts'
import { starterPeriods, starterPlan } from '../starter/campaigns.ts'
import { units as starterUnits } from '../starter/organisation.ts'
import { cellPart, linesOf, plain, rowOf, runsOf, shortfallsOf, tablesOf } from './cell-quality-fixture.ts'
import { demoReport } from './demo-fixture.ts'
import { numberText } from './figure-number.ts'
import { figureHref } from './links.ts'

test('a figure says in words what its number is, and leads to its answers', () => {
  for (const language of ['vi', 'en'] as const) {
    const { blocks, links } = demoReport(starterPeriods.complete, language)
    const runs = runsOf({ blocks })
    const figures = runs.filter(({ source }) => source)
    expect(figures.length).toBeGreaterThan(200)
    for (const { text, number } of figures) {
      if (number) expect(numberText(number, language)).toBe(text)
      // Whether a report was sent is a figure in words.
      else expect([reportMessages[language].sent, reportMessages[language].notSent]).toContain(text)
    }
    // A target is nobody's answer.
    const targets = blocks.flatMap((block) =>
      block.type === 'table' ? block.rows.filter(({ kind }) => kind === 'target').flatMap(({ cells }) => cells) : [],
    )
    const asked = targets.slice(1).flatMap((cell) => cell.runs.filter(({ number }) => number))
    for (const { text, number } of asked) expect(number && numberText(number, language)).toBe(text)
    expect(runs.filter(({ number, source }) => number && !source)).toEqual(asked)
    const [first] = figures.flatMap(({ source }) => source ?? [])
    if (!first) throw new Error('The demo has figures')
    expect(figureHref({ links }, first)).toBe(
      `https://phieu.example.org/campaigns/${first.campaign}/answers?period=2013-H1&unit=${first.unit}&on=2013-06-30`,
    )
  }
})

test('every block has a key of its own', () => {
  const keys = demoReport(starterPeriods.complete).blocks.map(({ key }) => key)
  expect(new Set(keys).size).toBe(keys.length)
  expect(keys).toContain(
    'ket-qua-6-thang-dau-nam-2013/cong-tac-chi-dao-to-chuc-thu/cac-dang-bo-truc-thuoc/tong-hop-theo-dang-bo/table-1',
  )
})

describe('the demo', () => {
  const complete = demoReport(starterPeriods.complete)
  const lines = linesOf(complete)

  test('has the header of an unissued document', () => {
    expect(complete.header).toEqual({
      heading: 'ĐẢNG CỘNG SẢN VIỆT NAM',
      bodyAbove: 'ĐẢNG ỦY KHỐI',
      body: 'BAN TỔ CHỨC',
      documentNumber: 'Số       -BC/BTCĐUK',
      placeAndDate: 'Hà Nội, ngày      tháng 7 năm 2013',
    })
    expect([complete.kind, complete.draftMark, complete.sign]).toEqual([
      'BÁO CÁO',
      'DỰ THẢO',
      { authority: null, post: 'TRƯỞNG BAN', name: '' },
    ])
    expect(complete.subject).toBe(`${starterPlan.title.vi} 6 tháng đầu năm 2013`)
    expect(complete.subject).toMatch(/^kết quả/)
    expect(demoReport(starterPeriods.open).header.placeAndDate).toBe('Hà Nội, ngày      tháng 01 năm 2014')
  })

  test('carries the published figures', () => {
    expect(lines).toEqual(
      expect.arrayContaining([
        'Đợt “Khảo sát chất lượng sinh hoạt chi bộ” 6 tháng đầu năm 2013 đã khảo sát 47/47 chi bộ, đạt 100\u00a0%. Đợt “Báo cáo kiểm tra, giám sát chi bộ” có 20/20 đảng bộ gửi báo cáo, đạt 100\u00a0%.',
        'Số cuộc sinh hoạt bình quân trong 12 tháng: 10,8 (thấp nhất 7; cao nhất 12), chưa đạt chỉ tiêu (từ 12 trở lên); 20/47 chi bộ đạt.',
        'Tất cả 47 chi bộ trong đợt đã được khảo sát. Tất cả 20 đảng bộ đã gửi báo cáo.',
      ]),
    )
    for (const [start, figures] of [
      ['Tính trên 13 đảng bộ', 'Đảng bộ Cơ quan Ủy ban Kiểm tra Trung ương 14/14 chi bộ (100\u00a0%)'],
      ['Có 7 đảng bộ lập 33 tổ', 'Đảng bộ Trung ương Đoàn: 6 tổ kiểm tra 22 chi bộ;'],
      ['Có 7 đảng bộ lập 33 tổ', 'Đảng bộ Ngoài nước: 6 tổ kiểm tra 15 chi bộ ở 15 nước;'],
      ['Tại 5 đảng bộ, cấp ủy cấp dưới đã kiểm tra, giám sát', 'Đảng bộ Ngoài nước 82 chi bộ,'],
    ] as const)
      expect(
        lines.find((line) => line.startsWith(start)),
        start,
      ).toContain(figures)
    const [, byCommittee] = tablesOf(complete)
    expect(rowOf(byCommittee, 'Đảng bộ Ban Tuyên giáo Trung ương').slice(1, 4)).toEqual(['28', '15', '53,6\u00a0%'])
    expect(rowOf(byCommittee, 'Đảng bộ Cơ quan Ủy ban Kiểm tra Trung ương').slice(1, 6)).toEqual([
      '14',
      '8',
      '57,1\u00a0%',
      '14',
      '100\u00a0%',
    ])
    expect(lines.find((line) => line.startsWith('Tỷ lệ đảng viên dự sinh hoạt: 90,0\u00a0% ('))).toBeDefined()
    expect(lines.find((line) => line.startsWith('Số liệu tính đến 15/07/2013 07:00, '))).toContain('từ 47 phiếu')
  })

  test('follows the outline, with tables and chart numbered', () => {
    const headings = complete.blocks.flatMap((block) => (block.type === 'heading' ? [block.marker] : []))
    expect(headings).toEqual([
      'I-',
      '1.',
      '1.1.',
      '1.2.',
      'a)',
      'b)',
      'c)',
      'd)',
      '2.',
      '3.',
      'II-',
      '1.',
      '2.',
      'III-',
      '1.',
      '2.',
      'IV-',
      '',
    ])
    const tables = complete.blocks.filter((block) => block.type === 'table')
    expect(tables.map(({ caption }) => caption.slice(0, 6))).toEqual(['Bảng 1', 'Bảng 2', 'Bảng 3', 'Bảng 4', 'Bảng 5'])
    expect(complete.blocks.filter(({ type }) => type === 'chart')).toHaveLength(1)
    for (const { columns, rows } of tables) {
      expect(columns.length).toBeLessThanOrEqual(9)
      expect(columns.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(160)
      for (const row of rows) expect(row.cells).toHaveLength(columns.length)
    }
  })

  test('tells apart who has not sent, what is not stated and who is not in the survey', () => {
    const open = demoReport(starterPeriods.open)
    const [coverage, byCommittee, indicators] = tablesOf(open)
    expect(rowOf(coverage, 'Đảng bộ Ngoài nước')).toEqual(['Đảng bộ Ngoài nước', '', '', '', 'Đã gửi'])
    expect(coverage?.note).toBe('Ô trống: đảng bộ không có chi bộ trong đợt khảo sát.')
    expect(rowOf(byCommittee, 'Đảng bộ Sông Hậu').slice(1)).toEqual(['chưa\u00a0gửi', '', '', '', '', '', '', ''])
    expect(rowOf(byCommittee, 'Đảng bộ Trung ương Đoàn').slice(1, 4)).toEqual(['–', '22', '–'])
    expect(byCommittee?.note).toMatch(/^“chưa\u00a0gửi”: .* “–”: /)
    expect(rowOf(indicators, 'Đảng bộ Ngoài nước')).toEqual([])
    expect(rowOf(indicators, 'Đảng bộ Sông Gianh').slice(1)).toEqual(['0', '', '', '', '', '', ''])
    expect(indicators?.note).toMatch(/^Bảng chỉ gồm .* Ô trống: chưa khảo sát /)
    expect(linesOf(open).join('\n')).not.toContain('chưa có số liệu')
  })

  test('explains only the marks that stand in a table', () => {
    const [, byCommittee, indicators] = tablesOf(complete)
    expect(byCommittee?.note).toMatch(/^“–”: /)
    expect(indicators?.note).toBe(
      'Bảng chỉ gồm các đảng bộ có chi bộ trong đợt khảo sát. Ô sẫm, chữ đậm: chưa đạt chỉ tiêu.',
    )
  })

  test('says what a share in the total line rests on, and who is not in it', () => {
    const total = rowOf(tablesOf(complete)[1], 'Tổng cộng')
    expect(total.slice(0, 6)).toEqual([
      'Tổng cộng',
      '474',
      '334',
      '62,7\u00a0% (297/474)',
      '223',
      '66,2\u00a0% (223/337)',
    ])
    expect(lines.find((line) => line.startsWith('Tính trên 18 đảng bộ'))).toMatch(
      /đã kiểm tra 297\/474 chi bộ, đạt 62,7\u00a0%\. Cao nhất: .*; thấp nhất: .*\. Có 2 đảng bộ không nêu tổng số chi bộ: Đảng bộ Trung ương Đoàn kiểm tra 22 chi bộ, Đảng bộ Ngoài nước kiểm tra 15 chi bộ\.$/,
    )
  })

  test('names as difficulties the targets missed, and under strengths that everybody was reached', () => {
    const difficulties = lines.slice(lines.indexOf('3. Khó khăn, tồn tại'), lines.indexOf('1. Ưu điểm'))
    expect(difficulties[1]).toMatch(
      /còn 8\/12 chỉ tiêu chưa đạt .*: Số cuộc sinh hoạt bình quân trong 12 tháng 10,8 \(từ 12 trở lên\);/,
    )
    expect(difficulties.join('\n')).not.toContain('Tất cả 47')
    expect(lines[lines.indexOf('1. Ưu điểm') + 1]).toMatch(/^Tất cả 47 chi bộ/)
  })

  test('gives each bar of the chart its source', () => {
    const [chart] = complete.blocks.filter((block) => block.type === 'chart')
    const values = chart?.marks.flatMap((mark) => (mark.mark === 'text' && mark.tone === 'value' ? [mark.source] : []))
    expect(values).toHaveLength(16)
    for (const source of values ?? [])
      expect(source).toMatchObject({ campaign: cellPart.campaign.id, period: '2013-H1', indicator: 'attendance' })
    expect(new Set(values?.map((source) => source?.unit)).size).toBe(16)
  })

  test('names what is still missing in an open period', () => {
    const open = linesOf(demoReport(starterPeriods.open))
    expect(open).toContain('Còn 17/47 chi bộ chưa được khảo sát:')
    expect(open).toContain('Đảng bộ Sông Lô: 2/3 (Chi bộ Sông Lô 2, Chi bộ Sông Lô 3).')
    expect(open.find((line) => line.startsWith('Còn 7/20 đảng bộ chưa gửi báo cáo: '))).toContain('Đảng bộ Sông Hậu')
  })

  test('shows what each cell reaches where it misses a target, those that miss most first', () => {
    const table = shortfallsOf(complete)
    const column = table?.columns.findIndex(({ header }) => header === 'Số cuộc') ?? -1
    const meetings = table?.rows
      .filter(({ kind }) => kind === 'row')
      .map(({ cells }) => plain(cells[column]?.runs ?? []))
    expect(meetings?.filter((text) => text !== '')).toHaveLength(27)
    expect(new Set(meetings)).toEqual(new Set(['7', '8', '11', '']))
    expect(table?.rows[1]?.cells.map(({ runs }) => plain(runs))).toEqual([
      'Chi bộ Sông Cầu 2',
      '8',
      '84,8\u00a0%',
      '1',
      '2,5',
      '30,0\u00a0%',
      '3',
      'Chương trình, Kế hoạch, Phân công, Quy chế, Chấm điểm',
    ])
    expect(rowOf(table, 'Số chi bộ chưa đạt').slice(1, 4)).toEqual(['27', '8', '30'])
  })

  test('is the same for the same input', () => {
    expect(demoReport(starterPeriods.open)).toEqual(demoReport(starterPeriods.open))
  })

  test('is English throughout but for names', () => {
    for (const period of Object.values(starterPeriods)) {
      const english = demoReport(period, 'en')
      const names = starterUnits.map(({ name }) => name).sort((a, b) => b.length - a.length)
      const words = names.reduce((text, name) => text.replaceAll(name, ''), linesOf(english).join('\n'))
      const shown = [english.kind, english.subject, english.draftMark, english.header.heading, words]
      const tables = english.blocks.filter((block) => block.type === 'table')
      const columns = tables.flatMap((table) => [table.note ?? '', ...table.columns.map(({ header }) => header)])
      for (const text of [...shown, ...columns]) expect(text).not.toMatch(/[\u00c0-\u024f\u1e00-\u1eff]/)
    }
  })
})
