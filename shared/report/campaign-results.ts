// The report on the results of any campaign: what came in and from whom it didn't, its indicators together and by unit with
// target and change, who leads and who needs attention, and what is still to be put right. Everything is made of summaries and
// sheets of actions. What only the office can write has no heading here; it adds it before the report is issued.

import { daysLate } from '../action/climb.ts'
import { periodState } from '../campaign/campaign.ts'
import { periodSpan } from '../campaign/period.ts'
import { toDecimal } from '../form/decimal.ts'
import type { PeriodId } from '../ids.ts'
import { localize } from '../language.ts'
import { shownShare } from '../messages/indicator.ts'
import { formatMoment } from '../messages/number.ts'
import { periodName } from '../messages/period.ts'
import { dayOf } from '../organisation/day.ts'
import { distributionCharts, trendCharts } from './campaign-results-charts.ts'
import { byUnitTables, overallTable } from './campaign-results-indicators.ts'
import { rankings } from './campaign-results-ranking.ts'
import {
  countIn,
  figure,
  indicatorsOf,
  type Line,
  namesOf,
  noteOf,
  noValue,
  type Scope,
  scopeOf,
} from './campaign-results-scope.ts'
import type { Block, Cell, Run, TableBlock } from './document.ts'
import type { CampaignResultsInput } from './input.ts'

export function campaignResults(input: CampaignResultsInput): Block[] {
  const scope = scopeOf(input)
  const { words } = scope
  const ranked = rankings(scope)
  return numbered(scope, [
    heading(1, 'I-', words.coverage),
    ...coverage(scope),
    heading(1, 'II-', words.indicators),
    ...indicatorParts(scope, ranked),
    heading(1, 'III-', words.actions),
    ...actions(scope),
    heading(2, '', words.method),
    ...method(scope),
  ])
}

const heading = (level: 1 | 2, marker: string, text: string): Block => ({ type: 'heading', level, marker, text })
const paragraph = (runs: readonly Run[]): Block => ({ type: 'paragraph', runs: [...runs] })
const sentence = (text: string): Block => paragraph([{ text }])

/** Tables and charts are numbered in the order in which they stand. */
function numbered({ words }: Scope, blocks: readonly Block[]): Block[] {
  const counts = { table: 0, chart: 0 }
  return blocks.map((block) => {
    if (block.type !== 'table' && block.type !== 'chart') return block
    counts[block.type] += 1
    return { ...block, caption: words[block.type](counts[block.type], block.caption).slice(0, 1_000) }
  })
}

// --- what came in ---

function rate(scope: Scope, line: Line, some: number, all: number): Run {
  const share = shownShare(toDecimal(some), toDecimal(all), 1)
  if (!share) return { text: noValue }
  return figure(scope, line, share, { responses: line.summary.responses }, 'percent')
}

function coverage(scope: Scope): Block[] {
  const { words, language, input, total } = scope
  const expected = total.expected.length
  if (expected === 0) return [sentence(words.noneExpected)]
  const count = (n: number) => countIn(scope, total, n)
  const reported = expected - total.missing.length
  const title = localize(input.facts.results.campaign.title, language)
  const { late, notPossible } = total.summary
  return [
    paragraph([
      ...words.reached(
        title,
        periodName(input.period, language),
        count(reported),
        count(expected),
        rate(scope, total, reported, expected),
      ),
      ...words.received(count(total.done), count(total.due), count(late)),
    ]),
    total.missing.length > 0
      ? paragraph(words.missing(count(total.missing.length), namesOf(scope, total.missing)))
      : sentence(words.noneMissing),
    ...(notPossible > 0 ? [paragraph(words.notPossible(count(notPossible)))] : []),
    coverageTable(scope),
  ]
}

function coverageTable(scope: Scope): TableBlock {
  const { words, lines, total } = scope
  const cells = (line: Line, name: string): Cell[] => [
    { runs: [{ text: name }] },
    ...[line.due, line.done].map((n): Cell => ({ runs: [countIn(scope, line, n).run] })),
    {
      runs: [rate(scope, line, line.done, line.due)],
      ...(line.done < line.due ? { emphasis: 'missed' as const } : {}),
    },
    ...[line.summary.late, line.summary.returned, line.summary.waiting].map(
      (n): Cell => ({ runs: n === 0 ? [] : [countIn(scope, line, n).run] }),
    ),
  ]
  const column = (header: string, weight: number) => ({ header, weight, align: 'right' as const })
  return {
    type: 'table',
    caption: words.coverageCaption,
    columns: [
      { header: words.unit, weight: 58, align: 'left' },
      column(words.due, 18),
      column(words.done, 16),
      column(words.rate, 18),
      column(words.late, 16),
      column(words.returned, 17),
      column(words.waiting, 17),
    ],
    rows: [
      ...lines.map((line) => ({ kind: 'row' as const, cells: cells(line, line.unit.name) })),
      { kind: 'total', cells: cells(total, words.total) },
    ],
    ...noteOf([total.done < total.due, words.shortNote]),
  }
}

// --- indicators ---

function indicatorParts(scope: Scope, ranked: readonly Run[][]): Block[] {
  const { words, total } = scope
  if (indicatorsOf(scope).length === 0) return [sentence(words.noIndicators)]
  if (total.summary.responses === 0) return [sentence(words.nothingIn)]
  const parts: [string, Block[]][] = [
    [words.overall, [overallTable(scope)]],
    [words.byUnit, byUnitTables(scope)],
    [words.ranking, ranked.length > 0 ? [{ type: 'list', items: ranked.map((one) => [...one]) }] : []],
    [words.trend, trendCharts(scope)],
    [words.distribution, distributionCharts(scope)],
  ]
  return parts
    .filter(([, blocks]) => blocks.length > 0)
    .flatMap(([title, blocks], index) => [heading(2, `${index + 1}.`, title), ...blocks])
}

// --- what is still to be put right ---

function actions(scope: Scope): Block[] {
  const { words, lines, total, input, language } = scope
  const today = dayOf(input.asOf, input.timeZone)
  const openIn = (line: Line) => line.actions.filter(({ state }) => state === 'open')
  const lateIn = (line: Line) => openIn(line).map((one) => daysLate(one, today))
  const overdue = (line: Line) => lateIn(line).filter((days) => days > 0).length
  const reportedIn = (line: Line) => line.actions.filter(({ state }) => state === 'done').length
  const concerned = lines.filter(({ actions: own }) => own.length > 0)
  if (concerned.length === 0) return [sentence(words.noActions)]
  const units = new Set(total.actions.map(({ unitId }) => unitId)).size
  const count = (n: number) => countIn(scope, total, n)
  const cells = (line: Line, name: string): Cell[] => {
    const longest = Math.max(0, ...lateIn(line))
    const since = earliest(line.actions.map(({ periodId }) => periodId))
    const number = (n: number): Cell => ({ runs: n === 0 ? [] : [countIn(scope, line, n).run] })
    return [
      { runs: [{ text: name }] },
      number(openIn(line).length),
      { ...number(overdue(line)), ...(overdue(line) > 0 ? { emphasis: 'missed' as const } : {}) },
      number(longest),
      { runs: since ? [{ text: periodName(since, language) }] : [] },
      number(reportedIn(line)),
    ]
  }
  return [
    paragraph(
      words.actionsOpen(count(openIn(total).length), count(units), count(overdue(total)), count(reportedIn(total))),
    ),
    {
      type: 'table',
      caption: words.actionsCaption,
      columns: [
        { header: words.unit, weight: 54, align: 'left' },
        { header: words.open, weight: 16, align: 'right' },
        { header: words.overdue, weight: 18, align: 'right' },
        { header: words.longest, weight: 24, align: 'right' },
        { header: words.since, weight: 30, align: 'left' },
        { header: words.reported, weight: 18, align: 'right' },
      ],
      rows: [
        ...concerned.map((line) => ({ kind: 'row' as const, cells: cells(line, line.unit.name) })),
        { kind: 'total', cells: cells(total, words.total) },
      ],
    },
  ]
}

const earliest = (periods: readonly PeriodId[]): PeriodId | undefined =>
  [...periods].sort((a, b) => (periodSpan(a).start < periodSpan(b).start ? -1 : 1))[0]

// --- where the figures come from ---

function method(scope: Scope): Block[] {
  const { words, language, input, total } = scope
  const { campaign } = input.facts.results
  const moment = (iso: string) => formatMoment(iso, language, input.timeZone)
  const period = campaign.periods.find(({ id }) => id === input.period)
  const state = period && periodState(period, input.asOf)
  const { responses, uncounted, quarantined } = total.summary
  const count = (n: number) => countIn(scope, total, n)
  const reporting = input.facts.results.units.filter(
    ({ unitId }) => (input.facts.results.summaries.get(unitId)?.responses ?? 0) > 0,
  ).length
  const open = period?.closesAt ? words.stillOpen(moment(period.closesAt)) : words.stillOpenByHand
  return [
    paragraph(words.asOf(moment(input.asOf), count(responses), count(reporting))),
    ...(state === 'early' || state === 'open' ? [sentence(open)] : []),
    sentence(words.figures[campaign.figures]),
    ...(uncounted + quarantined > 0 ? [paragraph(words.kept(count(uncounted), count(quarantined)))] : []),
    ...(indicatorsOf(scope).length > 0 && !input.facts.before ? [sentence(words.noBefore)] : []),
    sentence(words.rounding),
  ]
}
