// The facts of a report: for each campaign what the template's blocks need, and nothing else.

import { findPeriod } from '../shared/campaign/campaign.ts'
import { placementDay } from '../shared/campaign/placement.ts'
import { earlierPeriods, previousPeriod, yearBefore } from '../shared/campaign/period.ts'
import { formItems } from '../shared/form/form.ts'
import type { CampaignId, OrganisationId, PeriodId } from '../shared/ids.ts'
import { CannotMake } from '../shared/report/failure.ts'
import { fitsRole } from '../shared/report/fits.ts'
import type { CampaignFacts, EarlierFacts, RoleFacts } from '../shared/report/input.ts'
import { type Needs, needsOf } from '../shared/report/needs.ts'
import type { ReportPlan } from '../shared/report/plan.ts'
import type { ReportTemplate } from '../shared/report/template.ts'
import { withWholes } from '../shared/summary/wholes.ts'
import { readsSingly } from '../shared/survey/survey.ts'
import { repeatFacts } from './repeat-facts.ts'
import { listUnitActions, readSheets } from './store/actions.ts'
import { findCampaign } from './store/campaigns.ts'
import type { Directory } from './store/directory.ts'
import { foldAtClose, readFacts } from './store/facts.ts'
import { readRound } from './store/responses.ts'
import type { Table } from './store/table.ts'
import { scoreFacts, surveyFacts } from './survey-facts.ts'

type Reading = {
  readonly deps: { readonly table: Table; readonly directory: Directory }
  readonly organisationId: OrganisationId
  readonly period: PeriodId
  readonly asOf: string
  /** Told before the facts of each campaign are read: how many are, of how many. */
  readonly tell?: (done: number, of: number) => Promise<void>
}

/** By role. Throws where a campaign is missing, or hasn't the period. */
export async function reportFacts(
  reading: Reading,
  template: ReportTemplate,
  plan: ReportPlan,
): Promise<Record<string, RoleFacts>> {
  const facts: Record<string, RoleFacts> = {}
  const wanted = [...needsOf(template)]
  for (const [done, [role, needs]] of wanted.entries()) {
    const campaign = plan.campaigns[role]
    const known = template.roles.find(({ key }) => key === role)
    if (!campaign || !known)
      throw new CannotMake('report.campaign-gone', `Report plan ${plan.id} has no campaign for ${role}`)
    await reading.tell?.(done, wanted.length)
    const found = await factsOf(reading, campaign, needs)
    // What reads answers unit by unit gets no anonymous or open survey.
    if (!readsSingly(found.campaign) && !fitsRole(known, found.campaign))
      throw new Error(`Campaign ${campaign} can not be ${role} of ${template.id}`)
    facts[role] = found
  }
  return facts
}

/** With the report's own period a year of months. */
const mostHistory = 11

async function factsOf(reading: Reading, id: CampaignId, needs: Needs): Promise<RoleFacts> {
  const { deps, organisationId, period } = reading
  const facts = await campaignFacts(reading, id, period)
  const { campaign, units } = facts
  const earlier = async (found: { readonly id: PeriodId } | undefined): Promise<EarlierFacts | undefined> =>
    found && { period: found.id, summaries: (await campaignFacts(reading, id, found.id)).summaries }
  const before = needs.before ? await earlier(previousPeriod(campaign.periods, period)) : undefined
  const ago = needs.yearBefore ? await earlier(findPeriod(campaign, yearBefore(period))) : undefined
  const history: EarlierFacts[] = []
  for (const { id: past } of needs.history ? earlierPeriods(campaign.periods, period).slice(-mostHistory) : [])
    history.push({ period: past, summaries: (await campaignFacts(reading, id, past)).summaries })
  const unitIds = units.map(({ unitId }) => unitId)
  const periods = campaign.periods.filter((one) => one.id === period)
  const isScored = campaign.survey?.scoring !== undefined && (needs.scores || needs.commended.length > 0)
  return {
    ...facts,
    ...(before && { before }),
    ...(ago && { yearBefore: ago }),
    ...(needs.history && { history }),
    ...(needs.sheets && { sheets: await readSheets(deps.table, organisationId, unitIds) }),
    ...(needs.broken && { broken: await brokenRules(reading, facts) }),
    ...(needs.texts.length > 0 && readsSingly(campaign) && { texts: await textsOf(reading, facts, needs.texts) }),
    ...(needs.survey && campaign.survey && { survey: await surveyFacts(reading, campaign, periods) }),
    ...(isScored && (await scoreFacts(reading, facts, periods, needs))),
    ...(needs.rounds.length > 0 && { rounds: await repeatFacts(deps, facts, periods, needs.rounds) }),
  }
}

/** What a campaign comes to in a period; folded once more where that is due. */
async function campaignFacts(
  { deps, organisationId, asOf }: Reading,
  id: CampaignId,
  periodId: PeriodId,
): Promise<CampaignFacts> {
  const campaign = (await findCampaign(deps.table, organisationId, id))?.campaign
  const period = campaign && findPeriod(campaign, periodId)
  if (!campaign || !period) throw new CannotMake('report.campaign-gone', `Campaign ${id} has no period ${periodId}`)
  // What an anonymous survey has told is read by survey-facts.ts alone; a report has nothing else of it.
  if (!readsSingly(campaign)) {
    const form = await deps.directory.form(organisationId, campaign.form)
    return { campaign, form, units: [], summaries: new Map() }
  }
  await foldAtClose(deps, campaign, period, asOf)
  const { facts } = await readFacts(deps, campaign, periodId)
  if (!campaign.indicators.some(({ measure }) => measure.kind === 'rate')) return facts
  const { today, treeOn } = await deps.directory.organisation(organisationId, asOf)
  return { ...facts, summaries: withWholes(facts, treeOn(placementDay(periodId, today)), period) }
}

/** Rules that answers of the period broke and that no correction has mended; a fold has made an action of each. */
async function brokenRules({ deps, organisationId, period }: Reading, { campaign, units }: CampaignFacts) {
  const ids = units.map(({ unitId }) => unitId)
  const sheets = await readSheets(deps.table, organisationId, ids)
  const concerned = sheets.filter(({ open, confirmed, dropped }) => open.length + confirmed + dropped > 0)
  const broken = []
  for (const { unitId } of concerned)
    for (const { action } of await listUnitActions(deps.table, organisationId, unitId)) {
      const { campaignId, periodId, finding, steps } = action
      const stands = steps.findLast(({ kind }) => kind === 'raised' || kind === 'gone')?.kind === 'raised'
      if (campaignId === campaign.id && periodId === period && finding.kind === 'consistency' && stands)
        broken.push({ unitId, question: finding.question })
    }
  return broken
}

/** Units whose answers are read at once. */
const atOnce = 16

/** What units wrote, of the responses that count. Only these questions leave the store. */
async function textsOf({ deps, period }: Reading, facts: CampaignFacts, questions: readonly string[]) {
  const { campaign, units, form, summaries } = facts
  const known = new Set(formItems(form.form).map(({ key }) => key))
  const texts = new Map(
    questions.map((key) => [key, [] as { unitId: (typeof units)[number]['unitId']; text: string }[]]),
  )
  const sent = units.filter(({ unitId }) => (summaries.get(unitId)?.responses ?? 0) > 0)
  const round = findPeriod(campaign, period)
  if (!round) return texts
  for (let start = 0; start < sent.length; start += atOnce) {
    const rounds = await Promise.all(
      sent.slice(start, start + atOnce).map(async (campaignUnit) => ({
        unitId: campaignUnit.unitId,
        counted: (await readRound(deps.table, { campaign, period: round, campaignUnit })).counted,
      })),
    )
    for (const { unitId, counted } of rounds)
      for (const { answers } of counted)
        for (const [key, own] of texts) {
          const text = known.has(key) ? answers.get(key) : undefined
          if (typeof text === 'string' && text.trim() !== '') own.push({ unitId, text: text.trim() })
        }
  }
  return texts
}
