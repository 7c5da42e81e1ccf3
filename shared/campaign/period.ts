// A period is the round a form is answered for: a month, a quarter, a half-year or a year. Its id says which.

import * as PlainDate from 'temporal-polyfill/fns/PlainDate'
import type { PeriodId } from '../ids.ts'

export type PeriodSpan = {
  readonly kind: 'month' | 'quarter' | 'half' | 'year'
  readonly year: number
  /** 1-12 for months, 1-4 for quarters, 1-2 for halves, 1 for a year. */
  readonly ordinal: number
  /** First and last day, ISO 8601. */
  readonly start: string
  readonly end: string
}

const kinds = { H: { kind: 'half', months: 6 }, Q: { kind: 'quarter', months: 3 } } as const

/** The days a period covers: "2013-H1" is 2013-01-01 to 2013-06-30. */
export function periodSpan(id: PeriodId): PeriodSpan {
  const [yearText = '', part] = id.split('-')
  const year = Number(yearText)
  const letter = part?.[0]
  const { kind, months, ordinal } =
    part === undefined
      ? { kind: 'year' as const, months: 12, ordinal: 1 }
      : letter === 'H' || letter === 'Q'
        ? { ...kinds[letter], ordinal: Number(part.slice(1)) }
        : { kind: 'month' as const, months: 1, ordinal: Number(part) }
  const start = PlainDate.create(year, (ordinal - 1) * months + 1, 1)
  const end = PlainDate.subtractDays(PlainDate.addMonths(start, months), 1)
  return { kind, year, ordinal, start: PlainDate.toString(start), end: PlainDate.toString(end) }
}

/** Of some periods those before another, of its kind: the earliest first. */
export function earlierPeriods<P extends { readonly id: PeriodId }>(periods: readonly P[], id: PeriodId): P[] {
  const { kind, start } = periodSpan(id)
  return periods
    .map((period) => ({ period, span: periodSpan(period.id) }))
    .filter(({ span }) => span.kind === kind && span.start < start)
    .sort((a, b) => (a.span.start < b.span.start ? -1 : 1))
    .map(({ period }) => period)
}

/** Of some periods the one right before another, of its kind: what its figures are compared with. */
export const previousPeriod = <P extends { readonly id: PeriodId }>(
  periods: readonly P[],
  id: PeriodId,
): P | undefined => earlierPeriods(periods, id).at(-1)
