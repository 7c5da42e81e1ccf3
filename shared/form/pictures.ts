// Pictures that the labels of a form show: files beside the workbook, kept under their hash with the version they were
// published with. Sounds and films are not shown (the import says so).

import type { Sha256 } from '../evidence/reference.ts'
import type { XlsForm } from '../xlsform/form.ts'

/** What every browser shows, and nothing that can run: no SVG. */
const pictureTypes = ['image/jpeg', 'image/png', 'image/gif', 'image/webp'] as const
type PictureType = (typeof pictureTypes)[number]

export const isPictureType = (mediaType: string | undefined): mediaType is PictureType =>
  pictureTypes.some((one) => one === mediaType)

/** `name`: as the form calls the file. */
export type FormPicture = { readonly name: string; readonly sha256: Sha256; readonly mediaType: PictureType }

const pictureEnding = /\.(jpe?g|jfif|png|gif|webp|svg|bmp|tiff?|heic|avif)$/i

/** Files that a form asks for and that are pictures by their name. */
export const picturesAskedFor = ({ files }: Pick<XlsForm, 'files'>): string[] => [
  ...new Set(files.filter((name) => pictureEnding.test(name))),
]
