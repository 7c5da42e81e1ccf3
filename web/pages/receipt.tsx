// What was received, when, and under which number: for the sender to keep or print.

import type { Child } from 'hono/jsx'
import type { EvidenceReference } from '../../shared/evidence/reference.ts'
import type { Answers as AnswerMap } from '../../shared/form/answers.ts'
import { toDecimal } from '../../shared/form/decimal.ts'
import type { FormVersion } from '../../shared/form/form.ts'
import type { Raised } from '../../shared/form/rules.ts'
import type { PeriodId } from '../../shared/ids.ts'
import { type LocalText, localize } from '../../shared/language.ts'
import { formatDecimal, formatMoment } from '../../shared/messages/number.ts'
import { periodName } from '../../shared/messages/period.ts'
import { path } from '../../shared/paths.ts'
import type { Standing } from '../../shared/response/counted.ts'
import { type Step, whyNotPossible } from '../../shared/response/step.ts'
import type { Receipt } from '../../shared/response/submission.ts'
import { AnswerList } from '../parts/answers.tsx'
import { FindingList } from '../parts/findings.tsx'
import { langOf, shortNumber, unitName } from '../parts/texts.ts'
import { messagesOf, type PageContext } from './context.ts'
import { Layout } from './layout.tsx'

export type ReceiptPageProps = {
  readonly context: PageContext
  readonly receipt: Receipt
  readonly campaignTitle: LocalText
  readonly unit: { readonly name: string; readonly code: string; readonly parentName: string | undefined }
  readonly periodId: PeriodId
  readonly version: FormVersion
  readonly answers: AnswerMap
  readonly raised: Raised
  /** What was done to it last. */
  readonly step: Step
  /** The name of the unit whose level accepted or returned it; '' where none did. */
  readonly decidedAt: string
  /** Where those who answer change it; undefined where this person may not. */
  readonly edit: string | undefined
  /** The record with its history. */
  readonly recordHref: string
  /** What there is to do next, before the answers. */
  readonly after?: Child
  readonly evidenceUrl: (reference: EvidenceReference) => string
  /** The record as a PDF. */
  readonly pdfHref: string
}

export function ReceiptPage(props: ReceiptPageProps) {
  const { context, receipt, step } = props
  const m = messagesOf(context).receipt
  const isMissed = whyNotPossible(step) !== undefined
  const title = isMissed ? m.notPossibleTitle : m.title
  return (
    <Layout
      context={context}
      title={`${title}: ${props.unit.name}`}
      moreStyle={props.after ? context.assetUrl('actions.css') : undefined}
    >
      <div class="slip">
        <Stamp {...props} />
        <h1>{title}</h1>
        <p class="lead">{isMissed ? m.notPossibleLead : leadOf(receipt.standing, m)}</p>
        <Decided {...props} />
        <Facts {...props} />
        <p class="send">
          <a class="main" href={context.may.has('visits') ? path.visits() : path.home()}>
            {m.back}
          </a>
          {props.edit && <a href={props.edit}>{m.edit}</a>}
          <a href={props.recordHref}>{m.history}</a>
          <a href={props.pdfHref}>{m.record}</a>
        </p>
        {props.after}
        {!isMissed && <Answers {...props} />}
      </div>
    </Layout>
  )
}

/** What became of it at the levels above. */
function Decided({ context, step, decidedAt }: ReceiptPageProps) {
  const m = messagesOf(context).receipt
  const unit = unitName(decidedAt)
  if (step.kind === 'returned') return <p class="state">{m.returned(unit, step.reason)}</p>
  if (step.kind === 'accepted') return <p class="state">{m.accepted(unit)}</p>
  return step.kind === 'corrected' ? <p class="state">{m.corrected(step.reason)}</p> : null
}

function Answers({ context, version, answers, raised, evidenceUrl }: ReceiptPageProps) {
  const m = messagesOf(context).receipt
  return (
    <>
      {raised.findings.length > 0 && (
        <section class="part">
          <h2>{m.findings}</h2>
          <FindingList version={version} findings={raised.findings} language={context.language} />
        </section>
      )}
      <section class="part">
        <h2>{m.answers}</h2>
        <AnswerList version={version} answers={answers} language={context.language} evidenceUrl={evidenceUrl} />
      </section>
    </>
  )
}

function leadOf(standing: Standing, m: { lead: string; leadQuarantined: string; leadWithdrawn: string }): string {
  if (standing === 'quarantined') return m.leadQuarantined
  return standing === 'withdrawn' ? m.leadWithdrawn : m.lead
}

/** The office's stamp for what comes in. It repeats what the list below says, so it is left out for screen readers. */
function Stamp({ context, receipt }: ReceiptPageProps) {
  const m = messagesOf(context)
  return (
    <p class="stamp" aria-hidden="true">
      <b>{m.receipt.stamp}</b>
      <span>{formatMoment(receipt.receivedAt, context.language, context.timeZone)}</span>
      <span>{m.receipt.stampNumber(shortNumber(receipt.id))}</span>
    </p>
  )
}

function Facts(props: ReceiptPageProps) {
  const { context, receipt, campaignTitle, unit, periodId, raised, step } = props
  const why = whyNotPossible(step)
  const m = messagesOf(context)
  const { language, timeZone } = context
  const place = [m.code(unit.code), unit.parentName && unitName(unit.parentName)].filter(Boolean).join(' · ')
  return (
    <dl>
      <dt>{m.unit}</dt>
      <dd>
        <b>{unitName(unit.name)}</b>
        <small>{place}</small>
      </dd>
      {why !== undefined && (
        <>
          <dt>{m.receipt.why}</dt>
          <dd>{why}</dd>
        </>
      )}
      {step.kind === 'entered' && (
        <>
          <dt>{m.receipt.onBehalfOf}</dt>
          <dd>{step.onBehalfOf}</dd>
        </>
      )}
      {raised.name && (
        <>
          <dt>{m.receipt.name}</dt>
          <dd>{raised.name}</dd>
        </>
      )}
      {raised.score !== undefined && (
        <>
          <dt>{m.receipt.score}</dt>
          <dd>{formatDecimal(toDecimal(raised.score), language)}</dd>
        </>
      )}
      <dt>{m.campaign}</dt>
      <dd lang={langOf(campaignTitle, language)}>{localize(campaignTitle, language)}</dd>
      <dt>{m.receipt.period}</dt>
      <dd>{sentence(periodName(periodId, language))}</dd>
      <dt>{m.receipt.receivedAt}</dt>
      <dd>{formatMoment(receipt.receivedAt, language, timeZone)}</dd>
      <dt>{m.receipt.standing}</dt>
      <dd>{m.receipt.standings[receipt.standing]}</dd>
      <dt>{m.receipt.number}</dt>
      <dd>
        <b>{shortNumber(receipt.id)}</b>
        <small>
          <code>{receipt.id}</code>
        </small>
      </dd>
      <dt>{m.receipt.revision}</dt>
      <dd>{m.receipt.revisionNumber(receipt.revision)}</dd>
      <dt>{m.receipt.hash}</dt>
      <dd>
        <small>
          <code>{receipt.contentHash}</code>
        </small>
      </dd>
    </dl>
  )
}

const sentence = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
