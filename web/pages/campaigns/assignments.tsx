// Units of a campaign and who visits them: a list to tick, and the teams beside it. With a script units are also dragged onto a
// team; that only fills in and sends the same form.

import type { CampaignId, PeriodId, UnitId } from '../../../shared/ids.ts'
import { type LocalText, localize } from '../../../shared/language.ts'
import { assignmentMessages } from '../../../shared/messages/assignments.ts'
import { periodName } from '../../../shared/messages/period.ts'
import type { Day } from '../../../shared/organisation/day.ts'
import { path } from '../../../shared/paths.ts'
import { Bar } from '../../parts/bar.tsx'
import { langOf } from '../../parts/texts.ts'
import type { PageContext } from '../context.ts'
import { Layout } from '../layout.tsx'
import { AssignmentList } from './assignment-list.tsx'
import type { Entries } from './fields.tsx'
import { FaultLinks, Notice } from './notices.tsx'

/** A team or a person, as fields and addresses carry them. */
export type AssigneeOption = { readonly value: string; readonly name: string; readonly units: number }

export type BoardLine = {
  readonly id: UnitId
  readonly code: string
  readonly name: string
  readonly parentName: string | undefined
  /** Undefined: nobody has it. */
  readonly who: string | undefined
  readonly on: Day | null
  /** Whether nobody of those who have it may answer there. */
  readonly lacksRole: boolean
  /** Of the assignment, for the field. */
  readonly version: number
  readonly isChosen: boolean
}

export type BoardQuery = { readonly show: string; readonly q: string; readonly page: number }

export type AssignmentsPageProps = {
  readonly context: PageContext
  readonly campaign: { readonly id: CampaignId; readonly title: LocalText; readonly href: string }
  readonly period: PeriodId
  readonly periods: readonly PeriodId[]
  readonly units: number
  readonly assigned: number
  readonly teams: readonly AssigneeOption[]
  readonly people: readonly AssigneeOption[]
  readonly query: BoardQuery
  readonly pages: number
  readonly lines: readonly BoardLine[]
  /** Units that match the query and that nobody has. */
  readonly openShown: number
  /** A period before this one whose assignments can be taken over. */
  readonly earlier: { readonly id: PeriodId; readonly units: number } | undefined
  readonly entries: Entries
  /** Units that somebody else has assigned since the page was opened. */
  readonly changed: readonly { readonly unit: string; readonly who: string }[]
  /** What was just done. */
  readonly told: { readonly done: number; readonly cleared: number; readonly skipped: number }
}

export const textsOf = ({ language }: PageContext) => assignmentMessages[language]

export const queryOf = ({ show, q, page }: BoardQuery, changes: Partial<BoardQuery> = {}): Record<string, string> => {
  const next = { show, q, page, ...changes }
  return {
    ...(next.show === 'all' ? {} : { show: next.show }),
    ...(next.q === '' ? {} : { q: next.q }),
    ...(next.page > 1 ? { page: String(next.page) } : {}),
  }
}

export function AssignmentsPage(props: AssignmentsPageProps) {
  const { context, campaign, period, entries, changed } = props
  const t = textsOf(context)
  const { language } = context
  const title = localize(campaign.title, language)
  return (
    <Layout
      context={context}
      title={`${t.title}: ${title}`}
      faulty={entries.faults.size > 0 || changed.length > 0}
      moreStyle={context.assetUrl('campaigns.css')}
      scripts={[context.assetUrl('assign.js')]}
      isWide
    >
      <Notices {...props} />
      <section class="slip">
        <p class="over" lang={langOf(campaign.title, language)}>
          {title}
        </p>
        <h1>{t.title}</h1>
        <p class="unit">{`${t.period} ${periodName(period, language)}`}</p>
        <p class="tally">
          {t.tally(props.assigned, props.units)}
          <Bar value={props.assigned} of={props.units} />
        </p>
        <Left {...props} />
        <Beside {...props} />
      </section>
      <div class="board">
        <Teams {...props} />
        <Units {...props} />
      </div>
      <p class="meta">
        <a href={campaign.href}>{title}</a>
      </p>
    </Layout>
  )
}

function Notices({ context, entries, changed, told }: AssignmentsPageProps) {
  const t = textsOf(context)
  const lines = [
    told.done > 0 && t.done(told.done),
    told.cleared > 0 && t.cleared(told.cleared),
    told.skipped > 0 && t.skipped(told.skipped),
  ].filter((line) => line !== false)
  return (
    <>
      {entries.faults.size > 0 && (
        <Notice title={t.faultTitle} text="">
          <FaultLinks faults={entries.faults} names={{}} />
        </Notice>
      )}
      {changed.length > 0 && (
        <Notice title={t.changedTitle} text={t.changedText}>
          <ul>
            {changed.map(({ unit, who }) => (
              <li key={unit}>{t.changedLine(unit, who)}</li>
            ))}
          </ul>
        </Notice>
      )}
      {lines.length > 0 && (
        <div class="panel calm" role="status">
          {lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      )}
    </>
  )
}

/** What nobody has stands out, and leads to those units. */
function Left({ context, campaign, period, units, assigned }: AssignmentsPageProps) {
  const t = textsOf(context)
  if (units === 0) return <p class="state">{t.noUnits}</p>
  if (assigned === units) return <p class="met">{t.allAssigned}</p>
  return (
    <p>
      <a class="short" href={path.assignments(campaign.id, period, { show: 'open' })}>
        {t.left(units - assigned)}
      </a>
    </p>
  )
}

function Beside({ context, campaign, period, periods, earlier, query }: AssignmentsPageProps) {
  const t = textsOf(context)
  const { language } = context
  return (
    <div class="acts">
      <a href={path.assignmentImport(campaign.id, period)}>{t.importLink}</a>
      {periods
        .filter((one) => one !== period)
        .slice(-6)
        .map((one) => (
          <a key={one} href={path.assignments(campaign.id, one)}>
            {`${t.otherPeriod} ${periodName(one, language)}`}
          </a>
        ))}
      {earlier && (
        <form method="post" action={path.assignments(campaign.id, period, queryOf(query))}>
          <button type="submit" class="minor" name="action" value="take-over">
            {t.takeOver(periodName(earlier.id, language), earlier.units)}
          </button>
        </form>
      )}
    </div>
  )
}

const fewPeople = 30

function Teams({ context, campaign, period, teams, people, query }: AssignmentsPageProps) {
  const t = textsOf(context)
  // Of many people those who have units: the others are in the list below.
  const all = [...teams, ...people.filter(({ units }) => units > 0 || people.length <= fewPeople)]
  return (
    <section class="slip">
      <h2>{t.teams}</h2>
      {teams.length + people.length === 0 && <p class="state">{t.noTeams}</p>}
      {all.length > 0 && <p class="meta">{t.teamsHint}</p>}
      <p class="meta" id="drag-hint" hidden>
        {t.dragHint}
      </p>
      <ul class="teams">
        {all.map(({ value, name, units }) => (
          <li key={value} data-to={value}>
            <a
              href={path.assignments(campaign.id, period, { show: value })}
              aria-current={query.show === value ? 'true' : undefined}
            >
              <b>{name}</b>
              <small>{t.someUnits(units)}</small>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Units(props: AssignmentsPageProps) {
  const { context, campaign, period, query, lines, units } = props
  const t = textsOf(context)
  return (
    <section class="slip">
      <form class="find" method="get" action={path.assignments(campaign.id, period)}>
        {query.show !== 'all' && <input type="hidden" name="show" value={query.show} />}
        <label for="q">{t.search}</label>
        <input id="q" name="q" type="search" value={query.q} maxlength={100} />
        <button type="submit" class="minor">
          {t.find}
        </button>
      </form>
      <p class="acts">
        {(['all', 'open'] as const).map((show) => (
          <a
            key={show}
            href={path.assignments(campaign.id, period, queryOf(query, { show, page: 1 }))}
            aria-current={query.show === show ? 'true' : undefined}
          >
            {t[show]}
          </a>
        ))}
      </p>
      {lines.length === 0 ? units > 0 && <p class="state">{t.noneFound}</p> : <AssignmentList {...props} />}
    </section>
  )
}
