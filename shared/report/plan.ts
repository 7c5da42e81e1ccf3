// A report plan says which report is made of which campaigns, for which unit, how its header reads and when it is due.
// The template (compose.ts) says what stands in it.

import * as v from 'valibot'
import { CampaignId, OrganisationId, PeriodId, ReportPlanId, UnitId } from '../ids.ts'
import { Language, LocalText } from '../language.ts'

const Line = v.pipe(v.string(), v.minLength(1), v.maxLength(200))

export const ReportPlan = v.strictObject({
  id: ReportPlanId,
  organisationId: OrganisationId,
  title: LocalText,
  template: v.picklist(['cell-quality']),
  language: Language,
  preset: v.picklist(['party-2018']),
  /** The unit whose subtree the report is about; whoever may read it at this unit may read the report. */
  unitId: UnitId,
  /** The template's campaigns by the role they play in it. */
  campaigns: v.strictObject({ cells: CampaignId, committees: CampaignId }),
  header: v.strictObject({
    bodyAbove: Line,
    body: Line,
    /** "BC/BTCĐUK": what follows the number. */
    documentSymbol: Line,
    place: Line,
  }),
  recipients: v.array(Line),
  sign: v.strictObject({ authority: v.nullable(Line), post: Line }),
  /** One due moment for each period; ISO 8601 with the offset of the organisation's time zone. */
  due: v.array(v.strictObject({ period: PeriodId, dueAt: v.pipe(v.string(), v.isoTimestamp()) })),
})
export type ReportPlan = v.InferOutput<typeof ReportPlan>
