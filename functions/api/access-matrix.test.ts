// Every route, with every role, held at a unit and at the top, asked for on behalf of units in every relation to it: what the
// table of roles and the tree, replayed by hand, don't allow is refused; what they allow gets through.

import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { maySomewhere } from '../../shared/organisation/access.ts'
import { type Allowed, addresses, fillIn, type Probe } from '../../test/support/access-addresses.ts'
import {
  type AccessWorld,
  accessWorld,
  allowedByHand,
  type Holder,
  holders,
  markOf,
  type Relation,
  relations,
  stranger,
} from '../../test/support/access-world.ts'
import { routes } from './routes.ts'

type Route = (typeof routes)[number]
const nameOf = ({ method, path }: Route) => `${method} ${path}`
const closed: readonly Relation[] = ['ended', 'merged']

let world: AccessWorld
const cookies = new Map<string, string>()
beforeAll(async () => {
  world = await accessWorld()
  for (const { person } of holders) cookies.set(person.id, await world.cookieOf(person))
  cookies.set(stranger.id, await world.cookieOf(stranger, world.otherOrg))
})

/** What ends the session, or begins another, is open to all and asked for without one: the walk goes on with its sessions. */
const endsSession = ({ path }: Route): boolean => path === '/sign-out' || path === '/enter/:token'

async function isRefused(route: Route, probe: Probe, relation: Relation, as: string | undefined): Promise<boolean> {
  const of = world.things(relation)
  const cookie = endsSession(route) ? undefined : as
  const body = probe.json
    ? JSON.stringify(probe.json(of, randomUUID()))
    : probe.fields && new URLSearchParams({ ...probe.fields(of) })
  const answer = await world.send(fillIn(route.path, of, probe), {
    method: route.method,
    ...(body === undefined ? {} : { body }),
    ...(probe.json ? { headers: { 'content-type': 'application/json' } } : {}),
    ...(cookie ? { cookie } : {}),
  })
  const { status } = answer
  if (status >= 500) throw new Error(`${nameOf(route)} for ${relation}: ${status}`)
  if (status === 302 && answer.headers.get('location')?.startsWith('/sign-in?')) return true
  if ([401, 403, 404].includes(status)) return true
  return probe.refusedBy?.(status, await answer.text()) ?? false
}

/** Whether an address names anything of an organisation. */
const namesThings = (route: Route, probe: Probe): boolean =>
  /:(?!name|token|step|key)/.test(route.path.replace(/^\/assets.*/, '')) || probe.fields?.length === 1 || !!probe.json

function isAllowed(
  allowed: Allowed,
  route: Route,
  probe: Probe,
  { role, heldAt, person }: Holder,
  target: Relation,
): boolean {
  if (allowed === 'open') return true
  if (allowed === 'nobody') return false
  if (target === 'foreign' && namesThings(route, probe)) return false
  if (allowed === 'everybody') return true
  if ('at' in allowed)
    return allowedByHand(role, heldAt, allowed.at, target) && !(allowed.standing && closed.includes(target))
  if ('top' in allowed) return allowedByHand(role, heldAt, allowed.top, 'top')
  return allowed.role.some((action) => maySomewhere(person, action))
}

/**
 * At whose behalf a route is asked for: all of them where a unit decides over a role held below the top; else what is one's
 * own, and what is another organisation's.
 */
function targetsOf(route: Route, probe: Probe, { heldAt }: Holder): readonly Relation[] {
  if (!namesThings(route, probe)) return ['own']
  if (typeof probe.allowed === 'string' || !('at' in probe.allowed)) return ['own', 'foreign']
  return heldAt === 'own' ? relations : ['own', 'cousin', 'ended', 'foreign']
}

test('every route says how it is asked for, and nothing else does', () => {
  expect(routes.map(nameOf).filter((name) => !addresses.has(name))).toEqual([])
  expect([...addresses.keys()].filter((name) => !routes.some((route) => nameOf(route) === name))).toEqual([])
})

/** The stranger's own organisation has a unit "own" too: an address that names no more than that is about theirs. */
const strangersTo = ({ path }: Route): readonly Relation[] =>
  /^\/(organisation\/units|actions$)/.test(path) ? ['child', 'ended'] : ['own', 'child', 'ended']

describe.each(routes.map((route) => ({ name: nameOf(route), route })))('$name', ({ name, route }) => {
  const probes = addresses.get(name) ?? []
  // Where several things are asked for at one address, any of them opens it: sending a file is a part of both.
  const ways = probes.filter(({ campaign, json }) => campaign === undefined && !json)
  const cases =
    ways.length > 1
      ? [ways, ...probes.filter((one) => !ways.includes(one)).map((one) => [one])]
      : probes.map((one) => [one])

  test('every role, at every unit', async () => {
    const wrong: string[] = []
    for (const any of cases) {
      const [probe] = any
      if (!probe) continue
      for (const holder of holders)
        for (const target of targetsOf(route, probe, holder)) {
          const expected = any.some(({ allowed }) => isAllowed(allowed, route, probe, holder, target))
          const refused = await isRefused(route, probe, target, cookies.get(holder.person.id))
          if (refused === expected)
            wrong.push(`${holder.person.id} for ${target}: ${refused ? 'is refused' : 'gets through'}`)
        }
    }
    expect(wrong).toEqual([])
  }, 120_000)

  test('a guest, and somebody of another organisation', async () => {
    const wrong: string[] = []
    for (const probe of probes)
      for (const target of strangersTo(route)) {
        const isOpen = probe.allowed === 'open'
        if ((await isRefused(route, probe, target, undefined)) === isOpen) wrong.push(`guest for ${target}`)
        const isTheirs = isOpen || (probe.allowed !== 'nobody' && !namesThings(route, probe))
        if ((await isRefused(route, probe, target, cookies.get(stranger.id))) === isTheirs)
          wrong.push(`stranger for ${target}`)
      }
    expect(wrong).toEqual([])
  })
})

/** Pages that list what there is: read with a role at a unit, they name nothing of units beside it; and nothing of others' organisations. */
const lists = routes.filter(({ method, path }) => method === 'GET' && !/:(unit|response|person|team|report)/.test(path))
const readers = [
  ...holders
    .filter(({ heldAt }) => heldAt === 'own')
    .map(({ person }) => ({ id: person.id, hidden: ['sibling', 'cousin'] })),
  { id: stranger.id, hidden: relations.filter((one) => one !== 'foreign') },
]

test.each(lists.map((route) => ({ name: nameOf(route), route })))(
  '$name names nothing of others',
  async ({ name, route }) => {
    for (const { id, hidden } of readers)
      for (const probe of addresses.get(name) ?? []) {
        const cookie = cookies.get(id)
        const answer = await world.send(fillIn(route.path, world.things('own'), probe), cookie ? { cookie } : {})
        const text = await answer.text()
        expect(
          hidden.filter((other) => text.includes(markOf(other))),
          `${id} reads of`,
        ).toEqual([])
      }
  },
)
