// What the committees themselves inspected and supervised: a sentence for each that gives a figure, and a table of all.
//
// The sentences need to know what the figures mean, so they go by indicator ids: "inspected" and "supervised" (cells out
// of all cells), "cells_inspected", "cells_supervised", "teams", "countries" and "cells_below" (sums). A campaign
// without one of them gets a report without that sentence; the table holds whatever indicators the campaign has.

import { type Count, say } from '../messages/report.ts'
import type { Unit } from '../organisation/unit.ts'
import {
  type Counted,
  countOf,
  indicatorById,
  type Scope,
  summaryAt,
  sumOf,
  tallyAt,
  valueFigure,
} from './cell-quality-scope.ts'
import { indicatorTables } from './cell-quality-tables.ts'
import type { Block, Run } from './document.ts'

/** A sub-part with its heading; the heading's marker follows from what stands before it. */
export type Point = { readonly title: string; readonly blocks: readonly Block[] }

export function committeePoints(scope: Scope): Point[] {
  const { words, committees } = scope
  const points: Point[] = [
    { title: words.inspections, blocks: inspections(scope) },
    { title: words.teams, blocks: teams(scope) },
    { title: words.below, blocks: below(scope) },
    {
      title: words.byCommittee,
      blocks: indicatorTables(scope, committees, committees.facts.campaign.indicators, {
        caption: words.committeesCaption,
        note: words.committeesNote,
        overall: words.total,
      }),
    },
  ]
  return points.filter(({ blocks }) => blocks.length > 0)
}

/** Each committee that has reported, with the committee's unit and not the unit that answered for it. */
const reporting = ({ committees, lines }: Scope): Counted[] =>
  lines.map((unit) => ({ unit, summary: summaryAt(committees, unit) })).filter(({ summary }) => summary.responses > 0)

function inspections(scope: Scope): Block[] {
  const { words, committees } = scope
  const { unit, summary } = committees.total
  const inspected = partOfAll(scope, committees.total, 'inspected')
  const supervised = partOfAll(scope, committees.total, 'supervised')
  const sentences = [
    ...(inspected ? [words.inspectedInAll(inspected)] : []),
    ...(supervised ? [words.supervisedInAll(supervised)] : []),
  ]
  const items = reporting(scope).flatMap((counted) => {
    const parts = inspectionsOf(scope, counted)
    return parts.length > 0 ? [words.ofCommittee(counted.unit.name, parts)] : []
  })
  if (sentences.length === 0 && items.length === 0)
    return summary.responses === 0 && unit ? [{ type: 'paragraph', runs: [{ text: words.noCommittee }] }] : []
  return [
    ...(sentences.length > 0 ? [{ type: 'paragraph' as const, runs: spaced(sentences) }] : []),
    ...(items.length > 0 ? [{ type: 'list' as const, items }] : []),
  ]
}

const spaced = (sentences: readonly (readonly Run[])[]): Run[] =>
  sentences.flatMap((runs, index) => (index === 0 ? runs : say` ${runs}`))

/** "kiểm tra 15/28 chi bộ, đạt 53,6 %", or the bare count where the committee doesn't say how many cells it has. */
function inspectionsOf(scope: Scope, counted: Counted): Run[][] {
  const { words } = scope
  const inspected = partOfAll(scope, counted, 'inspected')
  const inspectedCells = sumAt(scope, counted, 'cells_inspected')
  const supervised = partOfAll(scope, counted, 'supervised')
  const supervisedCells = sumAt(scope, counted, 'cells_supervised')
  return [
    ...(inspected ? [words.inspected(inspected)] : inspectedCells ? [words.inspectedCount(inspectedCells)] : []),
    ...(supervised ? [words.supervised(supervised)] : supervisedCells ? [words.supervisedCount(supervisedCells)] : []),
  ]
}

function teams(scope: Scope): Block[] {
  const { words, committees } = scope
  const all = sumAt(scope, committees.total, 'teams')
  const items = reporting(scope).flatMap((counted) => {
    const own = sumAt(scope, counted, 'teams')
    if (!own) return []
    const cells = sumAt(scope, counted, 'cells_inspected')
    return [words.ofCommittee(counted.unit.name, [words.teamsOf(own, cells, sumAt(scope, counted, 'countries'))])]
  })
  if (!all || items.length === 0) return []
  return listed(words.teamsInAll(committeesWith(scope, 'teams', items.length), all), items)
}

function below(scope: Scope): Block[] {
  const { words, committees } = scope
  const all = sumAt(scope, committees.total, 'cells_below')
  const items = reporting(scope).flatMap((counted) => {
    const cells = sumAt(scope, counted, 'cells_below')
    return cells ? [words.ofCommittee(counted.unit.name, [words.belowOf(cells)])] : []
  })
  if (!all || items.length === 0) return []
  return listed(words.belowInAll(committeesWith(scope, 'cells_below', items.length), all), items)
}

const listed = (runs: Run[], items: Run[][]): Block[] => [
  { type: 'paragraph', runs },
  { type: 'list', items },
]

const committeesWith = (scope: Scope, id: string, n: number): Count =>
  countOf(scope, scope.committees, scope.committees.total, n, indicatorById(scope.committees, id))

function partOfAll(scope: Scope, { unit, summary }: { unit: Unit; summary: Counted['summary'] }, id: string) {
  const { committees } = scope
  const indicator = indicatorById(committees, id)
  if (!indicator) return undefined
  const tally = tallyAt(summary, indicator)
  const rate = valueFigure(scope, committees, unit, indicator, tally)
  if (!rate) return undefined
  const part = sumOf(scope, committees, unit, indicator, tally, 'numerator')
  const whole = sumOf(scope, committees, unit, indicator, tally, 'denominator')
  return { part: part.run, whole, rate }
}

/** A sum; undefined where nobody gave the figure. */
function sumAt(scope: Scope, { unit, summary }: Counted, id: string): Count | undefined {
  const indicator = indicatorById(scope.committees, id)
  if (!indicator) return undefined
  const tally = tallyAt(summary, indicator)
  return tally.responses > 0 ? sumOf(scope, scope.committees, unit, indicator, tally, 'numerator') : undefined
}
