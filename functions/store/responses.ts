// Responses in their buckets. A revision is written once and never changed; a correction is the next revision.

import { type Bucket, unitBuckets } from '../../shared/campaign/bucket.ts'
import type { Campaign, CampaignPeriod, CampaignUnit } from '../../shared/campaign/campaign.ts'
import type { AnswerValue } from '../../shared/form/answers.ts'
import type { Raised } from '../../shared/form/rules.ts'
import type { PersonId, ResponseId } from '../../shared/ids.ts'
import { asId, ResponseId as ResponseIdSchema } from '../../shared/ids.ts'
import { type CountedResponse, countedResponses, holderOf, type Standing } from '../../shared/response/counted.ts'
import { type Step, sentStep } from '../../shared/response/step.ts'
import { key, partition } from './keys.ts'
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
    id: asId(ResponseIdSchema, id),
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

/** The latest revision of a response, or undefined. */
export async function findLatestRevision(
  table: Table,
  bucket: Bucket,
  id: ResponseId,
): Promise<StoredRevision | undefined> {
  const { items } = await table.query(partition.bucket(bucket), { prefix: `${id}#`, limit: 1, backwards: true })
  return items[0] && fromItem(items[0])
}

/** Every revision of a response, oldest first. */
export async function readRevisions(table: Table, bucket: Bucket, id: ResponseId): Promise<StoredRevision[]> {
  return (await queryAll(table, partition.bucket(bucket), `${id}#`)).map(fromItem)
}

/** Every revision of a bucket. A bucket holds some 500 responses (campaign.ts, enterUnit). */
export async function readBucket(table: Table, bucket: Bucket): Promise<StoredRevision[]> {
  return (await queryAll(table, partition.bucket(bucket))).map(fromItem)
}

/** A unit of a campaign in one of its periods. */
export type UnitRound = {
  readonly campaign: Campaign
  readonly period: CampaignPeriod
  readonly campaignUnit: CampaignUnit
}

/**
 * The response that holds a unit's place: the one that counts (of several the first), or that was returned or waits. Read
 * from its buckets and not from a summary: it is there as soon as it was acknowledged.
 */
export async function findHolder(
  table: Table,
  { campaign, period, campaignUnit }: UnitRound,
): Promise<StoredRevision | undefined> {
  const buckets = unitBuckets(campaign.id, period.id, campaignUnit)
  const revisions = (await Promise.all(buckets.map((bucket) => readBucket(table, bucket)))).flat()
  return holderOf(countedResponses(campaign, revisions))
}
