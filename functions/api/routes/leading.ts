// Progress and reports.

import type { Needs } from '../access.ts'
import { lazily, periodPath, type Route } from './route.ts'

const load = () => import('../desks/leading.ts')
const desk = lazily(async () => {
  const { makeAt: _, reportAt: __, ...pages } = await load()
  return pages
})

const leaders = { who: 'role', action: 'progress.read' } as const
const makers: Needs = { who: 'role-at', at: async (call) => (await load()).makeAt(call) }
const readers: Needs = { who: 'role-at', at: async (call) => (await load()).reportAt(call) }

export const leadingRoutes: readonly Route[] = [
  { method: 'GET', path: '/progress', needs: leaders, answer: desk('showProgressList') },
  { method: 'GET', path: `${periodPath}/progress`, needs: leaders, answer: desk('showProgress') },
  {
    method: 'GET',
    path: `/api${periodPath}/progress`,
    scope: 'campaigns:read',
    needs: leaders,
    answer: desk('getProgress'),
  },
  { method: 'GET', path: '/reports', needs: { who: 'role', action: 'report.read' }, answer: desk('showReports') },
  { method: 'POST', path: '/reports', needs: makers, answer: desk('makeReportNow'), records: 'report.asked-for' },
  { method: 'GET', path: '/reports/:report', needs: readers, answer: desk('showReport') },
  { method: 'GET', path: '/reports/:report/report.pdf', needs: readers, answer: desk('sendReportPdf') },
  { method: 'GET', path: '/reports/:report/report.docx', needs: readers, answer: desk('sendReportDocx') },
  { method: 'GET', path: '/reports/:report/report.xlsx', needs: readers, answer: desk('sendReportXlsx') },
  { method: 'GET', path: '/reports/:report/report.json', needs: readers, answer: desk('sendReportJson') },
]
