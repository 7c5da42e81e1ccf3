// The desk where an organisation's periodic reports are set up.

import { lazily, type Route } from './route.ts'

const load = () => import('../desks/report-plans.ts')
const desk = lazily(async () => {
  const { planNeeds: _, ...pages } = await load()
  return pages
})

const makers = { who: 'role', action: 'report.make' } as const
const maker: Route['needs'] = { who: 'role-at', at: async (call) => (await load()).planNeeds(call) }
const plan = '/report-plans/:plan'

export const reportPlanRoutes: readonly Route[] = [
  { method: 'GET', path: '/report-plans', needs: makers, answer: desk('showPlans') },
  // At which unit, only the fields say.
  { method: 'POST', path: '/report-plans', needs: makers, answer: desk('createPlan'), records: 'report-plan.created' },
  { method: 'GET', path: '/report-plans/new', needs: makers, answer: desk('showNewPlan') },
  { method: 'POST', path: '/report-plans/look', needs: makers, answer: desk('lookAtNewPlan'), records: null },
  { method: 'GET', path: plan, needs: maker, answer: desk('showPlan') },
  { method: 'GET', path: `${plan}/edit`, needs: maker, answer: desk('showPlanEdit') },
  { method: 'POST', path: `${plan}/edit`, needs: maker, answer: desk('sendPlanEdit'), records: 'report-plan.changed' },
  { method: 'POST', path: `${plan}/look`, needs: maker, answer: desk('lookAtPlan'), records: null },
  { method: 'GET', path: `${plan}/stop`, needs: maker, answer: desk('askPlanStop') },
  { method: 'POST', path: `${plan}/stop`, needs: maker, answer: desk('stopPlan'), records: 'report-plan.stopped' },
  { method: 'GET', path: `${plan}/resume`, needs: maker, answer: desk('askPlanResume') },
  { method: 'POST', path: `${plan}/resume`, needs: maker, answer: desk('resumePlan'), records: 'report-plan.resumed' },
]
