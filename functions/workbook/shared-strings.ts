// The table of texts that cells refer to by number.

import { unescapeText } from './escape.ts'
import { RichText } from './rich-text.ts'
import { readXml } from './xml.ts'

export function readSharedStrings(part: string, chunks: Iterable<Uint8Array>): readonly string[] {
  const strings: string[] = []
  const item = new RichText(part)
  readXml(part, chunks, {
    open: (name) => item.open(name),
    text: (text) => item.add(text),
    close: (name) => {
      item.close(name)
      if (name === 'si') strings.push(unescapeText(item.take()))
    },
  })
  return strings
}
