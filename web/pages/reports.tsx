// The library of reports: those made so far, newest first, narrowed by the address; and the ways to have one made.

import type { PeriodId, ReportPlanId } from '../../shared/ids.ts'
import { type LocalText, localize } from '../../shared/language.ts'
import { periodName } from '../../shared/messages/period.ts'
import { reportPageMessages } from '../../shared/messages/report-page.ts'
import { reportProgressMessages } from '../../shared/messages/report-progress.ts'
import { templateMessages } from '../../shared/messages/templates.ts'
import { path } from '../../shared/paths.ts'
import type { ReportPeriod } from '../../shared/report/period.ts'
import { ChoiceLine } from '../parts/choice-line.tsx'
import { FilterSlip, Onward } from '../parts/filtered-list.tsx'
import { TextLine } from '../parts/text-line.tsx'
import { langOf } from '../parts/texts.ts'
import { type UnitEntry, UnitField } from '../parts/unit-field.tsx'
import { messagesOf, type PageContext } from './context.ts'
import { Layout } from './layout.tsx'
import { ReportArticle, type ReportLine } from './report/line.tsx'

/** making: asked for and not there yet · failed: tried, and not there · draft: edited or not · issued: in force. */
export const reportStates = ['making', 'failed', 'draft', 'issued', 'superseded', 'withdrawn'] as const
type ReportState = (typeof reportStates)[number]

export type ReportFilters = {
  readonly text: string
  readonly plan: ReportPlanId | undefined
  readonly period: ReportPeriod | undefined
  readonly state: ReportState | undefined
  readonly unit: UnitEntry
}

type PlanLine = { readonly id: ReportPlanId; readonly title: LocalText }

export type ReportsPageProps = {
  readonly context: PageContext
  readonly reports: readonly ReportLine[]
  /** How many of the newest are being made. */
  readonly making: number
  readonly filters: ReportFilters
  /** The filters as they stand in the address. */
  readonly query: Readonly<Record<string, string>>
  readonly isFirst: boolean
  /** Where older reports are listed; undefined on the last page. */
  readonly olderHref: string | undefined
  /** What the list can be narrowed to. */
  readonly plans: readonly PlanLine[]
  readonly periods: readonly ReportPeriod[]
  /** Whether the visitor may make reports anywhere. */
  readonly mayMake: boolean
  /** What can be had made now, each for its newest period; and how many more there are. */
  readonly made: readonly (PlanLine & { readonly periodId: PeriodId })[]
  readonly moreMade: number
}

export function ReportsPage(props: ReportsPageProps) {
  const { context, reports, making, query, isFirst, olderHref } = props
  const m = messagesOf(context)
  const t = reportPageMessages[context.language].list
  return (
    <Layout
      context={context}
      title={m.reports.title}
      moreStyle={['report.css', 'report-desk.css', 'report-list.css', 'unit-field.css'].map(context.assetUrl)}
      scripts={['unit-field.js', ...(making > 0 ? ['moving.js'] : [])].map(context.assetUrl)}
    >
      <h1>{m.reports.title}</h1>
      {props.mayMake && (
        <p class="ways-on">
          <a href={path.reportPlans()}>{m.nav.reportPlans}</a>
          {' · '}
          <a href={path.templates()}>{templateMessages[context.language].title}</a>
        </p>
      )}
      <p class="skip" role="status" id="news" />
      {making > 0 && <Making context={context} making={making} />}
      <Filters {...props} />
      <section class="slip" aria-labelledby="made">
        <h2 id="made">{m.reports.made}</h2>
        {reports.length === 0 && <Nothing {...props} />}
        <div class="reports">
          {reports.map((report) => (
            <ReportArticle key={report.id} context={context} report={report} />
          ))}
        </div>
        <Onward
          next={olderHref ? { href: olderHref, text: m.reports.older } : undefined}
          first={isFirst ? undefined : { href: path.reports(query), text: t.first }}
        />
      </section>
      {isFirst && Object.keys(query).length === 0 && props.made.length > 0 && <Make {...props} />}
    </Layout>
  )
}

function Making({ context, making }: Pick<ReportsPageProps, 'context' | 'making'>) {
  const m = reportProgressMessages[context.language]
  const t = reportPageMessages[context.language].list
  return (
    <div class="panel calm">
      <p>
        {t.making(making)} {m.stays}
      </p>
      <p class="ways-on">
        <a href={context.here}>{m.reload}</a>
        {making > 1 && <a href={path.reports({ state: 'making' })}>{t.seeMaking}</a>}
      </p>
    </div>
  )
}

function Filters({ context, filters, query, plans, periods }: ReportsPageProps) {
  const { language } = context
  const t = reportPageMessages[language].list
  return (
    <FilterSlip texts={t} action={path.reports()} isFiltered={Object.keys(query).length > 0}>
      <TextLine id="q" type="search" label={t.search} hint={t.searchHint} value={filters.text} maxlength={100} />
      <ChoiceLine
        id="plan"
        label={t.plan}
        empty={t.anyPlan}
        chosen={filters.plan}
        options={plans.map(({ id, title }) => [id, localize(title, language)])}
      />
      <ChoiceLine
        id="period"
        label={t.period}
        empty={t.anyPeriod}
        chosen={filters.period}
        options={periods.map((id) => [id, periodName(id, language)])}
      />
      <ChoiceLine
        id="state"
        label={t.state}
        empty={t.anyState}
        chosen={filters.state}
        options={reportStates.map((state) => [state, t.states[state]])}
      />
      <UnitField
        context={context}
        name="unit"
        label={t.unit}
        hint={t.unitHint}
        action="report.read"
        entry={filters.unit}
      />
    </FilterSlip>
  )
}

function Nothing({ context, query, isFirst, olderHref, mayMake }: ReportsPageProps) {
  const m = messagesOf(context).reports
  const t = reportPageMessages[context.language].list
  if (olderHref) return <p class="lead">{t.noMatchSoFar}</p>
  if (Object.keys(query).length > 0 || !isFirst) return <p class="lead">{t.noMatch}</p>
  return (
    <p>
      {m.none} {mayMake ? t.noneMake : m.noneNext}
    </p>
  )
}

function Make({ context, made, moreMade }: ReportsPageProps) {
  const m = messagesOf(context)
  const { language } = context
  const t = reportPageMessages[language].list
  return (
    <section class="slip">
      <h2>{m.reports.make}</h2>
      <p class="meta">{m.reports.makeHint}</p>
      {made.map(({ id, title, periodId }) => (
        <div key={id} class="part">
          <h3 lang={langOf(title, language)}>{localize(title, language)}</h3>
          <form class="make" method="post" action={path.reports()}>
            <input type="hidden" name="plan" value={id} />
            <input type="hidden" name="period" value={periodId} />
            <button type="submit">{m.reports.makeFor(periodName(periodId, language))}</button>
          </form>
          <p>
            <a href={path.reportPlan(id)}>{t.otherPeriods}</a>
          </p>
        </div>
      ))}
      {moreMade > 0 && (
        <p>
          <a href={path.reportPlans()}>{t.moreMade(moreMade)}</a>
        </p>
      )}
    </section>
  )
}
