// The indicators of a campaign: all units together, in a table or in sentences, and unit by unit.

import { localize } from '../../language.ts'
import { targetSign } from '../../messages/indicator.ts'
import { periodName } from '../../messages/period.ts'
import { type Indicator, isPlain, meetsTarget } from '../../summary/indicator.ts'
import type { Block, Cell, Run, TableBlock } from '../document.ts'
import { targetRuns } from '../figure-number.ts'
import type { BlockOf } from '../template.ts'
import {
  type Against,
  changeSince,
  comparisons,
  countIn,
  figure,
  indicatorsOf,
  type Line,
  noteOf,
  noValue,
  type Scope,
  sentence,
  tallyIn,
  textCell,
  valueCell,
  valueIn,
  valueThen,
} from './role-scope.ts'

/** That there are no indicators, or nothing to make them of; nothing where there is. */
export function noIndicators(scope: Scope): Block[] {
  const { words, total } = scope
  if (indicatorsOf(scope).length === 0) return [sentence(words.noIndicators)]
  return total.summary.responses === 0 ? [sentence(words.nothingIn)] : []
}

const isNotStated = ({ runs }: Cell): boolean => runs[0]?.text === noValue
const isMissed = ({ emphasis }: Cell): boolean => emphasis === 'missed'

/** All units together; nothing while nothing is in. */
export function overall(scope: Scope, block: BlockOf<'indicators'>): Block[] {
  const indicators = indicatorsOf(scope, block)
  if (indicators.length === 0 || scope.total.summary.responses === 0) return []
  return [block.as === 'table' ? overallTable(scope, indicators, block) : overallList(scope, indicators, block)]
}

/** "Tỷ lệ ...: 80,0 % (mục tiêu ≥ 90 %: chưa đạt); kỳ trước 75,0 % (+5,0)." */
function overallList(scope: Scope, indicators: readonly Indicator[], { compare }: BlockOf<'indicators'>): Block {
  const { words, language, total } = scope
  const earlier = comparisons(scope, compare)
  const items = indicators.map((indicator): Run[] => {
    const value = valueIn(scope, total, indicator) ?? { text: noValue }
    const met = meetsTarget(indicator, tallyIn(total.summary, indicator))
    const target = met === null ? undefined : { text: targetSign(indicator, language), met }
    const then = earlier.flatMap(({ against, period }) => {
      const old = valueThen(scope, total, indicator, against)
      const change = changeSince(scope, total, indicator, against)
      return old && change ? [{ name: periodName(period, language), old, change }] : []
    })
    return words.indicatorIs(localize(indicator.name, language), value, partsOf(scope, indicator), target, then)
  })
  return { type: 'list', items }
}

/** What a ratio, a share or a rate is made of: "7", "8". */
function partsOf(scope: Scope, indicator: Indicator): readonly [Run, Run] | undefined {
  const { responses, numerator, denominator } = tallyIn(scope.total.summary, indicator)
  if (isPlain(indicator) || indicator.measure.kind === 'mean' || responses === 0) return undefined
  const run = (value: typeof numerator) => figure(scope, scope.total, value, { responses, indicator })
  return [run(numerator), run(denominator)]
}

/** Millimetres of the 160 that the text is wide: the indicator's name, target and value, and each pair of columns with an earlier one. */
const overallWidths = [
  { name: 88, value: 22, earlier: 0 },
  { name: 60, value: 22, earlier: 20 },
  { name: 42, value: 17, earlier: 17 },
] as const

/** A line for each indicator. */
function overallTable(scope: Scope, indicators: readonly Indicator[], { compare }: BlockOf<'indicators'>): TableBlock {
  const { words, language, total } = scope
  const earlier = comparisons(scope, compare)
  const width = overallWidths[earlier.length === 0 ? 0 : earlier.length === 1 ? 1 : 2]
  const rows = indicators.map((indicator) => ({
    kind: 'row' as const,
    cells: [
      { runs: [{ text: localize(indicator.name, language) }] },
      { runs: targetRuns(indicator, language) },
      valueCell(scope, total, indicator),
      ...earlier.flatMap(({ against }) => [
        textCell(valueThen(scope, total, indicator, against)),
        textCell(changeSince(scope, total, indicator, against)),
      ]),
      { runs: [countIn(scope, total, tallyIn(total.summary, indicator).responses).run] },
    ],
  }))
  const shown = rows.flatMap(({ cells }) => cells)
  const column = (header: string, weight: number) => ({ header, weight, align: 'right' as const })
  const headOf: Record<Against, string> = { before: words.before, 'year-before': words.yearBefore }
  return {
    type: 'table',
    caption: words.overallCaption,
    columns: [
      { header: words.indicator, weight: width.name, align: 'left' },
      column(words.target, width.value),
      column(words.value, width.value),
      ...earlier.flatMap(({ against }) => [
        column(headOf[against], width.earlier),
        column(words.change, width.earlier),
      ]),
      column(words.answers, 16),
    ],
    rows,
    ...noteOf(
      ...earlier.map(
        ({ against, period }) => [true, words.changeColumnNote[against](periodName(period, language))] as const,
      ),
      [shown.some(isNotStated), words.notStatedNote],
      [shown.some(isMissed), words.missedNote],
    ),
  }
}

/** Beside the name of the unit, no more columns than can be read on a page of A4 with the change behind each value. */
const mostColumns = 5
/** Millimetres of the 160 that the text is wide. */
const widths = { page: 160, name: 50 }

/** As many tables as the indicators need, a line for each unit; none while nothing is in. */
export function byUnitTables(scope: Scope, block: BlockOf<'by-unit'>): TableBlock[] {
  const indicators = indicatorsOf(scope, block)
  if (scope.total.summary.responses === 0) return []
  const tables = Math.ceil(indicators.length / mostColumns)
  const each = Math.ceil(indicators.length / tables)
  return Array.from({ length: tables }, (_, index) =>
    tableOf(scope, indicators.slice(index * each, (index + 1) * each), block),
  )
}

function tableOf(scope: Scope, indicators: readonly Indicator[], { compare }: BlockOf<'by-unit'>): TableBlock {
  const { words, language, lines, total } = scope
  const [earlier] = comparisons(scope, compare)
  const values = (line: Line): Cell[] =>
    indicators.map((indicator) => {
      const change = earlier && changeSince(scope, line, indicator, earlier.against)
      return valueCell(scope, line, indicator, change ? [{ text: ' (' }, change, { text: ')' }] : [])
    })
  const rows = [
    ...lines.map((line) => ({ kind: 'row' as const, cells: [{ runs: [{ text: line.unit.name }] }, ...values(line)] })),
    { kind: 'total' as const, cells: [{ runs: [{ text: words.together }] }, ...values(total)] },
  ]
  const shown = rows.flatMap(({ cells }) => cells)
  const targets = indicators.map((indicator): Cell => ({ runs: targetRuns(indicator, language) }))
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
        shown.some(({ runs }) => runs.length > 1),
        earlier ? words.changeNote(periodName(earlier.period, language)) : '',
      ],
      [shown.some(isNotStated), words.notStatedNote],
      [shown.some(isMissed), words.missedNote],
    ),
  }
}
