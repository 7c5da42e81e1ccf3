// What changing the organisation's tree says, in both languages; and what is wrong with a tree, in words.

import type { UnitId } from '../ids.ts'
import type { Language } from '../language.ts'
import type { ChangeFault } from '../organisation/change.ts'
import { formatDay, isAlways } from './day.ts'
import { organisationEditEn } from './organisation-edit-en.ts'
import { organisationEditVi } from './organisation-edit-vi.ts'

export const organisationEditMessages: Record<Language, typeof organisationEditVi> = {
  vi: organisationEditVi,
  en: organisationEditEn,
}

/** What is wrong, as a whole sentence without its full stop. `nameOf`: what people call a unit. */
export function treeFaultText(fault: ChangeFault, language: Language, nameOf: (id: UnitId) => string): string {
  const { tree: m, onDay, allAlong } = organisationEditMessages[language]
  const unit = nameOf(fault.unitId)
  const day = formatDay(fault.day, language)
  const when = isAlways(fault.day) ? allAlong : onDay(day)
  switch (fault.kind) {
    case 'parent-absent':
      return m[fault.kind](unit, nameOf(fault.parentId), when)
    case 'code-twice':
      return m[fault.kind](unit, fault.code, nameOf(fault.otherId), when)
    case 'second-top':
      return m[fault.kind](unit, nameOf(fault.topId))
    case 'successor-absent':
      return m[fault.kind](unit, nameOf(fault.successorId), when)
    case 'parent-unknown':
    case 'top-moved':
    case 'top-closed':
      return m[fault.kind](unit)
    case 'not-standing':
      return m[fault.kind](unit, when)
    case 'circle':
      return m[fault.kind](unit, isAlways(fault.day) ? undefined : day)
    default:
      return m[fault.kind](unit, day)
  }
}
