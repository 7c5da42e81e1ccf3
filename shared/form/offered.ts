// A form as a campaign offers it: in some of its languages.

import type { XlsForm } from '../xlsform/form.ts'
import type { FormVersion } from './form.ts'

/** Worked out once for each choice, so that what is kept for a form is kept for it too. */
const narrowed = new WeakMap<XlsForm, Map<string, FormVersion>>()

/** The version with these of its languages alone; as it is where none are named, or it has none of them. */
export function inLanguages(version: FormVersion, offered: readonly string[] | undefined): FormVersion {
  const { form } = version
  const languages = form.languages.filter((one) => offered?.includes(one))
  if (languages.length === 0 || languages.length === form.languages.length) return version
  const known = narrowed.get(form) ?? new Map<string, FormVersion>()
  narrowed.set(form, known)
  const name = JSON.stringify(languages)
  const there = known.get(name) ?? { ...version, form: { ...form, languages } }
  known.set(name, there)
  return there
}
