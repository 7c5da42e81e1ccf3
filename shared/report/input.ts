// What a template composes from: facts read once, in one set, so that all figures of a report agree.

import type { ActionSheet } from '../action/sheet.ts'
import type { Campaign, CampaignUnit } from '../campaign/campaign.ts'
import type { AnswerRound } from '../form/answers.ts'
import type { FormVersion } from '../form/form.ts'
import type { PeriodId, ReportId, UnitId } from '../ids.ts'
import type { UnitTree } from '../organisation/unit.ts'
import type { Summary } from '../summary/summary.ts'
import type { Release } from '../survey/results.ts'
import type { FigureChange } from './changes.ts'
import type { ReportIssue } from './issue.ts'
import type { ReportPeriod } from './period.ts'
import type { ReportPlan } from './plan.ts'
import type { Calendar } from './schedule.ts'
import type { BlockOf, ReportTemplate } from './template.ts'

/**
 * One campaign in one period: which units were expected, and each unit's summary (absent: nothing has come in). Of an anonymous or
 * open survey neither: what is told of it is in RoleFacts.survey.
 */
export type CampaignFacts = {
  readonly campaign: Campaign
  readonly form: FormVersion
  readonly units: readonly CampaignUnit[]
  readonly summaries: ReadonlyMap<UnitId, Summary>
}

export type EarlierFacts = { readonly period: ReportPeriod; readonly summaries: CampaignFacts['summaries'] }

/** A consistency rule of the form that a unit's answers broke in the period, by the question that carries it. */
type BrokenRule = { readonly unitId: UnitId; readonly question: string }

/** What a survey told of a period, or a named one of all periods of the report together. */
export type ToldPart = {
  readonly figures: Release
  /** As many as the figures are made of; one where it was released. */
  readonly periods: readonly PeriodId[]
  /** Its entry in the ledger; none of a named survey. */
  readonly ledger?: { readonly releasedAt: string; readonly sha256: string }
}

/**
 * What a survey of members gives to a report: of an anonymous or open one what was released, period by period as it was, and
 * nothing else; of a named one the figures as they stand.
 */
export type SurveyFacts = {
  readonly told: readonly ToldPart[]
  /** Periods of which nothing is told; `at`: when it will be, ISO 8601, where that is known. */
  readonly untold: readonly { readonly period: PeriodId; readonly at?: string }[]
  /** A named one whose figures would take more reading than one report is worth. */
  readonly isTooLarge?: true
}

/** Answers of a named survey in a unit: all that were sent and not withdrawn, and where they stand. */
export type ScoreCounts = {
  readonly sent: number
  /** Scored by the cell, confirmed ones among them. */
  readonly scored: number
  readonly confirmed: number
}

/** Members to be commended: those to whom the best class was given and confirmed in at least so many periods. */
export type Commendation = { readonly least: number; readonly people: readonly Commended[] }

export type Commended = { readonly unitId: UnitId; readonly name: string | undefined; readonly times: number }

/** The rounds of a repeat that a unit has answered. */
export type UnitRounds = { readonly unitId: UnitId; readonly rounds: readonly AnswerRound[] }

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
  readonly survey?: SurveyFacts
  /** Named surveys alone. */
  readonly scores?: ReadonlyMap<UnitId, ScoreCounts>
  /** By the block that asks for them. */
  readonly commended?: ReadonlyMap<BlockOf<'commendation'>, Commendation>
  /** By key of the repeat. */
  readonly rounds?: ReadonlyMap<string, readonly UnitRounds[]>
}

export type WrittenText = { readonly unitId: UnitId; readonly period?: PeriodId; readonly text: string }

/** Answers that were expected, and how many of those are there: what came beyond that in one period makes up for no other. */
export type Owed = { readonly due: number; readonly done: number }

/** An issued report of an earlier period that this one is compared with, and which of its figures are not what it said. */
export type Restated = {
  readonly period: ReportPeriod
  readonly issue: Pick<ReportIssue, 'documentNumber' | 'date'>
  readonly changes: readonly FigureChange[]
}

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
  /** Left out: none of the reports before says anything else. */
  readonly restated?: readonly Restated[]
}
