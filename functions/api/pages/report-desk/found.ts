// What the pages of one report's desk have in common: the report that the address names, whom they may show it to, its frame.

import type { PersonId } from '../../../../shared/ids.ts'
import { type Action, mayAt } from '../../../../shared/organisation/access.ts'
import type { Problem } from '../../../../shared/problems.ts'
import type { ReportPlan } from '../../../../shared/report/plan.ts'
import { ok, type Result } from '../../../../shared/result.ts'
import type { DeskFrame } from '../../../../web/pages/report-desk/frame.tsx'
import { supersededBy } from '../../../issuing.ts'
import { findPersonName } from '../../../store/people.ts'
import { listComments } from '../../../store/report-comments.ts'
import { findReport, type Report, revisionOf, standingOf } from '../../../store/reports.ts'
import type { At } from '../../access.ts'
import { pageContext, type SignedInCall } from '../../call.ts'
import { reportAddress } from '../../report-address.ts'

export type FoundReport = { readonly report: Report; readonly version: number; readonly plan: ReportPlan }

/** What a route about a report needs: the action at the unit that its plan is about. */
export const reportNeeds =
  (action: Action) =>
  async (call: SignedInCall): Promise<Result<At, Problem>> => {
    const found = await reportAddress(call)
    return found.ok ? ok({ action, unitId: found.value.plan.unitId }) : found
  }

export const mayHere = ({ me }: SignedInCall, { plan }: FoundReport, action: Action): boolean =>
  mayAt(me.person, me.tree, action, plan.unitId)

/** Whether a form was made when the report was as it is now. */
export const isSeen = (fields: URLSearchParams, { report }: FoundReport): boolean =>
  fields.get('revision') === String(revisionOf(report))

/** The frame of a page of the desk. */
export async function frameOf(call: SignedInCall, found: FoundReport): Promise<DeskFrame> {
  const { deps } = call
  const { report, plan } = found
  const { issue } = report
  const comments = await listComments(deps.table, report.organisationId, report.id)
  const superseded = issue?.files ? await supersededBy(deps, report) : undefined
  const replaced = report.corrects && (await findReport(deps.table, report.organisationId, report.corrects))
  const replacedIssue = replaced ? replaced.report.issue : undefined
  return {
    context: pageContext(call),
    id: report.id,
    title: plan.title,
    periodId: report.periodId,
    standing: superseded ? 'superseded' : standingOf(report),
    openComments: comments.filter(({ comment }) => !comment.done).length,
    replaces: replaced && replacedIssue && { id: replaced.report.id, ...replacedIssue },
    superseded: superseded && { id: superseded.id, ...superseded.issue },
  }
}

/** What people are called, each asked for once; the id of one who is no longer known. */
export async function namesOf({ deps, me }: SignedInCall, ids: readonly PersonId[]): Promise<(id: PersonId) => string> {
  const names = new Map<PersonId, string>()
  for (const id of new Set(ids)) {
    const name = await findPersonName(deps.table, me.organisationId, id)
    if (name !== undefined) names.set(id, name)
  }
  return (id) => names.get(id) ?? id
}
