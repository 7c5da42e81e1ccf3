// Inviting members to a survey, as one thing to load.

export { fetchSlips, mailMembers, makeSlips, sendLinks, showSlips } from '../pages/invitations/hand-out.tsx'
export { showInvitations } from '../pages/invitations/page.tsx'
export { applyRoster, previewRoster, sendTemplate } from '../pages/invitations/roster.tsx'
