// The pages about the organisation's tree, as one thing to load.

export { showTree, showUnit } from '../pages/organisation/browse.tsx'
export { sendEdit, showEdit } from '../pages/organisation/edit.tsx'
export { applyImport, leaveImport, previewImport, showImport } from '../pages/organisation/import.tsx'
export { sendTreeCsv, sendTreeWorkbook } from '../pages/organisation/tree-file.ts'
