// The demo without a home: into a table alone, at a moment that stands still. Responses go the way of everybody's
// (functions/submit), without a page in between; of the named surveys there are the months that their reports are of.

import { openPatternsFor } from '../../functions/patterns.ts'
import type { Secrets } from '../../functions/secrets.ts'
import { openDirectory } from '../../functions/store/directory.ts'
import { findVersionedPerson } from '../../functions/store/people.ts'
import type { Item, Key, Table } from '../../functions/store/table.ts'
import { submit } from '../../functions/submit/submit.ts'
import { asId, PeriodId } from '../../shared/ids.ts'
import { organisation } from '../../shared/starter/organisation.ts'
import type { StarterSubmission } from '../../shared/starter/responses.ts'
import { randomFor } from '../../shared/starter/roster.ts'
import { loadPractices, writePlans } from './starter.ts'
import { loadNamed, type NamedSurvey, registrationYear, type Span, studyYear } from './starter-year.ts'

/** Every period of the practices is over, and its report due. */
const demoNow = '2014-02-10T01:00:00.000Z'

/** The named surveys end where two of their reports are due: on the half of the year that is over, and on its last quarter. */
const namedUntil = '2014-01-08T01:00:00.000Z'
const running = asId(PeriodId, '2014-01')

/** Nobody has answered in the running month: no report is of it. */
const untilThen = (kind: NamedSurvey): NamedSurvey => ({
  ...kind,
  answersIn: (member, month) => month !== running && kind.answersIn(member, month),
})
const named: readonly Span[] = [
  { months: 7, surveys: [untilThen(registrationYear)] },
  { months: 4, surveys: [untilThen(studyYear)] },
]

/** Loads what the demo's reports are made of into a table that holds nothing; answers the moment at which it is (ISO 8601, UTC). */
export async function loadDemo(engine: Table): Promise<string> {
  const table = readingOnce(engine)
  await loadPractices(table, demoNow, async (submissions) => {
    const deps = { table, directory: openDirectory(table, openPatternsFor), now: () => demoNow }
    for (const one of submissions) await take(deps, one)
  })
  await writePlans(table)
  const directory = openDirectory(table, openPatternsFor)
  const deps = { table, directory, secrets: secretsHere(), randomToken: sameTokens() }
  for (const span of named) await loadNamed(deps, span, namedUntil)
  return demoNow
}

type Taking = Parameters<typeof submit>[0]

async function take(deps: Taking, { person: id, submission }: StarterSubmission): Promise<void> {
  const [{ organisation: of, tree }, found] = await Promise.all([
    deps.directory.organisation(organisation.id, deps.now()),
    findVersionedPerson(deps.table, organisation.id, id),
  ])
  if (!found) throw new Error(`The demo has no person ${id}`)
  const by = { person: found.person, organisationId: organisation.id, organisation: of, tree }
  const sent = await submit(deps, by, submission)
  if (!sent.ok) throw new Error(`A response of the demo was refused: ${JSON.stringify(sent.problem)}`)
}

/** Nobody else writes: what was read of an item holds until it is written here, and most of what loading reads stays the same. */
function readingOnce(table: Table): Table {
  const known = new Map<string, Promise<Item | undefined>>()
  const nameOf = ({ pk, sk }: Key) => JSON.stringify([pk, sk])
  const writing = async <T>(key: Key, write: () => Promise<T>): Promise<T> => {
    try {
      return await write()
    } finally {
      // After the write: who read meanwhile may have seen what was there before.
      known.delete(nameOf(key))
    }
  }
  return {
    get: (key) => {
      const item = known.get(nameOf(key)) ?? table.get(key)
      known.set(nameOf(key), item)
      return item
    },
    insert: (item) => writing(item, () => table.insert(item)),
    replace: (item, expected) => writing(item, () => table.replace(item, expected)),
    increment: (key, attribute) => writing(key, () => table.increment(key, attribute)),
    raise: (key, attribute, to) => writing(key, () => table.raise(key, attribute, to)),
    remove: (key) => writing(key, () => table.remove(key)),
    query: (pk, options) => table.query(pk, options),
  }
}

/** Nobody is given a link, so that nothing has to be kept once all is loaded. */
function secretsHere(): Secrets {
  const kept = new Map<string, string>()
  return {
    make: async (name, secret) => void (kept.has(name) || kept.set(name, secret)),
    read: async (name) => kept.get(name),
    destroy: async (name) => void kept.delete(name),
  }
}

/** 256 bits each, the same each time: what follows from them is the same too. */
function sameTokens(): () => string {
  const random = randomFor('demo tokens')
  return () => Buffer.from(Array.from({ length: 32 }, () => Math.floor(random() * 256))).toString('base64url')
}
