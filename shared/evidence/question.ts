// Which kind of evidence a question of a form asks for.

import type { XlsNode } from '../xlsform/form.ts'
import type { EvidenceQuestion } from './kinds.ts'

/** Undefined for a question that asks for none. A signature is an image with the appearance "signature" or "draw". */
export function evidenceKind({ type, appearance }: XlsNode): EvidenceQuestion | undefined {
  if (type === 'image') return /(^|\s)(signature|draw)(\s|$)/i.test(appearance ?? '') ? 'signature' : 'image'
  return type === 'audio' || type === 'video' || type === 'file' ? type : undefined
}
