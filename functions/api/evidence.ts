// Files that belong to answers, from the first part to the finished object. Every step can be repeated, and a process may
// die at any of them: parts are replaced by themselves, the object is named by its hash, and the item that says "it is
// here" is written last, once for each person.

import { createHash } from 'node:crypto'
import { answersQuestion, type EvidenceQuestion, type MediaType } from '../../shared/evidence/kinds.ts'
import { largestFile, type PartPlan, partCount, partLength } from '../../shared/evidence/parts.ts'
import { type EvidenceReference, fileNameFrom, Sha256 } from '../../shared/evidence/reference.ts'
import { headLength, sniff } from '../../shared/evidence/sniff.ts'
import { asId, type PersonId } from '../../shared/ids.ts'
import { type Problem, problem } from '../../shared/problems.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import {
  type Evidence,
  evidenceKey,
  evidencePartsPrefix,
  findEvidence,
  findEvidenceBy,
  insertEvidence,
} from '../store/evidence.ts'
import type { UnitRound } from '../store/responses.ts'
import type { ApiDeps } from './deps.ts'
import { checkedPieces, readParts } from './evidence-parts.ts'

type EvidenceDeps = Pick<ApiDeps, 'table' | 'objects' | 'now'>

/** A file as its sender announces it. */
export type Upload = { readonly sha256: Sha256; readonly plan: PartPlan; readonly question: EvidenceQuestion }

export type Stored = { readonly evidence: Evidence; readonly isNew: boolean }

/** What the bytes are; a problem where that answers no such question. */
function checkKind(head: Uint8Array, isWhole: boolean, question: EvidenceQuestion): Result<MediaType, Problem> {
  const mediaType = sniff(head.subarray(0, headLength), isWhole && head.length <= headLength)
  const fits = mediaType && answersQuestion(mediaType, question)
  return fits ? ok(mediaType) : fail(problem.evidenceTypeWrong(question))
}

/**
 * Stores one part, counted from 1. `digest` is the part's own SHA-256 as its sender gave it: what a bad connection spoilt is
 * refused at once. The first part also says whether the file is of a kind that the question takes.
 */
export async function storePart(
  { objects }: EvidenceDeps,
  round: UnitRound,
  { sha256, plan, question }: Upload,
  part: number,
  { bytes, digest }: { readonly bytes: Uint8Array; readonly digest: Buffer },
): Promise<Result<undefined, Problem>> {
  const expected = partLength(plan, part)
  if (expected === undefined) return fail(problem.wrongShape(['part']))
  if (bytes.length !== expected) return fail(problem.evidencePartWrong(part, expected))
  if (!createHash('sha256').update(bytes).digest().equals(digest)) return fail(problem.evidencePartDamaged(part))
  if (part === 1) {
    const kind = checkKind(bytes, bytes.length === plan.size, question)
    if (!kind.ok) return kind
  }
  await objects.put(`${evidencePartsPrefix(round, sha256, plan.partSize)}${part}`, bytes, 'application/octet-stream')
  return ok(undefined)
}

/** The parts that are there in their full length, in order. */
export async function storedParts(
  { objects }: EvidenceDeps,
  round: UnitRound,
  { sha256, plan }: Pick<Upload, 'sha256' | 'plan'>,
): Promise<number[]> {
  const prefix = evidencePartsPrefix(round, sha256, plan.partSize)
  const parts = (await objects.list(prefix)).map(({ key, size }) => ({ part: Number(key.slice(prefix.length)), size }))
  return parts
    .filter(({ part, size }) => partLength(plan, part) === size)
    .map(({ part }) => part)
    .sort((a, b) => a - b)
}

/**
 * Makes the file of its parts and notes that this person handed it in. The parts are read twice: once to see that the file
 * is the one announced and of a kind the question takes, then into the object, which is never written otherwise. Nothing
 * is removed, also where the hash is wrong: parts expire by themselves, and another sender may be using them.
 */
export async function completeEvidence(
  deps: EvidenceDeps,
  round: UnitRound,
  upload: Upload,
  by: PersonId,
): Promise<Result<Stored, Problem>> {
  const { sha256, plan, question } = upload
  const known = (await findEvidenceBy(deps.table, round, sha256, by)) ?? (await findEvidence(deps.table, round, sha256))
  if (known) {
    if (!answersQuestion(known.mediaType, question)) return fail(problem.evidenceTypeWrong(question))
    return noteEvidence(deps, round, known, by)
  }
  const there = new Set(await storedParts(deps, round, upload))
  const missing = Array.from({ length: partCount(plan) }, (_, index) => index + 1).filter((part) => !there.has(part))
  if (missing.length > 0) return fail(problem.evidencePartsMissing(missing))

  const prefix = evidencePartsPrefix(round, sha256, plan.partSize)
  const keys = [...there].map((part) => `${prefix}${part}`)
  const hash = createHash('sha256')
  let head: Uint8Array | undefined
  for await (const bytes of readParts(deps.objects, keys)) {
    head ??= bytes
    hash.update(bytes)
  }
  if (!head || hash.digest('hex') !== sha256) return fail(problem.evidenceHashWrong())
  const kind = checkKind(head, head.length === plan.size, question)
  if (!kind.ok) return kind
  const pieces = checkedPieces(readParts(deps.objects, keys), plan.size, sha256)
  await deps.objects.putLarge(evidenceKey(round, sha256), { size: plan.size, sha256, pieces }, kind.value)
  return noteEvidence(deps, round, { sha256, size: plan.size, mediaType: kind.value }, by)
}

/** Writes the item; one that is there already stays as it was first written. */
async function noteEvidence(
  { table, now }: EvidenceDeps,
  round: UnitRound,
  { sha256, size, mediaType }: Pick<Evidence, 'sha256' | 'size' | 'mediaType'>,
  by: PersonId,
): Promise<Result<Stored, Problem>> {
  const evidence = { sha256, size, mediaType, by, receivedAt: now() }
  if (await insertEvidence(table, round, evidence)) return ok({ evidence, isNew: true })
  const first = await findEvidenceBy(table, round, sha256, by)
  if (!first) throw new Error(`Evidence ${sha256}: refused as stored, and not stored`)
  return ok({ evidence: first, isNew: false })
}

/**
 * Takes a whole file at once, as a browser's form sends it: the same checks, the hash computed here. The caller has
 * checked that the person may answer there. The reference is what the answer then says; its name is the nearest to `name`
 * that can be kept.
 */
export async function storeEvidence(
  deps: EvidenceDeps,
  round: UnitRound,
  bytes: Uint8Array,
  name: string,
  personId: PersonId,
  questionType: EvidenceQuestion,
): Promise<Result<{ readonly reference: EvidenceReference; readonly evidence: Evidence }, Problem>> {
  if (bytes.length < 1 || bytes.length > largestFile) return fail(problem.evidenceSizeWrong(largestFile))
  const kind = checkKind(bytes, true, questionType)
  if (!kind.ok) return kind
  const sha256 = asId(Sha256, createHash('sha256').update(bytes).digest('hex'))
  const isThere = (await findEvidence(deps.table, round, sha256)) !== undefined
  if (!isThere) await deps.objects.put(evidenceKey(round, sha256), bytes, kind.value)
  const noted = await noteEvidence(deps, round, { sha256, size: bytes.length, mediaType: kind.value }, personId)
  return noted.ok ? ok({ reference: { sha256, name: fileNameFrom(name) }, evidence: noted.value.evidence }) : noted
}
