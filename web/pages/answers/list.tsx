// The campaigns whose responses one may read.

import type { Campaign } from '../../../shared/campaign/campaign.ts'
import type { PeriodId } from '../../../shared/ids.ts'
import { type LocalText, localize } from '../../../shared/language.ts'
import { type AnswersMessages, answersMessages } from '../../../shared/messages/answers.ts'
import { periodName } from '../../../shared/messages/period.ts'
import { langOf } from '../../parts/texts.ts'
import { messagesOf, type PageContext } from '../context.ts'
import { Layout } from '../layout.tsx'

export type PeriodLine = {
  readonly id: PeriodId
  readonly href: string
  /** What there is, without what there is none of. */
  readonly counts: readonly {
    readonly kind: keyof AnswersMessages['counts']
    readonly n: number
    readonly href: string
  }[]
}
export type AnswersListPageProps = {
  readonly context: PageContext
  readonly campaigns: readonly {
    readonly title: LocalText
    readonly kind: Campaign['kind']
    readonly href: string
    /** Newest first. */
    readonly periods: readonly PeriodLine[]
  }[]
}

export function AnswersListPage({ context, campaigns }: AnswersListPageProps) {
  const { language } = context
  const m = answersMessages[language]
  return (
    <Layout context={context} title={m.title} moreStyle={context.assetUrl('answers.css')}>
      <h1>{m.title}</h1>
      {campaigns.length === 0 && (
        <div class="slip">
          <p class="lead">{m.none}</p>
          <p>{m.noneNext}</p>
        </div>
      )}
      {campaigns.map(({ title, kind, href, periods }) => (
        <section key={href} class="slip">
          <p class="over">{messagesOf(context).kinds[kind]}</p>
          <h2 lang={langOf(title, language)}>
            <a href={href}>{localize(title, language)}</a>
          </h2>
          {periods.map((period) => (
            <Period key={period.id} context={context} period={period} />
          ))}
          <p class="send">
            <a href={href}>{m.allPeriods}</a>
          </p>
        </section>
      ))}
    </Layout>
  )
}

function Period({ context, period }: { readonly context: PageContext; readonly period: PeriodLine }) {
  const m = answersMessages[context.language]
  return (
    <div class="part">
      <h3>
        <a href={period.href}>{messagesOf(context).period(periodName(period.id, context.language))}</a>
      </h3>
      {period.counts.length === 0 ? (
        <p class="none">{m.table.emptyPlain}</p>
      ) : (
        <ul class="counts">
          {period.counts.map(({ kind, n, href }) => (
            <li key={kind}>
              <a href={href}>{m.counts[kind](n)}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
