// How often the visitor's network has tried something today, where nobody signs in: no address is stored (store/tries.ts).

import type { Context } from 'hono'
import { type Tries, triesOf } from '../store/tries.ts'
import type { Call } from './call.ts'

type Address = { readonly event?: { readonly requestContext?: { readonly http?: { readonly sourceIp?: unknown } } } }

/** Who is connected, as the gateway says; headers that a client can write are not asked. */
function addressOf({ env }: Context): string {
  const sourceIp = (env as Address | undefined)?.event?.requestContext?.http?.sourceIp
  return typeof sourceIp === 'string' ? sourceIp : ''
}

const networksSecret = 'networks'

/** The tries of this visitor's network. */
export async function triesHere({ deps, c, now }: Call, what: string): Promise<Tries> {
  const secret = await deps.secrets.read(networksSecret)
  if (secret !== undefined) return triesOf(deps.table, { secret, address: addressOf(c), what, now })
  await deps.secrets.make(networksSecret, deps.randomToken())
  const made = await deps.secrets.read(networksSecret)
  if (made === undefined) throw new Error('A secret was made and is not there')
  return triesOf(deps.table, { secret: made, address: addressOf(c), what, now })
}
