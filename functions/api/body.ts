// The body of a request: text, and files with it. Undecodable bytes are refused, not replaced: a name with U+FFFD in it would be stored,
// acknowledged and printed.

import type { Context } from 'hono'
import { largestUpload } from '../../shared/evidence/parts.ts'
import { type Problem, problem } from '../../shared/problems.ts'
import { fail, ok, type Result } from '../../shared/result.ts'

/** A filled-in form is a few KB. Evidence goes another way, in parts. */
export const largestContent = 256 * 1_024

/** A browser's form takes up to nine bytes for a Vietnamese letter of three, so its body may be larger than its content. */
export const largestBody = 1_024 * 1_024

/**
 * A form with files: 4 MB of them and what was typed. A function takes at most 6 MB, headers included, and its body comes
 * as base64, which is a third longer.
 */
export const largestFormWithFiles = largestUpload + largestContent

/** Files in one form: more than any has questions for them, and few enough to be looked at one by one. */
const mostFiles = 100

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

/** Whether the body is a form with files in it, as a browser sends it where the form says multipart/form-data. */
export const isMultipart = (c: Context): boolean => /^multipart\/form-data\b/i.test(c.req.header('content-type') ?? '')

export type FormParts = {
  /** What was typed and chosen, in the order of the form. */
  readonly fields: URLSearchParams
  /** The files that were chosen, in the order of the form. A file field that was left empty is not among them. */
  readonly files: readonly { readonly name: string; readonly file: File }[]
}

/**
 * What a browser's form sent, with files (multipart/form-data) or without (application/x-www-form-urlencoded). How much it
 * may be, the route table says; the body is in memory by now.
 */
export async function formParts(c: Context): Promise<Result<FormParts, Problem>> {
  if (!isMultipart(c)) return ok({ fields: await formFields(c), files: [] })
  const form = await multipart(c)
  if (!form) return fail(problem.wrongShape(['body']))
  const fields = new URLSearchParams()
  const files: { name: string; file: File }[] = []
  for (const [name, value] of form.entries())
    if (typeof value === 'string') fields.append(name, value)
    else if (value.size > 0 || value.name !== '') files.push({ name, file: value })
  return files.length > mostFiles ? fail(problem.wrongShape(['body'])) : ok({ fields, files })
}

/** Undefined where the body isn't what its type says. */
async function multipart(c: Context): Promise<FormData | undefined> {
  try {
    return await c.req.formData()
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

type Typed = readonly (readonly [place: string, text: string])[]

/** The bytes of what was typed, without the packing of the form. */
export const contentBytes = (values: Typed): number =>
  values.reduce((sum, [name, value]) => sum + Buffer.byteLength(name) + Buffer.byteLength(value), 0)

/** Whether something in what was typed could not be decoded: URLSearchParams puts U+FFFD there. */
export const isGarbled = (values: Typed): boolean => values.some(([, text]) => text.includes('\ufffd'))
