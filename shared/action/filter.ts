// What a list of actions is narrowed to, as its address says it.

import * as v from 'valibot'
import { CampaignId } from '../ids.ts'
import type { Person } from '../organisation/access.ts'
import type { Day } from '../organisation/day.ts'
import { isUnder, type UnitTree } from '../organisation/unit.ts'
import { type Owner, Severity } from './action.ts'
import { concernOf, daysLate } from './climb.ts'
import type { SheetLine } from './sheet.ts'

/** current: whatever is not over · late and climbed: of those to be put right. */
export const wantedStates = ['current', 'open', 'late', 'climbed', 'done', 'confirmed', 'dropped'] as const

/** A value that means nothing is left out, as an empty field is. */
const given = <const S extends v.GenericSchema<unknown, string>>(schema: S) => v.fallback(v.optional(schema), undefined)

const Fields = v.object({
  unit: v.fallback(v.pipe(v.optional(v.string(), ''), v.trim(), v.maxLength(250)), ''),
  state: v.fallback(v.optional(v.picklist(wantedStates), 'current'), 'current'),
  severity: given(Severity),
  owner: given(v.picklist(['me', 'none'])),
  campaign: given(CampaignId),
  after: given(v.pipe(v.string(), v.minLength(1), v.maxLength(300))),
})
export type ActionFilter = v.InferOutput<typeof Fields>

export const readFilter = (query: URLSearchParams): ActionFilter => v.parse(Fields, Object.fromEntries(query))

/** The address of a filter, without what says nothing; `after`: where the list goes on. */
export function filterQuery({ after: _, ...filter }: ActionFilter, after?: string): URLSearchParams {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...filter, after }))
    if (value !== undefined && value !== '' && !(name === 'state' && value === 'current')) query.set(name, value)
  return query
}

export const isNarrowed = (filter: ActionFilter): boolean => filterQuery(filter).size > 0

/** Whether the owner is this person, by name or by a role that covers the unit. */
export function isMine(owner: Owner | null, person: Person, tree: UnitTree): boolean {
  if (owner === null) return false
  if (owner.kind === 'person') return owner.id === person.id
  return person.roles.some(({ role, unitId }) => role === owner.role && isUnder(tree, owner.unitId, unitId))
}

/** Whether a line of a sheet is among what the filter asks for; `unit` and `after` are for whoever reads the sheets. */
export function isWanted(
  line: SheetLine,
  { state, severity, owner, campaign }: ActionFilter,
  { person, tree, today }: { readonly person: Person; readonly tree: UnitTree; readonly today: Day },
): boolean {
  if (severity !== undefined && line.severity !== severity) return false
  if (campaign !== undefined && line.campaignId !== campaign) return false
  if (owner === 'none' && line.owner !== null) return false
  if (owner === 'me' && !isMine(line.owner, person, tree)) return false
  if (state === 'late') return daysLate(line, today) > 0
  if (state === 'climbed') return concernOf(tree, line, today) !== line.unitId
  return state === 'current' || line.state === state
}
