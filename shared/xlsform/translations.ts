// Languages: columns that one language has and another lacks, names without a code, a default that no header names.

import type { XlsSettings } from './form.ts'
import { type Issues, issue } from './issue.ts'
import { languageCode } from './language-code.ts'
import { isTranslated, type Table } from './table.ts'

export function checkTranslations(
  tables: readonly Table[],
  languages: readonly string[],
  settings: XlsSettings,
  orOther: { readonly sheet: string; readonly row: number } | undefined,
  issues: Issues,
): void {
  const named = languages.filter((language) => language !== '')
  const { defaultLanguage } = settings
  if (named.length === 0) return
  const isDefault = (language: string) =>
    language === '' && (defaultLanguage === undefined || !named.includes(defaultLanguage))
  for (const { sheet, columns } of tables) {
    const written = columns.filter(({ key, status }) => status === 'used' && isTranslated(key))
    const keys = [...new Set(written.map(({ key }) => key))]
    for (const language of languages) {
      if (language === '' && !isDefault('')) continue
      const stands = (key: string) =>
        written.some(
          (column) => column.key === key && (column.language === language || covers(column.language, language)),
        )
      const missing = keys.filter((key) => !stands(key))
      if (missing.length > 0) issues.warn(issue.translationMissing(sheet, language, missing))
    }
  }
  function covers(written: string, language: string): boolean {
    return written === '' && language === defaultLanguage
  }
  const [survey] = tables
  const sheet = survey?.sheet ?? 'survey'
  for (const language of named)
    if (languageCode(language) === undefined) issues.warn(issue.languageCode(sheet, language))
  if (orOther) issues.warn(issue.otherTranslated({ sheet: orOther.sheet, row: orOther.row }))
}
