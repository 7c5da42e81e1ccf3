// One response: what it says, what belongs to it, what was done with it, and what may be done.

import type { EvidenceReference } from '../../../shared/evidence/reference.ts'
import type { Answers } from '../../../shared/form/answers.ts'
import { toDecimal } from '../../../shared/form/decimal.ts'
import type { FormVersion } from '../../../shared/form/form.ts'
import type { Raised } from '../../../shared/form/rules.ts'
import type { PeriodId } from '../../../shared/ids.ts'
import { type LocalText, localize } from '../../../shared/language.ts'
import { answersMessages } from '../../../shared/messages/answers.ts'
import { formatDecimal, formatMoment } from '../../../shared/messages/number.ts'
import { periodName } from '../../../shared/messages/period.ts'
import type { Problem } from '../../../shared/problems.ts'
import { AnswerList } from '../../parts/answers.tsx'
import { FindingList } from '../../parts/findings.tsx'
import { ProblemPanel } from '../../parts/problem-panel.tsx'
import { langOf, shortNumber, unitName } from '../../parts/texts.ts'
import { messagesOf, type PageContext } from '../context.ts'
import { Layout } from '../layout.tsx'
import { Badges, type BadgesProps } from './badges.tsx'
import { Gallery, type GalleryItem } from './gallery.tsx'
import { Comparison, type ComparisonProps, type HistoryLine, HistoryList } from './history.tsx'
import { Review, type ReviewProps } from './review.tsx'

export type RecordPageProps = {
  readonly context: PageContext
  readonly problem: Problem | undefined
  readonly campaignTitle: LocalText
  readonly unit: { readonly name: string; readonly code: string; readonly parentName: string | undefined }
  readonly periodId: PeriodId
  readonly id: string
  readonly state: Omit<BadgesProps, 'context'>
  /** ISO 8601, UTC. */
  readonly receivedAt: string
  readonly finishedAt: string | undefined
  readonly by: string | undefined
  readonly onBehalfOf: string | undefined
  readonly notPossible: string | undefined
  readonly version: FormVersion
  readonly answers: Answers
  readonly raised: Raised
  readonly evidenceUrl: (reference: EvidenceReference) => string
  readonly gallery: readonly GalleryItem[]
  readonly history: readonly HistoryLine[]
  readonly comparison: Omit<ComparisonProps, 'context'>
  readonly review: Omit<ReviewProps, 'context'>
  /** Undefined for whoever reads nothing but their own. */
  readonly table: { readonly backHref: string; readonly nextHref: string; readonly previousHref: string } | undefined
  readonly receiptHref: string
  readonly pdfHref: string
}

export function RecordPage(props: RecordPageProps) {
  const { context, problem, unit, campaignTitle, periodId, review, comparison } = props
  const { language } = context
  const m = answersMessages[language]
  return (
    <Layout
      context={context}
      title={`${m.record.title(unit.name)}, ${periodName(periodId, language)}`}
      faulty={problem !== undefined}
      moreStyle={context.assetUrl('answers.css')}
    >
      {problem && <ProblemPanel context={context} problem={problem} />}
      <div class="slip">
        <p class="over" lang={langOf(campaignTitle, language)}>
          {localize(campaignTitle, language)}
        </p>
        <h1>{m.record.title(unitName(unit.name))}</h1>
        <p class="unit">{messagesOf(context).period(periodName(periodId, language))}</p>
        <Badges context={context} {...props.state} />
        {props.state.isHeld && <Held {...props} />}
        <Facts {...props} />
        <p class="send">
          <a href={props.pdfHref}>{m.record.pdf}</a>
          <a href={props.receiptHref}>{m.record.receipt}</a>
        </p>
        <Review context={context} {...review} />
        <Content {...props} />
        <Gallery context={context} gallery={props.gallery} />
        <HistoryList context={context} history={props.history} compareHref={comparison.compareHref} />
        <Comparison context={context} {...comparison} />
        <Others {...props} />
      </div>
    </Layout>
  )
}

function Held({ context, state }: RecordPageProps) {
  const m = answersMessages[context.language].record
  return (
    <div class="state">
      {state.place !== 'quarantined' && <b>{m.heldTitle}</b>}
      <p>{state.place === 'quarantined' ? m.quarantineHint : m.heldHint}</p>
    </div>
  )
}

function Facts(props: RecordPageProps) {
  const { context, unit, raised, by, onBehalfOf, id } = props
  const { language, timeZone } = context
  const m = answersMessages[language]
  const place = [messagesOf(context).code(unit.code), unit.parentName && unitName(unit.parentName)]
  return (
    <dl>
      <dt>{m.table.unit}</dt>
      <dd>
        <b>{unitName(unit.name)}</b>
        <small>{place.filter(Boolean).join(' · ')}</small>
      </dd>
      {raised.name && <Fact name={m.record.name} text={raised.name} />}
      <Fact name={m.record.received} text={formatMoment(props.receivedAt, language, timeZone)} />
      {props.finishedAt && <Fact name={m.record.finished} text={formatMoment(props.finishedAt, language, timeZone)} />}
      <dt>{m.record.by}</dt>
      <dd>
        {by ?? m.record.nobody}
        {onBehalfOf && <small>{m.table.onBehalf(onBehalfOf)}</small>}
      </dd>
      {raised.score !== undefined && (
        <Fact name={m.record.score} text={formatDecimal(toDecimal(raised.score), language)} />
      )}
      <Fact name={m.record.number} text={shortNumber(id)} />
    </dl>
  )
}

const Fact = ({ name, text }: { readonly name: string; readonly text: string }) => (
  <>
    <dt>{name}</dt>
    <dd>{text}</dd>
  </>
)

function Content(props: RecordPageProps) {
  const { context, notPossible, raised, version } = props
  const m = answersMessages[context.language].record
  if (notPossible !== undefined)
    return (
      <section class="part">
        <h2>{m.notPossible}</h2>
        <blockquote>{notPossible}</blockquote>
      </section>
    )
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
        <AnswerList
          version={version}
          answers={props.answers}
          language={context.language}
          evidenceUrl={props.evidenceUrl}
        />
      </section>
    </>
  )
}

function Others({ context, table }: RecordPageProps) {
  const m = answersMessages[context.language].record
  if (!table) return null
  return (
    <nav class="pages" aria-label={m.otherRecords}>
      <a href={table.previousHref} rel="prev">
        {m.previous}
      </a>
      <a href={table.backHref}>{m.back}</a>
      <a href={table.nextHref} rel="next">
        {m.next}
      </a>
    </nav>
  )
}
