// The next dates on which a plan's reports are made.

import { formatMoment } from '../../../shared/messages/number.ts'
import { periodName } from '../../../shared/messages/period.ts'
import { reportPlansMessages } from '../../../shared/messages/report-plans.ts'
import type { Due } from '../../../shared/report/campaign-plan.ts'
import type { PageContext } from '../context.ts'

/** Dates that are shown; of more only the number is told. */
const mostDates = 10

export type PlanDates = {
  /** Earliest first. */
  readonly ahead: readonly Due[]
  /** Of how many periods the day had passed when the dates were set. */
  readonly passed: number
  readonly isByHand: boolean
  readonly isStopped: boolean
  /** How many units have a report of their own; undefined where there is one for all. */
  readonly units: number | undefined
}

type Props = { readonly context: PageContext; readonly dates: PlanDates }

/** A section with a heading of the second level; its id is "dates". */
export function Dates({ context, dates }: Props) {
  const t = reportPlansMessages[context.language].dates
  const { ahead, passed, isByHand, isStopped, units } = dates
  return (
    <section class="preview" id="dates">
      <h2>{t.title}</h2>
      {isByHand ? <p>{t.byHand}</p> : ahead.length === 0 && <p>{t.none}</p>}
      {isStopped && ahead.length > 0 && <p class="state">{t.stopped}</p>}
      {ahead.length > 0 && <Table context={context} dates={dates} />}
      {ahead.length > mostDates && <p class="meta">{t.more(ahead.length - mostDates)}</p>}
      {units !== undefined && <p class="meta">{units === 0 ? t.noUnits : t.eachTime(units)}</p>}
      {!isByHand && passed > 0 && <p class="meta">{t.passed(passed)}</p>}
    </section>
  )
}

function Table({ context, dates }: Props) {
  const { language, timeZone } = context
  const t = reportPlansMessages[language].dates
  return (
    <table>
      <caption class="unseen">{t.title}</caption>
      <thead>
        <tr>
          <th scope="col">{t.period}</th>
          <th scope="col">{t.due}</th>
        </tr>
      </thead>
      <tbody>
        {dates.ahead.slice(0, mostDates).map(({ period, dueAt }) => (
          <tr key={period}>
            <th scope="row">{periodName(period, language)}</th>
            <td>{formatMoment(dueAt, language, timeZone)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
