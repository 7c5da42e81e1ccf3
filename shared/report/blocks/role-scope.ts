// What the blocks that read one campaign are written from: its units in lines, each with what was counted there in this period
// and in earlier ones, and the ways to turn a number into a figure that knows where it came from.

import type { SheetLine } from '../../action/sheet.ts'
import { type PlacedUnit, placedUnits } from '../../campaign/progress.ts'
import { addDecimals, type Decimal, decimalText, toDecimal } from '../../form/decimal.ts'
import type { UnitId } from '../../ids.ts'
import type { Language } from '../../language.ts'
import { shownValue } from '../../messages/indicator.ts'
import { type ResultsMessages, resultsMessages } from '../../messages/results.ts'
import type { Count } from '../../messages/sentence.ts'
import { lineOf, standingFor, type Unit, type UnitTree, unitIn } from '../../organisation/unit.ts'
import { emptyTally, type Indicator, indicatorValue, meetsTarget, type Tally } from '../../summary/indicator.ts'
import { emptySummary, mergeAll, type Summary } from '../../summary/summary.ts'
import type { ChartValue } from '../chart-marks.ts'
import type { Block, Cell, FigureNumber, FigureSource, Run } from '../document.ts'
import { figureRun, numberOf } from '../figure-number.ts'
import type { EarlierFacts, Owed, ReportInput, RoleFacts } from '../input.ts'
import type { ReportPeriod } from '../period.ts'

/** What figures are compared with. */
export type Against = 'before' | 'year-before'
export type Compare = 'none' | Against | 'both'

/** A line of the report's tables: a unit of the campaign, or several that stand below one. */
export type Line = {
  readonly unit: Unit
  /** How much of the unit: it alone, it with the closed units in its place, or all below it too. */
  readonly within: FigureSource['within']
  /** The units of the campaign that it stands for. */
  readonly members: ReadonlySet<UnitId>
  /** Units of which answers were expected, and those of them from which nothing counts. */
  readonly expected: readonly Unit[]
  readonly missing: readonly Unit[]
  /** Answers that were expected, and how many of those are there: more from one unit don't make up for another. */
  readonly due: number
  readonly done: number
  readonly summary: Summary
  /** The same units in earlier periods. */
  readonly earlier: Readonly<Record<Against, Summary>>
  /** The same units in each period that is looked at, the report's own as the last; of a longer one, in each that it is made of. */
  readonly periods: readonly { readonly period: ReportPeriod; readonly summary: Summary }[]
  /** What its units still have to put right, of this campaign. */
  readonly actions: readonly SheetLine[]
}

export type Scope = {
  readonly input: ReportInput
  readonly facts: RoleFacts
  readonly role: string
  readonly language: Language
  readonly words: ResultsMessages
  readonly lines: readonly Line[]
  readonly total: Line
}

/** Units one by one up to here; of more, those right below the report's unit stand for theirs. */
const mostUnits = 60

/** Throws where the input has no facts for the role. */
export function scopeOf(input: ReportInput, role: string): Scope {
  const { tree, plan } = input
  const facts = input.facts[role]
  if (!facts) throw new Error(`Report plan ${plan.id} has no campaign for ${role}`)
  const top = standingFor(tree, plan.unitId)
  if (!top) throw new Error(`The unit of report plan ${plan.id} is not in the tree`)
  const round = facts.campaign.periods.find(({ id }) => id === input.period) ?? { id: input.period }
  const placed = placedUnits(tree, facts.units, round, top.id)
  const isOneByOne = placed.length <= mostUnits
  const withinOf = ({ id }: Unit) => (isOneByOne ? 'unit' : id === top.id ? 'place' : undefined)
  const groups = new Map<UnitId, { unit: Unit; members: PlacedUnit[] }>()
  for (const one of placed) {
    const unit = isOneByOne ? one.unit : belowTop(tree, top, one.standing)
    const group = groups.get(unit.id) ?? { unit, members: [] }
    groups.set(unit.id, group)
    group.members.push(one)
  }
  const lines = [...groups.values()]
    .map(({ unit, members }) => counted(facts, input.period, { unit, within: withinOf(unit) }, members))
    // A unit that had nothing to send and sent nothing has no line.
    .filter(({ expected, summary, actions }) => expected.length > 0 || summary.responses > 0 || actions.length > 0)
  const language = plan.language
  const total = counted(facts, input.period, { unit: top, within: undefined }, placed)
  return { input, facts, role, language, words: resultsMessages[language], lines, total }
}

/** The unit right below the top under which another stands; the top itself stands for itself. */
function belowTop(tree: UnitTree, top: Unit, unit: Unit): Unit {
  const line = lineOf(tree, unit.id)
  const id = line[line.indexOf(top.id) - 1]
  return (id && unitIn(tree, id)) ?? top
}

const nothingOwed: Owed = { due: 0, done: 0 }

function counted(
  facts: RoleFacts,
  period: ReportPeriod,
  place: Pick<Line, 'unit' | 'within'>,
  members: readonly PlacedUnit[],
): Line {
  const { summaries, units, sheets = [], history = [] } = facts
  const asked = new Map(units.map(({ unitId, expected }) => [unitId, expected]))
  const ids = new Set(members.map((one) => one.unit.id))
  const responsesOf = (one: PlacedUnit) => summaries.get(one.unit.id)?.responses ?? 0
  const owedBy = (one: PlacedUnit): Owed => {
    if (facts.owed) return facts.owed.get(one.unit.id) ?? nothingOwed
    const expected = one.isExpected ? (asked.get(one.unit.id) ?? 0) : 0
    return { due: expected, done: Math.min(expected, responsesOf(one)) }
  }
  const due = members.filter((one) => owedBy(one).due > 0)
  const merged = (from: ReadonlyMap<UnitId, Summary> | undefined) =>
    mergeAll([...ids].map((id) => from?.get(id) ?? emptySummary))
  return {
    ...place,
    members: ids,
    expected: due.map((one) => one.unit),
    missing: due.filter((one) => responsesOf(one) === 0).map((one) => one.unit),
    due: due.reduce((sum, one) => sum + owedBy(one).due, 0),
    done: due.reduce((sum, one) => sum + owedBy(one).done, 0),
    summary: merged(summaries),
    earlier: { before: merged(facts.before?.summaries), 'year-before': merged(facts.yearBefore?.summaries) },
    periods: (facts.parts ?? [...history, { period, summaries }]).map((one) => ({
      period: one.period,
      summary: merged(one.summaries),
    })),
    actions: sheets
      .filter(({ unitId }) => ids.has(unitId))
      .flatMap(({ open }) => open.filter(({ campaignId }) => campaignId === facts.campaign.id)),
  }
}

/** The campaign's indicators; of those named, the ones it has. */
export const indicatorsOf = ({ facts }: Scope, { indicators }: Chosen = {}): readonly Indicator[] =>
  facts.campaign.indicators.filter(({ id }) => !indicators || indicators.includes(id))
export type Chosen = { readonly indicators?: readonly string[] | undefined }

const earlierIn = ({ facts }: Scope, against: Against): EarlierFacts | undefined =>
  against === 'before' ? facts.before : facts.yearBefore

/** What a block's figures are compared with, as far as there is something. */
export const comparisons = (scope: Scope, compare: Compare): { against: Against; period: ReportPeriod }[] =>
  (['before', 'year-before'] as const).flatMap((against) => {
    const earlier = compare === against || compare === 'both' ? earlierIn(scope, against) : undefined
    return earlier ? [{ against, period: earlier.period }] : []
  })
export const tallyIn = (summary: Summary, { id }: Indicator): Tally => summary.tallies.get(id) ?? emptyTally

/** `responses`: how many of them the figure rests on. */
type Rests = { readonly responses: number; readonly indicator?: Indicator; readonly period?: ReportPeriod }

/** A number with the decimals that are shown; a percentage as a fraction of one. */
export const figure = (
  { input, language, facts }: Scope,
  { unit, within }: Pick<Line, 'unit' | 'within'>,
  value: Decimal,
  { responses, indicator, period = input.period }: Rests,
  format: FigureNumber['format'] = 'number',
): Run =>
  figureRun(numberOf(value, format), language, {
    campaign: facts.campaign.id,
    period,
    unit: unit.id,
    ...(within && { within }),
    ...(indicator && { indicator: indicator.id }),
    responses,
  })

/** A number of units, forms or actions. */
export const countIn = (scope: Scope, line: Line, n: number): Count => ({
  n,
  run: figure(scope, line, toDecimal(n), { responses: line.summary.responses }),
})

export const noValue = '–'
const notStated: Cell = { runs: [{ text: noValue }], emphasis: 'missing' }

/** The indicator's value; undefined where there is none. */
export function valueIn(scope: Scope, line: Line, indicator: Indicator): Run | undefined {
  const tally = tallyIn(line.summary, indicator)
  const value = shownValue(indicator, tally)
  return value && figure(scope, line, value, { responses: tally.responses, indicator }, indicator.format)
}

/** Its value in one of the periods that are looked at, as charts show it; a percentage as so many of a hundred. */
export function chartValue(
  scope: Scope,
  line: Line,
  indicator: Indicator,
  { period, summary }: Line['periods'][number],
): ChartValue {
  const tally = tallyIn(summary, indicator)
  const value = shownValue(indicator, tally)
  if (!value) return { value: null, text: noValue }
  const run = figure(scope, line, value, { responses: tally.responses, indicator, period }, indicator.format)
  const { text, ...from } = run
  const scale = indicator.format === 'percent' ? 100 : 1
  return { value: Number(decimalText(value)) * scale, text, figure: from }
}

/** Its value in an earlier period; undefined where there is none. */
export function valueThen(scope: Scope, line: Line, indicator: Indicator, against: Against): Run | undefined {
  const earlier = earlierIn(scope, against)
  const tally = tallyIn(line.earlier[against], indicator)
  const value = earlier && shownValue(indicator, tally)
  if (!earlier || !value) return undefined
  const { responses } = tally
  return figure(scope, line, value, { responses, indicator, period: earlier.period }, indicator.format)
}

/** "+2,0", "−0,5", "0": between the values as they are printed, so that a reader who subtracts finds the same. */
export function changeSince(scope: Scope, line: Line, indicator: Indicator, against: Against): Run | undefined {
  const now = indicatorValue(indicator, tallyIn(line.summary, indicator))
  const then = earlierIn(scope, against) && indicatorValue(indicator, tallyIn(line.earlier[against], indicator))
  if (!now || !then) return undefined
  const change = addDecimals(now, { ...then, units: -then.units })
  const shown = indicator.format === 'percent' ? inPoints(change) : change
  const { responses } = tallyIn(line.summary, indicator)
  return figure(scope, line, shown, { responses, indicator }, 'change')
}

const inPoints = ({ units, scale }: Decimal): Decimal =>
  scale >= 2 ? { units, scale: scale - 2 } : { units: units * 10n ** BigInt(2 - scale), scale: 0 }

/** A cell with the value, marked by its target; `more` stands behind it. */
export function valueCell(scope: Scope, line: Line, indicator: Indicator, more: readonly Run[] = []): Cell {
  const value = valueIn(scope, line, indicator)
  if (!value) return notStated
  const met = meetsTarget(indicator, tallyIn(line.summary, indicator))
  return { runs: [value, ...more], ...(met === null ? {} : { emphasis: met ? 'met' : 'missed' }) }
}

export const textCell = (run: Run | undefined): Cell => (run ? { runs: [run] } : notStated)

export const paragraph = (runs: readonly Run[]): Block => ({ type: 'paragraph', runs: [...runs] })
export const sentence = (text: string): Block => paragraph([{ text }])

/** More names than anybody reads are counted instead. */
const mostNames = 100
export const namesOf = ({ words }: Scope, units: readonly Unit[]): string =>
  words.named(
    units
      .slice(0, mostNames)
      .map(({ name }) => name)
      .join(', '),
    Math.max(0, units.length - mostNames),
  )

/** A table's note: what has to be said of this table and nothing else. */
export function noteOf(...parts: readonly (readonly [applies: boolean, text: string])[]): { note?: string } {
  const texts = parts.filter(([applies]) => applies).map(([, text]) => text)
  return texts.length > 0 ? { note: texts.join(' ') } : {}
}
