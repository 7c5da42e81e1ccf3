import { describe, expect, test } from 'vitest'
import { sampleReport } from '../../test/support/sample-report.ts'
import { asId, CampaignId, PeriodId, UnitId } from '../ids.ts'
import { Day } from '../organisation/day.ts'
import { changedFigures, changedInSentence } from './changes.ts'
import type { Block, Run } from './document.ts'
import { type IssueFacts, mostChangesListed, numberAndSymbol, numberedLine, withIssue } from './issue.ts'
import { keyed } from './keys.ts'
import { newVerifyCode, printedVerifyCode, readVerifyCode } from './verify-code.ts'

const figure = (text: string, indicator: string, unit = 'bloc'): Run => ({
  text,
  source: {
    campaign: asId(CampaignId, 'survey'),
    period: asId(PeriodId, '2013-H1'),
    unit: asId(UnitId, unit),
    indicator,
    responses: 20,
  },
})
const day = (text: string) => asId(Day, text)
const facts: IssueFacts = {
  number: 113,
  date: day('2013-07-05'),
  place: 'Hà Nội',
  signatory: { authority: null, post: 'TRƯỞNG BAN', name: 'Trần Văn A' },
  hasQr: false,
}
const verification = { verifyAddress: 'https://phieu.example/verify/K7M42XQ9PD3W0A1B', code: 'K7M4-2XQ9-PD3W-0A1B' }

test('an issued document has its number, date and name, and is no draft', () => {
  const issued = withIssue(sampleReport(), facts, verification)
  expect(issued).toMatchObject({
    draftMark: null,
    header: { documentNumber: 'Số 113-BC/BTCĐUK', placeAndDate: 'Hà Nội, ngày 05 tháng 7 năm 2013' },
    sign: facts.signatory,
  })
  expect(issued.verification).toBeUndefined()
  expect(issued.blocks).toEqual(sampleReport().blocks)
  expect(numberAndSymbol(issued.header)).toBe('113-BC/BTCĐUK')
})

test.each([
  ['Số       -BC/BTC', 7, 'Số 07-BC/BTC'],
  ['Số:       /BC-UBND', 12, 'Số: 12/BC-UBND'],
  ['No.       -BC/BTC', 113, 'No. 113-BC/BTC'],
  ['Số:       ', 3, 'Số: 03'],
])('“%s” with number %i is “%s”', (line, number, numbered) => {
  expect(numberedLine(line, number)).toBe(numbered)
})

test.each([
  ['2013-01-09', 'Hà Nội, ngày 09 tháng 01 năm 2013'],
  ['2013-02-28', 'Hà Nội, ngày 28 tháng 02 năm 2013'],
  ['2013-12-31', 'Hà Nội, ngày 31 tháng 12 năm 2013'],
])('the date %s is written as the guideline has it', (date, written) => {
  expect(withIssue(sampleReport(), { ...facts, date: day(date) }, verification).header.placeAndDate).toBe(written)
})

test('a document carries the address of its verification where that was asked for', () => {
  const { verification: carried } = withIssue(sampleReport(), { ...facts, hasQr: true }, verification)
  expect(carried?.address).toBe(verification.verifyAddress)
  expect(carried?.lines.join(' ')).toContain(verification.code)
})

const table = (rows: readonly (readonly [string, string])[]): Block => ({
  type: 'table',
  caption: 'Bảng 1. Kiểm tra',
  columns: [
    { header: 'Đảng bộ', weight: 1, align: 'left' },
    { header: 'Đã kiểm tra', weight: 1, align: 'right' },
  ],
  rows: rows.map(([name, value]) => ({
    kind: 'row',
    cells: [{ runs: [{ text: name }] }, { runs: [figure(value, 'inspected', name.replace(/\W/g, '') || 'x')] }],
  })),
})
const reportOf = (sentence: Run[], rows: readonly (readonly [string, string])[]) =>
  sampleReport({
    blocks: keyed([
      { type: 'heading', level: 1, marker: 'I-', text: 'Kết quả' },
      { type: 'paragraph', runs: sentence },
      table(rows),
    ]),
  })
const was = reportOf(
  [{ text: 'Đã kiểm tra ' }, figure('15', 'inspected'), { text: '/' }, figure('28', 'inspected'), { text: ' chi bộ.' }],
  [
    ['A', '1'],
    ['B', '2'],
    ['C', '3'],
  ],
)
const is = reportOf(
  [{ text: 'Ban đã kiểm tra ' }, figure('16', 'inspected'), { text: '/' }, figure('28', 'inspected'), { text: '.' }],
  [
    ['C', '3'],
    ['A', '4'],
    ['D', '5'],
  ],
)

describe('what has changed between two documents', () => {
  test('is found by what a figure rests on and where it stands, whatever is written around it', () => {
    expect(changedFigures(was, is)).toEqual([
      { where: 'Kết quả', what: 'Ban đã kiểm tra', was: '15', is: '16' },
      { where: 'Bảng 1. Kiểm tra', what: 'A, Đã kiểm tra', was: '1', is: '4' },
      { where: 'Bảng 1. Kiểm tra', what: 'D, Đã kiểm tra', was: undefined, is: '5' },
      { where: 'Bảng 1. Kiểm tra', what: 'B, Đã kiểm tra', was: '2', is: undefined },
    ])
    expect(changedFigures(was, was)).toEqual([])
  })

  test('within a sentence, in the order of its figures', () => {
    const runs = (...texts: string[]) => texts.map((text) => figure(text, 'inspected'))
    expect(changedInSentence(runs('15', '28'), runs('16', '28'))).toEqual([{ was: '15', is: '16' }])
    expect(changedInSentence(runs('15'), runs('15', '3'))).toEqual([{ was: undefined, is: '3' }])
  })
})

describe('a correction', () => {
  const corrected = {
    document: was,
    issue: { documentNumber: 'Số 12-BC/BTC', date: day('2013-07-01'), subject: 'Chất lượng' },
  }

  test('names the issue that it takes the place of first, and lists what has changed last', () => {
    const { blocks } = withIssue(is, facts, verification, corrected)
    expect(blocks[0]).toMatchObject({ runs: [{ text: 'Báo cáo này thay thế Báo cáo số 12-BC/BTC ngày 01/07/2013.' }] })
    expect(blocks.slice(1, -1)).toEqual(is.blocks)
    const last = blocks.at(-1)
    const rows = last?.type === 'table' ? last.rows.map(({ cells }) => cells.map(({ runs }) => runs[0]?.text)) : []
    expect(rows).toEqual([
      ['Kết quả: Ban đã kiểm tra', '15', '16'],
      ['Bảng 1. Kiểm tra: A, Đã kiểm tra', '1', '4'],
      ['Bảng 1. Kiểm tra: D, Đã kiểm tra', '–', '5'],
      ['Bảng 1. Kiểm tra: B, Đã kiểm tra', '2', '–'],
    ])
  })

  test('says so where no figure has changed, and how many more there are where the list is cut', () => {
    const same = withIssue(was, facts, verification, corrected).blocks.at(-1)
    expect(same).toMatchObject({ type: 'paragraph' })
    const many = (value: string) =>
      reportOf(
        [],
        Array.from({ length: mostChangesListed + 7 }, (_, n) => [`Chi bộ ${n}`, value] as const),
      )
    const cut = withIssue(many('2'), facts, verification, { ...corrected, document: many('1') }).blocks.at(-1)
    expect(cut).toMatchObject({ type: 'table', note: 'Còn 7 số liệu khác cũng thay đổi.' })
    expect(cut?.type === 'table' && cut.rows.length).toBe(mostChangesListed)
  })
})

test('a verification code is read as it was meant, and as nothing else', () => {
  const code = newVerifyCode(Uint8Array.from({ length: 32 }, (_, n) => n * 37))
  const printed = printedVerifyCode(code)
  expect(printed).toMatch(/^(\w{4}-){3}\w{4}$/)
  for (const typed of [code, printed, printed.toLowerCase(), ` ${printed.replaceAll('-', ' ')} `])
    expect(readVerifyCode(typed)).toBe(code)
  expect(readVerifyCode('K7M4-2XQ9-PD3W-OAIB')).toBe('K7M42XQ9PD3W0A1B')
  for (const wrong of ['', 'K7M4', `${code}0`, 'K7M42XQ9PD3W0A1U', '../../etc/passwd'])
    expect(readVerifyCode(wrong)).toBeUndefined()
})
