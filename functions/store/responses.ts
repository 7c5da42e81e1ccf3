// Responses in their buckets. A revision is written once and never changed; a correction is the next revision.

import { type Bucket, unitBuckets } from '../../shared/campaign/bucket.ts'
import type { Campaign, CampaignPeriod, CampaignUnit } from '../../shared/campaign/campaign.ts'
import type { AnswerValue } from '../../shared/form/answers.ts'
import type { Raised } from '../../shared/form/rules.ts'
import type { PersonId, ResponseId } from '../../shared/ids.ts'
import {
  type Counted,
  type CountedResponse,
  countedResponses,
  holderOf,
  type Standing,
} from '../../shared/response/counted.ts'
import { type Step, sentStep } from '../../shared/response/step.ts'
import { key, partition, revisionSortKey } from './keys.ts'
import { type Item, queryAll, type Table, textOf } from './table.ts'

/** One stored revision. `by` is empty for surveys that are not named. */
export type StoredRevision = CountedResponse & {
  readonly formVersion: number
  /** SHA-256 of the canonical content, base64url. */
  readonly contentHash: string
  /** When the sender says it was finished, where it was sent later; what a late or quarantined record is judged by. */
  readonly finishedAt: string | undefined
  readonly by: PersonId | ''
  /** Worked out when the answers came in. */
  readonly raised: Raised
}

export const nothingRaised: Raised = { findings: [] }
const raisesNothing = ({ findings, score, name }: Raised) =>
  findings.length === 0 && score === undefined && name === undefined

const standings: Record<string, Standing> = { o: 'on-time', l: 'late', q: 'quarantined', w: 'withdrawn' }
const letters: Record<Standing, string> = { 'on-time': 'o', late: 'l', quarantined: 'q', withdrawn: 'w' }

// Attribute names are one letter: they are part of an item's size, and a response of under 1 KB costs one write unit.
const toItem = (bucket: Bucket, revision: StoredRevision): Item => ({
  ...key.revision(bucket, revision.id, revision.revision),
  a: JSON.stringify([...revision.answers]),
  f: revision.formVersion,
  h: revision.contentHash,
  t: revision.receivedAt,
  s: letters[revision.standing],
  p: revision.by,
  ...(revision.finishedAt === undefined ? {} : { d: revision.finishedAt }),
  ...(revision.step.kind === 'sent' ? {} : { e: JSON.stringify(revision.step) }),
  ...(raisesNothing(revision.raised) ? {} : { r: JSON.stringify(revision.raised) }),
})

function fromItem(item: Item): StoredRevision {
  const [id = '', revision = ''] = item.sk.split('#')
  const standing = standings[textOf(item, 's')]
  if (!standing) throw new Error(`Response ${item.sk}: unknown standing`)
  const answers: [string, AnswerValue][] = JSON.parse(textOf(item, 'a'))
  return {
    // The key was made of a checked one; checking it again is a tenth of what a fold costs.
    id: id as ResponseId,
    revision: Number(revision),
    answers: new Map(answers),
    formVersion: Number(item['f']),
    contentHash: textOf(item, 'h'),
    receivedAt: textOf(item, 't'),
    finishedAt: item['d'] === undefined ? undefined : textOf(item, 'd'),
    standing,
    by: textOf(item, 'p') as PersonId | '',
    step: item['e'] === undefined ? sentStep : (JSON.parse(textOf(item, 'e')) as Step),
    raised: item['r'] === undefined ? nothingRaised : JSON.parse(textOf(item, 'r')),
  }
}

/** In bytes. An item holds 400 KB, what stands beside the answers included. */
export const largestStored = 390_000

/** What a revision's answers and findings take of an item: calculations may come to more than was sent. */
export const storedBytes = ({ answers, raised }: Pick<StoredRevision, 'answers' | 'raised'>): number =>
  Buffer.byteLength(JSON.stringify([...answers])) + Buffer.byteLength(JSON.stringify(raised))

/** Stores a revision; false, and nothing written, where the id has that revision already. */
export const insertRevision = (table: Table, bucket: Bucket, revision: StoredRevision): Promise<boolean> =>
  table.insert(toItem(bucket, revision))

/** One revision of a response, or undefined. */
export async function findRevision(
  table: Table,
  bucket: Bucket,
  id: ResponseId,
  revision: number,
): Promise<StoredRevision | undefined> {
  const item = await table.get(key.revision(bucket, id, revision))
  return item && fromItem(item)
}

/** Every revision of a response, oldest first; empty where there is none. */
export async function listRevisions(table: Table, bucket: Bucket, id: ResponseId): Promise<StoredRevision[]> {
  return (await queryAll(table, partition.bucket(bucket), `${id}#`)).map(fromItem)
}

/** Every revision of a bucket. A bucket holds some 500 responses (campaign.ts, enterUnit). */
export async function readBucket(table: Table, bucket: Bucket): Promise<StoredRevision[]> {
  return (await queryAll(table, partition.bucket(bucket))).map(fromItem)
}

/** Some of a bucket's responses, each with all its revisions, oldest first. */
export type BucketPart = {
  readonly histories: readonly (readonly StoredRevision[])[]
  /** The last of them, where there is more of the bucket behind it. */
  readonly goesOnAt: ResponseId | undefined
}

const byResponse = (revisions: readonly StoredRevision[]): StoredRevision[][] => {
  const histories = new Map<ResponseId, StoredRevision[]>()
  for (const one of revisions) {
    const history = histories.get(one.id)
    if (history) history.push(one)
    else histories.set(one.id, [one])
  }
  return [...histories.values()]
}

/**
 * The responses of a bucket behind `from` (or before it), in the order of their ids (or backwards), as far as some
 * `items` go; as far as a page of the engine goes where it isn't given. At least one, if there is any.
 */
export async function readBucketPart(
  table: Table,
  bucket: Bucket,
  {
    from,
    backwards,
    items,
  }: { readonly from: ResponseId | undefined; readonly backwards: boolean; readonly items?: number },
): Promise<BucketPart> {
  const revisions: StoredRevision[] = []
  // Revisions are numbered from 1 to 1,000.
  let after = from === undefined ? undefined : revisionSortKey(from, backwards ? 0 : 9_999)
  do {
    const page = await table.query(partition.bucket(bucket), {
      backwards,
      ...(after === undefined ? {} : { after }),
      ...(items === undefined ? {} : { limit: items }),
    })
    revisions.push(...page.items.map(fromItem))
    after = page.next
    // Of the last one there may be more revisions on the next page.
  } while (after !== undefined && revisions.at(0)?.id === revisions.at(-1)?.id)
  const histories = byResponse(revisions).map((history) => (backwards ? history.toReversed() : history))
  const whole = after === undefined ? histories : histories.slice(0, -1)
  return { histories: whole, goesOnAt: after === undefined ? undefined : whole.at(-1)?.[0]?.id }
}

/** Every response of a bucket with its revisions. */
export const readBucketWhole = async (table: Table, bucket: Bucket): Promise<BucketPart['histories']> =>
  byResponse(await readBucket(table, bucket))

/** Whether anything at all was sent into one of the buckets, whatever became of it. */
export async function hasResponses(table: Table, buckets: readonly Bucket[]): Promise<boolean> {
  const pages = await Promise.all(buckets.map((bucket) => table.query(partition.bucket(bucket), { limit: 1 })))
  return pages.some(({ items }) => items.length > 0)
}

/** A unit of a campaign in one of its periods. */
export type UnitRound = {
  readonly campaign: Campaign
  readonly period: CampaignPeriod
  readonly campaignUnit: CampaignUnit
}

/** What of a unit's responses counts, waits, was returned; read from its buckets and not from a summary. */
export type ReadRound = Counted<StoredRevision> & {
  /** Under one-per-unit the response that holds the unit's place. */
  readonly holder: StoredRevision | undefined
  readonly revisions: readonly StoredRevision[]
}

/** Reads a unit's responses in a period: each is there as soon as it was acknowledged. */
export async function readRound(table: Table, { campaign, period, campaignUnit }: UnitRound): Promise<ReadRound> {
  const buckets = unitBuckets(campaign.id, period.id, campaignUnit)
  const revisions = (await Promise.all(buckets.map((bucket) => readBucket(table, bucket)))).flat()
  const counted = countedResponses(campaign, revisions)
  return { ...counted, holder: holderOf(counted), revisions }
}

/** The response that holds a unit's place: the one that counts (of several the first), or that was returned or waits. */
export const findHolder = async (table: Table, round: UnitRound): Promise<StoredRevision | undefined> =>
  (await readRound(table, round)).holder
