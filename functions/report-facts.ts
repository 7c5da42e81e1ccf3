// The facts of a report: for each campaign what the template's blocks need, of the units that the report is about, and nothing else.

import type { CampaignPeriod, CampaignUnit } from '../shared/campaign/campaign.ts'
import { earlierPeriods, previousPeriod } from '../shared/campaign/period.ts'
import { isExpectedIn, placementDay } from '../shared/campaign/placement.ts'
import { formItems } from '../shared/form/form.ts'
import type { CampaignId, UnitId } from '../shared/ids.ts'
import { CannotMake } from '../shared/report/failure.ts'
import { fitsRole } from '../shared/report/fits.ts'
import type { CampaignFacts, EarlierFacts, Owed, RoleFacts, WrittenText } from '../shared/report/input.ts'
import { type Needs, needsOf } from '../shared/report/needs.ts'
import { periodsWithin, type ReportPeriod, shifted, yearEarlier } from '../shared/report/period.ts'
import type { ReportPlan } from '../shared/report/plan.ts'
import type { ReportTemplate } from '../shared/report/template.ts'
import { mergeSummaries, type Summary } from '../shared/summary/summary.ts'
import { withWholes } from '../shared/summary/wholes.ts'
import { readsSingly } from '../shared/survey/survey.ts'
import { repeatFacts } from './repeat-facts.ts'
import { campaignUnitsIn, type ReportScope } from './report-scope.ts'
import { listUnitActions, readSheets } from './store/actions.ts'
import { findCampaign } from './store/campaigns.ts'
import type { Directed, Directory } from './store/directory.ts'
import { foldAtClose, readSummariesOf } from './store/facts.ts'
import { readRound } from './store/responses.ts'
import type { Table } from './store/table.ts'
import { scoreFacts, surveyFacts } from './survey-facts.ts'

type Reading = {
  readonly deps: { readonly table: Table; readonly directory: Directory }
  readonly organisation: Pick<Directed, 'organisation' | 'today' | 'treeOn'>
  /** The units that the report is about. */
  readonly scope: ReportScope
  readonly period: ReportPeriod
  readonly asOf: string
  /** Told before the facts of each campaign are read: how many are, of how many. */
  readonly tell?: (done: number, of: number) => Promise<void>
}

/** By role. Throws where a campaign is missing, or has nothing in the period. */
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

/** A campaign as far as the report is about it. */
type Asked = Pick<CampaignFacts, 'campaign' | 'form' | 'units'>

async function factsOf(reading: Reading, id: CampaignId, needs: Needs): Promise<RoleFacts> {
  const { deps, organisation, period } = reading
  const asked = await askedUnits(reading, id)
  const { campaign, units } = asked
  const parts = await partsOf(reading, asked, period)
  if (parts.length === 0) throw new CannotMake('report.campaign-gone', `Campaign ${id} has no period ${period}`)
  const isMerged = parts.some((one) => one.period.id !== period)
  const unitIds = units.map(({ unitId }) => unitId)
  const periods = parts.map((one) => one.period)
  const isScored = campaign.survey?.scoring !== undefined && (needs.scores || needs.commended.length > 0)
  return {
    ...asked,
    summaries: together(parts),
    ...(isMerged && {
      parts: parts.map((one) => ({ period: one.period.id, summaries: one.summaries })),
      owed: owedIn(organisation, units, parts),
    }),
    ...(await earlierFacts(reading, asked, needs)),
    ...(needs.sheets && { sheets: await readSheets(deps.table, organisation.organisation.id, unitIds) }),
    ...(needs.broken && { broken: await brokenRules(reading, asked, parts) }),
    ...(needs.texts.length > 0 &&
      readsSingly(campaign) && { texts: await textsOf(reading, asked, parts, needs.texts) }),
    ...(needs.survey && campaign.survey && { survey: await surveyFacts(reading, campaign, periods) }),
    ...(isScored && (await scoreFacts(reading, asked, periods, needs))),
    ...(needs.rounds.length > 0 && { rounds: await repeatFacts(deps, asked, periods, needs.rounds) }),
  }
}

async function askedUnits({ deps, organisation, scope }: Reading, id: CampaignId): Promise<Asked> {
  const organisationId = organisation.organisation.id
  const campaign = (await findCampaign(deps.table, organisationId, id))?.campaign
  if (!campaign) throw new CannotMake('report.campaign-gone', `There is no campaign ${id}`)
  const [form, units] = await Promise.all([
    deps.directory.form(organisationId, campaign.form),
    // What an anonymous survey has told is read by survey-facts.ts alone; a report has nothing else of it.
    readsSingly(campaign) ? campaignUnitsIn(deps.table, id, scope) : [],
  ])
  return { campaign, form, units }
}

/** One of the campaign's periods that the report's is made of. */
type Part = { readonly period: CampaignPeriod; readonly summaries: ReadonlyMap<UnitId, Summary> }

/** What the units come to in each of the campaign's periods in a longer one; folded once more where that is due. */
async function partsOf(
  { deps, organisation, scope, asOf }: Reading,
  asked: Asked,
  period: ReportPeriod,
): Promise<Part[]> {
  const { campaign, form, units } = asked
  const parts: Part[] = []
  for (const one of periodsWithin(campaign.periods, period)) {
    if (!readsSingly(campaign)) {
      parts.push({ period: one, summaries: new Map() })
      continue
    }
    await foldAtClose(deps, campaign, one, asOf)
    const singly = scope.isSmall ? units : undefined
    const summaries = await readSummariesOf(deps.table, campaign, form, one.id, singly)
    const tree = organisation.treeOn(placementDay(one.id, organisation.today))
    parts.push({ period: one, summaries: withWholes({ campaign, units, summaries }, tree, one) })
  }
  return parts
}

function together(parts: readonly Part[]): ReadonlyMap<UnitId, Summary> {
  const [first, ...others] = parts
  if (others.length === 0) return first?.summaries ?? new Map()
  const merged = new Map(first?.summaries)
  for (const { summaries } of others)
    for (const [unitId, summary] of summaries) {
      const before = merged.get(unitId)
      merged.set(unitId, before ? mergeSummaries(before, summary) : summary)
    }
  return merged
}

/** What each unit owed in each of the periods, by the tree of that period, and how much of that is there. */
function owedIn(
  { today, treeOn }: Reading['organisation'],
  units: readonly CampaignUnit[],
  parts: readonly Part[],
): ReadonlyMap<UnitId, Owed> {
  const owed = new Map<UnitId, Owed>()
  for (const { period, summaries } of parts) {
    const tree = treeOn(placementDay(period.id, today))
    for (const unit of units) {
      const { unitId, expected } = unit
      if (!isExpectedIn(tree, unit, period)) continue
      const { due, done } = owed.get(unitId) ?? { due: 0, done: 0 }
      const sent = Math.min(expected, summaries.get(unitId)?.responses ?? 0)
      owed.set(unitId, { due: due + expected, done: done + sent })
    }
  }
  return owed
}

/** The same units in the period before, a year ago, and in those that charts go back to. */
async function earlierFacts(
  reading: Reading,
  asked: Asked,
  needs: Needs,
): Promise<Pick<RoleFacts, 'before' | 'yearBefore' | 'history'>> {
  const { period } = reading
  const { periods } = asked.campaign
  const factsIn = async (one: ReportPeriod | undefined): Promise<EarlierFacts | undefined> => {
    const parts = one === undefined ? [] : await partsOf(reading, asked, one)
    return one === undefined || parts.length === 0 ? undefined : { period: one, summaries: together(parts) }
  }
  const own = periods.find(({ id }) => id === period)
  const before = needs.before
    ? await factsIn(own ? previousPeriod(periods, own.id)?.id : shifted(period, -1))
    : undefined
  const yearBefore = needs.yearBefore ? await factsIn(yearEarlier(period)) : undefined
  const history: EarlierFacts[] = []
  for (const { id } of needs.history && own ? earlierPeriods(periods, own.id).slice(-mostHistory) : [])
    history.push({ period: id, summaries: together(await partsOf(reading, asked, id)) })
  return { ...(before && { before }), ...(yearBefore && { yearBefore }), ...(needs.history && own && { history }) }
}

/** Rules that answers of the periods broke and that no correction has mended; a fold has made an action of each. */
async function brokenRules({ deps, organisation }: Reading, { campaign, units }: Asked, parts: readonly Part[]) {
  const org = organisation.organisation.id
  const periods = new Set(parts.map(({ period }) => period.id))
  const ids = units.map(({ unitId }) => unitId)
  const sheets = await readSheets(deps.table, org, ids)
  const concerned = sheets.filter(({ open, confirmed, dropped }) => open.length + confirmed + dropped > 0)
  const broken = []
  for (const { unitId } of concerned)
    for (const { action } of await listUnitActions(deps.table, org, unitId)) {
      const { campaignId, periodId, finding, steps } = action
      const stands = steps.findLast(({ kind }) => kind === 'raised' || kind === 'gone')?.kind === 'raised'
      const isOfReport = campaignId === campaign.id && periods.has(periodId)
      if (isOfReport && finding.kind === 'consistency' && stands) broken.push({ unitId, question: finding.question })
    }
  return broken
}

/** Units whose answers are read at once. */
const atOnce = 16

/** What units wrote, of the responses that count, unit by unit and period by period. Only these questions leave the store. */
async function textsOf(
  { deps }: Reading,
  { campaign, units, form }: Asked,
  parts: readonly Part[],
  questions: readonly string[],
) {
  const known = new Set(formItems(form.form).map(({ key }) => key))
  const texts = new Map(questions.map((key) => [key, [] as WrittenText[]]))
  const rounds = units.flatMap((campaignUnit) =>
    parts
      .filter(({ summaries }) => (summaries.get(campaignUnit.unitId)?.responses ?? 0) > 0)
      .map(({ period }) => ({ campaignUnit, period })),
  )
  for (let start = 0; start < rounds.length; start += atOnce) {
    const read = await Promise.all(
      rounds.slice(start, start + atOnce).map(async ({ campaignUnit, period }) => ({
        unitId: campaignUnit.unitId,
        period: period.id,
        counted: (await readRound(deps.table, { campaign, period, campaignUnit })).counted,
      })),
    )
    for (const { unitId, period, counted } of read)
      for (const { answers } of counted)
        for (const [key, own] of texts) {
          const text = known.has(key) ? answers.get(key) : undefined
          if (typeof text === 'string' && text.trim() !== '') own.push({ unitId, period, text: text.trim() })
        }
  }
  return texts
}
