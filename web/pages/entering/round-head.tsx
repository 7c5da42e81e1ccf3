// The head of a page about one unit in one period of a campaign.

import type { PeriodId } from '../../../shared/ids.ts'
import { type LocalText, localize } from '../../../shared/language.ts'
import { periodName } from '../../../shared/messages/period.ts'
import { langOf, unitName } from '../../parts/texts.ts'
import { messagesOf, type PageContext } from '../context.ts'

export type UnitHeading = { readonly name: string; readonly code: string; readonly parentName: string | undefined }

type Props = {
  readonly context: PageContext
  readonly title: string
  readonly campaignTitle: LocalText
  readonly unit: UnitHeading
  readonly periodId: PeriodId
}

export function RoundHead({ context, title, campaignTitle, unit, periodId }: Props) {
  const m = messagesOf(context)
  const { language } = context
  return (
    <div class="head">
      <p class="over" lang={langOf(campaignTitle, language)}>
        {localize(campaignTitle, language)}
      </p>
      <h1>{title}</h1>
      <p class="unit">{unitName(unit.name)}</p>
      <p class="meta">
        {[m.code(unit.code), unit.parentName && unitName(unit.parentName), m.period(periodName(periodId, language))]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </div>
  )
}
