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
  shortfallsOf,
  tablesOf,
} from './cell-quality-fixture.ts'
import { cellOf, counts, meets, missesIn, missesOf, recount, shortfall, withFraction } from './cell-quality-recount.ts'
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
  const units: Unit[] = [{ ...unit('top', 'Đảng ủy khối', null), id: blocId }]
  const cells: Stored[] = []
  const committees: Stored[] = []
  for (const [index, one] of drawn.entries()) {
    const parent = unit(`c${index}`, 'Đảng bộ', blocId)
    units.push(parent)
    if (one.report)
      committees.push({ unit: parent.id, answers: answersOf(one.report.answers), standing: one.report.standing })
    for (const [place, sent] of one.cells.entries()) {
      const child = unit(`c${index}-${place}`, 'Chi bộ', parent.id)
      units.push(child)
      if (sent) cells.push({ unit: child.id, answers: answersOf(sent.answers), standing: sent.standing })
    }
  }
  return { units, cells, committees }
})

const worldInput = ({ units, cells, committees }: World, language: Language = 'vi') =>
  inputOf(
    units,
    factsOf(cellPart, idsAt(units, 'Chi bộ'), cells),
    factsOf(committeePart, idsAt(units, 'Đảng bộ'), committees),
    { language },
  )

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
        for (const { id, name } of drawn.units.filter(({ level }) => level === 'Đảng bộ')) {
          const asked = drawn.units.filter(({ parentId }) => parentId === id).length
          const sent = under(drawn.cells, id).filter(counts).length
          const own = drawn.committees.some((one) => one.unit === id && counts(one))
          const [, expected, reported, , report] = rowOf(coverage, name)
          expect([expected, reported]).toEqual(asked === 0 ? ['', ''] : [String(asked), String(sent)])
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
            if (!below.some(counts)) {
              expect(rest.slice(0, 2)).toEqual(part === cellPart ? ['0', ''] : ['chưa\u00a0gửi', ''])
              expect(new Set(rest.slice(1))).toEqual(new Set(['']))
              continue
            }
            for (const [index, header] of columns.entries()) {
              const indicator = part.campaign.indicators.find(({ shortName }) => shortName.vi === header)
              if (indicator) {
                const wanted = cellOf(indicator, below)
                const text = top || part === cellPart ? wanted.text : withFraction(indicator, below)
                expect(read(shown[index + 1]), `${first}, ${header}`).toEqual({ ...wanted, text })
              } else expect(rest[index]).toBe(String(below.filter(counts).length))
            }
          }
      }),
      { numRuns: 60 },
    )
  })

  test('has below each table a note on each kind of mark in it, and on no other', () => {
    fc.assert(
      fc.property(world, (drawn) => {
        const [coverage, ...tables] = tablesOf(compose(worldInput(drawn)))
        const parents = drawn.units.filter(({ level }) => level === 'Đảng bộ')
        const isAsked = ({ id }: Unit) => drawn.units.some(({ parentId }) => parentId === id)
        expect(coverage?.note !== undefined).toBe(!parents.every(isAsked))
        for (const { rows, note = '' } of tables) {
          const cells = rows.filter(({ kind }) => kind !== 'target').flatMap((row) => row.cells)
          const texts = cells.map(({ runs }) => plain(runs))
          const isOfReports = texts.includes('Tổng cộng')
          expect(note.includes('“–”: ')).toBe(texts.includes('–'))
          expect(note.includes('“chưa\u00a0gửi”: ')).toBe(texts.includes('chưa\u00a0gửi'))
          expect(note.includes('Ô trống: ')).toBe(!isOfReports && texts.includes(''))
          expect(note.includes('Ô sẫm')).toBe(cells.some(({ emphasis }) => emphasis === 'missed'))
          expect(note.includes('Phân số')).toBe(texts.some((text) => text.includes(' (')))
          expect(note.includes('Bảng chỉ gồm')).toBe(!isOfReports && !parents.every(isAsked))
        }
      }),
      { numRuns: 60 },
    )
  })

  test('says of each indicator what a plain recount gives, and names exactly the units that miss it', () => {
    fc.assert(
      fc.property(world, (drawn) => {
        const document = compose(worldInput(drawn))
        const lines = linesOf(document)
        const table = shortfallsOf(document)
        for (const indicator of cellPart.campaign.indicators) {
          const total = recount(indicator, drawn.cells)
          const line = lines.find((one) => one.startsWith(`${indicator.name.vi}: ${total}`))
          expect(line !== undefined, indicator.id).toBe(total !== '–')
          const missed = drawn.cells.filter((one) => recount(indicator, [one]) !== '–' && !meets(indicator, [one]))
          const named = missesIn(table, indicator)
          const expected = missed.map((one) => [`Unit ${one.unit}`, shortfall(indicator, one)])
          expect(named.rows.sort(), indicator.id).toEqual(expected.sort())
          expect(named.total, indicator.id).toBe(missed.length === 0 ? undefined : String(missed.length))
        }
        const shown = (table?.rows ?? []).flatMap(({ cells }) => cells.map(({ runs }) => plain(runs)))
        expect(table?.note?.includes('“–”: ') ?? false).toBe(shown.some((text) => text.includes('–')))
        const misses = (table?.rows ?? []).filter(({ kind }) => kind === 'row').map(({ cells }) => missesOf(cells))
        expect(misses).toEqual(misses.toSorted((a, b) => b - a))
        expect(misses.every((count) => count > 0)).toBe(true)
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
        for (const block of document.blocks)
          if (block.type === 'chart')
            for (const mark of block.marks)
              if (mark.mark === 'text' && mark.tone === 'value') expect(mark.source?.indicator).toBe('attendance')
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

  test('has no heading for difficulties while figures show none', () => {
    const [top, first] = starterUnits.slice(0, 2)
    const child = first && unit('x', 'Chi bộ', first.id)
    if (!top || !first || !child) throw new Error('The demo has units')
    const units = [top, first, child]
    const committees: Stored[] = [{ unit: first.id, answers: answersOf({ cells_total: 4, cells_inspected: 3 }) }]
    const headed = (meetings: number) => {
      const cells: Stored[] = [{ unit: child.id, answers: answersOf({ meetings }) }]
      return linesOf(compose(worldInput({ units, cells, committees })))
    }
    expect(headed(12)).not.toContain('3. Khó khăn, tồn tại')
    expect(headed(12)).toContain('Mọi chi bộ đã khảo sát đều đạt các chỉ tiêu.')
    expect(headed(11)).toContain('3. Khó khăn, tồn tại')
  })

  test('names everybody level with the second from either end, and all where few have a share', () => {
    const [top] = starterUnits
    if (!top) throw new Error('The demo has units')
    const sentence = (...inspected: number[]) => {
      const below = inspected.map((_, index) => unit(`c${index}`, 'Đảng bộ', top.id))
      const committees = below.map(
        ({ id }, index): Stored => ({
          unit: id,
          answers: answersOf({ cells_total: 9, cells_inspected: inspected[index] ?? 0 }),
        }),
      )
      const lines = linesOf(compose(worldInput({ units: [top, ...below], cells: [], committees })))
      return lines.find((line) => line.startsWith(`Tính trên ${inspected.length} đảng bộ`)) ?? ''
    }
    expect(sentence(3, 9, 6)).toMatch(/ Cụ thể: Unit c1 9\/9 chi bộ \(100\u00a0%\), Unit c2 6\/9 .*, Unit c0 3\/9 /)
    expect(sentence(8, 9, 5, 8, 6, 4, 7)).toMatch(
      / Cao nhất: Unit c1 9\/9 .*, Unit c0 8\/9 .*, Unit c3 8\/9 [^U]*; thấp nhất: Unit c5 4\/9 .*, Unit c2 5\/9 [^U]*\.$/,
    )
    expect(sentence(9, 9, 9, 9, 9, 9)).toMatch(/ Cụ thể: /)
  })

  test('can be made of campaigns that ask nobody', () => {
    const document = compose(worldInput({ units: starterUnits.slice(0, 1), cells: [], committees: [] }))
    expect(JSON.stringify(v.parse(ReportDocument, document))).not.toMatch(/undefined|NaN/)
  })

  test('counts what is kept but not counted in its note', () => {
    const [top, first] = starterUnits.slice(0, 2)
    const child = first && unit('x', 'Chi bộ', first.id)
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
