// Reports that are looked for: the newest first, read page by page from the table until enough were found that match.

import * as v from 'valibot'
import { ReportId, ReportPlanId } from '../../../shared/ids.ts'
import { mayAt, topUnitsFor } from '../../../shared/organisation/access.ts'
import { foldText } from '../../../shared/organisation/search.ts'
import { isUnder, unitIn } from '../../../shared/organisation/unit.ts'
import { ReportPeriod } from '../../../shared/report/period.ts'
import type { ReportPlan } from '../../../shared/report/plan.ts'
import { isUnderWay } from '../../../shared/report/progress.ts'
import { type ReportFilters, reportStates } from '../../../web/pages/reports.tsx'
import { noUnit } from '../../../web/parts/unit-field.tsx'
import { supersededBy } from '../../issuing.ts'
import { progressOf } from '../../report-progress.ts'
import { listReports, standingOf } from '../../store/reports.ts'
import type { SignedInCall } from '../call.ts'
import { readUnitField } from '../unit-field.ts'
import { type PlannedReport, planHere } from './report-line.ts'

/** Items that one request looks through; the page says where to go on. */
const mostLookedAt = 2_000
const perRead = 100

const Fields = v.object({
  plan: v.optional(v.fallback(v.optional(ReportPlanId), undefined)),
  period: v.optional(v.fallback(v.optional(ReportPeriod), undefined)),
  state: v.optional(v.fallback(v.optional(v.picklist(reportStates)), undefined)),
  unit: v.optional(v.pipe(v.string(), v.maxLength(300)), ''),
  q: v.optional(v.pipe(v.string(), v.maxLength(200)), ''),
  before: v.optional(v.fallback(v.optional(ReportId), undefined)),
})

export const noFilters: ReportFilters = { text: '', plan: undefined, period: undefined, state: undefined, unit: noUnit }

/** What the address asks for; nothing where it can't be read. */
export function readFilters(call: SignedInCall): { filters: ReportFilters; before: ReportId | undefined } {
  const query = new URL(call.c.req.url).searchParams
  const read = v.safeParse(Fields, Object.fromEntries(query))
  if (!read.success) return { filters: noFilters, before: undefined }
  const { q, plan, period, state, unit, before } = read.output
  const entry = unit === '' ? noUnit : readUnitField(call, query, { name: 'unit', action: 'report.read' })
  return { filters: { text: q, plan, period, state, unit: entry }, before }
}

type Meant = (one: PlannedReport) => boolean

/** Whether a report is meant, by all that is known without reading more of it. */
function meantBy({ me }: SignedInCall, { text, plan, period, unit }: ReportFilters): Meant {
  const words = foldText(text).split(' ')
  const top = unit.unit?.id
  // A text that names no unit finds nothing, and the field says why.
  if (unit.text !== '' && top === undefined) return () => false
  return (one) => {
    const about = one.report.unitId
    if (plan !== undefined && one.plan.id !== plan) return false
    if (period !== undefined && one.report.periodId !== period) return false
    if (top !== undefined && !isUnder(me.tree, about, top)) return false
    const { title } = one.plan
    const said = [title.vi, title.en, unitIn(me.tree, about)?.name, one.report.issue?.documentNumber]
    const folded = foldText(said.join(' '))
    return words.every((word) => folded.includes(word))
  }
}

async function isInState(call: SignedInCall, { report }: PlannedReport, wanted: ReportFilters['state']) {
  if (wanted === undefined) return true
  if (wanted === 'making') return isUnderWay(await progressOf(call.deps, report))
  if (wanted === 'failed') return (await progressOf(call.deps, report)).step === 'failed'
  const standing = standingOf(report)
  if (wanted === 'draft') return standing === 'draft' || standing === 'edited'
  if (wanted === 'withdrawn') return standing === 'withdrawn'
  const isReplaced = report.issue?.files ? (await supersededBy(call.deps, report)) !== undefined : false
  if (wanted === 'superseded') return isReplaced && standing !== 'withdrawn'
  return !isReplaced && (standing === 'issued' || standing === 'issuing')
}

/** Whether there may be reports of the plan that the visitor may read: of its unit, or of one below that has its own. */
export function mayReadSome({ me }: SignedInCall, { unitId, scope }: ReportPlan): boolean {
  if (mayAt(me.person, me.tree, 'report.read', unitId)) return true
  const own = scope === 'children' ? topUnitsFor(me.person, me.tree, 'report.read') : []
  return own.some((top) => isUnder(me.tree, top, unitId))
}

type Search = {
  readonly filters: ReportFilters
  /** The id after which older ones follow. */
  readonly before?: ReportId | undefined
  readonly limit: number
  /** Items to look through at most. */
  readonly lookAt?: number
}

/** The next reports that the visitor may read and that match; `older` where there may be more. */
export async function findReports(
  call: SignedInCall,
  plans: readonly ReportPlan[],
  { filters, before, limit, lookAt = mostLookedAt }: Search,
): Promise<{ found: PlannedReport[]; older: ReportId | undefined }> {
  const { deps, me } = call
  const known = new Map(plans.map((plan) => [plan.id, plan]))
  const isMeant = meantBy(call, filters)
  const found: PlannedReport[] = []
  let after = before
  let looked = 0
  do {
    const page = await listReports(deps.table, me.organisationId, perRead, after)
    for (const [at, { report }] of page.reports.entries()) {
      const plan = known.get(report.planId)
      if (!plan) continue
      if (!mayAt(me.person, me.tree, 'report.read', report.unitId)) continue
      const one = { report, plan: planHere(call, plan, report.unitId) }
      if (!isMeant(one) || !(await isInState(call, one, filters.state))) continue
      found.push(one)
      if (found.length === limit) {
        const isLast = at === page.reports.length - 1 && page.older === undefined
        return { found, older: isLast ? undefined : report.id }
      }
    }
    looked += perRead
    after = page.older
  } while (after !== undefined && looked < lookAt)
  return { found, older: after }
}
