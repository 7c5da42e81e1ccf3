// Actions with the names of what they only have ids of.

import type { Owner, VersionedAction } from '../../../../shared/action/action.ts'
import { concernOf, daysLate } from '../../../../shared/action/climb.ts'
import type { CampaignId, PersonId, UnitId } from '../../../../shared/ids.ts'
import type { LocalText } from '../../../../shared/language.ts'
import { actionMessages } from '../../../../shared/messages/actions.ts'
import { unitIn } from '../../../../shared/organisation/unit.ts'
import type { ShownAction } from '../../../../web/pages/actions/shown.ts'
import { findPersonName } from '../../../store/people.ts'
import type { SignedInCall } from '../../call.ts'

/** The names of people by id, each looked up once. */
export async function namesOf(
  { deps, me }: SignedInCall,
  ids: Iterable<PersonId>,
): Promise<ReadonlyMap<PersonId, string>> {
  const names = [...new Set(ids)].map(
    async (id) => [id, (await findPersonName(deps.table, me.organisationId, id)) ?? id] as const,
  )
  return new Map(await Promise.all(names))
}

/** People whom actions name: their owners, and who did what with them. */
export const peopleIn = ({ action }: VersionedAction): PersonId[] => [
  ...personOf(action.owner),
  ...action.steps.flatMap(({ by, owner }) => [...(by ? [by] : []), ...personOf(owner ?? null)]),
]
const personOf = (owner: Owner | null): PersonId[] => (owner?.kind === 'person' ? [owner.id] : [])

const unitNamed = ({ me }: SignedInCall, id: UnitId): string => unitIn(me.tree, id)?.name ?? id

/** "Lê Văn An", or "Người báo cáo, Chi bộ 1"; undefined for nobody. */
export function ownerName(
  call: SignedInCall,
  owner: Owner | null,
  names: ReadonlyMap<PersonId, string>,
): string | undefined {
  if (owner === null) return undefined
  if (owner.kind === 'person') return names.get(owner.id) ?? owner.id
  const m = actionMessages[call.language]
  return m.roleAt(m.ownerRoles[owner.role], unitNamed(call, owner.unitId))
}

/** `campaigns`: titles by id. */
export function shownAction(
  call: SignedInCall,
  { action, version }: VersionedAction,
  names: ReadonlyMap<PersonId, string>,
  campaigns: ReadonlyMap<CampaignId, LocalText>,
): ShownAction {
  const { tree, today } = call.me
  const unit = unitIn(tree, action.unitId)
  const concern = concernOf(tree, action, today)
  return {
    action,
    version,
    unit: {
      name: unit?.name ?? action.unitId,
      code: unit?.code ?? '',
      parentName: unit?.parentId ? unitIn(tree, unit.parentId)?.name : undefined,
    },
    concern: concern === action.unitId ? undefined : unitNamed(call, concern),
    late: daysLate(action, today),
    owner: ownerName(call, action.owner, names),
    campaign: campaigns.get(action.campaignId),
  }
}
