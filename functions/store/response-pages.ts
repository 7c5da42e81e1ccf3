// Responses of a campaign page after page: the buckets of a period in the order of the tree, found by their marks, and in a
// bucket by response. A page begins where the one before ended, whatever came in meanwhile; a search that takes too long stops
// and says where it would go on.

import * as v from 'valibot'
import type { Bucket } from '../../shared/campaign/bucket.ts'
import type { Campaign } from '../../shared/campaign/campaign.ts'
import { PeriodId, ResponseId, UnitId } from '../../shared/ids.ts'
import { type ResponseState, responseStates } from '../../shared/response/state.ts'
import { readMarks } from './marks.ts'
import { type BucketPart, readBucketPart, readBucketWhole, type StoredRevision } from './responses.ts'
import type { Table } from './table.ts'

/** A response with all its revisions, oldest first, and where it stands. */
export type ResponseRow = {
  readonly bucket: Bucket
  readonly id: ResponseId
  readonly state: ResponseState<StoredRevision>
  readonly history: readonly StoredRevision[]
}

/** A place in the order of the rows: at a response, or without an id at the end of its bucket. */
export type Cursor = Pick<Bucket, 'periodId' | 'unitId' | 'shard'> & { readonly id: ResponseId | undefined }

/** "2013-H1.unit.0.response", as it stands in addresses. */
export const cursorText = ({ periodId, unitId, shard, id }: Cursor): string =>
  [periodId, unitId, shard, ...(id === undefined ? [] : [id])].join('.')

const Shard = v.pipe(v.string(), v.regex(/^\d{1,4}$/), v.transform(Number))
const CursorParts = v.union([
  v.strictTuple([PeriodId, UnitId, Shard]),
  v.strictTuple([PeriodId, UnitId, Shard, ResponseId]),
])

/** Reads a cursor; undefined where the text is none. It says where to go on and never what may be read. */
export function readCursor(text: string | undefined): Cursor | undefined {
  const parts = v.safeParse(CursorParts, (text ?? '').slice(0, 200).split('.'))
  if (!parts.success) return undefined
  const [periodId, unitId, shard, id] = parts.output
  return { periodId, unitId, shard, id }
}

/** The place of a row. */
export const cursorAt = ({ bucket, id }: Pick<ResponseRow, 'bucket' | 'id'>): Cursor => placeIn(bucket, id)

const placeIn = ({ periodId, unitId, shard }: Bucket, id: ResponseId | undefined): Cursor => ({
  periodId,
  unitId,
  shard,
  id,
})

/** What is read. What isn't named here isn't read, whatever a cursor says. */
export type Scope = {
  readonly campaign: Campaign
  /** In the order in which they are read. */
  readonly periodIds: readonly PeriodId[]
  /** In the order in which they are read; each once. */
  readonly unitIds: readonly UnitId[]
}

export type PageOptions = {
  /** Rows at most. */
  readonly limit: number
  /** Begins behind this place; or before it, going back towards the beginning. */
  readonly after?: Cursor | undefined
  readonly before?: Cursor | undefined
  /** Which rows are wanted; all where it isn't given. */
  readonly isWanted?: (row: ResponseRow) => boolean
  /** Asked before each read but the first: whether to stop and say where to go on. */
  readonly isLate?: () => boolean
}

export type ResponsePage = {
  /** In the order of the scope, also where it was read backwards. */
  readonly rows: readonly ResponseRow[]
  /** Where to go on, in the direction that was read; undefined where all was. */
  readonly next: Cursor | undefined
  /** Whether there are as many rows as were asked for. Where not, and there is a next place, time ran out. */
  readonly isFull: boolean
  /** Responses that were looked at. */
  readonly looked: number
}

/** Reads one page. */
export async function readResponsePage(table: Table, scope: Scope, options: PageOptions): Promise<ResponsePage> {
  const { limit, isWanted = () => true, isLate = () => false } = options
  const way = wayThrough(scope, options)
  const rows: ResponseRow[] = []
  let looked = 0
  const page = (next: Cursor | undefined): ResponsePage => ({
    rows: way.backwards ? rows.toReversed() : rows,
    next,
    isFull: rows.length >= limit,
    looked,
  })
  for await (const part of partsOf(table, scope, way, 4 * limit)) {
    for (const [index, row] of part.rows.entries()) {
      looked += 1
      if (!isWanted(row)) continue
      rows.push(row)
      if (rows.length < limit) continue
      return page(part.isLast && index === part.rows.length - 1 ? undefined : cursorAt(row))
    }
    if (!part.isLast && isLate()) return page(part.end)
  }
  return page(undefined)
}

type Way = { readonly start: Cursor | undefined; readonly backwards: boolean; readonly placeOf: (id: UnitId) => number }

/** From where, and in which direction. A place outside of the scope is none: reading begins at the beginning. */
function wayThrough({ unitIds, periodIds }: Scope, { before, after }: PageOptions): Way {
  const places = new Map(unitIds.map((id, place) => [id, place]))
  const wanted = before ?? after
  const start = wanted && places.has(wanted.unitId) && periodIds.includes(wanted.periodId) ? wanted : undefined
  return { start, backwards: start !== undefined && before !== undefined, placeOf: (id) => places.get(id) ?? -1 }
}

/** What was read of a bucket. `context`: all of the bucket, where another response may decide what one of them is. */
type Read = BucketPart & { readonly context?: BucketPart['histories'] }

type Part = {
  readonly rows: readonly ResponseRow[]
  readonly end: Cursor
  /** Whether nothing comes behind it. */
  readonly isLast: boolean
}

/** Everything behind the start, in order, as it is read. `items`: of the first read; those behind it take all they get. */
async function* partsOf(table: Table, scope: Scope, way: Way, items: number): AsyncGenerator<Part> {
  const { start, backwards } = way
  const ordered = backwards ? scope.periodIds.toReversed() : scope.periodIds
  const periodIds = start ? ordered.slice(ordered.indexOf(start.periodId)) : ordered
  let atMost: { items: number } | undefined = { items }
  const readFrom = (bucket: Bucket, from: ResponseId | undefined): Promise<Read> =>
    scope.campaign.countingRule === 'one-per-unit'
      ? readWhole(table, bucket, from, backwards)
      : readBucketPart(table, bucket, { from, backwards, ...atMost })
  for (const periodId of periodIds) {
    const buckets = await bucketsIn(table, scope, periodId, way)
    const startIn = (bucket: Bucket) => (start && isAt(start, bucket) ? start.id : undefined)
    const first = readAhead(buckets, (bucket) => readFrom(bucket, startIn(bucket)))
    for await (const { of: bucket, index, read } of first) {
      atMost = undefined
      const isLastBucket = index === buckets.length - 1 && periodId === periodIds.at(-1)
      yield partOf(scope, bucket, read, isLastBucket)
      for (let at = read.goesOnAt; at !== undefined; ) {
        const more = await readFrom(bucket, at)
        yield partOf(scope, bucket, more, isLastBucket)
        at = more.goesOnAt
      }
    }
  }
}

function partOf({ campaign }: Scope, bucket: Bucket, { histories, goesOnAt, context }: Read, isLast: boolean): Part {
  const states = responseStates(campaign, (context ?? histories).flat())
  const rows = histories.map((history): ResponseRow => {
    const id = history[0]?.id
    const state = id && states.get(id)
    if (!id || !state) throw new Error('A response has a revision, and with it a state')
    return { bucket, id, state, history }
  })
  return { rows, end: placeIn(bucket, goesOnAt), isLast: isLast && goesOnAt === undefined }
}

const isAt = ({ periodId, unitId, shard }: Cursor, bucket: Bucket): boolean =>
  bucket.periodId === periodId && bucket.unitId === unitId && bucket.shard === shard

/** The buckets of a period that hold something, in order, from the start on. */
async function bucketsIn(table: Table, { campaign }: Scope, periodId: PeriodId, way: Way): Promise<Bucket[]> {
  const { start, backwards, placeOf } = way
  const order = (a: Place, b: Place) =>
    (placeOf(a.unitId) - placeOf(b.unitId) || a.shard - b.shard) * (backwards ? -1 : 1)
  const marks = await readMarks(table, campaign.id, periodId)
  const buckets = marks.map(({ bucket }) => bucket).filter(({ unitId }) => placeOf(unitId) >= 0)
  const isBehind = (bucket: Bucket) => {
    if (start?.periodId !== periodId) return true
    const side = order(bucket, start)
    return side > 0 || (side === 0 && start.id !== undefined)
  }
  return buckets.filter(isBehind).sort(order)
}
type Place = Pick<Bucket, 'unitId' | 'shard'>

/** Where one response of a unit decides what another one is, a bucket is read whole. It is small. */
async function readWhole(
  table: Table,
  bucket: Bucket,
  from: ResponseId | undefined,
  backwards: boolean,
): Promise<Read> {
  const histories = await readBucketWhole(table, bucket)
  const idOf = (history: BucketPart['histories'][number]) => history[0]?.id ?? ''
  const ordered = backwards ? histories.toReversed() : histories
  const isBehind = (id: string) => from === undefined || (backwards ? id < from : id > from)
  return { histories: ordered.filter((history) => isBehind(idOf(history))), goesOnAt: undefined, context: histories }
}

/** Reads under way at once at most. The first is alone, behind it comes one more each time: most pages need few. */
const mostAtOnce = 8

/** Reads one after the other, and the next ones already meanwhile. */
async function* readAhead<T, R>(
  all: readonly T[],
  read: (one: T) => Promise<R>,
): AsyncGenerator<{ readonly of: T; readonly index: number; readonly read: R }> {
  const underWay: Promise<R>[] = []
  let begun = 0
  for (const [index, of] of all.entries()) {
    for (const one of all.slice(begun, Math.min(2 * index + 1, index + mostAtOnce))) {
      const reading = read(one)
      // Nobody may wait for it any more when it fails.
      reading.catch(() => undefined)
      underWay.push(reading)
      begun += 1
    }
    const first = underWay.shift()
    if (!first) throw new Error('What comes next is being read')
    yield { of, index, read: await first }
  }
}
