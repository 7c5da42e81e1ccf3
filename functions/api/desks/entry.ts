// Entering by a personal link, as one thing to load.

export { enter, showEntry } from '../pages/entry/enter.tsx'
