// Loading the demo into an installation that is already running elsewhere, as after a deployment: over its address and its
// table, with nothing of the local home's own start.

import { expect, onTestFinished, test } from 'vitest'
import { readSheets } from '../../functions/store/actions.ts'
import { openTable } from '../../functions/store/dynamodb.ts'
import { findPrincipal } from '../../functions/store/identities.ts'
import { starterLoad } from '../../infra/cli/starter-load.ts'
import { startHome } from '../../infra/local/home.ts'
import { followUp } from '../../infra/local/starter-follow-up.ts'
import { countsByUnit } from '../../shared/action/sheet.ts'
import { dayOf } from '../../shared/organisation/day.ts'
import { unitTree } from '../../shared/organisation/unit.ts'
import { blocId, organisation, units } from '../../shared/starter/organisation.ts'
import { starterPeople } from '../../shared/starter/people.ts'
import { temporaryFolder } from './temporary.ts'

test('an empty installation gets the demo with what is to be put right, and the address given is its administrator', async () => {
  const home = await startHome({ dataFolder: await temporaryFolder(), port: 0, tickEverySeconds: 0, accounts: [] })
  onTestFinished(home.stop)
  Object.assign(process.env, home.env)
  const { TABLE_NAME: table = '', AWS_REGION: region = '' } = home.env
  const options = { table, region, address: `${home.url}/`, email: 'chief@example.org' }
  const printed: unknown[] = []
  const given = { options, files: [], path: (file: string) => file, print: (line: unknown) => printed.push(line) }
  expect(await starterLoad.run({ ...given, options: { ...options, email: undefined } })).toBe(2)
  expect(await starterLoad.run(given)).toBe(0)
  expect(await starterLoad.run(given)).toBe(0)
  expect(printed).toEqual([
    { address: home.url, administrator: 'chief@example.org', isNew: true },
    { address: home.url, administrator: 'chief@example.org', isNew: false },
  ])
  const identity = { issuer: 'https://issuer.test', subject: 's', verifiedEmail: 'Chief@example.org' }
  const opened = openTable({ TABLE_NAME: table, AWS_REGION: region, DYNAMODB_ENDPOINT: home.endpoints.dynamodb })
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
  await followUp(opened)
  expect(await toDo()).toEqual(counts)
}, 60_000)
