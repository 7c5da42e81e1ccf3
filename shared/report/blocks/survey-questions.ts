// What was answered in a survey: questions with the same choices together, others one by one, in a table and a chart. A question
// that isn't told of the report's unit says so.

import { divideDecimals, toDecimal } from '../../form/decimal.ts'
import type { ReleasedQuestion } from '../../survey/results.ts'
import { isSection } from '../../xlsform/form.ts'
import { barChart } from '../chart.ts'
import { heatMap } from '../chart-heat.ts'
import type { ChartValue } from '../chart-marks.ts'
import type { Block, ChartBlock, TableBlock } from '../document.ts'
import type { BlockOf } from '../template.ts'
import { noValue, paragraph, type Scope, sentence } from './role-scope.ts'
import { questionByGroup, questionByUnit } from './survey-breakdowns.ts'
import {
  captioned,
  countCell,
  type Figure,
  figureOf,
  type Names,
  namesOf,
  shareRun,
  surveyWords,
  type Told,
  type ToldUnit,
  toldCount,
  toldFigure,
  toldIn,
} from './survey-scope.ts'

/** Nothing where nothing is told. */
export function surveyQuestions(scope: Scope, block: BlockOf<'survey-questions'>): Block[] {
  const names = namesOf(scope)
  return toldIn(scope).flatMap((told) => {
    const chosen = told.part.figures.questions.filter(
      ({ key, kind }) => kind !== 'texts' && (!block.questions || block.questions.includes(key)),
    )
    if (block.as === 'by-unit') return chosen.flatMap((question) => questionByUnit(told, names, question))
    if (block.as === 'by-group') return chosen.flatMap((question) => questionByGroup(told, names, question))
    const { top } = told
    if (!top) return []
    return batteries(names, chosen).flatMap((some) => {
      const [first] = some
      if (some.length > 1) return battery(told, names, top, some)
      return first ? single(told, names, top, first) : []
    })
  })
}

/** Questions that lie beside each other and have the same choices, as one. */
function batteries(names: Names, questions: readonly ReleasedQuestion[]): ReleasedQuestion[][] {
  const signOf = ({ key, kind }: ReleasedQuestion): string => {
    const item = names.item(key)
    const list = item && !isSection(item.source) ? item.source.list : undefined
    return item?.type === 'select_one' && kind === 'choices' && list ? `${item.parent} ${list}` : ''
  }
  const groups: ReleasedQuestion[][] = []
  for (const question of questions) {
    const last = groups.at(-1)
    const sign = signOf(question)
    if (last?.[0] && sign !== '' && signOf(last[0]) === sign && isSame(last[0].options, question.options))
      last.push(question)
    else groups.push([question])
  }
  return groups
}

const isSame = (a: readonly string[], b: readonly string[]): boolean => a.join('\n') === b.join('\n')

/** More choices than this don't fit beside the question. */
const mostColumns = 7

function battery(told: Told, names: Names, top: ToldUnit, questions: readonly ReleasedQuestion[]): Block[] {
  const [first] = questions
  const words = surveyWords(told.scope)
  if (!first || first.options.length > mostColumns)
    return questions.flatMap((question) => single(told, names, top, question))
  const shown = questions.flatMap((question) => {
    const figure = figureOf(question, top.id)
    return figure ? [{ label: names.question(question.key), figure }] : []
  })
  const hidden = questions.filter((question) => !figureOf(question, top.id))
  const options = names.options(first)
  const section = sectionOf(told, names, first)
  const table: TableBlock = {
    type: 'table',
    caption: captioned(told, words.batteryCaption(section)),
    columns: [
      { header: words.question, weight: 64, align: 'left' },
      ...options.map((header) => ({ header, weight: 80 / options.length, align: 'right' as const })),
      { header: words.count, weight: 16, align: 'right' },
    ],
    rows: shown.map(({ label, figure }) => ({
      kind: 'row',
      cells: [
        { runs: [{ text: label }] },
        ...figure.counts.map((count) => countCell(told, top.id, count, figure.n)),
        countCell(told, top.id, figure.n),
      ],
    })),
  }
  const chart = heatMap({
    caption: captioned(told, words.batteryChart(section)),
    preset: told.scope.input.plan.preset,
    head: words.question,
    columns: options,
    rows: shown.map(({ label, figure }) => ({
      label,
      values: figure.counts.map((count): ChartValue => {
        const value = shareValue(told, top, count, figure.n)
        return { ...value, text: value.text.replace(/\s?%$/u, '') }
      }),
    })),
  })
  return [
    ...(shown.length > 0 ? [table, chart] : []),
    ...hidden.map(({ key }) => sentence(words.hiddenQuestion(names.question(key)))),
  ]
}

function sectionOf({ scope }: Told, names: Names, { key }: ReleasedQuestion): string {
  const parent = names.item(key)?.parent
  const label = parent === undefined ? '' : names.section(parent)
  return label || surveyWords(scope).battery
}

function shareValue(told: Told, { id }: ToldUnit, some: number, all: number): ChartValue {
  const { text, ...from } = shareRun(told, id, some, all)
  return all === 0 ? { value: null, text: noValue } : { value: (some / all) * 100, text, figure: from }
}

function single(told: Told, names: Names, top: ToldUnit, question: ReleasedQuestion): Block[] {
  const words = surveyWords(told.scope)
  const label = names.question(question.key)
  const figure = figureOf(question, top.id)
  if (!figure) return [sentence(words.hiddenQuestion(label))]
  if (question.kind === 'count') return [paragraph(words.onlyCounted(label, toldCount(told, top.id, figure.n)))]
  if (question.kind === 'ranking') return [rankingTable(told, names, top, question, figure)]
  const mean = meanRun(told, top, figure)
  return [
    ...(mean ? [paragraph(words.meanIs(label, mean, toldCount(told, top.id, figure.n)))] : []),
    ...choiceBlocks(told, names, top, question, figure),
  ]
}

/** With two decimals, as means are reported. */
function meanRun(told: Told, { id }: ToldUnit, { n, sum }: Figure) {
  const mean = sum === undefined ? undefined : divideDecimals(toDecimal(sum), toDecimal(n), 2)
  return mean && toldFigure(told, id, mean, n)
}

/** More choices than this are read off the table alone. */
const mostBars = 12

/** The table of counts, and the chart of shares. */
function choiceBlocks(
  told: Told,
  names: Names,
  top: ToldUnit,
  question: ReleasedQuestion,
  figure: Figure,
): (TableBlock | ChartBlock)[] {
  const words = surveyWords(told.scope)
  const label = names.question(question.key)
  const lines = names
    .options(question)
    .map((name, at) => ({ name, count: figure.counts[at] ?? 0 }))
    // What lies below a scale that begins at its first value is nobody's answer.
    .filter(({ count }, at) => !(question.isScale && at === 0 && count === 0))
  if (lines.length < 2) return []
  const table: TableBlock = {
    type: 'table',
    caption: captioned(told, words.questionCaption(label)),
    columns: [
      { header: words.choice, weight: 100, align: 'left' },
      { header: words.count, weight: 30, align: 'right' },
      { header: words.share, weight: 30, align: 'right' },
    ],
    rows: [
      ...lines.map(({ name, count }) => ({
        kind: 'row' as const,
        cells: [
          { runs: [{ text: name }] },
          countCell(told, top.id, count, figure.n),
          { runs: [shareRun(told, top.id, count, figure.n)] },
        ],
      })),
      {
        kind: 'total',
        cells: [{ runs: [{ text: told.scope.words.together }] }, countCell(told, top.id, figure.n), { runs: [] }],
      },
    ],
  }
  const chart = barChart({
    caption: captioned(told, words.shareChart(label)),
    preset: told.scope.input.plan.preset,
    heads: [words.choice, words.share],
    bars: lines.map(({ name, count }) => ({
      label: name,
      met: null,
      ...shareValue(told, top, count, figure.n),
    })),
    target: null,
    axisMax: 100,
  })
  return lines.length > mostBars ? [table] : [table, chart]
}

function rankingTable(
  told: Told,
  names: Names,
  top: ToldUnit,
  question: ReleasedQuestion,
  { n, counts }: Figure,
): TableBlock {
  const words = surveyWords(told.scope)
  return {
    type: 'table',
    caption: captioned(told, names.question(question.key)),
    columns: [
      { header: words.choice, weight: 110, align: 'left' },
      { header: words.meanPlace, weight: 50, align: 'right' },
    ],
    rows: names.options(question).map((name, at) => {
      const mean = divideDecimals(toDecimal(counts[at] ?? 0), toDecimal(n), 2)
      return {
        kind: 'row',
        cells: [{ runs: [{ text: name }] }, { runs: mean ? [toldFigure(told, top.id, mean, n)] : [] }],
      }
    }),
  }
}
