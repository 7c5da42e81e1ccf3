// Inviting members: what a survey needs before its first link, and a batch of links. The tokens and codes are handed back once,
// to be printed or sent; from then on the table alone can't tell them.

import type { Campaign } from '../shared/campaign/campaign.ts'
import type { UnitId } from '../shared/ids.ts'
import { asId } from '../shared/ids.ts'
import { signsFrom } from '../shared/survey/link-key.ts'
import { Door } from '../shared/survey/survey.ts'
import type { Secrets } from './secrets.ts'
import { saveCampaign, type VersionedCampaign } from './store/campaigns.ts'
import { insertDoor, insertInvitation, type Round } from './store/invitations.ts'
import type { Table } from './store/table.ts'
import { hashOf } from './store/tokens.ts'
import { secretName } from './submit/member.ts'
import { codeHash, sealKeys } from './survey-secret.ts'

export type InviteDeps = {
  readonly table: Table
  readonly secrets: Secrets
  /** 256 random bits, base64url. */
  readonly randomToken: () => string
}

/** Whom to invite, as a roster has them. */
export type Invitee = {
  readonly unitId: UnitId
  readonly name?: string
  readonly email?: string
  readonly phone?: string
}

/** An invitation as it is handed out: the one time that token and code are known. */
export type HandedOut = Invitee & { readonly door: Door; readonly token: string; readonly code: string }

const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'base64url')

const mostTries = 20

/** A door that leads to a survey: its own, or a new one, which is its own once openDoor has noted it. */
export async function doorFor(deps: InviteDeps, { survey, organisationId, id }: Campaign): Promise<Door> {
  if (!survey) throw new Error(`Campaign ${id} is no survey`)
  if (survey.door) return survey.door
  for (let tries = 0; tries < mostTries; tries += 1) {
    const door = asId(Door, signsFrom(bytesOf(deps.randomToken()).subarray(0, 4)))
    if (await insertDoor(deps.table, door, { organisationId, campaignId: id })) return door
  }
  throw new Error('No free door was found')
}

/**
 * The door of a survey, noted now where it has none yet: from then on how it is answered can't change, since links are there.
 * Undefined where somebody else changed the campaign meanwhile. `made`: a door that doorFor made before.
 */
export async function openDoor(
  deps: InviteDeps,
  { campaign, version }: VersionedCampaign,
  made?: Door,
): Promise<Door | undefined> {
  const { survey, id } = campaign
  if (!survey) throw new Error(`Campaign ${id} is no survey`)
  if (survey.door) return survey.door
  const door = made ?? (await doorFor(deps, campaign))
  return (await saveCampaign(deps.table, { ...campaign, survey: { ...survey, door } }, version)) ? door : undefined
}

/** The secret of a round, made now where there is none yet. */
export async function roundSecret(deps: InviteDeps, campaign: Pick<Campaign, 'id'>, round: Round): Promise<string> {
  const name = secretName(campaign, round)
  await deps.secrets.make(name, deps.randomToken())
  const secret = await deps.secrets.read(name)
  if (secret === undefined) throw new Error('A secret was made and is not there')
  return secret
}

/** At once, so that a batch of thousands ends in time and nothing is throttled. */
const atOnce = 25

/**
 * Invites people to a round. Each invitation stands by itself: a batch that breaks off has invited those that it got to, and
 * none of them can be reached until it is begun anew for all. `door`: from doorFor or openDoor.
 */
export async function invite(
  deps: InviteDeps,
  survey: { readonly campaign: Pick<Campaign, 'id'>; readonly round: Round; readonly door: Door },
  invitees: readonly Invitee[],
): Promise<HandedOut[]> {
  const { campaign, round, door } = survey
  const secret = await roundSecret(deps, campaign, round)
  const handedOut: HandedOut[] = []
  const inviteOne = async (invitee: Invitee): Promise<HandedOut> => {
    const token = deps.randomToken().slice(0, 22)
    const code = signsFrom(bytesOf(deps.randomToken()).subarray(0, 8))
    await insertInvitation(
      deps.table,
      { campaignId: campaign.id, round, hash: hashOf(token) },
      {
        ...invitee,
        sealed: sealKeys(secret, { token, code }),
        code: codeHash(secret, code),
        answered: [],
        reminders: 0,
      },
    )
    return { ...invitee, door, token, code }
  }
  for (let done = 0; done < invitees.length; done += atOnce)
    handedOut.push(...(await Promise.all(invitees.slice(done, done + atOnce).map(inviteOne))))
  return handedOut
}
