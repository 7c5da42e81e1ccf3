// The mailings of a survey's round: how many there were, and when the newest began. Whom it has reached, each invitation says
// by the number of its mailing, so that no time is kept of anybody, and one that broke off goes on.

import * as v from 'valibot'
import type { CampaignId } from '../../shared/ids.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Round } from './invitations.ts'
import { key } from './keys.ts'
import { numberOf, type Table, textOf } from './table.ts'

const Mailings = v.strictObject({
  /** What each was sent for, the oldest first. */
  occasions: v.array(v.string()),
  /** When the newest began; ISO 8601, UTC. */
  at: v.pipe(v.string(), v.isoTimestamp()),
  /** How many of them have reached everybody. */
  done: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
})
export type Mailings = v.InferOutput<typeof Mailings>

type Place = { readonly campaignId: CampaignId; readonly round: Round }

async function read(table: Table, { campaignId, round }: Place) {
  const item = await table.get(key.mailings(campaignId, round))
  if (!item) return { mailings: undefined, version: 0 }
  return { mailings: v.parse(Mailings, JSON.parse(textOf(item, 'body'))), version: numberOf(item, 'version') }
}

/** Undefined where there was none. */
export const findMailings = async (table: Table, place: Place): Promise<Mailings | undefined> =>
  (await read(table, place)).mailings

const mostTries = 10

/**
 * Begins a mailing: its number, also where it has begun before. Where another one began less than `everyDays` ago it is
 * refused with the moment from which on it may; an hour is forgiven, because ticks don't come to the second.
 */
export async function beginMailing(
  table: Table,
  place: Place,
  { occasion, everyDays, now }: { readonly occasion: string; readonly everyDays: number; readonly now: string },
): Promise<Result<number, string>> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const { mailings, version } = await read(table, place)
    const known = mailings?.occasions.indexOf(occasion) ?? -1
    if (known >= 0) return ok(known + 1)
    const after = mailings && Date.parse(mailings.at) + everyDays * 86_400_000
    if (after !== undefined && Date.parse(now) < after - 3_600_000) return fail(new Date(after).toISOString())
    const occasions = [...(mailings?.occasions ?? []), occasion]
    if (await write(table, place, { occasions, at: now, done: mailings?.done ?? 0 }, version))
      return ok(occasions.length)
  }
  throw new Error('A mailing could not begin')
}

/** The newest mailing goes on to people who were invited since: its number. Undefined where there was none. */
export async function resumeMailing(table: Table, place: Place, now: string): Promise<number | undefined> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const { mailings, version } = await read(table, place)
    if (!mailings) return undefined
    const number = mailings.occasions.length
    if (await write(table, place, { ...mailings, at: now, done: number - 1 }, version)) return number
  }
  throw new Error('A mailing could not go on')
}

/** Notes that a mailing has reached everybody. */
export async function noteMailed(table: Table, place: Place, number: number): Promise<void> {
  const { mailings, version } = await read(table, place)
  // Where somebody began another one meanwhile, the next tick looks again.
  if (mailings && mailings.done < number) await write(table, place, { ...mailings, done: number }, version)
}

const write = (table: Table, { campaignId, round }: Place, mailings: Mailings, version: number): Promise<boolean> =>
  table.replace({ ...key.mailings(campaignId, round), body: JSON.stringify(mailings), version: version + 1 }, version)
