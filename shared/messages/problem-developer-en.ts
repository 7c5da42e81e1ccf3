// Problems with exports and of programs, in English.

import type { DeveloperProblemTexts } from './problem.ts'

export const developerProblemsEn: DeveloperProblemTexts = {
  'export.unknown': () => ({
    title: 'No such export',
    detail: 'It has expired, or somebody else asked for it.',
    next: 'Export again from the page Exports.',
  }),
  'export.not-exportable': () => ({
    title: 'The responses of this campaign can’t be exported',
    detail: 'Answers of members are not taken out one by one, so that nobody can be recognised.',
    next: 'See the figures in the reports.',
  }),
  'export.faulty': () => ({
    title: 'Nothing was exported yet',
    detail: 'Something is not chosen right; everything else that you chose is still there.',
    next: 'Correct it at the fields below and press again.',
  }),
  'export.too-many': ({ limit }, { count }) => ({
    title: 'Many exports are being made',
    detail: `One person can have at most ${count(limit)} made at a time.`,
    next: 'Wait until the earlier ones are ready, then go on.',
  }),
  'export.not-ready': () => ({
    title: 'The file is not ready',
    detail: 'It is still being made, or this export failed.',
    next: 'See how far it is on the page Exports.',
  }),
}
