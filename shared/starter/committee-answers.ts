// Answers of the demo's committees. The four with real names answer what the published report states and nothing else;
// the others are invented.

import type { AnswerValue } from '../form/answers.ts'
import type { UnitId } from '../ids.ts'
import type { Unit } from '../organisation/unit.ts'
import { named } from './organisation.ts'
import { pick, type Random, wholeNumber } from './random.ts'
import { committeeDifficulties, committeeRequests, committeeStrengths } from './texts.ts'

type CommitteeAnswers = Readonly<Record<string, AnswerValue>>

const published: ReadonlyMap<UnitId, CommitteeAnswers> = new Map([
  [named.propaganda, { cells_total: 28, cells_inspected: 15 }],
  [named.inspection, { cells_total: 14, cells_inspected: 8, cells_supervised: 14 }],
  [named.youth, { cells_inspected: 22, teams: 6 }],
  [named.overseas, { cells_inspected: 15, teams: 6, countries: 15, cells_below: 82 }],
])

function invented(random: Random): CommitteeAnswers {
  const total = wholeNumber(random, 9, 46)
  const share = (least: number, most: number) => Math.round((total * wholeNumber(random, least, most)) / 100)
  const inspected = share(45, 100)
  return {
    cells_total: total,
    cells_inspected: inspected,
    ...(random() < 0.7 && { cells_supervised: share(30, 100) }),
    ...(random() < 0.4 && { teams: Math.ceil(inspected / wholeNumber(random, 4, 9)) }),
    ...(random() < 0.2 && { cells_below: wholeNumber(random, 1, total) }),
    good: pick(random, committeeStrengths),
    ...(random() < 0.6 && { bad: pick(random, committeeDifficulties) }),
    ...(random() < 0.4 && { asks: pick(random, committeeRequests) }),
  }
}

export const committeeAnswers = (
  random: Random,
  committees: readonly Unit[],
): { readonly committee: Unit; readonly answers: CommitteeAnswers }[] =>
  committees.map((committee) => ({ committee, answers: published.get(committee.id) ?? invented(random) }))
