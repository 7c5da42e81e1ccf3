// Who has sent what was expected, and who hasn't.

import { toDecimal } from '../../form/decimal.ts'
import { localize } from '../../language.ts'
import { shownShare } from '../../messages/indicator.ts'
import { periodName } from '../../messages/period.ts'
import type { Block, Cell, Run, TableBlock } from '../document.ts'
import { countIn, figure, type Line, namesOf, noteOf, noValue, paragraph, type Scope, sentence } from './role-scope.ts'

function rate(scope: Scope, line: Line, some: number, all: number): Run {
  const share = shownShare(toDecimal(some), toDecimal(all), 1)
  if (!share) return { text: noValue }
  return figure(scope, line, share, { responses: line.summary.responses }, 'percent')
}

/** That so many of so many have sent what was expected of them. */
export function coverageSentences(scope: Scope): Block[] {
  const { words, language, input, facts, total } = scope
  const expected = total.expected.length
  if (expected === 0) return [sentence(words.noneExpected)]
  const count = (n: number) => countIn(scope, total, n)
  const reported = expected - total.missing.length
  const title = localize(facts.campaign.title, language)
  const { late } = total.summary
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
  ]
}

/** Who has sent nothing, and visits that could not be made. */
export function missing(scope: Scope): Block[] {
  const { words, total } = scope
  if (total.expected.length === 0) return []
  const count = (n: number) => countIn(scope, total, n)
  const { notPossible } = total.summary
  return [
    total.missing.length > 0
      ? paragraph(words.missing(count(total.missing.length), namesOf(scope, total.missing)))
      : sentence(words.noneMissing),
    ...(notPossible > 0 ? [paragraph(words.notPossible(count(notPossible)))] : []),
  ]
}

/** What was expected and came in, unit by unit; nothing where nothing was expected. */
export function coverageTable(scope: Scope): TableBlock[] {
  const { words, lines, total } = scope
  if (total.expected.length === 0) return []
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
  return [
    {
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
    },
  ]
}
