// What a file of units would make of the tree. Rows state what a unit is from a day on; units that no row is about stay as
// they are; the same file again makes nothing new.

import type { UnitId } from '../ids.ts'
import { patched, settled, withoutParents } from './change.ts'
import type { Day } from './day.ts'
import { type TreeFault, treeFaults } from './faults.ts'
import {
  type Closure,
  type TreeHistory,
  type UnitFacts,
  type UnitHistory,
  type UnitState,
  unitsById,
} from './history.ts'
import { codesOf } from './import-codes.ts'
import type { ImportColumn, ImportRow } from './import-rows.ts'

/** What is wrong with a row once it is seen beside all others. */
export type PlanIssue = { readonly row: number | undefined; readonly column?: ImportColumn | undefined } & (
  | { readonly kind: 'row-twice'; readonly other: number }
  | { readonly kind: 'name-missing' | 'level-missing' | 'parent-missing' | 'after-closure' | 'closure-differs' }
  | { readonly kind: 'parent-unknown' | 'successor-unknown'; readonly code: string; readonly day: Day }
  | { readonly kind: 'unsound'; readonly fault: TreeFault }
)

export type Plan = {
  /** The tree as it would be; the very history that was there where nothing changes, or something is wrong. */
  readonly history: TreeHistory
  /** The same, sound or not: what units of the file are called. */
  readonly tried: TreeHistory
  readonly issues: readonly PlanIssue[]
  readonly counts: {
    readonly added: number
    readonly changed: number
    readonly moved: number
    readonly closed: number
    readonly unchanged: number
    /** Units that stand today and that no row is about. */
    readonly untouched: number
  }
  /** What each unit of the file comes to. */
  readonly outcomes: ReadonlyMap<UnitId, Outcome>
}
export type Outcome = 'added' | 'changed' | 'moved' | 'closed' | 'unchanged'

export type PlanSettings = {
  /** From when rows hold that don't say so. */
  readonly from: Day
  readonly today: Day
  readonly newId: () => UnitId
}

type Dated = ImportRow & { readonly day: Day }
type Group = { readonly id: UnitId; readonly before: UnitHistory | undefined; readonly rows: readonly Dated[] }

export function planImport(history: TreeHistory, rows: readonly ImportRow[], settings: PlanSettings): Plan {
  const issues: PlanIssue[] = []
  const dated = rows.map((row): Dated => ({ ...row, day: row.from ?? settings.from }))
  const groups = distinctDays(groupByUnit(history, dated, settings.newId), issues)
  const known = unitsById(history)
  const parentOf = parentsIn(history, groups, issues)
  const made = groups.map((group) => ({ group, unit: unitOf(group, parentOf, issues) }))
  const withStates = merged(history, made)
  const closed = closures(withStates, groups, settings.today, issues)
  const next = closed.closing.size === 0 ? closed.history : withoutParents(closed.history, closed.closing)
  issues.push(...unsound(next, groups, new Set(issues.flatMap(({ row }) => row ?? []))))
  const outcomes = outcomesOf(history, next, groups)
  const isSame = next.length === history.length && next.every((unit) => known.get(unit.id) === unit)
  return {
    history: issues.length > 0 || isSame ? history : next,
    tried: next,
    issues: issues.toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0)),
    counts: countsOf(outcomes, history, settings.today),
    outcomes,
  }
}

/** Which unit each row is about: by its id, else by the code that it has on the row's day, or takes next; else a new one. */
function groupByUnit(history: TreeHistory, rows: readonly Dated[], newId: () => UnitId): Group[] {
  const known = unitsById(history)
  const codes = codesOf(history)
  const groups = new Map<UnitId, Dated[]>()
  const given = new Map<string, UnitId>()
  const idOf = ({ id, code, day }: Dated): UnitId => {
    if (id && known.has(id)) return id
    const name = id ? `id ${id}` : `code ${code.toLowerCase()}`
    const before = given.get(name)
    if (before) return before
    const found = codes.on(code, day) ?? codes.after(code, day) ?? id ?? newId()
    // A code that another unit had at another time may be a third one's in this file: only ids and new units are kept.
    if (id || !known.has(found)) given.set(name, found)
    return found
  }
  for (const row of rows) {
    const id = idOf(row)
    const group = groups.get(id)
    if (group) group.push(row)
    else groups.set(id, [row])
  }
  return [...groups].map(([id, of]) => ({ id, before: known.get(id), rows: of }))
}

/** The rows of each unit in the order of their days; a second row of the same day is an issue. */
function distinctDays(groups: readonly Group[], issues: PlanIssue[]): Group[] {
  return groups.map((group) => {
    const byDay = new Map<Day, Dated>()
    for (const row of group.rows) {
      const other = byDay.get(row.day)
      if (other) issues.push({ row: row.row, column: 'code', kind: 'row-twice', other: other.row })
      else byDay.set(row.day, row)
    }
    return { ...group, rows: [...byDay.values()].sort((a, b) => (a.day < b.day ? -1 : 1)) }
  })
}

type ParentOf = (row: Dated) => UnitId | undefined

/** Finds what rows stand under, by the codes as they will be. */
function parentsIn(history: TreeHistory, groups: readonly Group[], issues: PlanIssue[]): ParentOf {
  const unplaced = groups.map((group) => ({ group, unit: unitOf(group, () => undefined, []) }))
  const codes = codesOf(merged(history, unplaced))
  return ({ row, parent, day }) => {
    if (parent === undefined) return undefined
    const id = codes.on(parent, day)
    if (!id) issues.push({ row, column: 'parent', kind: 'parent-unknown', code: parent, day })
    return id
  }
}

/** The unit with what its rows state; undefined for a new unit that can't be made of them. */
function unitOf({ id, before, rows }: Group, parentOf: ParentOf, issues: PlanIssue[]): UnitHistory | undefined {
  let unit = before
  for (const row of rows) {
    const parentId = parentOf(row)
    const stated = statedBy(row, parentId)
    const [first] = unit?.states ?? []
    if (!unit || !first || row.day < first.from) {
      const state = firstState(row, stated, first, issues)
      if (!state) return unit
      unit = unit ? settled(unit, [state, ...unit.states]) : { id, states: [state] }
    } else if (unit.closed && row.day >= unit.closed.from)
      issues.push({ row: row.row, column: 'from', kind: 'after-closure' })
    else unit = patched(unit, row.day, stated)
  }
  return unit
}

const statedBy = ({ code, name, level, members }: Dated, parentId: UnitId | undefined): Partial<UnitFacts> =>
  Object.fromEntries(
    Object.entries({ code, name, level, members, parentId }).filter(([, value]) => value !== undefined),
  )

/** What a unit begins with: what the row states, and for the rest what it was known as later. */
function firstState(
  row: Dated,
  stated: Partial<UnitFacts>,
  later: UnitState | undefined,
  issues: PlanIssue[],
): UnitState | undefined {
  const { name = later?.name, level = later?.level } = stated
  const missing = (column: ImportColumn, kind: 'name-missing' | 'level-missing') =>
    issues.push({ row: row.row, column, kind })
  if (name === undefined) missing('name', 'name-missing')
  if (level === undefined) missing('level', 'level-missing')
  if (name === undefined || level === undefined) return undefined
  const parentId = stated.parentId ?? later?.parentId ?? null
  return { code: row.code, name, level, parentId, members: stated.members ?? later?.members ?? 0, from: row.day }
}

/** The history with these units in it, new ones at its end. */
function merged(
  history: TreeHistory,
  made: readonly { readonly group: Group; readonly unit: UnitHistory | undefined }[],
): TreeHistory {
  const changed = new Map(made.flatMap(({ group, unit }) => (group.before && unit ? [[group.id, unit]] : [])))
  const added = made.flatMap(({ group, unit }) => (!group.before && unit ? [unit] : []))
  return [...history.map((unit) => changed.get(unit.id) ?? unit), ...added]
}

/** Closes what rows close. `closing`: the units that this file closes, of which some may have units below them left. */
function closures(history: TreeHistory, groups: readonly Group[], today: Day, issues: PlanIssue[]) {
  const codes = codesOf(history)
  const closing = new Map<UnitId, Closure>()
  for (const { id, before, rows } of groups) {
    const stating = rows.filter(({ closedFrom }) => closedFrom !== undefined)
    const [first] = stating
    if (!first?.closedFrom) continue
    const from = first.closedFrom
    const sameAs = (row: Dated) => row.closedFrom === from && row.successors.join(';') === first.successors.join(';')
    for (const row of stating.filter((one) => !sameAs(one)))
      issues.push({ row: row.row, column: 'closedFrom', kind: 'closure-differs' })
    const successors = first.successors.flatMap((code) => {
      const heir = codes.on(code, from)
      if (!heir) issues.push({ row: first.row, column: 'successors', kind: 'successor-unknown', code, day: from })
      return heir ?? []
    })
    const closed = before?.closed
    if (closed?.from === from && closed.successors.join() === successors.join()) continue
    const isLate = before !== undefined && today > from
    closing.set(id, { from, successors, ...(isLate ? { enteredOn: closed?.enteredOn ?? today } : {}) })
  }
  const next = history.map((unit) => {
    const closed = closing.get(unit.id)
    return closed ? { ...unit, closed } : unit
  })
  return { history: closing.size === 0 ? history : next, closing }
}

/** Each fault at the row that it comes from, where one does; none of a unit whose rows are `faulty` already. */
function unsound(history: TreeHistory, groups: readonly Group[], faulty: ReadonlySet<number>): PlanIssue[] {
  const byId = new Map(groups.map((group) => [group.id, group]))
  return treeFaults(history, Number.POSITIVE_INFINITY).flatMap((fault): PlanIssue | readonly PlanIssue[] => {
    const rows = byId.get(fault.unitId)?.rows ?? []
    if (rows.some(({ row }) => faulty.has(row))) return []
    const row = rows.findLast(({ day }) => day <= fault.day) ?? rows[0]
    if (fault.kind === 'second-top' && row?.parent === undefined)
      return { row: row?.row, column: 'parent', kind: 'parent-missing' }
    return { row: row?.row, column: columnOf(fault), kind: 'unsound', fault }
  })
}

function columnOf({ kind }: TreeFault): ImportColumn {
  if (kind === 'code-twice') return 'code'
  if (kind === 'closed-before' || kind === 'top-closed') return 'closedFrom'
  return kind === 'successor-absent' ? 'successors' : 'parent'
}

function outcomesOf(before: TreeHistory, after: TreeHistory, groups: readonly Group[]): Map<UnitId, Outcome> {
  const earlier = unitsById(before)
  const listed = new Set(groups.map(({ id }) => id))
  return new Map(
    after.flatMap((unit): [UnitId, Outcome][] => {
      const was = earlier.get(unit.id)
      if (was === unit) return listed.has(unit.id) ? [[unit.id, 'unchanged']] : []
      if (!was) return [[unit.id, 'added']]
      if (was.closed !== unit.closed) return [[unit.id, 'closed']]
      const parents = (one: UnitHistory) =>
        one.states.map(({ parentId }) => parentId).filter((id, at, all) => id !== all[at - 1])
      return [[unit.id, parents(was).join() === parents(unit).join() ? 'changed' : 'moved']]
    }),
  )
}

function countsOf(outcomes: ReadonlyMap<UnitId, Outcome>, history: TreeHistory, today: Day): Plan['counts'] {
  const counts = { added: 0, changed: 0, moved: 0, closed: 0, unchanged: 0 }
  for (const outcome of outcomes.values()) counts[outcome] += 1
  const untouched = history.filter(({ id, closed }) => !outcomes.has(id) && !(closed && closed.from <= today)).length
  return { ...counts, untouched }
}
