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
export const printPdf = (bytes: Uint8Array, dpi: number): Promise<Printed[]> =>
  printed(bytes, dpi, ({ canvas }) => ({ png: canvas.toBuffer('image/png') }))

/** A page in greys: for each dot, from the top left, 0 (black) to 255. */
export type GreyPage = { readonly width: number; readonly height: number; readonly dots: Uint8Array }

/** Every page without its colours, at so many dots an inch. */
export const printInGreys = (bytes: Uint8Array, dpi: number): Promise<GreyPage[]> =>
  printed(bytes, dpi, ({ context }, width, height) => {
    const { data } = context.getImageData(0, 0, width, height)
    const dots = Uint8Array.from({ length: width * height }, (_, at) => {
      const [red = 0, green = 0, blue = 0] = data.subarray(at * 4, at * 4 + 3)
      return Math.round(0.299 * red + 0.587 * green + 0.114 * blue)
    })
    return { width, height, dots }
  })

async function printed<T>(
  bytes: Uint8Array,
  dpi: number,
  take: (drawing: Drawing, width: number, height: number) => T,
): Promise<T[]> {
  const file = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise
  const pages: T[] = []
  for (let number = 1; number <= file.numPages; number += 1) {
    const page = await file.getPage(number)
    const viewport = page.getViewport({ scale: dpi / 72 })
    const [width, height] = [Math.ceil(viewport.width), Math.ceil(viewport.height)]
    const drawing = drawingOf(file.canvasFactory, width, height)
    await page.render({ canvasContext: drawing.context, canvas: null, viewport }).promise
    pages.push(take(drawing, width, height))
  }
  await file.destroy()
  return pages
}
