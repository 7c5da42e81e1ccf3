// Editing, discussing and issuing reports, as one thing to load.

export { sendComment, showComments } from '../pages/report-desk/comments.tsx'
export { makeReportAgain, sendEdit, showEditing, tryReportAgain } from '../pages/report-desk/edit.tsx'
export { reportNeeds } from '../pages/report-desk/found.ts'
export { sendIssue, showIssuing } from '../pages/report-desk/issue.tsx'
export { beginCorrection, sendSignedCopy, withdrawReport } from '../pages/report-desk/issued.tsx'
