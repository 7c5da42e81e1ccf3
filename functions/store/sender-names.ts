// The names of those who sent something: people of the organisation, and of a named survey its members, who are no people of
// the organisation and are named by their invitations.

import type { Campaign } from '../../shared/campaign/campaign.ts'
import type { PersonId } from '../../shared/ids.ts'
import type { Language } from '../../shared/language.ts'
import { surveyMessages } from '../../shared/messages/surveys.ts'
import { memberHash } from '../../shared/survey/member-id.ts'
import { findInvitation } from './invitations.ts'
import { findPersonName } from './people.ts'
import type { Table } from './table.ts'

type Asked = Pick<Campaign, 'id' | 'organisationId' | 'survey'>

/**
 * The name of whoever sent, scored or reviewed an answer of the campaign; a plain word for a member whose invitation has no
 * name, and undefined for somebody nobody knows.
 */
export async function findSenderName(
  table: Table,
  { id: campaignId, organisationId, survey }: Asked,
  id: PersonId,
  language: Language,
): Promise<string | undefined> {
  const hash = survey?.way === 'named' ? memberHash(id) : undefined
  if (hash === undefined) return findPersonName(table, organisationId, id)
  const found = await findInvitation(table, { campaignId, round: 'all', hash })
  return found?.invitation.name ?? surveyMessages[language].member
}
