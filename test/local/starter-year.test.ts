// What takes long of the demo is loaded beside a home in use: it may be stopped in the middle, and the next start goes on with
// it and doubles nothing.

import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { findCampaign } from '../../functions/store/campaigns.ts'
import { findDemoProgress } from '../../functions/store/demo.ts'
import { openTable } from '../../functions/store/dynamodb.ts'
import { publishForm } from '../../functions/store/form-library.ts'
import { findRelease } from '../../functions/store/releases.ts'
import { listPlans } from '../../functions/store/report-plans.ts'
import { readRound } from '../../functions/store/responses.ts'
import { startDynamoDb } from '../../infra/local/dynamodb.ts'
import { startHome } from '../../infra/local/home.ts'
import { s3Credentials } from '../../infra/local/s3.ts'
import { startSecrets } from '../../infra/local/secrets.ts'
import { writeOrganisation } from '../../infra/local/starter.ts'
import { type Background, loadInBackground } from '../../infra/local/starter-background.ts'
import { enterUnit } from '../../shared/campaign/campaign.ts'
import { finishedSurvey, triedCells } from '../../shared/starter/finished-survey.ts'
import { organisation } from '../../shared/starter/organisation.ts'
import { registrationId } from '../../shared/starter/registration.ts'
import { registersIn } from '../../shared/starter/registration-answers.ts'
import { isEarly, rosterOf } from '../../shared/starter/roster.ts'
import { memberForm } from '../../shared/starter/survey.ts'
import { copyStarterData } from '../e2e/starter-data.ts'
import { shortCells, shortSpan } from './short-span.ts'
import { temporaryFolder } from './temporary.ts'

type Env = Readonly<Record<string, string>>

const tableOf = ({ AWS_REGION = '', TABLE_NAME = '', DYNAMODB_ENDPOINT }: Env) =>
  openTable({ AWS_REGION, TABLE_NAME, DYNAMODB_ENDPOINT })
const progressOf = (env: Env) => findDemoProgress(tableOf(env), organisation.id)

/** The table and the secrets of a home, and nothing else of it. */
async function startEngines(dataFolder: string): Promise<{ env: Env; stop: () => Promise<void> }> {
  const table = await startDynamoDb(join(dataFolder, 'dynamodb'), 'phieu')
  const secrets = await startSecrets(join(dataFolder, 'secrets'))
  const stop = async () => {
    await secrets.stop()
    await table.stop()
  }
  const endpoints = { DYNAMODB_ENDPOINT: table.endpoint, SSM_ENDPOINT: secrets.endpoint }
  const env = {
    ...s3Credentials,
    AWS_REGION: 'local',
    TABLE_NAME: 'phieu',
    SECRETS_PREFIX: '/phieu/surveys',
    ...endpoints,
  }
  Object.assign(process.env, env)
  return { env, stop }
}

/** What the loader comes to, without rest; `stopAfter`: the steps after which it is stopped. */
async function load(env: Env, stopAfter?: number): Promise<boolean | undefined> {
  let steps = 0
  const failures: unknown[] = []
  const loading: Background | undefined = await loadInBackground({
    ...{ env, span: shortSpan, onFailure: (error) => failures.push(error) },
    restAfter: () => {
      steps += 1
      if (steps === stopAfter) void loading?.stop()
      return 0
    },
  })
  const ended = await loading?.ended
  expect(failures).toEqual([])
  return ended
}

const membersInvited = shortCells.flatMap(rosterOf).length
const answersOfFinished = triedCells.reduce((sum, { answers }) => sum + answers, 0)

test('stopped in the middle it goes on at the next start, and nobody has answered twice', async () => {
  const dataFolder = await temporaryFolder()
  const first = await startEngines(dataFolder)
  await writeOrganisation(tableOf(first.env))
  const { formId, form } = memberForm
  const at = new Date().toISOString()
  const published = await publishForm(tableOf(first.env), {
    organisationId: organisation.id,
    formId,
    form,
    by: null,
    at,
  })
  expect(published.ok).toBe(true)
  // In the middle of the survey that is over, then of a month that is scored; there the engines stop too.
  expect(await load(first.env, Math.round(answersOfFinished / 2))).toBe(false)
  expect(await load(first.env, answersOfFinished + Math.round(membersInvited / 2))).toBe(false)
  const begun = await progressOf(first.env)
  expect(begun?.done).toBeGreaterThan(answersOfFinished)
  expect(begun?.done).toBeLessThan(begun?.total ?? 0)
  const planned = async (env: Env) => (await listPlans(tableOf(env), organisation.id)).map(({ template }) => template)
  expect(await planned(first.env)).toEqual([])
  await first.stop()

  const second = await startEngines(dataFolder)
  onTestFinished(second.stop)
  expect(await load(second.env)).toBe(true)
  const table = tableOf(second.env)
  expect(await progressOf(second.env)).toEqual({ done: begun?.total, total: begun?.total })
  expect(await planned(second.env)).toEqual(['criteria-scoring'])

  const found = await findCampaign(table, organisation.id, registrationId)
  if (!found) throw new Error('The survey is there')
  const { campaign } = found
  const [running, newest] = [campaign.periods.at(-1), campaign.periods.at(-2)]
  for (const period of campaign.periods)
    for (const cell of shortCells) {
      const round = { campaign, period, campaignUnit: enterUnit(cell.id, cell.members) }
      const { revisions } = await readRound(table, round)
      const isRunning = period === running
      const expected = rosterOf(cell).filter(
        (member) => registersIn(member, period.id) && (!isRunning || isEarly(member)),
      )
      const count = (kind: string) => revisions.filter(({ step }) => step.kind === kind).length
      expect(expected.length).toBeGreaterThan(0)
      expect(count('sent')).toBe(expected.length)
      expect(new Set(revisions.map(({ id }) => id)).size).toBe(expected.length)
      expect(count('scored')).toBe(isRunning ? 0 : expected.length)
      if (!isRunning && period !== newest) expect(count('accepted')).toBe(expected.length)
    }
  expect(
    campaign.periods.filter(({ closesAt }) => closesAt !== null && closesAt < new Date().toISOString()),
  ).toHaveLength(shortSpan.months - 1)

  const { id } = finishedSurvey(new Date().toISOString())
  const finished = (await findCampaign(table, organisation.id, id))?.campaign
  const [over] = finished?.periods ?? []
  const release = over && (await findRelease(table, id, over.id))
  expect(release?.release.answers.find(({ unit }) => unit === finished?.unitId)?.n).toBe(answersOfFinished)
  const told = new Set(release?.release.answers.map(({ unit }) => unit))
  expect(release?.release.units.filter((unit) => !told.has(unit.id)).length).toBeGreaterThan(1)

  expect(await load(second.env)).toBeUndefined()
}, 120_000)

test('a home with the starter content loads it beside, and stops it with itself', async () => {
  const dataFolder = await temporaryFolder()
  await copyStarterData(dataFolder)
  const settings = { starter: true, starterYear: true, port: 0, tickEverySeconds: 0 }
  const home = await startHome({ dataFolder, ...settings })
  onTestFinished(home.stop)
  await home.filling?.ready
  expect(await findCampaign(tableOf(home.env), organisation.id, registrationId)).toBeDefined()
  await home.stop()
  expect(await home.filling?.ended).toBe(false)
}, 120_000)
