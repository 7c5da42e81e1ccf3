// From draft to issue; and the pages on which anybody verifies a copy.

import type { Action } from '../../../shared/organisation/access.ts'
import type { Problem } from '../../../shared/problems.ts'
import type { Result } from '../../../shared/result.ts'
import type { At } from '../access.ts'
import { largestFormWithFiles } from '../body.ts'
import type { SignedInCall } from '../call.ts'
import { anyone, lazily, lazilyOpen, type Route } from './route.ts'

const load = () => import('../desks/report-desk.ts')
const desk = lazily(async () => {
  const { reportNeeds: _, ...pages } = await load()
  return pages
})
const verify = lazilyOpen(() => import('../desks/verify.ts'))

const at =
  (action: Action) =>
  async (call: SignedInCall): Promise<Result<At, Problem>> =>
    (await load()).reportNeeds(action)(call)
const readers = { who: 'role-at', at: at('report.read') } as const
const makers = { who: 'role-at', at: at('report.make') } as const
const issuers = { who: 'role-at', at: at('report.issue') } as const
const report = '/reports/:report'

export const reportDeskRoutes: readonly Route[] = [
  { method: 'GET', path: `${report}/edit`, needs: readers, answer: desk('showEditing') },
  { method: 'POST', path: `${report}/edit`, needs: makers, answer: desk('sendEdit'), records: 'report.edited' },
  {
    method: 'POST',
    path: `${report}/again`,
    needs: makers,
    answer: desk('makeReportAgain'),
    records: 'report.made-again',
  },
  {
    method: 'POST',
    path: `${report}/try`,
    needs: makers,
    answer: desk('tryReportAgain'),
    records: 'report.tried-again',
  },
  { method: 'GET', path: `${report}/comments`, needs: readers, answer: desk('showComments') },
  {
    method: 'POST',
    path: `${report}/comments`,
    needs: readers,
    answer: desk('sendComment'),
    records: 'report.commented',
  },
  { method: 'GET', path: `${report}/issue`, needs: readers, answer: desk('showIssuing') },
  { method: 'POST', path: `${report}/issue`, needs: issuers, answer: desk('sendIssue'), records: 'report.issued' },
  {
    method: 'POST',
    path: `${report}/signed`,
    largestForm: largestFormWithFiles,
    needs: issuers,
    answer: desk('sendSignedCopy'),
    records: 'report.signed-copy-added',
  },
  {
    method: 'POST',
    path: `${report}/correction`,
    needs: makers,
    answer: desk('beginCorrection'),
    records: 'report.correction-begun',
  },
  {
    method: 'POST',
    path: `${report}/withdrawal`,
    needs: issuers,
    answer: desk('withdrawReport'),
    records: 'report.withdrawn',
  },
  { method: 'GET', path: '/verify', needs: anyone, answer: verify('askForVerification') },
  { method: 'POST', path: '/verify', needs: anyone, answer: verify('takeVerification'), records: null },
  { method: 'GET', path: '/verify/:code', needs: anyone, answer: verify('showVerification') },
  {
    method: 'POST',
    path: '/verify/:code',
    largestForm: largestFormWithFiles,
    needs: anyone,
    answer: verify('showVerification'),
    records: null,
  },
]
