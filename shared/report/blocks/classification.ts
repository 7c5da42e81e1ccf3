// Units by classes of one indicator: how many are in each, and which.

import { compareDecimals, toDecimal } from '../../form/decimal.ts'
import { localize } from '../../language.ts'
import { shownShare } from '../../messages/indicator.ts'
import { formatDecimal, formatPercent } from '../../messages/number.ts'
import { type Class, classOf, type Indicator } from '../../summary/indicator.ts'
import type { Block, Cell } from '../document.ts'
import type { BlockOf } from '../template.ts'
import { countIn, figure, indicatorsOf, type Line, namesOf, paragraph, type Scope, tallyIn } from './role-scope.ts'

/** Nothing where the campaign has no such indicator, or no unit a value of it. */
export const classification = (scope: Scope, block: BlockOf<'classification'>): Block[] =>
  indicatorsOf(scope, { indicators: [block.indicator] }).flatMap((one) => classified(scope, one, block.classes))

/** For each indicator that carries classes. */
export const classes = (scope: Scope, block: BlockOf<'classes'>): Block[] =>
  indicatorsOf(scope, block).flatMap((one) => (one.classes ? classified(scope, one, one.classes) : []))

function classified(scope: Scope, indicator: Indicator, all: readonly Class[]): Block[] {
  const { words, language, lines, total } = scope
  const placed = lines.map((line) => ({ line, its: classOf(indicator, tallyIn(line.summary, indicator), all) }))
  const judged = placed.filter(({ its }) => its !== undefined)
  if (judged.length === 0) return []
  const count = (n: number) => countIn(scope, total, n)
  const inClass = (wanted: Class | undefined) => placed.flatMap(({ line, its }) => (its === wanted ? [line] : []))
  const without = inClass(undefined)
  const row = (name: string, threshold: string, own: readonly Line[], isJudgedRow: boolean) => ({
    kind: 'row' as const,
    cells: [
      { runs: [{ text: name }] },
      { runs: threshold === '' ? [] : [{ text: threshold }] },
      { runs: [count(own.length).run] },
      isJudgedRow ? share(scope, own.length, judged.length) : { runs: [] },
      {
        runs: [
          {
            text:
              own.length === 0
                ? ''
                : namesOf(
                    scope,
                    own.map(({ unit }) => unit),
                  ),
          },
        ].filter(({ text }) => text),
      },
    ],
  })
  return [
    paragraph(words.classified(localize(indicator.name, language), count(judged.length))),
    {
      type: 'table',
      caption: words.classesCaption(localize(indicator.name, language)).slice(0, 900),
      columns: [
        { header: words.class, weight: 34, align: 'left' },
        { header: words.threshold, weight: 24, align: 'left' },
        { header: words.units, weight: 16, align: 'right' },
        { header: words.rate, weight: 18, align: 'right' },
        { header: words.whichUnits, weight: 68, align: 'left' },
      ],
      rows: [
        ...all.map((one) =>
          row(localize(one.name, language), thresholdText(scope, indicator, one), inClass(one), true),
        ),
        ...(without.length > 0 ? [row(words.unclassified, '', without, false)] : []),
      ],
    },
  ]
}

function share(scope: Scope, some: number, all: number): Cell {
  const value = shownShare(toDecimal(some), toDecimal(all), 1)
  const { total } = scope
  return { runs: value ? [figure(scope, total, value, { responses: total.summary.responses }, 'percent')] : [] }
}

function thresholdText({ words, language }: Scope, { format, target }: Indicator, { from }: Class): string {
  if (from === undefined) return words.theRest
  const least = toDecimal(from)
  const text = format === 'percent' ? formatPercent(least, language) : formatDecimal(least, language)
  if (target?.direction === 'at-most') return words.upTo(text)
  // Nothing lies above all.
  return format === 'percent' && compareDecimals(least, toDecimal(1)) === 0 ? text : words.from(text)
}
