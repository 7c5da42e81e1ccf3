// Entry point of the export function: jobs from the export queue.

import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda'
import { live } from './deps.ts'
import { exportHandler } from './handler.ts'

export const handler: (event: SQSEvent, context: Context) => Promise<SQSBatchResponse> = exportHandler(
  live(process.env),
)
