// Scoring members of named surveys, as one thing to load.

export { confirmScored, showScoring } from '../pages/scoring/list.tsx'
export { saveScores, showScoreMember } from '../pages/scoring/member.tsx'
