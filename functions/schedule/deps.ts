// What the schedule function does to the world, as one record. live() is the only place that makes clients.

import { randomBytes } from 'node:crypto'
import { readConfig, ScheduleConfig } from '../config.ts'
import type { DeliverDeps } from '../deliver.ts'
import { type Mail, openMail } from '../mail.ts'
import { type Objects, openObjects } from '../objects.ts'
import { openPatternsFor } from '../patterns.ts'
import { openQueue, type Queue } from '../queue.ts'
import { openSecrets, type Secrets } from '../secrets.ts'
import { type Directory, openDirectory } from '../store/directory.ts'
import { openTable } from '../store/dynamodb.ts'
import type { Table } from '../store/table.ts'
import { openWebhooks } from '../webhook.ts'

export type ScheduleDeps = {
  readonly table: Table
  readonly directory: Directory
  readonly objects: Objects
  readonly reportQueue: Queue
  readonly renderQueue: Queue
  readonly secrets: Secrets
  /** Undefined where no sender is set. */
  readonly mail: Mail | undefined
  /** The address people type, without a trailing slash. */
  readonly publicUrl: string
  /** ISO 8601, UTC. */
  readonly now: () => string
}

/** What its jobs need beside. */
export type HandlerDeps = ScheduleDeps & DeliverDeps

export function live(env: NodeJS.ProcessEnv): HandlerDeps {
  const config = readConfig(ScheduleConfig, env)
  const table = openTable(config)
  return {
    table,
    directory: openDirectory(table, openPatternsFor),
    objects: openObjects(config),
    reportQueue: openQueue(config.REPORT_QUEUE_URL, config.AWS_REGION),
    renderQueue: openQueue(config.RENDER_QUEUE_URL, config.AWS_REGION),
    secrets: openSecrets(config),
    mail: openMail(config),
    webhooks: openWebhooks(config),
    publicUrl: config.PUBLIC_URL,
    now: () => new Date().toISOString(),
    randomToken: () => randomBytes(32).toString('base64url'),
  }
}
