// How an answer names its evidence: by the SHA-256 of the bytes, so that answers can be sent first and the file later,
// and nothing that arrives can stand in for what was meant. The name is what its owner called the file, for people only.

import * as v from 'valibot'

/** SHA-256 in lower-case hexadecimal. */
export const Sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/), v.brand('Sha256'))
export type Sha256 = v.InferOutput<typeof Sha256>

/** In characters (code points). */
const longestName = 100

/** Control characters, halves of surrogate pairs, and what turns a name into a path or turns reading round. */
const unfit = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069/\\]/u

/** The name of a file: 1 to 100 characters, no control characters, no slashes, and neither "." nor "..". */
export const FileName = v.pipe(
  v.string(),
  v.check((name) => {
    const isNamed = name.trim() === name && name !== '' && name !== '.' && name !== '..'
    return isNamed && !unfit.test(name) && [...name].length <= longestName
  }),
  v.brand('FileName'),
)
export type FileName = v.InferOutput<typeof FileName>

export type EvidenceReference = { readonly sha256: Sha256; readonly name: FileName }

/** Such as "9f86d0…0a08 bien-ban.pdf": the hash, one blank, the name. */
export const formatReference = ({ sha256, name }: EvidenceReference): string => `${sha256} ${name}`

/** What an answer refers to; undefined where its text is no reference. */
export function parseReference(text: string): EvidenceReference | undefined {
  const sha256 = v.safeParse(Sha256, text.slice(0, 64))
  const name = v.safeParse(FileName, text.slice(65))
  if (text[64] !== ' ' || !sha256.success || !name.success) return undefined
  return { sha256: sha256.output, name: name.output }
}

/**
 * The nearest name that can be kept, of what a browser calls a file: without folders and unfit characters, and shortened
 * before its ending, which says what the file is opened with.
 */
export function fileNameFrom(text: string): FileName {
  const last = text.toWellFormed().split(/[/\\]/).at(-1) ?? ''
  const characters = [...last]
    .filter((one) => !unfit.test(one))
    .join('')
    .trim()
  const dot = characters.lastIndexOf('.')
  const ending = dot > 0 && characters.length - dot <= 10 ? characters.slice(dot) : ''
  const stem = [...characters.slice(0, characters.length - ending.length)]
  const short = `${stem.slice(0, longestName - [...ending].length).join('')}${ending}`.trim()
  const name = v.safeParse(FileName, short)
  return name.success ? name.output : v.parse(FileName, 'file')
}
