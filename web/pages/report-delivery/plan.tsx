// What was delivered of a plan's reports, and the secret that signs its webhook.

import type { ReportPlanId } from '../../../shared/ids.ts'
import { type LocalText, localize } from '../../../shared/language.ts'
import { formatMoment } from '../../../shared/messages/number.ts'
import { reportDeliveryMessages } from '../../../shared/messages/report-delivery.ts'
import { path } from '../../../shared/paths.ts'
import type { Problem } from '../../../shared/problems.ts'
import { ProblemPanel } from '../../parts/problem-panel.tsx'
import { langOf } from '../../parts/texts.ts'
import type { Entries } from '../campaigns/fields.tsx'
import type { PageContext } from '../context.ts'
import { Layout } from '../layout.tsx'
import { DeliveryFields, type Reader } from '../report-plans/delivery-fields.tsx'
import { type DeliveredLine, DeliveredLines } from './lines.tsx'

type Props = {
  readonly context: PageContext
  readonly id: ReportPlanId
  readonly title: LocalText
  readonly lines: readonly DeliveredLine[]
  /** Lines at most. */
  readonly limit: number
  readonly form: {
    readonly entries: Entries
    readonly readers: readonly Reader[]
    /** What it was filled in over. */
    readonly was: string
  }
  readonly isSaved: boolean
  readonly webhook: WebhookState
  readonly problem: Problem | undefined
}
export type WebhookState = {
  readonly url: string | undefined
  readonly made: { readonly by: string; readonly at: string; readonly bothUntil: string | undefined } | undefined
  /** Of the secret that is seen: a second press of the same page makes no other. */
  readonly version: number
}

export function PlanDeliveryPage(props: Props) {
  const { context, id, title, lines, limit, isSaved, webhook, problem } = props
  const { language } = context
  const m = reportDeliveryMessages[language].plan
  return (
    <Layout
      context={context}
      title={`${m.title}: ${localize(title, language)}`}
      faulty={problem !== undefined}
      moreStyle={['campaigns.css', 'report-desk.css'].map(context.assetUrl)}
    >
      <h1 lang={langOf(title, language)}>{localize(title, language)}</h1>
      {problem && <ProblemPanel context={context} problem={problem} />}
      {isSaved && (
        <p class="panel calm" role="status">
          {m.saved}
        </p>
      )}
      <Form {...props} />
      {(webhook.url !== undefined || webhook.made) && <Secret context={context} id={id} webhook={webhook} />}
      <section class="slip">
        <h2>{m.log}</h2>
        <p class="meta">{lines.length === 0 ? m.none : m.logLead(limit)}</p>
        <DeliveredLines context={context} lines={lines} mayMake />
      </section>
      <p class="meta">
        <a href={path.reportPlan(id)}>{m.toPlan}</a>
      </p>
    </Layout>
  )
}

function Form({ context, id, form: { entries, readers, was } }: Props) {
  const { language } = context
  const m = reportDeliveryMessages[language]
  return (
    <form class="slip entry" method="post" action={path.planDelivery(id)} novalidate>
      <h2>{m.fields.title}</h2>
      <input type="hidden" name="was" value={was} />
      <DeliveryFields language={language} entries={entries} readers={readers} />
      <p class="send">
        <button type="submit" class="main">
          {m.plan.save}
        </button>
      </p>
    </form>
  )
}

function Secret({ context, id, webhook }: Pick<Props, 'context' | 'id'> & { readonly webhook: WebhookState }) {
  const { language, timeZone } = context
  const m = reportDeliveryMessages[language].plan
  const { url, made, version } = webhook
  return (
    <section class="slip">
      <h2>{m.secret}</h2>
      <p>{m.secretLead}</p>
      <p class="meta">{url === undefined ? m.noUrl : m.url(url)}</p>
      <p>
        {made ? m.madeAt(made.by, formatMoment(made.at, language, timeZone)) : m.noSecret}{' '}
        {made?.bothUntil && m.both(formatMoment(made.bothUntil, language, timeZone))}
      </p>
      <form class="make" method="post" action={path.planWebhookSecret(id)}>
        <input type="hidden" name="version" value={String(version)} />
        {made && <p class="hint">{m.rotateHint}</p>}
        <button type="submit">{made ? m.rotate : m.make}</button>
      </form>
    </section>
  )
}

/** The secret, this once. */
export function MadeSecretPage({ context, id, text }: Pick<Props, 'context' | 'id'> & { readonly text: string }) {
  const m = reportDeliveryMessages[context.language].plan
  return (
    <Layout context={context} title={m.made} moreStyle={context.assetUrl('report-desk.css')}>
      <div class="slip">
        <h1>{m.made}</h1>
        <p class="lead">{m.once}</p>
        <p class="words">
          <code>{text}</code>
        </p>
        <p>
          <a href={path.planDelivery(id)}>{m.back}</a>
        </p>
      </div>
    </Layout>
  )
}
