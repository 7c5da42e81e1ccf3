// The pages by which answers come in beyond a first sending, as one thing to load.

export { discardDraft, showDiscard } from '../pages/entering/drafts.tsx'
export { sendCorrection, sendEdit, showCorrection, showEdit } from '../pages/entering/edit.tsx'
export { choosePaper, sendEnter, showEnter } from '../pages/entering/enter.tsx'
export { sendNotPossible, showNotPossible } from '../pages/entering/not-possible.tsx'
