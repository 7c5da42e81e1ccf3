// What people type and browsers send becomes the text that XForms writes for a type of question; and whether a text is one
// (https://getodk.github.io/xforms-spec/#data-types). The types are handed in, so that a page carries those of its form alone
// (types.ts has them all).

import type { ItemType, ProgramItem } from './program.ts'

type Typed = Pick<ProgramItem, 'type' | 'whole'>

export type TypeFault =
  | 'answer.not-integer'
  | 'answer.not-decimal'
  | 'answer.not-date'
  | 'answer.not-time'
  | 'answer.not-date-time'
  | 'answer.not-place'
  | 'answer.not-evidence'
  | 'answer.bad-character'
  | 'answer.too-long'

/**
 * How the texts of a type are read (given trimmed), and what keeps one from being an answer. `whole`: a range of whole numbers;
 * `locale`: whose signs numbers are typed with.
 */
export type AnswerType = {
  readonly read?: (text: string, whole: boolean, locale: string) => string
  readonly fault: (text: string, whole: boolean) => TypeFault | undefined
}
export type TypeTable = { readonly [Type in ItemType]?: AnswerType }

/** The number of the characters that a text may have where its question says nothing (code points). */
export const longestText = 20_000

/** The text of a type that was meant; what can't be read stays as it is, so that its fault can be named. */
export function readTyped(types: TypeTable, { type, whole }: Typed, text: string, locale: string): string {
  const trimmed = text.replace(/\r\n/g, '\n').trim()
  return types[type]?.read?.(trimmed, whole === true, locale) ?? trimmed
}

/** Half a surrogate pair: what encodes differently from how it reads. */
const isWellFormed = (text: string): boolean => {
  try {
    encodeURIComponent(text)
    return true
  } catch {
    return false
  }
}

/** What keeps a text from being an answer of its type; undefined where nothing does. Choices are checked by their list. */
export function typeFault(types: TypeTable, { type, whole }: Typed, text: string): TypeFault | undefined {
  // Neither NUL nor half a surrogate pair can be stored, shown or printed.
  if (text.includes('\0') || !isWellFormed(text)) return 'answer.bad-character'
  if (text.length > longestText && [...text].length > longestText) return 'answer.too-long'
  return types[type]?.fault(text, whole === true)
}
