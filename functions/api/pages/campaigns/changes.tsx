// What is done with a campaign as a whole: paused, gone on with, closed, copied for next year, a draft deleted. Each is asked
// for on a page of its own; what can't be undone is confirmed by the campaign's name.

import * as v from 'valibot'
import type { Campaign } from '../../../../shared/campaign/campaign.ts'
import { closed, paused, resumed } from '../../../../shared/campaign/changes.ts'
import { nextYears } from '../../../../shared/campaign/copy.ts'
import { allowed, type CampaignAct } from '../../../../shared/campaign/lifecycle.ts'
import { wholeCampaign } from '../../../../shared/campaign/prepared.ts'
import { CampaignId } from '../../../../shared/ids.ts'
import { path } from '../../../../shared/paths.ts'
import { type Problem, problem } from '../../../../shared/problems.ts'
import type { Result } from '../../../../shared/result.ts'
import { leadOfChange } from '../../../../web/pages/campaigns/overview-survey.tsx'
import { QuestionPage } from '../../../../web/pages/campaigns/question.tsx'
import { noteFilling } from '../../../store/campaign-units.ts'
import { saveCampaign } from '../../../store/campaigns.ts'
import { findPrepared, removeDraft, type VersionedPrepared } from '../../../store/prepared-campaigns.ts'
import { formFields } from '../../body.ts'
import { pageContext, type SignedInCall, timeZoneOf } from '../../call.ts'
import { refuse } from '../../problem-response.tsx'
import { foundCampaign } from './found.ts'
import { fillSome } from './step-units.tsx'
import { isNamed, textsFor } from './texts.ts'

type Change = 'pause' | 'resume' | 'close' | 'copy' | 'delete'

/** Which of them are confirmed by name. */
const asksForName: Record<Change, boolean> = { pause: false, resume: false, close: true, copy: false, delete: true }

/** The id of a copy is made with its page, so that two presses make one campaign. */
const newId = ({ deps }: SignedInCall): CampaignId => v.parse(CampaignId, `c${deps.randomToken().slice(0, 15)}`)

type Asked = { readonly found: VersionedPrepared; readonly fields?: URLSearchParams; readonly problem?: Problem }

async function questionPage(call: SignedInCall, change: Change, asked: Asked, isNameWrong = false): Promise<Response> {
  const { campaign, version } = asked.found
  const m = textsFor(call)
  const t = m.changes[change]
  const faults = new Map(isNameWrong ? [['name', m.changes.nameWrong]] : [])
  const page = (
    <QuestionPage
      context={pageContext(call)}
      campaignTitle={campaign.title}
      title={t.title}
      lead={leadOfChange(pageContext(call), campaign, change)}
      button={t.button}
      version={version}
      entries={{ fields: asked.fields ?? new URLSearchParams(), faults }}
      asksForName={asksForName[change]}
      leaveHref={path.campaign(campaign.id)}
      problem={asked.problem}
    >
      {change === 'copy' && <input type="hidden" name="id" value={asked.fields?.get('id') ?? newId(call)} />}
    </QuestionPage>
  )
  return call.c.html(page, asked.problem ? 409 : isNameWrong ? 422 : 200)
}

async function foundFor(call: SignedInCall, act: CampaignAct): Promise<Result<VersionedPrepared, Problem>> {
  const found = await foundCampaign(call)
  if (!found.ok) return found
  const may = allowed(act, found.value.campaign)
  return may.ok ? found : may
}

/** GET: the question. */
const askChange =
  (change: Change) =>
  async (call: SignedInCall): Promise<Response> => {
    const found = await foundFor(call, change)
    return found.ok ? questionPage(call, change, { found: found.value }) : refuse(call, found.problem)
  }

export const askPause = askChange('pause')
export const askResume = askChange('resume')
export const askClose = askChange('close')
export const askCopy = askChange('copy')
export const askDelete = askChange('delete')

type Done = (call: SignedInCall, found: VersionedPrepared, fields: URLSearchParams) => Promise<string | undefined>

/** POST: does it if the campaign is still the one that was looked at. `done` answers where to go, undefined: not stored. */
const changeBy =
  (change: Change, done: Done) =>
  async (call: SignedInCall): Promise<Response> => {
    const fields = await formFields(call.c)
    const found = await foundFor(call, change)
    if (!found.ok) return refuse(call, found.problem)
    const { campaign, version } = found.value
    const asked = { found: found.value, fields }
    if (fields.get('version') !== String(version))
      return questionPage(call, change, { ...asked, problem: problem.campaignChanged() })
    if (asksForName[change] && !isNamed(campaign, fields.get('name') ?? '', call))
      return questionPage(call, change, asked, true)
    const next = await done(call, found.value, fields)
    if (next === undefined) return questionPage(call, change, { ...asked, problem: problem.campaignChanged() })
    call.record({ subject: path.campaign(campaign.id), unitId: campaign.unitId, details: campaign.title.vi })
    return call.c.redirect(next, 303)
  }

const become =
  (change: (campaign: Campaign, now: string) => Campaign): Done =>
  async ({ deps, now }, { campaign, version }) => {
    const whole = wholeCampaign(campaign)
    if (!whole || !(await saveCampaign(deps.table, change(whole, now), version))) return undefined
    return path.campaign(campaign.id)
  }

export const pauseCampaign = changeBy('pause', become(paused))
export const resumeCampaign = changeBy(
  'resume',
  become((campaign) => resumed(campaign)),
)
export const closeCampaign = changeBy('close', become(closed))

export const copyCampaign = changeBy('copy', async (call, { campaign }, fields) => {
  const { deps, me } = call
  const whole = wholeCampaign(campaign)
  const given = v.safeParse(CampaignId, fields.get('id'))
  if (!whole) return undefined
  const id = given.success ? given.output : newId(call)
  const copy = nextYears(whole, id, timeZoneOf(call), call.now)
  if (!(await saveCampaign(deps.table, copy, 0))) {
    const there = await findPrepared(deps.table, me.organisationId, id)
    const from = there?.campaign.scope?.from
    if (from?.kind !== 'campaign' || from.campaignId !== campaign.id) return undefined
    call.changedNothing()
    return path.campaignStep(id, 'check')
  }
  await noteFilling(deps.table, id, 1)
  await fillSome(call, { campaign: copy, version: 1 })
  return path.campaignStep(id, 'check')
})

export const deleteDraft = changeBy('delete', async ({ deps, me }, { campaign }) => {
  await removeDraft(deps.table, me.organisationId, campaign.id)
  return path.campaigns()
})
