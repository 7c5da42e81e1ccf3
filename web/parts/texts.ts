// Small decisions about texts that several pages share.

import { type Decimal, divideDecimals, toDecimal } from '../../shared/form/decimal.ts'
import type { Language, LocalText } from '../../shared/language.ts'
import { formatPercent } from '../../shared/messages/number.ts'

/** The language of a text that was never translated, for its lang attribute; undefined where it is the page's own. */
export const langOf = (text: LocalText, language: Language): 'vi' | undefined =>
  language !== 'vi' && text[language] === undefined ? 'vi' : undefined

/** What people read out over the telephone: the first group of a response's id. */
export const shortNumber = (id: string): string => id.slice(0, 8).toUpperCase()

/** "63,8 %", or a dash where nothing is expected. */
export function rate(part: number, whole: number, language: Language): string {
  const fraction: Decimal | undefined = divideDecimals(toDecimal(part), toDecimal(whole), 3)
  return fraction ? formatPercent(fraction, language) : '–'
}
