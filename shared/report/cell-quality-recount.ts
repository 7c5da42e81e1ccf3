// For tests of the cell-quality report: its figures counted again from the answers, one by one, and what its tables show.

import type { AnswerValue } from '../form/answers.ts'
import type { Indicator } from '../summary/indicator.ts'
import { plain, type Stored } from './cell-quality-fixture.ts'
import type { Cell, TableBlock } from './document.ts'

export const counts = ({ standing: how }: Stored) => how === 'on-time' || how === 'late'

/** Numbers in hundredths, so that nothing here is a float either. */
const hundredths = (value: AnswerValue) => {
  const [whole = '0', fraction = ''] = String(value).split('.')
  return Number(whole) * 100 + Number(fraction.padEnd(2, '0'))
}

/** What some responses add up to, one by one; sums in hundredths. */
function sumsOf({ measure }: Indicator, stored: readonly Stored[]) {
  const sums = { answered: 0, top: 0, bottom: 0 }
  for (const { answers } of stored.filter(counts)) {
    const [a, b] =
      measure.kind === 'ratio'
        ? [answers.get(measure.numerator), answers.get(measure.denominator)]
        : [answers.get(measure.question), 1]
    if (a === undefined || b === undefined) continue
    sums.answered += 1
    sums.top += measure.kind === 'share' ? (a === 'yes' ? 100 : 0) : hundredths(a)
    sums.bottom += hundredths(b)
  }
  return sums
}

/** The indicator over some responses, formatted by hand. */
export function recount(indicator: Indicator, stored: readonly Stored[]): string {
  const { measure, decimals, format } = indicator
  const { answered, top, bottom } = sumsOf(indicator, stored)
  if (answered === 0 || (measure.kind !== 'sum' && bottom === 0)) return '–'
  if (measure.kind === 'sum') return grouped(top / 100)
  if (format === 'percent' && (top === 0 || top === bottom)) return top === 0 ? '0\u00a0%' : '100\u00a0%'
  const scale = 10 ** decimals * (format === 'percent' ? 100 : 1)
  const rounded = Math.floor((2 * top * scale + bottom) / (2 * bottom))
  const whole = Math.floor(rounded / 10 ** decimals)
  const text = `${grouped(whole)},${String(rounded % 10 ** decimals).padStart(decimals, '0')}`
  return format === 'percent' ? `${text}\u00a0%` : text
}

/** Whether the responses meet the target together, in whole numbers. */
export function meets(indicator: Indicator, stored: readonly Stored[]): boolean {
  const { top, bottom } = sumsOf(indicator, stored)
  const due = hundredths(indicator.target?.value ?? 0) * bottom
  return indicator.target?.direction === 'at-most' ? top * 100 <= due : top * 100 >= due
}

/** A table's cell as it must be. */
export function cellOf(indicator: Indicator, stored: readonly Stored[]) {
  const text = recount(indicator, stored)
  if (text === '–') return { text, emphasis: 'missing', responses: undefined }
  const emphasis = indicator.target && (meets(indicator, stored) ? 'met' : 'missed')
  return { text, emphasis, responses: sumsOf(indicator, stored).answered }
}

/** A total's value with the sums that it was made of, where they stand in the table too. */
export function withFraction(indicator: Indicator, stored: readonly Stored[]): string {
  const { top, bottom } = sumsOf(indicator, stored)
  const text = recount(indicator, stored)
  return indicator.measure.kind === 'ratio' && text !== '–'
    ? `${text} (${grouped(top / 100)}/${grouped(bottom / 100)})`
    : text
}

/** What the table of shortfalls shows of a cell that misses a target: what it answered, or the requirement's name. */
export function shortfall(indicator: Indicator, one: Stored): string {
  const { measure } = indicator
  if (measure.kind === 'share') return indicator.shortName.vi
  return measure.kind === 'mean'
    ? String(one.answers.get(measure.question)).replace('.', ',')
    : recount(indicator, [one])
}

/** The cells that miss an indicator's target as the table shows them, and how many it says there are. */
export function missesIn(table: TableBlock | undefined, { shortName }: Indicator) {
  const index = table?.columns.findIndex(({ header }) => header === shortName.vi) ?? -1
  const rows: string[][] = []
  let total: string | undefined
  for (const { kind, cells } of table?.rows ?? []) {
    const texts = cells.map(({ runs }) => plain(runs))
    const others = texts.at(-1)?.split(', ') ?? []
    const text = index < 0 ? others.find((one) => one.startsWith(shortName.vi)) : texts[index]
    if (text === undefined || text === '' || text.endsWith('–')) continue
    if (kind === 'row') rows.push([texts[0] ?? '', text])
    if (kind === 'total') total = index < 0 ? text.replace(`${shortName.vi} `, '') : text
  }
  return { rows, total }
}

/** How many targets a line of the table of shortfalls says are missed. */
export const missesOf = (cells: readonly Cell[]): number =>
  cells
    .slice(1)
    .flatMap(({ runs }) => plain(runs).split(', '))
    .filter((text) => text !== '' && !text.endsWith('–')).length

const grouped = (value: number) => String(value).replace(/\B(?=(\d{3})+(?!\d))/g, '.')
