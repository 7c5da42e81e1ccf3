// Reads a PDF back as what a reader sees: texts with their place, size and face, and the rules that are drawn.
// Places are points from the page's top left corner, y downwards; a text's y is its baseline.

import { getDocument, OPS, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

type PdfText = { text: string; x: number; y: number; width: number; size: number; font: string }
type PdfRule = { x1: number; y1: number; x2: number; y2: number; thickness: number }
/** An area that leads to an address. */
type PdfLink = { href: string; x: number; y: number; width: number; height: number }
export type PdfPage = { width: number; height: number; texts: PdfText[]; rules: PdfRule[]; links: PdfLink[] }
/** A line of the outline: how deep it stands, and where on which page it leads. */
type PdfHeading = { depth: number; title: string; page: number; y: number }
export type PdfFile = {
  pages: PdfPage[]
  title: string
  author: string
  language: string
  created: string
  /** The titles of its outline, from the top. */
  outline: string[]
  /** All of its lines in their order. */
  headings: PdfHeading[]
  showsTitle: boolean
  opensWith: string
}

export async function readPdf(bytes: Uint8Array): Promise<PdfFile> {
  const file = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise
  const numbers = Array.from({ length: file.numPages }, (_, index) => index + 1)
  const pages = await Promise.all(numbers.map(async (number) => readPage(await file.getPage(number))))
  const { info } = await file.getMetadata()
  const facts = new Map(Object.entries(info))
  const fact = (name: string) => String(facts.get(name) ?? '')
  const outline = (await file.getOutline()) ?? []
  const read = {
    pages,
    outline: outline.map(({ title }) => title),
    headings: await headingsOf(file, outline, 1),
    showsTitle: Reflect.get(Object(await file.getViewerPreferences()), 'DisplayDocTitle') === true,
    opensWith: await file.getPageMode(),
    title: fact('Title'),
    author: fact('Author'),
    language: fact('Language'),
    created: fact('CreationDate'),
  }
  await file.destroy()
  return read
}

type Outline = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>

async function headingsOf(file: PDFDocumentProxy, items: Outline, depth: number): Promise<PdfHeading[]> {
  const found: PdfHeading[] = []
  for (const { title, dest, items: below } of items) {
    const [page, , , top = 0] = Array.isArray(dest) ? dest : []
    const index = await file.getPageIndex(page)
    const { height } = (await file.getPage(index + 1)).getViewport({ scale: 1 })
    found.push({ depth, title, page: index + 1, y: height - Number(top) })
    found.push(...(await headingsOf(file, below, depth + 1)))
  }
  return found
}

/** A text's right edge. */
const rightOf = (text: PdfText): number => text.x + text.width

export type PdfLine = { text: string; x: number; right: number; y: number; size: number; font: string }

/** Texts on one baseline and of one size and face, read from left to right. */
export function linesOf(page: PdfPage): PdfLine[] {
  const lines: PdfLine[] = []
  for (const item of page.texts) {
    const last = lines.at(-1)
    const joins = last && Math.abs(last.y - item.y) < 0.2 && item.font === last.font && item.x >= last.right - 1
    if (joins && item.x - last.right < item.size) {
      last.text += item.text
      last.right = rightOf(item)
    } else lines.push({ ...item, right: rightOf(item) })
  }
  return lines.map((line) => ({ ...line, text: line.text.trimEnd() }))
}

async function readPage(page: PDFPageProxy): Promise<PdfPage> {
  const { width, height } = page.getViewport({ scale: 1 })
  const { items } = await page.getTextContent({ disableNormalization: true })
  const operators = await page.getOperatorList()
  const texts = items.flatMap((item) => {
    if (!('str' in item) || item.str.trim() === '') return []
    const [, , c = 0, d = 0, x = 0, y = 0] = item.transform.map(Number)
    const { name } = page.commonObjs.get(item.fontName)
    // The space that ends a word is painted, but it isn't where the text ends.
    return [{ text: item.str, x, y: height - y, width: item.width, size: Math.hypot(c, d), font: String(name) }]
  })
  const links = (await page.getAnnotations()).flatMap(({ subtype, url, rect }): PdfLink[] => {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = [rect].flat().map(Number)
    return subtype === 'Link' ? [{ href: String(url), x: x1, y: height - y2, width: x2 - x1, height: y2 - y1 }] : []
  })
  return { width, height, texts, rules: rulesOf(operators, height), links }
}

type Matrix = readonly [number, number, number, number, number, number]

function rulesOf({ fnArray, argsArray }: { fnArray: number[]; argsArray: unknown[] }, height: number): PdfRule[] {
  const rules: PdfRule[] = []
  const saved: { matrix: Matrix; thickness: number }[] = []
  let state: { matrix: Matrix; thickness: number } = { matrix: [1, 0, 0, 1, 0, 0], thickness: 1 }
  fnArray.forEach((operator, index) => {
    const args = [argsArray[index]].flat()
    if (operator === OPS.save) saved.push(state)
    else if (operator === OPS.restore) state = saved.pop() ?? state
    else if (operator === OPS.setLineWidth) state = { ...state, thickness: Number(args[0]) }
    else if (operator === OPS.transform) state = { ...state, matrix: times(state.matrix, args.map(Number)) }
    else if (operator === OPS.constructPath && args[0] === OPS.stroke) rules.push(...segments(args[1], state, height))
  })
  return rules
}

function times([a, b, c, d, e, f]: Matrix, [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0]: readonly number[]): Matrix {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

/** A path is coded as 0 (move) or 1 (line), each with a point; anything else in it is no rule. */
function segments(
  path: unknown,
  { matrix, thickness }: { matrix: Matrix; thickness: number },
  height: number,
): PdfRule[] {
  const data = [path].flat()[0]
  const numbers = data instanceof Float32Array ? [...data] : []
  const [a, b, c, d, e, f] = matrix
  const at = (x: number, y: number) => ({ x: a * x + c * y + e, y: height - (b * x + d * y + f) })
  const rules: PdfRule[] = []
  let from = at(0, 0)
  for (let index = 0; index + 2 < numbers.length; index += 3) {
    const [kind, x = 0, y = 0] = numbers.slice(index, index + 3)
    if (kind !== 0 && kind !== 1) break
    const to = at(x, y)
    if (kind === 1) rules.push({ x1: from.x, y1: from.y, x2: to.x, y2: to.y, thickness })
    from = to
  }
  return rules
}
