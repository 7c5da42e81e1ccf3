// A plan is made, and changed. A form carries the version that it was filled in over and what stood in its fields then: who saves
// later is shown what somebody else changed there, and overwrites nothing unknowingly.

import * as v from 'valibot'
import { ReportPlanId } from '../../../../shared/ids.ts'
import { localize } from '../../../../shared/language.ts'
import { reportPlansMessages } from '../../../../shared/messages/report-plans.ts'
import { mayAt } from '../../../../shared/organisation/access.ts'
import { unitIn } from '../../../../shared/organisation/unit.ts'
import { path } from '../../../../shared/paths.ts'
import { problem } from '../../../../shared/problems.ts'
import type { ReportPlan } from '../../../../shared/report/plan.ts'
import type { PlanDates } from '../../../../web/pages/report-plans/dates.tsx'
import { PlanFormPage, type TemplateChoice } from '../../../../web/pages/report-plans/form.tsx'
import { noUnit } from '../../../../web/parts/unit-field.tsx'
import { findStoredPlan, plansAndCampaigns, savePlan, type VersionedPlan } from '../../../store/report-plans.ts'
import { formFields } from '../../body.ts'
import { pageContext, type SignedInCall } from '../../call.ts'
import { refuse } from '../../problem-response.tsx'
import { readUnitField } from '../../unit-field.ts'
import { changedIn } from '../campaigns/changed-fields.ts'
import { textsFor } from '../campaigns/texts.ts'
import { planTitle } from '../report-line.ts'
import { datesOf } from './dates.ts'
import { type FieldFaults, fieldsOf, type Given, newFields, readDated, readPlan, unitField } from './fields.ts'
import { foundStored } from './found.ts'
import { offeredTemplates, roleField } from './offered.ts'

/** A plan's id is made with its page, so that two presses make one plan. */
const newId = ({ deps }: SignedInCall): ReportPlanId => v.parse(ReportPlanId, `p${deps.randomToken().slice(0, 15)}`)

async function givenFor(call: SignedInCall): Promise<Given> {
  const { campaigns } = await plansAndCampaigns(call.deps.table, call.me.organisationId)
  return { campaigns, offered: await offeredTemplates(call, campaigns) }
}

type Shown = {
  readonly id: ReportPlanId
  /** The plan as it is stored; undefined for a new one. */
  readonly stored: VersionedPlan | undefined
  readonly given: Given
  readonly fields: URLSearchParams
  readonly faults?: FieldFaults
  /** The version that was filled in over, where the form goes on with it. */
  readonly version?: string | undefined
  readonly was?: URLSearchParams
  readonly dates?: PlanDates | undefined
}

async function formPage(call: SignedInCall, shown: Shown): Promise<Response> {
  const { id, stored, given, fields, faults = new Map<string, string>(), version, was, dates } = shown
  const before = stored && fieldsOf(call, stored.plan, given)
  const isTyped = fields.has('was')
  const hidden = stored
    ? { version: version ?? String(stored.version), was: before?.toString() ?? '' }
    : { id, was: '' }
  const templates = choicesOf(call, given, stored?.plan)
  const page = (
    <PlanFormPage
      context={pageContext(call)}
      title={stored && planTitle(call, stored.plan)}
      entries={{ fields, faults }}
      action={stored ? path.reportPlanStep(id, 'edit') : path.reportPlans()}
      lookAction={stored ? path.reportPlanStep(id, 'look') : path.newReportPlanLook()}
      leaveHref={stored ? path.reportPlan(id) : path.reportPlans()}
      hidden={hidden}
      templates={templates}
      unit={isTyped || fields.get('unit') ? readUnitField(call, fields, unitField) : noUnit}
      dates={dates}
      changes={was && before ? changedIn(namesFor(call, templates), was, before) : []}
      problem={was ? problem.reportPlanChanged() : undefined}
    />
  )
  return call.c.html(page, faults.size > 0 ? 422 : was ? 409 : 200)
}

/** The templates, each with the campaigns of its roles; what the plan reads already is always among them. */
function choicesOf(
  call: SignedInCall,
  { offered, campaigns: all }: Given,
  plan: ReportPlan | undefined,
): TemplateChoice[] {
  const { me, language } = call
  const t = reportPlansMessages[language]
  return offered.map(({ template, roles }) => ({
    id: template.id,
    name: template.name,
    roles: roles.map(({ role, campaigns }) => {
      const own = plan?.template === template.id ? all.find(({ id }) => id === plan.campaigns[role.key]) : undefined
      const choices = own && !campaigns.includes(own) ? [own, ...campaigns] : campaigns
      return {
        field: roleField(template.id, role),
        title: role.title,
        kind: role.kind && t.kinds[role.kind],
        campaigns: choices.map(({ id, title, unitId, periods }) => ({
          id,
          label: t.form.campaignLine(
            localize(title, language),
            unitIn(me.tree, unitId)?.name ?? unitId,
            periods.length,
          ),
        })),
      }
    }),
  }))
}

/** GET: the form of a new plan; `template` in the address is what it begins with. */
export async function showNewPlan(call: SignedInCall): Promise<Response> {
  const given = await givenFor(call)
  const fields = newFields(call, given, call.c.req.query('template'))
  return formPage(call, { id: newId(call), stored: undefined, given, fields })
}

function idIn(call: SignedInCall, fields: URLSearchParams): ReportPlanId {
  const read = v.safeParse(ReportPlanId, fields.get('id'))
  // What begins like a campaign's own report is nobody's to choose.
  return read.success && !read.output.startsWith('of-') ? read.output : newId(call)
}

/** POST: shows the dates that the fields of a new plan come to, and stores nothing. */
export async function lookAtNewPlan(call: SignedInCall): Promise<Response> {
  const fields = await formFields(call.c)
  return look(call, { id: idIn(call, fields), stored: undefined, given: await givenFor(call), fields })
}

/** POST: stores a new plan. */
export async function createPlan(call: SignedInCall): Promise<Response> {
  const { deps, me } = call
  const fields = await formFields(call.c)
  const id = idIn(call, fields)
  const given = await givenFor(call)
  const read = await readPlan(call, fields, given, { id, before: undefined })
  if (!read.ok) return formPage(call, { id, stored: undefined, given, fields, faults: read.problem })
  const plan = read.value
  if (!(await savePlan(deps.table, plan, 0))) {
    const there = await findStoredPlan(deps.table, me.organisationId, id)
    const isOwn = there && mayAt(me.person, me.tree, 'report.make', there.plan.unitId)
    if (!isOwn) return refuse(call, problem.reportPlanUnknown())
    call.changedNothing()
    return call.c.redirect(path.reportPlan(id), 303)
  }
  call.record({ subject: path.reportPlan(id), unitId: plan.unitId, details: plan.title.vi })
  return call.c.redirect(path.reportPlan(id), 303)
}

/** GET: the form of a plan as it stands, with its dates. */
export async function showPlanEdit(call: SignedInCall): Promise<Response> {
  const found = await foundStored(call)
  if (!found.ok) return refuse(call, found.problem)
  const { plan } = found.value
  const given = await givenFor(call)
  const dates = await datesOf(call, plan, given.campaigns)
  return formPage(call, { id: plan.id, stored: found.value, given, fields: fieldsOf(call, plan, given), dates })
}

/** POST: shows the dates that the fields come to, and stores nothing. */
export async function lookAtPlan(call: SignedInCall): Promise<Response> {
  const found = await foundStored(call)
  if (!found.ok) return refuse(call, found.problem)
  const fields = await formFields(call.c)
  const version = fields.get('version') ?? undefined
  return look(call, { id: found.value.plan.id, stored: found.value, given: await givenFor(call), fields, version })
}

/** What else is wrong is said once it is to be stored. */
async function look(call: SignedInCall, shown: Shown): Promise<Response> {
  const { fields, given, stored } = shown
  const read = await readDated(call, fields, given, stored?.plan)
  if (!read.ok) return formPage(call, { ...shown, faults: read.problem })
  return formPage(call, { ...shown, dates: await datesOf(call, read.value, given.campaigns) })
}

/** POST: stores the plan; or shows the form again with what is wrong, or with what somebody else changed. */
export async function sendPlanEdit(call: SignedInCall): Promise<Response> {
  const found = await foundStored(call)
  if (!found.ok) return refuse(call, found.problem)
  const fields = await formFields(call.c)
  const given = await givenFor(call)
  const { plan: before, version } = found.value
  const shown = { id: before.id, stored: found.value, given, fields }
  const was = new URLSearchParams(fields.get('was') ?? '')
  const isOverOther = fields.get('version') !== String(version)
  if (isOverOther && fieldsOf(call, before, given).toString() !== was.toString())
    return formPage(call, { ...shown, was })
  const read = await readPlan(call, fields, given, { id: before.id, before })
  if (!read.ok) return formPage(call, { ...shown, faults: read.problem, version: fields.get('version') ?? undefined })
  // Somebody was faster: what they changed decides whether this can still be stored.
  if (!(await savePlan(call.deps.table, read.value, version))) return sendPlanEdit(call)
  call.record({ subject: path.reportPlan(before.id), unitId: read.value.unitId, details: read.value.title.vi })
  return call.c.redirect(path.reportPlan(before.id), 303)
}

/** What fields and their choices are called in the list of what somebody else changed. */
function namesFor(call: SignedInCall, templates: readonly TemplateChoice[]) {
  const { language } = call
  const t = reportPlansMessages[language]
  const { report, fields } = textsFor(call).step
  const roles = templates.flatMap((template) => template.roles)
  return {
    names: {
      ...fields,
      ...t.fields,
      ...Object.fromEntries(roles.map(({ field, title }) => [field, localize(title, language)])),
    },
    words: {
      ...Object.fromEntries(
        roles.map(({ field, campaigns }) => [field, Object.fromEntries(campaigns.map(({ id, label }) => [id, label]))]),
      ),
      template: Object.fromEntries(templates.map(({ id, name }) => [id, localize(name, language)])),
      scope: t.scopes,
      every: t.every,
      reportSchedule: report.schedules,
      reportLanguage: report.languages,
      reportPreset: report.presets,
    },
  }
}
