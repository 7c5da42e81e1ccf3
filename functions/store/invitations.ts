// Who is invited to a survey. The table holds the SHA-256 of an invitation's token; the token itself only sealed under the
// survey's secret, and only until it is answered, so that a reminder can carry the link. No time is ever noted here.

import * as v from 'valibot'
import {
  type CampaignId,
  CampaignId as CampaignIdSchema,
  OrganisationId,
  type PeriodId,
  UnitId,
} from '../../shared/ids.ts'
import type { Placement } from '../../shared/survey/placement.ts'
import type { Door } from '../../shared/survey/survey.ts'
import { key, partition } from './keys.ts'
import { type Item, numberOf, queryAll, type Table, textOf } from './table.ts'

/** Invitations of an anonymous survey hold for one period, and those of a named one for all of its periods. */
export type Round = PeriodId | 'all'

const Invitation = v.strictObject({
  /** The unit of the person who is invited. */
  unitId: UnitId,
  /** As the roster has it; left out where slips are handed out to whoever is there. */
  name: v.optional(v.string()),
  email: v.optional(v.string()),
  phone: v.optional(v.string()),
  /** Token and code, sealed under the survey's secret (survey-secret.ts); gone as soon as it is answered, where that is anonymous. */
  sealed: v.optional(v.string()),
  /** The code's name (survey-secret.ts). */
  code: v.optional(v.string()),
  /** Periods that are answered. */
  answered: v.array(v.string()),
  /** The newest mailing of the round (mailings.ts) that the person was sent; 0: none. */
  reminders: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
})
export type Invitation = v.InferOutput<typeof Invitation>

export type InvitationPlace = { readonly campaignId: CampaignId; readonly round: Round; readonly hash: string }
export type StoredInvitation = InvitationPlace & { readonly invitation: Invitation; readonly version: number }

const placeOf = ({ campaignId, round, hash }: InvitationPlace) => key.invitation(campaignId, round, hash)

const storedIn = (campaignId: CampaignId, round: Round, item: Item): StoredInvitation => ({
  ...{ campaignId, round, hash: item.sk, version: numberOf(item, 'version') },
  invitation: v.parse(Invitation, JSON.parse(textOf(item, 'body'))),
})

/** Stores a new invitation, its code first: an invitation that is there can be used in each way. */
export async function insertInvitation(table: Table, place: InvitationPlace, invitation: Invitation): Promise<void> {
  if (invitation.code !== undefined) {
    const at = key.invitationCode(place.campaignId, place.round, invitation.code)
    if (!(await table.insert({ ...at, invitation: place.hash }))) throw new Error('A code came up twice')
  }
  const isNew = await table.insert({ ...placeOf(place), body: JSON.stringify(invitation), version: 1 })
  if (!isNew) throw new Error('A token came up twice')
}

export async function findInvitation(table: Table, place: InvitationPlace): Promise<StoredInvitation | undefined> {
  const item = await table.get(placeOf(place))
  return item && storedIn(place.campaignId, place.round, item)
}

/** The invitation that a code leads to. */
export async function findByCode(
  table: Table,
  campaignId: CampaignId,
  round: Round,
  code: string,
): Promise<StoredInvitation | undefined> {
  const item = await table.get(key.invitationCode(campaignId, round, code))
  return item && findInvitation(table, { campaignId, round, hash: textOf(item, 'invitation') })
}

/** Every invitation of a round, in the order of their hashes, which says nothing. */
export async function listInvitations(table: Table, campaignId: CampaignId, round: Round): Promise<StoredInvitation[]> {
  const items = await queryAll(table, partition.invitations(campaignId, round))
  return items.map((item) => storedIn(campaignId, round, item))
}

export const isAnybodyInvited = async (table: Table, campaignId: CampaignId, round: Round): Promise<boolean> =>
  (await table.query(partition.invitations(campaignId, round), { limit: 1 })).items.length > 0

const mostTries = 10

/**
 * Changes an invitation, again where somebody else was faster; `change` answers undefined where nothing is to be done. Whether
 * anything was changed.
 */
export async function changeInvitation(
  table: Table,
  place: InvitationPlace,
  change: (invitation: Invitation) => Invitation | undefined,
): Promise<boolean> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const found = await findInvitation(table, place)
    const changed = found && change(found.invitation)
    if (!found || !changed) return false
    const item = { ...placeOf(place), body: JSON.stringify(changed), version: found.version + 1 }
    if (await table.replace(item, found.version)) return true
  }
  throw new Error(`An invitation was changed ${mostTries} times under this change`)
}

/**
 * Notes that an invitation is answered. In an anonymous survey the same write takes away what could still lead to its token;
 * no time is noted.
 */
export const noteAnswered = (
  table: Table,
  place: InvitationPlace,
  period: PeriodId,
  isAnonymous: boolean,
): Promise<boolean> =>
  changeInvitation(table, place, (invitation) => {
    if (invitation.answered.includes(period)) return undefined
    const { sealed, ...rest } = invitation
    const kept = sealed !== undefined && !isAnonymous ? { ...rest, sealed } : rest
    return { ...kept, answered: [...invitation.answered, period].sort() }
  })

const batchLives = 7 * 24 * 3_600

/** Whether this press is the first of its batch. */
export const claimBatch = (table: Table, campaignId: CampaignId, batch: string, now: string): Promise<boolean> =>
  table.insert({
    ...key.invitationBatch(campaignId, batch),
    expiresAt: Math.floor(Date.parse(now) / 1_000) + batchLives,
  })

const DoorItem = v.strictObject({ organisationId: OrganisationId, campaignId: CampaignIdSchema })

/** Gives a door to a campaign; false where another has it. */
export const insertDoor = (
  table: Table,
  door: Door,
  leadsTo: { readonly organisationId: OrganisationId; readonly campaignId: CampaignId },
): Promise<boolean> => table.insert({ ...key.door(door), body: JSON.stringify(leadsTo) })

export async function findDoor(table: Table, door: Door): Promise<v.InferOutput<typeof DoorItem> | undefined> {
  const item = await table.get(key.door(door))
  return item && v.parse(DoorItem, JSON.parse(textOf(item, 'body')))
}

const StoredPlaces = v.array(
  v.strictObject({ unitId: UnitId, invited: v.pipe(v.number(), v.safeInteger()), from: v.array(UnitId) }),
)

function unitsByPlace(of: Placement['of']): Map<UnitId, UnitId[]> {
  const found = new Map<UnitId, UnitId[]>()
  for (const [unit, place] of of) found.set(place, [...(found.get(place) ?? []), unit])
  return found
}

/** Fixes where the answers of a round are kept; false, and nothing changed, where that is fixed already. */
export function insertPlacement(
  table: Table,
  campaignId: CampaignId,
  round: Round,
  { places, of }: Placement,
): Promise<boolean> {
  const from = unitsByPlace(of)
  const stored = places.map((place) => ({ ...place, from: from.get(place.unitId) ?? [] }))
  return table.insert({ ...key.placement(campaignId, round), body: JSON.stringify(stored) })
}

export async function findPlacement(
  table: Table,
  campaignId: CampaignId,
  round: Round,
): Promise<Placement | undefined> {
  const item = await table.get(key.placement(campaignId, round))
  if (!item) return undefined
  const stored = v.parse(StoredPlaces, JSON.parse(textOf(item, 'body')))
  return {
    places: stored.map(({ unitId, invited }) => ({ unitId, invited })),
    of: new Map(stored.flatMap(({ unitId, from }) => from.map((unit): [UnitId, UnitId] => [unit, unitId]))),
  }
}
