// The pages about actions, as one thing to load.

export { assign, check, confirm, done, drop, reopen, showAction } from '../pages/actions/action.tsx'
export { sendCsv, sendXlsx } from '../pages/actions/download.ts'
export { sendRepairFile } from '../pages/actions/files.ts'
export { assignMany, showActions } from '../pages/actions/list.tsx'
