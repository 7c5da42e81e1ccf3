// What the parts of the progress board are told, and where they lead.

import type { ActionCounts } from '../../../shared/action/sheet.ts'
import type { BoardCell, BoardRow, MissingUnit } from '../../../shared/campaign/board.ts'
import type { Campaign, PeriodState } from '../../../shared/campaign/campaign.ts'
import type { PeriodId, UnitId } from '../../../shared/ids.ts'
import type { LocalText } from '../../../shared/language.ts'
import type { Unit } from '../../../shared/organisation/unit.ts'
import { path } from '../../../shared/paths.ts'
import type { Sparkline } from '../../../shared/summary/sparkline.ts'
import type { PageContext } from '../context.ts'

/** What the address says. `page`: from 1. */
export type BoardLook = {
  readonly unit: UnitId | undefined
  readonly level: string | undefined
  readonly from: PeriodId | undefined
  readonly to: PeriodId | undefined
  readonly focus: PeriodId | undefined
  readonly order: 'tree' | 'rate'
  readonly page: number
}

export type BoardIndicator = {
  readonly id: string
  readonly name: LocalText
  /** In the period that is looked at; undefined where nothing was answered. */
  readonly value: string | undefined
  readonly target: string | undefined
  readonly met: boolean | null
  /** By period, newest first. */
  readonly texts: readonly (string | undefined)[]
  readonly line: Sparkline | undefined
}

export type BoardPageProps = {
  readonly context: PageContext
  readonly campaign: Pick<Campaign, 'id' | 'title' | 'kind'>
  readonly look: BoardLook & { readonly unit: UnitId }
  /** From the highest unit in sight down to the one that is looked at. */
  readonly line: readonly Unit[]
  /** Other units that the visitor may look at. */
  readonly others: readonly Unit[]
  readonly levels: readonly string[]
  /** Newest first. */
  readonly periods: readonly { readonly id: PeriodId; readonly state: PeriodState }[]
  /** Which of them is looked at closely. */
  readonly focus: number
  /** Fewer periods than were asked for: the campaign has too many units. */
  readonly cut: { readonly periods: number; readonly units: number } | undefined
  readonly allPeriods: readonly PeriodId[]
  /** ISO 8601, UTC. */
  readonly asOf: string
  readonly recounting: number
  readonly rows: readonly BoardRow[]
  readonly shownRows: { readonly first: number; readonly all: number; readonly pageSize: number }
  readonly total: readonly (BoardCell | undefined)[]
  /** What the campaign raised, by unit with all under it, today; undefined where there is nothing to put right. */
  readonly actions: ReadonlyMap<UnitId, ActionCounts> | undefined
  readonly indicators: readonly BoardIndicator[]
  readonly missing: readonly MissingUnit[]
  readonly moreMissing: number
  readonly mayOpenAnswers: boolean
  readonly mayRemind: boolean
  readonly mayPrint: boolean
}

/** The same board of another unit: filters stay, the place in the list doesn't. */
export const boardHref = (
  { campaign, look }: Pick<BoardPageProps, 'campaign' | 'look'>,
  change: Partial<BoardLook>,
): string => {
  const { unit, level, from, to, focus, order, page } = { ...look, page: 1, ...change }
  return path.board(campaign.id, {
    unit: unit ?? '',
    level: level ?? '',
    from: from ?? '',
    to: to ?? '',
    period: focus ?? '',
    order: order === 'rate' ? 'rate' : '',
    page: page > 1 ? String(page) : '',
  })
}

/** The actions behind a count: of this campaign, at the unit and below it. */
export const actionsHref = (
  { campaign }: Pick<BoardPageProps, 'campaign'>,
  unit: UnitId,
  unitText: string,
  state?: 'open' | 'late' | 'done',
): string =>
  path.actions(
    new URLSearchParams({
      unit: unitText,
      'unit.id': unit,
      'unit.asked': unitText,
      campaign: campaign.id,
      ...(state ? { state } : {}),
    }),
  )

/** What stands in a cell beside its rate, where there is any of it. */
export const cellParts = ['late', 'returned', 'waiting', 'notPossible', 'quarantined'] as const
/** The answers behind a figure. */
export const answersHref = (
  { campaign }: Pick<BoardPageProps, 'campaign'>,
  period: PeriodId,
  unit: UnitId,
  state?: string,
): string =>
  path.campaignAnswers(campaign.id, new URLSearchParams({ period, unit, ...(state ? { state } : {}) }).toString())
