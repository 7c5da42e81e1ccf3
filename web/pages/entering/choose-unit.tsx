// For which unit a paper form is typed in.

import type { PeriodId } from '../../../shared/ids.ts'
import { type LocalText, localize } from '../../../shared/language.ts'
import { enteringMessages } from '../../../shared/messages/entering.ts'
import { periodName } from '../../../shared/messages/period.ts'
import { langOf } from '../../parts/texts.ts'
import { type UnitEntry, UnitField } from '../../parts/unit-field.tsx'
import { messagesOf, type PageContext } from '../context.ts'
import { Layout } from '../layout.tsx'

type Props = {
  readonly context: PageContext
  readonly campaignTitle: LocalText
  readonly periodId: PeriodId
  readonly entry: UnitEntry
  /** Whether the unit that was found is none of the campaign's. */
  readonly isForeign: boolean
  /** The way back. */
  readonly back: string
}

export function ChooseUnitPage({ context, campaignTitle, periodId, entry, isForeign, back }: Props) {
  const m = enteringMessages[context.language].enter
  const { language } = context
  return (
    <Layout
      context={context}
      title={m.title}
      faulty={entry.isSent}
      moreStyle={context.assetUrl('unit-field.css')}
      scripts={[context.assetUrl('unit-field.js')]}
    >
      <div class="slip">
        <p class="over" lang={langOf(campaignTitle, language)}>
          {localize(campaignTitle, language)}
        </p>
        <h1>{m.title}</h1>
        <p class="meta">{messagesOf(context).period(periodName(periodId, language))}</p>
        <p class="lead">{m.lead}</p>
        <form method="get" action={context.here.split('?')[0] ?? context.here}>
          <UnitField
            context={context}
            name="unit"
            label={m.unit}
            action="response.amend"
            entry={entry}
            isRequired
            fault={isForeign ? m.notHeld : undefined}
          />
          <p class="send">
            <button type="submit" class="main">
              {m.next}
            </button>
            <a href={back}>{messagesOf(context).home}</a>
          </p>
        </form>
      </div>
    </Layout>
  )
}
