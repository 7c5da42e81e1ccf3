// A question of a survey unit by unit, and by the groups that results are broken down by: only what was told so.

import { divideDecimals, toDecimal } from '../../form/decimal.ts'
import type { ReleasedQuestion } from '../../survey/results.ts'
import type { Block, Cell, TableBlock } from '../document.ts'
import { noteOf, sentence } from './role-scope.ts'
import {
  captioned,
  countCell,
  type Figure,
  figureOf,
  hiddenCell,
  isNested,
  linesOf,
  type Names,
  surveyWords,
  type Told,
  type ToldUnit,
  toldFigure,
} from './survey-scope.ts'

/** Beside the unit and the number of answers; of more choices the whole survey's table is read. */
const mostOptions = 7

/** Columns for what a question is counted by: its choices, or the mean of its numbers. */
function columnsOf(told: Told, names: Names, question: ReleasedQuestion): string[] | undefined {
  if (question.kind === 'number') return [surveyWords(told.scope).mean]
  return question.kind === 'choices' && question.options.length <= mostOptions ? names.options(question) : undefined
}

function valueCells(told: Told, unit: ToldUnit, question: ReleasedQuestion, figure: Figure): Cell[] {
  if (question.kind !== 'number')
    return question.options.map((_, at) => countCell(told, unit.id, figure.counts[at] ?? 0, figure.n))
  const mean = figure.sum === undefined ? undefined : divideDecimals(toDecimal(figure.sum), toDecimal(figure.n), 2)
  return [{ runs: mean ? [toldFigure(told, unit.id, mean, figure.n)] : [] }]
}

/** A line for each unit; nothing where there is but one, or more columns than fit. */
export function questionByUnit(told: Told, names: Names, question: ReleasedQuestion): TableBlock[] {
  const { scope, top } = told
  const words = surveyWords(scope)
  const columns = columnsOf(told, names, question)
  const { lines, isShort } = linesOf(told)
  if (!columns || lines.length === 0) return []
  const cells = (unit: ToldUnit, name: string): Cell[] => {
    const figure = figureOf(question, unit.id)
    const first: Cell = { runs: [{ text: name }] }
    return figure
      ? [first, ...valueCells(told, unit, question, figure), countCell(told, unit.id, figure.n)]
      : [first, ...columns.map(() => hiddenCell(told)), hiddenCell(told)]
  }
  const rows = [
    ...lines.map((unit) => ({ kind: 'row' as const, cells: cells(unit, unit.name) })),
    ...(top ? [{ kind: 'total' as const, cells: cells(top, scope.words.together) }] : []),
  ]
  return [
    {
      type: 'table',
      caption: captioned(told, words.byUnitCaption(names.question(question.key))),
      columns: [
        { header: scope.words.unit, weight: 50, align: 'left' },
        ...columns.map((header) => ({ header, weight: 86 / columns.length, align: 'right' as const })),
        { header: words.count, weight: 24, align: 'right' },
      ],
      rows,
      ...noteOf(
        [rows.some((row) => row.cells.some(({ emphasis }) => emphasis === 'missing')), words.notToldNote],
        [isNested(lines), words.nestedNote],
        [isShort, words.onlyBelowNote],
      ),
    },
  ]
}

/** At the report's own unit, a line for each group. */
export function questionByGroup(told: Told, names: Names, question: ReleasedQuestion): Block[] {
  const { top, scope } = told
  const words = surveyWords(scope)
  const columns = columnsOf(told, names, question)
  if (!top || !columns || !figureOf(question, top.id)) return []
  const label = names.question(question.key)
  return question.by.map(({ breakdown, groups }): Block => {
    const here = groups.filter(({ figure }) => figure.unit === top.id)
    const by = names.question(breakdown)
    if (here.length === 0) return sentence(words.hiddenGroups(label, by))
    return {
      type: 'table',
      caption: captioned(told, words.byGroupCaption(label, by)),
      columns: [
        { header: by, weight: 50, align: 'left' },
        ...columns.map((header) => ({ header, weight: 86 / columns.length, align: 'right' as const })),
        { header: words.count, weight: 24, align: 'right' },
      ],
      rows: here.map(({ category, figure }) => ({
        kind: 'row',
        cells: [
          { runs: [{ text: names.category(breakdown, category) }] },
          ...valueCells(told, top, question, figure),
          countCell(told, top.id, figure.n),
        ],
      })),
    }
  })
}
