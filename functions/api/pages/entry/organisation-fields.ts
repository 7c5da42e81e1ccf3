// What came back of the fields of an organisation: tidied up, or what is wrong with it.

import * as v from 'valibot'
import type { LocalText } from '../../../../shared/language.ts'
import { officeMessages } from '../../../../shared/messages/office.ts'
import { tidy } from '../../../../shared/organisation/person-entry.ts'
import type { TypedOrganisation } from '../../../../web/pages/entry/organisation-fields.tsx'
import type { Call } from '../../call.ts'

const Name = v.pipe(v.string(), v.minLength(1), v.maxLength(200))

/** What was typed into a field, of a length that a page can show again. */
export const textIn = (fields: URLSearchParams, name: string): string => tidy((fields.get(name) ?? '').slice(0, 1_000))

/** Whether the calendar knows the time zone. */
function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+/-]{1,59}$/.test(name)) return false
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

export type ReadOrganisation = {
  readonly typed: TypedOrganisation
  readonly faults: Map<string, string>
  readonly said: { readonly name: LocalText; readonly timeZone: string }
}

export function readOrganisationFields({ language }: Call, fields: URLSearchParams): ReadOrganisation {
  const m = officeMessages[language].organisation
  const typed = {
    nameVi: textIn(fields, 'nameVi'),
    nameEn: textIn(fields, 'nameEn'),
    timeZone: textIn(fields, 'timeZone'),
  }
  const { nameVi: vi, nameEn: en, timeZone } = typed
  const faults = new Map<string, string>()
  if (!v.is(Name, vi)) faults.set('nameVi', m.nameFault)
  if (en !== '' && !v.is(Name, en)) faults.set('nameEn', m.nameFault)
  if (!isTimeZone(timeZone)) faults.set('timeZone', m.timeZoneFault)
  return { typed, faults, said: { name: en === '' ? { vi } : { vi, en }, timeZone } }
}
