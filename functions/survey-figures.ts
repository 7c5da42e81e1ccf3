// What a period of a survey comes to, from all of its answers, read consistently: of an anonymous or open one worked out once,
// to be released (seal.ts); of a named one whenever somebody looks, as its answers are scored and corrected after the close.

import { unitBuckets } from '../shared/campaign/bucket.ts'
import { type Campaign, type CampaignPeriod, enterUnit } from '../shared/campaign/campaign.ts'
import type { Answers } from '../shared/form/answers.ts'
import type { UnitId } from '../shared/ids.ts'
import { dayOf } from '../shared/organisation/day.ts'
import type { UnitTree } from '../shared/organisation/unit.ts'
import { type Branch, branchOf, placedUnder } from '../shared/survey/branch.ts'
import { type Invited, ratesOf } from '../shared/survey/rates.ts'
import { type Release, releaseOf } from '../shared/survey/results.ts'
import { emptyTally, type PlaceTally, surveyQuestions, tallyAnswers } from '../shared/survey/tally.ts'
import { listCampaignUnits } from './store/campaigns.ts'
import type { Directory } from './store/directory.ts'
import { findPlacement, listInvitations } from './store/invitations.ts'
import { readBucket, readRound } from './store/responses.ts'
import type { Table } from './store/table.ts'
import { roundOf } from './submit/member.ts'
import { invitedIn } from './survey-rate.ts'

type FiguresDeps = {
  readonly table: Table
  readonly directory: Directory
  /** ISO 8601, UTC. */
  readonly now: () => string
}

type AnswersAt = { readonly unitId: UnitId; readonly answers: readonly Answers[] }

/** The release of a period that is over. Throws where nobody has closed it. */
export async function workedOut(deps: FiguresDeps, campaign: Campaign, period: CampaignPeriod): Promise<Release> {
  if (period.closesAt === null) throw new Error(`Campaign ${campaign.id}: ${period.id} is not to be released`)
  const found = await placedAnswers(deps.table, campaign, period)
  return figuresOf(deps, { campaign, periods: [period], at: period.closesAt }, found)
}

/** So many units are read while somebody waits for the page; those of more are in the table of answers and its export. */
export const mostLiveUnits = 500

/**
 * The figures of a named survey's periods together as they stand, with the last one's units; undefined where it has more units
 * than are read for one page. Throws without a period.
 */
export async function liveFigures(
  deps: FiguresDeps,
  campaign: Campaign,
  periods: readonly CampaignPeriod[],
): Promise<Release | undefined> {
  const now = deps.now()
  const closesAt = periods.at(-1)?.closesAt ?? null
  const at = closesAt !== null && closesAt < now ? closesAt : now
  const found = await namedAnswers(deps.table, campaign, periods)
  return found && figuresOf(deps, { campaign, periods, at }, found)
}

/** `at`: the moment whose units they are, ISO 8601. */
async function figuresOf(
  deps: FiguresDeps,
  of: { readonly campaign: Campaign; readonly periods: readonly CampaignPeriod[]; readonly at: string },
  found: readonly AnswersAt[],
): Promise<Release> {
  const { campaign, periods } = of
  const { survey, id, organisationId, form } = campaign
  const last = periods.at(-1)
  if (!survey || !last) throw new Error(`Campaign ${id} is no survey, or no period of it was asked for`)
  const { organisation } = await deps.directory.organisation(organisationId, deps.now())
  const tree = await deps.directory.treeOn(organisationId, dayOf(of.at, organisation.timeZone))
  const placeOf = (unit: UnitId): UnitId => placedUnder(tree, unit, campaign.unitId)
  const questions = surveyQuestions(await deps.directory.form(organisationId, form), survey.breakdowns)

  const places = new Map<UnitId, PlaceTally>()
  for (const { unitId, answers } of found) {
    const tally = places.get(placeOf(unitId)) ?? emptyTally()
    places.set(placeOf(unitId), tally)
    for (const one of answers) tallyAnswers(tally, questions, one)
  }

  const invited = new Map<UnitId, Invited>()
  for (const period of periods) {
    const invitations = survey.way === 'open' ? [] : await listInvitations(deps.table, id, roundOf(survey, period))
    for (const [unit, own] of invitedIn(invitations, period.id, placeOf)) {
      const before = invited.get(unit) ?? { invited: 0, answered: 0 }
      invited.set(unit, { invited: before.invited + own.invited, answered: before.answered + own.answered })
    }
  }

  const top = branchOf(tree, campaign.unitId, new Set([...places.keys(), ...invited.keys()]))
  return releaseOf({
    ...{ campaign: id, period: last.id, way: survey.way, form, top, survey: questions, places },
    units: unitsOf(tree, top, null),
    rates: ratesOf(top, invited, survey.way === 'anonymous'),
  })
}

const unitsAtOnce = 25

/** What a named survey's periods came to, unit by unit, as its figures count them; undefined where it has too many units. */
async function namedAnswers(
  table: Table,
  campaign: Campaign,
  periods: readonly CampaignPeriod[],
): Promise<readonly AnswersAt[] | undefined> {
  const units = await listCampaignUnits(table, campaign.id)
  if (units.length > mostLiveUnits) return undefined
  const found: AnswersAt[] = []
  for (const period of periods)
    for (let done = 0; done < units.length; done += unitsAtOnce) {
      const some = units.slice(done, done + unitsAtOnce).map(async (campaignUnit) => {
        const { counted } = await readRound(table, { campaign, period, campaignUnit })
        return { unitId: campaignUnit.unitId, answers: counted.map(({ answers }) => answers) }
      })
      found.push(...(await Promise.all(some)))
    }
  return found
}

/** What an anonymous or open survey's period came to, by the unit that it is kept at. */
async function placedAnswers(
  table: Table,
  { id, survey, unitId: top }: Campaign,
  period: CampaignPeriod,
): Promise<readonly AnswersAt[]> {
  if (!survey) throw new Error(`Campaign ${id} is no survey`)
  const { places } = (await findPlacement(table, id, roundOf(survey, period))) ?? { places: [] }
  // Whoever was invited late, where nobody had been, is kept at the top.
  const isTopKept = places.some(({ unitId }) => unitId === top)
  const found: AnswersAt[] = []
  for (const { unitId, invited } of isTopKept ? places : [...places, { unitId: top, invited: 1 }]) {
    const buckets = unitBuckets(id, period.id, enterUnit(unitId, Math.max(1, invited)))
    for (const bucket of buckets)
      found.push({ unitId, answers: (await readBucket(table, bucket)).map(({ answers }) => answers) })
  }
  return found
}

const unitsOf = (tree: UnitTree, { id, children }: Branch, parent: UnitId | null): Release['units'] => [
  { id, name: tree.units.get(id)?.name ?? id, parent },
  ...children.flatMap((child) => unitsOf(tree, child, id)),
]
