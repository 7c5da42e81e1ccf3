// The demo's survey: members invited, some of whom have answered. Their answers go the way of everybody's (functions/submit),
// without a page in between; links are nobody's, so that one of them can be tried.

import { openSecrets, type SecretSettings, type Secrets } from '../../functions/secrets.ts'
import { findCampaign } from '../../functions/store/campaigns.ts'
import { openTable } from '../../functions/store/dynamodb.ts'
import { listInvitations, type StoredInvitation } from '../../functions/store/invitations.ts'
import type { Table } from '../../functions/store/table.ts'
import { roundOf, secretName } from '../../functions/submit/member.ts'
import { unsealKeys } from '../../functions/survey-secret.ts'
import type { Campaign } from '../../shared/campaign/campaign.ts'
import type { CampaignId } from '../../shared/ids.ts'
import { path } from '../../shared/paths.ts'
import { organisation } from '../../shared/starter/organisation.ts'
import { registrationId } from '../../shared/starter/registration.ts'
import { registersIn } from '../../shared/starter/registration-answers.ts'
import { starterSeed } from '../../shared/starter/responses.ts'
import { isEarly } from '../../shared/starter/roster.ts'
import {
  answeredPercent,
  memberAnswers,
  memberForm,
  memberSurvey,
  openSurveyId,
  surveyedCells,
} from '../../shared/starter/survey.ts'
import { formatLinkKey } from '../../shared/survey/link-key.ts'
import { answerAs, inviteTo, isUnanswered, surveyDeps, surveySettings } from './starter-invited.ts'

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
  const deps = surveyDeps(table, settings)
  const at = new Date().toISOString()
  const invitees = surveyedCells.flatMap(({ id, members }) => Array.from({ length: members }, () => ({ unitId: id })))
  const survey = await inviteTo(deps, memberSurvey(at), invitees)
  const [period] = survey.campaign.periods
  if (!period) throw new Error('The survey of the demo has no period')
  const all = survey.invitations
  const enough = Math.round((all.length * answeredPercent) / 100)
  const waiting = all.filter((one) => isUnanswered(one, period))
  const still = waiting.slice(0, Math.max(0, enough - (all.length - waiting.length)))
  const answers = memberAnswers(starterSeed)
  for (let done = 0; done < still.length; done += answersAtOnce) {
    const some = still.slice(done, done + answersAtOnce)
    await Promise.all(some.map((one) => answerAs(deps, survey, one, { version: memberForm, answers: answers(), at })))
    progress(Math.min(done + answersAtOnce, still.length), still.length)
  }
}

/** A link to the open survey that nobody has answered; undefined where there is none. */
export const openSurveyLink = (env: Readonly<Record<string, string>>): Promise<string | undefined> =>
  unansweredLink(env, openSurveyId, () => true)

/** A link of a member who registers every month and doesn't answer the running one by themselves. */
export const registrationLink = (env: Readonly<Record<string, string>>): Promise<string | undefined> =>
  unansweredLink(
    env,
    registrationId,
    ({ unitId, name = '' }, periods) =>
      !isEarly({ unitId, name }) && periods.slice(-3).every(({ id }) => registersIn({ unitId, name }, id)),
  )

async function unansweredLink(
  env: Readonly<Record<string, string>>,
  id: CampaignId,
  isFit: (invitation: StoredInvitation['invitation'], periods: Campaign['periods']) => boolean,
): Promise<string | undefined> {
  const { AWS_REGION = '', TABLE_NAME = '', DYNAMODB_ENDPOINT, PUBLIC_URL = '' } = env
  const settings = surveySettings(env)
  const table = openTable({ AWS_REGION, TABLE_NAME, DYNAMODB_ENDPOINT })
  const campaign = (await findCampaign(table, organisation.id, id))?.campaign
  const period = campaign?.periods.at(-1)
  if (!settings || !campaign?.survey?.door || !period || campaign.state !== 'open') return undefined
  const round = roundOf(campaign.survey, period)
  const secrets: Secrets = openSecrets(settings)
  const secret = await secrets.read(secretName(campaign, round))
  const waiting = (await listInvitations(table, id, round)).filter((invited) => isUnanswered(invited, period))
  const one = waiting.find(({ invitation }) => isFit(invitation, campaign.periods))
  if (secret === undefined || !one?.invitation.sealed) return undefined
  const { token } = unsealKeys(secret, one.invitation.sealed)
  return `${PUBLIC_URL}${path.survey(formatLinkKey({ kind: 'token', door: campaign.survey.door, token }))}`
}
