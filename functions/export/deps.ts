// What the export function does to the world, as one record. live() is the only place that makes clients.

import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { ExportConfig, readConfig } from '../config.ts'
import { type Directory, openDirectory } from '../store/directory.ts'
import { openTable } from '../store/dynamodb.ts'
import type { Table } from '../store/table.ts'
import { openUploads, type Uploads } from '../uploads.ts'

export type ExportDeps = {
  readonly table: Table
  readonly directory: Directory
  readonly uploads: Uploads
  /** Where temporary files may lie. */
  readonly folder: string
  /** ISO 8601, UTC. */
  readonly now: () => string
  /** Names the file of one run. */
  readonly randomName: () => string
}

export function live(env: NodeJS.ProcessEnv): ExportDeps {
  const config = readConfig(ExportConfig, env)
  const table = openTable(config)
  return {
    table,
    directory: openDirectory(table),
    uploads: openUploads(config),
    folder: tmpdir(),
    now: () => new Date().toISOString(),
    randomName: randomUUID,
  }
}
