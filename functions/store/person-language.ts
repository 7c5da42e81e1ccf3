// The language that a person chose last, on any device: mails are written in it. Beside the person, so that choosing one never
// meets a change of the person.

import * as v from 'valibot'
import type { OrganisationId, PersonId } from '../../shared/ids.ts'
import { Language } from '../../shared/language.ts'
import { key } from './keys.ts'
import { numberOf, type Table } from './table.ts'

/** Undefined where the person never chose one. */
export async function findPersonLanguage(
  table: Table,
  org: OrganisationId,
  id: PersonId,
): Promise<Language | undefined> {
  const read = v.safeParse(Language, (await table.get(key.personLanguage(org, id)))?.['language'])
  return read.success ? read.output : undefined
}

export async function notePersonLanguage(
  table: Table,
  org: OrganisationId,
  id: PersonId,
  language: Language,
): Promise<void> {
  const place = key.personLanguage(org, id)
  const version = numberOf(await table.get(place), 'version')
  // Refused: the same person has just chosen on another device.
  await table.replace({ ...place, language, version: version + 1 }, version)
}
