// Reads a Word document back as what a reader sees: paragraphs with their styles, tables with their rows, links, pictures. By
// its XML alone, with nothing of what wrote it.

import { unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'

type DocxParagraph = { style: string; text: string }
type DocxRow = { isHeader: boolean; isWhole: boolean; cells: string[] }
export type DocxFile = {
  /** Outside of tables. */
  paragraphs: DocxParagraph[]
  tables: DocxRow[][]
  /** Everything, in the order in which it is read. */
  text: string
  links: string[]
  bookmarks: string[]
  /** What pictures say to those who can't see them. */
  alternatives: string[]
  /** What is written in its pictures. */
  drawn: string[]
  /** Text of the headers of pages, the first page's last. */
  headers: string[]
  /** Whatever a program would work out: page numbers, and nothing else. */
  fields: string[]
  language: string
  title: string
  parts: string[]
}

type Attributes = Readonly<Record<string, string>>
type Watcher = {
  readonly open: (name: string, attributes: Attributes) => void
  readonly text: (text: string) => void
  readonly close: (name: string) => void
}

/** Throws where the part is not well-formed. */
function read(xml: Uint8Array | undefined, watcher: Watcher): void {
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => watcher.open(name, attributes))
  parser.on('text', watcher.text)
  parser.on('closetag', ({ name }) => watcher.close(name))
  parser.write(new TextDecoder().decode(xml)).close()
}

const ignore = () => undefined

const textsIn = (xml: Uint8Array | undefined, element: string): string => textsOf(xml, element).join('')

function textsOf(xml: Uint8Array | undefined, element: string): string[] {
  let depth = 0
  const found: string[] = []
  read(xml, {
    open: (name) => {
      if (name !== element) return
      depth += 1
      found.push('')
    },
    text: (text) => {
      if (depth > 0) found.push((found.pop() ?? '') + text)
    },
    close: (name) => {
      depth -= name === element ? 1 : 0
    },
  })
  return found
}

function attributesOf(xml: Uint8Array | undefined, element: string): Attributes[] {
  const found: Attributes[] = []
  read(xml, {
    open: (name, attributes) => void (name === element && found.push(attributes)),
    text: ignore,
    close: ignore,
  })
  return found
}

export function readDocx(bytes: Uint8Array): DocxFile {
  const parts = unzipSync(bytes)
  for (const [name, part] of Object.entries(parts))
    if (/\.(xml|rels|svg)$/.test(name)) read(part, { open: ignore, text: ignore, close: ignore })
  const main = parts['word/document.xml']
  const file: DocxFile = {
    paragraphs: [],
    tables: [],
    text: '',
    links: attributesOf(parts['word/_rels/document.xml.rels'], 'Relationship').flatMap((one) =>
      one['TargetMode'] === 'External' ? [one['Target'] ?? ''] : [],
    ),
    bookmarks: attributesOf(main, 'w:bookmarkStart').map((one) => one['w:name'] ?? ''),
    alternatives: attributesOf(main, 'wp:docPr').map((one) => one['descr'] ?? ''),
    drawn: Object.entries(parts).flatMap(([name, part]) => (name.endsWith('.svg') ? textsOf(part, 'text') : [])),
    headers: ['word/header1.xml', 'word/header2.xml'].map((name) => textsIn(parts[name], 'w:t')),
    fields: Object.values(parts).flatMap((part) =>
      [...new TextDecoder().decode(part).matchAll(/<w:(?:fldSimple w:instr="([^"]*)"|instrText|fldChar)/g)].map(
        ([whole, instruction]) => instruction ?? whole,
      ),
    ),
    language: attributesOf(parts['word/styles.xml'], 'w:lang')[0]?.['w:val'] ?? '',
    title: textsIn(parts['docProps/core.xml'], 'dc:title'),
    parts: Object.keys(parts),
  }
  readBody(main, file)
  return file
}

function readBody(main: Uint8Array | undefined, file: DocxFile): void {
  let paragraph: DocxParagraph = { style: '', text: '' }
  let table: DocxRow[] | undefined
  let isText = false
  read(main, {
    open: (name, attributes) => {
      const row = table?.at(-1)
      if (name === 'w:p') paragraph = { style: '', text: '' }
      if (name === 'w:pStyle') paragraph.style = attributes['w:val'] ?? ''
      if (name === 'w:tbl') table = []
      if (name === 'w:tr') table?.push({ isHeader: false, isWhole: false, cells: [] })
      if (row && name === 'w:tblHeader') row.isHeader = true
      if (row && name === 'w:cantSplit') row.isWhole = true
      if (name === 'w:tc') row?.cells.push('')
      if (name === 'w:br') paragraph.text += '\n'
      isText = name === 'w:t'
    },
    text: (text) => {
      if (isText) paragraph.text += text
    },
    close: (name) => {
      if (name === 'w:t') isText = false
      if (name === 'w:tbl' && table) {
        file.tables.push(table)
        table = undefined
      }
      if (name !== 'w:p') return
      file.text += `${paragraph.text}\n`
      const cells = table?.at(-1)?.cells
      if (!cells) file.paragraphs.push(paragraph)
      else cells.push([cells.pop(), paragraph.text].filter(Boolean).join('\n'))
    },
  })
}
