// A stored response as it leaves: with the names that today's tree and people have. For exports and for programs.

import type { Campaign } from '../shared/campaign/campaign.ts'
import type { ExportedResponse } from '../shared/export/response.ts'
import type { PersonId, UnitId } from '../shared/ids.ts'
import type { Language } from '../shared/language.ts'
import { standingFor, type UnitTree, unitIn } from '../shared/organisation/unit.ts'
import type { Place } from '../shared/response/state.ts'
import { isSent } from '../shared/response/step.ts'
import type { ResponseRow } from './store/response-pages.ts'
import type { StoredRevision } from './store/responses.ts'
import { findSenderName } from './store/sender-names.ts'
import type { Table } from './store/table.ts'

export type Names = { readonly tree: UnitTree; readonly nameOf: (id: PersonId) => Promise<string> }

export type Leaving = Pick<ResponseRow, 'bucket'> & {
  readonly response: StoredRevision
  readonly state: Place
  readonly firstAt: string
  /** The revision with which its answers were sent, as far as it is known. */
  readonly sent: StoredRevision | undefined
}

export async function exportedResponse(leaving: Leaving, { tree, nameOf }: Names): Promise<ExportedResponse> {
  const { bucket, response, state, firstAt, sent } = leaving
  const { id, revision, finishedAt, step, formVersion, contentHash, raised, answers } = response
  const by = sent?.by || response.by
  return {
    ...{ id, revision, state, finishedAt, step, formVersion, contentHash, raised, answers },
    isLate: response.standing === 'late',
    unit: unitOf(tree, bucket.unitId),
    period: bucket.periodId,
    receivedAt: firstAt,
    changedAt: response.receivedAt,
    sender: by === '' ? undefined : { id: by, name: await nameOf(by) },
    enteredFor: sent?.step.kind === 'entered' ? sent.step.onBehalfOf : undefined,
  }
}

/** A row of a list: what is shown of the response. */
export function exportedRow({ bucket, state, history }: ResponseRow, names: Names): Promise<ExportedResponse> {
  const { place, shown, firstAt } = state
  const sent = history.findLast(({ step, revision }) => isSent(step) && revision <= shown.revision)
  return exportedResponse({ bucket, response: shown, state: place, firstAt, sent }, names)
}

/** A closed unit is shown as it last was, under the unit that carries on for it. */
function unitOf(tree: UnitTree, id: UnitId): ExportedResponse['unit'] {
  const unit = unitIn(tree, id)
  const standing = standingFor(tree, id)
  const above = standing && standing.id !== id ? standing : unit?.parentId ? tree.units.get(unit.parentId) : undefined
  return { id, code: unit?.code ?? id, name: unit?.name ?? id, above: above?.name ?? '' }
}

/** Names of people, each read once. */
export function openNames(table: Table, campaign: Campaign, language: Language): (id: PersonId) => Promise<string> {
  const names = new Map<PersonId, string>()
  return async (id) => {
    const name = names.get(id) ?? (await findSenderName(table, campaign, id, language)) ?? id
    names.set(id, name)
    return name
  }
}
