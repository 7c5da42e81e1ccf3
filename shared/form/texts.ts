// Texts of a form in the language that a person reads. A form names its languages as its author did: "Tiếng Việt (vi)".

import type { Texts, XlsForm } from '../xlsform/form.ts'

/** The code (BCP 47) that a language's name ends with or is: "English (en)" -> "en"; common names without one are known. */
export function languageCode(language: string): string | undefined {
  const code =
    /\(([a-z]{2,3}(?:-[a-z0-9]{2,8})*)\)\s*$/i.exec(language)?.[1] ?? /^[a-z]{2}(?:-[a-z]{2})?$/i.exec(language)?.[0]
  if (code !== undefined) return code.toLowerCase()
  const known: Readonly<Record<string, string>> = { english: 'en', 'tiếng việt': 'vi', vietnamese: 'vi' }
  return known[language.trim().toLowerCase()]
}

/**
 * The form's language for a person whose pages are in `wanted` (a code): the language with that code, else the default of
 * the form, else its first.
 */
export function formLanguage(form: XlsForm, wanted: string): string {
  const { languages, settings } = form
  const base = (language: string) => languageCode(language)?.split('-')[0]
  return (
    languages.find((one) => one === wanted) ??
    languages.find((one) => base(one) === wanted) ??
    languages.find((one) => one === settings.defaultLanguage) ??
    languages[0] ??
    ''
  )
}

/** The text in a language; where it was not translated, the one of the default or of the first language. */
export function textIn(texts: Texts | undefined, language: string): string | undefined {
  return (texts?.find(([one]) => one === language) ?? texts?.find(([one]) => one === '') ?? texts?.[0])?.[1]
}

/** The language that textIn answers in, when it isn't the one asked for. */
export function textLanguage(texts: Texts | undefined, language: string): string | undefined {
  const found = texts?.find(([one]) => one === language) ?? texts?.find(([one]) => one === '') ?? texts?.[0]
  return found && found[0] !== language ? languageCode(found[0]) : undefined
}

/** The form's title; a column of ours, `form_title::LANGUAGE`, translates it. */
export function formTitle({ settings }: XlsForm, language: string): string {
  const translated = settings.other?.find(([header]) => header === `form_title::${language}`)?.[1]
  return translated ?? settings.title ?? settings.formId ?? ''
}
