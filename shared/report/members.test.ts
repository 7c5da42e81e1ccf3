// The reports of the demo on scores and on study sessions: their figures counted again by plain arithmetic from what the members gave,
// and every practice in every office style and language.

import { describe, expect, test } from 'vitest'
import { registeringCells } from '../starter/registration.ts'
import { rosterOf } from '../starter/roster.ts'
import { studyingCells } from '../starter/study.ts'
import { studyPlanAnswers } from '../starter/study-plan.ts'
import { linesOf, plain, rowOf, runsOf } from './cell-quality-fixture.ts'
import { demoReport } from './demo-fixture.ts'
import type { ReportDocument, TableBlock } from './document.ts'
import { numberText } from './figure-number.ts'
import {
  type GivenInMonth,
  half,
  type Look,
  quarter,
  registrationsIn,
  scoringReport,
  studiesGivenIn,
  studyReport,
} from './members-fixture.ts'
import { helperSectionReport, rollOutReport } from './practices-fixture.ts'
import { presetIds } from './preset-id.ts'

const tableOf = ({ blocks }: ReportDocument, caption: string): TableBlock | undefined =>
  blocks.find(
    (block): block is TableBlock & { key: string } => block.type === 'table' && block.caption.includes(caption),
  )

/** Tenths, rounded half up, with a decimal comma: of whole numbers, so that nothing is a float. */
function tenths(top: number, bottom: number): string {
  const rounded = Math.floor((top * 20 + bottom) / (2 * bottom))
  return `${Math.floor(rounded / 10)},${rounded % 10}`
}
const percent = (top: number, bottom: number): string =>
  top === bottom ? '100\u00a0%' : top === 0 ? '0\u00a0%' : `${tenths(top * 100, bottom)}\u00a0%`
const number = ({ answers }: GivenInMonth, key: string): number => Number(answers.get(key))
const total = (some: readonly GivenInMonth[], key: string): number =>
  some.reduce((sum, one) => sum + number(one, key), 0)
const chosen = (some: readonly GivenInMonth[], key: string, choice: string): number =>
  some.filter(({ answers }) => answers.get(key) === choice).length

describe('criteria and scores, half a year', () => {
  const report = scoringReport()
  const given = registrationsIn(half.months)

  test('who has answered, and how many turns are missing', () => {
    for (const cell of registeringCells) {
      const own = given.filter(({ unit }) => unit === cell.id).length
      const due = rosterOf(cell).length * half.months.length
      expect(rowOf(tableOf(report, 'Lượt phiếu phải có'), cell.name)).toEqual([
        cell.name,
        ...[String(due), String(own), percent(own, due)],
      ])
      expect(linesOf(report)).toContain(`${cell.name}: ${due - own} lượt.`)
    }
  })

  test('classes, mean scores and what was scored, cell by cell and in all', () => {
    const classes = ['excellent', 'good', 'fair', 'poor']
    for (const cell of [...registeringCells, undefined]) {
      const own = given.filter(({ unit }) => !cell || unit === cell.id)
      const name = cell?.name ?? 'Chung'
      expect(rowOf(tableOf(report, 'Xếp loại tháng theo đơn vị'), name).slice(1)).toEqual(
        classes.map((one) => String(chosen(own, 'cell_class', one))),
      )
      const good = chosen(own, 'cell_class', 'excellent') + chosen(own, 'cell_class', 'good')
      expect(rowOf(tableOf(report, 'Các chỉ tiêu theo đơn vị'), name).slice(1, 4)).toEqual([
        tenths(total(own, 'cell_total'), own.length),
        percent(good, own.length),
        tenths(total(own, 'self_total'), own.length),
      ])
    }
    expect(rowOf(tableOf(report, 'Gửi phiếu, chấm điểm'), 'Tổng cộng').slice(1)).toEqual([
      ...[String(given.length), String(given.length), '100\u00a0%', String(given.length)],
    ])
  })

  test('who was excellent in half of the months is commended by name, and nobody else is named', () => {
    const people = registeringCells.flatMap(rosterOf)
    const isExcellent = ({ unitId, name }: (typeof people)[number]) =>
      given.filter(
        ({ unit, member, answers }) => unit === unitId && member === name && answers.get('cell_class') === 'excellent',
      ).length
    const commended = people.filter((one) => isExcellent(one) >= 3)
    expect(commended.length).toBeGreaterThan(0)
    const text = JSON.stringify(report)
    for (const one of people)
      if (commended.includes(one)) expect(text).toContain(`${one.name} (`)
      else if (!commended.some(({ name }) => name === one.name)) expect(text, one.name).not.toContain(one.name)
  })

  test('units by the thresholds of their mean', () => {
    const means = registeringCells.map(({ id }) => {
      const own = given.filter(({ unit }) => unit === id)
      return total(own, 'cell_total') / own.length
    })
    const table = tableOf(report, 'Xếp loại theo chỉ tiêu')
    expect(rowOf(table, 'Hoàn thành xuất sắc nhiệm vụ')[2]).toBe(String(means.filter((mean) => mean >= 90).length))
    expect(rowOf(table, 'Hoàn thành tốt nhiệm vụ')[2]).toBe(
      String(means.filter((mean) => mean >= 70 && mean < 90).length),
    )
  })
})

describe('study sessions, a quarter', () => {
  const report = studyReport()
  const given = studiesGivenIn(quarter.months)

  test('sessions held, as the cells report them', () => {
    const sessions = studyingCells.map(({ id }) => Number(studyPlanAnswers(id, quarter.id)['sessions']))
    for (const [index, { name }] of studyingCells.entries())
      expect(rowOf(tableOf(report, 'Các chỉ tiêu theo đơn vị'), name)[1]).toBe(String(sessions[index]))
    expect(rowOf(tableOf(report, 'Các chỉ tiêu theo đơn vị'), 'Chung')[1]).toBe(
      String(sessions.reduce((a, b) => a + b, 0)),
    )
  })

  test('attendance and hours', () => {
    const took = given.length - chosen(given, 'attended', 'no')
    const table = tableOf(report, 'Các chỉ tiêu của đợt')
    expect(rowOf(table, 'Tỷ lệ người trả lời đã học')[2]).toBe(percent(took, given.length))
    expect(rowOf(table, 'Số giờ học bình quân')[2]).toBe(tenths(total(given, 'hours') * 10, given.length * 10))
    const all = tableOf(report, 'học bằng hình thức nào? (số phiếu)')
    expect(rowOf(all, 'Trực tuyến').slice(1)).toEqual([
      String(chosen(given, 'attended', 'online')),
      percent(chosen(given, 'attended', 'online'), given.length),
    ])
  })

  test('every area of the action plan stands with its task and its person, under its cell', () => {
    const table = tableOf(report, 'Dự thảo chương trình hành động')
    const rows = table?.rows.map(({ cells }) => cells.map(({ runs }) => plain(runs))) ?? []
    const expected = studyingCells.flatMap(({ id, name }) => {
      const areas = studyPlanAnswers(id, quarter.id)['areas']
      return Array.isArray(areas) ? areas.map((area) => [name, String(Reflect.get(Object(area), 'person'))]) : []
    })
    expect(rows.map((row) => [row[0], row[4]])).toEqual(expected)
    expect(expected.length).toBeGreaterThan(3)
  })

  test('who has not taken part is a number, and nobody is named for it', () => {
    const named = new Set(studyingCells.flatMap(({ id }) => JSON.stringify(studyPlanAnswers(id, quarter.id))).join())
    const text = JSON.stringify(report)
    for (const { name } of studyingCells.flatMap(rosterOf))
      if (![...named].join('').includes(name) && !text.includes(`"${name}"`)) expect(text).not.toContain(name)
    const due = studyingCells.flatMap(rosterOf).length * quarter.months.length
    expect(linesOf(report).join(' ')).toContain(`còn ${due - given.length} lượt chưa tham gia`)
  })
})

const practices: readonly (readonly [string, (look: Look) => ReportDocument])[] = [
  ['P1', (look) => demoReport(undefined, look.language, look.preset)],
  ['P2', (look) => rollOutReport(look.language, look.preset)],
  ['P3', scoringReport],
  ['P4', studyReport],
  ['P5', (look) => helperSectionReport(look.language, look.preset)],
]

describe.each(practices)('%s', (_, make) => {
  test.each(presetIds)('composes in the style %s, in both languages, with the same figures', (preset) => {
    const [vi, en] = (['vi', 'en'] as const).map((language) => make({ language, preset }))
    if (!vi || !en) throw new Error('Two languages give two reports')
    const figures = (report: ReportDocument) => runsOf(report).flatMap((run) => (run.source && run.number ? [run] : []))
    expect(figures(vi).length).toBeGreaterThan(30)
    expect(figures(vi).map(({ number: own }) => own)).toEqual(figures(en).map(({ number: own }) => own))
    // A heat map says once that its fields are percentages.
    for (const [report, language] of [[vi, 'vi'] as const, [en, 'en'] as const])
      for (const { text, number: own } of figures(report))
        expect(own && [numberText(own, language), numberText(own, language).replace(/\s?%$/, '')]).toContain(text)
    expect([vi.preset, en.preset, vi.language, en.language]).toEqual([preset, preset, 'vi', 'en'])
  })
})
