// What came back of the fields of a person: as it was typed, what it means, and what is wrong with it.

import * as v from 'valibot'
import type { UnitId } from '../../../../shared/ids.ts'
import { peopleMessages } from '../../../../shared/messages/people.ts'
import { type HeldRole, mostRoles, type Person, Role } from '../../../../shared/organisation/access.ts'
import { readEmail, readName, readPhone } from '../../../../shared/organisation/person-entry.ts'
import { unitIn } from '../../../../shared/organisation/unit.ts'
import { type RoleLine, roleField, type TypedPerson, unitField } from '../../../../web/pages/people/person-form.tsx'
import type { FieldFaults } from '../../../../web/parts/fault-list.tsx'
import { noUnit, type UnitEntry, unitEntry, unitFault } from '../../../../web/parts/unit-field.tsx'
import { pageContext, type SignedInCall } from '../../call.ts'
import { readUnitField } from '../../unit-field.ts'

/** A line that says nothing yet. */
const emptyLine: RoleLine = { role: undefined, unit: noUnit }

/** How a role's unit stands in its line, also one that is closed or that no tree knows any more. */
function entryOf({ tree }: SignedInCall['me'], unitId: UnitId): UnitEntry {
  const unit = unitIn(tree, unitId)
  return unit ? unitEntry(unit) : { ...noUnit, text: unitId }
}

/** The fields as they stand before anything is typed. */
export function typedOf({ me }: SignedInCall, person: Pick<Person, 'name' | 'email' | 'phone' | 'roles'>): TypedPerson {
  const lines = person.roles.map(({ role, unitId }) => ({ role, unit: entryOf(me, unitId) }))
  return {
    name: person.name,
    email: person.email ?? '',
    phone: person.phone ?? '',
    lines: lines.length > 0 ? lines : [emptyLine],
  }
}

export type ReadPerson = {
  readonly typed: TypedPerson
  readonly faults: FieldFaults
  /** What the fields say; where something is wrong, as far as they say it. */
  readonly said: {
    readonly name: string
    readonly email: string | undefined
    readonly phone: string | undefined
    readonly roles: readonly HeldRole[]
  }
  /** Another line is asked for, not that it be saved. */
  readonly wantsLine: boolean
}

/**
 * `isWhole`: name and contact were asked, too. `held`: the roles that the lines began with; what they say stays as good as it
 * was, also at a unit that is closed by now.
 */
export function readPersonFields(
  call: SignedInCall,
  fields: URLSearchParams,
  { isWhole, held }: { readonly isWhole: boolean; readonly held: readonly HeldRole[] },
): ReadPerson {
  const m = peopleMessages[call.language].form
  const text = (name: string) => (fields.get(name) ?? '').slice(0, 1_000)
  const faults = new Map<string, string>()
  const name = readName(text('name'))
  const email = readEmail(text('email'))
  const phone = readPhone(text('phone'))
  if (isWhole) {
    if (!name.ok) faults.set('name', m.nameFaults[name.problem])
    if (!email.ok) faults.set('email', m.contactFaults.email)
    if (!phone.ok) faults.set('phone', m.contactFaults.phone)
  }
  const wantsLine = fields.get('action') === 'add-line'
  const lines = readLines(call, fields, held)
  const roles = lines.flatMap((line, at) => heldIn(call, line, at, faults))
  const shown = wantsLine && lines.length < mostRoles ? [...lines, emptyLine] : lines
  return {
    typed: {
      name: text('name'),
      email: text('email'),
      phone: text('phone'),
      lines: shown.length > 0 ? shown : [emptyLine],
    },
    faults: wantsLine ? new Map() : faults,
    said: {
      name: name.ok ? name.value : '',
      email: email.ok ? email.value : undefined,
      phone: phone.ok ? phone.value : undefined,
      roles: unique(roles),
    },
    wantsLine,
  }
}

function readLines(call: SignedInCall, fields: URLSearchParams, held: readonly HeldRole[]): RoleLine[] {
  const rows = Math.min(Number(fields.get('rows')) || 0, mostRoles)
  return Array.from({ length: Math.max(rows, 0) }, (_, at) => {
    const read = v.safeParse(Role, fields.get(roleField(at)))
    const role = read.success ? read.output : undefined
    const unit = readUnitField(call, fields, { name: unitField(at), action: 'person.manage' })
    const kept = held.find((one) => one.role === role && entryOf(call.me, one.unitId).text === unit.text)
    const known = kept && unitIn(call.me.tree, kept.unitId)
    return { role, unit: !unit.unit && known ? { ...unitEntry(known), isSent: true } : unit }
  })
}

/** The role of a line, or what is missing in it. */
function heldIn(call: SignedInCall, { role, unit }: RoleLine, at: number, faults: Map<string, string>): HeldRole[] {
  const m = peopleMessages[call.language].form
  if (role && unit.unit) return [{ role, unitId: unit.unit.id }]
  if (!role && unit.text !== '') faults.set(roleField(at), m.roleMissing)
  const wrong = unitFault(pageContext(call), unit)
  if (wrong) faults.set(unitField(at), `${wrong}.`)
  else if (role) faults.set(unitField(at), m.unitMissing)
  return []
}

const unique = (roles: readonly HeldRole[]): HeldRole[] => [
  ...new Map(roles.map((one) => [`${one.role} ${one.unitId}`, one])).values(),
]
