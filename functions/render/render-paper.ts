// Reads a paper's data and pictures from the object store and writes the PDF beside them.

import * as v from 'valibot'
import { Paper } from '../../shared/report/paper.ts'
import type { Objects } from '../objects.ts'
import { paperFiles } from '../report-files.ts'
import type { RenderPaper } from './pdf/render-pdf.ts'

export type PaperDeps = { objects: Pick<Objects, 'get' | 'put'>; renderPaper: RenderPaper }

/** Renders the paper in a folder; answers the PDF's size in bytes. Throws where its data or a picture is missing. */
export async function renderPaperIn(folder: string, { objects, renderPaper }: PaperDeps): Promise<number> {
  const files = paperFiles(folder)
  const data = await objects.get(files.data)
  if (!data) throw new Error(`There is no data in ${folder}`)
  const paper = v.parse(Paper, JSON.parse(new TextDecoder().decode(data)))
  const pictures = new Map<string, Uint8Array>()
  for (const sha256 of picturesIn(paper)) {
    const bytes = await objects.get(files.picture(sha256))
    if (!bytes) throw new Error(`There is no picture ${sha256} in ${folder}`)
    pictures.set(sha256, bytes)
  }
  const pdf = await renderPaper(paper, pictures)
  await objects.put(files.pdf, pdf, 'application/pdf')
  return pdf.length
}

/** Each picture that a paper shows, once. */
function picturesIn(paper: Paper): ReadonlySet<string> {
  const found = new Set<string>()
  for (const block of paper.parts.flatMap((part) => ('blocks' in part ? part.blocks : []))) {
    if (block.type === 'question' && block.picture) found.add(block.picture.sha256)
    if (block.type === 'pictures' || block.type === 'signatures')
      for (const { picture } of block.items) if (picture) found.add(picture.sha256)
  }
  return found
}
