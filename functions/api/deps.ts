// What the api function does to the world, as one record. live() is the only place that makes clients, reads the clock
// or draws random numbers.

import { randomBytes, randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { asId, ResponseId } from '../../shared/ids.ts'
import { ApiConfig, readConfig } from '../config.ts'
import { type Mail, openMail } from '../mail.ts'
import { type Objects, openObjects } from '../objects.ts'
import { openPatternsFor } from '../patterns.ts'
import { openQueue, type Queue } from '../queue.ts'
import { openSecrets, type Secrets } from '../secrets.ts'
import { type Directory, openDirectory } from '../store/directory.ts'
import { openTable } from '../store/dynamodb.ts'
import type { Table } from '../store/table.ts'
import { type Assets, readAssets } from './assets.ts'
import { type Issuer, openIssuer } from './issuer.ts'

export type ApiDeps = {
  readonly table: Table
  readonly directory: Directory
  readonly objects: Objects
  readonly reportQueue: Queue
  readonly exportQueue: Queue
  /** Undefined where no sender is set. */
  readonly mail: Mail | undefined
  /** Documents that wait to be drawn. */
  readonly renderQueue: Queue
  readonly secrets: Secrets
  readonly issuer: Issuer
  readonly assets: Assets
  /** The address people type, without a trailing slash. */
  readonly publicUrl: string
  /** Whoever proves this address may found the organisation while there is none. */
  readonly adminEmail: string | undefined
  /** Whether webhooks may lead to this machine, to try them out. */
  readonly webhooksTo: 'loopback' | undefined
  /** ISO 8601, UTC. */
  readonly now: () => string
  /** 256 random bits, base64url. */
  readonly randomToken: () => string
  readonly newResponseId: () => ResponseId
  readonly pause: (milliseconds: number) => Promise<void>
}

export async function live(env: NodeJS.ProcessEnv): Promise<ApiDeps> {
  const config = readConfig(ApiConfig, env)
  const table = openTable(config)
  return {
    table,
    directory: openDirectory(table, openPatternsFor),
    objects: openObjects(config),
    reportQueue: openQueue(config.REPORT_QUEUE_URL, config.AWS_REGION),
    exportQueue: openQueue(config.EXPORT_QUEUE_URL, config.AWS_REGION),
    mail: openMail(config),
    renderQueue: openQueue(config.RENDER_QUEUE_URL, config.AWS_REGION),
    secrets: openSecrets(config),
    issuer: openIssuer({
      issuer: config.OIDC_ISSUER,
      clientId: config.OIDC_CLIENT_ID,
      publicUrl: config.PUBLIC_URL,
    }),
    assets: await readAssets(fileURLToPath(new URL('assets', import.meta.url))),
    publicUrl: config.PUBLIC_URL,
    adminEmail: config.ADMIN_EMAIL,
    webhooksTo: config.WEBHOOKS_TO,
    now: () => new Date().toISOString(),
    randomToken: () => randomBytes(32).toString('base64url'),
    newResponseId: () => asId(ResponseId, randomUUID()),
    pause: (milliseconds) => setTimeout(milliseconds),
  }
}
