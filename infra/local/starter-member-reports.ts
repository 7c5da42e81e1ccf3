// The reports on the demo's named surveys: what the cells report beside the study sessions, and the plans, which are stored once all
// that they are made of is there. The schedule then makes the reports.

import { insertCampaignUnit, saveCampaign } from '../../functions/store/campaigns.ts'
import { publishForm } from '../../functions/store/form-library.ts'
import { savePlan } from '../../functions/store/report-plans.ts'
import { submit } from '../../functions/submit/submit.ts'
import type { Campaign } from '../../shared/campaign/campaign.ts'
import { unitTree } from '../../shared/organisation/unit.ts'
import { scoringPlan, studyFollowUpPlan } from '../../shared/starter/member-plans.ts'
import { organisation, units } from '../../shared/starter/organisation.ts'
import { personFor, reporters } from '../../shared/starter/people.ts'
import { randomResponseId } from '../../shared/starter/random.ts'
import { randomFor } from '../../shared/starter/roster.ts'
import { studyingCells } from '../../shared/starter/study.ts'
import { studyPlanAnswers, studyPlanCampaign, studyPlanForm } from '../../shared/starter/study-plan.ts'
import type { SurveyDeps } from './starter-invited.ts'

/** Each step is done once, however often it is begun. `now`: ISO 8601, UTC. */
type Follow = (deps: SurveyDeps, survey: Campaign, now: string) => Promise<void>

export const reportScores: Follow = async ({ table }, survey, now) => {
  await savePlan(table, scoringPlan(survey, now), 0)
}

const tree = unitTree(units)
const dayMs = 86_400_000

export const reportStudies: Follow = async (deps, survey, now) => {
  const { schedule, periods } = survey
  const part = schedule && studyPlanCampaign({ schedule, periods })
  if (!part) return
  const { campaign, form } = part
  await publishForm(deps.table, {
    ...{ organisationId: organisation.id, formId: studyPlanForm.formId, form: form.form, by: null, at: now },
  })
  for (const unit of part.units) await insertCampaignUnit(deps.table, campaign, unit)
  await saveCampaign(deps.table, campaign, 0)
  for (const { id: period, opensAt, closesAt } of campaign.periods)
    for (const cell of studyingCells) {
      // The running quarter's reports are still to be sent.
      if (closesAt === null || closesAt > now) continue
      const at = new Date(Math.max(Date.parse(opensAt), Date.parse(closesAt) - 2 * dayMs)).toISOString()
      const { person } = personFor(reporters, cell)
      const sent = await submit(
        { ...deps, now: () => at },
        { person, organisationId: organisation.id, organisation, tree },
        {
          id: randomResponseId(randomFor('study plan', cell.id, period)),
          revision: 1,
          ...{ campaign: campaign.id, unit: cell.id, period, formVersion: form.version },
          answers: { ...studyPlanAnswers(cell.id, period) },
        },
      )
      if (!sent.ok) throw new Error(`A cell's report was refused: ${JSON.stringify(sent.problem)}`)
    }
  await savePlan(deps.table, studyFollowUpPlan(survey, campaign, now), 0)
}
