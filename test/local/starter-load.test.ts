// Loading the demo into an installation that is already running elsewhere, as after a deployment: over its address and its
// table, with nothing of the local home's own start.

import { expect, onTestFinished, test, vi } from 'vitest'
import { readSheets } from '../../functions/store/actions.ts'
import { findCampaign } from '../../functions/store/campaigns.ts'
import { openTable } from '../../functions/store/dynamodb.ts'
import { findPrincipal } from '../../functions/store/identities.ts'
import { surveyRates } from '../../functions/survey-rate.ts'
import { starterLoadOf } from '../../infra/cli/starter-load.ts'
import { startHome } from '../../infra/local/home.ts'
import { followUp } from '../../infra/local/starter-follow-up.ts'
import { registrationLink } from '../../infra/local/starter-survey.ts'
import { countsByUnit } from '../../shared/action/sheet.ts'
import { dayOf } from '../../shared/organisation/day.ts'
import { unitTree } from '../../shared/organisation/unit.ts'
import { finishedSurvey } from '../../shared/starter/finished-survey.ts'
import { blocId, organisation, units } from '../../shared/starter/organisation.ts'
import { starterPeople } from '../../shared/starter/people.ts'
import { registrationId } from '../../shared/starter/registration.ts'
import { rosterOf } from '../../shared/starter/roster.ts'
import { memberSurvey } from '../../shared/starter/survey.ts'
import { shortCells, shortSpan } from './short-span.ts'
import { temporaryFolder } from './temporary.ts'

const today = new Date().toISOString()
const surveyIds = [memberSurvey(today).id, finishedSurvey(today).id, registrationId]

test('an empty installation gets the demo with what is to be put right, and the address given is its administrator', async () => {
  const home = await startHome({ dataFolder: await temporaryFolder(), port: 0, tickEverySeconds: 0, accounts: [] })
  onTestFinished(home.stop)
  Object.assign(process.env, home.env)
  const { TABLE_NAME: table = '', AWS_REGION: region = '', SECRETS_PREFIX: secrets = '' } = home.env
  const opened = openTable({ TABLE_NAME: table, AWS_REGION: region, DYNAMODB_ENDPOINT: home.endpoints.dynamodb })
  const options = { table, region, address: `${home.url}/`, email: 'chief@example.org' }
  const printed: unknown[] = []
  const given = { options, files: [], path: (file: string) => file, print: (line: unknown) => printed.push(line) }
  const starterLoad = starterLoadOf(shortSpan)
  const withSecrets = { ...given, options: { ...options, secrets } }
  expect(await starterLoad.run({ ...given, options: { ...options, email: undefined } })).toBe(2)
  expect(await starterLoad.run({ ...given, options: { ...options, secrets: 'no-slash' } })).toBe(2)
  const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  onTestFinished(() => told.mockRestore())
  const saysWhatIsMissing = () => told.mock.calls.some(([text]) => String(text).includes('--secrets PREFIX'))
  expect(await starterLoad.run(given)).toBe(0)
  expect(saysWhatIsMissing()).toBe(true)
  const surveys = async () =>
    Promise.all(surveyIds.map(async (id) => (await findCampaign(opened, organisation.id, id))?.campaign.state))
  expect(await surveys()).toEqual([undefined, undefined, undefined])
  told.mockClear()
  expect(await starterLoad.run(withSecrets)).toBe(0)
  expect(saysWhatIsMissing()).toBe(false)
  expect(await surveys()).toEqual(['open', 'open', 'open'])
  const answered = async () => {
    const all = surveyIds.map(async (id) => {
      const campaign = (await findCampaign(opened, organisation.id, id))?.campaign
      if (!campaign) throw new Error('The survey is there')
      return [...(await surveyRates(opened, campaign, campaign.periods)).values()]
    })
    return Promise.all(all)
  }
  const rates = await answered()
  expect(rates.map((periods) => periods.every((rate) => rate.answered > 0))).toEqual([true, true, true])
  expect(await starterLoad.run(withSecrets)).toBe(0)
  expect(await answered()).toEqual(rates)
  const link = await registrationLink({ ...home.env, SECRETS_PREFIX: secrets })
  const names = shortCells.flatMap(rosterOf).map(({ name }) => name)
  const page = await (await fetch(link ?? '')).text()
  expect(names.filter((name) => page.includes(name))).toHaveLength(1)
  expect(printed).toEqual([
    { address: home.url, administrator: 'chief@example.org', isNew: true, surveys: false },
    { address: home.url, administrator: 'chief@example.org', isNew: false, surveys: true },
    { address: home.url, administrator: 'chief@example.org', isNew: false, surveys: true },
  ])
  const identity = { issuer: 'https://issuer.test', subject: 's', verifiedEmail: 'Chief@example.org' }
  const who = await findPrincipal(opened, identity)
  const admin = starterPeople.find(({ person }) => person.id === who?.personId)
  expect(admin?.person.roles.map(({ role }) => role)).toContain('admin')

  const toDo = async () => {
    const today = dayOf(new Date().toISOString(), organisation.timeZone)
    const sheets = await readSheets(opened, organisation.id, undefined)
    return countsByUnit(unitTree(units), sheets, today).get(blocId)
  }
  const counts = { open: 10, late: 3, done: 1, confirmed: 1, dropped: 0 }
  expect(await toDo()).toEqual(counts)
  await followUp(opened, new Date().toISOString())
  expect(await toDo()).toEqual(counts)
}, 180_000)
