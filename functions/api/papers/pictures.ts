// The pictures of a paper: evidence and pictures of forms, as they can be printed. How many, and of how many bytes together,
// is bounded; what doesn't fit is named in the document instead.

import { createHash } from 'node:crypto'
import { evidenceKind } from '../../../shared/evidence/question.ts'
import { parseReference, Sha256 } from '../../../shared/evidence/reference.ts'
import type { Answers } from '../../../shared/form/answers.ts'
import { type FormVersion, formItems } from '../../../shared/form/form.ts'
import type { FormItem } from '../../../shared/form/items.ts'
import { valuesAt } from '../../../shared/form/values.ts'
import { asId } from '../../../shared/ids.ts'
import type { PaperPicture } from '../../../shared/report/paper.ts'
import { largestPicture, printablePicture } from '../picture/printable.ts'

/** For one record or form, and for a file of many records together. */
export const onePaper = { pictures: 20, bytes: 20 * 1_024 * 1_024 }
export const manyPapers = { pictures: 60, bytes: 40 * 1_024 * 1_024 }

export type Album = {
  /** By the SHA-256 of their own bytes. */
  readonly bytes: Map<string, Uint8Array>
  /** Takes a picture in, if it can be printed and there is room for it. */
  readonly take: (file: Uint8Array) => PaperPicture | undefined
  readonly isFull: () => boolean
}

export function openAlbum(limits: { readonly pictures: number; readonly bytes: number }): Album {
  const bytes = new Map<string, Uint8Array>()
  let total = 0
  return {
    bytes,
    isFull: () => bytes.size >= limits.pictures,
    take: (file) => {
      const picture = printablePicture(file)
      if (!picture || bytes.size >= limits.pictures || total + picture.bytes.length > limits.bytes) return undefined
      const sha256 = asId(Sha256, createHash('sha256').update(picture.bytes).digest('hex'))
      if (!bytes.has(sha256)) total += picture.bytes.length
      bytes.set(sha256, picture.bytes)
      return { sha256, width: picture.width, height: picture.height }
    },
  }
}

/** What is known of a file before it is read, and how it is read; undefined where it isn't there. */
type Shelf = (
  sha256: Sha256,
) => Promise<{ readonly size: number; readonly read: () => Promise<Uint8Array | undefined> } | undefined>

/**
 * Puts the photos and signatures of answers into the album, signatures first: a document may do without a photo. Answers
 * the pictures by the hash of their evidence.
 */
export async function takeEvidence(
  album: Album,
  version: FormVersion,
  answers: Answers,
  shelf: Shelf,
): Promise<ReadonlyMap<Sha256, PaperPicture>> {
  const taken = new Map<Sha256, PaperPicture>()
  for (const sha256 of [...imagesIn(version, answers, 'signature'), ...imagesIn(version, answers, 'image')]) {
    if (taken.has(sha256) || album.isFull()) continue
    const file = await shelf(sha256)
    const bytes = file && file.size <= largestPicture ? await file.read() : undefined
    const picture = bytes && album.take(bytes)
    if (picture) taken.set(sha256, picture)
  }
  return taken
}

function imagesIn({ form }: FormVersion, answers: Answers, kind: 'signature' | 'image'): Sha256[] {
  const items = formItems(form)
  const pathOf = ({ repeats, key }: FormItem) => [...repeats.map((index) => items[index]?.key ?? ''), key]
  return items
    .filter(({ source }) => evidenceKind(source) === kind)
    .flatMap((item) => valuesAt(answers, pathOf(item)))
    .flatMap((value) => parseReference(String(value))?.sha256 ?? [])
}
