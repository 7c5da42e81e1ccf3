// What members see: they have no account, and nothing here asks who they are.

import { lazilyOpen, type Route } from './route.ts'

const desk = lazilyOpen(() => import('../desks/surveys.ts'))
const members = { needs: { who: 'anyone' }, forgetsVisitor: true } as const

export const surveyRoutes: readonly Route[] = [
  { method: 'GET', path: '/s', ...members, answer: desk('askForCode') },
  { method: 'POST', path: '/s', ...members, answer: desk('takeCode'), records: null },
  { method: 'GET', path: '/s/sent', ...members, answer: desk('thank') },
  { method: 'GET', path: '/s/:key', ...members, answer: desk('showSurvey') },
  { method: 'POST', path: '/s/:key', ...members, answer: desk('sendSurvey'), records: null },
  { method: 'GET', path: '/s/:key/own/:period', ...members, answer: desk('showOwnAnswer') },
  { method: 'GET', path: '/s/:key/own/:period/edit', ...members, answer: desk('showOwnEdit') },
  { method: 'POST', path: '/s/:key/own/:period/edit', ...members, answer: desk('sendOwnEdit'), records: null },
]
