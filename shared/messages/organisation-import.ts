// What importing the organisation's tree says, in both languages.

import type { UnitId } from '../ids.ts'
import type { Language } from '../language.ts'
import type { PlanIssue } from '../organisation/import-plan.ts'
import type { RowIssue } from '../organisation/import-rows.ts'
import { formatDay, isAlways } from './day.ts'
import { treeFaultText } from './organisation-edit.ts'
import { organisationImportEn } from './organisation-import-en.ts'
import { organisationImportVi } from './organisation-import-vi.ts'

export const organisationImportMessages: Record<Language, typeof organisationImportVi> = {
  vi: organisationImportVi,
  en: organisationImportEn,
}

/** What is wrong with a row, in whole sentences. `nameOf`: what people call a unit. */
export function rowIssueText(issue: RowIssue | PlanIssue, language: Language, nameOf: (id: UnitId) => string): string {
  const m = organisationImportMessages[language].issues
  switch (issue.kind) {
    case 'column-twice':
      return m[issue.kind](issue.header)
    case 'too-many-columns':
    case 'too-many-rows':
    case 'too-long':
      return m[issue.kind](issue.limit)
    case 'row-twice':
      return m[issue.kind](issue.other)
    case 'parent-unknown':
    case 'successor-unknown':
      return m[issue.kind](issue.code, isAlways(issue.day) ? undefined : formatDay(issue.day, language))
    case 'unsound':
      return `${treeFaultText(issue.fault, language, nameOf)}.`
    default:
      return m[issue.kind]
  }
}
