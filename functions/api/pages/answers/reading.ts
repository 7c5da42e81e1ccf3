// What of a campaign's responses a visitor may read, and the pages of it that the filter leaves.

import type { Campaign } from '../../../../shared/campaign/campaign.ts'
import type { FormVersion } from '../../../../shared/form/form.ts'
import type { UnitId } from '../../../../shared/ids.ts'
import { topUnitsFor } from '../../../../shared/organisation/access.ts'
import { foldText, unitLabel } from '../../../../shared/organisation/search.ts'
import { isUnder, standingFor, subtreeOf, unitIn } from '../../../../shared/organisation/unit.ts'
import { periodsWithin } from '../../../../shared/report/period.ts'
import { questionTest, textTest } from '../../../../shared/response/answer-search.ts'
import { mayTake } from '../../../../shared/response/review.ts'
import { isSent } from '../../../../shared/response/step.ts'
import { type PageOptions, type ResponseRow, readResponsePage, type Scope } from '../../../store/response-pages.ts'
import type { StoredRevision } from '../../../store/responses.ts'
import type { SignedInCall } from '../../call.ts'
import type { AnswersFilter, StateFilter } from './filter.ts'

/** A page that takes longer stops, and says where it would go on. In milliseconds. */
const patienceMs = 2_000

/** The versions that a campaign has asked, by number; of very many the latest. */
async function formsOf(
  { deps, me }: SignedInCall,
  { form, earlierVersions }: Campaign,
): Promise<ReadonlyMap<number, FormVersion>> {
  const versions = [...earlierVersions.slice(-10), form.version]
  const found = versions.map((version) => deps.directory.form(me.organisationId, { formId: form.formId, version }))
  return new Map((await Promise.all(found)).map((version) => [version.version, version]))
}

/** The units whose responses the visitor may read, in the order of the tree; closed ones behind what they roll up to. */
function readableUnits({ person, tree }: SignedInCall['me']): UnitId[] {
  const placed = new Map<UnitId, UnitId[]>()
  for (const [id, { placedAt }] of tree.closed) placed.set(placedAt, [...(placed.get(placedAt) ?? []), id])
  const found = new Set<UnitId>()
  for (const top of topUnitsFor(person, tree, 'response.read'))
    for (const id of subtreeOf(tree, top)) {
      found.add(id)
      for (const closed of placed.get(id) ?? []) found.add(closed)
    }
  return [...found]
}

/** The units of some that a filter's unit stands for, by the tree of the day that it names. */
function unitsOf(me: SignedInCall['me'], units: readonly UnitId[], { unit, within, on }: AnswersFilter): UnitId[] {
  if (unit === undefined) return [...units]
  if (within === 'unit') return units.filter((id) => id === unit)
  const tree = on === undefined ? me.tree : me.treeOn(on)
  return within === 'place'
    ? units.filter((id) => standingFor(tree, id)?.id === unit)
    : units.filter((id) => isUnder(tree, id, unit))
}

/** The units that a filter leaves: those under one of them, and those with the words in their name or code or above them. */
function filteredUnits(me: SignedInCall['me'], filter: AnswersFilter): UnitId[] {
  const { tree } = me
  const under = unitsOf(me, readableUnits(me), filter)
  const { unitText } = filter
  const words = foldText(unitText)
  const named = new Map<UnitId, boolean>()
  const isNamed = (id: UnitId): boolean => {
    const known = named.get(id)
    if (known !== undefined) return known
    const one = unitIn(tree, id)
    const above = tree.closed.get(id)?.placedAt ?? one?.parentId ?? undefined
    const isIt = one !== undefined && foldText(unitLabel(one)).includes(words)
    named.set(id, isIt || (above !== undefined && isNamed(above)))
    return named.get(id) ?? false
  }
  return words === '' ? under : under.filter(isNamed)
}

/** The periods and units to read, in order: the newest period first. */
const scopeOf = ({ me }: SignedInCall, campaign: Campaign, filter: AnswersFilter): Scope => ({
  campaign,
  periodIds: (filter.period === undefined ? campaign.periods : periodsWithin(campaign.periods, filter.period))
    .map(({ id }) => id)
    .toReversed(),
  unitIds: filteredUnits(me, filter),
})

const isOneOf = (
  { me: { person, tree } }: SignedInCall,
  campaign: Campaign,
  wanted: StateFilter,
  { state, history, bucket }: ResponseRow,
): boolean => {
  const { place, shown, held, isAccepted } = state
  const stands = place !== 'withdrawn' && place !== 'quarantined'
  switch (wanted) {
    case 'on-time':
    case 'late':
      return stands && shown.standing === wanted
    case 'accepted':
      return stands && isAccepted
    case 'unaccepted':
      return (place === 'counted' || place === 'waiting') && !isAccepted
    case 'to-decide':
      return (
        (place === 'counted' || place === 'waiting') &&
        mayTake({ person, tree, campaign, unitId: bucket.unitId, history }, 'accept').ok
      )
    case 'quarantined':
      return held !== undefined
    default:
      return place === wanted
  }
}

/** The revision that came from whoever answered, or was typed in for them: the newest of these. */
export const sentRevision = ({ history, state }: Pick<ResponseRow, 'history' | 'state'>): StoredRevision =>
  history.findLast(({ step }) => isSent(step)) ?? state.shown

const anywhere = ({ id, state }: ResponseRow, words: string): boolean => {
  const folded = foldText(words)
  return id.startsWith(folded) || foldText(state.shown.raised.name ?? '').includes(folded)
}

/** Which rows the filter leaves, beside their period and unit. Answers are read by the form they were written for. */
function rowTest(
  call: SignedInCall,
  campaign: Campaign,
  filter: AnswersFilter,
  forms: ReadonlyMap<number, FormVersion>,
): (row: ResponseRow) => boolean {
  const { state, by, question, text } = filter
  const tests = new Map(
    [...forms].map(([version, form]) => [
      version,
      {
        question: question ? questionTest(form, question, call.language) : () => true,
        text: text === '' ? () => true : textTest(form, text),
      },
    ]),
  )
  return (row) => {
    const { shown } = row.state
    if (state && !isOneOf(call, campaign, state, row)) return false
    if (by && sentRevision(row).by !== by) return false
    const own = tests.get(shown.formVersion)
    if (question && !own?.question(shown.answers)) return false
    return text === '' || anywhere(row, text) || (own?.text(shown.answers) ?? false)
  }
}

/** Whether a page that began now has taken as long as it may. */
export function patience(): () => boolean {
  const started = performance.now()
  return () => performance.now() - started > patienceMs
}

/** Reads one page of what the visitor may read and the filter leaves, for as long as a page may take. */
export async function readFiltered(
  call: SignedInCall,
  campaign: Campaign,
  filter: AnswersFilter,
  options: Pick<PageOptions, 'limit' | 'after' | 'before'>,
  isLate = patience(),
) {
  const forms = await formsOf(call, campaign)
  const page = await readResponsePage(call.deps.table, scopeOf(call, campaign, filter), {
    ...options,
    isWanted: rowTest(call, campaign, filter, forms),
    isLate,
  })
  return { page, forms }
}
