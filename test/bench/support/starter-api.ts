// The api over a table that holds the starter's organisation, called as Lambda calls it: with API Gateway's events.

import { handle } from 'hono/aws-lambda'
import { readAssets } from '../../../functions/api/assets.ts'
import { insertSession } from '../../../functions/store/sessions.ts'
import type { Table } from '../../../functions/store/table.ts'
import { type Answer, fromResult, toEvent } from '../../../infra/local/event.ts'
import { writeOrganisation } from '../../../infra/local/starter.ts'
import type { PersonId } from '../../../shared/ids.ts'
import { path } from '../../../shared/paths.ts'
import { organisation } from '../../../shared/starter/organisation.ts'
import type { StarterSubmission } from '../../../shared/starter/responses.ts'
import { testApi } from '../../support/api.ts'

const publicUrl = 'https://phieu.example'

/** Both periods of the starter are open. */
const now = '2013-08-01T00:00:00.000Z'

type Sent = {
  readonly method: 'GET' | 'POST'
  readonly target: string
  /** Left out: somebody without an account. */
  readonly as?: PersonId
  readonly type?: string
  readonly body?: string
}

export async function starterApi(table: Table) {
  await writeOrganisation(table)
  const assets = await readAssets('dist/functions/api/assets')
  const { app, deps } = testApi({ table, assets, publicUrl, now: () => now })
  const handler = handle(app)

  const signIn = async (personId: PersonId): Promise<string> => {
    const token = `token-of-${personId}`
    await insertSession(table, token, { organisationId: organisation.id, personId }, '2999-01-01T00:00:00.000Z')
    return `__Host-phieu-session=${token}`
  }
  const cookies = new Map<PersonId, Promise<string>>()
  const cookieOf = (personId: PersonId): Promise<string> => {
    const cookie = cookies.get(personId) ?? signIn(personId)
    cookies.set(personId, cookie)
    return cookie
  }
  /** The event as Lambda hands it to the runtime: as JSON. */
  const eventOf = async ({ method, target, as, type, body = '' }: Sent): Promise<string> => {
    const headers = {
      accept: 'text/html',
      'accept-encoding': 'gzip, deflate, br',
      'accept-language': 'vi',
      'user-agent': 'bench',
      origin: publicUrl,
      ...(as === undefined ? {} : { cookie: await cookieOf(as) }),
      ...(type === undefined ? {} : { 'content-type': type }),
    }
    const event = toEvent(
      { method, target, rawHeaders: Object.entries(headers).flat(), body: Buffer.from(body), sourceIp: '192.0.2.1' },
      { publicUrl: new URL(publicUrl), requestId: 'bench', now: new Date(now) },
    )
    return JSON.stringify(event)
  }
  const submitEvent = ({ person, submission }: StarterSubmission) =>
    eventOf({
      method: 'POST',
      target: path.api.responses(),
      as: person,
      type: 'application/json',
      body: JSON.stringify(submission),
    })
  /** Calls the function; an answer of another status than `expected` is thrown, because its figure would mean nothing. */
  const call = async (event: string, expected: number): Promise<Answer> => {
    const answer = fromResult(await handler(JSON.parse(event)))
    if (answer?.status !== expected)
      throw new Error(`Answered ${answer?.status} instead of ${expected}: ${answer?.body.toString('utf8')}`)
    return answer
  }
  return { deps, eventOf, submitEvent, call }
}
