// The results of surveys, as one thing to load.

export { releaseNow, sendResults, showResults } from '../pages/results/results.tsx'
