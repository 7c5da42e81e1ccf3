// Responses for programs: the same submit path as the page, with JSON on both sides.

import * as v from 'valibot'
import { problem } from '../../../shared/problems.ts'
import { Submission } from '../../../shared/response/submission.ts'
import { bodyText } from '../body.ts'
import type { SignedInCall } from '../call.ts'
import { readableResponse } from '../pages/receipt.tsx'
import { refuse } from '../problem-response.tsx'
import { receiptOf, submit } from '../submit.ts'

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** POST /api/responses: 201 with the receipt; 200 with the same receipt where it was stored before. */
export async function postResponse(call: SignedInCall): Promise<Response> {
  const text = await bodyText(call.c)
  if (!text.ok) return refuse(call, text.problem)
  const body = parse(text.value)
  if (body === undefined) return refuse(call, problem.notJson())
  const read = v.safeParse(Submission, body)
  if (!read.success) {
    const places = read.issues.slice(0, 20).map((issue) => (v.getDotPath(issue) ?? '').slice(0, 64))
    return refuse(call, problem.wrongShape([...new Set(places)]))
  }
  const submitted = await submit(call.deps, call.me, read.output)
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
