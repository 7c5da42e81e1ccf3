// Stored responses as they leave: with the names that today's tree and people have, and with where each one stands.

import { type ExportedResponse, isTaken, type ResponseState, withStates } from '../../shared/export/response.ts'
import type { OrganisationId, PersonId, UnitId } from '../../shared/ids.ts'
import type { Export } from '../store/exports.ts'
import { findPerson } from '../store/organisation.ts'
import type { StoredRevision } from '../store/responses.ts'
import type { Table } from '../store/table.ts'
import type { ReadBucket } from './read-responses.ts'
import type { Scope } from './scope.ts'

export type Exporter = {
  /** The responses of a bucket that are taken, and how many of which state are not. */
  readonly take: (read: ReadBucket) => Promise<readonly ExportedResponse[]>
  readonly leftOut: ReadonlyMap<ResponseState, number>
}

export function openExporter(table: Table, { organisationId, request }: Export, scope: Scope): Exporter {
  const nameOf = openNames(table, organisationId)
  const leftOut = new Map<ResponseState, number>()
  const toExport = async (state: ResponseState, stored: StoredRevision, { bucket }: ReadBucket) => {
    const { id, revision, receivedAt, finishedAt, step, formVersion, contentHash, raised, answers } = stored
    return {
      ...{ id, revision, state, isLate: stored.standing === 'late', unit: unitOf(scope, bucket.unitId) },
      ...{ period: bucket.periodId, receivedAt, finishedAt, step, formVersion, contentHash, raised, answers },
      sender: stored.by === '' ? undefined : { id: stored.by, name: await nameOf(stored.by) },
    }
  }
  return {
    leftOut,
    take: async (read) => {
      const taken: ExportedResponse[] = []
      for (const { response, state } of withStates(scope.campaign, read.revisions))
        if (isTaken(state, request.include)) taken.push(await toExport(state, response, read))
        else leftOut.set(state, (leftOut.get(state) ?? 0) + 1)
      return taken
    },
  }
}

function unitOf({ tree }: Scope, id: UnitId): ExportedResponse['unit'] {
  const unit = tree.units.get(id)
  const above = unit?.parentId ? tree.units.get(unit.parentId) : undefined
  return { id, code: unit?.code ?? id, name: unit?.name ?? id, above: above?.name ?? '' }
}

/** Names of people, each read once; of one who was removed the id is all that is left. */
function openNames(table: Table, org: OrganisationId): (id: PersonId) => Promise<string> {
  const names = new Map<PersonId, string>()
  return async (id) => {
    const name = names.get(id) ?? (await findPerson(table, org, id))?.name ?? id
    names.set(id, name)
    return name
  }
}
