// What the form's page needs now and then, as one thing to load: drafts, the period before, the way to what is there.

export { keepDraft, resumeDraft } from '../pages/entering/drafts.tsx'
export { leadToHolder } from '../pages/entering/holder.ts'
export { withPrevious } from '../pages/entering/previous.ts'
