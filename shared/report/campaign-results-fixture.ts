// For tests of the report on a campaign's results: printed figures read back, and sheets of actions.

import type { ActionSheet } from '../action/sheet.ts'
import { ActionId, asId, CampaignId, type PeriodId, UnitId } from '../ids.ts'
import { Day } from '../organisation/day.ts'

/** A figure of a table as a number, in its last printed place; undefined for none. */
export function places(text: string): { digits: number; decimals: number } | undefined {
  const [number = ''] = text.split(' ')
  const clean = text.replace(/\u00a0%/, '').replaceAll('.', '')
  if (number === '–' || clean === '') return undefined
  const [whole = '', fraction = ''] = clean.split(',')
  return { digits: Number(whole + fraction), decimals: fraction.length }
}

/** The change between two printed values, worked out on paper; undefined where one of them is missing. */
export function changeOnPaper(now: string, before: string): number | undefined {
  const [a, b] = [places(now), places(before)]
  if (!a || !b) return undefined
  const most = Math.max(a.decimals, b.decimals)
  const scaled = (one: { digits: number; decimals: number }) => one.digits * 10 ** (most - one.decimals)
  return (scaled(a) - scaled(b)) / 10 ** most
}
export const changeIn = (text: string): number => Number(text.replaceAll('.', '').replace(',', '.').replace('−', '-'))

/** A unit's sheet with these actions. */
export const raiseOf = (
  of: string,
  campaign: string,
  actions: readonly { period: PeriodId; state: 'open' | 'done'; dueOn: string }[],
): ActionSheet => ({
  unitId: asId(UnitId, of),
  open: actions.map(({ period, state, dueOn }, index) => ({
    id: asId(ActionId, String(index).padStart(24, '0')),
    unitId: asId(UnitId, of),
    campaignId: asId(CampaignId, campaign),
    periodId: period,
    state,
    severity: 'high',
    owner: null,
    dueOn: asId(Day, dueOn),
  })),
  confirmed: 0,
  dropped: 0,
})
