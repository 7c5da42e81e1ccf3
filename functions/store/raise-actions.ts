// From findings to actions: what a fold does besides figures, for buckets whose responses raised anything. It runs after the
// summary was written and before the bucket is noted as covered, so that a fold that dies here is made good by the next.
// Folds that wrote summaries one after the other each knew all that the one before knew; an action keeps how much was known
// when it was decided over, and a slow fold that knows less changes nothing (shared/action/decide.ts).

import { createHash } from 'node:crypto'
import type { UnitAction, VersionedAction } from '../../shared/action/action.ts'
import { isOpen } from '../../shared/action/action.ts'
import { decided, newAction } from '../../shared/action/decide.ts'
import { findingKey, type Wanted, wantedActions } from '../../shared/action/derive.ts'
import { mostOpen } from '../../shared/action/sheet.ts'
import { findingWords } from '../../shared/action/words.ts'
import type { Bucket } from '../../shared/campaign/bucket.ts'
import type { FormVersion } from '../../shared/form/form.ts'
import { ActionId, asId, type OrganisationId } from '../../shared/ids.ts'
import { dayOf } from '../../shared/organisation/day.ts'
import type { SummaryRules } from '../../shared/summary/summary.ts'
import { listUnitActions, readSheetItem, writeAction, writeSheet } from './actions.ts'
import { findFormVersion } from './forms.ts'
import { findOrganisation } from './organisation.ts'
import type { StoredRevision } from './responses.ts'
import type { Table } from './table.ts'

type Asked = Wanted<StoredRevision> & { readonly id: ActionId }

const idOf = ({ campaignId }: Bucket, { finding, first }: Wanted<StoredRevision>): ActionId =>
  asId(
    ActionId,
    createHash('sha256')
      .update(`${campaignId}#${first.id}#${findingKey(finding)}`)
      .digest('hex')
      .slice(0, 24),
  )

/** Folds of one unit's buckets that meet start again; more than this many in a row is a bug. */
const mostTries = 50

/** Makes, drops and brings back actions of the bucket's unit, so that they are what its responses ask for. */
export async function raiseActions(
  table: Table,
  org: OrganisationId,
  rules: SummaryRules,
  bucket: Bucket,
  revisions: readonly StoredRevision[],
): Promise<void> {
  const asked = wantedActions(rules, revisions).map((one) => ({ ...one, id: idOf(bucket, one) }))
  if (asked.length === 0) return
  const words = wordsFrom(table, org, rules.form)
  for (let tries = 0; tries < mostTries; tries += 1) {
    const sheet = await readSheetItem(table, org, bucket.unitId)
    const known = new Map((await listUnitActions(table, org, bucket.unitId)).map((one) => [one.action.id, one]))
    let isBeaten = false
    let room = mostOpen - [...known.values()].filter(({ action }) => isOpen(action)).length
    for (const one of asked) {
      const before = known.get(one.id)
      const next = before
        ? decided(before.action, one, rules.countingRule)
        : one.isRaised && room <= 0
          ? undefined
          : newAction(one, { ...bucketPlace(bucket), id: one.id }, await words(one))
      if (!next) continue
      if (!before && one.isRaised) room -= 1
      if (await write(table, org, next, before))
        known.set(one.id, { action: next, version: (before?.version ?? 0) + 1 })
      else isBeaten = true
    }
    if (!isBeaten && (await writeSheet(table, org, bucket.unitId, [...known.values()], sheet))) return
  }
  throw new Error(`Unit ${bucket.unitId}: its actions changed ${mostTries} times under a fold`)
}

const bucketPlace = ({ campaignId, periodId, unitId }: Bucket) => ({ campaignId, periodId, unitId })

const write = (table: Table, org: OrganisationId, next: UnitAction, before: VersionedAction | undefined) =>
  writeAction(table, org, next, before?.version ?? 0)

/** What the form says about a finding, read from the version that the response was written for; asked for new actions alone. */
function wordsFrom(table: Table, org: OrganisationId, current: FormVersion) {
  const forms = new Map<number, Promise<FormVersion | undefined>>([[current.version, Promise.resolve(current)]])
  let timeZone: Promise<string> | undefined
  return async ({ finding, first }: Asked) => {
    timeZone ??= findOrganisation(table, org).then((found) => found?.organisation.timeZone ?? 'UTC')
    const form = forms.get(first.formVersion) ?? findFormVersion(table, org, current.formId, first.formVersion)
    forms.set(first.formVersion, form)
    return findingWords((await form) ?? current, finding, dayOf(first.receivedAt, await timeZone))
  }
}
