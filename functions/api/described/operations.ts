// Every address for programs, described, in the order of the page.

import { campaignOperations } from './campaigns.ts'
import { evidenceOperations } from './evidence.ts'
import { exportOperations } from './exports.ts'
import type { Operation } from './operation.ts'
import { responseOperations } from './responses.ts'

export const operations: readonly Operation[] = [
  ...responseOperations,
  ...evidenceOperations,
  ...campaignOperations,
  ...exportOperations,
]
