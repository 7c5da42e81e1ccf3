// To whom a plan's reports are brought, and when; and what becomes of each. Who may read a report is decided anew each time.

import * as v from 'valibot'
import { PersonId, ReportId } from '../ids.ts'

/** People whom one plan writes to. */
export const mostReaders = 50
export const longestUrl = 500

/** ready: as soon as it is made, mostly as a draft · issued: when somebody has issued it. */
export const occasions = ['ready', 'issued'] as const
export const Occasion = v.picklist(occasions)
export type Occasion = v.InferOutput<typeof Occasion>

export const Delivery = v.strictObject({
  when: Occasion,
  mail: v.optional(v.strictObject({ to: v.pipe(v.array(PersonId), v.minLength(1), v.maxLength(mostReaders)) })),
  webhook: v.optional(v.strictObject({ url: v.pipe(v.string(), v.url(), v.maxLength(longestUrl)) })),
})
export type Delivery = v.InferOutput<typeof Delivery>

/** Why something was not delivered. A code keeps its meaning; what each says to people is in messages/report-delivery. */
const undelivered = [
  // Of mails: nobody of this id any more; no right to read it; no address; no mail is sent here.
  'person-gone',
  'no-right',
  'no-address',
  'mail-off',
  'mail-refused',
  'mail-not-taken',
  // The process died, or the service gave no answer: it may have arrived.
  'not-known',
  // Of webhooks.
  'webhook-gone',
  'no-secret',
  'url-refused',
  'not-public',
  'not-found',
  'no-connection',
  'too-slow',
  'redirected',
  'answered',
] as const
export const Undelivered = v.picklist(undelivered)
export type Undelivered = v.InferOutput<typeof Undelivered>

const Whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const Moment = v.pipe(v.string(), v.isoTimestamp())

/** A mail to one person, or the one call of a webhook, on one occasion of one report. */
export const Delivered = v.strictObject({
  report: ReportId,
  occasion: Occasion,
  to: v.union([v.literal('webhook'), PersonId]),
  /** waiting: for its (next) try · sending: somebody is at it · failed: nobody tries any more. */
  state: v.picklist(['waiting', 'sending', 'sent', 'failed']),
  tries: Whole,
  /** Of the last change; ISO 8601, UTC. */
  at: Moment,
  /** Of one that waits: not before. */
  nextAt: v.optional(Moment),
  /** Of the last try. */
  reason: v.optional(Undelivered),
  /** What the other side answered, where that is the reason. */
  status: v.optional(Whole),
  /** Of the newest mail: the hash of its link. */
  link: v.optional(v.string()),
})
export type Delivered = v.InferOutput<typeof Delivered>
export type DeliveredTo = Delivered['to']

export const isSettled = ({ state }: Delivered): boolean => state === 'sent' || state === 'failed'

/** Minutes before the next try; after the last of them nobody tries any more: some six hours in all. */
const pauses = [1, 5, 15, 60, 300]

/** When something is tried again that was tried so often; undefined where it isn't. */
export function nextTry(tries: number, now: string): string | undefined {
  const pause = pauses[tries - 1]
  return pause === undefined ? undefined : new Date(Date.parse(now) + pause * 60_000).toISOString()
}
