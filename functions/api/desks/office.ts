// The organisation's own details and its first steps, as one thing to load.

export { saveSettings, showNextSteps, showSettings } from '../pages/office/office.tsx'
