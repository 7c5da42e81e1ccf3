// The pages about campaigns, as one thing to load.

export { sendAssignmentImport, showAssignmentImport } from '../pages/campaigns/assignment-import.tsx'
export { sendAssignments, showAssignments } from '../pages/campaigns/assignments.tsx'
export {
  askClose,
  askCopy,
  askDelete,
  askPause,
  askResume,
  closeCampaign,
  copyCampaign,
  deleteDraft,
  pauseCampaign,
  resumeCampaign,
} from '../pages/campaigns/changes.tsx'
export { fillOn, openCampaign } from '../pages/campaigns/check.tsx'
export { createCampaign, showCampaigns, showNewCampaign } from '../pages/campaigns/list.tsx'
export { showCampaign } from '../pages/campaigns/overview.tsx'
export { askExtension, askPeriodClose, closePeriod, extendPeriod } from '../pages/campaigns/period-changes.tsx'
export { remindNow, showReminders } from '../pages/campaigns/reminders.tsx'
export { lookAtStep, sendStep, showStep } from '../pages/campaigns/steps.tsx'
export { changeCampaignUnits, showCampaignUnits } from '../pages/campaigns/units.tsx'
