/**
 * How long a survey takes, in whole minutes, at least one. Nine seconds a question: between the 5 s of a rating and the 15 s of
 * a short text that survey practice reckons with.
 */
export const minutesFor = (questions: number): number => Math.max(1, Math.round((questions * 9) / 60))
