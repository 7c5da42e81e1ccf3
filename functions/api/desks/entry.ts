// Entering by a personal link and founding the organisation, as one thing to load.

export { enter, showEntry } from '../pages/entry/enter.tsx'
export { setUp, showSetup } from '../pages/entry/setup.tsx'
