// Verifying copies of reports, as one thing to load.

export { askForVerification, showVerification, takeVerification } from '../pages/verify.tsx'
