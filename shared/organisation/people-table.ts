// A table of people that somebody imports: one row for each role of a person. Rows become people, or faults by row and column.

import type { UnitId } from '../ids.ts'
import { pageMessages } from '../messages/page.ts'
import type { Result } from '../result.ts'
import { type HeldRole, type Role, roles } from './access.ts'
import { readEmail, readName, readPhone, tidy } from './person-entry.ts'
import { foldText } from './search.ts'

export const peopleColumns = ['name', 'email', 'phone', 'role', 'unit'] as const
export type PeopleColumn = (typeof peopleColumns)[number]

/** People in one file: what is written within the time of one request. */
export const mostImported = 1_000

/** What heads a column, without marks and capitals. */
const headings: Record<PeopleColumn, readonly string[]> = {
  name: ['ho va ten', 'ho ten', 'ten', 'name', 'full name'],
  email: ['thu dien tu', 'email', 'e-mail', 'dia chi thu', 'mail'],
  phone: ['dien thoai', 'so dien thoai', 'phone', 'telephone', 'mobile', 'dtdd'],
  role: ['vai tro', 'quyen', 'role'],
  unit: ['ma don vi', 'don vi', 'unit', 'unit code', 'ma'],
}

/** `row` counts from 1, as a spreadsheet shows it; `column` from 0. */
export type TableRow = {
  readonly row: number
  readonly cells: readonly { readonly column: number; readonly text: string }[]
}

export type PeopleRow = { readonly row: number } & Readonly<Record<PeopleColumn, string>>

export type PeopleTable = {
  readonly rows: readonly PeopleRow[]
  /** Columns without which nothing can be read. */
  readonly missing: readonly PeopleColumn[]
  /** Headings of columns that aren't read. */
  readonly ignored: readonly string[]
}

/** Finds the columns by their heading, in the first row that holds anything. */
export function readPeopleTable(sheet: readonly TableRow[]): PeopleTable {
  const [head, ...rest] = sheet
  const at = new Map<number, PeopleColumn>()
  const ignored: string[] = []
  for (const { column, text } of head?.cells ?? []) {
    const folded = foldText(text)
    const found = peopleColumns.find((one) => headings[one].includes(folded) && ![...at.values()].includes(one))
    if (found) at.set(column, found)
    else ignored.push(tidy(text).slice(0, 60))
  }
  const known = new Set(at.values())
  const rows = rest.map(({ row, cells }): PeopleRow => {
    const texts = { name: '', email: '', phone: '', role: '', unit: '' }
    for (const { column, text } of cells) {
      const what = at.get(column)
      if (what) texts[what] = tidy(text.slice(0, 1_000))
    }
    return { row, ...texts }
  })
  return {
    rows: rows.filter((row) => peopleColumns.some((what) => row[what] !== '')),
    missing: (['name', 'role', 'unit'] as const).filter((what) => !known.has(what)),
    ignored: ignored.slice(0, 20),
  }
}

const roleNames = new Map<string, Role>(
  roles.flatMap((role) =>
    [role, pageMessages.vi.roles[role], pageMessages.en.roles[role]].map((name): [string, Role] => [
      foldText(name),
      role,
    ]),
  ),
)

export type RowFault = {
  readonly row: number
  readonly column: PeopleColumn
  readonly code: 'missing' | 'too-long' | 'malformed' | 'unknown' | 'several' | 'other-name' | 'taken'
  /** What stands there, cut to a length that a page can show. */
  readonly text: string
}

export type ImportedPerson = {
  /** The row that first names the person. */
  readonly row: number
  readonly name: string
  readonly email: string | undefined
  readonly phone: string | undefined
  readonly roles: readonly HeldRole[]
}

/** The unit that a text names, or why it names none: nothing is called that, or several units may be meant. */
export type FindUnit = (text: string) => Result<UnitId, 'unknown' | 'several'>

type ReadRow = { readonly row: number; readonly person: ImportedPerson } | { readonly faults: readonly RowFault[] }

function readRow(line: PeopleRow, findUnit: FindUnit): ReadRow {
  const faults: RowFault[] = []
  const note = (column: PeopleColumn, code: RowFault['code']) => {
    faults.push({ row: line.row, column, code, text: line[column].slice(0, 100) })
  }
  const name = readName(line.name)
  const email = readEmail(line.email)
  const phone = readPhone(line.phone)
  const role = roleNames.get(foldText(line.role))
  const unit = line.unit === '' ? undefined : findUnit(line.unit)
  if (!name.ok) note('name', name.problem)
  if (!email.ok) note('email', email.problem)
  if (!phone.ok) note('phone', phone.problem)
  if (!role) note('role', line.role === '' ? 'missing' : 'unknown')
  if (unit === undefined) note('unit', 'missing')
  else if (!unit.ok) note('unit', unit.problem)
  if (faults.length > 0 || !name.ok || !email.ok || !phone.ok || !role || !unit?.ok) return { faults }
  const person = { row: line.row, name: name.value, email: email.value, phone: phone.value }
  return { row: line.row, person: { ...person, roles: [{ role, unitId: unit.value }] } }
}

/** Who two rows are the same person as: by the address; where there is none, by name and telephone. */
export const identityOf = ({ name, email, phone }: Pick<ImportedPerson, 'name' | 'email' | 'phone'>): string =>
  email === undefined ? `${foldText(name)}|${(phone ?? '').replace(/\D/g, '')}` : email.toLowerCase()

/** Rows put together to people, in the order of the file. */
export function readPeople(
  rows: readonly PeopleRow[],
  findUnit: FindUnit,
): { readonly people: readonly ImportedPerson[]; readonly faults: readonly RowFault[] } {
  const people = new Map<string, ImportedPerson>()
  const faults: RowFault[] = []
  for (const line of rows) {
    const read = readRow(line, findUnit)
    if ('faults' in read) {
      faults.push(...read.faults)
      continue
    }
    const { person } = read
    const identity = identityOf(person)
    const before = people.get(identity)
    if (before && foldText(before.name) !== foldText(person.name)) {
      faults.push({ row: line.row, column: 'name', code: 'other-name', text: line.name.slice(0, 100) })
      continue
    }
    people.set(identity, before ? joined(before, person) : person)
  }
  return { people: [...people.values()], faults }
}

function joined(before: ImportedPerson, more: ImportedPerson): ImportedPerson {
  const isNew = more.roles.filter(
    (one) => !before.roles.some(({ role, unitId }) => role === one.role && unitId === one.unitId),
  )
  return { ...before, phone: before.phone ?? more.phone, roles: [...before.roles, ...isNew] }
}
