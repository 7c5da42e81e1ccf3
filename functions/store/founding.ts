// How an installation that holds nothing gets its organisation: one person, named by a setting, founds it and is its first
// administrator. Whatever was written before a crash is taken up by the next try.

import * as v from 'valibot'
import { OrganisationId, PersonId, UnitId } from '../../shared/ids.ts'
import type { LocalText } from '../../shared/language.ts'
import { claimEmail } from './identities.ts'
import { key } from './keys.ts'
import { listOrganisations, saveOrganisation } from './organisation.ts'
import { insertPerson } from './people.ts'
import type { Principal } from './sessions.ts'
import { numberOf, type Table, textOf } from './table.ts'
import { hashOf, secondsOf } from './tokens.ts'

/** Notes that whoever holds the token has proved to be the founder. `expiresAt`: ISO 8601, UTC. */
export async function insertFounder(table: Table, token: string, expiresAt: string): Promise<void> {
  if (!(await table.insert({ ...key.founder(hashOf(token)), expiresAt: secondsOf(expiresAt) })))
    throw new Error('A founder token came up twice')
}

export async function isFounder(table: Table, token: string, now: string): Promise<boolean> {
  return numberOf(await table.get(key.founder(hashOf(token))), 'expiresAt') > secondsOf(now)
}

const Ids = v.strictObject({ organisationId: OrganisationId, personId: PersonId, unitId: UnitId })
type Ids = v.InferOutput<typeof Ids>

export type Founding = {
  readonly ids: Ids
  readonly name: LocalText
  /** IANA name. */
  readonly timeZone: string
  readonly unit: { readonly code: string; readonly name: string; readonly level: string }
  readonly founder: { readonly name: string; readonly email: string }
}

/** The ids that hold: those of the first try. */
async function agreeOn(table: Table, ids: Ids): Promise<Ids> {
  const place = key.founding()
  await table.insert({ ...place, body: JSON.stringify(ids) })
  const item = await table.get(place)
  if (!item) throw new Error('The founding was not noted')
  return v.parse(Ids, JSON.parse(textOf(item, 'body')))
}

/**
 * Founds the organisation; answers whom the founder signs in as, and whether this call is the one to tell of it: of two
 * presses side by side one is. Two presses found one. The
 * founder is stored before the organisation is listed: a crash in between leaves the page open, and nobody locked out.
 */
export async function found(table: Table, founding: Founding): Promise<{ who: Principal; isNew: boolean }> {
  const { organisationId, personId, unitId } = await agreeOn(table, founding.ids)
  const who = { organisationId, personId }
  if ((await listOrganisations(table)).length > 0) return { who, isNew: false }
  const { name, timeZone, unit, founder } = founding
  await insertPerson(table, organisationId, { id: personId, ...founder, roles: [{ role: 'admin', unitId }] })
  await claimEmail(table, founder.email, who)
  const top = { id: unitId, ...unit, parentId: null, members: 0 }
  await saveOrganisation(table, { id: organisationId, name, timeZone }, [top], 0)
  // Where the organisation was written by a try that died before it was listed.
  await table.insert(key.organisationListed(organisationId))
  return { who, isNew: await table.insert(key.foundingTold()) }
}
