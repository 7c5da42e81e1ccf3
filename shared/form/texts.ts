// Texts of a form in the language that a person reads. A form names its languages as its author did: "Tiếng Việt (vi)".

import type { Texts, XlsForm } from '../xlsform/form.ts'
import { languageCode } from '../xlsform/language-code.ts'

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
export const formTitle = ({ settings }: XlsForm, language: string): string =>
  settings.titles?.find(([one]) => one === language)?.[1] ??
  settings.title ??
  settings.titles?.[0]?.[1] ??
  settings.formId ??
  ''

/** A text of a form without markup, for places that know no draft: what it takes from answers is left open. */
export const plainLabel = (text: string): string => text.replace(/\*\*|__|<[^<>]*>/g, '').replace(/\$\{[^{}]*\}/g, '…')
