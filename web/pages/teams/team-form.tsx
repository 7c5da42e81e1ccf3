// The fields of a team: its name and unit, who is in it, and a search for more.

import type { PersonId } from '../../../shared/ids.ts'
import { teamMessages } from '../../../shared/messages/teams.ts'
import type { FieldFaults } from '../../parts/fault-list.tsx'
import { TextLine } from '../../parts/text-line.tsx'
import { type UnitEntry, UnitField } from '../../parts/unit-field.tsx'
import type { PageContext } from '../context.ts'

export type TeamMember = {
  readonly id: PersonId
  readonly name: string
  /** "cán bộ kiểm tra · Đảng bộ Sông" */
  readonly roles: string
}

export type TypedTeam = {
  readonly name: string
  readonly unit: UnitEntry
  readonly members: readonly TeamMember[]
  readonly leaderId: PersonId | undefined
  /** What was searched for. */
  readonly find: string
  readonly found: readonly TeamMember[]
  readonly hasMore: boolean
}

export const teamForm = 'team'

type Props = { readonly context: PageContext; readonly typed: TypedTeam; readonly faults: FieldFaults }

export function TeamFields({ context, typed, faults }: Props) {
  const m = teamMessages[context.language]
  return (
    <>
      <TextLine id="name" label={m.name} value={typed.name} fault={faults.get('name')} maxlength={200} required />
      <UnitField
        context={context}
        name="unit"
        label={m.unit}
        action="campaign.manage"
        entry={typed.unit}
        isRequired
        fault={faults.get('unit')?.replace(/\.$/, '')}
      />
      <fieldset class={faults.has('members') ? 'q bad' : 'q'} id="members">
        <legend>{m.members}</legend>
        {faults.has('members') && <p class="fault">{faults.get('members')}</p>}
        {typed.members.length === 0 ? (
          <p class="none">{m.noMembers}</p>
        ) : (
          <Members context={context} members={typed.members} leaderId={typed.leaderId} />
        )}
      </fieldset>
      <Finder context={context} typed={typed} />
    </>
  )
}

type MembersProps = Pick<Props, 'context'> & Pick<TypedTeam, 'members' | 'leaderId'>

function Members({ context, members, leaderId }: MembersProps) {
  const m = teamMessages[context.language]
  return (
    <>
      <p class="hint">{m.membersHint}</p>
      <ul class="members">
        {members.map((member) => (
          <li key={member.id}>
            <Choice member={member} isChosen />
            <label class="leads">
              <input
                type="radio"
                name="leader"
                value={member.id}
                checked={member.id === leaderId}
                aria-label={m.isLeader(member.name)}
              />
              <span>{m.leaderMark}</span>
            </label>
          </li>
        ))}
        <li>
          <label class="leads">
            <input type="radio" name="leader" value="" checked={leaderId === undefined} />
            <span>{m.nobodyLeads}</span>
          </label>
        </li>
      </ul>
    </>
  )
}

const Choice = ({ member, isChosen }: { readonly member: TeamMember; readonly isChosen: boolean }) => (
  <label class="choice">
    <input type="checkbox" name="member" value={member.id} checked={isChosen} />
    <span>
      {member.name} <small>{member.roles}</small>
    </span>
  </label>
)

function Finder({ context, typed }: Pick<Props, 'context' | 'typed'>) {
  const m = teamMessages[context.language]
  return (
    <>
      <TextLine id="find" type="search" label={m.find} hint={m.findHint} value={typed.find} maxlength={100} />
      <p class="make">
        <button type="submit" name="action" value="find" formnovalidate>
          {m.findNow}
        </button>
      </p>
      {typed.find !== '' && typed.found.length === 0 && <p class="state">{m.foundNone(typed.find)}</p>}
      {typed.found.length > 0 && (
        <fieldset class="q">
          <legend>{m.found}</legend>
          {typed.found.map((member) => (
            <Choice key={member.id} member={member} isChosen={false} />
          ))}
          {typed.hasMore && <p class="hint">{m.foundMore}</p>}
        </fieldset>
      )}
    </>
  )
}
