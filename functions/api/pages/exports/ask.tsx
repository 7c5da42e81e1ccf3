// Asking for an export: campaign, periods, unit and form of the file. A form that is refused comes back as it was filled in.

import * as v from 'valibot'
import type { Campaign } from '../../../../shared/campaign/campaign.ts'
import { exportFormats, isExportable, leftOut } from '../../../../shared/export/request.ts'
import { CampaignId, UnitId } from '../../../../shared/ids.ts'
import { mayAt, topUnitsFor } from '../../../../shared/organisation/access.ts'
import { path } from '../../../../shared/paths.ts'
import { type Problem, problem } from '../../../../shared/problems.ts'
import { type AskEntries, AskPage, type ChooseCampaign } from '../../../../web/pages/exports/ask.tsx'
import { noUnit, type UnitEntry, unitEntry } from '../../../../web/parts/unit-field.tsx'
import { findCampaign, listCampaigns } from '../../../store/campaigns.ts'
import { formFields } from '../../body.ts'
import { pageContext, type SignedInCall } from '../../call.ts'
import { askExport } from '../../exports.ts'
import { refuse, statusOf } from '../../problem-response.tsx'
import { readUnitField } from '../../unit-field.ts'
import { untilReady } from './list.tsx'

/** GET: which campaign; once it is named, all the rest. */
export async function showAsk(call: SignedInCall): Promise<Response> {
  const { c, me } = call
  const campaign = await campaignOf(call, c.req.query('campaign'))
  if (!campaign) return chooseCampaign(call)
  const unit = v.safeParse(UnitId, c.req.query('unit'))
  const named = unit.success ? me.tree.units.get(unit.output) : undefined
  const asked = c.req.query('period')
  const [top] = topUnitsFor(me.person, me.tree, 'response.export')
  const first = named && mayAt(me.person, me.tree, 'response.export', named.id) ? named : top && me.tree.units.get(top)
  const periods = campaign.periods.filter(({ id }) => id === asked)
  const newest = campaign.periods.findLast(({ opensAt }) => opensAt <= call.now) ?? campaign.periods.at(-1)
  return askPage(call, campaign, {
    ...v.parse(Looks, {}),
    unit: first ? unitEntry(first) : noUnit,
    periods: new Set((periods.length > 0 ? periods : newest ? [newest] : []).map(({ id }) => id)),
    evidence: false,
    include: [],
  })
}

/** A campaign of the organisation that has begun; undefined for anything else. */
async function campaignOf({ deps, me }: SignedInCall, text: string | null | undefined): Promise<Campaign | undefined> {
  const id = v.safeParse(CampaignId, text)
  const found = id.success ? await findCampaign(deps.table, me.organisationId, id.output) : undefined
  return found && found.campaign.state !== 'draft' ? found.campaign : undefined
}

const order: readonly Campaign['state'][] = ['open', 'paused', 'closed']

async function chooseCampaign(call: SignedInCall): Promise<Response> {
  const all = (await listCampaigns(call.deps.table, call.me.organisationId)).filter(({ state }) => state !== 'draft')
  const sorted = all.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state))
  const choose: ChooseCampaign = {
    campaigns: sorted.filter(isExportable).map(({ id, title }) => ({ id, title })),
    hasOthers: sorted.some((one) => !isExportable(one)),
  }
  return call.c.html(<AskPage context={pageContext(call)} choose={choose} />)
}

function askPage(
  call: SignedInCall,
  campaign: Campaign,
  entries: AskEntries,
  why?: Problem,
): Response | Promise<Response> {
  if (!isExportable(campaign)) return refuse(call, problem.notExportable())
  const { id, title, periods } = campaign
  const about = { id, title, periods: periods.map((period) => period.id).toReversed() }
  const context = { ...pageContext(call), here: path.newExport({ campaign: id }) }
  const page = <AskPage context={context} ask={{ campaign: about, entries, problem: why }} />
  return call.c.html(page, why ? statusOf[why.code] : 200)
}

/** What isn't one of the choices is taken for the usual one. */
const Looks = v.object({
  format: v.fallback(v.picklist(exportFormats), 'xlsx'),
  choices: v.fallback(v.picklist(['labels', 'codes']), 'labels'),
  headings: v.fallback(v.picklist(['labels', 'names']), 'labels'),
  separator: v.fallback(v.picklist(['comma', 'semicolon']), 'comma'),
})

function entriesIn(fields: URLSearchParams, campaign: Campaign, unit: UnitEntry): AskEntries {
  const wanted = fields.getAll('period')
  return {
    ...v.parse(Looks, Object.fromEntries(fields)),
    unit,
    periods: new Set(campaign.periods.map(({ id }) => id).filter((id) => wanted.includes(id))),
    evidence: fields.has('evidence'),
    include: leftOut.filter((state) => fields.getAll('include').includes(state)),
  }
}

/** POST: asks for it, waits a little, and leads to the list. */
export async function sendAsk(call: SignedInCall): Promise<Response> {
  const fields = await formFields(call.c)
  const campaign = await campaignOf(call, fields.get('campaign'))
  if (!campaign) return refuse(call, problem.campaignUnknown())
  const unit = readUnitField(call, fields, { name: 'unit', action: 'response.export' })
  const { unit: entry, periods, ...rest } = entriesIn(fields, campaign, unit)
  const again = (why: Problem) => {
    call.changedNothing()
    return askPage(call, campaign, { unit: entry, periods, ...rest }, why)
  }
  if (!entry.unit || periods.size === 0) return again(problem.exportFaulty())
  const asked = await askExport(call, {
    ...rest,
    campaign: campaign.id,
    unit: entry.unit.id,
    periods: [...periods],
    language: call.language,
  })
  if (!asked.ok) return again(asked.problem)
  call.record({
    subject: path.exportFile(asked.value.id),
    unitId: entry.unit.id,
    details: `${rest.format}, ${campaign.id}`,
  })
  await untilReady(call, asked.value)
  return call.c.redirect(path.exports(), 303)
}
