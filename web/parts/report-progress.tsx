// How far a report is: a line that an island brings up to date; and why it failed, with the button that has it tried again.

import type { ReportId } from '../../shared/ids.ts'
import type { Language } from '../../shared/language.ts'
import { formatMoment } from '../../shared/messages/number.ts'
import { describeProblem } from '../../shared/messages/problem.ts'
import { reportProgressMessages } from '../../shared/messages/report-progress.ts'
import { path } from '../../shared/paths.ts'
import { jobTries } from '../../shared/report/failure.ts'
import { isUnderWay, type ReportProgress } from '../../shared/report/progress.ts'
import { messagesOf, type PageContext } from '../pages/context.ts'

/** How far it is, in words. */
function progressWords(progress: ReportProgress, language: Language): string {
  const m = reportProgressMessages[language]
  switch (progress.step) {
    case 'facts':
      return m.facts(progress.done, progress.of)
    case 'drawing':
      return m.drawing(progress.format)
    case 'again':
      return m.again(progress.tries, jobTries)
    case 'failed':
      return m.failedTitle
    default:
      return m[progress.step]
  }
}

/** Of ten: whoever looks sees that it goes on. The files take longest, the PDF longest of them. */
const partOf = (progress: ReportProgress): number => {
  switch (progress.step) {
    case 'facts':
      return 1 + (progress.of === 0 ? 0 : (3 * progress.done) / progress.of)
    case 'composing':
      return 4
    case 'drawing':
      return { docx: 5, xlsx: 6, pdf: 7 }[progress.format]
    default:
      return 0
  }
}

/** What an island needs to bring an element up to date, and to say what is new of it. */
export const movingProps = (progress: ReportProgress, title: string, language: Language) => ({
  'data-moving': isUnderWay(progress) ? '' : undefined,
  'data-state': progress.step === 'drawing' ? progress.format : progress.step,
  'data-news': reportProgressMessages[language].news(title, progressWords(progress, language)),
})

type Props = {
  readonly context: PageContext
  readonly id: ReportId
  readonly progress: ReportProgress
  readonly mayMake: boolean
}

/** Nothing for one that is ready. */
export function ReportProgressLine({ context, id, progress, mayMake }: Props) {
  const { language, timeZone } = context
  const m = reportProgressMessages[language]
  if (progress.step === 'ready') return null
  if (progress.step !== 'failed')
    return (
      <>
        <p class="tally">{progressWords(progress, language)}</p>
        <progress value={partOf(progress)} max={10} aria-label={m.bar} />
      </>
    )
  const { code, tries, at } = progress.failure
  const { title, detail, next } = describeProblem({ code }, language, timeZone)
  return (
    <div class="panel">
      <p>
        <b>{title}.</b> {detail} {next}
      </p>
      <p class="meta">
        {m.failed(tries, formatMoment(at, language, timeZone))} {messagesOf(context).problem.code}: <code>{code}</code>
      </p>
      {mayMake && (
        <form class="make" method="post" action={path.reportTryAgain(id)}>
          <button type="submit">{m.tryAgain}</button>
        </form>
      )}
    </div>
  )
}
