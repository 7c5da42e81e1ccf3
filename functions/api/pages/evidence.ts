// A file that belongs to an answer, as a download: for those who may read the unit's responses, and for whoever sent it.

import * as v from 'valibot'
import { downloadName } from '../../../shared/evidence/kinds.ts'
import { FileName } from '../../../shared/evidence/reference.ts'
import { mayAt } from '../../../shared/organisation/access.ts'
import { type Problem, problem } from '../../../shared/problems.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { type Evidence, evidenceKey, findEvidence, findEvidenceBy } from '../../store/evidence.ts'
import { sha256Param, type UnitAddress, unitAddress } from '../address.ts'
import { attachment } from '../attachment.ts'
import type { SignedInCall } from '../call.ts'
import { refuse } from '../problem-response.tsx'

/** In bytes. A function answers with at most 6 MB, and these travel as base64. */
export const largestAnswer = 4 * 1_024 * 1_024

/** How long a link to the object store may be followed, in seconds. */
const linkLives = 60

type Found = { readonly address: UnitAddress; readonly evidence: Evidence }
type NamedFile = Found & { readonly name: FileName }

/** The file an address names. Whoever may not read it hears what one hears of a file that isn't there. */
export async function readableFile(call: SignedInCall): Promise<Result<Found, Problem>> {
  const address = await unitAddress(call)
  if (!address.ok) return address
  const { deps, c, me } = call
  const sha256 = sha256Param(c)
  if (!sha256) return fail(problem.evidenceUnknown())
  const evidence = mayAt(me.person, me.tree, 'response.read', address.value.unit.id)
    ? await findEvidence(deps.table, address.value, sha256)
    : await findEvidenceBy(deps.table, address.value, sha256, me.person.id)
  return evidence ? ok({ address: address.value, evidence }) : fail(problem.evidenceUnknown())
}

/** GET: under the name that the address gives it. */
export async function sendEvidence(call: SignedInCall): Promise<Response> {
  const name = v.safeParse(FileName, call.c.req.param('name'))
  if (!name.success) return refuse(call, problem.evidenceUnknown())
  const found = await readableFile(call)
  return found.ok ? sendStored(call, { ...found.value, name: name.output }) : refuse(call, found.problem)
}

/**
 * The bytes, through the function, so that the right is checked at the moment of reading. A file too large for that is
 * read at the object store, by a link that is made for this one reading and ends within a minute. Always as plain bytes to
 * be saved: no browser shows or runs what a stranger sent.
 */
export async function sendStored(call: SignedInCall, { address, evidence, name }: NamedFile): Promise<Response> {
  const { objects } = call.deps
  const key = evidenceKey(address, evidence.sha256)
  const disposition = attachment(downloadName(name, evidence.mediaType))
  if (evidence.size > largestAnswer)
    return call.c.redirect(await objects.presign(key, { seconds: linkLives, disposition }), 302)
  const bytes = await objects.get(key)
  if (!bytes) throw new Error(`Evidence ${evidence.sha256}: noted, and its object is gone`)
  return call.c.body(Buffer.from(bytes), 200, {
    'content-type': 'application/octet-stream',
    'content-disposition': disposition,
  })
}
