// A batch of export jobs, one by one: one that fails doesn't take the others with it.

import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda'
import * as v from 'valibot'
import { log, logCode } from '../log.ts'
import type { ExportDeps } from './deps.ts'
import { ExportJob, runExport } from './run-export.ts'

/** As the queue is set up: what failed so often is set aside. */
const tries = 3

/** What finishing takes: the last part, the directory, and the note that says what happened. */
const reserveMs = 30_000

export const exportHandler =
  (deps: ExportDeps) =>
  async (event: SQSEvent, context: Pick<Context, 'getRemainingTimeInMillis'>): Promise<SQSBatchResponse> => {
    const batchItemFailures = []
    for (const { body, messageId, attributes } of event.Records) {
      try {
        await runExport(deps, v.parse(ExportJob, JSON.parse(body)), {
          isLate: () => context.getRemainingTimeInMillis() < reserveMs,
          isLast: Number(attributes.ApproximateReceiveCount) >= tries,
        })
      } catch (error) {
        log(logCode.exportFailed, { message: messageId }, error)
        batchItemFailures.push({ itemIdentifier: messageId })
      }
    }
    return { batchItemFailures }
  }
