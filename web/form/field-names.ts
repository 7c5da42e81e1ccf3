// How a form's answers are called when a browser sends them: "q." and the question's place, so that no question can be taken
// for one of the form's own hidden fields.

const prefix = 'q.'
const filePrefix = 'file.'
const thenPrefix = 'then.'

export const fieldName = (place: string): string => `${prefix}${place}`
export const fileField = (place: string): string => `${filePrefix}${place}`
/** What a question held when its page was shown. The script takes these fields away: it sees each change itself. */
export const thenField = (place: string): string => `${thenPrefix}${place}`

type Fields = Iterable<readonly [string, string]>
type ByPlace = (readonly [place: string, text: string])[]

const prefixed = (fields: Fields, start: string): ByPlace =>
  [...fields].flatMap(([name, value]) => (name.startsWith(start) ? [[name.slice(start.length), value] as const] : []))

/** What was typed, by place, in the order of the page: a place with several choices stands several times. */
export const typedAnswers = (fields: Fields): ByPlace => prefixed(fields, prefix)

/** What questions held when their page was shown, by place. */
export const valuesThen = (fields: Fields): ByPlace => prefixed(fields, thenPrefix)

/** The place of a file's field; undefined for a field of another kind. */
export const placeOfFile = (name: string): string | undefined =>
  name.startsWith(filePrefix) ? name.slice(filePrefix.length) : undefined

/** Where links to a question lead: the field, or the first of a set. */
export const fieldId = (place: string): string => `q-${place}`
export const hintId = (place: string): string => `h-${place}`
export const faultId = (place: string): string => `e-${place}`
