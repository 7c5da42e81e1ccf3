// Records and blank forms as PDFs, as one thing to load.

export { sendBlankPdf, showBlank } from '../pages/papers/blank.tsx'
export { sendRecordPdf, showRecord } from '../pages/papers/record.tsx'
export { makeRecords, sendRecordsPdf, showRecords } from '../pages/papers/records.tsx'
