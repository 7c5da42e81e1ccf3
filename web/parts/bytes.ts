// Sizes of files as people read them.

import { toDecimal } from '../../shared/form/decimal.ts'
import type { Language } from '../../shared/language.ts'
import { formatDecimal } from '../../shared/messages/number.ts'

const kilo = 1_024

/** "812 KB", "3,2 MB": of at least 1 KB. */
export function bytesText(bytes: number, language: Language): string {
  const units = ['KB', 'MB', 'GB']
  let value = Math.max(bytes / kilo, 1)
  while (value >= 1_000 && units.length > 1) {
    value /= kilo
    units.shift()
  }
  const text = value >= 10 || units[0] === 'KB' ? String(Math.round(value)) : value.toFixed(1)
  return `${formatDecimal(toDecimal(text), language)}\u00a0${units[0]}`
}
