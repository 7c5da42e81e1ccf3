// Where members wait to be scored: what the first page of those who score says.

import type { PeriodId } from '../../shared/ids.ts'
import { type LocalText, localize } from '../../shared/language.ts'
import { periodName } from '../../shared/messages/period.ts'
import { messagesOf, type PageContext } from '../pages/context.ts'
import { langOf } from './texts.ts'

export type ScoringLink = {
  readonly title: LocalText
  readonly periodId: PeriodId
  /** Members who wait; undefined where that would take long to count. */
  readonly waiting: number | undefined
  readonly href: string
}

export function ScoringLinks(props: { readonly context: PageContext; readonly links: readonly ScoringLink[] }) {
  const { context, links } = props
  const m = messagesOf(context)
  if (links.length === 0) return null
  return (
    <section class="slip">
      <h2>{m.scoring.title}</h2>
      <ul class="rows">
        {links.map(({ title, periodId, waiting, href }) => (
          <li key={href}>
            <a href={href}>{waiting === undefined ? m.scoring.open : m.scoring.waiting(waiting)}</a>
            <small lang={langOf(title, context.language)}>{localize(title, context.language)}</small>
            <small>{m.period(periodName(periodId, context.language))}</small>
          </li>
        ))}
      </ul>
    </section>
  )
}
