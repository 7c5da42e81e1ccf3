// Whom a survey invites: rosters, and what is handed out.

import { largestFormWithFiles } from '../body.ts'
import { campaignAt } from '../campaign-access.ts'
import { lazily, type Route } from './route.ts'

const manager = { who: 'role-at', at: campaignAt } as const
const desk = lazily(() => import('../desks/invitations.ts'))
const invitations = '/campaigns/:campaign/invitations'
const slips = `${invitations}/slips`

export const invitationRoutes: readonly Route[] = [
  { method: 'GET', path: invitations, needs: manager, answer: desk('showInvitations') },
  { method: 'GET', path: `${invitations}/units.csv`, needs: manager, answer: desk('sendTemplate') },
  {
    method: 'POST',
    path: `${invitations}/preview`,
    largestForm: largestFormWithFiles,
    needs: manager,
    answer: desk('previewRoster'),
    records: null,
  },
  {
    method: 'POST',
    path: `${invitations}/made`,
    needs: manager,
    answer: desk('applyRoster'),
    records: 'survey.invited',
  },
  { method: 'POST', path: slips, needs: manager, answer: desk('makeSlips'), records: 'survey.slips-made' },
  { method: 'GET', path: `${slips}/:file`, needs: manager, answer: desk('showSlips') },
  // That they were made is in the log.
  { method: 'POST', path: `${slips}/:file`, needs: manager, answer: desk('fetchSlips'), records: null },
  {
    method: 'POST',
    path: `${invitations}/links.csv`,
    needs: manager,
    answer: desk('sendLinks'),
    records: 'survey.links-taken',
  },
  {
    method: 'POST',
    path: `${invitations}/mails`,
    needs: manager,
    answer: desk('mailMembers'),
    records: 'survey.reminded',
  },
]
