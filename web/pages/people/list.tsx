// The people of an organisation: filtered by the address, page by page; some chosen, to be invited or given slips.

import type { PersonId } from '../../../shared/ids.ts'
import { formatMoment } from '../../../shared/messages/number.ts'
import { peopleMessages } from '../../../shared/messages/people.ts'
import { type Role, roles } from '../../../shared/organisation/access.ts'
import { path } from '../../../shared/paths.ts'
import { ChoiceLine } from '../../parts/choice-line.tsx'
import { FilterSlip, Onward } from '../../parts/filtered-list.tsx'
import { TextLine } from '../../parts/text-line.tsx'
import { unitName } from '../../parts/texts.ts'
import { type UnitEntry, UnitField } from '../../parts/unit-field.tsx'
import { messagesOf, type PageContext } from '../context.ts'
import { Layout } from '../layout.tsx'

export const peopleStates = ['active', 'invited', 'none'] as const
type PeopleState = (typeof peopleStates)[number]

export type PersonLine = {
  readonly id: PersonId
  readonly name: string
  readonly email: string | undefined
  readonly phone: string | undefined
  /** The unit's name; undefined for a unit that no tree knows any more. */
  readonly roles: readonly { readonly role: Role; readonly unit: string | undefined }[]
  /** ISO 8601, UTC. */
  readonly seenAt: string | undefined
  readonly invitedAt: string | undefined
  /** Whether invitations and links are in the reader's hands. */
  readonly isWhole: boolean
}

export type PeopleFilters = {
  readonly text: string
  readonly role: Role | undefined
  readonly unit: UnitEntry
  readonly state: PeopleState | undefined
}

export type PeoplePageProps = {
  readonly context: PageContext
  readonly people: readonly PersonLine[]
  readonly filters: PeopleFilters
  /** The filters as they stand in the address. */
  readonly query: Readonly<Record<string, string>>
  readonly isFirst: boolean
  /** Where the next page begins; undefined where this is the last. */
  readonly next: string | undefined
  readonly isEverybodyChosen: boolean
  readonly canMail: boolean
  /** Whether the organisation's own details are in the reader's hands. */
  readonly isTopAdmin: boolean
}

export function PeoplePage(props: PeoplePageProps) {
  const { context, people, isTopAdmin } = props
  const m = peopleMessages[context.language]
  return (
    <Layout
      context={context}
      title={m.title}
      isWide
      moreStyle={[context.assetUrl('people.css'), context.assetUrl('unit-field.css')]}
      scripts={[context.assetUrl('unit-field.js')]}
    >
      <h1>{m.title}</h1>
      <p class="ways-on">
        <a class="main" href={path.personNew()}>
          {m.add}
        </a>
        <a href={path.peopleImport()}>{m.import}</a>
        <a href={path.teams()}>{m.teams}</a>
        {isTopAdmin && <a href={path.organisationSettings()}>{m.settings}</a>}
      </p>
      <Filters {...props} />
      <section class="slip" aria-labelledby="found">
        <h2 id="found">{m.list.shown(people.length)}</h2>
        {people.length === 0 ? <Nobody {...props} /> : <Chosen {...props} />}
        <OtherPages {...props} />
      </section>
    </Layout>
  )
}

function Filters({ context, filters, query }: PeoplePageProps) {
  const m = peopleMessages[context.language].list
  return (
    <FilterSlip texts={m} action={path.people()} isFiltered={Object.keys(query).length > 0}>
      <TextLine id="q" type="search" label={m.search} hint={m.searchHint} value={filters.text} maxlength={100} />
      <ChoiceLine
        id="role"
        label={m.role}
        empty={m.anyRole}
        chosen={filters.role}
        options={roles.map((role) => [role, messagesOf(context).roles[role]])}
      />
      <ChoiceLine
        id="state"
        label={m.state}
        empty={m.anyState}
        chosen={filters.state}
        options={peopleStates.map((state) => [state, m.states[state]])}
      />
      <UnitField
        context={context}
        name="unit"
        label={m.unit}
        hint={m.unitHint}
        action="person.manage"
        entry={filters.unit}
      />
    </FilterSlip>
  )
}

function Nobody({ context, query, isFirst, next }: PeoplePageProps) {
  const m = peopleMessages[context.language].list
  if (next !== undefined) return <p class="lead">{m.noMatchSoFar}</p>
  if (Object.keys(query).length > 0 || !isFirst) return <p class="lead">{m.noMatch}</p>
  return (
    <>
      <p class="lead">{m.none}</p>
      <p>{m.noneNext}</p>
    </>
  )
}

function Chosen({ context, people, query, isEverybodyChosen, canMail }: PeoplePageProps) {
  const m = peopleMessages[context.language].list
  const { all, chosen, ...others } = query
  return (
    <form method="post" action={path.peopleSlips()}>
      {chosen && <p class="state">{m.nobodyChosen}</p>}
      <ul class="people">
        {people.map((person) => (
          <li key={person.id}>
            <Line context={context} person={person} isChosen={isEverybodyChosen} />
          </li>
        ))}
      </ul>
      <fieldset class="batch">
        <legend>{m.batch}</legend>
        <p>
          {isEverybodyChosen ? (
            <a href={path.people(others)}>{m.selectNone}</a>
          ) : (
            <a href={path.people({ ...others, all: 'yes' })}>{m.selectAll}</a>
          )}
        </p>
        <p class="make">
          {canMail && (
            <button type="submit" formaction={path.peopleInvitations()}>
              {m.invite}
            </button>
          )}
          <button type="submit">{m.slips}</button>
        </p>
        <p class="meta">{m.slipsHint}</p>
      </fieldset>
    </form>
  )
}

type LineProps = { readonly context: PageContext; readonly person: PersonLine; readonly isChosen: boolean }

function Line({ context, person, isChosen }: LineProps) {
  const m = peopleMessages[context.language].list
  const moment = (iso: string) => formatMoment(iso, context.language, context.timeZone)
  const state = person.seenAt
    ? m.seen(moment(person.seenAt))
    : person.invitedAt
      ? m.invited(moment(person.invitedAt))
      : m.notInvited
  return (
    <>
      {person.isWhole ? (
        <label class="tick">
          <input
            type="checkbox"
            name="person"
            value={person.id}
            checked={isChosen}
            aria-label={m.select(person.name)}
          />
        </label>
      ) : (
        <span class="tick" />
      )}
      <div class="who-is">
        <a href={path.person(person.id)}>
          <b>{person.name}</b>
        </a>
        <small>{[person.email, person.phone].filter(Boolean).join(' · ')}</small>
      </div>
      <div>
        {person.roles.length === 0 && <small>{m.noRole}</small>}
        {person.roles.map(({ role, unit }) => (
          <span key={`${role} ${unit}`} class="role">
            {messagesOf(context).roles[role]} <small>{unit === undefined ? m.goneUnit : unitName(unit)}</small>
          </span>
        ))}
      </div>
      <small class={person.seenAt ? undefined : 'waiting'}>{state}</small>
    </>
  )
}

function OtherPages({ context, query, isFirst, next }: PeoplePageProps) {
  const m = peopleMessages[context.language].list
  const { all, chosen, after, ...filters } = query
  return (
    <Onward
      next={next === undefined ? undefined : { href: path.people({ ...filters, after: next }), text: m.more }}
      first={isFirst ? undefined : { href: path.people(filters), text: m.first }}
    />
  )
}
