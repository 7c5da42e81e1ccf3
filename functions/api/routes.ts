// The route table: every address the function answers, and what each needs of its visitor. A route that isn't here
// doesn't exist; a test walks this table with every role.

import { accountRoutes } from './routes/account.ts'
import { actionRoutes } from './routes/actions.ts'
import { answeringRoutes } from './routes/answering.ts'
import { answersRoutes } from './routes/answers.ts'
import { auditRoutes } from './routes/audit.ts'
import { boardRoutes } from './routes/board.ts'
import { campaignRoutes } from './routes/campaigns.ts'
import { developerRoutes } from './routes/developer.ts'
import { enteringRoutes } from './routes/entering.ts'
import { entryRoutes } from './routes/entry.ts'
import { exportRoutes } from './routes/exports.ts'
import { formRoutes } from './routes/forms.ts'
import { invitationRoutes } from './routes/invitations.ts'
import { leadingRoutes } from './routes/leading.ts'
import { officeRoutes } from './routes/office.ts'
import { openRoutes } from './routes/open.ts'
import { organisationRoutes } from './routes/organisation.ts'
import { paperRoutes } from './routes/papers.ts'
import { peopleRoutes } from './routes/people.ts'
import { reportDeliveryRoutes } from './routes/report-delivery.ts'
import { reportDeskRoutes } from './routes/report-desk.ts'
import { reportPlanRoutes } from './routes/report-plans.ts'
import { resultRoutes } from './routes/results.ts'
import type { Route } from './routes/route.ts'
import { scoringRoutes } from './routes/scoring.ts'
import { surveyRoutes } from './routes/surveys.ts'
import { templateRoutes } from './routes/templates.ts'

export const routes: readonly Route[] = [
  ...openRoutes,
  ...surveyRoutes,
  ...resultRoutes,
  ...scoringRoutes,
  ...answeringRoutes,
  ...answersRoutes,
  ...enteringRoutes,
  ...leadingRoutes,
  ...reportDeskRoutes,
  ...reportPlanRoutes,
  ...templateRoutes,
  ...reportDeliveryRoutes,
  ...boardRoutes,
  ...formRoutes,
  ...paperRoutes,
  ...campaignRoutes,
  ...invitationRoutes,
  ...organisationRoutes,
  ...exportRoutes,
  ...accountRoutes,
  ...developerRoutes,
  ...peopleRoutes,
  ...entryRoutes,
  ...officeRoutes,
  ...auditRoutes,
  ...actionRoutes,
]
