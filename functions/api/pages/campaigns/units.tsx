// The units of a campaign that has opened: single ones are let in or out. A unit that has sent anything stays: what it answered
// would stand in no figure any more.

import { unitBuckets } from '../../../../shared/campaign/bucket.ts'
import { type Campaign, type CampaignUnit, enterUnit, mostNamedUnits } from '../../../../shared/campaign/campaign.ts'
import { mostCampaignUnits } from '../../../../shared/campaign/scope.ts'
import { mayAt } from '../../../../shared/organisation/access.ts'
import { foldText } from '../../../../shared/organisation/search.ts'
import type { Unit } from '../../../../shared/organisation/unit.ts'
import { path } from '../../../../shared/paths.ts'
import { problem } from '../../../../shared/problems.ts'
import { CampaignUnitsPage } from '../../../../web/pages/campaigns/units.tsx'
import { removeCampaignUnit } from '../../../store/campaign-units.ts'
import { insertCampaignUnit, listCampaignUnits } from '../../../store/campaigns.ts'
import { hasResponses } from '../../../store/responses.ts'
import { formFields } from '../../body.ts'
import { pageContext, type SignedInCall } from '../../call.ts'
import { refuse } from '../../problem-response.tsx'
import { foundFor } from './found.ts'
import { Faults, faultText } from './step.ts'
import { textsFor } from './texts.ts'
import { codeOf, unitsWithCodes } from './unit-codes.ts'

const perPage = 50
/** Codes that are named in a message. */
const mostTold = 20

type Shown = {
  readonly campaign: Campaign
  readonly fields?: URLSearchParams
  readonly faults?: ReadonlyMap<string, string>
}

async function unitsPage(call: SignedInCall, { campaign, fields, faults = new Map() }: Shown): Promise<Response> {
  const { deps, me, c } = call
  const query = c.req.query('q') ?? ''
  const lines = sorted(call, await listCampaignUnits(deps.table, campaign.id))
  const wanted = foldText(query.slice(0, 100))
  const found = lines.filter(({ name, code }) => foldText(`${code} ${name}`).includes(wanted))
  const pages = Math.max(1, Math.ceil(found.length / perPage))
  const page = Math.min(pages, Math.max(1, Number.parseInt(c.req.query('page') ?? '1', 10) || 1))
  const told = (name: string) => (c.req.query(name) ?? '').slice(0, 2_000)
  const context = pageContext(call)
  const answer = (
    <CampaignUnitsPage
      context={context}
      campaignId={campaign.id}
      campaignTitle={campaign.title}
      total={lines.length}
      query={query}
      page={page}
      pages={pages}
      lines={found.slice((page - 1) * perPage, page * perPage)}
      takesMany={campaign.countingRule === 'many'}
      entries={{ fields: fields ?? new URLSearchParams({ expected: '1' }), faults }}
      told={{
        added: Number(told('added')) || 0,
        removed: Number(told('removed')) || 0,
        kept: told('kept'),
        inAlready: told('in'),
      }}
      parentOf={(id) => me.tree.units.get(id)?.name}
    />
  )
  return c.html(answer, faults.size > 0 ? 422 : 200)
}

/** The units in the order of the tree; those that it doesn't hold any more at the end. */
function sorted({ me }: SignedInCall, units: readonly CampaignUnit[]) {
  const order = new Map([...me.tree.units.keys()].map((id, index) => [id, index]))
  const placeOf = ({ unitId }: CampaignUnit) => order.get(unitId) ?? order.size
  return [...units]
    .sort((a, b) => placeOf(a) - placeOf(b))
    .map(({ unitId, expected }) => {
      const unit = me.tree.units.get(unitId)
      return {
        id: unitId,
        code: unit?.code ?? '',
        name: unit?.name ?? me.tree.closed.get(unitId)?.unit.name ?? unitId,
        parentId: unit?.parentId ?? undefined,
        isGone: unit === undefined,
        expected,
      }
    })
}

export async function showCampaignUnits(call: SignedInCall): Promise<Response> {
  const found = await foundFor(call, 'changeUnits')
  return found.ok ? unitsPage(call, { campaign: found.value.campaign }) : refuse(call, found.problem)
}

/** POST: lets units in, or out. */
export async function changeCampaignUnits(call: SignedInCall): Promise<Response> {
  const fields = await formFields(call.c)
  const found = await foundFor(call, 'changeUnits')
  if (!found.ok) return refuse(call, found.problem)
  const { campaign } = found.value
  if (fields.get('action') === 'remove') return letOut(call, campaign, fields.getAll('unit').slice(0, perPage))
  if (fields.get('action') === 'add') return letIn(call, campaign, fields)
  return refuse(call, problem.wrongShape(['action']))
}

async function letIn(call: SignedInCall, campaign: Campaign, fields: URLSearchParams): Promise<Response> {
  const { deps, me } = call
  const texts = textsFor(call)
  const faults = new Faults()
  const { units, unknown } = unitsWithCodes(me.tree, fields.get('codes') ?? '', campaign.unitId)
  if (unknown.length > 0) faults.add('codes', 'units-unknown')
  else if (units.length === 0) faults.add('codes', 'required')
  else if (units.length > mostNamedUnits) faults.add('codes', 'too-many-units')
  const isOne = campaign.countingRule === 'one-per-unit'
  const expected = isOne ? 1 : faults.number(fields, 'expected', [1, 100_000])
  const held = await listCampaignUnits(deps.table, campaign.id)
  if (held.length + units.length > mostCampaignUnits) faults.add('codes', 'too-many-units')
  if (faults.found.size > 0 || expected === undefined) {
    const worded = [...faults.found].map(([field, word]) => [field, faultText(texts, word)] as const)
    return unitsPage(call, { campaign, fields, faults: new Map(worded) })
  }
  const entered = await Promise.all(
    units.map(async (unit) => ({
      unit,
      isNew: await insertCampaignUnit(deps.table, campaign, { ...enterUnit(unit.id, expected), since: me.today }),
    })),
  )
  const added = entered.filter(({ isNew }) => isNew).map(({ unit }) => unit)
  const there = entered.filter(({ isNew }) => !isNew).map(({ unit }) => unit)
  return told(call, campaign, { added: String(added.length), in: codes(there) }, `+ ${codes(added)}`)
}

const codes = (units: readonly Unit[]): string =>
  units
    .slice(0, mostTold)
    .map(({ code }) => code)
    .join(', ') + (units.length > mostTold ? ', …' : '')

async function letOut(call: SignedInCall, campaign: Campaign, ids: readonly string[]): Promise<Response> {
  const { deps, me } = call
  const held = (await listCampaignUnits(deps.table, campaign.id)).filter(({ unitId }) => ids.includes(unitId))
  const removed: string[] = []
  const kept: string[] = []
  for (const unit of held) {
    const isManaged = !me.tree.units.has(unit.unitId) || mayAt(me.person, me.tree, 'campaign.manage', unit.unitId)
    const buckets = campaign.periods.flatMap(({ id }) => unitBuckets(campaign.id, id, unit))
    if (!isManaged || (await hasResponses(deps.table, buckets))) kept.push(codeOf(me.tree, unit.unitId))
    else {
      await removeCampaignUnit(deps.table, campaign.id, unit.unitId)
      removed.push(codeOf(me.tree, unit.unitId))
    }
  }
  const keptText = kept.slice(0, mostTold).join(', ')
  return told(
    call,
    campaign,
    { removed: String(removed.length), kept: keptText },
    `- ${removed.slice(0, mostTold).join(', ')}`,
  )
}

function told(call: SignedInCall, campaign: Campaign, query: Record<string, string>, details: string): Response {
  call.record({ subject: path.campaign(campaign.id), unitId: campaign.unitId, details })
  const said = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== '' && value !== '0'))
  return call.c.redirect(path.campaignUnits(campaign.id, said), 303)
}
