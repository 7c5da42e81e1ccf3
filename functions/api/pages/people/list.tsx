// The list of people: read page by page from the table until enough were found that match.

import * as v from 'valibot'
import { PersonId } from '../../../../shared/ids.ts'
import { type Person, Role } from '../../../../shared/organisation/access.ts'
import { mayKnow, mayManageWhole, rolesSeen } from '../../../../shared/organisation/people-scope.ts'
import { foldText } from '../../../../shared/organisation/search.ts'
import { isTopAdmin } from '../../../../shared/organisation/top.ts'
import { isUnder, unitIn } from '../../../../shared/organisation/unit.ts'
import { type PeopleFilters, PeoplePage, type PersonLine, peopleStates } from '../../../../web/pages/people/list.tsx'
import { noUnit } from '../../../../web/parts/unit-field.tsx'
import { readPeople } from '../../../store/people.ts'
import { findSeen, listSeen, type Seen } from '../../../store/seen.ts'
import { pageContext, type SignedInCall } from '../../call.ts'
import { readUnitField } from '../../unit-field.ts'

/** People on a page. */
const perPage = 50
/** Items that one request looks through: some 2 MB of people. */
const mostLookedAt = 6_000
const perRead = 500

const Filters = v.object({
  q: v.optional(v.pipe(v.string(), v.maxLength(200)), ''),
  role: v.optional(v.fallback(v.optional(Role), undefined)),
  state: v.optional(v.fallback(v.optional(v.picklist(peopleStates)), undefined)),
  unit: v.optional(v.pipe(v.string(), v.maxLength(300)), ''),
  after: v.optional(v.fallback(v.optional(PersonId), undefined)),
  all: v.optional(v.string()),
})

type Asked = { readonly filters: PeopleFilters; readonly after: PersonId | undefined; readonly all: boolean }

function readFilters(call: SignedInCall): Asked {
  const query = new URL(call.c.req.url).searchParams
  const read = v.safeParse(Filters, Object.fromEntries(query))
  if (!read.success)
    return { filters: { text: '', role: undefined, state: undefined, unit: noUnit }, after: undefined, all: false }
  const { q, role, state, unit, after, all } = read.output
  const entry = unit === '' ? noUnit : readUnitField(call, query, { name: 'unit', action: 'person.manage' })
  return { filters: { text: q, role, state, unit: entry }, after, all: all !== undefined }
}

const stateOf = ({ seenAt, invitedAt }: Seen): PeopleFilters['state'] =>
  seenAt !== undefined ? 'active' : invitedAt === undefined ? 'none' : 'invited'

const never: Seen = { seenAt: undefined, invitedAt: undefined }

/** Whether a person is meant, by all but the state. Roles and units are those that the administrator sees. */
function isMeant({ me }: SignedInCall, { text, role, unit }: PeopleFilters): (person: Person) => boolean {
  const words = foldText(text).split(' ')
  const top = unit.unit?.id
  // A text that names no unit finds nobody, and the field says why.
  if (unit.text !== '' && top === undefined) return () => false
  return (person) => {
    if (!mayKnow(me.person, me.tree, person)) return false
    const folded = foldText(`${person.name} ${person.email ?? ''}`)
    if (!words.every((word) => folded.includes(word))) return false
    if (role === undefined && top === undefined) return true
    return rolesSeen(me.person, me.tree, person).some(
      (held) => (role === undefined || held.role === role) && (top === undefined || isUnder(me.tree, held.unitId, top)),
    )
  }
}

type Found = {
  readonly people: readonly { readonly person: Person; readonly seen: Seen }[]
  readonly next: string | undefined
}

async function findPeople(call: SignedInCall, { filters, after }: Asked): Promise<Found> {
  const { deps, me } = call
  const meant = isMeant(call, filters)
  const seen = filters.state && (await listSeen(deps.table, me.organisationId))
  const isInState = ({ id }: Person) => !seen || stateOf(seen.get(id) ?? never) === filters.state
  const found: Person[] = []
  let from = after === undefined ? undefined : `PERSON#${after}`
  let looked = 0
  do {
    const page = await readPeople(deps.table, me.organisationId, { after: from, limit: perRead })
    found.push(...page.people.filter((person) => meant(person) && isInState(person)))
    looked += perRead
    from = page.next
  } while (from !== undefined && found.length <= perPage && looked < mostLookedAt)
  const shown = found.slice(0, perPage)
  const times = await Promise.all(shown.map(({ id }) => seen?.get(id) ?? findSeen(deps.table, me.organisationId, id)))
  const cut = found.length > perPage ? shown.at(-1)?.id : from?.replace('PERSON#', '')
  return { people: shown.map((person, at) => ({ person, seen: times[at] ?? never })), next: cut }
}

export async function showPeople(call: SignedInCall): Promise<Response> {
  const { me } = call
  const asked = readFilters(call)
  const { people, next } = await findPeople(call, asked)
  const lines = people.map(({ person, seen }): PersonLine => {
    const { id, name, email, phone } = person
    const roles = rolesSeen(me.person, me.tree, person).map(({ role, unitId }) => ({
      role,
      unit: unitIn(me.tree, unitId)?.name,
    }))
    return { id, name, email, phone, roles, ...seen, isWhole: mayManageWhole(me.person, me.tree, person) }
  })
  const query = Object.fromEntries([...new URL(call.c.req.url).searchParams].filter(([, value]) => value !== ''))
  return call.c.html(
    <PeoplePage
      context={pageContext(call)}
      people={lines}
      filters={asked.filters}
      query={query}
      isFirst={asked.after === undefined}
      next={next}
      isEverybodyChosen={asked.all}
      canMail={call.deps.mail !== undefined}
      isTopAdmin={isTopAdmin(me.person, me.tree)}
    />,
  )
}
