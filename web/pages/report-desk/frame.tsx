// The frame of every page of a report's desk: which report it is, how far it is, and the ways to its other pages.

import type { Child } from 'hono/jsx'
import type { ReportId } from '../../../shared/ids.ts'
import { type LocalText, localize } from '../../../shared/language.ts'
import { formatDay } from '../../../shared/messages/day.ts'
import { periodName } from '../../../shared/messages/period.ts'
import { reportDeliveryMessages } from '../../../shared/messages/report-delivery.ts'
import { type ReportDeskMessages, reportDeskMessages } from '../../../shared/messages/report-desk.ts'
import { path } from '../../../shared/paths.ts'
import type { Problem } from '../../../shared/problems.ts'
import type { ReportIssue } from '../../../shared/report/issue.ts'
import type { ReportPeriod } from '../../../shared/report/period.ts'
import { FaultList, type FieldFaults } from '../../parts/fault-list.tsx'
import { ProblemPanel } from '../../parts/problem-panel.tsx'
import { langOf } from '../../parts/texts.ts'
import { messagesOf, type PageContext } from '../context.ts'
import { Layout } from '../layout.tsx'

/** Another issue, as a page names it. */
type NamedIssue = Pick<ReportIssue, 'documentNumber' | 'date'> & { readonly id: ReportId }

export type DeskFrame = {
  readonly context: PageContext
  readonly id: ReportId
  readonly title: LocalText
  readonly periodId: ReportPeriod
  readonly standing: keyof ReportDeskMessages['standing']
  readonly openComments: number
  /** The issue that this report takes the place of, or is to. */
  readonly replaces: NamedIssue | undefined
  readonly superseded: NamedIssue | undefined
}

type Props = {
  readonly frame: DeskFrame
  readonly here: 'edit' | 'comments' | 'issue' | 'delivery'
  readonly title: string
  readonly problem: Problem | undefined
  /** What is wrong with what was typed, by field. */
  readonly faults?: FieldFaults
  readonly children: Child
}

export const deskMessages = ({ language }: PageContext): ReportDeskMessages => reportDeskMessages[language]

export function DeskPage({ frame, here, title, problem, faults, children }: Props) {
  const { context, id, standing, openComments, replaces, superseded } = frame
  const { language } = context
  const m = deskMessages(context)
  const places = {
    edit: path.reportEdit(id),
    comments: path.reportComments(id),
    issue: path.reportIssue(id),
    delivery: path.reportDelivery(id),
  }
  const names = {
    edit: m.tabs.edit,
    comments: m.tabs.comments(openComments),
    issue: m.tabs.issue,
    delivery: reportDeliveryMessages[language].tab,
  }
  return (
    <Layout
      context={context}
      title={`${title}: ${localize(frame.title, language)}`}
      faulty={problem !== undefined}
      moreStyle={context.assetUrl('report-desk.css')}
    >
      <h1 lang={langOf(frame.title, language)}>{localize(frame.title, language)}</h1>
      <p class="unit">{messagesOf(context).period(periodName(frame.periodId, language))}</p>
      <p class={`standing of-${standing}`}>
        <b>{m.standing[standing]}</b>
        {superseded && ` · ${m.supersededBy(superseded.documentNumber, formatDay(superseded.date, language))}`}
      </p>
      {replaces && standing !== 'issued' && standing !== 'superseded' && (
        <p class="meta">
          {m.issue.correct.drafting(replaces.documentNumber, formatDay(replaces.date, language))}{' '}
          <a href={path.reportIssue(replaces.id)}>{m.issue.see}</a>
        </p>
      )}
      <nav class="tabs" aria-label={m.parts}>
        {(['edit', 'comments', 'issue', 'delivery'] as const).map((tab) => (
          <a key={tab} href={places[tab]} aria-current={tab === here ? 'page' : undefined}>
            {names[tab]}
          </a>
        ))}
      </nav>
      {problem && (
        <ProblemPanel context={context} problem={problem}>
          {faults && <FaultList faults={faults} />}
        </ProblemPanel>
      )}
      {children}
      <p class="meta">
        <a href={path.reports()}>{m.toReports}</a>
      </p>
    </Layout>
  )
}
