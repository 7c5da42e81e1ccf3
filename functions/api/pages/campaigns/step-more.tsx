// Step 7: languages of the form, reminders, and which report is made of the campaign.

import type { ReminderRule } from '../../../../shared/campaign/campaign.ts'
import type { PreparedCampaign } from '../../../../shared/campaign/prepared.ts'
import {
  campaignOfPlan,
  type Due,
  dueMoments,
  ownDates,
  templatesFor,
} from '../../../../shared/report/campaign-plan.ts'
import { planAt, type ReportPlan } from '../../../../shared/report/plan.ts'
import { fail, ok } from '../../../../shared/result.ts'
import { ReportFields } from '../../../../web/pages/campaigns/report-fields.tsx'
import { MoreFields } from '../../../../web/pages/campaigns/step-more.tsx'
import { plansAndCampaigns } from '../../../store/report-plans.ts'
import { pageContext, type SignedInCall } from '../../call.ts'
import { usableTemplates } from '../templates/found.ts'
import { readReport, reportFieldsOf } from './report-fields.ts'
import { Faults, type Step } from './step.ts'

/** What a reminder begins with where nobody has chosen yet. */
const usual: ReminderRule = { daysBefore: 3, everyDays: 3, daysAfter: 0 }

/** The languages that the form names; one without a name is no choice. */
async function languagesOf({ deps, me }: SignedInCall, { form }: PreparedCampaign): Promise<string[] | undefined> {
  const version = form && (await deps.directory.form(me.organisationId, form))
  return version?.form.languages.filter((language) => language !== '')
}

export const moreStep: Step = {
  act: 'adjust',
  canLook: () => true,
  fieldsOf: (call, campaign) => {
    const { languages, reminders } = campaign
    const { daysBefore, everyDays, daysAfter } = reminders ?? usual
    const fields = new URLSearchParams({
      ...(reminders ? { reminds: 'yes' } : {}),
      daysBefore: String(daysBefore),
      everyDays: String(everyDays),
      daysAfter: String(daysAfter),
      ...reportFieldsOf(call, campaign),
    })
    for (const language of languages ?? []) fields.append('languages', language)
    return fields
  },
  read: async (call, campaign, fields) => {
    const faults = new Faults()
    const there = (await languagesOf(call, campaign)) ?? []
    const chosen = there.filter((language) => fields.getAll('languages').includes(language))
    if (there.length > 1 && chosen.length === 0) faults.add('languages', 'choose')
    const reminders = fields.get('reminds') === 'yes' ? readReminders(fields, faults) : undefined
    const templates = templatesFor(campaign, await usableTemplates(call))
    const report = readReport(call, campaign, fields, faults, templates)
    if (faults.found.size > 0) return fail(faults.found)
    const { languages: _, reminders: __, report: ___, ...rest } = campaign
    const isSome = chosen.length > 0 && chosen.length < there.length
    return ok({
      ...rest,
      ...(isSome ? { languages: chosen } : {}),
      ...(reminders ? { reminders } : {}),
      ...(report ? { report } : {}),
    })
  },
  show: async (call, { campaign, entries, looked }) => {
    const { deps, me } = call
    const [languages, { plans, campaigns }] = await Promise.all([
      languagesOf(call, campaign),
      plansAndCampaigns(deps.table, me.organisationId),
    ])
    const others = plans.filter(
      (plan) => campaignOfPlan(plan.id) === undefined && Object.values(plan.campaigns).includes(campaign.id),
    )
    // Where nothing was left out, all of them are ticked.
    const isAll = campaign.languages === undefined && !entries.fields.has('languages') && entries.faults.size === 0
    const fields = new URLSearchParams(entries.fields)
    for (const language of isAll ? (languages ?? []) : []) fields.append('languages', language)
    const context = pageContext(call)
    const shown = { ...entries, fields }
    return (
      <>
        <MoreFields context={context} entries={shown} languages={languages} hasMail={deps.mail !== undefined} />
        <ReportFields
          context={context}
          entries={shown}
          templates={templatesFor(campaign, await usableTemplates(call)).map(({ id, name }) => ({ id, name }))}
          unitName={me.tree.units.get(campaign.unitId)?.name ?? campaign.unitId}
          dates={datesOf(call, looked ?? campaign)}
          planId={plans.find(({ id }) => campaignOfPlan(id) === campaign.id)?.id}
          others={others.map((plan) => ({
            id: plan.id,
            title: planAt(plan, plan.unitId, me.tree).title,
            due: aheadOf(plan, dueMoments(plan, campaigns, me.organisation), call.now),
          }))}
        />
      </>
    )
  },
}

/** What the campaign's own report is due on, from now on. */
function datesOf(call: SignedInCall, campaign: PreparedCampaign) {
  const { report } = campaign
  const dates = ownDates(campaign)
  if (!report || !dates) return undefined
  const due = dueMoments(dates, [campaign], call.me.organisation)
  const ahead = due.filter(({ dueAt }) => Date.parse(dueAt) > Date.parse(call.now))
  const passed = due.filter(({ dueAt }) => Date.parse(dueAt) <= Date.parse(report.since)).length
  return { ahead, passed, isByHand: report.schedule.kind === 'by-hand', periods: campaign.periods.length }
}

/** None of a plan that was stopped. */
const aheadOf = ({ isStopped }: ReportPlan, due: readonly Due[], now: string): readonly Due[] =>
  isStopped ? [] : due.filter(({ dueAt }) => Date.parse(dueAt) > Date.parse(now))

function readReminders(fields: URLSearchParams, faults: Faults): ReminderRule | undefined {
  const daysBefore = faults.number(fields, 'daysBefore', [0, 60])
  const everyDays = faults.number(fields, 'everyDays', [1, 60])
  const daysAfter = faults.number(fields, 'daysAfter', [0, 60])
  if (daysBefore === undefined || everyDays === undefined || daysAfter === undefined) return undefined
  return { daysBefore, everyDays, daysAfter }
}
