// Members of named surveys: their cell scores, its secretary confirms.

import { ok } from '../../../shared/result.ts'
import { unitAddress } from '../address.ts'
import type { SignedInCall } from '../call.ts'
import { lazily, periodPath, type Route, unitPath } from './route.ts'

const desk = lazily(() => import('../desks/scoring.ts'))
const scoring = `${periodPath}/scoring`
const member = `${unitPath}/responses/:response/scoring`
/** For those with a role for it at the member's unit; what the answer allows is decided behind. */
const scorers = {
  who: 'role-at',
  at: async (call: SignedInCall) => {
    const address = await unitAddress(call)
    return address.ok ? ok({ action: 'member.score', unitId: address.value.unit.id } as const) : address
  },
} as const

export const scoringRoutes: readonly Route[] = [
  { method: 'GET', path: scoring, needs: { who: 'role', action: 'member.score' }, answer: desk('showScoring') },
  {
    method: 'POST',
    path: scoring,
    needs: { who: 'role', action: 'response.review' },
    answer: desk('confirmScored'),
    records: 'response.accepted',
  },
  { method: 'GET', path: member, needs: scorers, answer: desk('showScoreMember') },
  { method: 'POST', path: member, needs: scorers, answer: desk('saveScores'), records: 'response.scored' },
]
