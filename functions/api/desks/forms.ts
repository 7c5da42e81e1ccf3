// The pages about forms themselves, as one thing to load: few people work with them, and everybody waits for a cold start.

export { leavePreview, showPreview } from '../pages/form-preview.tsx'
export { sendFormFile, sendFormJson, sendWorkbook, showVersion } from '../pages/form-version.tsx'
export { publish, showForms } from '../pages/forms.tsx'
export { moveCampaign, showRehearsal } from '../pages/rehearsal.tsx'
