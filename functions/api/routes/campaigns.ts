// The pages about campaigns: made step by step, opened, kept, closed.

import type { AuditVerb } from '../../../shared/organisation/audit.ts'
import { largestFormWithFiles } from '../body.ts'
import { campaignAt } from '../campaign-access.ts'
import { lazily, periodPath, type Route } from './route.ts'

const managers = { who: 'role', action: 'campaign.manage' } as const
const manager = { who: 'role-at', at: campaignAt } as const
const desk = lazily(() => import('../desks/campaigns.ts'))
const campaign = '/campaigns/:campaign'
const step = `${campaign}/steps/:step`
const assignments = `${periodPath}/assignments`

type Page = Parameters<typeof desk>[0]

/** A page that asks, and the change that it asks about. */
const question = (path: string, ask: Page, answer: Page, records: AuditVerb): Route[] => [
  { method: 'GET', path, needs: manager, answer: desk(ask) },
  { method: 'POST', path, needs: manager, answer: desk(answer), records },
]

export const campaignRoutes: readonly Route[] = [
  { method: 'GET', path: '/campaigns', needs: managers, answer: desk('showCampaigns') },
  // Whose campaign it is, only its fields say.
  { method: 'POST', path: '/campaigns', needs: managers, answer: desk('createCampaign'), records: 'campaign.created' },
  { method: 'GET', path: '/campaigns/new', needs: managers, answer: desk('showNewCampaign') },
  { method: 'GET', path: campaign, needs: manager, answer: desk('showCampaign') },
  { method: 'GET', path: step, needs: manager, answer: desk('showStep') },
  { method: 'POST', path: step, needs: manager, answer: desk('sendStep'), records: 'campaign.changed' },
  { method: 'POST', path: `${step}/look`, needs: manager, answer: desk('lookAtStep'), records: null },
  // The units that are written follow from a step that was recorded.
  { method: 'POST', path: `${campaign}/filling`, needs: manager, answer: desk('fillOn'), records: null },
  {
    method: 'POST',
    path: `${campaign}/open`,
    needs: manager,
    answer: desk('openCampaign'),
    records: 'campaign.opened',
  },
  ...question(`${campaign}/pause`, 'askPause', 'pauseCampaign', 'campaign.paused'),
  ...question(`${campaign}/resume`, 'askResume', 'resumeCampaign', 'campaign.resumed'),
  ...question(`${campaign}/close`, 'askClose', 'closeCampaign', 'campaign.closed'),
  ...question(`${campaign}/copy`, 'askCopy', 'copyCampaign', 'campaign.copied'),
  ...question(`${campaign}/delete`, 'askDelete', 'deleteDraft', 'campaign.deleted'),
  ...question(`${campaign}/units`, 'showCampaignUnits', 'changeCampaignUnits', 'campaign.units-changed'),
  ...question(assignments, 'showAssignments', 'sendAssignments', 'campaign.assigned'),
  { method: 'GET', path: `${assignments}/import`, needs: manager, answer: desk('showAssignmentImport') },
  {
    method: 'POST',
    path: `${assignments}/import`,
    largestForm: largestFormWithFiles,
    needs: manager,
    answer: desk('sendAssignmentImport'),
    records: 'campaign.assigned',
  },
  ...question(`${periodPath}/reminders`, 'showReminders', 'remindNow', 'campaign.reminded'),
  ...question(`${periodPath}/extend`, 'askExtension', 'extendPeriod', 'campaign.period-extended'),
  ...question(`${periodPath}/close`, 'askPeriodClose', 'closePeriod', 'campaign.period-closed'),
]
