// The switch between the languages of a form that has more of them than the pages do.

import type { FormVersion } from '../../shared/form/form.ts'
import { languages } from '../../shared/language.ts'
import { languageCode } from '../../shared/xlsform/language-code.ts'
import { answersForm } from './form-body.tsx'
import { type FormScreen, messagesOf } from './screen.ts'

/** "Español (es)" is called Español. */
const nameOf = (language: string): string => language.replace(/\s*\([^()]*\)\s*$/, '') || language

/** Whether a form has languages that the switch of the pages doesn't lead to. */
export const hasFurtherLanguages = ({ form }: FormVersion): boolean =>
  form.languages.some((one) => one !== '' && !languages.some((ours) => ours === languageCode(one)?.split('-')[0]))

/** Columns without a language belong to the default one, where the form names it. */
const offered = ({ form: { languages: all, settings } }: FormVersion): readonly string[] =>
  all.some((one) => one !== '' && one === settings.defaultLanguage) ? all.filter((one) => one !== '') : all

/** Nothing where the switch between the pages' own languages is enough. It sends what was typed, and the form comes back. */
export function FormLanguage({ screen }: { readonly screen: FormScreen }) {
  const { version } = screen
  if (!hasFurtherLanguages(version)) return null
  const m = messagesOf(screen)
  return (
    <p class="meta">
      <label for="otherLanguage">{m.formLanguage}</label>
      <select id="otherLanguage" name="otherLanguage" form={answersForm}>
        {offered(version).map((one) => (
          <option key={one} value={one} lang={languageCode(one)} selected={one === screen.language}>
            {one === '' ? m.originalLanguage : nameOf(one)}
          </option>
        ))}
      </select>
      <button type="submit" class="minor" form={answersForm} name="action" value="refresh">
        {m.changeLanguage}
      </button>
    </p>
  )
}
