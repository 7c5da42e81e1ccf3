// A report plan says which report is made of which campaigns, for which unit, how its header reads and when it is due.
// The template (template.ts) says what stands in it.

import * as v from 'valibot'
import { CampaignId, OrganisationId, PeriodId, ReportPlanId, UnitId } from '../ids.ts'
import { Language, LocalText } from '../language.ts'
import { Delivery } from './delivery.ts'
import { PresetId } from './document.ts'
import { RoleKey, TemplateId } from './template.ts'

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

export const ReportPlan = v.strictObject({
  id: ReportPlanId,
  organisationId: OrganisationId,
  title: LocalText,
  ...ReportFrame.entries,
  /** The unit whose subtree the report is about; whoever may read it at this unit may read the report. */
  unitId: UnitId,
  /** One due moment for each period; ISO 8601 with the offset of the organisation's time zone, or UTC. */
  due: v.array(v.strictObject({ period: PeriodId, dueAt: Timestamp })),
  /** When the due moments were set: the schedule makes nothing that was due before. Without it, all of them. */
  since: v.optional(Timestamp),
  /** One that comes with the program, or one of the organisation's own. */
  template: TemplateId,
  /** The template's campaigns by the role they play in it. */
  campaigns: v.record(RoleKey, CampaignId),
  /** To whom its reports are brought; nobody where it isn't set. They are listed in any case. */
  delivery: v.optional(Delivery),
})
export type ReportPlan = v.InferOutput<typeof ReportPlan>
