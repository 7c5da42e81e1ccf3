// What a template composes from: facts read once, in one set, so that all figures of a report agree.

import type { Campaign, CampaignUnit } from '../campaign/campaign.ts'
import type { FormVersion } from '../form/form.ts'
import type { PeriodId, ReportId, UnitId } from '../ids.ts'
import type { UnitTree } from '../organisation/unit.ts'
import type { Summary } from '../summary/summary.ts'
import type { ReportPlan } from './plan.ts'

/** One campaign in one period: which units were expected, and each unit's summary (absent: nothing has come in). */
export type CampaignFacts = {
  readonly campaign: Campaign
  readonly form: FormVersion
  readonly units: readonly CampaignUnit[]
  readonly summaries: ReadonlyMap<UnitId, Summary>
}

export type ReportInput = {
  readonly id: ReportId
  readonly plan: ReportPlan
  readonly period: PeriodId
  /** When the summaries were read; ISO 8601, UTC. */
  readonly asOf: string
  /** The organisation's time zone, e.g. "Asia/Ho_Chi_Minh". */
  readonly timeZone: string
  readonly tree: UnitTree
  readonly facts: { readonly cells: CampaignFacts; readonly committees: CampaignFacts }
}
