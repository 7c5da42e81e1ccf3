// Languages of the interface and of the reports, and texts that carry several of them.

import * as v from 'valibot'

/** Vietnamese first: it is the default wherever nothing else is asked for. */
export const languages = ['vi', 'en'] as const
export const Language = v.picklist(languages)
export type Language = v.InferOutput<typeof Language>

/** A text in Vietnamese and, where somebody translated it, in English. At most 2,000 characters each. */
export const LocalText = v.strictObject({
  vi: v.pipe(v.string(), v.minLength(1), v.maxLength(2_000)),
  en: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(2_000))),
})
export type LocalText = v.InferOutput<typeof LocalText>

/** The text in the language asked for, or in Vietnamese where it was never translated. */
export const localize = (text: LocalText, language: Language): string => text[language] ?? text.vi
