// One report in a list: what it is of, who asked for it, where it stands, and what can be done with it.

import type { ReportId } from '../../../shared/ids.ts'
import { type LocalText, localize } from '../../../shared/language.ts'
import { formatDay } from '../../../shared/messages/day.ts'
import { formatMoment } from '../../../shared/messages/number.ts'
import { periodName } from '../../../shared/messages/period.ts'
import { type ReportDeskMessages, reportDeskMessages } from '../../../shared/messages/report-desk.ts'
import { reportPageMessages } from '../../../shared/messages/report-page.ts'
import { path } from '../../../shared/paths.ts'
import type { ReportIssue } from '../../../shared/report/issue.ts'
import type { ReportPeriod } from '../../../shared/report/period.ts'
import type { ReportProgress } from '../../../shared/report/progress.ts'
import { movingProps, ReportProgressLine } from '../../parts/report-progress.tsx'
import { langOf, unitName } from '../../parts/texts.ts'
import { messagesOf, type PageContext } from '../context.ts'

type IssueLine = Pick<ReportIssue, 'documentNumber' | 'date'>

export type ReportLine = {
  readonly id: ReportId
  readonly title: LocalText
  /** The unit it is about. */
  readonly unitName: string
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
type Props = { readonly context: PageContext; readonly report: ReportLine }

/** An article with a heading of the third level. */
export function ReportArticle({ context, report }: Props) {
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
      <p class="unit">{m.period(periodName(report.periodId, language))}</p>
      <p>{unitName(report.unitName)}</p>
      <p class="meta">
        {report.requestedBy.by === 'schedule'
          ? m.reports.scheduled(moment)
          : m.reports.requestedBy(report.requestedBy.name, moment)}
      </p>
      <Standing context={context} report={report} />
      <ReportProgressLine context={context} id={report.id} progress={progress} mayMake={report.mayMake} />
      <p class="files">
        {progress.step === 'ready' && <Files context={context} report={report} />}
        <a href={report.issue ? path.reportIssue(report.id) : path.reportEdit(report.id)}>
          {report.issue ? desk.openIssued : desk.open}
        </a>
      </p>
    </article>
  )
}

function Files({ context, report: { id, pdfHref } }: Props) {
  const t = reportPageMessages[context.language]
  return (
    <>
      <a class="main" href={pdfHref}>
        {messagesOf(context).reports.download}
      </a>
      <a href={path.report(id)}>{t.read}</a>
      {(['docx', 'xlsx', 'json'] as const).map((format) => (
        <a key={format} href={path.reportFile(id, format)}>
          {t.file[format]}
        </a>
      ))}
    </>
  )
}

/** Draft or document; of a document which one, and which one took its place. */
function Standing({ context: { language }, report }: Props) {
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
