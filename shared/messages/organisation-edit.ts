// What changing the organisation's tree says, in both languages; and what is wrong with a tree, in words.

import type { UnitId } from '../ids.ts'
import type { Language } from '../language.ts'
import type { ChangeFault } from '../organisation/change.ts'
import { formatDay } from './day.ts'
import { organisationEditEn } from './organisation-edit-en.ts'
import { organisationEditVi } from './organisation-edit-vi.ts'

export const organisationEditMessages: Record<Language, typeof organisationEditVi> = {
  vi: organisationEditVi,
  en: organisationEditEn,
}

/** What is wrong, as a whole sentence without its full stop. `nameOf`: what people call a unit. */
export function treeFaultText(fault: ChangeFault, language: Language, nameOf: (id: UnitId) => string): string {
  const m = organisationEditMessages[language].tree
  const unit = nameOf(fault.unitId)
  const day = formatDay(fault.day, language)
  switch (fault.kind) {
    case 'parent-absent':
      return m[fault.kind](unit, nameOf(fault.parentId), day)
    case 'code-twice':
      return m[fault.kind](unit, fault.code, nameOf(fault.otherId), day)
    case 'second-top':
      return m[fault.kind](unit, nameOf(fault.topId))
    case 'successor-absent':
      return m[fault.kind](unit, nameOf(fault.successorId), day)
    case 'parent-unknown':
    case 'top-moved':
    case 'top-closed':
      return m[fault.kind](unit)
    default:
      return m[fault.kind](unit, day)
  }
}
