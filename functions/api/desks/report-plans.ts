// The desk of periodic reports, as one thing to load.

export { askPlanResume, askPlanStop, resumePlan, stopPlan } from '../pages/report-plans/changes.tsx'
export {
  createPlan,
  lookAtNewPlan,
  lookAtPlan,
  sendPlanEdit,
  showNewPlan,
  showPlanEdit,
} from '../pages/report-plans/form.tsx'
export { planNeeds } from '../pages/report-plans/found.ts'
export { showPlans } from '../pages/report-plans/list.tsx'
export { showPlan } from '../pages/report-plans/show.tsx'
