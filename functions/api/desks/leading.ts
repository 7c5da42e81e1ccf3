// Progress and reports, as one thing to load.

export { getProgress } from '../json/progress.ts'
export { showProgress, showProgressList } from '../pages/progress.tsx'
export {
  sendReportDocx,
  sendReportJson,
  sendReportPdf,
  sendReportXlsx,
  showReport,
} from '../pages/report-page.tsx'
export { makeAt, makeReportNow, reportAt, showReports } from '../pages/reports.tsx'
