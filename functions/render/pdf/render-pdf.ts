// A report document in, the bytes of its PDF out. The same document gives the same bytes: the creation date is the
// moment the figures were read, and nothing else in the file depends on when or where it is made.

import { renderToBuffer } from '@react-pdf/renderer'
import type { ReportDocument } from '../../../shared/report/document.ts'
import { pageOf, presets } from '../../../shared/report/preset.ts'
import { PagesDocument } from './document.tsx'
import { type FaceFiles, openFaces, typefaceOf } from './typeface.ts'
import { typeset } from './typeset.ts'

const languages = { vi: 'vi-VN', en: 'en-GB' } as const satisfies Record<ReportDocument['language'], string>

export type RenderPdf = (document: ReportDocument) => Promise<Uint8Array>

/** Opens the faces with the first report and keeps them. */
export function openRenderer(files: FaceFiles): RenderPdf {
  let faces: ReturnType<typeof openFaces> | undefined
  return async (document) => {
    faces ??= openFaces(files)
    const typeface = typefaceOf(await faces)
    const preset = presets[document.preset]
    const line = (text: string) => typeface.legible(text).replaceAll('\n', ' ')
    const facts = {
      title: line(`${document.kind}: ${document.subject}`),
      author: line(document.header.body),
      language: languages[document.language],
      creationDate: new Date(document.asOf),
    }
    const pages = typeset(document, preset, typeface)
    return new Uint8Array(await renderToBuffer(PagesDocument({ facts, pages, measures: pageOf(preset), typeface })))
  }
}
