// Asks whether a draft shall go for good.

import type { PeriodId } from '../../../shared/ids.ts'
import type { LocalText } from '../../../shared/language.ts'
import { enteringMessages } from '../../../shared/messages/entering.ts'
import { formatMoment } from '../../../shared/messages/number.ts'
import { path } from '../../../shared/paths.ts'
import { unitName } from '../../parts/texts.ts'
import type { PageContext } from '../context.ts'
import { Layout } from '../layout.tsx'
import { RoundHead, type UnitHeading } from './round-head.tsx'

type Props = {
  readonly context: PageContext
  readonly campaignTitle: LocalText
  readonly unit: UnitHeading
  readonly periodId: PeriodId
  readonly savedAt: string
}

export function DiscardDraftPage({ context, savedAt, ...round }: Props) {
  const m = enteringMessages[context.language].draft
  return (
    <Layout context={context} title={`${m.discardTitle} ${unitName(round.unit.name)}`}>
      <div class="slip">
        <RoundHead context={context} title={m.discardTitle} {...round} />
        <p class="lead">{m.discardLead(formatMoment(savedAt, context.language, context.timeZone))}</p>
        <form class="send" method="post" action={context.here}>
          <button type="submit" class="main">
            {m.discard}
          </button>
          <a href={path.visits()}>{m.keep}</a>
        </form>
      </div>
    </Layout>
  )
}
