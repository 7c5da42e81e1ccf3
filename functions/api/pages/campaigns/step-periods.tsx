// Step 4: the rule by which a campaign's periods are made.

import * as v from 'valibot'
import type { CampaignPeriod, Schedule } from '../../../../shared/campaign/campaign.ts'
import { periodSpan } from '../../../../shared/campaign/period.ts'
import type { PreparedCampaign } from '../../../../shared/campaign/prepared.ts'
import { periodsOf, type ScheduleFault } from '../../../../shared/campaign/schedule.ts'
import { PeriodId } from '../../../../shared/ids.ts'
import { dayOf } from '../../../../shared/organisation/day.ts'
import { fail, ok } from '../../../../shared/result.ts'
import { openingSides, PeriodsFields } from '../../../../web/pages/campaigns/step-periods.tsx'
import { pageContext, type SignedInCall, timeZoneOf } from '../../call.ts'
import { Faults, type Step } from './step.ts'

export const periodsStep: Step = {
  act: 'shape',
  canLook: () => true,
  fieldsOf: (call, { schedule }) => fieldsOf(call, schedule),
  read: async (call, campaign, fields) => {
    const faults = new Faults()
    const schedule = readSchedule(fields, faults, campaign)
    if (faults.found.size > 0 || !schedule) return fail(faults.found)
    const periods = periodsOf(schedule, timeZoneOf(call))
    if (periods.ok) return ok({ ...campaign, schedule, periods: periods.value })
    faults.add(placeOf[periods.problem], periods.problem)
    return fail(faults.found)
  },
  show: async (call, { campaign, entries, looked }) => (
    <PeriodsFields
      context={pageContext(call)}
      entries={entries}
      takesLate={campaign.kind !== 'member-survey'}
      preview={shownPeriods(looked ?? campaign)}
    />
  ),
}

/** At which field a fault of the whole rule is told. */
const placeOf: Record<ScheduleFault, string> = {
  'wrong-kind': 'toPart',
  backwards: 'toYear',
  'too-many': 'toYear',
  'closes-first': 'closesDays',
  'out-of-range': 'fromYear',
}

const shownPeriods = ({ periods }: PreparedCampaign): readonly CampaignPeriod[] | undefined =>
  periods.length > 0 ? periods : undefined

const partOf = (id: PeriodId): string => id.split('-')[1] ?? 'year'

/** A new campaign is offered the year that runs, to be closed ten days after it. */
function fieldsOf(call: SignedInCall, schedule: Schedule | undefined): URLSearchParams {
  const year = dayOf(call.now, timeZoneOf(call)).slice(0, 4)
  if (!schedule)
    return new URLSearchParams({
      fromYear: year,
      fromPart: 'year',
      recurs: 'once',
      toYear: '',
      toPart: 'year',
      opensDays: '0',
      opensSide: 'start-after',
      closesBy: 'rule',
      closesDays: '10',
      closesHour: '17',
      graceDays: '3',
    })
  const { repeat, from, to, opens, closes, graceDays } = schedule
  const isMany = repeat !== 'once'
  return new URLSearchParams({
    fromYear: String(periodSpan(from).year),
    fromPart: partOf(from),
    recurs: isMany ? 'many' : 'once',
    toYear: isMany ? String(periodSpan(to).year) : '',
    toPart: partOf(to),
    opensDays: String(Math.abs(opens.days)),
    opensSide: `${opens.anchor}-${opens.days < 0 ? 'before' : 'after'}`,
    closesBy: closes ? 'rule' : 'hand',
    closesDays: String(closes?.days ?? 10),
    closesHour: String(closes?.hour ?? 17),
    graceDays: String(graceDays),
  })
}

function readPeriod(fields: URLSearchParams, end: 'from' | 'to', faults: Faults): PeriodId | undefined {
  const year = (fields.get(`${end}Year`) ?? '').trim()
  if (!/^\d{4}$/.test(year)) return faults.add(`${end}Year`, 'year-wrong')
  const part = fields.get(`${end}Part`)
  const read = v.safeParse(PeriodId, part === 'year' ? year : `${year}-${part}`)
  return read.success ? read.output : faults.add(`${end}Part`, 'choose')
}

function readSchedule(fields: URLSearchParams, faults: Faults, { kind }: PreparedCampaign): Schedule | undefined {
  const recurs = faults.one(fields, 'recurs', ['once', 'many'])
  const from = readPeriod(fields, 'from', faults)
  const to = recurs === 'many' ? readPeriod(fields, 'to', faults) : from
  const days = faults.number(fields, 'opensDays', [0, 366])
  const side = faults.one(fields, 'opensSide', openingSides)
  const closes = readClosing(fields, faults)
  // Nothing of a survey is finished where there is no network.
  const graceDays = kind === 'member-survey' ? 0 : faults.number(fields, 'graceDays', [0, 365])
  if (!from || !to || days === undefined || !side || closes === undefined || graceDays === undefined) return undefined
  const anchor = side.startsWith('start') ? 'start' : 'end'
  const opens = { anchor, days: side.endsWith('before') && days > 0 ? -days : days } as const
  return { repeat: recurs === 'many' ? periodSpan(from).kind : 'once', from, to, opens, closes, graceDays }
}

function readClosing(fields: URLSearchParams, faults: Faults): Schedule['closes'] | undefined {
  if (faults.one(fields, 'closesBy', ['rule', 'hand']) === 'hand') return null
  const days = faults.number(fields, 'closesDays', [-366, 366])
  const hour = faults.number(fields, 'closesHour', [0, 24])
  return days === undefined || hour === undefined ? undefined : { days, hour }
}
