// `starter load`: the demo, loaded into an installation that has no pages yet to set up an organisation. Whoever proves
// the given address to its OpenID issuer is then its administrator.

import { openTable } from '../../functions/store/dynamodb.ts'
import { insertEmail } from '../../functions/store/sessions.ts'
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
    const isNew = await insertEmail(openTable(env), email, administrator)
    print({ address: publicUrl, administrator: email, isNew })
    return 0
  },
}
