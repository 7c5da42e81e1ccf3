// The report on a campaign's results carries what a plain recount of the answers gives.

import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import type { Answers } from '../form/answers.ts'
import { asId, PeriodId, ReportId, UnitId } from '../ids.ts'
import type { Language } from '../language.ts'
import type { Unit } from '../organisation/unit.ts'
import { unitTree } from '../organisation/unit.ts'
import { cellCampaign } from '../starter/campaigns.ts'
import { planOfCampaign } from './campaign-plan.ts'
import { changeIn, changeOnPaper, places, raiseOf } from './campaign-results-fixture.ts'
import { cellPart, factsOf, linesOf, plain, rowOf, runsOf, type Stored } from './cell-quality-fixture.ts'
import { cellOf, counts, meets, recount } from './cell-quality-recount.ts'
import { compose } from './compose.ts'
import { ReportDocument, type TableBlock } from './document.ts'
import type { ReportInput, RoleFacts } from './input.ts'
import { campaignResults } from './templates/campaign-results.ts'

const [h1, h2] = [asId(PeriodId, '2013-H1'), asId(PeriodId, '2013-H2')]
const top = cellCampaign.unitId
const unit = (id: string, parentId: UnitId | null, level: string): Unit => ({
  id: asId(UnitId, id),
  code: id,
  name: `Đơn vị ${id}`,
  level,
  parentId,
  members: 0,
})

const plan = (language: Language) => {
  const made = planOfCampaign({
    ...cellCampaign,
    report: {
      template: 'campaign-results',
      role: 'results',
      language,
      preset: 'party-2018',
      header: { bodyAbove: 'ĐẢNG ỦY KHỐI', body: 'BAN TỔ CHỨC', documentSymbol: 'BC/BTCĐUK', place: 'Hà Nội' },
      recipients: ['Thường trực Đảng ủy', 'Lưu'],
      sign: { authority: 'T/M BAN THƯỜNG VỤ', post: 'PHÓ BÍ THƯ' },
      schedule: { kind: 'days-after', days: 15, hour: 7 },
      since: '2013-01-01T00:00:00Z',
    },
  })
  if (!made) throw new Error('no plan')
  return made
}

type World = { cells: Unit[]; now: Stored[]; before: Stored[] }

function reportOf(
  { cells, now, before }: World,
  more: Partial<Pick<ReportInput, 'tree' | 'period'>> & { results?: RoleFacts; sheets?: RoleFacts['sheets'] } = {},
  language: Language = 'vi',
): ReportDocument {
  const asked = cells.map(({ id }) => id)
  const results = factsOf(cellPart, asked, now)
  const input: ReportInput = {
    template: campaignResults,
    id: asId(ReportId, 'r'),
    plan: plan(language),
    period: more.period ?? h2,
    asOf: '2014-01-15T00:00:00Z',
    timeZone: 'Asia/Ho_Chi_Minh',
    tree: more.tree ?? unitTree([{ ...unit('top', null, 'Đảng ủy khối'), id: top }, ...cells]),
    facts: {
      results: more.results ?? {
        ...results,
        before: { period: h1, summaries: factsOf(cellPart, asked, before).summaries },
        sheets: more.sheets ?? [],
      },
    },
    publicUrl: 'https://phieu.example.org',
  }
  return v.parse(ReportDocument, compose(input))
}

const tablesOf = ({ blocks }: ReportDocument): TableBlock[] => blocks.filter((block) => block.type === 'table')
const texts = ({ cells }: TableBlock['rows'][number]) => cells.map(({ runs }) => plain(runs))

const answers = fc.record(
  {
    meetings: fc.integer({ min: 0, max: 14 }),
    expected: fc.integer({ min: 1, max: 200 }),
    attended: fc.integer({ min: 0, max: 200 }),
    themed: fc.integer({ min: 0, max: 6 }),
    hours: fc.constantFrom('1', '1.5', '2.04', '3'),
    minutes: fc.constantFrom('yes', 'no'),
    plan: fc.constantFrom('yes', 'no'),
  },
  { requiredKeys: [] },
)
const sent = fc.option(
  fc.record({ answers, standing: fc.constantFrom('on-time' as const, 'late' as const, 'quarantined' as const) }),
  { nil: undefined },
)
const world: fc.Arbitrary<World> = fc
  .array(fc.record({ now: sent, before: sent }), { minLength: 1, maxLength: 9 })
  .map((drawn) => {
    const cells = drawn.map((_, index) => unit(`c${index}`, top, 'Chi bộ'))
    const stored = (which: 'now' | 'before') =>
      cells.flatMap(({ id }, index): Stored[] => {
        const one = drawn[index]?.[which]
        if (!one) return []
        const given: Answers = new Map(
          Object.entries(one.answers).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
        )
        return [{ unit: id, answers: given, standing: one.standing }]
      })
    return { cells, now: stored('now'), before: stored('before') }
  })

describe('any report', () => {
  test('says who sent and who didn’t', () => {
    fc.assert(
      fc.property(world, (drawn) => {
        const document = reportOf(drawn)
        const counted = drawn.now.filter(counts)
        const missing = drawn.cells.filter(({ id }) => !counted.some((one) => one.unit === id))
        const lines = linesOf(document)
        const [all, there] = [drawn.cells.length, counted.length]
        expect(lines.find((line) => line.includes('đơn vị đã nộp phiếu'))).toContain(`có ${there}/${all} đơn vị`)
        const named = lines.find((line) => /^Còn \d+ đơn vị chưa nộp/.test(line))
        expect(named).toBe(
          missing.length === 0
            ? undefined
            : `Còn ${missing.length} đơn vị chưa nộp: ${missing.map(({ name }) => name).join(', ')}.`,
        )
        const late = drawn.now.filter(({ standing }) => standing === 'late').length
        expect(rowOf(tablesOf(document)[0], 'Tổng cộng').slice(1, 5)).toEqual([
          String(all),
          String(there),
          there === all ? '100\u00a0%' : there === 0 ? '0\u00a0%' : expect.stringMatching(/^\d+,\d\u00a0%$/),
          late === 0 ? '' : String(late),
        ])
      }),
      { seed: 20131 },
    )
  })

  test('shows in its tables what a plain recount gives, with the change that a reader would work out', () => {
    fc.assert(
      fc.property(world, (drawn) => {
        const counted = drawn.now.filter(counts)
        if (counted.length === 0) return
        const [, overall, ...byUnit] = tablesOf(reportOf(drawn))
        for (const indicator of cellCampaign.indicators) {
          const [, , value = '', before = '', change = '', responses] = rowOf(overall, indicator.name.vi)
          expect([value, before]).toEqual([recount(indicator, drawn.now), recount(indicator, drawn.before)])
          expect(responses).toBe(String(cellOf(indicator, drawn.now).responses ?? responses))
          const onPaper = changeOnPaper(value, before)
          if (onPaper === undefined) expect(change).toBe('–')
          else expect(changeIn(change)).toBeCloseTo(onPaper, 9)
          const table = byUnit.find(({ columns }) => columns.some(({ header }) => header === indicator.shortName.vi))
          const column = table?.columns.findIndex(({ header }) => header === indicator.shortName.vi) ?? -1
          for (const { id, name } of drawn.cells) {
            const row = table?.rows.find((one) => texts(one)[0] === name)
            const cell = row?.cells[column]
            const own = drawn.now.filter((one) => one.unit === id)
            const expected = cellOf(indicator, own)
            expect(cell?.runs[0]?.text).toBe(expected.text)
            expect(cell?.emphasis).toBe(expected.emphasis)
          }
        }
      }),
      { seed: 20132 },
    )
  })

  test('names as leading nobody worse, and as to look at nobody better, than anybody left out', () => {
    fc.assert(
      fc.property(world, (drawn) => {
        const lines = linesOf(reportOf(drawn)).filter((line) => line.includes('; cần lưu ý '))
        for (const line of lines) {
          const indicator = cellCampaign.indicators.find(({ name }) => line.startsWith(`${name.vi} (mục tiêu`))
          if (!indicator) throw new Error(`No indicator in ${line}`)
          const [best = '', worst = ''] = line.split('đứng đầu ')[1]?.split('; cần lưu ý ') ?? []
          const named = (text: string) => [...text.matchAll(/Đơn vị c\d/g)].map(([name]) => name)
          const sign = indicator.target?.direction === 'at-most' ? -1 : 1
          const scores = drawn.cells.flatMap(({ id, name }) => {
            const text = recount(
              indicator,
              drawn.now.filter((one) => one.unit === id),
            )
            const read = places(text)
            return read ? [{ name, score: (sign * read.digits) / 10 ** read.decimals }] : []
          })
          const scoreOf = (name: string) => scores.find((one) => one.name === name)?.score ?? Number.NaN
          const lowestBest = Math.min(...named(best).map(scoreOf))
          const highestWorst = Math.max(...named(worst).map(scoreOf))
          expect(lowestBest).toBeGreaterThan(highestWorst)
          expect(scores.length).toBeGreaterThanOrEqual(4)
          if (!best.includes('đơn vị khác'))
            for (const { name, score } of scores) if (score > lowestBest) expect(named(best), line).toContain(name)
        }
      }),
      { seed: 20133 },
    )
  })

  test('judges targets before rounding, and every figure says what it rests on', () => {
    fc.assert(
      fc.property(world, (drawn) => {
        const document = reportOf(drawn)
        const [, overall] = tablesOf(document)
        if (drawn.now.filter(counts).length === 0) return
        for (const indicator of cellCampaign.indicators) {
          const row = overall?.rows.find((one) => texts(one)[0] === indicator.name.vi)
          if (row?.cells[2]?.runs[0]?.text === '–' || !indicator.target) continue
          expect(row?.cells[2]?.emphasis).toBe(meets(indicator, drawn.now) ? 'met' : 'missed')
        }
        for (const { text, source } of runsOf(document))
          if (/^\d/.test(text) && source) expect(source.campaign).toBe(cellCampaign.id)
      }),
      { seed: 20134 },
    )
  })
})

const cells = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => unit(id, top, 'Chi bộ'))
const meetingsOf = (numbers: readonly number[]): Stored[] =>
  numbers.map((meetings, index) => ({
    unit: cells[index]?.id ?? top,
    answers: new Map([['meetings', meetings]]),
    standing: 'on-time',
  }))

describe('a report', () => {
  test('ranks where units differ, ties sharing a place, and says nothing where both ends meet', () => {
    const rankedOf = (numbers: readonly number[]) =>
      linesOf(reportOf({ cells, now: meetingsOf(numbers), before: [] })).filter((line) => line.includes('; cần lưu ý '))
    expect(rankedOf([12, 11, 11, 9, 8, 7])).toEqual([
      expect.stringContaining(
        'đứng đầu Đơn vị a (12,0), Đơn vị b (11,0), Đơn vị c (11,0); cần lưu ý Đơn vị f (7,0), Đơn vị e (8,0), Đơn vị d (9,0).',
      ),
    ])
    expect(rankedOf([12, 9, 9, 9, 9, 7])).toEqual([
      expect.stringContaining('đứng đầu Đơn vị a (12,0); cần lưu ý Đơn vị f (7,0).'),
    ])
    expect(rankedOf([9, 9, 9, 9, 9, 9])).toEqual([])
    expect(rankedOf([12, 9, 7])).toEqual([])
  })

  test('names what is open, what is overdue and for how long, of its own campaign only', () => {
    const sheets = [
      raiseOf('a', cellCampaign.id, [
        { period: h1, state: 'open', dueOn: '2013-12-01' },
        { period: h2, state: 'open', dueOn: '2014-02-01' },
        { period: h2, state: 'done', dueOn: '2013-12-01' },
      ]),
      raiseOf('b', 'another', [{ period: h1, state: 'open', dueOn: '2013-01-01' }]),
    ]
    const document = reportOf({ cells, now: [], before: [] }, { sheets })
    expect(linesOf(document)).toContain(
      'Còn 2 việc phải khắc phục ở 1 đơn vị, trong đó 1 việc quá hạn; ngoài ra 1 việc đơn vị đã báo xong, chờ xác nhận.',
    )
    const table = tablesOf(document).at(-1)
    // From 1 December to 15 January.
    expect(rowOf(table, 'Đơn vị a')).toEqual(['Đơn vị a', '2', '1', '45', '6 tháng đầu năm 2013', '1'])
    expect(rowOf(table, 'Đơn vị b')).toEqual([])
    expect(linesOf(reportOf({ cells, now: [], before: [] }))).toContain('Không còn việc nào phải khắc phục.')
  })

  test('says when its figures were read, whether the period was still open, and what they are compared with', () => {
    const lines = linesOf(reportOf({ cells, now: meetingsOf([12, 8]), before: [] }))
    expect(lines).toContain(
      'Số liệu tính đến 15/01/2014 07:00, từ 2 phiếu của 2 đơn vị; phiếu gửi sau thời điểm này không có trong báo cáo.',
    )
    expect(lines).toContain('Lúc lập báo cáo kỳ này chưa khóa: số liệu còn có thể thay đổi.')
    const results = factsOf(cellPart, [], [])
    expect(linesOf(reportOf({ cells, now: [], before: [] }, { results }))).toEqual(
      expect.arrayContaining(['Trong kỳ này không có đơn vị nào phải nộp phiếu.', 'Đợt không có kỳ trước để so sánh.']),
    )
  })

  test('draws its indicators period by period from the third period on, and months unit by unit', () => {
    const months = ['2013-01', '2013-02', '2013-03', '2013-04'].map((id) => asId(PeriodId, id))
    const last = months.at(-1) ?? h2
    const asked = cells.map(({ id }) => id)
    const summariesOf = (numbers: readonly number[]) => factsOf(cellPart, asked, meetingsOf(numbers)).summaries
    const history = months.slice(0, -1).map((period, at) => ({ period, summaries: summariesOf([6 + at, 9]) }))
    const results = (known: typeof history): RoleFacts => ({
      ...factsOf(cellPart, asked, meetingsOf([12, 11])),
      ...(known.length > 0 ? { before: known.at(-1) ?? expect.fail(), history: known } : {}),
    })
    const chartsOf = (known: typeof history) =>
      reportOf({ cells, now: [], before: [] }, { period: last, results: results(known) }).blocks.flatMap((block) =>
        block.type === 'chart' && !block.caption.includes('số phiếu chọn') ? [block] : [],
      )
    expect(chartsOf(history.slice(-1))).toEqual([])
    const [trend, heat, ...others] = chartsOf(history)
    expect(others).toEqual([])
    expect(trend?.data.columns.slice(1)).toEqual(['1/13', '2/13', '3/13', '4/13'])
    expect(trend?.data.rows).toHaveLength(cellCampaign.indicators.length)
    expect(heat?.data.rows.map(([name]) => plain(name?.runs ?? []))).toEqual(cells.map(({ name }) => name))
    expect(heat?.data.rows[0]?.slice(1).map(({ runs }) => plain(runs))).toEqual(['6,0', '7,0', '8,0', '12,0'])
    const periods = trend?.marks.flatMap((mark) => (mark.mark === 'text' && mark.source ? [mark.source.period] : []))
    expect(new Set(periods)).toEqual(new Set(months))
  })

  test('of many units goes by the units below its own', () => {
    const parents = ['p', 'q'].map((id) => unit(id, top, 'Đảng bộ'))
    const many = Array.from({ length: 61 }, (_, index) =>
      unit(`m${index}`, asId(UnitId, index < 40 ? 'p' : 'q'), 'Chi bộ'),
    )
    const asked = many.map(({ id }) => id)
    const now = many
      .slice(0, 50)
      .map(({ id }): Stored => ({ unit: id, answers: new Map([['meetings', 12]]), standing: 'on-time' }))
    const tree = unitTree([{ ...unit('top', null, 'Đảng ủy khối'), id: top }, ...parents, ...many])
    const document = reportOf({ cells: many, now, before: [] }, { tree, results: factsOf(cellPart, asked, now) })
    const [coverage] = tablesOf(document)
    expect(rowOf(coverage, 'Đơn vị p').slice(1, 3)).toEqual(['40', '40'])
    expect(rowOf(coverage, 'Đơn vị q').slice(1, 3)).toEqual(['21', '10'])
    expect(coverage?.rows).toHaveLength(3)
  })

  test('reads in English too, under the same header', () => {
    const document = reportOf({ cells, now: meetingsOf([12, 8]), before: [] }, {}, 'en')
    expect(document.subject).toBe('Results of “Survey of the quality of cell meetings”, second half of 2013')
    expect([document.header.body, document.sign.authority]).toEqual(['BAN TỔ CHỨC', 'T/M BAN THƯỜNG VỤ'])
    expect(document.header.placeAndDate).toBe('Hà Nội,       January 2014')
    expect(reportOf({ cells, now: [], before: [] }).subject).toBe(
      'kết quả đợt “Khảo sát chất lượng sinh hoạt chi bộ” 6 tháng cuối năm 2013',
    )
  })
})
