// A report plan says which report is made of which campaigns, for which unit or units, how its header reads and when it is due.
// The template (template.ts) says what stands in it.

import * as v from 'valibot'
import { CampaignId, OrganisationId, ReportPlanId, UnitId } from '../ids.ts'
import { Language, LocalText } from '../language.ts'
import { type UnitTree, unitIn } from '../organisation/unit.ts'
import { Delivery } from './delivery.ts'
import { PresetId } from './preset-id.ts'
import { ReportSchedule } from './schedule.ts'
import { RoleKey, TemplateId } from './template-id.ts'

/** The longest line of a letterhead, of the recipients or of the sign block. */
export const longestLine = 200
const Line = v.pipe(v.string(), v.minLength(1), v.maxLength(longestLine))
const OpenLine = v.pipe(v.string(), v.maxLength(longestLine))
/** Letters that fit into a letterhead at the size of a logo. */
export const longestLogo = 30
const Timestamp = v.pipe(v.string(), v.isoTimestamp())

/** How the document looks and reads around what its template writes. */
export const ReportFrame = v.strictObject({
  language: Language,
  preset: PresetId,
  header: v.strictObject({
    /** '' where the preset needs none. */
    bodyAbove: OpenLine,
    body: Line,
    /** "BC/BTCĐUK", "BC-UBND": what follows the number; '' where the preset needs none. */
    documentSymbol: OpenLine,
    place: Line,
    logo: v.optional(v.pipe(Line, v.maxLength(longestLogo))),
  }),
  recipients: v.pipe(v.array(Line), v.maxLength(50)),
  sign: v.strictObject({ authority: v.nullable(Line), post: Line }),
})

/** `period`: the campaigns' own. A longer one is made of the campaigns' periods that lie in it. */
export const plannedPeriods = ['period', 'quarter', 'half', 'year'] as const

export const ReportPlan = v.strictObject({
  id: ReportPlanId,
  organisationId: OrganisationId,
  /** In it and in the header's `body`, "{unit}" stands for the name of the report's unit. */
  title: LocalText,
  ...ReportFrame.entries,
  /** The unit whose subtree the reports are about; whoever may read them at a report's unit may read that report. */
  unitId: UnitId,
  /** whole: one report about the subtree · children: one for each unit right below that has units of the campaigns. */
  scope: v.picklist(['whole', 'children']),
  every: v.picklist(plannedPeriods),
  schedule: ReportSchedule,
  /** When the schedule was set: what was due before is not made by itself. */
  since: Timestamp,
  /** No report is made any more; those that were made stay readable. */
  isStopped: v.optional(v.literal(true)),
  /** One that comes with the program, or one of the organisation's own. */
  template: TemplateId,
  /** The template's campaigns by the role they play in it. */
  campaigns: v.record(RoleKey, CampaignId),
  /** To whom its reports are brought; nobody where it isn't set. They are listed in any case. */
  delivery: v.optional(Delivery),
})
export type ReportPlan = v.InferOutput<typeof ReportPlan>

/** The plan as it is for a report's unit, which has its name where the plan says {unit}; as it is called in the tree. */
export function planAt(plan: ReportPlan, unitId: UnitId, tree: UnitTree): ReportPlan {
  const name = unitIn(tree, unitId)?.name ?? unitId
  const named = (text: string) => text.replaceAll('{unit}', name)
  const { vi, en } = plan.title
  return {
    ...plan,
    unitId,
    title: { vi: named(vi), ...(en === undefined ? {} : { en: named(en) }) },
    header: { ...plan.header, body: named(plan.header.body) },
  }
}
