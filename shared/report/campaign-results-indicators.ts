// The indicators of a campaign in tables: all units together, and unit by unit.

import { localize } from '../language.ts'
import { targetSign } from '../messages/indicator.ts'
import { periodName } from '../messages/period.ts'
import type { Indicator } from '../summary/indicator.ts'
import {
  changeOf,
  countIn,
  indicatorsOf,
  type Line,
  noteOf,
  noValue,
  type Scope,
  tallyIn,
  textCell,
  valueBefore,
  valueCell,
} from './campaign-results-scope.ts'
import type { Cell, Run, TableBlock } from './document.ts'

const isNotStated = ({ runs }: Cell): boolean => runs[0]?.text === noValue
const isMissed = ({ emphasis }: Cell): boolean => emphasis === 'missed'

/** A line for each indicator. */
export function overallTable(scope: Scope): TableBlock {
  const { words, language, total, input } = scope
  const { before } = input.facts
  const rows = indicatorsOf(scope).map((indicator) => ({
    kind: 'row' as const,
    cells: [
      { runs: [{ text: localize(indicator.name, language) }] },
      { runs: targetRuns(scope, indicator) },
      valueCell(scope, total, indicator),
      ...(before ? [textCell(valueBefore(scope, total, indicator)), textCell(changeOf(scope, total, indicator))] : []),
      { runs: [countIn(scope, total, tallyIn(total.summary, indicator).responses).run] },
    ],
  }))
  const shown = rows.flatMap(({ cells }) => cells)
  const column = (header: string, weight: number) => ({ header, weight, align: 'right' as const })
  return {
    type: 'table',
    caption: words.overallCaption,
    columns: [
      { header: words.indicator, weight: before ? 60 : 88, align: 'left' },
      column(words.target, 22),
      column(words.value, 22),
      ...(before ? [column(words.before, 20), column(words.change, 20)] : []),
      column(words.answers, 16),
    ],
    rows,
    ...noteOf(
      [before !== undefined, words.changeColumnNote(before ? periodName(before.period, language) : '')],
      [shown.some(isNotStated), words.notStatedNote],
      [shown.some(isMissed), words.missedNote],
    ),
  }
}

function targetRuns({ language }: Scope, indicator: Indicator): Run[] {
  const text = targetSign(indicator, language)
  return text === '' ? [] : [{ text }]
}

/** Beside the name of the unit, no more columns than can be read on a page of A4 with the change behind each value. */
const mostColumns = 5
/** Millimetres of the 160 that the text is wide. */
const widths = { page: 160, name: 50 }

/** As many tables as the indicators need; a line for each unit. */
export function byUnitTables(scope: Scope): TableBlock[] {
  const indicators = indicatorsOf(scope)
  const tables = Math.ceil(indicators.length / mostColumns)
  const each = Math.ceil(indicators.length / tables)
  return Array.from({ length: tables }, (_, index) =>
    tableOf(scope, indicators.slice(index * each, (index + 1) * each)),
  )
}

function tableOf(scope: Scope, indicators: readonly Indicator[]): TableBlock {
  const { words, language, lines, total, input } = scope
  const { before } = input.facts
  const values = (line: Line): Cell[] =>
    indicators.map((indicator) => {
      const change = changeOf(scope, line, indicator)
      return valueCell(scope, line, indicator, change ? [{ text: ' (' }, change, { text: ')' }] : [])
    })
  const rows = [
    ...lines.map((line) => ({ kind: 'row' as const, cells: [{ runs: [{ text: line.unit.name }] }, ...values(line)] })),
    { kind: 'total' as const, cells: [{ runs: [{ text: words.together }] }, ...values(total)] },
  ]
  const shown = rows.flatMap(({ cells }) => cells)
  const targets = indicators.map((indicator): Cell => ({ runs: targetRuns(scope, indicator) }))
  return {
    type: 'table',
    caption: words.byUnitCaption,
    columns: [
      { header: words.unit, weight: widths.name, align: 'left' },
      ...indicators.map(({ shortName }) => ({
        header: localize(shortName, language).slice(0, 1_000),
        weight: (widths.page - widths.name) / indicators.length,
        align: 'right' as const,
      })),
    ],
    rows: [
      ...(indicators.some(({ target }) => target)
        ? [{ kind: 'target' as const, cells: [{ runs: [{ text: words.target }] }, ...targets] }]
        : []),
      ...rows,
    ],
    ...noteOf(
      [
        before !== undefined && shown.some(({ runs }) => runs.length > 1),
        words.changeNote(before ? periodName(before.period, language) : ''),
      ],
      [shown.some(isNotStated), words.notStatedNote],
      [shown.some(isMissed), words.missedNote],
    ),
  }
}
