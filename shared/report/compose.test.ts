// The report of the demo carries the published figures and looks as its readers expect.

import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { checkAnswers } from '../form/answers.ts'
import type { PeriodId } from '../ids.ts'
import type { Language } from '../language.ts'
import { type StarterCampaign, starterPeriods } from '../starter/campaigns.ts'
import { units as starterUnits } from '../starter/organisation.ts'
import { starterSubmissions } from '../starter/responses.ts'
import {
  cellPart,
  committeePart,
  factsOf,
  idsAt,
  inputOf,
  linesOf,
  rowOf,
  type Stored,
  tablesOf,
} from './cell-quality-fixture.ts'
import { compose } from './compose.ts'
import { ReportDocument } from './document.ts'

function demo(period: PeriodId, language: Language = 'vi'): ReportDocument {
  const storedFor = (part: StarterCampaign): Stored[] =>
    starterSubmissions()
      .map(({ submission }) => submission)
      .filter((one) => one.campaign === part.campaign.id && one.period === period)
      .map(({ unit, answers }) => ({
        unit,
        answers: checkAnswers(part.form, new Map(Object.entries(answers))).answers,
      }))
  const cells = factsOf(cellPart, idsAt(starterUnits, 'cell'), storedFor(cellPart))
  const committees = factsOf(committeePart, idsAt(starterUnits, 'committee'), storedFor(committeePart))
  return v.parse(ReportDocument, compose(inputOf(starterUnits, cells, committees, { language, period })))
}

describe('the demo', () => {
  const complete = demo(starterPeriods.complete)
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
    expect(complete.subject).toMatch(/^kết quả kiểm tra.* 6 tháng đầu năm 2013$/)
    expect(demo(starterPeriods.open).header.placeAndDate).toBe('Hà Nội, ngày      tháng 01 năm 2014')
  })

  test('carries the published figures', () => {
    expect(lines).toEqual(
      expect.arrayContaining([
        'Đợt “Khảo sát chất lượng sinh hoạt chi bộ” 6 tháng đầu năm 2013 đã khảo sát 47/47 chi bộ, đạt 100\u00a0%.',
        'Đợt “Báo cáo kiểm tra, giám sát chi bộ” có 20/20 đảng bộ gửi báo cáo, đạt 100\u00a0%.',
        'Đảng bộ Ban Tuyên giáo Trung ương: kiểm tra 15/28 chi bộ, đạt 53,6\u00a0%.',
        'Đảng bộ Cơ quan Ủy ban Kiểm tra Trung ương: kiểm tra 8/14 chi bộ, đạt 57,1\u00a0%; giám sát 14/14 chi bộ, đạt 100\u00a0%.',
        'Đảng bộ Trung ương Đoàn: 6 tổ kiểm tra 22 chi bộ.',
        'Đảng bộ Ngoài nước: 6 tổ kiểm tra 15 chi bộ ở 15 nước.',
        'Đảng bộ Ngoài nước: cấp ủy cấp dưới kiểm tra, giám sát 82 chi bộ.',
        'Số cuộc sinh hoạt một năm: 10,8 (thấp nhất 7, cao nhất 12), chưa đạt chỉ tiêu (từ 12 trở lên); 20/47 chi bộ đạt.',
        'Tất cả 47 chi bộ trong đợt đã được khảo sát.',
        'Tất cả 20 đảng bộ đã gửi báo cáo.',
      ]),
    )
    expect(lines.find((line) => line.startsWith('Tỷ lệ đảng viên dự sinh hoạt: 90,0\u00a0% ('))).toBeDefined()
    expect(lines.find((line) => line.startsWith('Số liệu tính đến 15/07/2013 07:00 '))).toContain('từ 47 phiếu')
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
    expect(tablesOf(complete).map(({ caption }) => caption.slice(0, 6))).toEqual([
      'Bảng 1',
      'Bảng 2',
      'Bảng 3',
      'Bảng 4',
    ])
    expect(complete.blocks.filter(({ type }) => type === 'chart')).toHaveLength(1)
    for (const { columns, rows } of tablesOf(complete)) {
      expect(columns.length).toBeLessThanOrEqual(9)
      expect(columns.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(160)
      for (const row of rows) expect(row.cells).toHaveLength(columns.length)
    }
  })

  test('shows committees without cells as missing, and not as 0', () => {
    const [coverage, , indicators] = tablesOf(complete)
    expect(rowOf(coverage, 'Đảng bộ Ngoài nước')).toEqual(['Đảng bộ Ngoài nước', '–', '–', '–', 'Đã gửi'])
    expect(new Set(rowOf(indicators, 'Đảng bộ Ngoài nước').slice(1))).toEqual(new Set(['–']))
  })

  test('names what is still missing in an open period', () => {
    const open = linesOf(demo(starterPeriods.open))
    expect(open).toContain('Còn 17/47 chi bộ chưa được khảo sát:')
    expect(open).toContain('Đảng bộ Sông Lô: 2/3 chi bộ (Chi bộ Sông Lô 2, Chi bộ Sông Lô 3).')
    expect(open.find((line) => line.startsWith('Còn 7/20 đảng bộ chưa gửi báo cáo: '))).toContain('Đảng bộ Sông Hậu')
  })

  test('says by how many meetings each cell is short', () => {
    const line = lines.find((one) =>
      one.startsWith('Số cuộc sinh hoạt một năm (từ 12 trở lên): 27/47 chi bộ chưa đạt: '),
    )
    expect(line).toMatch(/: thiếu 5: Chi bộ .*; thiếu 4: Chi bộ .*; thiếu 1: Chi bộ /)
    expect(line?.match(/Chi bộ Sông [\p{L} ]+\d/gu)).toHaveLength(27)
  })

  test('is the same for the same input', () => {
    expect(demo(starterPeriods.open)).toEqual(demo(starterPeriods.open))
  })

  test('is English throughout but for names', () => {
    for (const period of Object.values(starterPeriods)) {
      const english = demo(period, 'en')
      const names = starterUnits.map(({ name }) => name).sort((a, b) => b.length - a.length)
      const words = names.reduce((text, name) => text.replaceAll(name, ''), linesOf(english).join('\n'))
      const shown = [english.kind, english.subject, english.draftMark, english.header.heading, words]
      const columns = tablesOf(english).flatMap((table) => [
        table.note ?? '',
        ...table.columns.map(({ header }) => header),
      ])
      for (const text of [...shown, ...columns]) expect(text).not.toMatch(/[\u00c0-\u024f\u1e00-\u1eff]/)
    }
  })
})
