// `starter load`: the demo, loaded into an installation that holds nothing yet. Whoever proves the given address to its
// OpenID issuer is then the demo's administrator.

import { openDirectory } from '../../functions/store/directory.ts'
import { openTable } from '../../functions/store/dynamodb.ts'
import { isSameEmail } from '../../functions/store/identities.ts'
import { findVersionedPerson } from '../../functions/store/people.ts'
import { changePerson } from '../../functions/store/people-changes.ts'
import type { Table } from '../../functions/store/table.ts'
import { administrator, loadStarter } from '../local/starter.ts'
import type { Command } from './command.ts'

export const starterLoad: Command = {
  words: 'starter load',
  usage:
    'starter load --table NAME --region REGION --address URL --email YOU   load the demo into an installation (AWS credentials and DYNAMODB_ENDPOINT from the environment)',
  options: { table: 'value', region: 'value', address: 'value', email: 'value' },
  run: async ({ options, print }) => {
    const { table: TABLE_NAME, region: AWS_REGION, address, email } = options
    if (!TABLE_NAME || !AWS_REGION || !address || !email) return 2
    const publicUrl = address.replace(/\/+$/, '')
    const { DYNAMODB_ENDPOINT } = process.env
    const env = { TABLE_NAME, AWS_REGION, PUBLIC_URL: publicUrl, ...(DYNAMODB_ENDPOINT ? { DYNAMODB_ENDPOINT } : {}) }
    await loadStarter({
      env,
      reachableAt: publicUrl,
      progress: (done, total, what) => process.stderr.write(`\r${what} ${done}/${total}`),
    })
    process.stderr.write('\n')
    const isNew = await makeAdministrator(openTable(env), email)
    print({ address: publicUrl, administrator: email, isNew })
    return 0
  },
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
