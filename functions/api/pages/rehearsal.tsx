// The rehearsal of a move, and the move itself: allowed with the digest of a rehearsal, so that nothing changed in between.

import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { Campaign } from '../../../shared/campaign/campaign.ts'
import { allowed } from '../../../shared/campaign/lifecycle.ts'
import { agreedTo, type Rehearsal, type RehearsedChange, rehearse } from '../../../shared/campaign/rehearsal.ts'
import type { FormVersion } from '../../../shared/form/form.ts'
import { formItems } from '../../../shared/form/form.ts'
import { choicesIn } from '../../../shared/form/lists.ts'
import { formLanguage, textIn } from '../../../shared/form/texts.ts'
import { mayAt } from '../../../shared/organisation/access.ts'
import { unitIn } from '../../../shared/organisation/unit.ts'
import { path } from '../../../shared/paths.ts'
import { type Problem, problem } from '../../../shared/problems.ts'
import { planAt } from '../../../shared/report/plan.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { type ChangeLine, RehearsalPage } from '../../../web/pages/rehearsal.tsx'
import { findCampaign, listCampaignUnits, saveCampaign, type VersionedCampaign } from '../../store/campaigns.ts'
import { listPlans } from '../../store/report-plans.ts'
import { listTemplates } from '../../store/report-templates.ts'
import { eachStored } from '../../store/stored-answers.ts'
import { campaignParam } from '../address.ts'
import { formFields } from '../body.ts'
import { pageContext, type SignedInCall } from '../call.ts'
import { refuse, statusOf } from '../problem-response.tsx'
import { type VersionAddress, versionAddress } from './form-version.tsx'

/**
 * Moving a campaign changes what all of its units are asked: it takes a role for forms at every one of them. A survey stays
 * with the form that was checked when it opened, and a rehearsal would count its answers.
 */
export async function mayMove({ deps, me }: SignedInCall, campaign: Campaign): Promise<boolean> {
  if (campaign.kind === 'member-survey') return false
  const units = await listCampaignUnits(deps.table, campaign.id)
  const known = units.filter(({ unitId }) => unitIn(me.tree, unitId) !== undefined)
  return known.length > 0 && known.every(({ unitId }) => mayAt(me.person, me.tree, 'form.design', unitId))
}

type Rehearsed = {
  readonly address: VersionAddress
  readonly found: VersionedCampaign
  readonly from: FormVersion
  readonly rehearsal: Rehearsal
  /** Whether every stored response was looked at. */
  readonly isWhole: boolean
  readonly digest: string
}

/** Reading the answers of a campaign may take this long; a campaign of 10,000 responses takes a second or two. */
const patienceMs = 8_000

async function rehearsed(call: SignedInCall): Promise<Result<Rehearsed, Problem>> {
  const { deps, c, me } = call
  const address = await versionAddress(call)
  if (!address.ok) return address
  const { form: to, version } = address.value
  const id = campaignParam(c)
  const found = id && (await findCampaign(deps.table, me.organisationId, id))
  if (!found || found.campaign.form.formId !== to.formId) return fail(problem.campaignUnknown())
  const { campaign } = found
  if (!(await mayMove(call, campaign))) return fail(problem.unitNotYours())
  const may = allowed('move', campaign)
  if (!may.ok) return may
  const from = await deps.directory.form(me.organisationId, campaign.form)
  const plans = (await listPlans(deps.table, me.organisationId)).map((plan) => planAt(plan, plan.unitId, me.tree))
  const templates = new Map((await listTemplates(deps, me.organisationId)).map((one) => [one.id, one]))
  const { count, done } = rehearse({
    campaign,
    plans,
    templateOf: ({ template }) => templates.get(template),
    from,
    to,
  })
  const started = performance.now()
  const isLate = () => performance.now() - started > patienceMs
  const isWhole = await eachStored(deps.table, campaign, isLate, ({ answers }) => count(answers))
  const rehearsal = done()
  const agreed = {
    campaign: campaign.id,
    campaignVersion: found.version,
    from: from.version,
    to: to.version,
    content: version.contentHash,
    isWhole,
    ...agreedTo(rehearsal),
  }
  const digest = createHash('sha256')
    .update(canonicalize(agreed) ?? '')
    .digest('base64url')
  return ok({ address: address.value, found, from, rehearsal, isWhole, digest })
}

function lineOf(
  { form }: FormVersion,
  wanted: string,
  { change, answers }: RehearsedChange,
  to: FormVersion,
): ChangeLine {
  const source = (change.kind === 'added' ? to.form : form) satisfies FormVersion['form']
  const item = formItems(source).find(({ key }) => key === change.key)
  const language = formLanguage(source, wanted)
  const named = change.kind === 'choices-removed' ? change.choices : []
  const labels = new Map(
    choicesIn(form, item?.source).map(({ name, label }) => [name, textIn(label, language) ?? name]),
  )
  return {
    change,
    label: (textIn(item?.source.label, language) ?? change.key).replace(/\*\*|__|<[^<>]*>/g, ''),
    choices: named.map((name) => labels.get(name) ?? name),
    answers,
  }
}

function rehearsalPage(call: SignedInCall, rehearsed: Rehearsed, why?: Problem): Response | Promise<Response> {
  const { address, found, from, rehearsal, isWhole, digest } = rehearsed
  const { family, version, form: to } = address
  const { campaign } = found
  const name = family.versions.find((one) => one.version === from.version)?.name ?? ''
  const page = (
    <RehearsalPage
      context={pageContext(call)}
      deskStyle={call.deps.assets.deskStyle}
      campaignTitle={campaign.title}
      from={{ version: from.version, name }}
      to={{ version: version.version, name: version.name }}
      versionHref={path.formVersion(family.formId, version.version)}
      changes={rehearsal.changes.map((one) => lineOf(from, call.language, one, to))}
      indicators={rehearsal.indicators.map(({ indicator, questions, reports }) => ({
        name: indicator.name,
        questions,
        reports: reports.map(({ plan, parts }) => ({ title: plan.title, parts })),
      }))}
      responses={rehearsal.responses}
      isWhole={isWhole}
      digest={digest}
      {...(why ? { problem: why } : {})}
    />
  )
  return call.c.html(page, why ? statusOf[why.code] : 200)
}

const toForms = { link: { kind: 'forms', href: path.forms() } } as const

/** GET: what the move would change. Changes nothing. */
export async function showRehearsal(call: SignedInCall): Promise<Response> {
  const found = await rehearsed(call)
  return found.ok ? rehearsalPage(call, found.value) : refuse(call, found.problem, toForms)
}

/** The campaign as it asks another version. What was begun with the one before may still be sent. */
function movedTo(campaign: Campaign, version: number): Campaign {
  const earlier = new Set([...campaign.earlierVersions, campaign.form.version])
  earlier.delete(version)
  return {
    ...campaign,
    form: { ...campaign.form, version },
    earlierVersions: [...earlier].sort((a, b) => a - b),
  }
}

/** POST: moves the campaign if the rehearsal that was agreed to is the one of this moment. */
export async function moveCampaign(call: SignedInCall): Promise<Response> {
  const digest = (await formFields(call.c)).get('digest')
  const found = await rehearsed(call)
  if (!found.ok) return refuse(call, found.problem, toForms)
  const { address, found: campaign } = found.value
  const { version } = address.version
  if (digest !== found.value.digest) return rehearsalPage(call, found.value, problem.rehearsalOutdated())
  const isMoved =
    campaign.campaign.form.version === version ||
    (await saveCampaign(call.deps.table, movedTo(campaign.campaign, version), campaign.version))
  if (isMoved) return call.c.redirect(path.formVersion(address.family.formId, version), 303)
  const now = await rehearsed(call)
  return now.ok ? rehearsalPage(call, now.value, problem.rehearsalOutdated()) : refuse(call, now.problem, toForms)
}
