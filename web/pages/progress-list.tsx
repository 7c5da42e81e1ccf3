// Every campaign and period a person may follow, each with how far it is.

import type { Campaign, PeriodState } from '../../shared/campaign/campaign.ts'
import type { PeriodId } from '../../shared/ids.ts'
import { type LocalText, localize } from '../../shared/language.ts'
import { formatCount } from '../../shared/messages/number.ts'
import { periodName } from '../../shared/messages/period.ts'
import { Bar } from '../parts/bar.tsx'
import { type ScoringLink, ScoringLinks } from '../parts/scoring-links.tsx'
import { langOf, rate } from '../parts/texts.ts'
import { rateText } from './campaigns/overview-survey.tsx'
import { messagesOf, type PageContext } from './context.ts'
import { Layout } from './layout.tsx'

type ProgressListPeriod = {
  readonly id: PeriodId
  readonly state: PeriodState
  /** Units, and those that have reported; of a survey the people who are invited and have answered. Undefined: nobody knows. */
  readonly expected: number | undefined
  readonly reported: number
  readonly href: string
}
type OlderPeriod = { readonly id: PeriodId; readonly href: string }

export type ProgressListPageProps = {
  readonly context: PageContext
  /** How much of the demo is there, while it is being loaded. */
  readonly loading: { readonly done: number; readonly total: number } | undefined
  /** Where members wait to be scored. */
  readonly scoring: readonly ScoringLink[]
  readonly campaigns: readonly {
    readonly title: LocalText
    readonly kind: Campaign['kind']
    /** Left out for surveys, which are about no unit. */
    readonly boardHref: string | undefined
    /** Newest first, like the older ones below. */
    readonly periods: readonly ProgressListPeriod[]
    /** Periods before these: links without figures, which would all have to be counted. */
    readonly older: readonly OlderPeriod[]
  }[]
}

export function ProgressListPage({ context, loading, scoring, campaigns }: ProgressListPageProps) {
  const m = messagesOf(context)
  const { language } = context
  return (
    <Layout context={context} title={m.progress.title}>
      <h1>{m.progress.title}</h1>
      {loading && (
        <div class="slip" role="status">
          <p>{m.progress.demoLoading(loading.done, loading.total)}</p>
          <Bar value={loading.done} of={loading.total} />
        </div>
      )}
      <ScoringLinks context={context} links={scoring} />
      {campaigns.length === 0 && (
        <div class="slip">
          <p class="lead">{m.progress.none}</p>
          <p>{m.progress.noneNext}</p>
        </div>
      )}
      {campaigns.map(({ title, kind, boardHref, periods, older }) => (
        <section key={title.vi} class="slip">
          <p class="over">{m.kinds[kind]}</p>
          <h2 lang={langOf(title, language)}>{localize(title, language)}</h2>
          <ul class="rows">
            {periods.map((period) => (
              <li key={period.id}>
                <PeriodRow context={context} period={period} isSurvey={kind === 'member-survey'} />
              </li>
            ))}
          </ul>
          {older.length > 0 && <OlderPeriods context={context} periods={older} />}
          {boardHref && (
            <p class="send">
              <a href={boardHref}>{m.progress.board}</a>
            </p>
          )}
        </section>
      ))}
    </Layout>
  )
}

function PeriodRow(props: { context: PageContext; period: ProgressListPeriod; isSurvey: boolean }) {
  const { context, period, isSurvey } = props
  const m = messagesOf(context)
  const { language } = context
  const { reported, expected } = period
  const units = (of: number) =>
    `${m.progress.reported(formatCount(reported, language), formatCount(of, language))} (${rate(reported, of, language)})`
  return (
    <a href={period.href}>
      <b>{m.period(periodName(period.id, language))}</b>
      <small>{m.states[period.state]}</small>
      <span>
        {isSurvey || expected === undefined
          ? rateText(context, { answered: reported, invited: expected })
          : units(expected)}
      </span>
      {expected !== undefined && <Bar value={reported} of={expected} />}
    </a>
  )
}

function OlderPeriods({ context, periods }: { context: PageContext; periods: readonly OlderPeriod[] }) {
  const m = messagesOf(context)
  return (
    <details>
      <summary>{m.progress.older(periods.length)}</summary>
      <ul class="rows">
        {periods.map(({ id, href }) => (
          <li key={id}>
            <a href={href}>
              <b>{m.period(periodName(id, context.language))}</b>
            </a>
          </li>
        ))}
      </ul>
    </details>
  )
}
