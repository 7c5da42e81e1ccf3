// The demo's responses, made from a seed: the first period complete, the second one under way. The published figures
// come out exactly for every seed; what is invented differs from seed to seed.

import type { Campaign } from '../campaign/campaign.ts'
import type { AnswerValue } from '../form/answers.ts'
import type { PeriodId, PersonId } from '../ids.ts'
import type { Unit } from '../organisation/unit.ts'
import type { Submission } from '../response/submission.ts'
import { cellCampaign, committeeCampaign, starterPeriods } from './campaigns.ts'
import { cellAnswers } from './cell-answers.ts'
import { committeeAnswers } from './committee-answers.ts'
import { cells, committees } from './organisation.ts'
import { inspectors, personFor, reporters } from './people.ts'
import { type Random, randomResponseId, seededRandom } from './random.ts'

export const starterSeed = 2017

export type StarterSubmission = { readonly person: PersonId; readonly submission: Submission }

/**
 * Cells visited so far in the open period, by surveyed committee in the order of the tree: 30 of 47. Every inspector has
 * visits left, some committees are complete, one has not been visited at all.
 */
const visited = [3, 1, 3, 1, 2, 2, 3, 1, 3, 0, 3, 2, 1, 2, 1, 2] as const

/**
 * Committees that have reported so far in the open period: 13 of 20. The four with real names come first, so that nobody
 * real is shown as owing a report; they repeat what was published.
 */
const reported = 13

function visitedSoFar(): Unit[] {
  const parents = [...new Set(cells.map((cell) => cell.parentId))]
  return parents.flatMap((parent, index) =>
    cells.filter((cell) => cell.parentId === parent).slice(0, visited[index] ?? 0),
  )
}

/** Both campaigns in both periods, in the order in which the demo's people send them. */
export function starterSubmissions(seed: number = starterSeed): StarterSubmission[] {
  const random = seededRandom(seed)
  const { complete, open } = starterPeriods
  const inByNow = new Set(visitedSoFar())
  return [
    ...cellSubmissions(random, complete, () => true),
    ...committeeSubmissions(random, complete, committees),
    ...cellSubmissions(random, open, (cell) => inByNow.has(cell)),
    ...committeeSubmissions(random, open, committees.slice(0, reported)),
  ]
}

const cellSubmissions = (random: Random, period: PeriodId, isIn: (cell: Unit) => boolean): StarterSubmission[] =>
  cellAnswers(random, cells)
    .filter(({ cell }) => isIn(cell))
    .map(({ cell, answers }) => ({
      person: personFor(inspectors, cell).person.id,
      submission: submissionOf(random, cellCampaign, period, cell, answers),
    }))

const committeeSubmissions = (random: Random, period: PeriodId, senders: readonly Unit[]): StarterSubmission[] =>
  committeeAnswers(random, senders).map(({ committee, answers }) => ({
    person: personFor(reporters, committee).person.id,
    submission: submissionOf(random, committeeCampaign, period, committee, answers),
  }))

const submissionOf = (
  random: Random,
  campaign: Campaign,
  period: PeriodId,
  unit: Unit,
  answers: Readonly<Record<string, AnswerValue>>,
): Submission => ({
  id: randomResponseId(random),
  revision: 1,
  campaign: campaign.id,
  unit: unit.id,
  period,
  formVersion: campaign.form.version,
  answers: { ...answers },
})
