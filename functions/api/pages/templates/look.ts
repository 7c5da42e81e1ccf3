// What a template is looked at with: a campaign for each role, a period, language and style of the document. All of it stands in
// the address; what doesn't is chosen as well as can be. And the report that comes of it.

import * as v from 'valibot'
import type { Campaign } from '../../../../shared/campaign/campaign.ts'
import { periodSpan } from '../../../../shared/campaign/period.ts'
import { asId, type CampaignId, PeriodId, ReportId, ReportPlanId, type UnitId } from '../../../../shared/ids.ts'
import { Language, localize } from '../../../../shared/language.ts'
import { templateMessages } from '../../../../shared/messages/templates.ts'
import { mayAt, topUnitsFor } from '../../../../shared/organisation/access.ts'
import { isUnder } from '../../../../shared/organisation/unit.ts'
import { fitsRole } from '../../../../shared/report/fits.ts'
import type { ReportPlan } from '../../../../shared/report/plan.ts'
import { PresetId } from '../../../../shared/report/preset-id.ts'
import { questionsFor } from '../../../../shared/report/suggest-template.ts'
import { blocksOf, rolesOf, type TemplateContent } from '../../../../shared/report/template.ts'
import type { Shown } from '../../../../web/pages/templates/preview.tsx'
import { composeBy } from '../../../compose-report.ts'
import { listCampaigns } from '../../../store/campaigns.ts'
import type { SignedInCall } from '../../call.ts'
import { linksFor } from '../report-page.tsx'
import { type Uses, usesOf } from './uses.ts'

export type Look = {
  /** By role: those that fit, and the one that is looked at. */
  readonly roles: readonly {
    readonly key: string
    readonly fitting: readonly Campaign[]
    readonly chosen: Campaign | undefined
  }[]
  /** The periods that all chosen campaigns have, newest first, and the one that is looked at. */
  readonly periods: readonly PeriodId[]
  readonly period: PeriodId | undefined
  readonly language: Language
  readonly preset: PresetId
}

/**
 * The unit that a preview is about: the campaign's, or as much of it as the visitor has reports made of. What a survey of members
 * tells is for those who have reports made of all of it.
 */
function unitFor({ me }: SignedInCall, { unitId, kind }: Campaign): UnitId | undefined {
  if (me.tree.units.has(unitId) && mayAt(me.person, me.tree, 'report.make', unitId)) return unitId
  if (kind === 'member-survey') return undefined
  return topUnitsFor(me.person, me.tree, 'report.make').find((own) => isUnder(me.tree, own, unitId))
}

/** The field of a role's campaign, in forms and in the address. */
export const campaignField = (role: string): string => `c.${role}`

/** The look as an address says it again. */
export const lookQuery = ({ roles, period, language, preset }: Look): Record<string, string> => ({
  ...Object.fromEntries(roles.flatMap(({ key, chosen }) => (chosen ? [[campaignField(key), chosen.id]] : []))),
  ...(period ? { period } : {}),
  language,
  preset,
})

/** Forms that are read to find the campaign that fits best: of more, the indicators decide alone. */
const mostForms = 20

/** How much of what a template names of a role a campaign has. */
async function namedIn(
  call: SignedInCall,
  content: TemplateContent,
  role: string,
  campaign: Campaign,
  readsForm: boolean,
) {
  const blocks = blocksOf(content).filter((block) => rolesOf(block).includes(role))
  const names = blocks.flatMap((block) => [
    ...('indicators' in block ? (block.indicators ?? []) : []),
    ...('indicator' in block ? [block.indicator] : []),
  ])
  const questions = blocks.flatMap((block) => [
    ...('question' in block ? [block.question] : []),
    ...('questions' in block ? (block.questions ?? []) : []),
  ])
  const ids = new Set(campaign.indicators.map(({ id }) => id))
  const found = names.filter((name) => ids.has(name)).length
  if (questions.length === 0 || !readsForm) return found
  const form = await call.deps.directory.findForm(call.me.organisationId, campaign.form)
  const { open, chosen } = form ? questionsFor(form) : { open: [], chosen: [] }
  const keys = new Set([...open, ...chosen].map(({ key }) => key))
  return found + questions.filter((key) => keys.has(key)).length
}

/** The first of those that have most of what the template names; one that another role has taken only where no other is left. */
async function best(
  call: SignedInCall,
  content: TemplateContent,
  role: string,
  fitting: readonly Campaign[],
  taken: ReadonlySet<CampaignId>,
) {
  const scored = await Promise.all(
    fitting.map(async (campaign) => ({
      campaign,
      score:
        (await namedIn(call, content, role, campaign, fitting.length <= mostForms)) -
        (taken.has(campaign.id) ? 1_000 : 0),
    })),
  )
  return scored.reduce<(typeof scored)[number] | undefined>(
    (found, one) => (found && found.score >= one.score ? found : one),
    undefined,
  )?.campaign
}

/** `id`: what plans know the template by. */
export async function lookAt(
  call: SignedInCall,
  { id, content, query, uses }: { id: string; content: TemplateContent; query: URLSearchParams; uses: Uses },
): Promise<Look> {
  const { deps, me, language: own, now } = call
  const reachable = (await listCampaigns(deps.table, me.organisationId)).filter(
    (one) => unitFor(call, one) !== undefined,
  )
  const plan = usesOf(uses, id).find(({ unitId }) => mayAt(me.person, me.tree, 'report.make', unitId))?.plan
  const taken = new Set<CampaignId>()
  const roles: Look['roles'][number][] = []
  for (const role of content.roles) {
    const fitting = reachable.filter((one) => fitsRole(role, one))
    const asked = query.get(campaignField(role.key)) ?? plan?.campaigns[role.key]
    const chosen = fitting.find((one) => one.id === asked) ?? (await best(call, content, role.key, fitting, taken))
    if (chosen) taken.add(chosen.id)
    roles.push({ key: role.key, fitting, chosen })
  }
  const chosen = roles.flatMap((role) => role.chosen ?? [])
  const [first, ...others] = chosen
  const inAll = (first?.periods ?? [])
    .filter(({ id: period }) => others.every(({ periods }) => periods.some((one) => one.id === period)))
    .toSorted((a, b) => (periodSpan(a.id).start < periodSpan(b.id).start ? 1 : -1))
  const period = v.safeParse(PeriodId, query.get('period'))
  const [language, preset] = [v.safeParse(Language, query.get('language')), v.safeParse(PresetId, query.get('preset'))]
  return {
    roles,
    periods: inAll.map((one) => one.id),
    period:
      inAll.find((one) => period.success && one.id === period.output)?.id ??
      inAll.find(({ opensAt }) => Date.parse(opensAt) <= Date.parse(now))?.id ??
      inAll.at(-1)?.id,
    language: language.success ? language.output : (plan?.language ?? own),
    preset: preset.success ? preset.output : (plan?.preset ?? first?.report?.preset ?? 'party-2018'),
  }
}

/** The letterhead that the campaign's report has; else what can be said of the unit. */
function frameFor(
  { me, language }: SignedInCall,
  unitId: UnitId,
  campaign: Campaign | undefined,
): Pick<ReportPlan, 'header' | 'recipients' | 'sign'> {
  const m = templateMessages[language].preview
  if (campaign?.report) {
    const { header, recipients, sign } = campaign.report
    return { header, recipients, sign }
  }
  const unit = me.tree.units.get(unitId)
  const above = unit?.parentId ? me.tree.units.get(unit.parentId)?.name : undefined
  return {
    header: {
      bodyAbove: (above ?? localize(me.organisation.name, language)).toLocaleUpperCase('vi').slice(0, 200),
      body: (unit?.name ?? unitId).toLocaleUpperCase('vi').slice(0, 200),
      documentSymbol: '',
      place: m.place,
    },
    recipients: [m.recipient],
    sign: { authority: null, post: m.post },
  }
}

/** The report that the content would make now; nothing of it is kept. */
export async function shownBy(call: SignedInCall, id: string, content: TemplateContent, look: Look): Promise<Shown> {
  const { deps, me } = call
  if (look.roles.some(({ fitting }) => fitting.length === 0)) return { is: 'no-campaign' }
  const [first] = look.roles.flatMap(({ chosen }) => chosen ?? [])
  if (!first || look.roles.some(({ chosen }) => !chosen)) return { is: 'choose' }
  const unitId = unitFor(call, first)
  const { period } = look
  if (!unitId || !period) return { is: 'no-period' }
  const plan: ReportPlan = {
    id: asId(ReportPlanId, 'preview'),
    organisationId: me.organisationId,
    title: content.name,
    language: look.language,
    preset: look.preset,
    ...frameFor(call, unitId, first),
    unitId,
    scope: 'whole',
    every: 'period',
    schedule: { kind: 'by-hand' },
    since: call.now,
    template: id,
    campaigns: Object.fromEntries(look.roles.flatMap(({ key, chosen }) => (chosen ? [[key, chosen.id]] : []))),
  }
  const report = { id: asId(ReportId, 'preview'), organisationId: me.organisationId, unitId, periodId: period }
  const document = await composeBy(deps, { id, version: 1, ...content }, plan, report)
  if (document.blocks.length === 0) return { is: 'nothing' }
  return { is: 'document', document, hrefOf: await linksFor(call, document) }
}
