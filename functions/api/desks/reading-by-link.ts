// Reading a report by a link of one's own, as one thing to load.

export {
  beginReading,
  readReport,
  readReportDocx,
  readReportJson,
  readReportPdf,
  readReportXlsx,
  showReading,
} from '../pages/report-delivery/reading.tsx'
