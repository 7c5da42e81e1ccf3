// A document in, the bytes of its PDF out: a report, or a paper. The same document gives the same bytes: the creation date is
// the moment it says itself, and nothing else in the file depends on when or where it is made.

import { renderToBuffer } from '@react-pdf/renderer'
import type { ReportDocument } from '../../../shared/report/document.ts'
import type { Paper } from '../../../shared/report/paper.ts'
import { pageOf, presets } from '../../../shared/report/preset.ts'
import { PagesDocument } from './document.tsx'
import { PaperDocument } from './paper/paper-document.tsx'
import { typesetPaper } from './paper/typeset-paper.ts'
import { type FaceFiles, openTypeface, type Typeface } from './typeface.ts'
import { typeset } from './typeset.ts'

const languages = { vi: 'vi-VN', en: 'en-GB' } as const satisfies Record<ReportDocument['language'], string>

export type RenderPdf = (document: ReportDocument) => Promise<Uint8Array>
/** `pictures`: the bytes of every picture that the paper names, JPEG or PNG, by SHA-256. */
export type RenderPaper = (paper: Paper, pictures: ReadonlyMap<string, Uint8Array>) => Promise<Uint8Array>

/** Opens the faces with the first document and keeps them. */
export function openRenderer(files: FaceFiles): { readonly renderPdf: RenderPdf; readonly renderPaper: RenderPaper } {
  let typeface: Promise<Typeface> | undefined
  const open = (): Promise<Typeface> => {
    typeface ??= openTypeface(files)
    return typeface
  }
  return {
    renderPdf: async (document) => {
      const typeface = await open()
      const preset = presets[document.preset]
      const facts = {
        title: line(`${document.kind}: ${document.subject}`, typeface),
        author: line(document.header.body, typeface),
        ...factsOf(document),
      }
      const pages = typeset(document, preset, typeface)
      return new Uint8Array(await renderToBuffer(PagesDocument({ facts, pages, measures: pageOf(preset), typeface })))
    },
    renderPaper: async (paper, pictures) => {
      const typeface = await open()
      const preset = presets[paper.preset]
      const facts = { title: line(paper.title, typeface), author: line(paper.author, typeface), ...factsOf(paper) }
      const pages = typesetPaper(paper, preset, typeface).map(({ bookmark, ...page }) => ({
        ...page,
        bookmark: bookmark === undefined ? undefined : line(bookmark, typeface),
      }))
      const measures = pageOf(preset)
      return new Uint8Array(await renderToBuffer(PaperDocument({ facts, pages, pictures, measures, typeface })))
    },
  }
}

const line = (text: string, typeface: Typeface) => typeface.legible(text).replaceAll('\n', ' ')

const factsOf = ({ language, asOf }: Pick<Paper, 'language' | 'asOf'>) => ({
  language: languages[language],
  creationDate: new Date(asOf),
})
