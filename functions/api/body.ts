// The body of a request, as text. Undecodable bytes are refused, not replaced: a name with U+FFFD in it would be stored,
// acknowledged and printed.

import type { Context } from 'hono'
import { type Problem, problem } from '../../shared/problems.ts'
import { fail, ok, type Result } from '../../shared/result.ts'

/** A filled-in form is a few KB. Evidence goes another way, in parts. */
export const largestContent = 256 * 1_024

/** A browser's form takes up to nine bytes for a Vietnamese letter of three, so its body may be larger than its content. */
export const largestBody = 1_024 * 1_024

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** The body of a program's request. */
export async function bodyText(c: Context): Promise<Result<string, Problem>> {
  const bytes = await c.req.arrayBuffer()
  if (bytes.byteLength > largestContent) return fail(problem.tooLarge(largestContent))
  const text = decoded(bytes)
  return text === undefined ? fail(problem.badEncoding()) : ok(text)
}

function decoded(bytes: ArrayBuffer): string | undefined {
  try {
    return utf8.decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

/**
 * What a browser's form sent. Every form of ours is sent as application/x-www-form-urlencoded; a body of another kind has
 * none of the fields, and is refused by the code that misses them.
 */
export const formFields = async (c: Context): Promise<URLSearchParams> => new URLSearchParams(await c.req.text())

/** The bytes of what was typed, without the packing of the form. */
export const contentBytes = (values: ReadonlyMap<string, string>): number =>
  [...values].reduce((sum, [name, value]) => sum + Buffer.byteLength(name) + Buffer.byteLength(value), 0)

/** Whether something in what was typed could not be decoded: URLSearchParams puts U+FFFD there. */
export const isGarbled = (values: ReadonlyMap<string, string>): boolean =>
  [...values.values()].some((value) => value.includes('\ufffd'))
