// Responses for programs: the same submit path as the page, with JSON on both sides.

import { Submission } from '../../../shared/response/submission.ts'
import { receiptOf, submit } from '../../submit/submit.ts'
import type { SignedInCall } from '../call.ts'
import { readJson } from '../json-body.ts'
import { readableResponse } from '../pages/receipt.tsx'
import { refuse } from '../problem-response.tsx'

/** POST /api/responses: 201 with the receipt; 200 with the same receipt where it was stored before. */
export async function postResponse(call: SignedInCall): Promise<Response> {
  const read = await readJson(call.c, Submission)
  if (!read.ok) return refuse(call, read.problem)
  const submitted = await submit(call.deps, call.me, read.value)
  if (!submitted.ok) return refuse(call, submitted.problem)
  return call.c.json({ receipt: submitted.value.receipt }, submitted.value.isNew ? 201 : 200)
}

/** GET .../responses/:response: the revision that stands, else the one that waits, and its receipt. */
export async function getResponse(call: SignedInCall): Promise<Response> {
  const found = await readableResponse(call)
  if (!found.ok) return refuse(call, found.problem)
  const { shown } = found.value
  return call.c.json({ receipt: receiptOf(shown), answers: Object.fromEntries(shown.answers) })
}
