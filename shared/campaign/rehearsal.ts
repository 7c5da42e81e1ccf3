// A rehearsal: what moving a campaign to another version of its form would leave without a question, before anything moves.

import type { AnswerValue } from '../form/answers.ts'
import { type FormChange, formChanges, holdsOrphan, type Orphan, orphanOf } from '../form/changes.ts'
import type { FormVersion } from '../form/form.ts'
import type { ReportPlan } from '../report/plan.ts'
import { partsReading, type ReportPart } from '../report/reads.ts'
import type { ReportTemplate } from '../report/template.ts'
import type { Indicator } from '../summary/indicator.ts'
import type { Campaign } from './campaign.ts'

export type RehearsedChange = {
  readonly change: FormChange
  /** Stored responses that hold an answer which the change orphans; undefined where it orphans none. */
  readonly answers: number | undefined
}
export type OrphanedIndicator = {
  readonly indicator: Indicator
  /** The keys of the questions that it would miss. */
  readonly questions: readonly string[]
  readonly reports: readonly { readonly plan: ReportPlan; readonly parts: readonly ReportPart[] }[]
}
export type Rehearsal = {
  readonly changes: readonly RehearsedChange[]
  readonly indicators: readonly OrphanedIndicator[]
  /** Stored responses that were looked at. */
  readonly responses: number
}

type Given = {
  readonly campaign: Campaign
  readonly plans: readonly ReportPlan[]
  /** The template of a plan; undefined where it is gone. */
  readonly templateOf: (plan: ReportPlan) => ReportTemplate | undefined
  readonly from: FormVersion
  readonly to: FormVersion
}

/** The answers of an indicator's questions, by key; what it counts of each. */
const readBy = ({ measure }: Indicator): readonly string[] =>
  measure.kind === 'ratio' ? [measure.numerator, measure.denominator] : [measure.question]

/** Whether an indicator can do without what is orphaned: a share that doesn't count any of the choices that go. */
function misses({ measure }: Indicator, { choices }: Orphan): boolean {
  return choices === undefined || ('choices' in measure && (measure.choices ?? []).some((one) => choices.includes(one)))
}

/**
 * Begins a rehearsal; `count` takes the answers of each stored response, and `done` says what came out. The answers of
 * thousands of responses are never held at once.
 */
export function rehearse({ campaign, plans, templateOf, from, to }: Given) {
  const changes = formChanges(from, to).map((change) => ({ change, orphan: orphanOf(from, change) }))
  const counts = changes.map(() => 0)
  let responses = 0
  const orphans = changes.flatMap(({ orphan }) => orphan ?? [])
  const indicators = campaign.indicators.flatMap((indicator): OrphanedIndicator[] => {
    const keys = new Set(readBy(indicator))
    const questions = orphans
      .filter((orphan) => keys.has(orphan.key) && misses(indicator, orphan))
      .map(({ key }) => key)
    if (questions.length === 0) return []
    const reports = plans.flatMap((plan) => {
      const template = templateOf(plan)
      const parts = template ? partsReading(template, plan, campaign, indicator) : []
      return parts.length > 0 ? [{ plan, parts }] : []
    })
    return [{ indicator, questions: [...new Set(questions)], reports }]
  })
  return {
    count: (answers: ReadonlyMap<string, AnswerValue>): void => {
      responses += 1
      for (const [at, { orphan }] of changes.entries())
        if (orphan && holdsOrphan(orphan, answers)) counts[at] = (counts[at] ?? 0) + 1
    },
    done: (): Rehearsal => ({
      changes: changes.map(({ change, orphan }, at) => ({ change, answers: orphan ? (counts[at] ?? 0) : undefined })),
      indicators,
      responses,
    }),
  }
}

/**
 * What a rehearsal is agreed to by, as plain data to be hashed: which answers would be orphaned and whether there are any,
 * but not how many, or no campaign in which people are at work could ever move.
 */
export const agreedTo = ({ changes, indicators }: Rehearsal) => ({
  changes: changes.map(({ change, answers }) => ({ change, orphans: answers !== undefined, some: (answers ?? 0) > 0 })),
  indicators: indicators.map(({ indicator, questions, reports }) => ({
    id: indicator.id,
    questions,
    reports: reports.map(({ plan, parts }) => ({ plan: plan.id, parts })),
  })),
})
