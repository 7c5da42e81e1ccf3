// `starter load`: the demo, loaded into an installation that holds nothing yet. Whoever proves the given address to its
// OpenID issuer is then the demo's administrator. Its surveys need the place where the installation keeps their secrets.

import { openDirectory } from '../../functions/store/directory.ts'
import { openTable } from '../../functions/store/dynamodb.ts'
import { isSameEmail } from '../../functions/store/identities.ts'
import { findVersionedPerson } from '../../functions/store/people.ts'
import { changePerson } from '../../functions/store/people-changes.ts'
import type { Table } from '../../functions/store/table.ts'
import { administrator, loadStarter, loadSurvey } from '../local/starter.ts'
import { surveySettings } from '../local/starter-invited.ts'
import { isYearLoaded, prepareYear, type Span, wholeYear } from '../local/starter-year.ts'
import type { Command } from './command.ts'

/** Names of SSM's parameters begin with a slash; a wrong one is told before anything is written. */
const prefixPattern = /^(\/[\w.-]+)+$/

const noSurveys =
  'Not loaded: the survey of members, the one that is over, and the year of two named surveys. They need --secrets PREFIX; run it again with it to add them.\n'

/** `span`: what of the named surveys is loaded where --secrets is given. */
export const starterLoadOf = (span: Span): Command => ({
  words: 'starter load',
  usage:
    'starter load --table NAME --region REGION --address URL --email YOU [--secrets PREFIX]   load the demo into an installation; with PREFIX, the SECRETS_PREFIX of its function api, the surveys too (AWS credentials, DYNAMODB_ENDPOINT and SSM_ENDPOINT from the environment)',
  options: { table: 'value', region: 'value', address: 'value', email: 'value', secrets: 'value' },
  run: async ({ options, print }) => {
    const { table: TABLE_NAME, region: AWS_REGION, address, email, secrets } = options
    const isPrefix = secrets === undefined || prefixPattern.test(secrets)
    if (!TABLE_NAME || !AWS_REGION || !address || !email || !isPrefix) return 2
    const publicUrl = address.replace(/\/+$/, '')
    const { DYNAMODB_ENDPOINT, SSM_ENDPOINT } = process.env
    const env = {
      ...{ TABLE_NAME, AWS_REGION, PUBLIC_URL: publicUrl },
      ...(DYNAMODB_ENDPOINT ? { DYNAMODB_ENDPOINT } : {}),
      ...(secrets === undefined ? {} : { SECRETS_PREFIX: secrets, ...(SSM_ENDPOINT ? { SSM_ENDPOINT } : {}) }),
    }
    const table = openTable(env)
    await loadStarter({ env, reachableAt: publicUrl, progress: showProgress })
    const surveys = await loadSurveys(table, env, span)
    process.stderr.write(surveys ? '\n' : `\n${noSurveys}`)
    const isNew = await makeAdministrator(table, email)
    print({ address: publicUrl, administrator: email, isNew, surveys })
    return 0
  },
})

export const starterLoad: Command = starterLoadOf(wholeYear)

function showProgress(done: number, total: number, what: string): void {
  process.stderr.write(`\r${what} ${done}/${total}`)
}

/** Adds what members answer, where the secrets of surveys can be reached; what is there already is passed over. */
async function loadSurveys(table: Table, env: Record<string, string>, span: Span): Promise<boolean> {
  const settings = surveySettings(env)
  if (!settings) return false
  // Again for an installation whose demo was loaded without it.
  await loadSurvey(table, { env, progress: showProgress })
  if (await isYearLoaded(table)) return true
  const year = await prepareYear(table, settings, span, new Date().toISOString())
  await year.fill(async ({ done, total }) => showProgress(done, total, 'answers of the year'))
  return true
}

/** Gives the demo's administrator this address; false where it has it already. Throws where it is somebody else's. */
async function makeAdministrator(table: Table, email: string): Promise<boolean> {
  const { organisationId: org, personId } = administrator
  const now = new Date().toISOString()
  const [found, { tree }] = await Promise.all([
    findVersionedPerson(table, org, personId),
    openDirectory(table).organisation(org, now),
  ])
  if (!found) throw new Error('The demo has no administrator any more')
  if (isSameEmail(found.person.email, email)) return false
  const changed = await changePerson({ table, org, tree }, found, { ...found.person, email }, now)
  if (!changed.ok) throw new Error(`The address can't be the administrator's: ${changed.problem.code}`)
  return true
}
