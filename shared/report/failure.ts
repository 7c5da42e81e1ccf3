// Why a report could not be made, as its readers are told: a code of the catalogue of problems, never an error's own words.

import * as v from 'valibot'
import type { ProblemCode } from '../problems.ts'

/** Tries of a job before it is set aside for a person: the queues count to the same number. */
export const jobTries = 3

const failureCodes = [
  'report.plan-gone',
  'report.template-gone',
  'report.campaign-gone',
  'report.job-failed',
  'report.job-broken-off',
  'report.drawing-failed',
  'report.drawing-broken-off',
] as const satisfies readonly ProblemCode[]

export const FailureCode = v.picklist(failureCodes)
export type FailureCode = v.InferOutput<typeof FailureCode>

export const ReportFailure = v.strictObject({
  code: FailureCode,
  tries: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  /** Of the last try; ISO 8601, UTC. */
  at: v.pipe(v.string(), v.isoTimestamp()),
})
export type ReportFailure = v.InferOutput<typeof ReportFailure>

/** Thrown where a report can't be made for a reason that people can be told. */
export class CannotMake extends Error {
  readonly code: FailureCode
  constructor(code: FailureCode, message: string) {
    super(message)
    this.code = code
  }
}

export const codeOf = (error: unknown): FailureCode => (error instanceof CannotMake ? error.code : 'report.job-failed')
