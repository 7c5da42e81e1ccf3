// What the pages of a survey know of their visitor: a key, the network that it comes from, and nothing else.

import { type Problem, problem } from '../../../../shared/problems.ts'
import { fail, ok, type Result } from '../../../../shared/result.ts'
import { type LinkKey, readLinkKey } from '../../../../shared/survey/link-key.ts'
import type { PageContext } from '../../../../web/pages/context.ts'
import { findMember, type Member } from '../../../submit/member.ts'
import { type Call, pageContext } from '../../call.ts'
import { triesHere } from '../../tries-here.ts'

/**
 * Wrong codes from one network in a day: each of some hundred people in an office may slip once. So many guesses a day at 40
 * bits find one of 10,000 codes once in three hundred years.
 */
const mostWrongCodes = 1_000

/** Answers to one open link from one network in a day: an office of some hundred people behind one address passes. */
export const mostFromNetwork = 1_000

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
  const context = { ...pageContext({ ...call, me: undefined }), styleText: call.deps.assets.styleText }
  return timeZone === undefined ? context : { ...context, timeZone }
}
