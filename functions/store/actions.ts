// Actions in the table. A unit's actions lie together; beside them its sheet says in short what is open (shared/action/
// sheet.ts). An action is written first and its unit's sheet after it, worked out anew from all of them: whoever was answered
// finds the change in every list. A process that dies in between leaves a sheet that the retry, or the next change, puts right.

import * as v from 'valibot'
import { UnitAction, type VersionedAction } from '../../shared/action/action.ts'
import { type ActionSheet, decodeSheet, encodeSheet, sheetOf } from '../../shared/action/sheet.ts'
import { type OrganisationId, UnitId } from '../../shared/ids.ts'
import { type ActionKey, key, partition, sheetPartitions } from './keys.ts'
import { type Item, numberOf, queryAll, type Table, textOf } from './table.ts'

const versioned = (item: Item): VersionedAction => ({
  action: v.parse(UnitAction, JSON.parse(textOf(item, 'body'))),
  version: numberOf(item, 'version'),
})

const toItem = (org: OrganisationId, action: UnitAction, version: number) => ({
  ...key.action(org, action),
  body: JSON.stringify(action),
  version,
})

export async function findAction(
  table: Table,
  org: OrganisationId,
  place: ActionKey,
): Promise<VersionedAction | undefined> {
  const item = await table.get(key.action(org, place))
  return item && versioned(item)
}

/** Every action that a unit ever had. */
export async function listUnitActions(table: Table, org: OrganisationId, unitId: UnitId): Promise<VersionedAction[]> {
  return (await queryAll(table, partition.unitActions(org, unitId))).map(versioned)
}

/** Writes an action if it is still the version that was read (0: a new one); false otherwise. The sheet is for its caller. */
export const writeAction = (
  table: Table,
  org: OrganisationId,
  action: UnitAction,
  replaces: number,
): Promise<boolean> => table.replace(toItem(org, action, replaces + 1), replaces)

/** Writes an action and its unit's sheet; false where it isn't the version that was read. The sheet is put right anyway. */
export async function saveAction(
  table: Table,
  org: OrganisationId,
  action: UnitAction,
  replaces: number,
): Promise<boolean> {
  const isWritten = await writeAction(table, org, action, replaces)
  await refreshSheet(table, org, action.unitId)
  return isWritten
}

// --- sheets ---

const fromSheetItem = (item: Item): ActionSheet => decodeSheet(v.parse(UnitId, item.sk), textOf(item, 'body'))

/** The sheet of a unit; undefined where it never had an action. */
export async function findSheet(table: Table, org: OrganisationId, unitId: UnitId): Promise<ActionSheet | undefined> {
  const item = await table.get(key.actionSheet(org, unitId))
  return item && fromSheetItem(item)
}

/** What a change of a sheet must know before it reads the actions: its version, 0 where there is none, and what it says. */
export async function readSheetItem(
  table: Table,
  org: OrganisationId,
  unitId: UnitId,
): Promise<{ readonly version: number; readonly body: string | undefined }> {
  const item = await table.get(key.actionSheet(org, unitId))
  return { version: numberOf(item, 'version'), body: item && textOf(item, 'body') }
}

/** Writes what the actions come to, where the sheet says something else and is still the one read; false where it isn't. */
export async function writeSheet(
  table: Table,
  org: OrganisationId,
  unitId: UnitId,
  actions: readonly VersionedAction[],
  { version, body }: Awaited<ReturnType<typeof readSheetItem>>,
): Promise<boolean> {
  const sheet = sheetOf(
    unitId,
    actions.map(({ action }) => action),
  )
  const next = encodeSheet(sheet)
  if (next === body) return true
  return table.replace({ ...key.actionSheet(org, unitId), body: next, version: version + 1 }, version)
}

/** Changes of one unit's actions that meet start again; more than this many in a row is a bug. */
const mostTries = 50

/** The version of the sheet is read first and the actions last, so that the sheet written last has seen all before it. */
export async function refreshSheet(table: Table, org: OrganisationId, unitId: UnitId): Promise<void> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const before = await readSheetItem(table, org, unitId)
    if (await writeSheet(table, org, unitId, await listUnitActions(table, org, unitId), before)) return
  }
  throw new Error(`Unit ${unitId}: its sheet of actions changed ${mostTries} times under this change`)
}

/** Beyond this many units one by one, the sheets of the whole organisation are read instead. */
const mostSingly = 64

/** The sheets of these units, of those that ever had an action; all of the organisation where `units` is undefined. */
export async function readSheets(
  table: Table,
  org: OrganisationId,
  units: readonly UnitId[] | undefined,
): Promise<ActionSheet[]> {
  if (units && units.length <= mostSingly) {
    const sheets = await Promise.all(units.map((unitId) => findSheet(table, org, unitId)))
    return sheets.flatMap((sheet) => sheet ?? [])
  }
  const indexes = Array.from({ length: sheetPartitions }, (_, index) => index)
  const all = await Promise.all(indexes.map((index) => queryAll(table, partition.actionSheets(org, index))))
  const wanted = units && new Set<string>(units)
  return all.flat().flatMap((item) => (!wanted || wanted.has(item.sk) ? [fromSheetItem(item)] : []))
}
