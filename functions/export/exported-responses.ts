// The responses of an export, bucket by bucket, with where each one stands; and how many were left out.

import { type ExportedResponse, isTaken, placedResponses } from '../../shared/export/response.ts'
import type { Place } from '../../shared/response/state.ts'
import { exportedResponse, openNames } from '../exported-response.ts'
import type { Export } from '../store/exports.ts'
import type { Table } from '../store/table.ts'
import type { ReadBucket } from './read-responses.ts'
import type { Scope } from './scope.ts'

export type Exporter = {
  /** The responses of a bucket that are taken. */
  readonly take: (read: ReadBucket) => Promise<readonly ExportedResponse[]>
  /** How many of which state were not. */
  readonly leftOut: ReadonlyMap<Place, number>
}

export function openExporter(table: Table, { request }: Export, { campaign, tree }: Scope): Exporter {
  const names = { tree, nameOf: openNames(table, campaign, request.language) }
  const leftOut = new Map<Place, number>()
  return {
    leftOut,
    take: async ({ bucket, revisions }) => {
      const taken: ExportedResponse[] = []
      for (const placed of placedResponses(campaign, revisions))
        if (isTaken(placed.state, request.include)) taken.push(await exportedResponse({ ...placed, bucket }, names))
        else leftOut.set(placed.state, (leftOut.get(placed.state) ?? 0) + 1)
      return taken
    },
  }
}
