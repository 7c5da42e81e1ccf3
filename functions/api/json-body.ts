// A program's request body: JSON of an expected shape, or the problem with it.

import type { Context } from 'hono'
import * as v from 'valibot'
import { type Problem, problem } from '../../shared/problems.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { bodyText } from './body.ts'

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** The body as the schema has it; the places where it has another shape are named, at most 20 of them. */
export async function readJson<const S extends v.GenericSchema>(
  c: Context,
  schema: S,
): Promise<Result<v.InferOutput<S>, Problem>> {
  const text = await bodyText(c)
  if (!text.ok) return text
  const body = parse(text.value)
  if (body === undefined) return fail(problem.notJson())
  const read = v.safeParse(schema, body)
  if (read.success) return ok(read.output)
  const places = read.issues.slice(0, 20).map((issue) => (v.getDotPath(issue) ?? '').slice(0, 64))
  return fail(problem.wrongShape([...new Set(places)]))
}
