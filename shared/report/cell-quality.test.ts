// The report of anything carries what a plain recount gives.

import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import type { Answers, AnswerValue } from '../form/answers.ts'
import { asId, UnitId } from '../ids.ts'
import type { Language } from '../language.ts'
import type { Unit } from '../organisation/unit.ts'
import type { Standing } from '../response/counted.ts'
import { blocId, units as starterUnits } from '../starter/organisation.ts'
import type { Indicator } from '../summary/indicator.ts'
import {
  cellPart,
  committeePart,
  factsOf,
  idsAt,
  inputOf,
  linesOf,
  plain,
  rowOf,
  runsOf,
  type Stored,
  tablesOf,
} from './cell-quality-fixture.ts'
import { compose } from './compose.ts'
import { type Cell, ReportDocument } from './document.ts'

const cellAnswers = fc.record(
  {
    meetings: fc.integer({ min: 0, max: 16 }),
    expected: fc.integer({ min: 0, max: 2_000 }),
    attended: fc.integer({ min: 0, max: 2_000 }),
    themed: fc.integer({ min: 0, max: 6 }),
    hours: fc.constantFrom('1', '1.5', '1.75', '2', '2.04', '3'),
    present: fc.integer({ min: 0, max: 30 }),
    spoke: fc.integer({ min: 0, max: 30 }),
    books: fc.integer({ min: 0, max: 5 }),
    minutes: fc.constantFrom('yes', 'no'),
    programme: fc.constantFrom('yes', 'no'),
    plan: fc.constantFrom('yes', 'no'),
    scoring: fc.constantFrom('yes', 'no'),
  },
  { requiredKeys: [] },
)
const committeeAnswers = fc.record(
  {
    cells_total: fc.integer({ min: 0, max: 2_000 }),
    cells_inspected: fc.integer({ min: 0, max: 2_000 }),
    cells_supervised: fc.integer({ min: 0, max: 2_000 }),
    teams: fc.integer({ min: 0, max: 9 }),
    countries: fc.integer({ min: 0, max: 3 }),
    cells_below: fc.integer({ min: 0, max: 90 }),
  },
  { requiredKeys: [] },
)
type Raw = Partial<Record<string, AnswerValue>>
const standing = fc.constantFrom<Standing>('on-time', 'on-time', 'late', 'quarantined', 'withdrawn')
const cell = fc.option(fc.record({ answers: cellAnswers, standing }), { nil: undefined })
const committee = fc.record({
  report: fc.option(fc.record({ answers: committeeAnswers, standing }), { nil: undefined }),
  cells: fc.array(cell, { maxLength: 3 }),
})
type World = { units: Unit[]; cells: Stored[]; committees: Stored[] }

const unit = (id: string, level: string, parentId: UnitId | null): Unit => ({
  id: asId(UnitId, id),
  code: id,
  name: `Unit ${id}`,
  level,
  parentId,
  members: 0,
})
const answersOf = (raw: Raw): Answers =>
  new Map(Object.entries(raw).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])))

const world: fc.Arbitrary<World> = fc.array(committee, { minLength: 1, maxLength: 4 }).map((drawn) => {
  const units: Unit[] = [{ ...unit('top', 'bloc', null), id: blocId }]
  const cells: Stored[] = []
  const committees: Stored[] = []
  for (const [index, one] of drawn.entries()) {
    const parent = unit(`c${index}`, 'committee', blocId)
    units.push(parent)
    if (one.report)
      committees.push({ unit: parent.id, answers: answersOf(one.report.answers), standing: one.report.standing })
    for (const [place, sent] of one.cells.entries()) {
      const child = unit(`c${index}-${place}`, 'cell', parent.id)
      units.push(child)
      if (sent) cells.push({ unit: child.id, answers: answersOf(sent.answers), standing: sent.standing })
    }
  }
  return { units, cells, committees }
})

const worldInput = ({ units, cells, committees }: World, language: Language = 'vi') =>
  inputOf(
    units,
    factsOf(cellPart, idsAt(units, 'cell'), cells),
    factsOf(committeePart, idsAt(units, 'committee'), committees),
    { language },
  )

const counts = ({ standing: how }: Stored) => how === 'on-time' || how === 'late'

/** Numbers in hundredths, so that nothing here is a float either. */
const hundredths = (value: AnswerValue) => {
  const [whole = '0', fraction = ''] = String(value).split('.')
  return Number(whole) * 100 + Number(fraction.padEnd(2, '0'))
}

/** What some responses add up to, one by one; sums in hundredths. */
function sumsOf({ measure }: Indicator, stored: readonly Stored[]) {
  const sums = { answered: 0, top: 0, bottom: 0 }
  for (const { answers } of stored.filter(counts)) {
    const [a, b] =
      measure.kind === 'ratio'
        ? [answers.get(measure.numerator), answers.get(measure.denominator)]
        : [answers.get(measure.question), 1]
    if (a === undefined || b === undefined) continue
    sums.answered += 1
    sums.top += measure.kind === 'share' ? (a === 'yes' ? 100 : 0) : hundredths(a)
    sums.bottom += hundredths(b)
  }
  return sums
}

/** The indicator over some responses, formatted by hand. */
function recount(indicator: Indicator, stored: readonly Stored[]): string {
  const { measure, decimals, format } = indicator
  const { answered, top, bottom } = sumsOf(indicator, stored)
  if (answered === 0 || (measure.kind !== 'sum' && bottom === 0)) return '–'
  if (measure.kind === 'sum') return grouped(top / 100)
  if (format === 'percent' && (top === 0 || top === bottom)) return top === 0 ? '0\u00a0%' : '100\u00a0%'
  const scale = 10 ** decimals * (format === 'percent' ? 100 : 1)
  const rounded = Math.floor((2 * top * scale + bottom) / (2 * bottom))
  const whole = Math.floor(rounded / 10 ** decimals)
  const text = `${grouped(whole)},${String(rounded % 10 ** decimals).padStart(decimals, '0')}`
  return format === 'percent' ? `${text}\u00a0%` : text
}

/** Whether the responses meet the target together, in whole numbers. */
function meets(indicator: Indicator, stored: readonly Stored[]): boolean {
  const { top, bottom } = sumsOf(indicator, stored)
  const due = hundredths(indicator.target?.value ?? 0) * bottom
  return indicator.target?.direction === 'at-most' ? top * 100 <= due : top * 100 >= due
}

/** A table's cell as it must be. */
function cellOf(indicator: Indicator, stored: readonly Stored[]) {
  const text = recount(indicator, stored)
  if (text === '–') return { text, emphasis: 'missing', responses: undefined }
  const emphasis = indicator.target && (meets(indicator, stored) ? 'met' : 'missed')
  return { text, emphasis, responses: sumsOf(indicator, stored).answered }
}

const grouped = (value: number) => String(value).replace(/\B(?=(\d{3})+(?!\d))/g, '.')

describe('any report', () => {
  const under = (stored: readonly Stored[], top: string) => stored.filter((one) => `${one.unit}-`.startsWith(`${top}-`))

  const read = (cell: Cell | undefined) => ({
    text: plain(cell?.runs ?? []),
    emphasis: cell?.emphasis,
    responses: cell?.runs[0]?.source?.responses,
  })

  test('shows in its tables what a plain recount gives', () => {
    fc.assert(
      fc.property(world, (drawn) => {
        const document = v.parse(ReportDocument, compose(worldInput(drawn)))
        const [coverage, ...tables] = tablesOf(document)
        for (const { id, name } of drawn.units.filter(({ level }) => level === 'committee')) {
          const asked = drawn.units.filter(({ parentId }) => parentId === id).length
          const sent = under(drawn.cells, id).filter(counts).length
          const own = drawn.committees.some((one) => one.unit === id && counts(one))
          const [, expected, reported, , report] = rowOf(coverage, name)
          expect([expected, reported]).toEqual(asked === 0 ? ['–', '–'] : [String(asked), String(sent)])
          expect(report).toBe(own ? 'Đã gửi' : 'Chưa gửi')
        }
        for (const table of tables)
          for (const { cells: shown } of table.rows) {
            const [first, ...rest] = shown.map(({ runs }) => plain(runs))
            const top = drawn.units.find(({ name }) => name === first)
            if (first === 'Chỉ tiêu') continue
            const columns = table.columns.slice(1).map(({ header }) => header)
            const part = columns.includes('Số tổ') ? committeePart : cellPart
            const stored = part === cellPart ? drawn.cells : drawn.committees
            const below = top ? under(stored, top.id) : stored
            for (const [index, header] of columns.entries()) {
              const indicator = part.campaign.indicators.find(({ shortName }) => shortName.vi === header)
              if (indicator) expect(read(shown[index + 1]), `${first}, ${header}`).toEqual(cellOf(indicator, below))
              else if (rest[index] !== '–') expect(rest[index]).toBe(String(below.filter(counts).length))
            }
          }
      }),
      { numRuns: 60 },
    )
  })

  test('says of each indicator what a plain recount gives, and names exactly the units that miss it', () => {
    fc.assert(
      fc.property(world, (drawn) => {
        const lines = linesOf(compose(worldInput(drawn)))
        for (const indicator of cellPart.campaign.indicators) {
          const total = recount(indicator, drawn.cells)
          const line = lines.find((one) => one.startsWith(`${indicator.name.vi}: ${total}`))
          expect(line !== undefined, indicator.id).toBe(total !== '–')
          const missed = drawn.cells.filter((one) => recount(indicator, [one]) !== '–' && !meets(indicator, [one]))
          const shortfall = lines.find((one) => one.startsWith(`${indicator.name.vi} (`))
          const named = [...(shortfall ?? '').matchAll(/Unit (c\d-\d)/g)].map(([, id]) => id ?? '')
          expect(named.sort(), indicator.id).toEqual(missed.map((one) => one.unit).sort())
          if (missed.length > 0) expect(shortfall).toContain(`: ${missed.length}/`)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('gives every figure a source in it, and no text that a bug would leave', () => {
    fc.assert(
      fc.property(world, fc.constantFrom<Language>('vi', 'en'), (drawn, language) => {
        const input = worldInput(drawn, language)
        const document = v.parse(ReportDocument, compose(input))
        expect(JSON.stringify(document)).not.toMatch(/undefined|NaN|\[object|Infinity/)
        for (const { source } of runsOf(document)) {
          if (!source) continue
          const part = [cellPart, committeePart].find(({ campaign }) => campaign.id === source.campaign)
          expect(part).toBeDefined()
          expect(input.tree.units.has(asId(UnitId, source.unit))).toBe(true)
          const stored = part === cellPart ? drawn.cells : drawn.committees
          expect(source.responses).toBeLessThanOrEqual(stored.length)
          if (source.indicator) expect(part?.campaign.indicators.map(({ id }) => id)).toContain(source.indicator)
        }
      }),
      { numRuns: 40 },
    )
  })

  test('does not depend on the order in which summaries were read', () => {
    fc.assert(
      fc.property(world, (drawn) => {
        const reversed = { ...drawn, cells: drawn.cells.toReversed(), committees: drawn.committees.toReversed() }
        expect(compose(worldInput(reversed))).toEqual(compose(worldInput(drawn)))
      }),
      { numRuns: 15 },
    )
  })

  test('can be made when nothing has been reported, in both languages', () => {
    const empty = { units: [...starterUnits], cells: [], committees: [] }
    const vi = linesOf(v.parse(ReportDocument, compose(worldInput(empty))))
    expect(vi).toContain('Chưa có chi bộ nào được khảo sát nên chưa có số liệu về các chỉ tiêu.')
    expect(vi).toContain('Chưa có đảng bộ nào gửi báo cáo.')
    expect(vi).toContain('Còn 47/47 chi bộ chưa được khảo sát:')
    expect(vi).toContain('Khảo sát 47 chi bộ còn lại.')
    expect(linesOf(compose(worldInput(empty, 'en')))).toContain('There are no figures to assess yet.')
  })

  test('can be made of campaigns that ask nobody', () => {
    const document = compose(worldInput({ units: starterUnits.slice(0, 1), cells: [], committees: [] }))
    expect(JSON.stringify(v.parse(ReportDocument, document))).not.toMatch(/undefined|NaN/)
  })

  test('counts what is kept but not counted in its note', () => {
    const [top, first] = starterUnits.slice(0, 2)
    const child = first && unit('x', 'cell', first.id)
    if (!top || !first || !child) throw new Error('The demo has units')
    const answers = answersOf({ meetings: 12 })
    const cells: Stored[] = [
      { unit: child.id, answers, standing: 'late' },
      { unit: child.id, answers },
      { unit: child.id, answers, standing: 'quarantined' },
    ]
    const lines = linesOf(compose(worldInput({ units: [top, first, child], cells, committees: [] }, 'en')))
    expect(lines.find((line) => line.includes('came late'))).toContain(
      '1 came late; besides them, 1 duplicate and 1 sent after the close',
    )
  })
})
