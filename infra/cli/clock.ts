// `--now 2026-11-22T12:00:00-07:00`: the instant at which expressions are evaluated, and the offset of clocks there.

import { instantOf, readTime, type Zone } from '../../shared/expression/date.ts'

/** Undefined when the text is not a date and time. Without an offset, UTC. */
export function readClock(text: string): { readonly now: number; readonly zone: Zone } | undefined {
  const offset = readTime(text.split('T')[1] ?? '')?.offset ?? 0
  const zone = () => offset
  const now = instantOf(text, zone)
  return Number.isNaN(now) ? undefined : { now, zone }
}
