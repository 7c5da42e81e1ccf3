// What a report says now: its facts read in one go, and composed by its template. The schedule makes reports of it, the
// editor of templates shows what a report would look like.

import { placementDay } from '../shared/campaign/placement.ts'
import { compose } from '../shared/report/compose.ts'
import type { ReportDocument } from '../shared/report/document.ts'
import { CannotMake } from '../shared/report/failure.ts'
import type { Restated, RoleFacts } from '../shared/report/input.ts'
import { planAt, type ReportPlan } from '../shared/report/plan.ts'
import type { ReportTemplate } from '../shared/report/template.ts'
import type { Objects } from './objects.ts'
import { reportFacts } from './report-facts.ts'
import { reportScope } from './report-scope.ts'
import type { Directory } from './store/directory.ts'
import type { ReportTry } from './store/report-jobs.ts'
import { findTemplate } from './store/report-templates.ts'
import type { Report } from './store/reports.ts'
import type { Table } from './store/table.ts'

export type ComposingDeps = {
  readonly table: Table
  readonly directory: Directory
  readonly publicUrl: string
  /** ISO 8601, UTC. */
  readonly now: () => string
}
type Asked = Pick<Report, 'id' | 'organisationId' | 'unitId' | 'periodId'>

/** Told how far it is, as it goes. */
export type Tell = (change: Partial<Pick<ReportTry, 'step' | 'done' | 'of'>>) => Promise<void>
const tellNobody: Tell = async () => undefined

/**
 * What a plan's report of a period says now; folds what is due. Throws where its campaigns have no such period. With `objects` it
 * also says which figures of issued reports that it is compared with are not what they were.
 */
export async function composeReport(
  deps: ComposingDeps & { readonly objects?: Pick<Objects, 'get'> },
  plan: ReportPlan,
  report: Asked,
  tell: Tell = tellNobody,
): Promise<ReportDocument> {
  const template = await findTemplate(deps, report.organisationId, plan.template)
  if (!template) throw new CannotMake('report.template-gone', `No report template ${plan.template}`)
  const { objects } = deps
  return composeBy(deps, template, plan, report, tell, async (facts) => {
    if (!objects) return []
    const { restatedIn } = await import('./restated.ts')
    return restatedIn({ ...deps, objects }, plan, { ...report, planId: plan.id }, facts)
  })
}

type Facts = Readonly<Record<string, RoleFacts>>

/** The same by a template that need not be stored. */
export async function composeBy(
  deps: ComposingDeps,
  template: ReportTemplate,
  planned: ReportPlan,
  report: Asked,
  tell: Tell = tellNobody,
  restatedBy: (facts: Facts) => Promise<readonly Restated[]> = async () => [],
): Promise<ReportDocument> {
  const asOf = deps.now()
  const organisation = await deps.directory.organisation(report.organisationId, asOf)
  const tree = organisation.treeOn(placementDay(report.periodId, organisation.today))
  const { timeZone, daysOff } = organisation.organisation
  const plan = planAt(planned, report.unitId, tree)
  const period = report.periodId
  const reading = {
    ...{ deps, organisation, scope: reportScope(tree, report.unitId), period, asOf },
    tell: (done: number, of: number) => tell({ step: 'facts', done, of }),
  }
  const facts = await reportFacts(reading, template, plan)
  await tell({ step: 'composing' })
  const restated = await restatedBy(facts)
  return compose({
    id: report.id,
    ...{ plan, template, period, asOf, timeZone, daysOff, tree, facts },
    publicUrl: deps.publicUrl,
    ...(restated.length > 0 && { restated }),
  })
}
