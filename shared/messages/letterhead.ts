// What the letterheads of the presets say by themselves, and how a document's number stands in them, with room for the pen.

import type { Language } from '../language.ts'
import type { PresetId } from '../report/preset-id.ts'

type LetterheadWords = {
  /** '' where the preset has none. */
  readonly heading: string
  readonly motto?: string
  /** `symbol`: "BC/BTCĐUK", "BC-UBND"; '' for a number alone. */
  readonly documentNumber: (symbol: string) => string
}

const blank = ' '.repeat(7)
const behindSlash = (symbol: string): string => (symbol === '' ? '' : `/${symbol}`)

export const letterheadMessages: Readonly<Record<Language, Readonly<Record<PresetId, LetterheadWords>>>> = {
  vi: {
    'party-2018': { heading: 'ĐẢNG CỘNG SẢN VIỆT NAM', documentNumber: (symbol) => `Số${blank}-${symbol}` },
    'state-2020': {
      heading: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      motto: 'Độc lập - Tự do - Hạnh phúc',
      documentNumber: (symbol) => `Số:${blank}${behindSlash(symbol)}`,
    },
    plain: { heading: '', documentNumber: (symbol) => `Số:${blank}${behindSlash(symbol)}` },
  },
  en: {
    'party-2018': { heading: 'COMMUNIST PARTY OF VIET NAM', documentNumber: (symbol) => `No.${blank}-${symbol}` },
    'state-2020': {
      heading: 'SOCIALIST REPUBLIC OF VIET NAM',
      motto: 'Independence - Freedom - Happiness',
      documentNumber: (symbol) => `No.${blank}${behindSlash(symbol)}`,
    },
    plain: { heading: '', documentNumber: (symbol) => `No.${blank}${behindSlash(symbol)}` },
  },
}
