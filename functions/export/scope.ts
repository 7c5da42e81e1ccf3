// What a run may read, found anew when it runs: a leader who was one when the export was asked for, and is none any more,
// gets nothing.

import type { Campaign } from '../../shared/campaign/campaign.ts'
import { type ExportFailure, isExportable } from '../../shared/export/request.ts'
import type { FormVersion } from '../../shared/form/form.ts'
import type { UnitId } from '../../shared/ids.ts'
import { mayAt, type Person } from '../../shared/organisation/access.ts'
import { type UnitTree, unitsUnder } from '../../shared/organisation/unit.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { findCampaign } from '../store/campaigns.ts'
import type { Export } from '../store/exports.ts'
import type { Organisation } from '../store/organisation.ts'
import { findPerson } from '../store/people.ts'
import type { ExportDeps } from './deps.ts'

export type Scope = {
  readonly organisation: Organisation
  readonly tree: UnitTree
  readonly person: Person
  readonly campaign: Campaign
  /** Every version that its answers may be of, the newest first. */
  readonly forms: readonly FormVersion[]
  /** The units in scope, in the order of the tree. */
  readonly units: readonly UnitId[]
}

export async function findScope(
  { table, directory, now }: ExportDeps,
  { organisationId, request, askedBy }: Export,
): Promise<Result<Scope, ExportFailure>> {
  const [person, { organisation, tree }, found] = await Promise.all([
    findPerson(table, organisationId, askedBy),
    directory.organisation(organisationId, now()),
    findCampaign(table, organisationId, request.campaign),
  ])
  if (!person || !mayAt(person, tree, 'response.export', request.unit)) return fail('no-access')
  if (!found) return fail('campaign-gone')
  const { campaign } = found
  if (!isExportable(campaign)) return fail('not-exportable')
  const versions = [...new Set([campaign.form.version, ...campaign.earlierVersions.toSorted((a, b) => b - a)])]
  const forms = []
  for (const version of versions)
    forms.push(await directory.form(organisationId, { formId: campaign.form.formId, version }))
  return ok({ organisation, tree, person, campaign, forms, units: unitsUnder(tree, request.unit) })
}
