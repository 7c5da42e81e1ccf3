// How a form's answers are called when a browser sends them: "q." and the question's place, so that no question can be taken
// for one of the form's own hidden fields.

const prefix = 'q.'
const filePrefix = 'file.'

export const fieldName = (place: string): string => `${prefix}${place}`
export const fileField = (place: string): string => `${filePrefix}${place}`

/** What was typed, by place, in the order of the page: a place with several choices stands several times. */
export const typedAnswers = (fields: Iterable<readonly [string, string]>): (readonly [place: string, text: string])[] =>
  [...fields].flatMap(([name, value]) => (name.startsWith(prefix) ? [[name.slice(prefix.length), value] as const] : []))

/** The place of a file's field; undefined for a field of another kind. */
export const placeOfFile = (name: string): string | undefined =>
  name.startsWith(filePrefix) ? name.slice(filePrefix.length) : undefined

/** Where links to a question lead: the field, or the first of a set. */
export const fieldId = (place: string): string => `q-${place}`
export const hintId = (place: string): string => `h-${place}`
export const faultId = (place: string): string => `e-${place}`
