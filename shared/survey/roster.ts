// A roster that somebody imports: a row for each person, or a number of slips for each unit. Rows become invitations, or
// faults by row and column.

import type { UnitId } from '../ids.ts'
import type { TableRow } from '../organisation/people-table.ts'
import { readEmail, readName, readPhone, tidy } from '../organisation/person-entry.ts'
import { foldText } from '../organisation/search.ts'
import type { Result } from '../result.ts'

export const rosterColumns = ['name', 'unit', 'email', 'phone', 'slips'] as const
export type RosterColumn = (typeof rosterColumns)[number]

/** Invitations from one file: what is written within the time of one request. */
export const mostInvited = 5_000

/** What heads a column, without marks and capitals. */
const headings: Record<RosterColumn, readonly string[]> = {
  name: ['ho va ten', 'ho ten', 'ten', 'name', 'full name'],
  unit: ['ma don vi', 'don vi', 'chi bo', 'unit', 'unit code', 'ma'],
  email: ['thu dien tu', 'email', 'e-mail', 'dia chi thu', 'mail'],
  phone: ['dien thoai', 'so dien thoai', 'phone', 'telephone', 'mobile', 'dtdd'],
  slips: ['so phieu', 'so giay moi', 'so luong', 'slips', 'number of slips', 'number'],
}

type RosterRow = { readonly row: number } & Readonly<Record<RosterColumn, string>>

export type RosterTable = {
  readonly rows: readonly RosterRow[]
  /** people: a row for each, or a number of slips where a row has no name · slips: so many for each unit, without names. */
  readonly kind: 'people' | 'slips'
  /** Columns without which nothing can be read. */
  readonly missing: readonly RosterColumn[]
  /** Headings of columns that aren't read. */
  readonly ignored: readonly string[]
}

/** Finds the columns by their heading, in the first row that holds anything. */
export function readRosterTable(sheet: readonly TableRow[]): RosterTable {
  const [head, ...rest] = sheet
  const at = new Map<number, RosterColumn>()
  const ignored: string[] = []
  for (const { column, text } of head?.cells ?? []) {
    const folded = foldText(text)
    const found = rosterColumns.find((one) => headings[one].includes(folded) && ![...at.values()].includes(one))
    if (found) at.set(column, found)
    else ignored.push(tidy(text).slice(0, 60))
  }
  const known = new Set(at.values())
  const rows = rest.map(({ row, cells }): RosterRow => {
    const texts = { name: '', unit: '', email: '', phone: '', slips: '' }
    for (const { column, text } of cells) {
      const what = at.get(column)
      if (what) texts[what] = tidy(text.slice(0, 1_000))
    }
    return { row, ...texts }
  })
  const kind = known.has('slips') && !known.has('name') ? 'slips' : 'people'
  const needed = kind === 'slips' ? (['unit'] as const) : (['name', 'unit'] as const)
  return {
    kind,
    rows: rows.filter((row) => rosterColumns.some((what) => row[what] !== '')),
    missing: needed.filter((what) => !known.has(what)),
    ignored: ignored.slice(0, 20),
  }
}

/** What is known of a unit that a roster may name. */
type RosterUnit = { readonly id: UnitId; readonly members: number }

/** outside: it is there, and not one of those that the survey asks. */
export type FindRosterUnit = (text: string) => Result<RosterUnit, 'unknown' | 'several' | 'outside'>

export type RosterFault = {
  readonly row: number
  readonly column: RosterColumn
  readonly code: 'missing' | 'too-long' | 'malformed' | 'unknown' | 'several' | 'outside' | 'twice' | 'no-members'
  /** What stands there, cut to a length that a page can show. */
  readonly text: string
}

type RosterPerson = {
  readonly row: number
  readonly unitId: UnitId
  readonly name: string
  readonly email: string | undefined
  readonly phone: string | undefined
}
type RosterSlips = { readonly row: number; readonly unitId: UnitId; readonly slips: number }

export type Roster = {
  readonly people: readonly RosterPerson[]
  readonly slips: readonly RosterSlips[]
  readonly faults: readonly RosterFault[]
}

type Identified = Pick<RosterPerson, 'unitId'> & {
  readonly name?: string | undefined
  readonly email?: string | undefined
}

/** Who two rows, or a row and an invitation, are the same person as: one of these is the same. */
export const identitiesOf = ({ unitId, name, email }: Identified): string[] => [
  ...(name === undefined ? [] : [`n ${unitId} ${foldText(name)}`]),
  ...(email === undefined ? [] : [`e ${email.toLowerCase()}`]),
]

/** Reads every row, so that all that is wrong with a file is told at once. */
export function readRoster({ kind, rows }: RosterTable, findUnit: FindRosterUnit): Roster {
  const faults: RosterFault[] = []
  const people: RosterPerson[] = []
  const slips: RosterSlips[] = []
  const seen = new Set<string>()
  for (const line of rows) {
    const note = (column: RosterColumn, code: RosterFault['code']) => {
      faults.push({ row: line.row, column, code, text: line[column].slice(0, 100) })
    }
    const unit = unitOf(line, findUnit, note)
    const isPerson = kind === 'people' && (line.name !== '' || line.slips === '')
    const read = isPerson ? readPerson(line, unit, note) : readSlips(line, unit, note)
    if (!read) continue
    const ids = 'name' in read ? identitiesOf(read) : [`u ${read.unitId}`]
    const again = ids.find((id) => seen.has(id))
    for (const id of ids) seen.add(id)
    if (again !== undefined) note(again.startsWith('e ') ? 'email' : isPerson ? 'name' : 'unit', 'twice')
    else if ('name' in read) people.push(read)
    else slips.push(read)
  }
  return { people, slips, faults }
}

type Note = (column: RosterColumn, code: RosterFault['code']) => void

function unitOf({ unit }: RosterRow, findUnit: FindRosterUnit, note: Note): RosterUnit | undefined {
  const found = unit === '' ? undefined : findUnit(unit)
  if (found?.ok) return found.value
  note('unit', found ? found.problem : 'missing')
  return undefined
}

function readPerson(line: RosterRow, unit: RosterUnit | undefined, note: Note): RosterPerson | undefined {
  const name = readName(line.name)
  const email = readEmail(line.email)
  const phone = readPhone(line.phone)
  if (!name.ok) note('name', name.problem)
  if (!email.ok) note('email', email.problem)
  if (!phone.ok) note('phone', phone.problem)
  if (!unit || !name.ok || !email.ok || !phone.ok) return undefined
  return { row: line.row, unitId: unit.id, name: name.value, email: email.value, phone: phone.value }
}

/** Where no number stands, it is one for each member of the unit. */
function readSlips(line: RosterRow, unit: RosterUnit | undefined, note: Note): RosterSlips | undefined {
  const isNumber = /^\d{1,5}$/.test(line.slips)
  if (line.slips !== '' && !isNumber) note('slips', 'malformed')
  else if (unit && line.slips === '' && unit.members === 0) note('slips', 'no-members')
  else if (unit) return { row: line.row, unitId: unit.id, slips: isNumber ? Number(line.slips) : unit.members }
  return undefined
}
