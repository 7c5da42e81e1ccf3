// Problems with exports and of programs, in English.

import type { DeveloperProblemTexts } from './problem.ts'

export const developerProblemsEn: DeveloperProblemTexts = {
  'access.authorization-malformed': () => ({
    title: 'The Authorization header can’t be read',
    detail: 'It says Bearer, and what follows is not exactly one token.',
    next: 'Send “Authorization: Bearer ” and then the token.',
  }),
  'access.token-invalid': () => ({
    title: 'This token opens nothing',
    detail: 'It is wrong, has expired or was revoked, or its owner is no longer here.',
    next: 'Make a new one on the page API tokens.',
  }),
  'access.scope-missing': ({ scope }) => ({
    title: 'The token may not do this',
    detail: scope ? `It takes the scope ${scope}.` : 'No token opens this address.',
    next: scope ? 'Make a new token with that scope.' : 'The page API lists the addresses for programs.',
  }),
  'token.unknown': () => ({
    title: 'No such token',
    detail: 'It was revoked, or is somebody else’s.',
    next: 'See the list on the page API tokens.',
  }),
  'token.faulty': () => ({
    title: 'No token was made yet',
    detail: 'Something is not filled in right; everything else is still there.',
    next: 'Correct it at the fields below and press again.',
  }),
  'token.shown-once': () => ({
    title: 'This token was made already',
    detail: 'The page was sent again; no second token was made. The text of a token is shown once.',
    next: 'If you did not copy it, revoke it in the list below and make a new one.',
  }),
  'token.too-many': ({ limit }, { count }) => ({
    title: 'You have many tokens',
    detail: `One person has at most ${count(limit)}.`,
    next: 'Revoke one that is no longer used, then make a new one.',
  }),
  'token.needs-account': () => ({
    title: 'Please sign in with an account',
    detail: 'Whoever came in by a personal link can’t make a token: it would go on working after the link has ended.',
    next: 'Sign in with an account, or ask an administrator.',
  }),
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
