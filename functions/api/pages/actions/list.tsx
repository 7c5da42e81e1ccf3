// The list of actions, narrowed down by its address, and giving out many of them at once.

import * as v from 'valibot'
import type { ActionPlace } from '../../../../shared/action/decide.ts'
import { dueIn, type EntryFault, ownerIn, readEntry } from '../../../../shared/action/entry.ts'
import { type ActionFilter, readFilter } from '../../../../shared/action/filter.ts'
import { moved } from '../../../../shared/action/lifecycle.ts'
import { ActionId, CampaignId, PeriodId, UnitId } from '../../../../shared/ids.ts'
import { mayAt, maySomewhere } from '../../../../shared/organisation/access.ts'
import { path } from '../../../../shared/paths.ts'
import { type Problem, problem } from '../../../../shared/problems.ts'
import { ActionsPage, type ActionsPageProps } from '../../../../web/pages/actions/list.tsx'
import { noUnit, type UnitEntry } from '../../../../web/parts/unit-field.tsx'
import { findAction, saveAction } from '../../../store/actions.ts'
import { listCampaigns } from '../../../store/campaigns.ts'
import { formFields } from '../../body.ts'
import { pageContext, type SignedInCall } from '../../call.ts'
import { statusOf } from '../../problem-response.tsx'
import { readUnitField } from '../../unit-field.ts'
import { actionTops } from './address.ts'
import { findActions, scopeCounts, sheetsUnder } from './find.ts'
import { foldRaising } from './fold-raising.ts'
import { mayOwn, ownerChoices } from './owners.ts'
import { namesOf, peopleIn, shownAction } from './shown.ts'

/** Actions on a page, and at most in one change. */
const pageSize = 50

export const queryOf = ({ c }: SignedInCall): URLSearchParams => new URL(c.req.url).searchParams

/** The unit that the address narrows the list to. An address without one narrows nothing. */
export function unitFilter(call: SignedInCall, query: URLSearchParams): UnitEntry {
  const isAsked = query.has('unit.id') || (query.get('unit') ?? '').trim() !== ''
  return isAsked ? readUnitField(call, query, { name: 'unit', action: 'action.read' }) : noUnit
}

export const showActions = (call: SignedInCall): Promise<Response> => listPage(call)

async function listPage(
  call: SignedInCall,
  why?: Problem,
  tried?: ActionsPageProps['tried'],
  isDone = false,
): Promise<Response> {
  const { deps, me } = call
  const query = queryOf(call)
  const filter: ActionFilter = readFilter(query)
  const unit = unitFilter(call, query)
  const campaigns = await listCampaigns(deps.table, me.organisationId)
  await foldRaising(call, campaigns)
  const all = await sheetsUnder(call, actionTops(call))
  const isLost = filter.unit !== '' && !unit.unit
  const sheets = unit.unit ? await sheetsUnder(call, [unit.unit.id]) : isLost ? [] : all
  const page = await findActions(call, filter, sheets, pageSize)
  const names = await namesOf(call, page.actions.flatMap(peopleIn))
  const titles = new Map(campaigns.map(({ id, title }) => [id, title]))
  const isManager = maySomewhere(me.person, 'action.manage')
  const units = [...new Set(page.actions.map(({ action }) => action.unitId))]
  const props: ActionsPageProps = {
    context: pageContext(call),
    today: me.today,
    filter,
    unit,
    campaigns,
    counts: scopeCounts(call, sheets),
    hasAny: all.some(({ open, confirmed, dropped }) => open.length + confirmed + dropped > 0),
    actions: page.actions.map((one) => shownAction(call, one, names, titles)),
    place: page.place,
    next: page.next,
    owners: isManager ? await ownerChoices(call, units) : undefined,
    problem: why,
    tried,
  }
  return call.c.html(<ActionsPage {...props} />, why && !isDone ? statusOf[why.code] : 200)
}

type Chosen = ActionPlace & { readonly version: number }

const Choice = v.strictTuple([CampaignId, PeriodId, UnitId, ActionId, v.pipe(v.string(), v.regex(/^\d{1,9}$/))])

/** What the list's boxes say; boxes that no list of ours has are left out. */
function readChosen(values: readonly string[]): Chosen[] {
  return values.slice(0, pageSize).flatMap((value) => {
    const read = v.safeParse(Choice, value.split('/'))
    if (!read.success) return []
    const [campaignId, periodId, unitId, id, version] = read.output
    return [{ campaignId, periodId, unitId, id, version: Number(version) }]
  })
}

/**
 * POST: gives the chosen actions to somebody, or a day, each by itself: one that changed meanwhile is left as it is, and the
 * page says so. Others' units are refused by name of the action alone: as if it weren't there.
 */
export async function assignMany(call: SignedInCall): Promise<Response> {
  const fields = await formFields(call.c)
  const entry = readEntry(fields)
  const values = fields.getAll('choose')
  const chosen = readChosen(values).filter(({ unitId }) => mayAt(call.me.person, call.me.tree, 'action.manage', unitId))
  const due = dueIn(entry, call.me.today)
  const faults: EntryFault[] = []
  if (chosen.length === 0) faults.push('chosen')
  if (due === 'fault') faults.push('due')
  if (due === 'past') faults.push('past')
  if (entry.owner === '' && due === null) faults.push('nothing')
  const owners = await Promise.all(
    chosen.map(async ({ unitId }) => {
      const owner = ownerIn(entry, unitId)
      return owner !== 'fault' && (await mayOwn(call, owner.owner, unitId)) ? owner : 'fault'
    }),
  )
  if (owners.includes('fault')) faults.push('owner')
  if (faults.length > 0 || due === 'fault' || due === 'past')
    return listPage(call, problem.actionFaulty(), { entry, faults, chosen: values, notAssigned: 0 })
  let notAssigned = 0
  for (const [index, one] of chosen.entries()) {
    const owner = owners[index]
    if (owner === undefined || owner === 'fault') continue
    const isAssigned = await assign(call, one, { ...owner, ...(due === null ? {} : { dueOn: due }) })
    if (!isAssigned) notAssigned += 1
  }
  // What was given out is done, and the log tells of it, whatever became of the rest.
  const isSomeDone = notAssigned < chosen.length
  if (notAssigned > 0)
    return listPage(call, problem.actionChanged(), { entry, faults, chosen: [], notAssigned }, isSomeDone)
  return call.c.redirect(path.actions(queryOf(call)), 303)
}

async function assign(
  { deps, me, now, record }: SignedInCall,
  { version, ...place }: Chosen,
  set: Exclude<ReturnType<typeof ownerIn>, 'fault'> & {
    readonly dueOn?: Exclude<ReturnType<typeof dueIn>, 'fault' | 'past'>
  },
): Promise<boolean> {
  const found = await findAction(deps.table, me.organisationId, place)
  const next = found && moved(found.action, 'assign', { at: now, by: me.person.id, ...set })
  if (found?.version !== version || !next) return false
  if (!(await saveAction(deps.table, me.organisationId, next, version))) return false
  record({ subject: path.action(place), unitId: place.unitId })
  return true
}
