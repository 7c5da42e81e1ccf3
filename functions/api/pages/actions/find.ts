// Actions as a list asks for them: found by the sheets of the units, then read themselves, a page of them at a time.

import { isOpen, type UnitAction, type VersionedAction } from '../../../../shared/action/action.ts'
import { concernOf } from '../../../../shared/action/climb.ts'
import { type ActionFilter, isMine, isWanted } from '../../../../shared/action/filter.ts'
import {
  type ActionCounts,
  type ActionSheet,
  addCounts,
  countsOf,
  noActions,
  type SheetLine,
} from '../../../../shared/action/sheet.ts'
import type { UnitId } from '../../../../shared/ids.ts'
import { findAction, listUnitActions, readSheets } from '../../../store/actions.ts'
import type { SignedInCall } from '../../call.ts'
import { unitsUnder } from './address.ts'

export type ActionPage = {
  readonly actions: readonly VersionedAction[]
  /** Place of the first one, from 1, and how many there are; undefined where they are not counted. */
  readonly place: { readonly from: number; readonly of: number } | undefined
  /** Where the list goes on; undefined at its end. */
  readonly next: string | undefined
}
export type ScopeCounts = ActionCounts & { readonly climbed: number }

/** The sheets of all units under these. */
export const sheetsUnder = ({ deps, me }: SignedInCall, tops: readonly UnitId[]): Promise<ActionSheet[]> =>
  readSheets(deps.table, me.organisationId, unitsUnder(me.tree, tops))

export function scopeCounts({ me }: SignedInCall, sheets: readonly ActionSheet[]): ScopeCounts {
  const sum = sheets.map((sheet) => countsOf(sheet, me.today)).reduce(addCounts, noActions)
  const lines = sheets.flatMap(({ open }) => open)
  return { ...sum, climbed: lines.filter((line) => concernOf(me.tree, line, me.today) !== line.unitId).length }
}

/** What comes after everything that is due on a day. */
const never = '9999-12-31'

/** One page of what the filter asks for. What is open comes by its day, what is over by unit. */
export const findActions = (
  call: SignedInCall,
  filter: ActionFilter,
  sheets: readonly ActionSheet[],
  limit: number,
): Promise<ActionPage> =>
  filter.state === 'confirmed' || filter.state === 'dropped'
    ? findOver(call, filter, sheets, limit)
    : findOpen(call, filter, sheets, limit)

/** The place of each unit in the tree as text that sorts; closed units come last. */
function placesOf({ me: { tree } }: SignedInCall): (id: UnitId) => string {
  const order = new Map([...tree.units.keys(), ...tree.closed.keys()].map((id, index) => [id, index]))
  return (id) => String(order.get(id) ?? order.size).padStart(6, '0')
}

async function findOpen(
  call: SignedInCall,
  filter: ActionFilter,
  sheets: readonly ActionSheet[],
  limit: number,
): Promise<ActionPage> {
  const { deps, me } = call
  const placeOf = placesOf(call)
  const keyOf = ({ dueOn, unitId, id }: SheetLine) => `${dueOn ?? never}~${placeOf(unitId)}~${id}`
  const lines = sheets
    .flatMap(({ open }) => open)
    .filter((line) => isWanted(line, filter, me))
    .map((line) => ({ line, key: keyOf(line) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
  const { after } = filter
  const begin = after === undefined ? 0 : lines.findIndex(({ key }) => key > after)
  const page = begin < 0 ? [] : lines.slice(begin, begin + limit)
  const found = await Promise.all(page.map(({ line }) => findAction(deps.table, me.organisationId, line)))
  return {
    actions: found.flatMap((one) => one ?? []),
    place: { from: begin + 1, of: lines.length },
    next: begin >= 0 && begin + limit < lines.length ? page.at(-1)?.key : undefined,
  }
}

/** Units whose actions are read for one page of what is over, and at once. */
const mostUnits = 80
const unitsAtOnce = 8

async function findOver(
  call: SignedInCall,
  filter: ActionFilter,
  sheets: readonly ActionSheet[],
  limit: number,
): Promise<ActionPage> {
  const placeOf = placesOf(call)
  const units = sheets
    .filter((sheet) => sheet[filter.state === 'confirmed' ? 'confirmed' : 'dropped'] > 0)
    .map(({ unitId }) => ({ unitId, place: placeOf(unitId) }))
    .sort((a, b) => (a.place < b.place ? -1 : 1))
  const [afterPlace = '', afterId = ''] = filter.after?.split('~') ?? []
  const left = units.filter(({ place }) => place >= afterPlace)
  const found: { readonly one: VersionedAction; readonly place: string }[] = []
  let read = 0
  while (read < Math.min(left.length, mostUnits) && found.length <= limit) {
    const some = left.slice(read, read + unitsAtOnce)
    const lists = await Promise.all(some.map(({ unitId }) => overAt(call, filter, unitId)))
    for (const [index, list] of lists.entries()) {
      const place = some[index]?.place ?? ''
      for (const one of list) if (place > afterPlace || one.action.id > afterId) found.push({ one, place })
    }
    read += some.length
  }
  const page = found.slice(0, limit)
  const last = page.at(-1)
  const [isCut, isLast] = [found.length > limit, read >= left.length]
  // Where nothing more of these units follows, the list goes on with the next unit.
  const nextUnit = isLast ? undefined : `${left[read]?.place ?? ''}~`
  return {
    actions: page.map(({ one }) => one),
    place: undefined,
    next: isCut && last ? `${last.place}~${last.one.action.id}` : nextUnit,
  }
}

async function overAt(
  { deps, me }: SignedInCall,
  { state, severity, owner, campaign }: ActionFilter,
  unitId: UnitId,
): Promise<VersionedAction[]> {
  const fits = (action: UnitAction) =>
    !isOpen(action) &&
    action.state === state &&
    action.steps.some(({ kind }) => kind === 'raised') &&
    (severity === undefined || action.severity === severity) &&
    (campaign === undefined || action.campaignId === campaign) &&
    (owner !== 'none' || action.owner === null) &&
    (owner !== 'me' || isMine(action.owner, me.person, me.tree))
  const all = await listUnitActions(deps.table, me.organisationId, unitId)
  return all.filter(({ action }) => fits(action)).sort((a, b) => (a.action.id < b.action.id ? -1 : 1))
}
