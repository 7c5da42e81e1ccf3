// The fields of a person: who it is, and the roles, one line each. Used to add somebody and to change somebody.

import { peopleMessages } from '../../../shared/messages/people.ts'
import { type Role, roles } from '../../../shared/organisation/access.ts'
import type { FieldFaults } from '../../parts/fault-list.tsx'
import { TextLine } from '../../parts/text-line.tsx'
import { type UnitEntry, UnitField } from '../../parts/unit-field.tsx'
import { messagesOf, type PageContext } from '../context.ts'

/** A role as it stands on the page; both empty: a line that says nothing. */
export type RoleLine = { readonly role: Role | undefined; readonly unit: UnitEntry }

export type TypedPerson = {
  readonly name: string
  readonly email: string
  readonly phone: string
  readonly lines: readonly RoleLine[]
}

export const personForm = 'person'
export const roleField = (line: number) => `role-${line}`
export const unitField = (line: number) => `unit-${line}`

type Props = {
  readonly context: PageContext
  readonly typed: TypedPerson
  readonly faults: FieldFaults
  /** Whether name and contact may be changed, or the roles alone. */
  readonly isWhole: boolean
}

/** Ends with a button that adds a line; `rows` says how many there are. */
export function PersonFields({ context, typed, faults, isWhole }: Props) {
  const m = peopleMessages[context.language].form
  return (
    <>
      {isWhole && <ContactFields context={context} typed={typed} faults={faults} />}
      <fieldset class="roles" id="roles">
        <legend>{m.roles}</legend>
        <p class="hint">{m.rolesHint}</p>
        {faults.has('roles') && <p class="fault">{faults.get('roles')}</p>}
        {typed.lines.map((line, at) => (
          <RoleFields key={roleField(at)} context={context} line={line} at={at} faults={faults} />
        ))}
      </fieldset>
      <input type="hidden" name="rows" value={String(typed.lines.length)} />
      <p class="make">
        <button type="submit" name="action" value="add-line" formnovalidate>
          {m.addRow}
        </button>
      </p>
    </>
  )
}

function ContactFields({ context, typed, faults }: Omit<Props, 'isWhole'>) {
  const m = peopleMessages[context.language].form
  return (
    <>
      <TextLine id="name" label={m.name} value={typed.name} fault={faults.get('name')} required />
      <TextLine
        id="email"
        type="email"
        label={m.email}
        aside={m.optional}
        hint={m.emailHint}
        value={typed.email}
        fault={faults.get('email')}
      />
      <TextLine
        id="phone"
        type="tel"
        label={m.phone}
        aside={m.optional}
        value={typed.phone}
        fault={faults.get('phone')}
      />
    </>
  )
}

type LineProps = {
  readonly context: PageContext
  readonly line: RoleLine
  readonly at: number
  readonly faults: FieldFaults
}

function RoleFields({ context, line, at, faults }: LineProps) {
  const m = peopleMessages[context.language].form
  const field = roleField(at)
  const fault = faults.get(field)
  return (
    <div class="role-line">
      <div class={fault ? 'q bad' : 'q'}>
        <label for={field}>{m.roleNumber(at + 1)}</label>
        {fault && (
          <p class="fault" id={`${field}-fault`}>
            {fault}
          </p>
        )}
        <select
          id={field}
          name={field}
          aria-describedby={fault ? `${field}-fault` : undefined}
          aria-invalid={fault ? 'true' : undefined}
        >
          <option value="">{m.noRole}</option>
          {roles.map((role) => (
            <option key={role} value={role} selected={role === line.role}>
              {messagesOf(context).roles[role]}
            </option>
          ))}
        </select>
      </div>
      <UnitField
        context={context}
        name={unitField(at)}
        label={m.unit}
        action="person.manage"
        entry={line.unit}
        fault={faults.get(unitField(at))?.replace(/\.$/, '')}
      />
    </div>
  )
}
