// A page of a PDF as a printer draws it.

import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** What the library's own canvas is in Node, where it draws without a browser. */
type Drawing = {
  readonly canvas: { readonly toBuffer: (type: 'image/png') => Uint8Array }
  readonly context: CanvasRenderingContext2D
}
const isDrawing = (value: unknown): value is Drawing =>
  typeof Reflect.get(Object(Reflect.get(Object(value), 'canvas')), 'toBuffer') === 'function'

function drawingOf(factory: object, width: number, height: number): Drawing {
  const drawing: unknown = Reflect.apply(Reflect.get(factory, 'create'), factory, [width, height])
  if (!isDrawing(drawing)) throw new Error('The PDF library has no canvas here')
  return drawing
}

export type Printed = { readonly png: Uint8Array }

/** Every page, at so many dots an inch. */
export async function printPdf(bytes: Uint8Array, dpi: number): Promise<Printed[]> {
  const file = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise
  const pages: Printed[] = []
  for (let number = 1; number <= file.numPages; number += 1) {
    const page = await file.getPage(number)
    const viewport = page.getViewport({ scale: dpi / 72 })
    const [width, height] = [Math.ceil(viewport.width), Math.ceil(viewport.height)]
    const { canvas, context } = drawingOf(file.canvasFactory, width, height)
    await page.render({ canvasContext: context, canvas: null, viewport }).promise
    pages.push({ png: canvas.toBuffer('image/png') })
  }
  await file.destroy()
  return pages
}
