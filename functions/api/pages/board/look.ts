// What the address of the board says: which unit, which periods, which rows, in which order. Whatever can't be read is left
// out; nothing here says what may be seen.

import * as v from 'valibot'
import { type Campaign, type CampaignPeriod, periodState } from '../../../../shared/campaign/campaign.ts'
import { type PeriodId, PeriodId as PeriodIdSchema, UnitId } from '../../../../shared/ids.ts'
import type { BoardLook } from '../../../../web/pages/board/board-props.ts'

/**
 * Summaries that one page reads: units of the campaign times periods. Thirty thousand take the function some two seconds; a
 * campaign of 10,000 units is shown three periods at a time.
 */
const mostSummaries = 30_000
/** More columns are no picture any more. */
const mostPeriods = 12
const usualPeriods = 6

export type ShownPeriods = {
  /** Newest first. */
  readonly periods: readonly CampaignPeriod[]
  /** The one that is looked at closely. */
  readonly focus: CampaignPeriod
  /** How many fit, where that is fewer than were asked for. */
  readonly cut: number | undefined
}

function read<const S extends v.GenericSchema<unknown, string>>(
  params: URLSearchParams,
  name: string,
  schema: S,
): v.InferOutput<S> | undefined {
  const found = v.safeParse(schema, params.get(name) ?? undefined)
  return found.success ? found.output : undefined
}

const Level = v.pipe(v.string(), v.minLength(1), v.maxLength(40))

export function readLook(params: URLSearchParams): BoardLook {
  const page = /^\d{1,4}$/.test(params.get('page') ?? '') ? Number(params.get('page')) : 1
  return {
    unit: read(params, 'unit', UnitId),
    level: read(params, 'level', Level),
    from: read(params, 'from', PeriodIdSchema),
    to: read(params, 'to', PeriodIdSchema),
    focus: read(params, 'period', PeriodIdSchema),
    order: params.get('order') === 'rate' ? 'rate' : 'tree',
    page: Math.max(1, page),
  }
}

/** The periods to show: those asked for, else the newest that have begun; as many as can be read at once. */
export function shownPeriods(campaign: Campaign, look: BoardLook, units: number, now: string): ShownPeriods {
  const all = campaign.periods.toSorted((a, b) => (a.opensAt < b.opensAt ? 1 : -1))
  const begun = all.filter((period) => periodState(period, now) !== 'early')
  const [newest = all[0]] = begun
  if (!newest) throw new Error(`Campaign ${campaign.id} has no period`)
  const place = (id: PeriodId | undefined) => all.findIndex((period) => period.id === id)
  const last = place(look.to) < 0 ? all.indexOf(newest) : place(look.to)
  const asked = place(look.from) < 0 ? Math.min(all.length, last + usualPeriods) - 1 : place(look.from)
  const range = all.slice(Math.min(last, asked), Math.max(last, asked) + 1)
  const most = Math.max(1, Math.min(mostPeriods, Math.floor(mostSummaries / Math.max(1, units))))
  const periods = range.slice(0, most)
  const isCut = periods.length < range.length && (look.from !== undefined || most < usualPeriods)
  const [first = newest] = periods
  const focus = periods.find(({ id }) => id === look.focus) ?? periods.find((one) => begun.includes(one)) ?? first
  return { periods, focus, cut: isCut ? most : undefined }
}
