// Members' surveys, as one thing to load.

export { sendSurvey, showSurvey, thank } from '../pages/surveys/answer.tsx'
export { askForCode, takeCode } from '../pages/surveys/code.tsx'
export { sendOwnEdit, showOwnAnswer, showOwnEdit } from '../pages/surveys/own.tsx'
