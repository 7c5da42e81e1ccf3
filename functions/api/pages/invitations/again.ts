// The same people as in the period before: its invitations as the rows of a roster, which goes the way of every other. Links are
// new ones, so that nothing joins the answers of two periods.

import type { CampaignPeriod } from '../../../../shared/campaign/campaign.ts'
import type { UnitId } from '../../../../shared/ids.ts'
import { invitationsMessages } from '../../../../shared/messages/invitations.ts'
import type { TableRow } from '../../../../shared/organisation/people-table.ts'
import { standingFor } from '../../../../shared/organisation/unit.ts'
import { identitiesOf, mostInvited, rosterColumns } from '../../../../shared/survey/roster.ts'
import { isAnybodyInvited, listInvitations, type StoredInvitation } from '../../../store/invitations.ts'
import type { SignedInCall } from '../../call.ts'
import type { FoundRound } from './found.ts'

/** The newest period before this one that people were invited to; undefined too where one invitation holds for all periods. */
export async function periodBefore(
  { deps }: SignedInCall,
  { campaign, period, round }: FoundRound,
): Promise<CampaignPeriod | undefined> {
  if (round === 'all') return undefined
  const earlier = campaign.periods
    .filter(({ opensAt }) => opensAt < period.opensAt)
    .sort((a, b) => (a.opensAt < b.opensAt ? 1 : -1))
  for (const one of earlier) if (await isAnybodyInvited(deps.table, campaign.id, one.id)) return one
  return undefined
}

/** A row for each person of the period before who isn't invited yet, and one of slips for each unit that had any without a name. */
export async function rowsAgain(call: SignedInCall, found: FoundRound): Promise<readonly TableRow[]> {
  const { table } = call.deps
  const { campaign, round } = found
  const before = await periodBefore(call, found)
  const [earlier, now] = await Promise.all([
    before ? listInvitations(table, campaign.id, before.id) : [],
    listInvitations(table, campaign.id, round),
  ])
  const unitOf = ({ invitation: { unitId } }: StoredInvitation): UnitId =>
    standingFor(call.me.tree, unitId)?.id ?? unitId
  const known = new Set(now.flatMap(({ invitation }) => identitiesOf(invitation)))
  const nameless = new Map<UnitId, number>()
  const rows: string[][] = []
  for (const one of earlier) {
    const { name, email = '', phone = '' } = one.invitation
    const unitId = unitOf(one)
    if (name === undefined) nameless.set(unitId, (nameless.get(unitId) ?? 0) + 1)
    else if (!identitiesOf({ ...one.invitation, unitId }).some((id) => known.has(id)) && rows.length < mostInvited)
      rows.push([name, codeOf(call, unitId), email, phone, ''])
  }
  const unnamed = [...nameless].map(([unitId, count]) => ['', codeOf(call, unitId), '', '', String(count)])
  const { columns } = invitationsMessages[call.language]
  const all = [rosterColumns.map((column) => columns[column]), ...rows.sort(byUnitAndName), ...unnamed]
  return all.map((texts, at) => ({ row: at + 1, cells: texts.map((text, column) => ({ column, text })) }))
}

/** Of a unit that is gone, its id: the preview says that there is no such unit. */
const codeOf = ({ me }: SignedInCall, unitId: UnitId): string => me.tree.units.get(unitId)?.code ?? unitId

const byUnitAndName = ([nameA = '', unitA = '']: string[], [nameB = '', unitB = '']: string[]): number =>
  unitA.localeCompare(unitB, 'vi') || nameA.localeCompare(nameB, 'vi')
