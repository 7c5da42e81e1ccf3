// What an import of people would do: whom it adds, whom it changes, and who is there as the file says already.

import type { PersonId } from '../../../../shared/ids.ts'
import type { HeldRole, Person } from '../../../../shared/organisation/access.ts'
import { topUnitsFor } from '../../../../shared/organisation/access.ts'
import { mayKnow, mayManageWhole } from '../../../../shared/organisation/people-scope.ts'
import {
  type FindUnit,
  type ImportedPerson,
  identityOf,
  mostImported,
  type PeopleTable,
  type RowFault,
  readPeople,
  readPeopleTable,
  type TableRow,
} from '../../../../shared/organisation/people-table.ts'
import { resolveUnit } from '../../../../shared/organisation/search.ts'
import { fail, ok } from '../../../../shared/result.ts'
import { listPeople } from '../../../store/people.ts'
import type { SignedInCall } from '../../call.ts'

export type PlannedPerson = {
  readonly imported: ImportedPerson
  /** The person as it is now; undefined for somebody new. */
  readonly before: Person | undefined
  /** The roles that the person will have more. */
  readonly given: readonly HeldRole[]
}

export type ImportPlan = {
  readonly table: PeopleTable
  readonly faults: readonly RowFault[]
  /** Added or changed, in the order of the file. */
  readonly people: readonly PlannedPerson[]
  /** How many are there already as the file says. */
  readonly same: number
  readonly isTooMany: boolean
}

const unitFinder = ({ me }: SignedInCall): FindUnit => {
  const tops = topUnitsFor(me.person, me.tree, 'person.manage')
  const known = new Map<string, ReturnType<FindUnit>>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const resolved = resolveUnit(me.tree, text, tops)
    const found: ReturnType<FindUnit> =
      resolved.kind === 'found' ? ok(resolved.unit.id) : fail(resolved.kind === 'several' ? 'several' : 'unknown')
    known.set(text, found)
    return found
  }
}

/** The people there are, by what identifies them in a file. */
function byIdentity(people: readonly Person[]): ReadonlyMap<string, Person> {
  const found = new Map<string, Person>()
  for (const { id, name, email, phone, roles } of people) {
    const person = { id, name, ...(email ? { email } : {}), ...(phone ? { phone } : {}), roles }
    found.set(identityOf({ name, email, phone }), person)
  }
  return found
}

/**
 * Reads the rows and holds them against the people there are. Whoever has no address in the file is the same as somebody of
 * that name and telephone, also if that person has been given an address since.
 */
export async function planImport(call: SignedInCall, rows: readonly TableRow[]): Promise<ImportPlan> {
  const { deps, me } = call
  const table = readPeopleTable(rows)
  if (table.missing.length > 0) return { table, faults: [], people: [], same: 0, isTooMany: false }
  const read = readPeople(table.rows, unitFinder(call))
  if (read.people.length > mostImported) return { table, faults: [], people: [], same: 0, isTooMany: true }
  const stored = await listPeople(deps.table, me.organisationId)
  const known = byIdentity(stored)
  const nameless = byIdentity(stored.map(({ email, ...person }) => person))
  const faults = [...read.faults]
  const people: PlannedPerson[] = []
  for (const imported of read.people) {
    const before = known.get(identityOf(imported)) ?? (imported.email ? undefined : nameless.get(identityOf(imported)))
    if (before && !mayKnow(me.person, me.tree, before)) {
      const text = imported.email ?? imported.name
      faults.push({ row: imported.row, column: imported.email ? 'email' : 'name', code: 'taken', text })
      continue
    }
    people.push({ imported, before, given: rolesGiven(before, imported) })
  }
  const changing = people.filter((one) => !one.before || one.given.length > 0 || givesPhone(call, one))
  return { table, faults, people: changing, same: people.length - changing.length, isTooMany: false }
}

const rolesGiven = (before: Person | undefined, { roles }: ImportedPerson): HeldRole[] =>
  roles.filter((one) => !before?.roles.some(({ role, unitId }) => role === one.role && unitId === one.unitId))

/** A telephone is added where there is none, and where the whole person is in the administrator's care. */
const givesPhone = ({ me }: SignedInCall, { imported, before }: PlannedPerson): boolean =>
  before !== undefined &&
  imported.phone !== undefined &&
  before.phone === undefined &&
  mayManageWhole(me.person, me.tree, before)

/** The person as the import leaves them. `id`: for somebody new. */
export function personAfterImport(call: SignedInCall, planned: PlannedPerson, id: PersonId): Person {
  const { imported, before, given } = planned
  if (before) {
    const phone = givesPhone(call, planned) && imported.phone ? { phone: imported.phone } : {}
    return { ...before, ...phone, roles: [...before.roles, ...given] }
  }
  const { name, email, phone } = imported
  return { id, name, ...(email ? { email } : {}), ...(phone ? { phone } : {}), roles: [...given] }
}
