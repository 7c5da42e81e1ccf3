// A unit's sheet: what of its actions lists, boards and forms need to find the ones they show. It is worked out anew from
// all actions of the unit whenever one changes, and says nothing that they don't.

import type { ActionId, CampaignId, PeriodId, PersonId, UnitId } from '../ids.ts'
import type { Role } from '../organisation/access.ts'
import type { Day } from '../organisation/day.ts'
import { lineOf, type UnitTree } from '../organisation/unit.ts'
import { type ActionState, everWas, isOpen, type Severity, type UnitAction } from './action.ts'
import { daysLate } from './climb.ts'

/** An action that somebody still has to see to. */
export type SheetLine = Pick<
  UnitAction,
  'id' | 'unitId' | 'campaignId' | 'periodId' | 'state' | 'severity' | 'owner' | 'dueOn'
>

export type ActionSheet = {
  readonly unitId: UnitId
  readonly open: readonly SheetLine[]
  readonly confirmed: number
  readonly dropped: number
}

/**
 * Actions that may be open at one unit: more than anybody sees to, and few enough for one item of the table. Findings
 * beyond it wait until others are put right.
 */
export const mostOpen = 1_000

export function sheetOf(unitId: UnitId, actions: readonly UnitAction[]): ActionSheet {
  const real = actions.filter(everWas)
  const line = ({ id, campaignId, periodId, state, severity, dueOn, owner }: UnitAction): SheetLine => ({
    id,
    unitId,
    campaignId,
    periodId,
    state,
    severity,
    dueOn,
    owner,
  })
  const count = (state: ActionState) => real.filter((one) => one.state === state).length
  const place = ({ campaignId, periodId, id }: SheetLine) => `${campaignId}#${periodId}#${id}`
  // In one order whoever works it out, so that a sheet that says the same is the same.
  const open = real
    .filter(isOpen)
    .map(line)
    .sort((a, b) => (place(a) < place(b) ? -1 : 1))
  return { unitId, open, confirmed: count('confirmed'), dropped: count('dropped') }
}

// --- as stored: lines by campaign and period, because a unit's actions share them ---

type StoredLine = [ActionId, ActionState, Severity, dueOn: Day | null, owner: string]
type StoredSheet = { open: [CampaignId, PeriodId, StoredLine[]][]; confirmed: number; dropped: number }

/** "person", or "role@unit"; '' for nobody. */
const ownerText = (owner: UnitAction['owner']): string =>
  owner === null ? '' : owner.kind === 'person' ? owner.id : `${owner.role}@${owner.unitId}`

function ownerIn(text: string): UnitAction['owner'] {
  const [name, unitId] = text.split('@')
  if (!name) return null
  return unitId
    ? { kind: 'role', role: name as Role, unitId: unitId as UnitId }
    : { kind: 'person', id: name as PersonId }
}

/** One line of JSON; reads back to an equal sheet, its lines grouped by campaign and period. */
export function encodeSheet({ open, confirmed, dropped }: ActionSheet): string {
  const rounds = new Map<string, StoredSheet['open'][number]>()
  for (const { id, campaignId, periodId, state, severity, dueOn, owner } of open) {
    const name = `${campaignId}#${periodId}`
    const round = rounds.get(name) ?? [campaignId, periodId, []]
    rounds.set(name, round)
    round[2].push([id, state, severity, dueOn, ownerText(owner)])
  }
  const stored: StoredSheet = { open: [...rounds.values()], confirmed, dropped }
  return JSON.stringify(stored)
}

export function decodeSheet(unitId: UnitId, text: string): ActionSheet {
  const { open, confirmed, dropped }: StoredSheet = JSON.parse(text)
  const lines = open.flatMap(([campaignId, periodId, some]) =>
    some.map(([id, state, severity, dueOn, owner]) => ({
      id,
      unitId,
      campaignId,
      periodId,
      state,
      severity,
      dueOn,
      owner: ownerIn(owner),
    })),
  )
  return { unitId, open: lines, confirmed, dropped }
}

// --- counts ---

/** Of one unit or of all under it. open: to be put right, late ones among them · done: reported, to be looked at. */
export type ActionCounts = {
  readonly open: number
  readonly late: number
  readonly done: number
  readonly confirmed: number
  readonly dropped: number
}
export const noActions: ActionCounts = { open: 0, late: 0, done: 0, confirmed: 0, dropped: 0 }

export const addCounts = (a: ActionCounts, b: ActionCounts): ActionCounts => ({
  open: a.open + b.open,
  late: a.late + b.late,
  done: a.done + b.done,
  confirmed: a.confirmed + b.confirmed,
  dropped: a.dropped + b.dropped,
})

/** `today`: a day in the organisation's time zone. */
export function countsOf({ open, confirmed, dropped }: ActionSheet, today: Day): ActionCounts {
  const toDo = open.filter(({ state }) => state === 'open')
  const late = toDo.filter((line) => daysLate(line, today) > 0).length
  return { open: toDo.length, late, done: open.length - toDo.length, confirmed, dropped }
}

/** For each unit with any: its own and those of all units under it by the tree, added up. */
export function countsByUnit(
  tree: UnitTree,
  sheets: Iterable<ActionSheet>,
  today: Day,
): ReadonlyMap<UnitId, ActionCounts> {
  const counts = new Map<UnitId, ActionCounts>()
  for (const sheet of sheets) {
    const own = countsOf(sheet, today)
    for (const id of lineOf(tree, sheet.unitId)) counts.set(id, addCounts(counts.get(id) ?? noActions, own))
  }
  return counts
}
