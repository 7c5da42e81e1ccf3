// Step 8: the check list, and opening. What is asked when a campaign opens is decided by the same list, made anew.

import { answererCounts, answerersOf } from '../../../../shared/campaign/answerers.ts'
import { mayNow } from '../../../../shared/campaign/lifecycle.ts'
import { type PreparedCampaign, wholeCampaign } from '../../../../shared/campaign/prepared.ts'
import { type Check, checkList, missingIn } from '../../../../shared/campaign/readiness.ts'
import { formLanguage, plainLabel, textIn } from '../../../../shared/form/texts.ts'
import { isUnder } from '../../../../shared/organisation/unit.ts'
import { path } from '../../../../shared/paths.ts'
import { problem } from '../../../../shared/problems.ts'
import { reportsEarly, templatesFor } from '../../../../shared/report/campaign-plan.ts'
import { misfits } from '../../../../shared/survey/form-fit.ts'
import { scoringGroups } from '../../../../shared/survey/scoring.ts'
import { CheckList, type MisfitLine } from '../../../../web/pages/campaigns/check.tsx'
import { StepPage } from '../../../../web/pages/campaigns/step.tsx'
import { ForecastSection } from '../../../../web/pages/campaigns/survey-fields.tsx'
import { ProblemPanel } from '../../../../web/parts/problem-panel.tsx'
import { askedUnits, type Filled, filledUnits, isFilled } from '../../../store/campaign-units.ts'
import { saveCampaign } from '../../../store/campaigns.ts'
import { listPeople } from '../../../store/people.ts'
import type { VersionedPrepared } from '../../../store/prepared-campaigns.ts'
import { listTemplates } from '../../../store/report-templates.ts'
import { invitedByUnit } from '../../../survey-rate.ts'
import { formFields } from '../../body.ts'
import { pageContext, type SignedInCall } from '../../call.ts'
import { refuse } from '../../problem-response.tsx'
import { foundCampaign } from './found.ts'
import { readyToOpen } from './open-survey.ts'
import { unknownIndicators } from './questions.ts'
import { fillSome } from './step-units.tsx'
import { forecastFor } from './survey-fields.tsx'
import { headOf } from './texts.ts'

type Checked = {
  readonly checks: readonly Check[]
  readonly missing: number
  readonly filled: Filled
  readonly misfits: readonly MisfitLine[]
}

async function checked(call: SignedInCall, campaign: PreparedCampaign): Promise<Checked> {
  const { deps, me, now } = call
  const { form, survey } = campaign
  const [filled, asked, people, version, invited] = await Promise.all([
    filledUnits(deps.table, campaign, me.tree),
    askedUnits(deps.table, campaign, me.tree),
    listPeople(deps.table, me.organisationId),
    form && survey && deps.directory.form(me.organisationId, form),
    invitedByUnit(deps.table, campaign, now),
  ])
  const found = version && survey ? misfits(version.form, survey.way) : []
  const units = asked.map(({ unitId }) => unitId)
  const checks = checkList(campaign, {
    asked: units.length,
    written: isFilled(filled) ? filled.asked : Math.min(filled.written, filled.asked - 1),
    outside: units.filter((id) => !isUnder(me.tree, id, campaign.unitId)).length,
    withoutAnswerers: answererCounts(units, answerersOf(people, me.tree, campaign.kind)).without.length,
    unknownIndicators: await unknownIndicators(call, campaign),
    templates: templatesFor(campaign, await listTemplates(deps, me.organisationId)).map(({ id }) => id),
    reportsEarly: reportsEarly(campaign, me.organisation),
    misfits: found,
    hasScoring:
      survey?.scoring === undefined ||
      (version ? scoringGroups(version).some(({ name }) => name === survey.scoring) : false),
    invited: [...invited.values()].reduce((sum, count) => sum + count, 0),
    now,
  })
  const language = version ? formLanguage(version.form, call.language) : ''
  const lines = found.map(({ question, label, reason, what }) => ({
    question: question === undefined ? undefined : plainLabel(textIn(label, language) ?? question),
    ...{ reason, what },
  }))
  return { checks, missing: missingIn(checks), filled, misfits: lines }
}

/** Why the list is shown instead of an open campaign: somebody changed the campaign since, or something is missing. */
type InTheWay = 'changed' | 'missing'

/** GET: the list. */
export async function showCheck(
  call: SignedInCall,
  { campaign, version }: VersionedPrepared,
  why?: InTheWay,
): Promise<Response> {
  const { checks, missing, filled, misfits: lines } = await checked(call, campaign)
  const forecast = await forecastFor(call, campaign)
  const context = pageContext(call)
  const page = (
    <StepPage
      context={context}
      step="check"
      campaign={headOf(campaign)}
      entries={{ fields: new URLSearchParams(), faults: new Map() }}
    >
      {why === 'changed' && <ProblemPanel context={context} problem={problem.campaignChanged()} />}
      <CheckList
        context={context}
        campaignId={campaign.id}
        version={version}
        checks={checks}
        missing={missing}
        filled={campaign.scope && !isFilled(filled) ? filled : undefined}
        mayOpen={mayNow('open', campaign)}
        misfits={lines}
        isSurvey={campaign.kind === 'member-survey'}
        makesLink={campaign.survey?.way === 'open'}
      >
        {forecast && <ForecastSection context={context} forecast={forecast} />}
      </CheckList>
    </StepPage>
  )
  return call.c.html(page, why ? 409 : 200)
}

/** POST: opens the campaign that was looked at, if nothing on its list is missing. */
export async function openCampaign(call: SignedInCall): Promise<Response> {
  const fields = await formFields(call.c)
  const found = await foundCampaign(call)
  if (!found.ok) return refuse(call, found.problem)
  const { campaign, version } = found.value
  if (!mayNow('open', campaign)) return refuse(call, problem.campaignNotNow(campaign.state))
  if (fields.get('version') !== String(version)) return showCheck(call, found.value, 'changed')
  // The tree may have changed since the list was written: what opens is what stands today.
  await fillSome(call, found.value)
  const { missing } = await checked(call, campaign)
  if (missing > 0 || !wholeCampaign(campaign)) return showCheck(call, found.value, 'missing')
  const ready = await readyToOpen(call, found.value)
  const isOpen = ready && (await saveCampaign(call.deps.table, { ...ready.campaign, state: 'open' }, ready.version))
  if (!isOpen) return openedMeanwhile(call)
  call.record({ subject: path.campaign(campaign.id), unitId: campaign.unitId, details: campaign.title.vi })
  return call.c.redirect(path.campaign(campaign.id), 303)
}

/** Of two presses at once both lead to the open campaign. */
async function openedMeanwhile(call: SignedInCall): Promise<Response> {
  const now = await foundCampaign(call)
  if (!now.ok) return refuse(call, now.problem)
  const { campaign } = now.value
  return campaign.state === 'draft'
    ? showCheck(call, now.value, 'changed')
    : call.c.redirect(path.campaign(campaign.id), 303)
}

/** POST: goes on with writing the units, and comes back to where one was. */
export async function fillOn(call: SignedInCall): Promise<Response> {
  const found = await foundCampaign(call)
  if (!found.ok) return refuse(call, found.problem)
  const { campaign } = found.value
  if (!mayNow('shape', campaign)) return refuse(call, problem.campaignNotNow(campaign.state))
  const filled = await fillSome(call, found.value)
  return call.c.redirect(path.campaignStep(campaign.id, isFilled(filled) ? 'check' : 'units'), 303)
}
