// The ledger of what was released of surveys: each period once, and never changed. What is shown of a survey anywhere comes
// from here, so that no two figures of it can ever be taken from each other.

import { createHash } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import canonicalize from 'canonicalize'
import * as v from 'valibot'
import type { CampaignId, PeriodId } from '../../shared/ids.ts'
import { Release } from '../../shared/survey/results.ts'
import { key } from './keys.ts'
import { numberOf, type Table, textOf } from './table.ts'

/** What an item holds, its keys and names besides. */
const mostInItem = 380_000

export type StoredRelease = {
  readonly release: Release
  /** ISO 8601, UTC. */
  readonly releasedAt: string
  /** SHA-256 of its canonical JSON (RFC 8785), base64url. */
  readonly sha256: string
}

const canonicalText = (release: Release): string => canonicalize(release) ?? ''

/**
 * Writes a release; false, and nothing changed, where the period was released before. The pieces are there before the head
 * that names them: who dies in between leaves pieces that the next one overwrites with the same, or names no more.
 */
export async function insertRelease(table: Table, release: Release, releasedAt: string): Promise<boolean> {
  const text = canonicalText(release)
  const sha256 = createHash('sha256').update(text).digest('base64url')
  const packed = deflateRawSync(Buffer.from(text)).toString('base64')
  const pieces = Math.ceil(packed.length / mostInItem)
  const { campaign, period } = release
  for (let piece = 0; piece < pieces; piece += 1)
    await table.insert({
      ...key.releasePiece(campaign, period, sha256, piece),
      packed: packed.slice(piece * mostInItem, (piece + 1) * mostInItem),
    })
  return table.insert({ ...key.release(campaign, period), sha256, pieces, releasedAt })
}

/** Notes that all that had to go with a release is gone, so that nobody tries again. */
export const noteSealed = (table: Table, campaign: CampaignId, period: PeriodId): Promise<void> =>
  table.raise(key.release(campaign, period), 'sealed', 1)

/** Whether a period is released and all that had to go with it is gone. */
export const isSealed = async (table: Table, campaign: CampaignId, period: PeriodId): Promise<boolean> =>
  numberOf(await table.get(key.release(campaign, period)), 'sealed') === 1

/** Whether a period's results are out, and its secret with them gone or going. */
export const isReleased = async (table: Table, campaign: CampaignId, period: PeriodId): Promise<boolean> =>
  (await table.get(key.release(campaign, period))) !== undefined

export async function findRelease(
  table: Table,
  campaign: CampaignId,
  period: PeriodId,
): Promise<StoredRelease | undefined> {
  const head = await table.get(key.release(campaign, period))
  if (!head) return undefined
  const sha256 = textOf(head, 'sha256')
  const pieces: string[] = []
  for (let piece = 0; piece < numberOf(head, 'pieces'); piece += 1) {
    const item = await table.get(key.releasePiece(campaign, period, sha256, piece))
    if (!item) throw new Error(`Release ${campaign} ${period}: piece ${piece} is missing`)
    pieces.push(textOf(item, 'packed'))
  }
  const text = inflateRawSync(Buffer.from(pieces.join(''), 'base64')).toString('utf8')
  if (createHash('sha256').update(text).digest('base64url') !== sha256)
    throw new Error(`Release ${campaign} ${period}: it is not what was released`)
  return { release: v.parse(Release, JSON.parse(text)), releasedAt: textOf(head, 'releasedAt'), sha256 }
}
