// Evidence for programs: a file comes in parts under its hash, and goes on where it stopped.
//
//   PUT  …/evidence/SHA256/parts/N?size=…&partSize=…&type=…   one part                                  204
//   GET  …/evidence/SHA256?size=…&partSize=…                  which parts are there, and whether all is  200
//   GET  …/evidence/SHA256/file                               the file's bytes                            200, 302
//   POST …/evidence/SHA256/complete?size=…&partSize=…&type=…  makes the file of its parts                201, 200 if known

import * as v from 'valibot'
import { EvidenceQuestion } from '../../../shared/evidence/kinds.ts'
import { isPlan, largestFile, type PartPlan } from '../../../shared/evidence/parts.ts'
import { fileNameFrom, type Sha256 } from '../../../shared/evidence/reference.ts'
import { type Problem, problem } from '../../../shared/problems.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { type Evidence, findEvidence } from '../../store/evidence.ts'
import { sha256Param, type UnitAddress, unitAddress } from '../address.ts'
import type { SignedInCall } from '../call.ts'
import { completeEvidence, storedParts, storePart, type Upload } from '../evidence.ts'
import { readableFile, sendStored } from '../pages/evidence.ts'
import { refuse } from '../problem-response.tsx'

type Announced = { readonly address: UnitAddress; readonly sha256: Sha256; readonly plan: PartPlan }

const numberIn = (text: string | undefined): number => (text && /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN)

/** The file as its address and query announce it. */
async function announced(call: SignedInCall): Promise<Result<Announced, Problem>> {
  const address = await unitAddress(call)
  if (!address.ok) return address
  const sha256 = sha256Param(call.c)
  if (!sha256) return fail(problem.evidenceUnknown())
  const plan = { size: numberIn(call.c.req.query('size')), partSize: numberIn(call.c.req.query('partSize')) }
  if (plan.size < 1 || plan.size > largestFile) return fail(problem.evidenceSizeWrong(largestFile))
  if (!isPlan(plan)) return fail(problem.wrongShape(['size', 'partSize']))
  return ok({ address: address.value, sha256, plan })
}

async function upload(call: SignedInCall): Promise<Result<Announced & Upload, Problem>> {
  const found = await announced(call)
  if (!found.ok) return found
  const question = v.safeParse(EvidenceQuestion, call.c.req.query('type'))
  return question.success ? ok({ ...found.value, question: question.output }) : fail(problem.wrongShape(['type']))
}

/** The SHA-256 of a Content-Digest header (RFC 9530), such as sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=: */
function digestIn(header: string | undefined): Buffer | undefined {
  const base64 = /(?:^|,)\s*sha-256=:([A-Za-z0-9+/]{43}=):/.exec(header ?? '')?.[1]
  return base64 === undefined ? undefined : Buffer.from(base64, 'base64')
}

const told = ({ size, mediaType, receivedAt }: Evidence) => ({ size, type: mediaType, receivedAt })

/**
 * PUT: bytes as application/octet-stream, because gateways hand on other types as text; with Content-Digest. Sent again, a
 * part replaces itself.
 */
export async function putPart(call: SignedInCall): Promise<Response> {
  const { c, deps } = call
  const found = await upload(call)
  if (!found.ok) return refuse(call, found.problem)
  const digest = digestIn(c.req.header('content-digest'))
  const isBytes = c.req.header('content-type') === 'application/octet-stream'
  if (!digest || !isBytes) return refuse(call, problem.wrongShape([isBytes ? 'content-digest' : 'content-type']))
  const bytes = new Uint8Array(await c.req.arrayBuffer())
  const part = numberIn(c.req.param('part'))
  const stored = await storePart(deps, found.value.address, found.value, part, { bytes, digest })
  return stored.ok ? c.body(null, 204) : refuse(call, stored.problem)
}

/** GET: the parts that are there, by number; and once the file is complete, its size, media type and when it came. */
export async function getUpload(call: SignedInCall): Promise<Response> {
  const found = await announced(call)
  if (!found.ok) return refuse(call, found.problem)
  const { address, sha256 } = found.value
  const evidence = await findEvidence(call.deps.table, address, sha256)
  const parts = await storedParts(call.deps, address, found.value)
  return call.c.json({ complete: evidence !== undefined, parts, ...(evidence && told(evidence)) })
}

/** POST: no body. The order of sending is free, and this may be asked again until it is answered. */
export async function postComplete(call: SignedInCall): Promise<Response> {
  const found = await upload(call)
  if (!found.ok) return refuse(call, found.problem)
  const stored = await completeEvidence(call.deps, found.value.address, found.value, call.me.person.id)
  if (!stored.ok) return refuse(call, stored.problem)
  return call.c.json({ complete: true, ...told(stored.value.evidence) }, stored.value.isNew ? 201 : 200)
}

/** GET …/file: the bytes, under the file's hash as its name; for those who may read the unit's responses, and for its sender. */
export async function getFile(call: SignedInCall): Promise<Response> {
  const found = await readableFile(call)
  if (!found.ok) return refuse(call, found.problem)
  return sendStored(call, { ...found.value, name: fileNameFrom(found.value.evidence.sha256) })
}
