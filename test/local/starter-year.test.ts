// What takes long of the demo is loaded beside a home in use: it may be stopped in the middle, and the next start goes on with
// it and doubles nothing.

import { expect, onTestFinished, test } from 'vitest'
import { findCampaign } from '../../functions/store/campaigns.ts'
import { findDemoProgress } from '../../functions/store/demo.ts'
import { openTable } from '../../functions/store/dynamodb.ts'
import { findRelease } from '../../functions/store/releases.ts'
import { readRound } from '../../functions/store/responses.ts'
import { type Home, startHome } from '../../infra/local/home.ts'
import { enterUnit } from '../../shared/campaign/campaign.ts'
import { finishedSurvey } from '../../shared/starter/finished-survey.ts'
import { organisation } from '../../shared/starter/organisation.ts'
import { registeringCells, registrationId } from '../../shared/starter/registration.ts'
import { registersIn } from '../../shared/starter/registration-answers.ts'
import { isEarly, rosterOf } from '../../shared/starter/roster.ts'
import { eventually, temporaryFolder } from './temporary.ts'

const tableOf = ({ env, endpoints }: Home) => {
  Object.assign(process.env, env)
  const { TABLE_NAME = '', AWS_REGION = '' } = env
  return openTable({ TABLE_NAME, AWS_REGION, DYNAMODB_ENDPOINT: endpoints.dynamodb })
}
const progressOf = (home: Home) => findDemoProgress(tableOf(home), organisation.id)

test('stopped in the middle it goes on at the next start, and nobody has answered twice', async () => {
  const settings = {
    ...{ dataFolder: await temporaryFolder(), port: 0, tickEverySeconds: 0 },
    ...{ starter: true, starterYear: true },
  }
  const first = await startHome(settings)
  onTestFinished(first.stop)
  const begun = await eventually('some answers', async () => {
    const progress = await progressOf(first)
    await new Promise((resolve) => setTimeout(resolve, 200))
    return progress && progress.done > 100 ? progress : undefined
  })
  await first.stop()
  expect(await first.filling?.ended).toBe(false)
  expect(begun.done).toBeLessThan(begun.total)

  const second = await startHome(settings)
  onTestFinished(second.stop)
  expect(await second.filling?.ended).toBe(true)
  const table = tableOf(second)
  expect(await progressOf(second)).toEqual({ done: begun.total, total: begun.total })

  const found = await findCampaign(table, organisation.id, registrationId)
  if (!found) throw new Error('The survey is there')
  const { campaign } = found
  const [running, newest] = [campaign.periods.at(-1), campaign.periods.at(-2)]
  for (const period of campaign.periods)
    for (const cell of registeringCells) {
      const round = { campaign, period, campaignUnit: enterUnit(cell.id, cell.members) }
      const { revisions } = await readRound(table, round)
      const isRunning = period === running
      const expected = rosterOf(cell).filter(
        (member) => registersIn(member, period.id) && (!isRunning || isEarly(member)),
      )
      const count = (kind: string) => revisions.filter(({ step }) => step.kind === kind).length
      expect(count('sent')).toBe(expected.length)
      expect(new Set(revisions.map(({ id }) => id)).size).toBe(expected.length)
      expect(count('scored')).toBe(isRunning ? 0 : expected.length)
      if (!isRunning && period !== newest) expect(count('accepted')).toBe(expected.length)
    }
  expect(
    campaign.periods.filter(({ closesAt }) => closesAt !== null && closesAt < new Date().toISOString()),
  ).toHaveLength(11)

  const { id } = finishedSurvey(new Date().toISOString())
  const finished = (await findCampaign(table, organisation.id, id))?.campaign
  const [over] = finished?.periods ?? []
  const release = over && (await findRelease(table, id, over.id))
  expect(release?.release.answers.find(({ unit }) => unit === finished?.unitId)?.n).toBe(67)
  const told = new Set(release?.release.answers.map(({ unit }) => unit))
  expect(release?.release.units.filter((unit) => !told.has(unit.id)).length).toBeGreaterThan(1)

  await second.stop()
  const third = await startHome(settings)
  onTestFinished(third.stop)
  expect(third.filling).toBeUndefined()
}, 480_000)
