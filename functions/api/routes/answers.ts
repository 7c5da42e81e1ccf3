// What came in: the table of responses, one record, and its review.

import type { Action } from '../../../shared/organisation/access.ts'
import { ok } from '../../../shared/result.ts'
import type { Needs } from '../access.ts'
import { unitAddress } from '../address.ts'
import { lazily, type Route, signedIn, unitPath } from './route.ts'

const readers = { who: 'role', action: 'response.read' } as const
/** Which of them, is decided for each response. */
const reviewers = { who: 'role', action: 'response.review' } as const
const desk = lazily(() => import('../desks/answers.ts'))
const response = `${unitPath}/responses/:response`

/** A step is for those with a role for it at the response's unit; what the response allows is decided behind. */
const stepping = (action: Action): Exclude<Needs, { readonly who: 'anyone' }> => ({
  who: 'role-at',
  at: async (call) => {
    const address = await unitAddress(call)
    return address.ok ? ok({ action, unitId: address.value.unit.id }) : address
  },
})
const reviewing = stepping('response.review')
const amending = stepping('response.amend')

export const answersRoutes: readonly Route[] = [
  { method: 'GET', path: '/answers', needs: readers, answer: desk('showAnswersList') },
  { method: 'GET', path: '/answers/waiting', needs: reviewers, answer: desk('showWaiting') },
  {
    method: 'POST',
    path: '/answers/waiting',
    needs: reviewers,
    answer: desk('acceptWaiting'),
    records: 'response.accepted',
  },
  { method: 'GET', path: '/campaigns/:campaign/answers', needs: readers, answer: desk('showAnswers') },
  {
    method: 'POST',
    path: '/campaigns/:campaign/answers',
    needs: reviewers,
    answer: desk('acceptChosen'),
    records: 'response.accepted',
  },
  { method: 'GET', path: '/campaigns/:campaign/answers/neighbour', needs: readers, answer: desk('showNeighbour') },
  // Whoever sent a response may read it too: decided over the response, and over the file.
  { method: 'GET', path: `${response}/record`, needs: signedIn, answer: desk('showRecord') },
  { method: 'GET', path: `${unitPath}/pictures/:sha256`, needs: signedIn, answer: desk('sendEvidencePicture') },
  {
    method: 'POST',
    path: `${response}/accept`,
    needs: reviewing,
    answer: desk('acceptResponse'),
    records: 'response.accepted',
  },
  {
    method: 'POST',
    path: `${response}/return`,
    needs: reviewing,
    answer: desk('returnResponse'),
    records: 'response.returned',
  },
  {
    method: 'POST',
    path: `${response}/release`,
    needs: amending,
    answer: desk('releaseResponse'),
    records: 'response.released',
  },
  { method: 'GET', path: `${response}/withdraw`, needs: amending, answer: desk('askWithdraw') },
  {
    method: 'POST',
    path: `${response}/withdraw`,
    needs: amending,
    answer: desk('withdrawResponse'),
    records: 'response.withdrawn',
  },
]
