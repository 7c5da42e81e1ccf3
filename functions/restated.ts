// What issued reports would say now: answers that come late, or are corrected, change figures that somebody has signed.

import type { FigureChange } from '../shared/report/changes.ts'
import { restatedFigures } from '../shared/report/changes.ts'
import { CannotMake } from '../shared/report/failure.ts'
import type { Restated, RoleFacts } from '../shared/report/input.ts'
import type { ReportPlan } from '../shared/report/plan.ts'
import { type ComposingDeps, composeBy } from './compose-report.ts'
import { generatedDocument } from './issuing.ts'
import type { Objects } from './objects.ts'
import { listIssued } from './store/issues.ts'
import { findTemplate } from './store/report-templates.ts'
import { findReport, type Report } from './store/reports.ts'

export type RestatingDeps = ComposingDeps & { readonly objects: Pick<Objects, 'get'> }

/**
 * The figures of an issued report that would read otherwise, composed again for the moment it was made at from the answers there
 * are now. Undefined where that can't be said: its template, campaigns or data are gone.
 */
export async function changesSince(
  deps: RestatingDeps,
  plan: ReportPlan,
  report: Report,
): Promise<readonly FigureChange[] | undefined> {
  const [was, template] = await Promise.all([
    generatedDocument(deps, report),
    findTemplate(deps, report.organisationId, plan.template),
  ])
  if (!was.ok || !was.value || !template) return undefined
  const { asOf } = was.value
  try {
    const is = await composeBy({ ...deps, now: () => asOf }, template, plan, report)
    return restatedFigures(was.value, is)
  } catch (error) {
    if (error instanceof CannotMake) return undefined
    throw error
  }
}

/** The issued report that holds for a plan's unit and period: the newest that wasn't withdrawn. */
async function issuedFor(
  { table }: RestatingDeps,
  of: Pick<Report, 'organisationId' | 'planId' | 'unitId' | 'periodId'>,
): Promise<Report | undefined> {
  for (const id of await listIssued(table, of)) {
    const found = await findReport(table, of.organisationId, id)
    const report = found?.report.unitId === of.unitId ? found.report : undefined
    if (report?.issue?.files && !report.issue.withdrawn) return report
  }
  return undefined
}

/** What a report has to say of the issued ones that it is compared with: those of which a figure has changed. */
export async function restatedIn(
  deps: RestatingDeps,
  plan: ReportPlan,
  of: Pick<Report, 'organisationId' | 'planId' | 'unitId'>,
  facts: Readonly<Record<string, RoleFacts>>,
): Promise<Restated[]> {
  const compared = Object.values(facts).flatMap(({ before, yearBefore }) => [before, yearBefore])
  const periods = [...new Set(compared.flatMap((earlier) => earlier?.period ?? []))]
  const all: Restated[] = []
  for (const period of periods) {
    const report = await issuedFor(deps, { ...of, periodId: period })
    const changes = report && (await changesSince(deps, plan, report))
    if (report?.issue && changes && changes.length > 0) all.push({ period, issue: report.issue, changes })
  }
  return all
}
