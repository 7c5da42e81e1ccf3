// A page of a PDF as a printer sees it: points, dark or light.

import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import * as v from 'valibot'
import type { Print } from './read-qr.ts'

/** The library's own canvas, as far as it is used: in Node it draws without a browser. */
const Drawing = v.object({
  canvas: v.looseObject({ toBuffer: v.function() }),
  context: v.looseObject({ getImageData: v.function() }),
})

export type Printed = Print & { readonly png: Buffer }

/** Every page, at so many dots an inch. */
export async function printPdf(bytes: Uint8Array, dpi: number): Promise<Printed[]> {
  const file = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise
  const pages: Printed[] = []
  for (let number = 1; number <= file.numPages; number += 1) {
    const page = await file.getPage(number)
    const viewport = page.getViewport({ scale: dpi / 72 })
    const [width, height] = [Math.ceil(viewport.width), Math.ceil(viewport.height)]
    const drawing: unknown = Reflect.get(file, 'canvasFactory').create(width, height)
    const { canvas, context } = v.parse(Drawing, drawing)
    await page.render({ canvasContext: Reflect.get(Object(drawing), 'context'), canvas: null, viewport }).promise
    const { data } = v.parse(
      v.object({ data: v.instance(Uint8ClampedArray) }),
      Reflect.apply(context.getImageData, Reflect.get(Object(drawing), 'context'), [0, 0, width, height]),
    )
    const png = Reflect.apply(canvas.toBuffer, Reflect.get(Object(drawing), 'canvas'), ['image/png'])
    pages.push({ width, height, png: Buffer.from(png), isDark: (x, y) => (data[(y * width + x) * 4] ?? 255) < 128 })
  }
  await file.destroy()
  return pages
}
