// The list of campaigns, and the beginning of a new one.

import * as v from 'valibot'
import { type CampaignPeriod, CampaignState, periodState } from '../../../../shared/campaign/campaign.ts'
import { PreparedCampaign } from '../../../../shared/campaign/prepared.ts'
import { CampaignId } from '../../../../shared/ids.ts'
import { mayAt } from '../../../../shared/organisation/access.ts'
import { path } from '../../../../shared/paths.ts'
import { problem } from '../../../../shared/problems.ts'
import { type CampaignLine, CampaignsPage } from '../../../../web/pages/campaigns/list.tsx'
import { StepForm, StepPage } from '../../../../web/pages/campaigns/step.tsx'
import { saveCampaign } from '../../../store/campaigns.ts'
import { findPrepared, listPrepared } from '../../../store/prepared-campaigns.ts'
import { surveyRates } from '../../../survey-rate.ts'
import { formFields } from '../../body.ts'
import { pageContext, type SignedInCall } from '../../call.ts'
import { refuse } from '../../problem-response.tsx'
import { type FaultWord, faultText, type StepFaults } from './step.ts'
import { aboutStep, newFields } from './step-about.tsx'
import { textsFor } from './texts.ts'

/** What is worked on comes first. */
const order: readonly CampaignState[] = ['draft', 'open', 'paused', 'closed']
const mostInGroup = 10
const perPage = 50

export async function showCampaigns(call: SignedInCall): Promise<Response> {
  const { deps, me, c } = call
  const all = (await listPrepared(deps.table, me.organisationId)).map(({ campaign }) => campaign)
  const own = all.filter(({ unitId }) => mayAt(me.person, me.tree, 'campaign.manage', unitId))
  const asked = v.safeParse(CampaignState, c.req.query('state'))
  const state = asked.success ? asked.output : undefined
  const inState = (wanted: CampaignState) =>
    own.filter((one) => one.state === wanted).sort((a, b) => (newest(a) < newest(b) ? 1 : -1))
  const pages = state ? Math.max(1, Math.ceil(inState(state).length / perPage)) : 1
  const page = Math.min(pages, Math.max(1, Number.parseInt(c.req.query('page') ?? '1', 10) || 1))
  const groups = []
  for (const one of state ? [state] : order) {
    const campaigns = inState(one)
    const shown = state ? campaigns.slice((page - 1) * perPage, page * perPage) : campaigns.slice(0, mostInGroup)
    const lines = await Promise.all(shown.map((campaign) => lineOf(call, campaign)))
    groups.push({ state: one, total: campaigns.length, lines })
  }
  return c.html(
    <CampaignsPage
      context={pageContext(call)}
      groups={groups.filter(({ total }) => total > 0)}
      only={state && { state, page, pages }}
    />,
  )
}

/** By when a campaign's last period opens; those without any first. */
const newest = ({ periods }: PreparedCampaign): string => periods.at(-1)?.opensAt ?? '9'

async function lineOf({ deps, me, now }: SignedInCall, campaign: PreparedCampaign): Promise<CampaignLine> {
  const { id, title, kind, unitId, periods, state } = campaign
  const current = currentPeriod(periods, now)
  // Only of surveys that people answer now: every invitation is read for it.
  const asks = current && state === 'open' && periodState(current, now) === 'open'
  const rates = asks ? await surveyRates(deps.table, campaign, [current]) : undefined
  const isAhead = current && periodState(current, now) === 'early'
  return {
    id,
    href: state === 'draft' ? path.campaignStep(id, 'check') : path.campaign(id),
    title,
    kind,
    unitName: me.tree.units.get(unitId)?.name ?? unitId,
    periods: periods.length,
    rate: current && rates?.get(current.id),
    current: current && { id: current.id, opensAt: isAhead ? current.opensAt : undefined, closesAt: current.closesAt },
  }
}

function currentPeriod(periods: readonly CampaignPeriod[], now: string): CampaignPeriod | undefined {
  const inState = (state: string) => periods.find((period) => periodState(period, now) === state)
  return inState('open') ?? inState('early') ?? periods.at(-1)
}

type NewShown = { readonly id: CampaignId; readonly fields: URLSearchParams; readonly faults: StepFaults }

/** The draft that a new campaign's fields are read into. */
const emptyDraft = ({ me }: SignedInCall, id: CampaignId): PreparedCampaign =>
  v.parse(PreparedCampaign, {
    id,
    organisationId: me.organisationId,
    unitId: [...me.tree.units.keys()][0],
    state: 'draft',
    figures: 'submitted',
    title: { vi: '-' },
    kind: 'inspection',
    form: null,
    countingRule: 'one-per-unit',
    periods: [],
    indicators: [],
  })

async function newPage(call: SignedInCall, { id, fields, faults }: NewShown): Promise<Response> {
  const context = pageContext(call)
  const texts = textsFor(call)
  const entries = { fields, faults: new Map([...faults].map(([field, word]) => [field, faultText(texts, word)])) }
  const content = await aboutStep.show(call, { campaign: emptyDraft(call, id), entries, looked: undefined })
  const page = (
    <StepPage context={context} step="about" campaign={undefined} entries={entries}>
      <StepForm context={context} action={path.campaigns()} isDraft version={0} was="">
        <input type="hidden" name="id" value={id} />
        {content}
      </StepForm>
    </StepPage>
  )
  return call.c.html(page, faults.size > 0 ? 422 : 200)
}

/** A campaign's id is made with its page, so that two presses make one campaign. */
const newId = ({ deps }: SignedInCall): CampaignId => v.parse(CampaignId, `c${deps.randomToken().slice(0, 15)}`)

export const showNewCampaign = (call: SignedInCall): Promise<Response> =>
  newPage(call, { id: newId(call), fields: newFields(call), faults: new Map<string, FaultWord>() })

/** POST: stores the draft, and leads to its second step. */
export async function createCampaign(call: SignedInCall): Promise<Response> {
  const { deps, me } = call
  const fields = await formFields(call.c)
  const given = v.safeParse(CampaignId, fields.get('id'))
  const id = given.success ? given.output : newId(call)
  const read = await aboutStep.read(call, emptyDraft(call, id), fields)
  if (!read.ok) return newPage(call, { id, fields, faults: read.problem })
  const address = path.campaignStep(id, 'form')
  if (!(await saveCampaign(deps.table, read.value, 0))) {
    const there = await findPrepared(deps.table, me.organisationId, id)
    const isOwn = there && mayAt(me.person, me.tree, 'campaign.manage', there.campaign.unitId)
    return isOwn ? call.c.redirect(address, 303) : refuse(call, problem.campaignUnknown())
  }
  call.record({ subject: path.campaign(id), unitId: read.value.unitId, details: read.value.title.vi })
  return call.c.redirect(fields.get('then') === 'later' ? path.campaigns() : address, 303)
}
