// A picture that belongs to an answer, as a page shows it: only what its first bytes say is a photo of a kind that browsers
// draw and never run; no larger than a function answers. Everything else is a file to be saved.

import { headLength, sniff } from '../../../../shared/evidence/sniff.ts'
import { problem } from '../../../../shared/problems.ts'
import { type Evidence, evidenceKey } from '../../../store/evidence.ts'
import type { SignedInCall } from '../../call.ts'
import { refuse } from '../../problem-response.tsx'
import { largestAnswer, readableFile } from '../evidence.ts'

const shownTypes: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/webp'])

export const isShownPicture = ({ mediaType, size }: Pick<Evidence, 'mediaType' | 'size'>): boolean =>
  shownTypes.has(mediaType) && size <= largestAnswer

/** GET: the right to read it is checked at the moment of reading, so no browser keeps it. */
export async function sendEvidencePicture(call: SignedInCall): Promise<Response> {
  const found = await readableFile(call)
  if (!found.ok) return refuse(call, found.problem)
  const { address, evidence } = found.value
  const bytes = isShownPicture(evidence)
    ? await call.deps.objects.get(evidenceKey(address, evidence.sha256))
    : undefined
  const mediaType = bytes && sniff(bytes.subarray(0, headLength), bytes.length <= headLength)
  if (!bytes || mediaType === undefined || !shownTypes.has(mediaType)) return refuse(call, problem.evidenceUnknown())
  call.c.header('content-disposition', 'inline')
  return call.c.body(Buffer.from(bytes), 200, { 'content-type': mediaType })
}
