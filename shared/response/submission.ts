// A submission is what a client sends: one revision of one response. Its content (everything the client decides) is
// hashed, so that a retry is recognised as the same and nothing the server adds can change that.

import canonicalize from 'canonicalize'
import * as Instant from 'temporal-polyfill/fns/Instant'
import * as v from 'valibot'
import type { AnswerValue } from '../form/answers.ts'
import { CampaignId, PeriodId, ResponseId, UnitId } from '../ids.ts'
import type { Standing } from './counted.ts'
import { type Step, sentStep } from './step.ts'

const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(1))

/** A moment that exists: "2013-02-30T..." has the pattern of one, and Date would make it 2 March. */
const Moment = v.pipe(v.string(), v.isoTimestamp(), v.check(isMoment, 'A moment that exists'))

function isMoment(text: string): boolean {
  try {
    Instant.fromString(text)
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/** Body of POST /api/responses. `answers` is checked against the form afterwards, question by question. */
export const Submission = v.strictObject({
  id: ResponseId,
  /** 1 for a new response; a correction is the next number under the same id. */
  revision: v.pipe(Count, v.maxValue(1_000)),
  campaign: CampaignId,
  unit: UnitId,
  period: PeriodId,
  formVersion: Count,
  answers: v.custom<Record<string, unknown>>(
    (input) => typeof input === 'object' && input !== null && !Array.isArray(input),
    'An object of answers by question name',
  ),
  /**
   * When the record was begun, by the server's clock where a page was shown, else by the device's, corrected; ISO 8601, UTC.
   * The clock of the form's now() and today(): a retry brings the same, or comes to other answers.
   */
  startedAt: v.optional(Moment),
  /** When the record was finished on the device, by its clock corrected by the measured offset; ISO 8601, UTC. */
  finishedAt: v.optional(Moment),
})
export type Submission = v.InferOutput<typeof Submission>

/** The part of a submission that is hashed, with its answers checked. Its moments judge lateness and set clocks; they are not content. */
export type Content = {
  readonly id: ResponseId
  readonly revision: number
  readonly campaign: CampaignId
  readonly unit: UnitId
  readonly period: PeriodId
  readonly formVersion: number
  readonly answers: Readonly<Record<string, AnswerValue>>
}

/**
 * The canonical JSON of a content (RFC 8785): the same content is the same text in every browser and on the server. A step
 * other than sending is a part of it, so that the same press twice is known as the same, and another one as another.
 */
export function canonicalContent(content: Content, step: Step = sentStep): string {
  const { id, revision, campaign, unit, period, formVersion, answers } = content
  const text = canonicalize({
    ...{ id, revision, campaign, unit, period, formVersion, answers },
    ...(step.kind === 'sent' ? {} : { step }),
  })
  if (text === undefined) throw new Error('Content is always an object, so it always has a canonical form')
  return text
}

/** What the sender keeps: which revision was stored, when, and the SHA-256 of its canonical content (base64url). */
export type Receipt = {
  readonly id: ResponseId
  readonly revision: number
  readonly contentHash: string
  /** By the server's clock; ISO 8601, UTC. */
  readonly receivedAt: string
  readonly standing: Standing
}
