// The reports of the demo as the command makes them, each read back from its files as whoever opens them would.

import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as v from 'valibot'
import { reportMake } from '../../infra/cli/report-make.ts'
import { type Cell, type KeyedBlock, ReportDocument, type Run } from '../../shared/report/document.ts'
import { plainText } from '../web/html.ts'
import { type DocxFile, readDocx } from './docx.ts'
import { type PdfFile, type PdfPage, readPdf } from './pdf.ts'
import { readXlsx, type XlsxSheet } from './xlsx.ts'

/** One blank in place of every other kind, and of line ends. */
export const blank = (text: string) => text.replaceAll(/[\s\u00A0]+/g, ' ').trim()

export type DemoReport = {
  readonly document: ReportDocument
  readonly bytes: Readonly<Record<'pdf' | 'docx' | 'xlsx' | 'html' | 'json', Uint8Array>>
  readonly pdf: PdfFile
  readonly docx: DocxFile
  readonly xlsx: readonly XlsxSheet[]
  /** What is read in each, from the first word to the last. */
  readonly words: Readonly<Record<'pdf' | 'docx' | 'xlsx' | 'html', string>>
}

const Printed = v.object({ file: v.string(), bytes: v.number(), sha256: v.string() })
type PrintedFile = v.InferOutput<typeof Printed>

/** Runs the command; what it prints for programs, and its exit code. */
export async function runReportMake(files: readonly string[], options: Readonly<Record<string, string>>) {
  const printed: PrintedFile[] = []
  const code = await reportMake.run({
    files,
    options,
    path: (file) => file,
    print: (line) => printed.push(v.parse(Printed, line)),
  })
  return { code, printed }
}

/** By the id of their plan and their period: "r6tb4jy-2013-H1". */
export async function makeDemo(): Promise<ReadonlyMap<string, DemoReport>> {
  const out = await mkdtemp(join(tmpdir(), '.phieu-test-'))
  try {
    const { code, printed } = await runReportMake([], { demo: 'true', out })
    if (code !== 0) throw new Error(`report make --demo ended with ${code}`)
    const names = new Set(printed.map(({ file }) => file.replace(/^.*bao-cao-|\.\w+$/g, '')))
    return new Map(await Promise.all([...names].map(async (name) => [name, await readBack(out, name)] as const)))
  } finally {
    await rm(out, { recursive: true })
  }
}

async function readBack(out: string, name: string): Promise<DemoReport> {
  const file = async (ending: string) => new Uint8Array(await readFile(join(out, `bao-cao-${name}.${ending}`)))
  return opened({
    ...{ pdf: await file('pdf'), docx: await file('docx'), xlsx: await file('xlsx') },
    ...{ html: await file('html'), json: await file('json') },
  })
}

async function opened(bytes: DemoReport['bytes']): Promise<DemoReport> {
  const text = (of: Uint8Array) => new TextDecoder().decode(of)
  const [pdf, docx, xlsx] = [await readPdf(bytes.pdf), readDocx(bytes.docx), readXlsx(bytes.xlsx)]
  return {
    document: v.parse(ReportDocument, JSON.parse(text(bytes.json))),
    bytes,
    pdf,
    docx,
    xlsx,
    words: {
      pdf: blank(pdf.pages.map(wordsOn).join(' ')),
      docx: blank([docx.text, ...docx.drawn].join(' ')),
      xlsx: blank(xlsx.flatMap(({ rows }) => rows.flatMap((row) => row.map((cell) => cell.text))).join(' | ')),
      // A link is a part of its sentence.
      html: blank(
        plainText(
          text(bytes.html)
            .replaceAll(/<style>.*?<\/style>/gs, '')
            .replaceAll(/<\/?a[^>]*>/g, ''),
        ),
      ),
    },
  }
}

/** In the order in which they are painted; pieces of one word touch each other, cells of a table don't. */
function wordsOn({ texts }: PdfPage): string {
  let end = { x: 0, y: 0 }
  return texts
    .map(({ text, x, y, width }) => {
      const touches = Math.abs(y - end.y) < 0.2 && Math.abs(x - end.x) < 1
      end = { x: x + width, y }
      return touches ? text : ` ${text}`
    })
    .join('')
}

/** Every figure of a report in every place in which it stands: sentences, cells, and what charts were drawn from. */
export function figuresOf({ blocks }: ReportDocument): Run[] {
  const inCells = (rows: readonly (readonly Cell[])[]) => rows.flatMap((cells) => cells.flatMap(({ runs }) => runs))
  const inBlock = (block: KeyedBlock): readonly Run[] => {
    switch (block.type) {
      case 'heading':
        return []
      case 'paragraph':
        return block.runs
      case 'list':
        return block.items.flat()
      case 'table':
        return inCells(block.rows.map(({ cells }) => cells))
      case 'chart':
        return inCells(block.data.rows)
    }
  }
  return blocks.flatMap(inBlock).filter(({ number, source }) => number || source)
}
