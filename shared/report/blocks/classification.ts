// Units by classes of one indicator: how many are in each, and which.

import { compareDecimals, toDecimal } from '../../form/decimal.ts'
import { localize } from '../../language.ts'
import { shownShare } from '../../messages/indicator.ts'
import { formatDecimal, formatPercent } from '../../messages/number.ts'
import { compareTo, type Indicator, type Tally } from '../../summary/indicator.ts'
import type { Block, Cell } from '../document.ts'
import type { BlockOf } from '../template.ts'
import { countIn, figure, indicatorsOf, type Line, namesOf, paragraph, type Scope, tallyIn } from './role-scope.ts'

type Class = BlockOf<'classification'>['classes'][number]

/** Nothing where the campaign has no such indicator, or no unit a value of it. */
export function classification(scope: Scope, block: BlockOf<'classification'>): Block[] {
  const { words, language, lines, total } = scope
  const [indicator] = indicatorsOf(scope, { indicators: [block.indicator] })
  const judged =
    indicator && lines.filter(({ summary }) => compareTo(indicator, tallyIn(summary, indicator), '0') !== undefined)
  if (!indicator || !judged || judged.length === 0) return []
  const count = (n: number) => countIn(scope, total, n)
  const classes = block.classes.map((one) => ({
    name: localize(one.name, language),
    reached: thresholdText(scope, indicator, one),
    lines: judged.filter((line) => classOf(block.classes, indicator, tallyIn(line.summary, indicator)) === one),
  }))
  const without = lines.filter((line) => !judged.includes(line))
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
        ...classes.map(({ name, reached, lines: own }) => row(name, reached, own, true)),
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

const classOf = (classes: readonly Class[], indicator: Indicator, tally: Tally): Class | undefined =>
  classes.find(({ from }) => from === undefined || (compareTo(indicator, tally, from) ?? -1) >= 0) ?? classes.at(-1)

function thresholdText({ words, language }: Scope, { format }: Indicator, { from }: Class): string {
  if (from === undefined) return words.theRest
  const least = toDecimal(from)
  const text = format === 'percent' ? formatPercent(least, language) : formatDecimal(least, language)
  // Nothing lies above all.
  return format === 'percent' && compareDecimals(least, toDecimal(1)) === 0 ? text : words.from(text)
}
