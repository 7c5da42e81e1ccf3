// Small decisions about texts that several pages share.

import { toDecimal } from '../../shared/form/decimal.ts'
import type { Language, LocalText } from '../../shared/language.ts'
import { shareText } from '../../shared/messages/indicator.ts'

/** The language of a text that was never translated, for its lang attribute; undefined where it is the page's own. */
export const langOf = (text: LocalText, language: Language): 'vi' | undefined =>
  language !== 'vi' && text[language] === undefined ? 'vi' : undefined

/** A unit's name with its number kept on the same line: "Chi bộ Sông Lô 2". */
export const unitName = (name: string): string => name.replace(/ (?=\d)/g, '\u00a0')

/** What people read out over the telephone: the first group of a response's id. */
export const shortNumber = (id: string): string => id.slice(0, 8).toUpperCase()

/** "63,8 %", or a dash where nothing is expected. */
export const rate = (part: number, whole: number, language: Language): string =>
  shareText(toDecimal(part), toDecimal(whole), 1, language) ?? '–'
