// The steps in which a campaign is prepared, shown and taken in one way. A form carries the version that it was filled in
// over and what stood in its fields then: who saves later is shown what somebody else changed there, and overwrites nothing
// unknowingly; changes of other steps don't get in each other's way.

import * as v from 'valibot'
import { allowed, mayNow } from '../../../../shared/campaign/lifecycle.ts'
import type { PreparedCampaign } from '../../../../shared/campaign/prepared.ts'
import { type CampaignStep, campaignSteps, stepsOf } from '../../../../shared/campaign/readiness.ts'
import { path } from '../../../../shared/paths.ts'
import { problem } from '../../../../shared/problems.ts'
import { StepForm, StepPage } from '../../../../web/pages/campaigns/step.tsx'
import { saveCampaign } from '../../../store/campaigns.ts'
import type { VersionedPrepared } from '../../../store/prepared-campaigns.ts'
import { formFields } from '../../body.ts'
import { pageContext, type SignedInCall } from '../../call.ts'
import { refuse } from '../../problem-response.tsx'
import { changedFields } from './changed-fields.ts'
import { showCheck } from './check.tsx'
import { foundCampaign } from './found.ts'
import { sendIndicators, showIndicators } from './indicators.tsx'
import { type FaultWord, faultText, type Step, type StepFaults } from './step.ts'
import { aboutStep } from './step-about.tsx'
import { answeringStep } from './step-answering.tsx'
import { formStep } from './step-form.tsx'
import { moreStep } from './step-more.tsx'
import { periodsStep } from './step-periods.tsx'
import { unitsStep } from './step-units.tsx'
import { headOf, textsFor } from './texts.ts'

type FieldStep = Exclude<CampaignStep, 'indicators' | 'check'>

const steps: Record<FieldStep, Step> = {
  about: aboutStep,
  form: formStep,
  units: unitsStep,
  periods: periodsStep,
  answering: answeringStep,
  more: moreStep,
}

const stepIn = (call: SignedInCall): CampaignStep | undefined => {
  const read = v.safeParse(v.picklist(campaignSteps), call.c.req.param('step'))
  return read.success ? read.output : undefined
}

type ShownStep = {
  readonly name: FieldStep
  readonly found: VersionedPrepared
  readonly fields: URLSearchParams
  readonly faults?: StepFaults
  /** What stood in the fields when they were filled in, where that is no longer what is stored. */
  readonly before?: URLSearchParams
  readonly looked?: PreparedCampaign
}

async function stepPage(call: SignedInCall, shown: ShownStep): Promise<Response> {
  const { name, found, fields, faults = new Map<string, FaultWord>(), before, looked } = shown
  const { campaign, version } = found
  const step = steps[name]
  const texts = textsFor(call)
  const worded = new Map([...faults].map(([field, word]) => [field, faultText(texts, word)]))
  const entries = { fields, faults: worded }
  const stored = step.fieldsOf(call, campaign)
  const content = await step.show(call, { campaign, entries, looked })
  const context = pageContext(call)
  const page = (
    <StepPage
      context={context}
      step={name}
      campaign={headOf(campaign)}
      entries={entries}
      changes={before ? changedFields(texts, before, stored) : []}
    >
      <StepForm
        context={context}
        action={path.campaignStep(campaign.id, name)}
        isDraft={campaign.state === 'draft'}
        version={version}
        was={stored.toString()}
        look={
          step.canLook(campaign)
            ? { label: lookLabel(texts, name), action: path.campaignLook(campaign.id, name) }
            : undefined
        }
      >
        {content}
      </StepForm>
    </StepPage>
  )
  return call.c.html(page, faults.size > 0 ? 422 : before ? 409 : 200)
}

function lookLabel({ step }: ReturnType<typeof textsFor>, name: FieldStep): string {
  if (name === 'answering') return step.survey.look
  return name === 'periods' ? step.periods.look : name === 'more' ? step.report.look : step.units.look
}

/** GET: a step as it stands. */
export async function showStep(call: SignedInCall): Promise<Response> {
  const name = stepIn(call)
  const found = await foundCampaign(call)
  if (!found.ok) return refuse(call, found.problem)
  if (!name) return refuse(call, problem.pageUnknown())
  if (name === 'check') return showCheck(call, found.value)
  if (name === 'indicators') return showIndicators(call, found.value)
  const { campaign } = found.value
  if (!mayNow(steps[name].act, campaign)) return refuse(call, problem.campaignNotNow(campaign.state))
  return stepPage(call, { name, found: found.value, fields: steps[name].fieldsOf(call, campaign) })
}

/** The step and the campaign of what was sent, if the step may change now. */
async function sentTo(call: SignedInCall) {
  const name = stepIn(call)
  const found = await foundCampaign(call)
  if (!found.ok) return found
  if (!name || name === 'check') return { ok: false, problem: problem.pageUnknown() } as const
  const may = allowed(name === 'indicators' ? 'adjust' : steps[name].act, found.value.campaign)
  return may.ok ? ({ ok: true, value: { name, found: found.value } } as const) : may
}

/** POST: shows what the fields of a step come to, and stores nothing. */
export async function lookAtStep(call: SignedInCall): Promise<Response> {
  const sent = await sentTo(call)
  if (!sent.ok) return refuse(call, sent.problem)
  const { name, found } = sent.value
  if (name === 'indicators') return refuse(call, problem.pageUnknown())
  const fields = await formFields(call.c)
  const read = await steps[name].read(call, found.campaign, fields)
  if (!read.ok) return stepPage(call, { name, found, fields, faults: read.problem })
  return stepPage(call, { name, found: carried(found, fields), fields, looked: read.value })
}

/** A look keeps the version that was filled in over. */
const carried = (found: VersionedPrepared, fields: URLSearchParams): VersionedPrepared => ({
  ...found,
  version: Number(fields.get('version')) || found.version,
})

/** POST: stores a step and leads on; or shows it again with what is wrong, or with what somebody else changed. */
export async function sendStep(call: SignedInCall): Promise<Response> {
  const sent = await sentTo(call)
  if (!sent.ok) return refuse(call, sent.problem)
  const { name, found } = sent.value
  const fields = await formFields(call.c)
  if (name === 'indicators') return sendIndicators(call, found, fields)
  const step = steps[name]
  const { campaign, version } = found
  const before = new URLSearchParams(fields.get('was') ?? '')
  const isOverOther = fields.get('version') !== String(version)
  if (isOverOther && step.fieldsOf(call, campaign).toString() !== before.toString())
    return stepPage(call, { name, found, fields, before })
  const read = await step.read(call, campaign, fields)
  if (!read.ok) return stepPage(call, { name, found, fields, faults: read.problem })
  // Somebody was faster: what they changed decides whether this can still be stored.
  if (!(await saveCampaign(call.deps.table, read.value, version))) return sendStepAgain(call)
  const saved = { campaign: read.value, version: version + 1 }
  call.record({ subject: path.campaign(campaign.id), unitId: read.value.unitId, details: name })
  const elsewhere = await step.after?.(call, saved)
  return call.c.redirect(wayOn(saved.campaign, name, fields, elsewhere), 303)
}

/** The body of a request can be read as often as one likes: hono keeps it. */
const sendStepAgain = (call: SignedInCall): Promise<Response> => sendStep(call)

function wayOn(campaign: PreparedCampaign, name: FieldStep, fields: URLSearchParams, elsewhere?: string): string {
  if (campaign.state !== 'draft') return path.campaign(campaign.id)
  if (fields.get('then') === 'later') return path.campaigns()
  const all = stepsOf(campaign)
  const next = all[all.indexOf(name) + 1] ?? 'check'
  return elsewhere ?? path.campaignStep(campaign.id, next)
}
