// The personal links of a person, as the page lists them.

import type { Person } from '../../../../shared/organisation/access.ts'
import type { LinkLine } from '../../../../web/pages/people/ways-in.tsx'
import { findPersonName } from '../../../store/people.ts'
import { closedBecause, listLinks } from '../../../store/personal-links.ts'
import type { SignedInCall } from '../../call.ts'

export async function linkLines({ deps, me, now }: SignedInCall, person: Person): Promise<LinkLine[]> {
  const links = await listLinks(deps.table, me.organisationId, person.id)
  const lines = links.map(async (stored): Promise<LinkLine> => {
    const { createdAt, createdBy, expiresAt } = stored.link
    return {
      id: stored.id,
      createdAt,
      createdBy: (await findPersonName(deps.table, me.organisationId, createdBy)) ?? createdBy,
      usedAt: stored.usedAt,
      expiresAt,
      state: closedBecause(stored, person, me.tree, now) ?? 'open',
    }
  })
  return Promise.all(lines)
}
