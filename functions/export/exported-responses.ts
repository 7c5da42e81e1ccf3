// Stored responses as they leave: with the names that today's tree and people have, and with where each one stands.

import { type ExportedResponse, isTaken, placedResponses } from '../../shared/export/response.ts'
import type { OrganisationId, PersonId, UnitId } from '../../shared/ids.ts'
import { standingFor, unitIn } from '../../shared/organisation/unit.ts'
import type { Place } from '../../shared/response/state.ts'
import type { Export } from '../store/exports.ts'
import { findPersonName } from '../store/people.ts'
import type { StoredRevision } from '../store/responses.ts'
import type { Table } from '../store/table.ts'
import type { ReadBucket } from './read-responses.ts'
import type { Scope } from './scope.ts'

export type Exporter = {
  /** The responses of a bucket that are taken. */
  readonly take: (read: ReadBucket) => Promise<readonly ExportedResponse[]>
  /** How many of which state were not. */
  readonly leftOut: ReadonlyMap<Place, number>
}

type Placed = ReturnType<typeof placedResponses<StoredRevision>>[number]

export function openExporter(table: Table, { organisationId, request }: Export, scope: Scope): Exporter {
  const nameOf = openNames(table, organisationId)
  const leftOut = new Map<Place, number>()
  const toExport = async ({ response, state, firstAt, sent }: Placed, { bucket }: ReadBucket) => {
    const { id, revision, finishedAt, step, formVersion, contentHash, raised, answers } = response
    const by = sent?.by || response.by
    return {
      ...{ id, revision, state, finishedAt, step, formVersion, contentHash, raised, answers },
      isLate: response.standing === 'late',
      unit: unitOf(scope, bucket.unitId),
      period: bucket.periodId,
      receivedAt: firstAt,
      changedAt: response.receivedAt,
      sender: by === '' ? undefined : { id: by, name: await nameOf(by) },
      enteredFor: sent?.step.kind === 'entered' ? sent.step.onBehalfOf : undefined,
    }
  }
  return {
    leftOut,
    take: async (read) => {
      const taken: ExportedResponse[] = []
      for (const placed of placedResponses(scope.campaign, read.revisions))
        if (isTaken(placed.state, request.include)) taken.push(await toExport(placed, read))
        else leftOut.set(placed.state, (leftOut.get(placed.state) ?? 0) + 1)
      return taken
    },
  }
}

/** A closed unit is shown as it last was, under the unit that carries on for it. */
function unitOf({ tree }: Scope, id: UnitId): ExportedResponse['unit'] {
  const unit = unitIn(tree, id)
  const standing = standingFor(tree, id)
  const above = standing && standing.id !== id ? standing : unit?.parentId ? tree.units.get(unit.parentId) : undefined
  return { id, code: unit?.code ?? id, name: unit?.name ?? id, above: above?.name ?? '' }
}

/** Names of people, each read once. */
function openNames(table: Table, org: OrganisationId): (id: PersonId) => Promise<string> {
  const names = new Map<PersonId, string>()
  return async (id) => {
    const name = names.get(id) ?? (await findPersonName(table, org, id)) ?? id
    names.set(id, name)
    return name
  }
}
