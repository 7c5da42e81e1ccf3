// Entry point of the schedule function: EventBridge Scheduler's tick, and jobs from the report queue.

import type { SQSBatchResponse, SQSEvent } from 'aws-lambda'
import { live } from './deps.ts'
import { scheduleHandler } from './handler.ts'

export const handler: (event: SQSEvent | { kind: 'tick' }) => Promise<SQSBatchResponse | undefined> = scheduleHandler(
  live(process.env),
)
