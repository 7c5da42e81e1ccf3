// Pictures that a document can show: JPEG and PNG, of a bounded size, with nothing in them but the picture. Whatever else
// was handed in as evidence is named in the document by its hash.

import { printableJpeg } from './jpeg.ts'
import { printablePng } from './png.ts'

/** `width` and `height`: in pixels, as it is looked at. */
export type PrintablePicture = { readonly bytes: Buffer; readonly width: number; readonly height: number }

/** In bytes. Larger photos aren't printed: nothing here makes them smaller. */
export const largestPicture = 2 * 1_024 * 1_024

/** The picture in a file; undefined where the file holds none that can be printed. */
export function printablePicture(bytes: Uint8Array): PrintablePicture | undefined {
  if (bytes.length > largestPicture) return undefined
  const picture = printableJpeg(bytes) ?? printablePng(bytes)
  return picture && picture.bytes.length <= 2 * largestPicture ? picture : undefined
}
