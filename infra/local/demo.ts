// The demo without a home: into a table alone, at a moment that stands still. Responses go the way of everybody's
// (functions/submit), without a page in between.

import { openPatternsFor } from '../../functions/patterns.ts'
import { openDirectory } from '../../functions/store/directory.ts'
import { findVersionedPerson } from '../../functions/store/people.ts'
import type { Table } from '../../functions/store/table.ts'
import { submit } from '../../functions/submit/submit.ts'
import { organisation } from '../../shared/starter/organisation.ts'
import type { StarterSubmission } from '../../shared/starter/responses.ts'
import { loadPractices, writePlans } from './starter.ts'

/** Every period of the practices is over, and its report due. */
const demoNow = '2014-02-10T01:00:00.000Z'

/** Loads what the demo's reports are made of into a table that holds nothing; answers the moment at which it is (ISO 8601, UTC). */
export async function loadDemo(table: Table): Promise<string> {
  await loadPractices(table, demoNow, async (submissions) => {
    const deps = { table, directory: openDirectory(table, openPatternsFor), now: () => demoNow }
    for (const one of submissions) await take(deps, one)
  })
  await writePlans(table)
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
