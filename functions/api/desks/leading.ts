// Progress and reports, as one thing to load.

export { getProgress } from '../json/progress.ts'
export { showProgress, showProgressList } from '../pages/progress.tsx'
export { makeAt, makeReportNow, reportAt, sendReportPdf, showReports } from '../pages/reports.tsx'
