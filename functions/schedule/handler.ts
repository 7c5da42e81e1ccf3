// Tells a tick from a batch of jobs. Jobs are reported one by one: one that fails doesn't take the others with it.

import type { SQSBatchResponse, SQSEvent } from 'aws-lambda'
import * as v from 'valibot'
import { DeliverJob, deliverReport } from '../deliver.ts'
import { log, logCode } from '../log.ts'
import type { HandlerDeps } from './deps.ts'
import { makeReport, ReportJob } from './make-report.ts'
import { tick } from './tick.ts'

export const scheduleHandler =
  (deps: HandlerDeps) =>
  async (event: SQSEvent | { readonly kind: 'tick' }): Promise<SQSBatchResponse | undefined> => {
    if (!('Records' in event)) {
      await tick(deps)
      return undefined
    }
    const batchItemFailures = []
    for (const record of event.Records) {
      try {
        const job = v.parse(v.union([ReportJob, DeliverJob]), JSON.parse(record.body))
        await ('deliver' in job ? deliverReport : makeReport)(deps, job)
      } catch (error) {
        log(logCode.jobFailed, { message: record.messageId }, error)
        batchItemFailures.push({ itemIdentifier: record.messageId })
      }
    }
    return { batchItemFailures }
  }
