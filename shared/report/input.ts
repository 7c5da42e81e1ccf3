// What a template composes from: facts read once, in one set, so that all figures of a report agree.

import type { ActionSheet } from '../action/sheet.ts'
import type { Campaign, CampaignUnit } from '../campaign/campaign.ts'
import type { FormVersion } from '../form/form.ts'
import type { PeriodId, ReportId, UnitId } from '../ids.ts'
import type { UnitTree } from '../organisation/unit.ts'
import type { Summary } from '../summary/summary.ts'
import type { CampaignResultsPlan, CellQualityPlan } from './plan.ts'

/** One campaign in one period: which units were expected, and each unit's summary (absent: nothing has come in). */
export type CampaignFacts = {
  readonly campaign: Campaign
  readonly form: FormVersion
  readonly units: readonly CampaignUnit[]
  readonly summaries: ReadonlyMap<UnitId, Summary>
}

type Common = {
  readonly id: ReportId
  readonly period: PeriodId
  /** When the summaries were read; ISO 8601, UTC. */
  readonly asOf: string
  /** The organisation's time zone, e.g. "Asia/Ho_Chi_Minh". */
  readonly timeZone: string
  readonly tree: UnitTree
  /** The address of the installation, without a trailing slash. */
  readonly publicUrl: string
}

export type CellQualityInput = Common & {
  readonly template: 'cell-quality'
  readonly plan: CellQualityPlan
  readonly facts: { readonly cells: CampaignFacts; readonly committees: CampaignFacts }
}

/** What a campaign came to in another period. */
export type PeriodFacts = { readonly period: PeriodId; readonly summaries: CampaignFacts['summaries'] }

export type CampaignResultsInput = Common & {
  readonly template: 'campaign-results'
  readonly plan: CampaignResultsPlan
  readonly facts: {
    readonly results: CampaignFacts
    /** The same units in the period before, where the campaign has one. */
    readonly before?: PeriodFacts
    /** The same units in all periods before that the report looks at, with the one right before as the last. */
    readonly earlier?: readonly PeriodFacts[]
  }
  /** What the units still have to put right; those without anything may be left out. */
  readonly sheets: readonly ActionSheet[]
}

export type ReportInput = CellQualityInput | CampaignResultsInput
