// What a template has to be given of each campaign besides its summaries of the period: nothing else is read for it.

import { type BlockOf, blocksOf, type ReportTemplate, rolesOf, type TemplateBlock } from './template.ts'

export type Needs = {
  /** Summaries of the period before, and of the same period a year ago. */
  readonly before: boolean
  readonly yearBefore: boolean
  /** Summaries of all periods before that a chart goes back to. */
  readonly history: boolean
  /** What units still have to put right. */
  readonly sheets: boolean
  /** Rules of the form that answers break. */
  readonly broken: boolean
  /** Open questions whose answers are read, by key. */
  readonly texts: readonly string[]
  /** What a survey of members tells: what was released, or of a named one the figures as they stand. */
  readonly survey: boolean
  /** Of a named survey: how many are scored, and who is to be commended. */
  readonly scores: boolean
  readonly commended: readonly BlockOf<'commendation'>[]
  /** Repeats whose rounds are read, by key. */
  readonly rounds: readonly string[]
}

const readsSurvey: ReadonlySet<TemplateBlock['block']> = new Set<TemplateBlock['block']>([
  'survey-turnout',
  'survey-missing',
  'survey-questions',
  'survey-targets',
  'survey-texts',
])

/** For each role that a block reads. */
export function needsOf(template: Pick<ReportTemplate, 'sections'>): ReadonlyMap<string, Needs> {
  const blocks = blocksOf(template)
  const of = (role: string): Needs => {
    const own = blocks.filter((one) => rolesOf(one).includes(role))
    const compares = (how: 'before' | 'year-before') =>
      own.some((one) => 'compare' in one && (one.compare === how || one.compare === 'both'))
    return {
      before: compares('before'),
      yearBefore: compares('year-before'),
      history: own.some(({ block }) => block === 'trend'),
      sheets: own.some(({ block }) => block === 'actions'),
      broken: own.some(({ block }) => block === 'consistency'),
      texts: [...new Set(own.flatMap((one) => (one.block === 'free-text' ? [one.question] : [])))],
      survey: own.some(({ block }) => readsSurvey.has(block)),
      scores: own.some(({ block }) => block === 'survey-scores'),
      commended: own.filter((one) => one.block === 'commendation'),
      rounds: [...new Set(own.flatMap((one) => (one.block === 'repeat-table' ? [one.question] : [])))],
    }
  }
  return new Map([...new Set(blocks.flatMap(rolesOf))].map((role) => [role, of(role)]))
}
