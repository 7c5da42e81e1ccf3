// Surveys of the demo, stored and with people invited to them. Each step is done once, however often it is begun.

import { randomBytes } from 'node:crypto'
import { type Invitee, invite, openDoor } from '../../functions/invite.ts'
import { openSecrets, type SecretSettings } from '../../functions/secrets.ts'
import { findCampaign, insertCampaignUnit, saveCampaign } from '../../functions/store/campaigns.ts'
import { openDirectory } from '../../functions/store/directory.ts'
import { listInvitations, type Round, type StoredInvitation } from '../../functions/store/invitations.ts'
import type { Table } from '../../functions/store/table.ts'
import {
  findMember,
  type Member,
  type MemberDeps,
  roundOf,
  secretName,
  submitMember,
} from '../../functions/submit/member.ts'
import { namedMember, type OwnSent, ownLastSaved, submitOwn } from '../../functions/submit/own-answers.ts'
import { unsealKeys } from '../../functions/survey-secret.ts'
import { type Campaign, type CampaignPeriod, enterUnit } from '../../shared/campaign/campaign.ts'
import type { AnswerValue } from '../../shared/form/answers.ts'
import type { FormVersion } from '../../shared/form/form.ts'
import { asId, type CampaignId, type PeriodId, ResponseId, type UnitId } from '../../shared/ids.ts'
import type { Problem } from '../../shared/problems.ts'
import type { Result } from '../../shared/result.ts'
import { organisation } from '../../shared/starter/organisation.ts'
import { withoutGroup } from '../../shared/survey/scoring.ts'
import type { Door } from '../../shared/survey/survey.ts'

/** What reaches the secrets of surveys; undefined where this process can't. */
export function surveySettings(env: Readonly<Record<string, string>>): SecretSettings | undefined {
  const { AWS_REGION, SECRETS_PREFIX, SSM_ENDPOINT } = env
  return AWS_REGION && SECRETS_PREFIX ? { AWS_REGION, SECRETS_PREFIX, SSM_ENDPOINT } : undefined
}

export const surveyDeps = (table: Table, settings: SecretSettings) => ({
  table,
  secrets: openSecrets(settings),
  directory: openDirectory(table),
  randomToken: () => randomBytes(32).toString('base64url'),
})
export type SurveyDeps = ReturnType<typeof surveyDeps>

export type InvitedSurvey = {
  readonly campaign: Campaign
  readonly door: Door
  readonly round: Round
  readonly secret: string
  readonly invitations: readonly StoredInvitation[]
}

export async function storedCampaign(table: Table, id: CampaignId): Promise<Campaign> {
  const found = await findCampaign(table, organisation.id, id)
  if (!found) throw new Error(`The demo's campaign ${id} was not stored`)
  return found.campaign
}

/**
 * Stores a survey with its units, invites whoever isn't invited yet, and opens it. `fresh`: as a draft; one that is stored
 * stays as it is. Its first period says the round.
 */
export async function inviteTo(
  deps: SurveyDeps,
  fresh: Campaign,
  invitees: readonly Invitee[],
): Promise<InvitedSurvey> {
  const { table } = deps
  const invitedIn = new Map<UnitId, Invitee[]>()
  for (const one of invitees) invitedIn.set(one.unitId, [...(invitedIn.get(one.unitId) ?? []), one])
  for (const [unitId, some] of invitedIn) await insertCampaignUnit(table, fresh, enterUnit(unitId, some.length))
  await saveCampaign(table, fresh, 0)
  const found = await findCampaign(table, organisation.id, fresh.id)
  const door = found && (await openDoor(deps, found))
  const [period] = found?.campaign.periods ?? []
  if (!found?.campaign.survey || !door || !period) throw new Error(`The demo's survey ${fresh.id} was not stored`)
  const round = roundOf(found.campaign.survey, period)
  const before = await listInvitations(table, fresh.id, round)
  const missing = [...invitedIn].flatMap(([unitId, some]) => {
    const there = before.filter(({ invitation }) => invitation.unitId === unitId)
    const names = new Set(there.map(({ invitation }) => invitation.name))
    // Without names one is like the other, and their number counts.
    return some[0]?.name === undefined ? some.slice(there.length) : some.filter(({ name }) => !names.has(name))
  })
  await invite(deps, { campaign: found.campaign, round, door }, missing)
  await openOnce(table, fresh.id)
  return {
    ...{ campaign: await storedCampaign(table, fresh.id), door, round },
    secret: (await deps.secrets.read(secretName(fresh, round))) ?? '',
    invitations: await listInvitations(table, fresh.id, round),
  }
}

async function openOnce(table: Table, id: CampaignId): Promise<void> {
  const found = await findCampaign(table, organisation.id, id)
  if (found?.campaign.state === 'draft') await saveCampaign(table, { ...found.campaign, state: 'open' }, found.version)
}

/** Closes a period as the office does; one that is closed stays as it is. */
export async function closePeriod(table: Table, id: CampaignId, period: PeriodId, closesAt: string): Promise<void> {
  const found = await findCampaign(table, organisation.id, id)
  if (!found) throw new Error(`The demo's campaign ${id} was not stored`)
  const periods = found.campaign.periods.map((one) =>
    one.id === period && one.closesAt === null ? { ...one, closesAt } : one,
  )
  if (!(await saveCampaign(table, { ...found.campaign, periods }, found.version)))
    await closePeriod(table, id, period, closesAt)
}

const anyResponse = asId(ResponseId, '00000000-0000-4000-8000-000000000000')

/** One invited person answers, the way that everybody does, at a moment (ISO 8601, UTC) of the period. */
export async function answerAs(
  deps: SurveyDeps,
  { door, secret }: Pick<InvitedSurvey, 'door' | 'secret'>,
  { invitation }: StoredInvitation,
  about: {
    readonly version: FormVersion
    readonly answers: Readonly<Record<string, AnswerValue>>
    readonly at: string
  },
): Promise<void> {
  const { token } = unsealKeys(secret, invitation.sealed ?? '')
  const then = { ...deps, now: () => about.at }
  const member = await findMember(then, { kind: 'token', door, token })
  if (!member.ok) throw new Error(`A member of the demo was not found: ${member.problem.code}`)
  const version = withoutGroup(about.version, member.value.survey.scoring)
  const answers = { version, answers: new Map(Object.entries(about.answers)), startedAt: about.at }
  const sent =
    member.value.survey.way === 'named'
      ? await answerNamed(then, member.value, answers)
      : await submitMember(then, member.value, { ...answers, id: anyResponse })
  // Somebody tries the link meanwhile: their answer stands.
  if (!sent.ok && sent.problem.code === 'survey.already-received') return
  if (!sent.ok) throw new Error(`A member's answer was refused: ${JSON.stringify(sent.problem)}`)
}

async function answerNamed(deps: MemberDeps, found: Member, sent: OwnSent): Promise<Result<'received', Problem>> {
  const member = await namedMember(deps.table, found)
  if (!member.ok) return member
  const { period } = member.value
  const lastSaved = await ownLastSaved(deps, member.value, period, sent.version)
  return submitOwn(deps, member.value, { period, seen: 0, sent: { ...sent, ...(lastSaved ? { lastSaved } : {}) } })
}

export const isUnanswered = ({ invitation }: StoredInvitation, period: CampaignPeriod): boolean =>
  !invitation.answered.includes(period.id) && invitation.sealed !== undefined
