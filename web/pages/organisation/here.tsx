// Who is at a unit and what it has to put right, on the unit's page.

import type { PersonId, TeamId, UnitId } from '../../../shared/ids.ts'
import { organisationMessages } from '../../../shared/messages/organisation.ts'
import type { Role } from '../../../shared/organisation/access.ts'
import type { Day } from '../../../shared/organisation/day.ts'
import { path } from '../../../shared/paths.ts'
import type { ShownAction } from '../actions/shown.ts'
import { ActionRows } from '../actions/visit.tsx'
import { messagesOf, type PageContext } from '../context.ts'

export type UnitPeople = {
  /** With the roles that they hold at this very unit. */
  readonly people: readonly { readonly id: PersonId; readonly name: string; readonly roles: readonly Role[] }[]
  readonly more: number
  readonly mayOpenPeople: boolean
  readonly teams: readonly { readonly id: TeamId; readonly name: string }[]
  readonly mayOpenTeams: boolean
}

export function PeopleHere({ context, here }: { readonly context: PageContext; readonly here: UnitPeople }) {
  const m = organisationMessages[context.language].people
  const { roles } = messagesOf(context)
  const { people, teams, mayOpenPeople, mayOpenTeams, more } = here
  return (
    <section class="slip">
      <h2>{m.title}</h2>
      {people.length === 0 && (
        <>
          <p class="none">{m.none}</p>
          {mayOpenPeople && (
            <p>
              <a href={path.people()}>{m.noneNext}</a>
            </p>
          )}
        </>
      )}
      {people.length > 0 && (
        <ul class="links">
          {people.map((person) => (
            <li key={person.id}>
              {mayOpenPeople ? <a href={path.person(person.id)}>{person.name}</a> : person.name}{' '}
              <small>{person.roles.map((role) => roles[role]).join(', ')}</small>
            </li>
          ))}
        </ul>
      )}
      {more > 0 && <p class="meta">{m.more(more)}</p>}
      {teams.length > 0 && (
        <>
          <h3>{m.teams}</h3>
          <ul class="links">
            {teams.map(({ id, name }) => (
              <li key={id}>{mayOpenTeams ? <a href={path.team(id)}>{name}</a> : name}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

export type UnitActions = {
  readonly today: Day
  /** Of the unit itself. */
  readonly open: number
  readonly late: number
  /** Those due first. */
  readonly first: readonly Pick<ShownAction, 'action' | 'late'>[]
  /** The unit as its field in the list of actions names it. */
  readonly unitText: string
}

type ActionsHereProps = { readonly context: PageContext; readonly unitId: UnitId; readonly actions: UnitActions }

export function ActionsHere({ context, unitId, actions }: ActionsHereProps) {
  const m = organisationMessages[context.language].actions
  const { open, late, first, today, unitText } = actions
  const query = new URLSearchParams({ unit: unitText, 'unit.id': unitId, 'unit.asked': unitText })
  return (
    <section class="slip">
      <h2>{m.title}</h2>
      {open === 0 ? <p class="none">{m.none}</p> : <p class="lead">{m.counts(open, late)}</p>}
      {first.length > 0 && <ActionRows context={context} today={today} actions={first} />}
      <p class="send">
        <a href={path.actions(query)}>{m.all}</a>
      </p>
    </section>
  )
}
