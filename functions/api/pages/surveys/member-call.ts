// What the pages of a survey know of their visitor: a key, the network that it comes from, and nothing else.

import type { Context } from 'hono'
import { type Problem, problem } from '../../../../shared/problems.ts'
import { fail, ok, type Result } from '../../../../shared/result.ts'
import { type LinkKey, readLinkKey } from '../../../../shared/survey/link-key.ts'
import type { PageContext } from '../../../../web/pages/context.ts'
import { type Tries, triesOf } from '../../../store/tries.ts'
import { findMember, type Member } from '../../../submit/member.ts'
import { type Call, pageContext } from '../../call.ts'

/**
 * Wrong codes from one network in a day: each of some hundred people in an office may slip once. So many guesses a day at 40
 * bits find one of 10,000 codes once in three hundred years.
 */
const mostWrongCodes = 1_000

/** Answers to one open link from one network in a day: an office of some hundred people behind one address passes. */
export const mostFromNetwork = 1_000

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

/** The member that a key stands for. Only typed codes can be guessed, so only they are counted. */
export async function memberBy(call: Call, text: string): Promise<Result<{ key: LinkKey; member: Member }, Problem>> {
  const key = readLinkKey(text)
  if (!key) return fail(problem.linkUnknown())
  const tries = key.kind === 'code' ? await triesHere(call, 'code') : undefined
  if (tries && (await tries.count()) >= mostWrongCodes) return fail(problem.tooManyTries())
  const found = await findMember({ ...call.deps, now: () => call.now }, key)
  if (!found.ok) await tries?.add()
  return found.ok ? ok({ key, member: found.value }) : found
}

/** The frame of a member's page, in the time zone of whoever asks. */
export const memberContext = (call: Call, timeZone?: string): PageContext => {
  const context = pageContext({ ...call, me: undefined })
  return timeZone === undefined ? context : { ...context, timeZone }
}
