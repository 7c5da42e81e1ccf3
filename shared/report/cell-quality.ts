// The report on the quality of cells: the outline of the half-yearly reports it replaces, filled from two campaigns, a
// survey of cells and the reports of their committees. I results (1 direction: 1.1 the unit itself, 1.2 the committees
// below; 2 what was reached; 3 difficulties), II the year's programme and plan, III assessment, IV tasks.
//
// Everything is generated from figures. What only the office can write - how it led, its own plan for the year, causes -
// has no place here: a heading with nothing below it helps nobody. The office adds it before the report is issued.

import { periodSpan } from '../campaign/period.ts'
import { asId, PeriodId } from '../ids.ts'
import { periodName } from '../messages/period.ts'
import { committeePoints, type Point } from './cell-quality-committees.ts'
import { coverage, everybodyReached, methodNote, missingUnits } from './cell-quality-coverage.ts'
import { results, yearPlan } from './cell-quality-results.ts'
import { type Scope, scopeOf } from './cell-quality-scope.ts'
import { shortcomings, strengths, targetsMissed, tasks } from './cell-quality-shortfalls.ts'
import type { Block } from './document.ts'
import type { CellQualityInput } from './input.ts'

export function cellQuality(input: CellQualityInput): Block[] {
  const scope = scopeOf(input)
  const { words, language } = scope
  const period = periodName(input.period, language)
  const blocks = [
    heading(1, 'I-', words.results(period)),
    ...resultsPart(scope),
    ...part('II-', words.yearPlan, yearPlan(scope), words.nothingToAssess),
    ...part(
      'III-',
      words.assessment,
      [
        { title: words.strengths, blocks: [...everybodyReached(scope), ...strengths(scope)] },
        { title: words.shortcomings, blocks: shortcomings(scope) },
      ],
      words.nothingToAssess,
    ),
    heading(1, 'IV-', words.tasks(periodName(nextPeriod(input.period), language))),
    ...tasks(scope),
    heading(2, '', words.method),
    ...methodNote(scope),
  ]
  return numbered(scope, blocks)
}

function resultsPart(scope: Scope): Block[] {
  const { words, cells } = scope
  const difficulties = [...missingUnits(scope), ...targetsMissed(scope)]
  return [
    heading(2, '1.', words.leadership),
    heading(3, '1.1.', cells.total.unit.name),
    ...coverage(scope),
    heading(3, '1.2.', words.committeesBelow),
    ...committeePoints(scope).flatMap(({ title, blocks }, index) => [
      heading(4, `${'abcdefgh'[index] ?? ''})`, title),
      ...blocks,
    ]),
    heading(2, '2.', words.achieved),
    ...results(scope),
    ...(difficulties.length > 0 ? [heading(2, '3.', words.difficulties), ...difficulties] : []),
  ]
}

/** A part with its numbered points, or with one sentence where there is nothing to write them from. */
function part(marker: string, title: string, points: readonly Point[], empty: string): Block[] {
  const filled = points.filter(({ blocks }) => blocks.length > 0)
  return [
    heading(1, marker, title),
    ...filled.flatMap((point, index) => [heading(2, `${index + 1}.`, point.title), ...point.blocks]),
    ...(filled.length === 0 ? [{ type: 'paragraph' as const, runs: [{ text: empty }] }] : []),
  ]
}

const heading = (level: 1 | 2 | 3 | 4, marker: string, text: string): Block => ({
  type: 'heading',
  level,
  marker,
  text,
})

/** Tables and charts are numbered in the order in which they stand. */
function numbered({ words }: Scope, blocks: readonly Block[]): Block[] {
  const place = (block: Block) => blocks.filter(({ type }) => type === block.type).indexOf(block) + 1
  return blocks.map((block) => {
    if (block.type === 'table') return { ...block, caption: words.table(place(block), block.caption) }
    if (block.type === 'chart') return { ...block, caption: words.chart(place(block), block.caption) }
    return block
  })
}

/** The period of the same kind that follows. */
function nextPeriod(id: PeriodId): PeriodId {
  const { kind, year, ordinal } = periodSpan(id)
  const last = { year: 1, half: 2, quarter: 4, month: 12 }[kind]
  const [nextYear, next] = ordinal === last ? [year + 1, 1] : [year, ordinal + 1]
  const name = { year: '', half: `-H${next}`, quarter: `-Q${next}`, month: `-${String(next).padStart(2, '0')}` }[kind]
  return asId(PeriodId, `${String(nextYear).padStart(4, '0')}${name}`)
}
