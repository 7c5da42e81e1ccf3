// The page of a report that has no content to show yet: how far it is, or why it failed.

import type { ReportId } from '../../../shared/ids.ts'
import { type LocalText, localize } from '../../../shared/language.ts'
import { periodName } from '../../../shared/messages/period.ts'
import { reportPageMessages } from '../../../shared/messages/report-page.ts'
import { reportProgressMessages } from '../../../shared/messages/report-progress.ts'
import { path } from '../../../shared/paths.ts'
import type { ReportPeriod } from '../../../shared/report/period.ts'
import { isUnderWay, type ReportProgress } from '../../../shared/report/progress.ts'
import { movingProps, ReportProgressLine } from '../../parts/report-progress.tsx'
import { langOf } from '../../parts/texts.ts'
import { messagesOf, type PageContext } from '../context.ts'
import { Layout } from '../layout.tsx'

type Props = {
  readonly context: PageContext
  readonly id: ReportId
  readonly title: LocalText
  readonly periodId: ReportPeriod
  readonly progress: ReportProgress
  readonly mayMake: boolean
}

export function UnderWayPage({ context, id, title, periodId, progress, mayMake }: Props) {
  const { language } = context
  const m = reportProgressMessages[language]
  const name = localize(title, language)
  const isMoving = isUnderWay(progress)
  return (
    <Layout
      context={context}
      title={`${progress.step === 'failed' ? m.failedTitle : m.title}: ${name}`}
      moreStyle={context.assetUrl('report-desk.css')}
      scripts={isMoving ? [context.assetUrl('moving.js')] : []}
    >
      <h1 lang={langOf(title, language)}>{name}</h1>
      <p class="unit">{messagesOf(context).period(periodName(periodId, language))}</p>
      <p class="skip" role="status" id="news" />
      <section class="slip" id="under-way" {...movingProps(progress, name, language)}>
        <h2>{progress.step === 'failed' ? m.failedTitle : m.title}</h2>
        <ReportProgressLine context={context} id={id} progress={progress} mayMake={mayMake} />
        {isMoving && (
          <p class="meta">
            {m.stays} <a href={path.report(id)}>{m.reload}</a>
          </p>
        )}
        <p hidden data-arrived>
          <a class="main" href={path.report(id)}>
            {m.open}
          </a>
        </p>
      </section>
      <p class="meta">
        <a href={path.reports()}>{reportPageMessages[language].all}</a>
      </p>
    </Layout>
  )
}
