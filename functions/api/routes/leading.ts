// Progress and reports.

import { getProgress } from '../json/progress.ts'
import { showProgress, showProgressList } from '../pages/progress.tsx'
import { makeAt, makeReportNow, reportAt, sendReportPdf, showReports } from '../pages/reports.tsx'
import { periodPath, type Route } from './route.ts'

const leaders = { who: 'role', action: 'progress.read' } as const

export const leadingRoutes: readonly Route[] = [
  { method: 'GET', path: '/progress', needs: leaders, answer: showProgressList },
  { method: 'GET', path: `${periodPath}/progress`, needs: leaders, answer: showProgress },
  { method: 'GET', path: `/api${periodPath}/progress`, scope: 'campaigns:read', needs: leaders, answer: getProgress },
  { method: 'GET', path: '/reports', needs: { who: 'role', action: 'report.read' }, answer: showReports },
  {
    method: 'POST',
    path: '/reports',
    needs: { who: 'role-at', at: makeAt },
    answer: makeReportNow,
    records: 'report.asked-for',
  },
  {
    method: 'GET',
    path: '/reports/:report/report.pdf',
    needs: { who: 'role-at', at: reportAt },
    answer: sendReportPdf,
  },
]
