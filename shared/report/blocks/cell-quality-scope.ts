// What the parts of the cell-quality report are written from: the campaigns' summaries by unit and by committee, and
// the ways to turn a number into a figure that knows where it came from.

import type { CampaignUnit } from '../../campaign/campaign.ts'
import { type Progress, placedUnits, progressOf } from '../../campaign/progress.ts'
import { type Decimal, toDecimal } from '../../form/decimal.ts'
import type { UnitId } from '../../ids.ts'
import { type Language, localize } from '../../language.ts'
import { isAll, shownShare, shownValue, targetValue } from '../../messages/indicator.ts'
import { type ReportMessages, reportMessages } from '../../messages/report.ts'
import type { Count } from '../../messages/sentence.ts'
import { ancestorAt, standingFor, type Unit, type UnitTree } from '../../organisation/unit.ts'
import { emptyTally, type Indicator, meetsTarget, type Tally } from '../../summary/indicator.ts'
import { emptySummary, mergeAll, type Summary } from '../../summary/summary.ts'
import type { Cell, FigureNumber, FigureSource, Run } from '../document.ts'
import { figureRun, numberOf } from '../figure-number.ts'
import type { CampaignFacts, ReportInput } from '../input.ts'
import type { ReportPeriod } from '../period.ts'

/** How much of a unit a figure is of (document.ts). */
type Place = Pick<FigureSource, 'within'> & { readonly unit: Unit }

/** A unit with what was counted in it, or in all units below it. */
export type Counted = Place & { readonly summary: Summary }

/** One of the two campaigns, as far as the report's unit covers it. */
export type Part = {
  readonly facts: CampaignFacts
  /** What a committee's level is called. */
  readonly level: string
  readonly progress: Progress
  readonly total: Counted
  /** Each unit that has reported, in the order of the tree. */
  readonly reported: readonly Counted[]
  /** Each committee's units together. */
  readonly byCommittee: ReadonlyMap<UnitId, Summary>
}

export type Scope = {
  readonly input: ReportInput
  readonly language: Language
  readonly words: ReportMessages
  readonly cells: Part
  readonly committees: Part
  /** The lines of every table: committees that are asked or have cells that are, in the order of the tree. */
  readonly lines: readonly Unit[]
}

export function scopeOf(input: ReportInput): Scope {
  const { tree, plan } = input
  const facts = factsOf(input)
  const top = standingFor(tree, plan.unitId)
  if (!top) throw new Error(`The unit of report plan ${plan.id} is not in the tree`)
  const level = committeeLevel(tree, facts.committees.units, top)
  const place = { tree, top, level, period: input.period }
  const cells = partOf(facts.cells, place)
  const committees = partOf(facts.committees, place)
  const named = new Set([...cells.progress.groups, ...committees.progress.groups].map(({ unit }) => unit.id))
  return {
    input,
    language: plan.language,
    words: reportMessages[plan.language],
    cells,
    committees,
    lines: [...tree.units.values()].filter(({ id }) => named.has(id)),
  }
}

function factsOf({ facts, plan }: ReportInput) {
  const { cells, committees } = facts
  if (!cells || !committees) throw new Error(`Report plan ${plan.id} lacks a campaign of cells or of committees`)
  return { cells, committees }
}

/** The organisation's own word for the level of those who report for a committee. */
function committeeLevel(tree: UnitTree, units: readonly CampaignUnit[], top: Unit): string {
  const first = units.map(({ unitId }) => tree.units.get(unitId)).find((unit) => unit !== undefined)
  const below = (tree.children.get(top.id) ?? []).map((id) => tree.units.get(id)).find((unit) => unit !== undefined)
  return (first ?? below ?? top).level
}

type Placing = { readonly tree: UnitTree; readonly top: Unit; readonly level: string; readonly period: ReportPeriod }

function partOf(facts: CampaignFacts, { tree, top, level, period: id }: Placing): Part {
  const period = facts.campaign.periods.find((one) => one.id === id) ?? { id }
  const counted = placedUnits(tree, facts.units, period, top.id).map(({ unit, standing }) => ({
    unit,
    within: 'unit' as const,
    standing,
    summary: facts.summaries.get(unit.id) ?? emptySummary,
  }))
  const groups = new Map<UnitId, Summary[]>()
  for (const { unit, standing, summary } of counted) {
    const committee = ancestorAt(tree, unit.id, level) ?? standing
    const group = groups.get(committee.id) ?? []
    group.push(summary)
    groups.set(committee.id, group)
  }
  return {
    facts,
    level,
    progress: progressOf(tree, facts.units, facts.summaries, { period, top: top.id, level }),
    total: { unit: top, summary: mergeAll(counted.map(({ summary }) => summary)) },
    reported: counted.filter(({ summary }) => summary.responses > 0),
    byCommittee: new Map([...groups].map(([id, summaries]) => [id, mergeAll(summaries)])),
  }
}

/** A line of the tables: a committee with all that is asked below it; a unit that is below none stands for itself. */
export const countedAt = (part: Part, unit: Unit): Counted => ({
  unit,
  ...(unit.level === part.level ? {} : { within: 'place' as const }),
  summary: summaryAt(part, unit),
})

const summaryAt = (part: Part, committee: Unit): Summary => part.byCommittee.get(committee.id) ?? emptySummary
export const tallyAt = (summary: Summary, indicator: Indicator): Tally =>
  summary.tallies.get(indicator.id) ?? emptyTally
export const indicatorById = (part: Part, id: string): Indicator | undefined =>
  part.facts.campaign.indicators.find((indicator) => indicator.id === id)

// --- figures ---

/** `responses`: how many of them the figure rests on. */
type Rests = { readonly responses: number; readonly indicator?: Indicator }

export const sourceOf = (
  { input }: Scope,
  part: Part,
  { unit, within }: Place,
  { responses, indicator }: Rests,
): FigureSource => ({
  campaign: part.facts.campaign.id,
  period: input.period,
  unit: unit.id,
  ...(within && { within }),
  ...(indicator && { indicator: indicator.id }),
  responses,
})

/** A number with the decimals that are shown; a percentage as a fraction of one. */
export const figure = (
  scope: Scope,
  part: Part,
  place: Place,
  value: Decimal,
  rests: Rests,
  format: FigureNumber['format'] = 'number',
): Run => figureRun(numberOf(value, format), scope.language, sourceOf(scope, part, place, rests))

/** A number of units or responses. */
export const countOf = (scope: Scope, part: Part, at: Counted, n: number, indicator?: Indicator): Count => ({
  n,
  run: figure(scope, part, at, toDecimal(n), {
    responses: indicator ? tallyAt(at.summary, indicator).responses : at.summary.responses,
    ...(indicator && { indicator }),
  }),
})

/** One of the sums an indicator is made of. */
export function sumOf(
  scope: Scope,
  part: Part,
  place: Place,
  indicator: Indicator,
  tally: Tally,
  side: 'numerator' | 'denominator',
): Count {
  return {
    n: Number(tally[side].units) / 10 ** tally[side].scale,
    run: figure(scope, part, place, tally[side], { responses: tally.responses, indicator }),
  }
}

/** The indicator's value as a figure; undefined where there is none. */
export function valueFigure(
  scope: Scope,
  part: Part,
  place: Place,
  indicator: Indicator,
  tally: Tally,
): Run | undefined {
  const value = shownValue(indicator, tally)
  return value && figure(scope, part, place, value, { responses: tally.responses, indicator }, indicator.format)
}

/** The share of a number of units in another, as a figure. */
export function rateOf(scope: Scope, part: Part, at: Counted, some: number, all: number): Run {
  const share = shownShare(toDecimal(some), toDecimal(all), 1)
  if (!share) return { text: noValue }
  return figure(scope, part, at, share, { responses: at.summary.responses }, 'percent')
}

/** What stands where something has come in and the figure is not in it: not 0. */
export const noValue = '–'
const notStatedCell: Cell = { runs: [{ text: noValue }], emphasis: 'missing' }
export const isNotStated = ({ runs }: Cell): boolean => runs.some(({ text }) => text.endsWith(noValue))
/** What stands where there is nothing to ask for; the table's note says why. */
export const blankCell: Cell = { runs: [] }

/** A table's note: what has to be said of this table and nothing else. */
export function noteOf(...parts: readonly (readonly [applies: boolean, text: string])[]): { note?: string } {
  const texts = parts.filter(([applies]) => applies).map(([, text]) => text)
  return texts.length > 0 ? { note: texts.join(' ') } : {}
}

/** A cell of a table: the value, coloured by its target. */
export function valueCell(scope: Scope, part: Part, at: Counted, indicator: Indicator): Cell {
  const tally = tallyAt(at.summary, indicator)
  const value = valueFigure(scope, part, at, indicator, tally)
  if (!value) return notStatedCell
  const met = meetsTarget(indicator, tally)
  return met === null ? { runs: [value] } : { runs: [value], emphasis: met ? 'met' : 'missed' }
}

// --- words about targets and names ---

/** "từ 12 trở lên", for a sentence; empty where there is no target. */
export function targetText({ words, language }: Scope, indicator: Indicator): string {
  const value = targetValue(indicator, language)
  if (!indicator.target || value === undefined) return ''
  if (isAll(indicator)) return value
  return indicator.target.direction === 'at-least' ? words.atLeast(value) : words.atMost(value)
}

export const nameOf = (scope: Scope, indicator: Indicator): string => localize(indicator.name, scope.language)

/** More names than anybody reads are counted instead. */
const mostNames = 60
export const namesOf = ({ words }: Scope, units: readonly Unit[]): string =>
  words.named(
    units
      .slice(0, mostNames)
      .map(({ name }) => name)
      .join(', '),
    Math.max(0, units.length - mostNames),
  )
