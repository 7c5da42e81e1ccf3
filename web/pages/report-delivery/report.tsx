// To whom one report was brought.

import { reportDeliveryMessages } from '../../../shared/messages/report-delivery.ts'
import { type DeskFrame, DeskPage } from '../report-desk/frame.tsx'
import { type DeliveredLine, DeliveredLines } from './lines.tsx'

type Props = {
  readonly frame: DeskFrame
  readonly lines: readonly DeliveredLine[]
  readonly mayMake: boolean
  /** What has just been done. */
  readonly notice: 'again' | 'revoked' | undefined
}

export function ReportDeliveryPage({ frame, lines, mayMake, notice }: Props) {
  const m = reportDeliveryMessages[frame.context.language]
  return (
    <DeskPage frame={frame} here="delivery" title={m.title} problem={undefined}>
      {notice && (
        <p class="panel calm" role="status">
          {notice === 'again' ? m.noticeAgain : m.noticeRevoked}
        </p>
      )}
      <p class="lead">{m.lead}</p>
      <section class="slip">
        <h2>{m.title}</h2>
        {lines.length === 0 && (
          <p>
            {m.none} {m.noneNext}
          </p>
        )}
        <DeliveredLines context={frame.context} lines={lines} mayMake={mayMake} />
      </section>
    </DeskPage>
  )
}
