// Drafts: forms that somebody began and kept to go on with later. One for each person, campaign, period and unit, and
// nobody else's business: their author's id is part of the key. DynamoDB removes what has expired some time later; the
// check is here.

import { gunzipSync, gzipSync } from 'node:zlib'
import * as v from 'valibot'
import { CampaignId, type OrganisationId, PeriodId, type PersonId, ResponseId, UnitId } from '../../shared/ids.ts'
import { key, partition } from './keys.ts'
import { type Item, numberOf, queryAll, type Table, textOf } from './table.ts'

/** Whose draft it is, and of what. */
export type DraftPlace = {
  readonly organisationId: OrganisationId
  readonly personId: PersonId
  readonly campaignId: CampaignId
  readonly periodId: PeriodId
  readonly unitId: UnitId
}

/** A draft without what was typed. */
export type DraftHead = Pick<DraftPlace, 'campaignId' | 'periodId' | 'unitId'> & {
  /** The response that it becomes when it is sent. */
  readonly responseId: ResponseId | undefined
  /** ISO 8601, UTC. */
  readonly savedAt: string
  /** Counts every saving: two windows with the same draft are told apart by it. */
  readonly version: number
}

/** The fields of a form's page, in their order; a name may stand several times. */
export type DraftFields = readonly (readonly [name: string, value: string])[]
export type Draft = DraftHead & { readonly fields: DraftFields }

const Fields = v.array(v.tuple([v.string(), v.string()]))

const livesDays = 90
/** In characters of base64, of an item that holds 400 KB. */
const largestDraft = 300_000
/** A list of drafts is read whole, with what was typed in them. */
export const mostDrafts = 50

const place = ({ organisationId, personId, campaignId, periodId, unitId }: DraftPlace) =>
  key.draft(organisationId, personId, `${campaignId}#${periodId}#${unitId}`)

const isAlive = (item: Item, now: string) => numberOf(item, 'expiresAt') > Date.parse(now) / 1_000

function headOf(item: Item): DraftHead {
  const [campaignId, periodId, unitId] = item.sk.split('#')
  const response = v.safeParse(ResponseId, item['response'])
  return {
    campaignId: v.parse(CampaignId, campaignId),
    periodId: v.parse(PeriodId, periodId),
    unitId: v.parse(UnitId, unitId),
    responseId: response.success ? response.output : undefined,
    savedAt: textOf(item, 'savedAt'),
    version: numberOf(item, 'version'),
  }
}

/** The draft, if there is one that has not expired. */
export async function findDraft(table: Table, at: DraftPlace, now: string): Promise<Draft | undefined> {
  const item = await table.get(place(at))
  if (!item || !isAlive(item, now)) return undefined
  const packed = gunzipSync(Buffer.from(textOf(item, 'packed'), 'base64')).toString('utf8')
  return { ...headOf(item), fields: v.parse(Fields, JSON.parse(packed)) }
}

/** Every draft of a person. */
export async function listDrafts(
  table: Table,
  { organisationId, personId }: Pick<DraftPlace, 'organisationId' | 'personId'>,
  now: string,
): Promise<DraftHead[]> {
  const items = await queryAll(table, partition.drafts(organisationId, personId))
  return items.filter((item) => isAlive(item, now)).map(headOf)
}

export type Saved =
  | { readonly outcome: 'saved' }
  | { readonly outcome: 'too-large' | 'too-many' }
  /** It was saved elsewhere since `expected`: what is there now. */
  | { readonly outcome: 'newer'; readonly savedAt: string; readonly version: number }

/** Saves a draft over the one whose `version` is `expected` (0: none yet); writes nothing where another is there. */
export async function saveDraft(
  table: Table,
  at: DraftPlace,
  draft: { readonly fields: DraftFields; readonly responseId: string },
  { now, expected }: { readonly now: string; readonly expected: number },
): Promise<Saved> {
  const packed = gzipSync(JSON.stringify(draft.fields)).toString('base64')
  if (packed.length > largestDraft) return { outcome: 'too-large' }
  const there = await table.get(place(at))
  const current = there && isAlive(there, now) ? headOf(there) : undefined
  if ((current?.version ?? 0) !== expected) return newer(current, now)
  if (!current && (await listDrafts(table, at, now)).length >= mostDrafts) return { outcome: 'too-many' }
  const before = numberOf(there, 'version')
  const item = {
    ...place(at),
    packed,
    savedAt: now,
    expiresAt: Math.floor(Date.parse(now) / 1_000) + livesDays * 86_400,
    version: before + 1,
    response: draft.responseId,
  }
  if (await table.replace(item, before)) return { outcome: 'saved' }
  const other = await table.get(place(at))
  return newer(other && headOf(other), now)
}

const newer = (current: DraftHead | undefined, now: string): Saved => ({
  outcome: 'newer',
  savedAt: current?.savedAt ?? now,
  version: current?.version ?? 0,
})

export const removeDraft = (table: Table, at: DraftPlace): Promise<void> => table.remove(place(at))
