// One report as a list shows it: whose it is, how far it is, where it stands.

import type { UnitId } from '../../../shared/ids.ts'
import type { Language, LocalText } from '../../../shared/language.ts'
import { reportPageMessages } from '../../../shared/messages/report-page.ts'
import { mayAt } from '../../../shared/organisation/access.ts'
import { unitIn } from '../../../shared/organisation/unit.ts'
import { path } from '../../../shared/paths.ts'
import { planAt, type ReportPlan } from '../../../shared/report/plan.ts'
import type { ReportLine } from '../../../web/pages/report/line.tsx'
import { supersededBy } from '../../issuing.ts'
import { progressOf } from '../../report-progress.ts'
import { findPersonName } from '../../store/people.ts'
import { type Report, reportPdfKey, standingOf } from '../../store/reports.ts'
import type { SignedInCall } from '../call.ts'

/** A report with the plan that it was made by, as that is for the report's unit. */
export type PlannedReport = { readonly report: Report; readonly plan: ReportPlan }

const nameOf = ({ me }: SignedInCall, unitId: UnitId): string => unitIn(me.tree, unitId)?.name ?? unitId

/** A plan as it is for a unit, by the unit's name of today. */
export const planHere = (call: SignedInCall, plan: ReportPlan, unitId: UnitId): ReportPlan =>
  planAt(plan, unitId, call.me.tree)

/** What a plan is called, where it isn't about one of its reports. */
export function planTitle(call: SignedInCall, plan: ReportPlan): LocalText {
  if (plan.scope === 'whole') return planHere(call, plan, plan.unitId).title
  const named = (text: string, language: Language) =>
    text.replaceAll('{unit}', reportPageMessages[language].list.eachUnit)
  const { vi, en } = plan.title
  return { vi: named(vi, 'vi'), ...(en === undefined ? {} : { en: named(en, 'en') }) }
}

export async function hasPdf({ objects }: SignedInCall['deps'], report: Report): Promise<boolean> {
  const pdf = reportPdfKey(report)
  return pdf !== undefined && objects.exists(pdf)
}

export async function lineOf(call: SignedInCall, { report, plan }: PlannedReport): Promise<ReportLine> {
  const { deps, me } = call
  const { requestedBy } = report
  const superseded = report.issue?.files ? await supersededBy(deps, report) : undefined
  const name = requestedBy === 'schedule' ? undefined : await findPersonName(deps.table, me.organisationId, requestedBy)
  return {
    id: report.id,
    title: plan.title,
    unitName: nameOf(call, report.unitId),
    periodId: report.periodId,
    requestedAt: report.requestedAt,
    requestedBy: requestedBy === 'schedule' ? { by: 'schedule' } : { by: 'person', name: name ?? requestedBy },
    progress: await progressOf(deps, report),
    mayMake: mayAt(me.person, me.tree, 'report.make', report.unitId),
    standing: superseded ? 'superseded' : standingOf(report),
    issue: report.issue,
    superseded: superseded?.issue,
    pdfHref: path.reportPdf(report.id),
  }
}
