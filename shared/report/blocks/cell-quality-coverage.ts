// Who has been reached and who hasn't: the sentences and the table on coverage, the units still missing, and the note on
// what was counted.

import { toDecimal } from '../../form/decimal.ts'
import { localize } from '../../language.ts'
import { formatMoment } from '../../messages/number.ts'
import { periodName } from '../../messages/period.ts'
import { type Count, joined } from '../../messages/sentence.ts'
import type { Unit } from '../../organisation/unit.ts'
import type { Block, Cell, TableBlock } from '../document.ts'
import {
  blankCell,
  countedAt,
  countOf,
  figure,
  namesOf,
  noteOf,
  type Part,
  rateOf,
  type Scope,
  sourceOf,
} from './cell-quality-scope.ts'

const reachedIn = (scope: Scope, part: Part) => {
  const { expected, reported } = part.progress
  return {
    reported: countOf(scope, part, part.total, reported),
    expected: countOf(scope, part, part.total, expected),
    rate: rateOf(scope, part, part.total, reported, expected),
  }
}

export function coverage(scope: Scope): Block[] {
  const { words, cells, committees, language, input } = scope
  const title = (part: Part) => localize(part.facts.campaign.title, language)
  return [
    {
      type: 'paragraph',
      runs: joined(
        [
          words.cellsCovered(title(cells), periodName(input.period, language), reachedIn(scope, cells)),
          words.committeesCovered(title(committees), reachedIn(scope, committees)),
        ],
        ' ',
      ),
    },
    coverageTable(scope),
  ]
}

function coverageTable(scope: Scope): TableBlock {
  const { words, cells, committees, lines } = scope
  const expectedOf = (unit: Unit) => cells.progress.groups.find((group) => group.unit.id === unit.id)
  const isAsked = (unit: Unit) => committees.progress.groups.some((group) => group.unit.id === unit.id)
  const total = reachedIn(scope, cells)
  const reports = reachedIn(scope, committees)
  return {
    type: 'table',
    caption: words.coverageCaption,
    columns: [
      { header: words.committee, weight: 80, align: 'left' },
      { header: words.cellsExpected, weight: 21, align: 'right' },
      { header: words.cellsReached, weight: 17, align: 'right' },
      { header: words.rate, weight: 17, align: 'right' },
      { header: words.ownReport, weight: 25, align: 'center' },
    ],
    rows: [
      ...lines.map((unit) => ({
        kind: 'row' as const,
        cells: [
          { runs: [{ text: unit.name }] },
          ...cellsOf(scope, unit, expectedOf(unit)),
          isAsked(unit) ? reportCell(scope, unit) : blankCell,
        ],
      })),
      {
        kind: 'total',
        cells: [
          { runs: [{ text: words.total }] },
          { runs: [total.expected.run] },
          { runs: [total.reported.run] },
          { runs: [total.rate] },
          { runs: [reports.reported.run, { text: '/' }, reports.expected.run] },
        ],
      },
    ],
    ...noteOf(
      [lines.some((unit) => !expectedOf(unit)), words.noCellsNote],
      [lines.some((unit) => !isAsked(unit)), words.notAskedNote],
    ),
  }
}

function cellsOf(scope: Scope, unit: Unit, group: Part['progress']['groups'][number] | undefined): Cell[] {
  if (!group) return [blankCell, blankCell, blankCell]
  const { cells } = scope
  const counted = countedAt(cells, unit)
  return [
    { runs: [countOf(scope, cells, counted, group.expected).run] },
    { runs: [countOf(scope, cells, counted, group.reported).run] },
    { runs: [rateOf(scope, cells, counted, group.reported, group.expected)] },
  ]
}

function reportCell(scope: Scope, unit: Unit): Cell {
  const { words, committees } = scope
  const counted = countedAt(committees, unit)
  const { responses } = counted.summary
  const text = responses > 0 ? words.sent : words.notSent
  return {
    runs: [{ text, source: sourceOf(scope, committees, counted, { responses }) }],
    ...(responses === 0 && { emphasis: 'missing' as const }),
  }
}

/** That everybody has been reached; nothing where somebody hasn't. */
export function everybodyReached(scope: Scope): Block[] {
  const { words, cells, committees } = scope
  const isReached = ({ progress }: Part) => progress.expected > 0 && progress.missing.length === 0
  const all = (part: Part) => countOf(scope, part, part.total, part.progress.expected)
  const sentences = [
    ...(isReached(cells) ? [words.allReached(all(cells))] : []),
    ...(isReached(committees) ? [words.allReported(all(committees))] : []),
  ]
  return sentences.length > 0 ? [{ type: 'paragraph', runs: joined(sentences, ' ') }] : []
}

/** What is still to come, committee by committee. */
export function missingUnits(scope: Scope): Block[] {
  return [...missingCells(scope), ...missingCommittees(scope)]
}

function missingCells(scope: Scope): Block[] {
  const { words, cells } = scope
  const { expected, missing, groups } = cells.progress
  if (missing.length === 0) return []
  const all = countOf(scope, cells, cells.total, expected)
  return [
    { type: 'paragraph', runs: words.cellsMissing(countOf(scope, cells, cells.total, missing.length), all) },
    {
      type: 'list',
      items: groups
        .filter((group) => group.missing.length > 0)
        .map(({ unit, expected: due, missing: late }) => {
          const counted = countedAt(cells, unit)
          const numbers = [countOf(scope, cells, counted, late.length), countOf(scope, cells, counted, due)] as const
          return words.missingIn(unit.name, ...numbers, namesOf(scope, late))
        }),
    },
  ]
}

function missingCommittees(scope: Scope): Block[] {
  const { words, committees } = scope
  const { expected, missing } = committees.progress
  if (missing.length === 0) return []
  const all = countOf(scope, committees, committees.total, expected)
  const late = countOf(scope, committees, committees.total, missing.length)
  return [{ type: 'paragraph', runs: words.committeesMissing(late, all, namesOf(scope, missing)) }]
}

/** When the figures were read, from what, and what was kept without being counted. */
export function methodNote(scope: Scope): Block[] {
  const { words, cells, committees, input, language } = scope
  const responses = (part: Part) => countOf(scope, part, part.total, part.total.summary.responses)
  const kept = (part: Part, of: 'late' | 'uncounted' | 'quarantined'): Count => {
    const n = part.total.summary[of]
    return { n, run: figure(scope, part, part.total, toDecimal(n), { responses: n }) }
  }
  const notCounted = (part: Part) =>
    words.notCounted(
      localize(part.facts.campaign.title, language),
      kept(part, 'late'),
      kept(part, 'uncounted'),
      kept(part, 'quarantined'),
    )
  const isKept = ({ total }: Part) => total.summary.late + total.summary.uncounted + total.summary.quarantined > 0
  const keptIn = [cells, committees].filter(isKept)
  const moment = formatMoment(input.asOf, language, input.timeZone)
  const asOf = words.asOf(moment, responses(cells), responses(committees))
  return [
    {
      type: 'paragraph',
      runs: joined([asOf, ...(keptIn.length > 0 ? [] : [words.allCounted])], ' '),
    },
    ...(keptIn.length > 0 ? [{ type: 'list' as const, items: keptIn.map(notCounted) }] : []),
    { type: 'paragraph', runs: [{ text: words.rounding }] },
  ]
}
