// What a template composes from: facts read once, in one set, so that all figures of a report agree.

import type { ActionSheet } from '../action/sheet.ts'
import type { Campaign, CampaignUnit } from '../campaign/campaign.ts'
import type { FormVersion } from '../form/form.ts'
import type { PeriodId, ReportId, UnitId } from '../ids.ts'
import type { UnitTree } from '../organisation/unit.ts'
import type { Summary } from '../summary/summary.ts'
import type { ReportPeriod } from './period.ts'
import type { ReportPlan } from './plan.ts'
import type { Calendar } from './schedule.ts'
import type { ReportTemplate } from './template.ts'

/** One campaign in one period: which units were expected, and each unit's summary (absent: nothing has come in). */
export type CampaignFacts = {
  readonly campaign: Campaign
  readonly form: FormVersion
  readonly units: readonly CampaignUnit[]
  readonly summaries: ReadonlyMap<UnitId, Summary>
}

export type EarlierFacts = { readonly period: ReportPeriod; readonly summaries: CampaignFacts['summaries'] }

/** A consistency rule of the form that a unit's answers broke in the period, by the question that carries it. */
type BrokenRule = { readonly unitId: UnitId; readonly question: string }

/** A campaign in its role, with what the template needs besides (needs.ts); what it doesn't need is left out. */
export type RoleFacts = CampaignFacts & {
  /** The same units in the period before, and in the same period a year ago, where the campaign has one. */
  readonly before?: EarlierFacts
  readonly yearBefore?: EarlierFacts
  /** The same units in periods before, the earliest first, up to a year of months with the report's own. */
  readonly history?: readonly EarlierFacts[]
  /** What the units still have to put right; those without anything may be left out. */
  readonly sheets?: readonly ActionSheet[]
  readonly broken?: readonly BrokenRule[]
  /** Answers to open questions by key of the question, in the order of their units and periods, none of them empty. */
  readonly texts?: ReadonlyMap<string, readonly WrittenText[]>
  /** Where the report's period is made of several of the campaign's: each of them, the earliest first. */
  readonly parts?: readonly EarlierFacts[]
  /** With it: what each unit owed in all of them together; whom it lacks owed nothing. */
  readonly owed?: ReadonlyMap<UnitId, Owed>
}

export type WrittenText = { readonly unitId: UnitId; readonly period?: PeriodId; readonly text: string }

/** Answers that were expected, and how many of those are there: what came beyond that in one period makes up for no other. */
export type Owed = { readonly due: number; readonly done: number }

export type ReportInput = {
  readonly id: ReportId
  /** As it is for the report's unit (planAt). */
  readonly plan: ReportPlan
  readonly template: ReportTemplate
  readonly period: ReportPeriod
  /** When the summaries were read; ISO 8601, UTC. */
  readonly asOf: string
  /** The organisation's time zone, e.g. "Asia/Ho_Chi_Minh", and its days off. */
  readonly timeZone: Calendar['timeZone']
  readonly daysOff?: Calendar['daysOff']
  readonly tree: UnitTree
  /** The address of the installation, without a trailing slash. */
  readonly publicUrl: string
  /** By role. */
  readonly facts: Readonly<Record<string, RoleFacts>>
}
