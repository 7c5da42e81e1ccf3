// The pages and answers about exports, as one thing to load when one of them is first asked for.

export { getExport, getExportFile, postExport } from '../json/exports.ts'
export { sendAsk, showAsk } from '../pages/exports/ask.tsx'
export { fetchExport, retryExport, showExports } from '../pages/exports/list.tsx'
