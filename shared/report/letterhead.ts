// The header of a document in its preset: what the preset says by itself, and the symbol behind the number.

import type { Language } from '../language.ts'
import { letterheadMessages } from '../messages/letterhead.ts'
import type { ReportDocument } from './document.ts'
import { presets } from './preset.ts'
import type { PresetId } from './preset-id.ts'

type Header = ReportDocument['header']

type Own = Pick<Header, 'bodyAbove' | 'body' | 'placeAndDate'> & {
  readonly documentSymbol: string
  readonly logo?: string | undefined
}

/** `documentSymbol`: "BC/BTCĐUK"; the number itself is left open. */
export function headerOf(preset: PresetId, language: Language, { documentSymbol, logo, ...own }: Own): Header {
  const { heading, motto, documentNumber } = letterheadMessages[language][preset]
  return {
    heading,
    ...(motto === undefined ? {} : { motto }),
    ...(logo === undefined ? {} : { logo }),
    ...own,
    documentNumber: documentNumber(documentSymbol),
  }
}

/** "BC/BTCĐUK" is a kind of document and an office; the office is '' where the symbol names none. */
export const officeIn = (preset: PresetId, symbol: string): string =>
  symbol.split(presets[preset].symbolJoint).slice(1).join(presets[preset].symbolJoint)

export const symbolOf = (preset: PresetId, kind: string, office: string): string =>
  [kind, office].filter((part) => part !== '').join(presets[preset].symbolJoint)

/** Whether a symbol has the form of its preset: "BC/BTCĐUK" of the Party, "BC-UBND" of the state; without a rule, any. */
export function fitsPreset(preset: PresetId, symbol: string): boolean {
  const { symbolJoint, needs } = presets[preset]
  if (!needs.documentSymbol) return true
  const [kind = '', ...office] = symbol.split(symbolJoint)
  const other = symbolJoint === '/' ? '-' : '/'
  return (
    /^\p{Lu}[\p{L}\p{N}]*$/u.test(kind) &&
    office.join('') !== '' &&
    !kind.includes(other) &&
    !(symbolJoint === '-' && symbol.includes(other))
  )
}
