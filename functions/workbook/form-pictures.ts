// The pictures beside a workbook: which of those that its form asks for are there, and are pictures by their first bytes.

import { createHash } from 'node:crypto'
import { Sha256 } from '../../shared/evidence/reference.ts'
import { headLength, sniff } from '../../shared/evidence/sniff.ts'
import { type FormPicture, isPictureType, picturesAskedFor } from '../../shared/form/pictures.ts'
import { asId } from '../../shared/ids.ts'
import type { XlsForm } from '../../shared/xlsform/form.ts'

export type PictureFile = FormPicture & { readonly bytes: Uint8Array }

export type PicturesBeside = {
  readonly found: readonly PictureFile[]
  /** Names of what is missing, and of what is there and is none. */
  readonly missing: readonly string[]
  readonly unfit: readonly string[]
}

/** `files`: what lies beside the workbook, by name. Whoever has no picture of a label still has its text. */
export function picturesBeside(form: Pick<XlsForm, 'files'>, files: ReadonlyMap<string, Uint8Array>): PicturesBeside {
  const found: PictureFile[] = []
  const missing: string[] = []
  const unfit: string[] = []
  for (const name of picturesAskedFor(form)) {
    const bytes = files.get(name)
    const mediaType = bytes && sniff(bytes.subarray(0, headLength), bytes.length <= headLength)
    if (!bytes) missing.push(name)
    else if (!isPictureType(mediaType)) unfit.push(name)
    else {
      const sha256 = asId(Sha256, createHash('sha256').update(bytes).digest('hex'))
      found.push({ name, sha256, mediaType, bytes })
    }
  }
  return { found, missing, unfit }
}
