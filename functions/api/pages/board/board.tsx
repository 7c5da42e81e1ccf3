// The progress board: every figure of it is counted from one set of summaries, read once, correct to the last acknowledged
// answer within what a page may fold.

import { type ActionCounts, countsByUnit } from '../../../../shared/action/sheet.ts'
import { type Board, type BoardPeriod, boardOf, fullness } from '../../../../shared/campaign/board.ts'
import {
  type Campaign,
  type CampaignPeriod,
  type CampaignUnit,
  periodState,
} from '../../../../shared/campaign/campaign.ts'
import { placementDay } from '../../../../shared/campaign/placement.ts'
import { decimalText } from '../../../../shared/form/decimal.ts'
import type { UnitId } from '../../../../shared/ids.ts'
import { targetSign, valueText } from '../../../../shared/messages/indicator.ts'
import { mayAt, topUnitsFor } from '../../../../shared/organisation/access.ts'
import { isUnder, lineOf, subtreeOf, type Unit, unitIn } from '../../../../shared/organisation/unit.ts'
import { type Problem, problem } from '../../../../shared/problems.ts'
import { fail, ok, type Result } from '../../../../shared/result.ts'
import {
  emptyTally,
  type Indicator,
  indicatorValue,
  meetsTarget,
  type Tally,
} from '../../../../shared/summary/indicator.ts'
import { sparkline } from '../../../../shared/summary/sparkline.ts'
import { withWholes } from '../../../../shared/summary/wholes.ts'
import { BoardPage } from '../../../../web/pages/board/board-page.tsx'
import type { BoardIndicator, BoardLook } from '../../../../web/pages/board/board-props.ts'
import { findCampaign, listCampaignUnits } from '../../../store/campaigns.ts'
import { rulesOf } from '../../../store/facts.ts'
import { readPeriodSummaries } from '../../../store/fold.ts'
import { campaignParam } from '../../address.ts'
import { pageContext, type SignedInCall } from '../../call.ts'
import { refuse } from '../../problem-response.tsx'
import { pageLimits } from '../../progress.ts'
import { sheetsUnder } from '../actions/find.ts'
import { readLook, type ShownPeriods, shownPeriods } from './look.ts'

/** Rows on one page; missing units that are named. */
const pageSize = 100
const mostMissing = 300

type Found = { readonly campaign: Campaign; readonly unit: Unit; readonly tops: readonly UnitId[] }

/** The campaign, and the unit to look at: the one asked for, else the campaign's, else the visitor's. */
async function find(call: SignedInCall, look: BoardLook): Promise<Result<Found, Problem>> {
  const { deps, c, me } = call
  const id = campaignParam(c)
  const campaign = id && (await findCampaign(deps.table, me.organisationId, id))?.campaign
  if (!campaign) return fail(problem.campaignUnknown())
  const tops = topUnitsFor(me.person, me.tree, 'progress.read')
  const mayRead = (unit: UnitId) => mayAt(me.person, me.tree, 'progress.read', unit)
  const chosen = look.unit ?? (mayRead(campaign.unitId) ? campaign.unitId : tops[0])
  const unit = chosen && unitIn(me.tree, chosen)
  if (!unit) return fail(problem.unitUnknown())
  return mayRead(unit.id) ? ok({ campaign, unit, tops }) : fail(problem.unitNotYours())
}

export async function showBoard(call: SignedInCall): Promise<Response> {
  const look = readLook(new URL(call.c.req.url).searchParams)
  const found = await find(call, look)
  if (!found.ok) return refuse(call, found.problem)
  const { campaign, unit, tops } = found.value
  const { deps, me, now } = call
  const units = await listCampaignUnits(deps.table, campaign.id)
  const shown = shownPeriods(campaign, look, units.length, now)
  const { periods, recounting } = await readPeriods(call, campaign, units, shown.periods)
  const mayRead = (id: UnitId) => tops.some((top) => isUnder(me.tree, id, top))
  const board = boardOf(periods, units, { top: unit.id, level: look.level, mayRead })
  // Folding raises actions: their sheets are read after it.
  const actions = await readActions(call, campaign, unit)
  return call.c.html(page(call, { campaign, unit, tops, units, actions }, look, shown, board, recounting))
}

/**
 * What this campaign raised and is not over yet, for each unit with all under it by today's tree, from the units' sheets;
 * undefined where there is nothing.
 */
async function readActions(
  call: SignedInCall,
  campaign: Campaign,
  unit: Unit,
): Promise<ReadonlyMap<UnitId, ActionCounts> | undefined> {
  if (campaign.kind === 'member-survey') return undefined
  const sheets = await sheetsUnder(call, [unit.id])
  const raised = sheets.map((sheet) => ({
    ...sheet,
    open: sheet.open.filter(({ campaignId }) => campaignId === campaign.id),
  }))
  const some = raised.filter(({ open }) => open.length > 0)
  return some.length > 0 ? countsByUnit(call.me.tree, some, call.me.today) : undefined
}

/** Read side by side; what may be folded on the way is shared out among them. */
async function readPeriods(
  { deps, me }: SignedInCall,
  campaign: Campaign,
  units: readonly CampaignUnit[],
  shown: readonly CampaignPeriod[],
): Promise<{ periods: BoardPeriod[]; recounting: number }> {
  const form = await deps.directory.form(campaign.organisationId, campaign.form)
  const rules = rulesOf(campaign, form)
  const { buckets, isLate } = pageLimits()
  const limits = { buckets: Math.ceil(buckets / shown.length), isLate }
  const read = await Promise.all(
    shown.map(async (period) => {
      const scope = { campaignId: campaign.id, periodId: period.id }
      const { summaries, recounting } = await readPeriodSummaries(deps.table, rules, scope, limits)
      const tree = me.treeOn(placementDay(period.id, me.today))
      return { ...period, tree, summaries: withWholes({ campaign, units, summaries }, tree, period), recounting }
    }),
  )
  return { periods: read, recounting: read.reduce((sum, one) => sum + one.recounting, 0) }
}

type Known = Found & {
  readonly units: readonly CampaignUnit[]
  readonly actions: ReadonlyMap<UnitId, ActionCounts> | undefined
}

function page(
  call: SignedInCall,
  { campaign, unit, tops, units, actions }: Known,
  look: BoardLook,
  { periods, focus, cut }: ShownPeriods,
  board: Board,
  recounting: number,
) {
  const { me, now, language } = call
  const at = periods.indexOf(focus)
  const line = lineOf(me.tree, unit.id).flatMap((id) => unitIn(me.tree, id) ?? [])
  const inSight = line.filter(({ id }) => tops.some((top) => isUnder(me.tree, id, top)))
  const rows = look.order === 'rate' ? board.rows.toSorted((a, b) => shareOf(a, at) - shareOf(b, at)) : board.rows
  const first = Math.min(look.page - 1, Math.max(0, Math.ceil(rows.length / pageSize) - 1)) * pageSize
  // What members say is shown together, and only once it can't be traced to a few.
  const isShown = campaign.kind !== 'member-survey'
  const missing = board.missing[at] ?? []
  return (
    <BoardPage
      context={pageContext(call)}
      campaign={campaign}
      look={{ ...look, unit: unit.id }}
      line={inSight.reverse()}
      others={tops
        .filter((id) => id !== unit.id)
        .flatMap((id) => me.tree.units.get(id) ?? [])
        .filter(({ id }) => !isUnder(me.tree, unit.id, id))}
      levels={levelsBelow(call, unit.id)}
      periods={periods.map((period) => ({ id: period.id, state: periodState(period, now) }))}
      focus={at}
      cut={cut === undefined ? undefined : { periods: cut, units: units.length }}
      allPeriods={campaign.periods.map(({ id }) => id)}
      asOf={now}
      recounting={recounting}
      rows={rows.slice(first, first + pageSize)}
      shownRows={{ first, all: rows.length, pageSize }}
      total={board.total}
      actions={actions}
      indicators={isShown ? campaign.indicators.map((one) => indicatorLine(one, board.tallies, at, language)) : []}
      missing={missing.slice(0, mostMissing)}
      moreMissing={Math.max(0, missing.length - mostMissing)}
      mayOpenAnswers={isShown}
      mayRemind={mayAt(me.person, me.tree, 'campaign.manage', campaign.unitId)}
      mayPrint={isShown && mayAt(me.person, me.tree, 'response.export', unit.id)}
    />
  )
}

/** What a row is sorted by: rows that nothing is expected of come last. */
function shareOf({ cells }: Board['rows'][number], at: number): number {
  const cell = cells[at]
  return !cell || cell.expected === 0 ? 2 : fullness(cell) === 4 ? 1 : cell.done / cell.expected
}

/** The levels of the units below, in the order in which they come. */
function levelsBelow({ me }: SignedInCall, top: UnitId): string[] {
  const below = subtreeOf(me.tree, top).slice(1)
  return [...new Set(below.flatMap((id) => me.tree.units.get(id)?.level ?? []))]
}

function indicatorLine(
  indicator: Indicator,
  tallies: readonly ReadonlyMap<string, Tally>[],
  at: number,
  language: SignedInCall['language'],
): BoardIndicator {
  const own = tallies.map((of) => of.get(indicator.id) ?? emptyTally)
  const tally = own[at] ?? emptyTally
  // Oldest first: a line is read from left to right.
  const values = own.map((one) => numberOf(indicator, one)).reverse()
  const target = indicator.target && Number(indicator.target.value)
  return {
    id: indicator.id,
    name: indicator.name,
    value: valueText(indicator, tally, language),
    target: targetSign(indicator, language) || undefined,
    met: meetsTarget(indicator, tally),
    texts: own.map((one) => valueText(indicator, one, language)),
    line: sparkline(values, target),
  }
}

/** For drawing alone: what is printed stays exact. */
function numberOf(indicator: Indicator, tally: Tally): number | undefined {
  const value = indicatorValue(indicator, tally)
  return value && Number(decimalText(value))
}
