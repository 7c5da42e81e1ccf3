// The demo's survey: members invited, some of whom have answered. Their answers go the way of everybody's (functions/submit),
// without a page in between; links are nobody's, so that one of them can be tried.

import { randomBytes } from 'node:crypto'
import { invite, openDoor } from '../../functions/invite.ts'
import { openSecrets, type SecretSettings, type Secrets } from '../../functions/secrets.ts'
import { findCampaign, saveCampaign } from '../../functions/store/campaigns.ts'
import { openDirectory } from '../../functions/store/directory.ts'
import { openTable } from '../../functions/store/dynamodb.ts'
import { listInvitations, type StoredInvitation } from '../../functions/store/invitations.ts'
import type { Table } from '../../functions/store/table.ts'
import { findMember, roundOf, secretName, submitMember } from '../../functions/submit/member.ts'
import { unsealKeys } from '../../functions/survey-secret.ts'
import type { Campaign } from '../../shared/campaign/campaign.ts'
import { asId, ResponseId } from '../../shared/ids.ts'
import { path } from '../../shared/paths.ts'
import { organisation } from '../../shared/starter/organisation.ts'
import { starterSeed } from '../../shared/starter/responses.ts'
import { answeredPercent, memberAnswers, memberForm, memberSurvey, surveyedCells } from '../../shared/starter/survey.ts'
import { formatLinkKey } from '../../shared/survey/link-key.ts'

/** What reaches the secrets of surveys; undefined where this process can't. */
export function surveySettings(env: Readonly<Record<string, string>>): SecretSettings | undefined {
  const { AWS_REGION, SECRETS_PREFIX, SSM_ENDPOINT } = env
  return AWS_REGION && SECRETS_PREFIX ? { AWS_REGION, SECRETS_PREFIX, SSM_ENDPOINT } : undefined
}

const answersAtOnce = 8

/**
 * Makes the survey, or goes on where that was broken off: who is invited stays so, and answers are given until enough are
 * there.
 */
export async function loadMemberSurvey(
  table: Table,
  settings: SecretSettings,
  progress: (done: number, total: number) => void,
): Promise<void> {
  const deps = {
    table,
    secrets: openSecrets(settings),
    directory: openDirectory(table),
    randomToken: () => randomBytes(32).toString('base64url'),
    now: () => new Date().toISOString(),
  }
  const fresh = memberSurvey(deps.now())
  await saveCampaign(table, fresh, 0)
  const found = await findCampaign(table, organisation.id, fresh.id)
  const door = found && (await openDoor(deps, found))
  const [period] = found?.campaign.periods ?? []
  const survey = found?.campaign.survey
  if (!found || !door || !period || !survey) throw new Error('The survey of the demo was not stored')
  const { campaign } = found
  const round = roundOf(survey, period)
  const before = await listInvitations(table, campaign.id, round)
  const wanted = surveyedCells.flatMap(({ id, members }) => {
    const there = before.filter(({ invitation }) => invitation.unitId === id).length
    return Array.from({ length: Math.max(0, members - there) }, () => ({ unitId: id }))
  })
  await invite(deps, { campaign, round, door }, wanted)
  await open(table, campaign)

  const all = await listInvitations(table, campaign.id, round)
  const enough = Math.round((all.length * answeredPercent) / 100)
  const waiting = all.filter(isUnanswered)
  const still = waiting.slice(0, Math.max(0, enough - (all.length - waiting.length)))
  const secret = (await deps.secrets.read(secretName(campaign, round))) ?? ''
  const answers = memberAnswers(starterSeed)
  const answer = async ({ invitation }: StoredInvitation) => {
    const { token } = unsealKeys(secret, invitation.sealed ?? '')
    const member = await findMember(deps, { kind: 'token', door, token })
    if (!member.ok) throw new Error(`A member of the demo was not found: ${member.problem.code}`)
    const sent = await submitMember(deps, member.value, {
      version: memberForm,
      answers: new Map(Object.entries(answers())),
      id: asId(ResponseId, '00000000-0000-4000-8000-000000000000'),
      startedAt: period.opensAt,
    })
    if (!sent.ok) throw new Error(`A member's answer was refused: ${sent.problem.code}`)
  }
  for (let done = 0; done < still.length; done += answersAtOnce) {
    await Promise.all(still.slice(done, done + answersAtOnce).map(answer))
    progress(Math.min(done + answersAtOnce, still.length), still.length)
  }
}

const isUnanswered = ({ invitation }: StoredInvitation): boolean =>
  invitation.answered.length === 0 && invitation.sealed !== undefined

/** Opens it unless it is; whoever was faster did the same. */
async function open(table: Table, { id }: Campaign): Promise<void> {
  const found = await findCampaign(table, organisation.id, id)
  if (found?.campaign.state === 'draft') await saveCampaign(table, { ...found.campaign, state: 'open' }, found.version)
}

/** The link of an invitation that nobody has answered, while the survey is open; undefined where there is none. */
export async function unansweredLink(env: Readonly<Record<string, string>>): Promise<string | undefined> {
  const { AWS_REGION = '', TABLE_NAME = '', DYNAMODB_ENDPOINT, PUBLIC_URL = '' } = env
  const settings = surveySettings(env)
  const table = openTable({ AWS_REGION, TABLE_NAME, DYNAMODB_ENDPOINT })
  const { id } = memberSurvey(new Date().toISOString())
  const campaign = (await findCampaign(table, organisation.id, id))?.campaign
  const [period] = campaign?.periods ?? []
  if (!settings || !campaign?.survey?.door || !period || campaign.state !== 'open') return undefined
  const round = roundOf(campaign.survey, period)
  const secrets: Secrets = openSecrets(settings)
  const secret = await secrets.read(secretName(campaign, round))
  const one = (await listInvitations(table, id, round)).find(isUnanswered)
  if (secret === undefined || !one?.invitation.sealed) return undefined
  const { token } = unsealKeys(secret, one.invitation.sealed)
  return `${PUBLIC_URL}${path.survey(formatLinkKey({ kind: 'token', door: campaign.survey.door, token }))}`
}
