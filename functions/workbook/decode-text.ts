// Text files of unknown encoding. Vietnamese Excel saves "CSV" as Windows-1258, others as UTF-16 or UTF-8 with a mark.

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1258'

/**
 * The text, composed (NFC) where it was Windows-1258, or undefined where no reading makes sense. Windows-1258 gives every
 * byte some meaning: it is believed only where no control character and no loose tone mark comes out, and a caller
 * should still say that it was assumed, since older Vietnamese encodings (TCVN3, VNI) can't be told from it for certain.
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: TextEncoding } | undefined {
  for (const encoding of candidates(bytes)) {
    const text = decode(bytes, encoding)
    if (text !== undefined && !text.includes('\0')) return { text, encoding }
  }
  return undefined
}

function candidates([first, second, third]: Uint8Array): readonly TextEncoding[] {
  if (first === 0xff && second === 0xfe) return ['utf-16le']
  if (first === 0xfe && second === 0xff) return ['utf-16be']
  if (first === 0xef && second === 0xbb && third === 0xbf) return ['utf-8']
  return ['utf-8', 'windows-1258']
}

function decode(bytes: Uint8Array, encoding: TextEncoding): string | undefined {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    if (encoding !== 'windows-1258') return text
    const composed = text.normalize('NFC')
    return /\p{M}|[^\P{Cc}\t\n\r]/u.test(composed) ? undefined : composed
  } catch {
    return undefined
  }
}
