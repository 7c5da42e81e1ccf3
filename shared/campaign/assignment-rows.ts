// Rows of a table (unit, who, day) read as assignments. Every row that can't be read says why; the good ones are known as new,
// changed or as they are already, so that the same table taken twice changes nothing.

import type { UnitId } from '../ids.ts'
import type { Person } from '../organisation/access.ts'
import { type Day, readDay } from '../organisation/day.ts'
import { foldText } from '../organisation/search.ts'
import type { Team } from '../organisation/team.ts'
import type { Unit } from '../organisation/unit.ts'
import { type Assignee, type Assignment, sameAssignee } from './assignment.ts'

export type AssignmentFault =
  | 'unit-missing'
  | 'unit-unknown'
  | 'unit-twice'
  | 'who-missing'
  | 'who-unknown'
  | 'who-several'
  | 'day-wrong'

/** A row as it stands in the table; `row` counts from 1. */
export type AssignmentRow = { readonly row: number; readonly unit: string; readonly who: string; readonly day: string }

export type ReadRow = {
  readonly row: AssignmentRow
  readonly unit: Unit
  readonly to: Assignee
  readonly on: Day | null
  readonly change: 'new' | 'changed' | 'same'
}
/** All that is wrong with a row, by its cells. */
export type FaultyRow = { readonly row: AssignmentRow; readonly faults: readonly AssignmentFault[] }

type Given = {
  /** The units of the campaign. */
  readonly units: readonly Unit[]
  readonly teams: readonly Team[]
  readonly people: readonly Person[]
  readonly assigned: ReadonlyMap<UnitId, Assignment>
}

const headings = {
  unit: ['ma don vi', 'ma', 'don vi', 'unit code', 'unit', 'code'],
  who: ['to', 'doan', 'nguoi', 'to hoac nguoi', 'phan cong', 'giao cho', 'team', 'person', 'who', 'assigned to'],
  day: ['ngay', 'ngay den', 'date', 'day'],
} as const
type Column = keyof typeof headings
const columns = Object.keys(headings) as Column[]

/** Cells of a table, row by row, as rows of assignments. Columns are found by their heading, else by their order. */
export function assignmentRows(
  table: readonly {
    readonly row: number
    readonly cells: readonly { readonly column: number; readonly text: string }[]
  }[],
): AssignmentRow[] {
  const [first] = table
  const places = new Map<Column, number>()
  for (const { column, text } of first?.cells ?? []) {
    const found = columns.find((one) => (headings[one] as readonly string[]).includes(foldText(text)))
    if (found && !places.has(found)) places.set(found, column)
  }
  const isHeaded = places.has('unit') && places.has('who')
  const at = (one: Column, index: number) => (isHeaded ? places.get(one) : index)
  return table.slice(isHeaded ? 1 : 0).map(({ row, cells }) => {
    const cell = (one: Column, index: number) =>
      cells
        .find(({ column }) => column === at(one, index))
        ?.text.trim()
        .slice(0, 250) ?? ''
    return { row, unit: cell('unit', 0), who: cell('who', 1), day: cell('day', 2) }
  })
}

export function readAssignments(rows: readonly AssignmentRow[], given: Given): (ReadRow | FaultyRow)[] {
  const units = new Map(given.units.map((unit) => [foldText(unit.code), unit]))
  const assignees = namesOf(given)
  const seen = new Set<UnitId>()
  return rows.map((row): ReadRow | FaultyRow => {
    const unit = units.get(foldText(row.unit))
    const [to, ...others] = assignees.get(foldText(row.who)) ?? []
    const on = row.day === '' ? null : dayIn(row.day)
    const faults: AssignmentFault[] = []
    if (!unit) faults.push(row.unit === '' ? 'unit-missing' : 'unit-unknown')
    else if (seen.has(unit.id)) faults.push('unit-twice')
    if (!to) faults.push(row.who === '' ? 'who-missing' : 'who-unknown')
    else if (others.length > 0) faults.push('who-several')
    if (on === undefined) faults.push('day-wrong')
    if (faults.length > 0 || !unit || !to || on === undefined) return { row, faults }
    seen.add(unit.id)
    const before = given.assigned.get(unit.id)
    const isSame = before && sameAssignee(before.to, to) && before.on === on
    return { row, unit, to, on, change: isSame ? 'same' : before?.to ? 'changed' : 'new' }
  })
}

/** A day as it was typed; what a spreadsheet gives for a date may have a time behind it. */
const dayIn = (text: string): Day | undefined => readDay(text.replace(/[T ]\d{1,2}:\d{2}(:\d{2})?(\.\d+)?Z?$/, ''))

/** Teams and people by what they are called; two of one name are two. */
function namesOf({ teams, people }: Pick<Given, 'teams' | 'people'>): ReadonlyMap<string, readonly Assignee[]> {
  const names = new Map<string, Assignee[]>()
  const add = (name: string | undefined, to: Assignee) => {
    if (name) names.set(foldText(name), [...(names.get(foldText(name)) ?? []), to])
  }
  for (const { id, name } of teams) add(name, { kind: 'team', teamId: id })
  for (const { id, name, email } of people) {
    add(name, { kind: 'person', personId: id })
    if (email !== name) add(email, { kind: 'person', personId: id })
  }
  return names
}
