// So many months, the last of them the one that runs: the periods of the demo's named surveys.

import type { CampaignPeriod, Schedule } from '../campaign/campaign.ts'
import { periodsOf } from '../campaign/schedule.ts'
import { asId, PeriodId } from '../ids.ts'
import { organisation } from './organisation.ts'

/** The running month stays open at least this long, so that who starts the demo on the 30th can still answer it. */
const leastOpenDays = 30
const dayMs = 86_400_000

export type Months = { readonly schedule: Schedule; readonly periods: readonly CampaignPeriod[] }

/** `now`: ISO 8601, UTC. */
export function monthsUntil(now: string, count: number): Months {
  const [year = 0, month = 0] = now.split('-').map(Number)
  const idOf = (back: number) => {
    const place = year * 12 + (month - 1) - back
    return asId(PeriodId, `${Math.floor(place / 12)}-${String((place % 12) + 1).padStart(2, '0')}`)
  }
  const schedule: Schedule = {
    repeat: 'month',
    from: idOf(count - 1),
    to: idOf(0),
    opens: { anchor: 'start', days: 0 },
    closes: { days: 0, hour: 24 },
    graceDays: 0,
  }
  const made = periodsOf(schedule, organisation.timeZone)
  if (!made.ok) throw new Error(`The months of the demo: ${made.problem}`)
  const stillOpen = new Date(Date.parse(now) + leastOpenDays * dayMs).toISOString()
  const periods = made.value.map((period, index) =>
    index === made.value.length - 1 && period.closesAt !== null && period.closesAt < stillOpen
      ? { ...period, closesAt: stillOpen }
      : period,
  )
  return { schedule, periods }
}
