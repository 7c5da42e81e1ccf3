// The fields of a plan: read into it, and back. What is wrong is told by field, in words.

import type { Campaign } from '../../../../shared/campaign/campaign.ts'
import type { ReportPlanId, UnitId } from '../../../../shared/ids.ts'
import { topUnitsFor } from '../../../../shared/organisation/access.ts'
import { unitLabel } from '../../../../shared/organisation/search.ts'
import { planPeriods } from '../../../../shared/report/campaign-plan.ts'
import { plannedPeriods, type ReportPlan } from '../../../../shared/report/plan.ts'
import { fail, ok, type Result } from '../../../../shared/result.ts'
import type { SignedInCall } from '../../call.ts'
import { readUnitField } from '../../unit-field.ts'
import { frameFieldsOf, readFrame } from '../campaigns/report-frame.ts'
import { Faults, faultText } from '../campaigns/step.ts'
import { textsFor } from '../campaigns/texts.ts'
import { readSchedule, scheduleFieldsOf } from '../schedule-fields.ts'
import { unitsNow } from './dates.ts'
import { mayUse, type OfferedTemplate, roleField } from './offered.ts'

export const unitField = { name: 'unit', action: 'report.make' } as const
const longestTitle = 200
const scopes = ['whole', 'children'] as const

/** What a plan's reports are of and when they are due: all that its dates follow from. */
export type Dated = Pick<ReportPlan, 'template' | 'campaigns' | 'unitId' | 'scope' | 'every' | 'schedule'>

export type FieldFaults = ReadonlyMap<string, string>

/** What is read of the organisation for it. */
export type Given = { readonly offered: readonly OfferedTemplate[]; readonly campaigns: readonly Campaign[] }

/** The fields of a new plan: of a template, if one was chosen, with campaigns where there is but one. */
export function newFields(call: SignedInCall, { offered }: Given, chosen: string | undefined): URLSearchParams {
  const { me } = call
  const template = offered.find((one) => one.template.id === chosen)?.template
  const [first, ...others] = topUnitsFor(me.person, me.tree, 'report.make')
  const unit = first && others.length === 0 ? me.tree.units.get(first) : undefined
  const fields = new URLSearchParams({
    titleVi: template?.name.vi ?? '',
    titleEn: template?.name.en ?? '',
    template: template?.id ?? '',
    unit: unit ? unitLabel(unit) : '',
    scope: 'whole',
    every: 'period',
    ...scheduleFieldsOf(undefined),
    ...frameFieldsOf(call, undefined, unit?.id),
  })
  for (const one of offered)
    for (const { role, campaigns } of one.roles)
      if (campaigns.length === 1 && campaigns[0]) fields.set(roleField(one.template.id, role), campaigns[0].id)
  return fields
}

export function fieldsOf(call: SignedInCall, plan: ReportPlan, { offered }: Given): URLSearchParams {
  const { title, template, unitId, scope, every, schedule, campaigns } = plan
  const unit = call.me.tree.units.get(unitId)
  const fields = new URLSearchParams({
    titleVi: title.vi,
    titleEn: title.en ?? '',
    template,
    unit: unit ? unitLabel(unit) : '',
    scope,
    every,
    ...scheduleFieldsOf(schedule),
    ...frameFieldsOf(call, plan, unitId),
  })
  const own = offered.find((one) => one.template.id === template)
  for (const { role } of own?.roles ?? []) fields.set(roleField(template, role), campaigns[role.key] ?? '')
  return fields
}

/** What the fields come to as far as dates follow from it; `before`: the plan as it is stored. */
export async function readDated(
  call: SignedInCall,
  fields: URLSearchParams,
  given: Given,
  before?: ReportPlan,
): Promise<Result<Dated, FieldFaults>> {
  const faults = new Faults()
  const dated = await datedIn(call, fields, { ...given, before, faults })
  return dated && faults.found.size === 0 ? ok(dated) : fail(worded(call, faults))
}

/** The plan that the fields come to. A new one's `before` is undefined. */
export async function readPlan(
  call: SignedInCall,
  fields: URLSearchParams,
  given: Given,
  { id, before }: { readonly id: ReportPlanId; readonly before: ReportPlan | undefined },
): Promise<Result<ReportPlan, FieldFaults>> {
  const faults = new Faults()
  faults.text(fields, 'titleVi', longestTitle)
  const title = faults.texts(fields, 'title', longestTitle)
  const dated = await datedIn(call, fields, { ...given, before, faults })
  const frame = readFrame(fields, faults)
  if (!title || !dated || !frame || faults.found.size > 0) return fail(worded(call, faults))
  const isSame = before !== undefined && datesFrom(before) === datesFrom({ ...before, ...dated })
  return ok({
    ...before,
    ...frame,
    ...dated,
    id,
    organisationId: call.me.organisationId,
    title,
    since: isSame ? before.since : call.now,
  })
}

const worded = (call: SignedInCall, { found }: Faults): FieldFaults =>
  new Map([...found].map(([field, fault]) => [field, faultText(textsFor(call), fault)]))

/** All that due moments follow from, as one text. */
const datesFrom = ({ campaigns, unitId, scope, every, schedule }: Dated): string =>
  JSON.stringify([Object.entries(campaigns).sort(), unitId, scope, every, schedule])

type Reading = Given & { readonly before: ReportPlan | undefined; readonly faults: Faults }

async function datedIn(call: SignedInCall, fields: URLSearchParams, reading: Reading): Promise<Dated | undefined> {
  const { faults, campaigns: all } = reading
  const { unit } = readUnitField(call, fields, unitField)
  const chosen = fields.get('template')
  const offered = reading.offered.find(({ template }) => template.id === chosen)
  if (!offered) faults.add('template', 'choose')
  const campaigns = offered && readCampaigns(call, fields, { ...reading, offered: [offered], unit: unit?.id })
  if (!unit) faults.add('unit', 'unit-unknown')
  const scope = faults.one(fields, 'scope', scopes)
  const every = faults.one(fields, 'every', plannedPeriods)
  const schedule = readSchedule(fields, faults)
  if (!offered || !campaigns || !unit || !scope || !every || !schedule) return undefined
  const dated = { template: offered.template.id, campaigns, unitId: unit.id, scope, every, schedule }
  if (planPeriods(dated, all).length === 0) faults.add('every', 'no-common-period')
  if (scope === 'children' && (await unitsNow(call, dated)).length === 0) faults.add('scope', 'no-children')
  return dated
}

type Choosing = Reading & { readonly unit: UnitId | undefined }

/** The campaigns of the chosen template's roles; undefined where one is missing, or is none that fits. */
function readCampaigns(
  call: SignedInCall,
  fields: URLSearchParams,
  { offered, before, faults, unit, campaigns: all }: Choosing,
): ReportPlan['campaigns'] | undefined {
  const chosen: ReportPlan['campaigns'] = {}
  let isWhole = true
  for (const { template, roles } of offered)
    for (const { role, campaigns } of roles) {
      const field = roleField(template.id, role)
      const id = fields.get(field)
      // What the plan reads already at its unit stays, whoever changes the rest of it.
      const isAsBefore = before?.template === template.id && before.unitId === unit
      const kept = isAsBefore && before.campaigns[role.key] === id
      const campaign = kept ? all.find((one) => one.id === id) : campaigns.find((one) => one.id === id)
      const isFit = campaign && (kept || unit === undefined || mayUse(call, campaign, unit))
      if (campaign && isFit) chosen[role.key] = campaign.id
      else {
        faults.add(field, id ? 'campaign-unfit' : 'choose')
        isWhole = false
      }
    }
  return isWhole ? chosen : undefined
}
