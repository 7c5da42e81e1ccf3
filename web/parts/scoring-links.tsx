// Where members wait to be scored: what the first page of those who score says.

import type { PeriodId } from '../../shared/ids.ts'
import { type LocalText, localize } from '../../shared/language.ts'
import { periodName } from '../../shared/messages/period.ts'
import { messagesOf, type PageContext } from '../pages/context.ts'
import { langOf } from './texts.ts'

/** Members who wait to be scored, and of those who are scored how many the visitor may confirm. */
export type Waiting = { readonly toScore: number; readonly toConfirm: number }

export type ScoringLink = {
  readonly title: LocalText
  readonly periodId: PeriodId
  /** Undefined where that would take long to count. */
  readonly waiting: Waiting | undefined
  readonly href: string
}

export function ScoringLinks(props: { readonly context: PageContext; readonly links: readonly ScoringLink[] }) {
  const { context, links } = props
  const m = messagesOf(context)
  if (links.length === 0) return null
  const said = ({ toScore, toConfirm }: Waiting) =>
    [
      toScore > 0 || toConfirm === 0 ? m.scoring.waiting(toScore) : [],
      toConfirm > 0 ? m.scoring.confirm(toConfirm) : [],
    ]
      .flat()
      .join('; ')
  return (
    <section class="slip">
      <h2>{m.scoring.title}</h2>
      <ul class="rows">
        {links.map(({ title, periodId, waiting, href }) => (
          <li key={href}>
            <a href={href}>
              <b>{waiting === undefined ? m.scoring.open : said(waiting)}</b>
              <small lang={langOf(title, context.language)}>{localize(title, context.language)}</small>
              <small>{m.period(periodName(periodId, context.language))}</small>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
