import { expect, test } from 'vitest'
import { asId, PersonId } from '../../shared/ids.ts'
import type { Person } from '../../shared/organisation/access.ts'
import { unitTree } from '../../shared/organisation/unit.ts'
import { memoryTable } from '../../test/support/memory-table.ts'
import { admin, leader, office, org, reporter, store, unitId, units } from '../../test/support/scenario.ts'
import { claimEmail, findPrincipal } from './identities.ts'
import { findPerson, findPersonName, findVersionedPerson, listPeople, readPeople } from './people.ts'
import { addPerson, changePerson, removePerson } from './people-changes.ts'
import { closedBecause, findLinkByToken, insertLink, listLinks, noteLinkUsed, revokeLink } from './personal-links.ts'
import { findSeen, listSeen, noteInvited, noteSeen } from './seen.ts'

const tree = unitTree(units)
const now = '2013-03-01T00:00:00.000Z'
const by = { at: now, by: admin.id }

async function scene() {
  const table = memoryTable()
  await store(table)
  const whole = { table, org, tree }
  const versioned = async ({ id }: Person) => {
    const found = await findVersionedPerson(table, org, id)
    if (!found) throw new Error(`nobody is ${id}`)
    return found
  }
  const signsInAs = async (verifiedEmail: string, subject = verifiedEmail) =>
    (await findPrincipal(table, { issuer: 'https://issuer.test', subject, verifiedEmail }))?.personId
  for (const one of [admin, office, leader])
    await claimEmail(table, one.email, { organisationId: org, personId: one.id })
  return { table, whole, versioned, signsInAs }
}

const newcomer: Person = {
  id: asId(PersonId, 'newcomer'),
  name: 'Nguyễn Văn Mới',
  email: 'Moi@example.org',
  roles: [{ role: 'office', unitId: unitId('river') }],
}

test('a person who is added signs in by the address, whatever its case; the same again changes nothing', async () => {
  const { whole, table, signsInAs } = await scene()
  expect(await addPerson(whole, newcomer)).toEqual({ ok: true, value: newcomer })
  expect(await addPerson(whole, { ...newcomer, name: 'Other', email: 'else@example.org' })).toMatchObject({ ok: true })
  expect(await findPerson(table, org, newcomer.id)).toEqual(newcomer)
  expect(await signsInAs('moi@EXAMPLE.org')).toBe(newcomer.id)
  expect(await signsInAs('else@example.org')).toBeUndefined()
})

test('an address belongs to one person; two who claim it at once don’t both get it', async () => {
  const { whole, table } = await scene()
  const taken = await addPerson(whole, { ...newcomer, email: 'LEADER@example.org' })
  expect(taken).toMatchObject({ ok: false, problem: { code: 'person.email-taken' } })
  expect(await findPerson(table, org, newcomer.id)).toBeUndefined()
  const twins = ['twin-1', 'twin-2', 'twin-3'].map((id) => ({ ...newcomer, id: asId(PersonId, id) }))
  const added = await Promise.all(twins.map((twin) => addPerson(whole, twin)))
  const holders = (await listPeople(table, org)).filter(({ email }) => email === newcomer.email)
  expect(added.filter(({ ok }) => ok).length).toBe(holders.length)
  expect(holders.length).toBeLessThanOrEqual(1)
})

test('another address ends what the old one could do: its sessions, its sign-ins, its subject', async () => {
  const { whole, versioned, signsInAs } = await scene()
  expect(await signsInAs(leader.email, 'subject-1')).toBe(leader.id)
  const changed = await changePerson(whole, await versioned(leader), { ...leader, email: 'new@example.org' }, now)
  expect(changed.ok).toBe(true)
  expect((await versioned(leader)).sessionsSince).toBe(Date.parse(now) / 1_000)
  expect(await signsInAs(leader.email, 'subject-1')).toBeUndefined()
  expect(await signsInAs('new@example.org', 'subject-2')).toBe(leader.id)
  const back = await addPerson(whole, { ...newcomer, email: leader.email })
  expect(back.ok).toBe(true)
})

test('of two who change a person at once one hears it, and nothing of the other is lost', async () => {
  const { whole, versioned, table } = await scene()
  const read = await versioned(leader)
  const results = await Promise.all(
    ['One', 'Two'].map((name) => changePerson(whole, read, { ...leader, name, email: `${name}@example.org` }, now)),
  )
  const [winner, ...others] = results.flatMap((one) => (one.ok ? [one.value] : []))
  expect(others).toEqual([])
  expect(await findPerson(table, org, leader.id)).toEqual(winner)
  expect(results.find(({ ok }) => !ok)).toMatchObject({ problem: { code: 'office.changed' } })
  const lost = winner?.name === 'One' ? 'Two' : 'One'
  expect((await addPerson(whole, { ...newcomer, email: `${lost}@example.org` })).ok).toBe(true)
})

test('whoever is removed is out, leaves the name, and frees the address for somebody new', async () => {
  const { whole, versioned, table, signsInAs } = await scene()
  expect(await signsInAs(office.email, 'subject-1')).toBe(office.id)
  expect((await removePerson(whole, await versioned(office), by)).ok).toBe(true)
  expect(await findPerson(table, org, office.id)).toBeUndefined()
  expect(await findPersonName(table, org, office.id)).toBe(office.name)
  expect((await listPeople(table, org)).map(({ id }) => id)).not.toContain(office.id)
  expect(await signsInAs(office.email, 'subject-1')).toBeUndefined()
  expect((await addPerson(whole, { ...newcomer, email: office.email })).ok).toBe(true)
  expect(await signsInAs(office.email, 'subject-1')).toBe(newcomer.id)
})

test('the last administrator of the top stays, also where two take the role from each other at once', async () => {
  const { whole, versioned } = await scene()
  const lastOne = { ok: false, problem: { code: 'person.last-admin' } }
  expect(await removePerson(whole, await versioned(admin), by)).toMatchObject(lastOne)
  const demoted = { ...admin, roles: [{ role: 'office', unitId: unitId('bloc') } as const] }
  expect(await changePerson(whole, await versioned(admin), demoted, now)).toMatchObject(lastOne)
  const second: Person = { ...newcomer, roles: [{ role: 'admin', unitId: unitId('bloc') }] }
  const partly: Person = { ...newcomer, id: asId(PersonId, 'part'), email: 'p@example.org' }
  await addPerson(whole, { ...partly, roles: [{ role: 'admin', unitId: unitId('river') }] })
  expect(await removePerson(whole, await versioned(admin), by)).toMatchObject(lastOne)
  await addPerson(whole, second)
  const both = await Promise.all([versioned(admin), versioned(second)])
  const removed = await Promise.all(both.map((one) => removePerson(whole, one, by)))
  expect(removed.filter(({ ok }) => ok)).toHaveLength(1)
})

test('an administrator whose removal was refused, because of a change meanwhile, still counts', async () => {
  const { whole, versioned } = await scene()
  const second: Person = { ...newcomer, roles: [{ role: 'admin', unitId: unitId('bloc') }] }
  await addPerson(whole, second)
  const stale = await versioned(second)
  await changePerson(whole, stale, { ...second, phone: '0912 345 678' }, now)
  expect(await removePerson(whole, stale, by)).toMatchObject({ problem: { code: 'office.changed' } })
  expect((await removePerson(whole, await versioned(admin), by)).ok).toBe(true)
  expect((await removePerson(whole, await versioned(second), by)).ok).toBe(false)
})

test('people are read page by page, the newest first, each once', async () => {
  const { table, whole, versioned } = await scene()
  for (let n = 10; n < 60; n += 1)
    await addPerson(whole, { ...newcomer, id: asId(PersonId, `q${n}`), email: `q${n}@example.org` })
  await removePerson(whole, await versioned({ ...newcomer, id: asId(PersonId, 'q33') }), by)
  const seen: string[] = []
  let after: string | undefined
  do {
    const page = await readPeople(table, org, { after, limit: 7 })
    seen.push(...page.people.map(({ id }) => id))
    after = page.next
  } while (after !== undefined)
  expect(seen).toEqual([...seen].sort().reverse())
  expect(new Set(seen)).toEqual(new Set((await listPeople(table, org)).map(({ id }) => id)))
  expect(seen).not.toContain('q33')
})

test('when somebody was seen is written at most once an hour', async () => {
  const { table } = await scene()
  const writes: string[] = []
  const raise: typeof table.raise = (...args) => {
    writes.push(args[1])
    return table.raise(...args)
  }
  const noted = { ...table, raise }
  for (const minutes of [0, 1, 59, 60, 61, 119, 120])
    await noteSeen(noted, org, leader.id, new Date(Date.parse(now) + minutes * 60_000).toISOString())
  expect(writes).toEqual(['seenAt', 'seenAt'])
  const seen = { seenAt: '2013-03-01T02:00:00.000Z', invitedAt: undefined }
  expect(await findSeen(table, org, leader.id)).toEqual(seen)
  await noteInvited(table, org, leader.id, now)
  await noteInvited(table, org, office.id, now)
  expect(await listSeen(table, org)).toEqual(
    new Map([
      [leader.id, { ...seen, invitedAt: now }],
      [office.id, { seenAt: undefined, invitedAt: now }],
    ]),
  )
  expect(await findSeen(table, org, reporter.id)).toEqual({ seenAt: undefined, invitedAt: undefined })
})

test('a personal link: only its hash is kept; it opens until it expires, is revoked or outgrown', async () => {
  const { table } = await scene()
  const token = 'a-token-of-many-random-bits-000000000000000'
  const link = {
    organisationId: org,
    personId: reporter.id,
    createdAt: now,
    createdBy: admin.id,
    expiresAt: '2013-05-30T00:00:00.000Z',
    units: [unitId('river')],
  }
  await insertLink(table, token, link)
  expect(JSON.stringify([...table.items])).not.toContain(token)
  expect(await findLinkByToken(table, `${token}x`)).toBeUndefined()
  const stored = async () => {
    const found = await findLinkByToken(table, token)
    if (!found) throw new Error('no link')
    return found
  }
  expect(closedBecause(await stored(), reporter, tree, now)).toBeUndefined()
  expect(closedBecause(await stored(), reporter, tree, link.expiresAt)).toBe('expired')
  const promoted = { ...reporter, roles: [...reporter.roles, { role: 'leader', unitId: unitId('bloc') } as const] }
  expect(closedBecause(await stored(), promoted, tree, now)).toBe('outgrown')
  const ofGoneUnit = { ...reporter, roles: [...reporter.roles, { role: 'leader', unitId: unitId('gone') } as const] }
  expect(closedBecause(await stored(), ofGoneUnit, tree, now)).toBeUndefined()
  await noteLinkUsed(table, await stored(), '2013-03-02T00:00:00.000Z')
  expect(await listLinks(table, org, reporter.id)).toMatchObject([{ usedAt: '2013-03-02T00:00:00.000Z', link }])
  await revokeLink(table, await stored(), now)
  await revokeLink(table, await stored(), '2013-04-01T00:00:00.000Z')
  expect(closedBecause(await stored(), reporter, tree, now)).toBe('revoked')
  expect(await stored()).toMatchObject({ usedAt: '2013-03-02T00:00:00.000Z', link: { revokedAt: now } })
})
