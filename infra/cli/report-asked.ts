// What somebody asks `report make` for, found in a home's data: the plan by which a campaign is reported, a period and a unit.

import * as v from 'valibot'
import { openPatternsFor } from '../../functions/patterns.ts'
import { listCampaignUnits } from '../../functions/store/campaigns.ts'
import { openDirectory } from '../../functions/store/directory.ts'
import { listOrganisations } from '../../functions/store/organisation.ts'
import { plansAndCampaigns } from '../../functions/store/report-plans.ts'
import type { Campaign } from '../../shared/campaign/campaign.ts'
import { placementDay } from '../../shared/campaign/placement.ts'
import { type LocalText, localize } from '../../shared/language.ts'
import type { ReportMakeMessages } from '../../shared/messages/report-make.ts'
import { isUnder, type Unit, unitIn } from '../../shared/organisation/unit.ts'
import { campaignOfPlan } from '../../shared/report/campaign-plan.ts'
import { periodsWithin, ReportPeriod } from '../../shared/report/period.ts'
import type { ReportPlan } from '../../shared/report/plan.ts'
import { StartProblem } from '../local/start-problem.ts'
import type { Source } from './report-files.ts'

/**
 * As it was typed: a campaign or report plan by id or title, a unit by code or id, a period of the campaigns or a longer one that
 * holds some of theirs.
 */
export type Asked = { readonly campaign: string; readonly unit: string; readonly period: string }

export type Found = { readonly plan: ReportPlan; readonly period: ReportPeriod; readonly unit: Unit }

/** Throws a StartProblem that says what there is not. */
export async function findAsked(source: Source, asked: Asked, words: ReportMakeMessages): Promise<Found> {
  const period = v.safeParse(ReportPeriod, asked.period)
  if (!period.success) throw new StartProblem(words.noPeriod(asked.period))
  const known: Known = { plans: [], campaigns: [] }
  for (const organisation of await listOrganisations(source.table)) {
    const { plans, campaigns } = await plansAndCampaigns(source.table, organisation)
    known.plans.push(...plans)
    known.campaigns.push(...campaigns)
  }
  const plan = planNamed(known, asked.campaign, words)
  const campaigns = known.campaigns.filter(({ id }) => Object.values(plan.campaigns).includes(id))
  for (const { title, periods } of campaigns)
    if (periodsWithin(periods, period.output).length === 0)
      throw new StartProblem(words.noPeriodIn(title.vi, period.output))
  const unit = await unitNamed(source, plan, campaigns, period.output, asked.unit, words)
  return { plan, period: period.output, unit }
}

type Known = { readonly plans: ReportPlan[]; readonly campaigns: Campaign[] }

const plain = (text: string) => text.normalize('NFC').trim().toLocaleLowerCase('vi')

const isNamed = (text: string, { id, title }: { readonly id: string; readonly title: LocalText }): boolean =>
  id === text || [title.vi, title.en].some((one) => one !== undefined && plain(one) === plain(text))

const listed = (head: string, all: readonly { readonly id: string; readonly title: LocalText }[]): string =>
  [head, ...all.map(({ id, title }) => `  ${id}  ${localize(title, 'vi')}`)].join('\n')

/** A campaign's own report comes before those that it is only a part of. */
function planNamed({ plans, campaigns }: Known, text: string, words: ReportMakeMessages): ReportPlan {
  const named = plans.filter((plan) => isNamed(text, plan))
  const found = campaigns.filter((campaign) => isNamed(text, campaign))
  const own = plans.filter(({ id }) => found.some((campaign) => campaignOfPlan(id) === campaign.id))
  const parts = plans.filter(({ campaigns: of }) => found.some(({ id }) => Object.values(of).includes(id)))
  const [plan, ...others] = [named, own, parts].find(({ length }) => length > 0) ?? []
  if (plan && others.length > 0) throw new StartProblem(listed(words.several(text), [plan, ...others]))
  if (plan) return plan
  if (found[0]) throw new StartProblem(words.noReport(found[0].title.vi))
  const all = [...campaigns, ...plans.filter(({ id }) => campaignOfPlan(id) === undefined)]
  const none = words.noCampaign(text)
  throw new StartProblem(all.length === 0 ? none : listed(`${none} ${words.known}`, all))
}

/** In the tree of the day by which the period's answers are placed, as the report has it. */
async function unitNamed(
  { table, now }: Source,
  plan: ReportPlan,
  campaigns: readonly Campaign[],
  period: ReportPeriod,
  code: string,
  words: ReportMakeMessages,
): Promise<Unit> {
  const { today, treeOn } = await openDirectory(table, openPatternsFor).organisation(plan.organisationId, now)
  const tree = treeOn(placementDay(period, today))
  const unit = [...tree.units.values()].find((one) => one.code === code || one.id === code)
  if (!unit) throw new StartProblem(words.noUnit(code))
  if (!isUnder(tree, unit.id, plan.unitId))
    throw new StartProblem(words.unitElsewhere(unit.name, unitIn(tree, plan.unitId)?.name ?? plan.unitId))
  for (const { id } of campaigns)
    if ((await listCampaignUnits(table, id)).some(({ unitId }) => isUnder(tree, unitId, unit.id))) return unit
  throw new StartProblem(words.unitNotAsked(unit.name))
}
