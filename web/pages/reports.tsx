// The reports made so far, newest first, and the buttons to make one now.

import type { PeriodId, ReportId, ReportPlanId } from '../../shared/ids.ts'
import { type LocalText, localize } from '../../shared/language.ts'
import { formatDay } from '../../shared/messages/day.ts'
import { formatMoment } from '../../shared/messages/number.ts'
import { periodName } from '../../shared/messages/period.ts'
import { type ReportDeskMessages, reportDeskMessages } from '../../shared/messages/report-desk.ts'
import { reportPageMessages } from '../../shared/messages/report-page.ts'
import { reportProgressMessages } from '../../shared/messages/report-progress.ts'
import { path } from '../../shared/paths.ts'
import type { ReportIssue } from '../../shared/report/issue.ts'
import type { ReportPeriod } from '../../shared/report/period.ts'
import { isUnderWay, type ReportProgress } from '../../shared/report/progress.ts'
import { movingProps, ReportProgressLine } from '../parts/report-progress.tsx'
import { langOf } from '../parts/texts.ts'
import { messagesOf, type PageContext } from './context.ts'
import { Layout } from './layout.tsx'
import { ReportFiles } from './report/report.tsx'

type IssueLine = Pick<ReportIssue, 'documentNumber' | 'date'>

export type ReportLine = {
  readonly id: ReportId
  readonly title: LocalText
  /** Of a plan with a report for each of several units. */
  readonly unitName: string | undefined
  readonly periodId: ReportPeriod
  readonly requestedAt: string
  readonly requestedBy: { readonly by: 'schedule' } | { readonly by: 'person'; readonly name: string }
  readonly progress: ReportProgress
  /** Whether one that failed may be tried again. */
  readonly mayMake: boolean
  readonly standing: keyof ReportDeskMessages['standing']
  readonly issue: IssueLine | undefined
  readonly superseded: IssueLine | undefined
  readonly pdfHref: string
}
export type ReportsPageProps = {
  readonly context: PageContext
  readonly reports: readonly ReportLine[]
  /** Where older reports are listed; undefined on the last page. */
  readonly olderHref: string | undefined
  /** What the person may have made now; empty for those who may only read. */
  readonly plans: readonly {
    readonly id: ReportPlanId
    readonly title: LocalText
    readonly periodIds: readonly PeriodId[]
  }[]
}

export function ReportsPage({ context, reports, olderHref, plans }: ReportsPageProps) {
  const m = messagesOf(context)
  const isWaiting = reports.some(({ progress }) => isUnderWay(progress))
  const newestFirst = [...reports].sort((a, b) => (a.requestedAt < b.requestedAt ? 1 : -1))
  return (
    <Layout
      context={context}
      title={m.reports.title}
      moreStyle={[context.assetUrl('report.css'), context.assetUrl('report-desk.css')]}
      scripts={isWaiting ? [context.assetUrl('moving.js')] : []}
    >
      <h1>{m.reports.title}</h1>
      <p class="skip" role="status" id="news" />
      <section class="slip">
        <h2>{m.reports.made}</h2>
        {isWaiting && (
          <p class="meta">
            {reportProgressMessages[context.language].stays}{' '}
            <a href={path.reports()}>{reportProgressMessages[context.language].reload}</a>
          </p>
        )}
        {reports.length === 0 && (
          <p>
            {m.reports.none} {m.reports.noneNext}
          </p>
        )}
        {newestFirst.map((report) => (
          <Report key={report.id} context={context} report={report} />
        ))}
        {olderHref && (
          <p>
            <a href={olderHref}>{m.reports.older}</a>
          </p>
        )}
      </section>
      {plans.length > 0 && <Make context={context} plans={plans} />}
    </Layout>
  )
}

function Report({ context, report }: { context: PageContext; report: ReportLine }) {
  const m = messagesOf(context)
  const { language, timeZone } = context
  const { progress } = report
  const desk = reportDeskMessages[language]
  const moment = formatMoment(report.requestedAt, language, timeZone)
  return (
    <article
      class="part"
      id={`report-${report.id}`}
      {...movingProps(progress, localize(report.title, language), language)}
    >
      <h3 lang={langOf(report.title, language)}>{localize(report.title, language)}</h3>
      <p class="unit">
        {[report.unitName, m.period(periodName(report.periodId, language))].filter(Boolean).join(' · ')}
      </p>
      <p class="meta">
        {report.requestedBy.by === 'schedule'
          ? m.reports.scheduled(moment)
          : m.reports.requestedBy(report.requestedBy.name, moment)}
      </p>
      <Standing context={context} report={report} />
      {progress.step === 'ready' ? (
        <>
          <p>
            <a class="main" href={report.pdfHref}>
              {m.reports.download}
            </a>
          </p>
          <p class="files">
            <a href={path.report(report.id)}>{reportPageMessages[language].read}</a>
          </p>
          <ReportFiles context={context} id={report.id} />
        </>
      ) : (
        <ReportProgressLine context={context} id={report.id} progress={progress} mayMake={report.mayMake} />
      )}
      <p>
        <a href={report.issue ? path.reportIssue(report.id) : path.reportEdit(report.id)}>
          {report.issue ? desk.openIssued : desk.open}
        </a>
      </p>
    </article>
  )
}

/** Draft or document; of a document which one, and which one took its place. */
function Standing({ context: { language }, report }: { context: PageContext; report: ReportLine }) {
  const m = reportDeskMessages[language]
  const { standing, issue, superseded } = report
  const named = [
    issue && m.issuedAs(issue.documentNumber, formatDay(issue.date, language)),
    superseded && m.supersededBy(superseded.documentNumber, formatDay(superseded.date, language)),
  ].filter((text) => text !== undefined)
  return (
    <p class={`standing of-${standing}`}>
      <b>{m.standing[standing]}</b> {named.join(' · ')}
    </p>
  )
}

function Make({ context, plans }: Pick<ReportsPageProps, 'context' | 'plans'>) {
  const m = messagesOf(context)
  const { language } = context
  return (
    <section class="slip">
      <h2>{m.reports.make}</h2>
      <p class="meta">{m.reports.makeHint}</p>
      {plans.map((plan) => (
        <div key={plan.id} class="part">
          <h3 lang={langOf(plan.title, language)}>{localize(plan.title, language)}</h3>
          {plan.periodIds.map((periodId) => (
            <form key={periodId} class="make" method="post" action={path.reports()}>
              <input type="hidden" name="plan" value={plan.id} />
              <input type="hidden" name="period" value={periodId} />
              <button type="submit">{m.reports.makeFor(periodName(periodId, language))}</button>
            </form>
          ))}
        </div>
      ))}
    </section>
  )
}
