// Where a link of one's own to a report leads: a page that waits for a press, because mail programs look at links too.

import { formatMoment } from '../../../shared/messages/number.ts'
import { periodName } from '../../../shared/messages/period.ts'
import { reportDeliveryMessages } from '../../../shared/messages/report-delivery.ts'
import type { ReportPeriod } from '../../../shared/report/period.ts'
import type { PageContext } from '../context.ts'
import { Layout } from '../layout.tsx'

type Props = {
  readonly context: PageContext
  readonly name: string
  readonly title: string
  readonly periodId: ReportPeriod
  readonly expiresAt: string
}

export function ReadPage({ context, name, title, periodId, expiresAt }: Props) {
  const { language, timeZone } = context
  const m = reportDeliveryMessages[language].reading
  return (
    <Layout context={context} title={m.title}>
      <div class="slip">
        <h1>{m.about(title, periodName(periodId, language))}</h1>
        <p class="lead">{m.for(name)}</p>
        <form class="send" method="post" action={context.here}>
          <button type="submit" class="main">
            {m.open}
          </button>
        </form>
        <p class="meta">{m.until(formatMoment(expiresAt, language, timeZone))}</p>
        <p class="meta">{m.notYou}</p>
      </div>
    </Layout>
  )
}
