// The XML of a workbook's parts, event by event and in bounded memory. saxes checks that it is well-formed and knows the
// five predefined entities alone; a document type declaration is refused before anything in it could matter.

import { SaxesParser } from 'saxes'
import { workbookProblem } from './problems.ts'
import { Refused } from './refused.ts'

type Attributes = Readonly<Record<string, string | undefined>>

/** Names come without the prefix that the root element has: some writers put everything under "x:". */
export type XmlHandler = {
  readonly open: (name: string, attributes: Attributes) => void
  readonly close?: (name: string) => void
  readonly text?: (text: string) => void
}

const piece = 2 ** 16
/** Excel's longest cell, all escaped, is 330 KB: a longer stretch without a tag is made to fill memory. */
const longestQuiet = 2 ** 20
const deepest = 64

/** Throws Refused for what isn't well-formed UTF-8 (or UTF-16 with its mark) XML without a document type. */
export function readXml(part: string, chunks: Iterable<Uint8Array>, handler: XmlHandler): void {
  const damaged = () => new Refused(workbookProblem.damaged(part))
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false })
  let prefix: string | undefined
  let depth = 0
  let quiet = 0
  const local = (name: string) => (prefix && name.startsWith(prefix) ? name.slice(prefix.length) : name)

  parser.on('error', () => {
    throw damaged()
  })
  parser.on('doctype', () => {
    throw new Refused(workbookProblem.forbiddenXml(part))
  })
  parser.on('opentag', ({ name, attributes }) => {
    quiet = 0
    depth++
    if (depth > deepest) throw damaged()
    prefix ??= name.slice(0, name.indexOf(':') + 1)
    handler.open(local(name), attributes)
  })
  parser.on('closetag', ({ name }) => {
    quiet = 0
    depth--
    handler.close?.(local(name))
  })
  const onText = (text: string) => handler.text?.(text)
  parser.on('text', onText)
  parser.on('cdata', onText)

  for (const text of decoded(chunks, damaged)) {
    for (let from = 0; from < text.length; from += piece) {
      const next = text.slice(from, from + piece)
      quiet += next.length
      if (quiet > longestQuiet) throw damaged()
      parser.write(next)
    }
  }
  parser.close()
}

function* decoded(chunks: Iterable<Uint8Array>, damaged: () => Refused): Generator<string> {
  let decoder: TextDecoder | undefined
  const decode = (chunk?: Uint8Array) => {
    try {
      return chunk ? decoder?.decode(chunk, { stream: true }) : decoder?.decode()
    } catch {
      throw damaged()
    }
  }
  for (const chunk of chunks) {
    decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true })
    yield decode(chunk) ?? ''
  }
  yield decode() ?? ''
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return 'utf-8'
}
