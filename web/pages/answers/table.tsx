// The responses of a campaign as a table: filters above it, one row for each, pages below. On a phone rows are cards.

import type { PeriodId } from '../../../shared/ids.ts'
import { type LocalText, localize } from '../../../shared/language.ts'
import { answersMessages } from '../../../shared/messages/answers.ts'
import { formatMoment } from '../../../shared/messages/number.ts'
import { periodName } from '../../../shared/messages/period.ts'
import type { Place } from '../../../shared/response/state.ts'
import { langOf, unitName } from '../../parts/texts.ts'
import type { PageContext } from '../context.ts'
import { Layout } from '../layout.tsx'
import { Badges } from './badges.tsx'
import { Filters, type FiltersProps } from './filters.tsx'
import { ManyResult, type ManyResultProps } from './many-result.tsx'

export type AnswerLine = {
  /** Names the row in the address that accepts it; undefined where the visitor may not accept it. */
  readonly acceptKey: string | undefined
  readonly href: string
  readonly unit: { readonly name: string; readonly code: string; readonly parentName: string | undefined }
  /** In a table of several campaigns. */
  readonly campaign?: { readonly title: LocalText; readonly href: string }
  readonly periodId: PeriodId
  readonly place: Place
  readonly isLate: boolean
  readonly isAccepted: boolean
  readonly isHeld: boolean
  /** ISO 8601, UTC. */
  readonly receivedAt: string
  readonly by: { readonly name: string; readonly href: string } | undefined
  readonly onBehalfOf: string | undefined
  readonly name: string | undefined
  /** As people read it. */
  readonly score: string | undefined
  readonly findings: number
  /** One for each question column; '' where it wasn't answered. */
  readonly cells: readonly string[]
}
export type AnswersPageProps = Omit<FiltersProps, 'context'> & {
  readonly context: PageContext
  readonly title: LocalText
  readonly listHref: string
  /** Labels of the question columns. */
  readonly columns: readonly string[]
  readonly rows: readonly AnswerLine[]
  /** The number of the first row, from 1. */
  readonly from: number
  /** Responses that were looked at for this page. */
  readonly looked: number
  /** Whether time ran out before the page was full. */
  readonly isStopped: boolean
  readonly nextHref: string | undefined
  readonly previousHref: string | undefined
  readonly firstHref: string | undefined
  readonly acceptHref: string
  readonly result: ManyResultProps['result'] | undefined
}

export function AnswersPage(props: AnswersPageProps) {
  const { context, title, rows, result } = props
  const m = answersMessages[context.language]
  return (
    <Layout
      context={context}
      title={`${m.title}: ${localize(title, context.language)}`}
      moreStyle={['answers.css', 'unit-field.css'].map(context.assetUrl)}
      scripts={['unit-field.js', ...(rows.some(({ acceptKey }) => acceptKey) ? ['choose-all.js'] : [])].map(
        context.assetUrl,
      )}
      isWide
    >
      <div class="slip">
        <p class="over">
          <a href={props.listHref}>{m.title}</a>
        </p>
        <h1 lang={langOf(title, context.language)}>{localize(title, context.language)}</h1>
        <Filters {...props} />
      </div>
      {result && <ManyResult context={context} result={result} />}
      <div class="slip">
        {rows.length > 0 && <Rows {...props} showsPeriod={props.values.period === ''} />}
        <Count {...props} />
        <Pages {...props} />
      </div>
    </Layout>
  )
}

function Count({ context, rows, from, looked, isStopped, nextHref, isNarrowed, previousHref }: AnswersPageProps) {
  const m = answersMessages[context.language].table
  const to = from + rows.length - 1
  if (isStopped) return <p class="state">{m.stopped(looked, rows.length)}</p>
  if (rows.length > 0) return <p class="meta">{nextHref ? m.atLeast(from, to) : m.exactly(from, to)}</p>
  if (previousHref) return <p class="lead">{m.noMore}</p>
  return (
    <>
      <p class="lead">{isNarrowed ? m.empty : m.emptyPlain}</p>
      <p>{isNarrowed ? m.emptyNext : m.emptyPlainNext}</p>
    </>
  )
}

type PagesProps = Pick<AnswersPageProps, 'context' | 'isStopped' | 'nextHref' | 'previousHref' | 'firstHref'>

export function Pages({ context, isStopped, nextHref, previousHref, firstHref }: PagesProps) {
  const m = answersMessages[context.language].table
  if (!nextHref && !previousHref && !firstHref) return null
  return (
    <nav class="pages" aria-label={m.pages}>
      {firstHref && <a href={firstHref}>{m.first}</a>}
      {previousHref && (
        <a href={previousHref} rel="prev">
          {m.previous}
        </a>
      )}
      {nextHref && (
        <a class={isStopped ? 'main' : undefined} href={nextHref} rel="next">
          {isStopped ? m.goOn : m.next}
        </a>
      )}
    </nav>
  )
}

/** What some row of the page has; a column that no row fills is left out. */
type Shown = {
  readonly choose: boolean
  readonly campaign: boolean
  readonly period: boolean
  readonly name: boolean
  readonly score: boolean
  readonly findings: boolean
}

type RowsProps = Pick<AnswersPageProps, 'context' | 'columns' | 'rows' | 'acceptHref'> & {
  /** False where one period was asked for: every row would say the same. */
  readonly showsPeriod: boolean
}

export function Rows({ context, columns, rows, acceptHref, showsPeriod }: RowsProps) {
  const m = answersMessages[context.language]
  const shown: Shown = {
    choose: rows.some(({ acceptKey }) => acceptKey),
    campaign: rows.some(({ campaign }) => campaign),
    period: showsPeriod,
    name: rows.some(({ name }) => name),
    score: rows.some(({ score }) => score),
    findings: rows.some(({ findings }) => findings > 0),
  }
  return (
    <>
      <section class="scroll" aria-label={m.table.region} tabindex={0}>
        <table class="answers-table">
          <caption>{m.table.caption}</caption>
          <Head context={context} columns={columns} shown={shown} />
          <tbody>
            {rows.map((line) => (
              <Row key={line.href} context={context} columns={columns} line={line} shown={shown} />
            ))}
          </tbody>
        </table>
      </section>
      {shown.choose && (
        <form id="accept" class="make" method="post" action={acceptHref}>
          <button type="submit">{m.many.accept}</button>
        </form>
      )}
    </>
  )
}

type HeadProps = { readonly context: PageContext; readonly columns: readonly string[]; readonly shown: Shown }

function Head({ context, columns, shown }: HeadProps) {
  const all = answersMessages[context.language]
  const m = all.table
  return (
    <thead>
      <tr>
        {shown.choose && (
          <th scope="col" data-choose-all={m.chooseAll}>
            {m.chooseColumn}
          </th>
        )}
        <th scope="col">{m.unit}</th>
        {shown.campaign && <th scope="col">{all.waiting.campaign}</th>}
        {shown.period && <th scope="col">{m.period}</th>}
        <th scope="col">{m.state}</th>
        <th scope="col">{m.received}</th>
        <th scope="col">{m.by}</th>
        {shown.name && <th scope="col">{m.name}</th>}
        {columns.map((label) => (
          <th key={label} scope="col">
            {label}
          </th>
        ))}
        {shown.score && (
          <th scope="col" class="figures">
            {m.score}
          </th>
        )}
        {shown.findings && (
          <th scope="col" class="figures">
            {m.findings}
          </th>
        )}
      </tr>
    </thead>
  )
}

type RowProps = HeadProps & { readonly line: AnswerLine }

function Row({ context, columns, line, shown }: RowProps) {
  const m = answersMessages[context.language]
  const { language, timeZone } = context
  const { unit } = line
  return (
    <tr>
      {shown.choose && (
        <td class="choose">
          {line.acceptKey && (
            <input
              type="checkbox"
              name="row"
              value={line.acceptKey}
              form="accept"
              aria-label={m.table.choose(unit.name)}
            />
          )}
        </td>
      )}
      <th scope="row">
        <a href={line.href}>{unitName(unit.name)}</a>
        <small>{[unit.code, unit.parentName && unitName(unit.parentName)].filter(Boolean).join(' · ')}</small>
      </th>
      {line.campaign && (
        <td data-label={m.waiting.campaign} lang={langOf(line.campaign.title, language)}>
          <a href={line.campaign.href}>{localize(line.campaign.title, language)}</a>
        </td>
      )}
      {shown.period && <td data-label={m.table.period}>{periodName(line.periodId, language)}</td>}
      <td data-label={m.table.state}>
        <Badges context={context} {...line} />
      </td>
      <td data-label={m.table.received}>{formatMoment(line.receivedAt, language, timeZone)}</td>
      <td data-label={m.table.by}>
        <Sender context={context} line={line} />
      </td>
      {shown.name && <td data-label={m.table.name}>{line.name ?? m.table.noAnswer}</td>}
      {line.cells.map((text, at) => (
        <td key={columns[at]} data-label={columns[at]}>
          {text || m.table.noAnswer}
        </td>
      ))}
      {shown.score && (
        <td class="figures" data-label={m.table.score}>
          {line.score ?? m.table.noAnswer}
        </td>
      )}
      {shown.findings && (
        <td class="figures" data-label={m.table.findings}>
          {line.findings}
        </td>
      )}
    </tr>
  )
}

function Sender({ context, line: { by, onBehalfOf } }: { readonly context: PageContext; readonly line: AnswerLine }) {
  const m = answersMessages[context.language].table
  return (
    <>
      {by ? (
        <a href={by.href} title={m.onlyThis(by.name)}>
          {by.name}
        </a>
      ) : (
        m.noAnswer
      )}
      {onBehalfOf && <small>{m.onBehalf(onBehalfOf)}</small>}
    </>
  )
}
