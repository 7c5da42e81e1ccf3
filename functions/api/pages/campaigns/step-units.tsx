// Step 3: the rule by which a campaign's units are chosen, and their list, which is written once the rule is stored.

import type { Campaign, CampaignUnit, Scope } from '../../../../shared/campaign/campaign.ts'
import { mostNamedUnits } from '../../../../shared/campaign/campaign.ts'
import type { PreparedCampaign } from '../../../../shared/campaign/prepared.ts'
import { levelsBelow, mostCampaignUnits, unitsAsked } from '../../../../shared/campaign/scope.ts'
import { localize } from '../../../../shared/language.ts'
import { isUnder } from '../../../../shared/organisation/unit.ts'
import { path } from '../../../../shared/paths.ts'
import { fail, ok } from '../../../../shared/result.ts'
import { Filling, UnitsFields } from '../../../../web/pages/campaigns/step-units.tsx'
import { askedUnits, filledUnits, fillUnits, isFilled, noteFilling } from '../../../store/campaign-units.ts'
import { listCampaignUnits } from '../../../store/campaigns.ts'
import { findPrepared, type VersionedPrepared } from '../../../store/prepared-campaigns.ts'
import { pageContext, type SignedInCall } from '../../call.ts'
import { readUnitField } from '../../unit-field.ts'
import { Faults, type Step } from './step.ts'
import { codeAndName, codeOf, labelOf, unitsWithCodes } from './unit-codes.ts'

/** What a request may spend on writing units; the rest is written by the schedule, or by the next press. */
const patienceMs = 3_000
const firstUnits = 12

const topField = { name: 'top', action: 'campaign.manage' } as const

export const unitsStep: Step = {
  act: 'shape',
  canLook: () => true,
  fieldsOf: (call, campaign) => fieldsOf(call, campaign),
  read: async (call, campaign, fields) => {
    const faults = new Faults()
    const scope = readScope(call, campaign, fields, faults)
    if (faults.found.size > 0) return fail(faults.found)
    const units = await askedUnits(call.deps.table, { ...campaign, scope }, call.me.tree)
    if (units.length === 0) faults.add('top', 'no-units')
    if (units.length > mostCampaignUnits) faults.add('top', 'too-many-units')
    return faults.found.size > 0 ? fail(faults.found) : ok({ ...campaign, scope })
  },
  show: (call, { campaign, entries, looked }) => show(call, campaign, entries, looked),
  after: async (call, saved) => {
    await noteFilling(call.deps.table, saved.campaign.id, saved.version)
    const filled = await fillSome(call, saved)
    return isFilled(filled) ? undefined : path.campaignStep(saved.campaign.id, 'units')
  },
}

/** Writes units of a draft for as long as a request may take. */
export function fillSome({ deps, me }: SignedInCall, { campaign, version }: VersionedPrepared) {
  const started = performance.now()
  const isLate = () => performance.now() - started > patienceMs
  return fillUnits(deps.table, { campaign, version, tree: me.tree }, isLate)
}

function fieldsOf({ me }: SignedInCall, { scope, unitId }: PreparedCampaign): URLSearchParams {
  const { tree } = me
  const codes = (ids: Scope['except']) => ids.map((id) => codeOf(tree, id)).join('\n')
  const from = scope?.from
  const expected = scope?.expected ?? 1
  return new URLSearchParams({
    from: from?.kind === 'campaign' ? from.campaignId : 'subtree',
    top: labelOf(tree, from?.kind === 'subtree' ? from.top : unitId),
    level: (from?.kind === 'subtree' && from.level) || '',
    except: codes(scope?.except ?? []),
    also: codes(scope?.also ?? []),
    expectedBy: expected === 'members' ? 'members' : expected === 1 ? 'one' : 'number',
    expected: typeof expected === 'number' && expected > 1 ? String(expected) : '',
  })
}

function readScope(call: SignedInCall, campaign: PreparedCampaign, fields: URLSearchParams, faults: Faults): Scope {
  const { tree } = call.me
  const { unitId, scope, countingRule } = campaign
  const named = (name: 'except' | 'also') => {
    const { units, unknown } = unitsWithCodes(tree, fields.get(name) ?? '', unitId)
    if (unknown.length > 0) faults.add(name, 'units-unknown')
    if (units.length > mostNamedUnits) faults.add(name, 'too-many-units')
    return units.map(({ id }) => id)
  }
  const isSurvey = campaign.kind === 'member-survey'
  const expected = isSurvey ? 1 : readExpected(countingRule, fields, faults)
  const rest = { except: named('except'), also: named('also'), expected }
  if (scope?.from.kind === 'campaign' && fields.get('from') === scope.from.campaignId)
    return { from: scope.from, ...rest }
  const { unit: top } = readUnitField(call, fields, topField)
  if (!top) faults.add('top', 'unit-unknown')
  else if (!isUnder(tree, top.id, unitId)) faults.add('top', 'outside')
  const level = fields.get('level') || null
  return { from: { kind: 'subtree', top: top?.id ?? unitId, level }, ...rest }
}

function readExpected(rule: Campaign['countingRule'], fields: URLSearchParams, faults: Faults): Scope['expected'] {
  if (rule === 'one-per-unit') return 1
  const by = faults.one(fields, 'expectedBy', ['one', 'number', 'members'])
  if (by === 'number') return faults.number(fields, 'expected', [1, 100_000]) ?? 1
  return by === 'members' ? 'members' : 1
}

async function show(
  call: SignedInCall,
  campaign: PreparedCampaign,
  entries: Parameters<Step['show']>[1]['entries'],
  looked: PreparedCampaign | undefined,
) {
  const { me, deps } = call
  const top = readUnitField(call, entries.fields, topField)
  const shown = looked ?? campaign
  const units = shown.scope ? await askedUnits(deps.table, shown, me.tree) : []
  const filled = looked || !campaign.scope ? undefined : await filledUnits(deps.table, campaign, me.tree)
  const context = pageContext(call)
  return (
    <>
      {filled && !isFilled(filled) && (
        <Filling context={context} {...filled} action={path.campaignFilling(campaign.id)} />
      )}
      <UnitsFields
        context={context}
        entries={entries}
        top={top}
        levels={levelsBelow(me.tree, top.unit?.id ?? campaign.unitId)}
        copied={await copiedFrom(call, campaign)}
        takesMany={campaign.countingRule === 'many' && campaign.kind !== 'member-survey'}
        isSurvey={campaign.kind === 'member-survey'}
        preview={shown.scope && previewOf(call, units)}
      />
    </>
  )
}

const previewOf = ({ me }: SignedInCall, units: readonly CampaignUnit[]) => ({
  units: units.length,
  responses: units.reduce((sum, { expected }) => sum + expected, 0),
  first: units
    .slice(0, firstUnits)
    .flatMap(({ unitId }) => me.tree.units.get(unitId) ?? [])
    .map(codeAndName),
})

async function copiedFrom({ deps, me, language }: SignedInCall, { scope, countingRule }: PreparedCampaign) {
  if (scope?.from.kind !== 'campaign') return undefined
  const { campaignId } = scope.from
  const source = await findPrepared(deps.table, me.organisationId, campaignId)
  const followed = await listCampaignUnits(deps.table, campaignId)
  const bare: Scope = { ...scope, except: [], also: [] }
  const units = unitsAsked({ tree: me.tree, scope: bare, countingRule, followed }).length
  return { value: campaignId, title: source ? localize(source.campaign.title, language) : '', units }
}
