// One unit on a day: what it is, what stands below it, what became of it, and what can be done about it.

import type { UnitId } from '../../../shared/ids.ts'
import { formatCount } from '../../../shared/messages/number.ts'
import { organisationMessages } from '../../../shared/messages/organisation.ts'
import { organisationEditMessages } from '../../../shared/messages/organisation-edit.ts'
import { path, type UnitEdit } from '../../../shared/paths.ts'
import { unitName } from '../../parts/texts.ts'
import type { PageContext } from '../context.ts'
import { Layout } from '../layout.tsx'
import { type EventLine, EventList } from './event-list.tsx'
import { ActionsHere, PeopleHere, type UnitActions, type UnitPeople } from './here.tsx'
import { DayForm, onOf, type ShownDay } from './look.tsx'
import { treeAssets } from './tree.tsx'
import { type LevelCount, LevelTable, Pages, UnitList, type UnitRow } from './unit-list.tsx'

export type UnitLink = { readonly id: UnitId; readonly name: string; readonly mayRead: boolean }

export type UnitPageProps = {
  readonly context: PageContext
  readonly day: ShownDay
  readonly unit: UnitRow
  /** From the top that the visitor may see down to what it stands under. */
  readonly above: readonly UnitLink[]
  readonly state:
    | { readonly kind: 'standing' }
    | {
        readonly kind: 'closed'
        readonly from: string
        readonly successors: readonly UnitLink[]
        readonly placedAt: UnitLink
      }
    | { readonly kind: 'to-come'; readonly from: string }
  readonly below: { readonly rows: readonly UnitRow[]; readonly page: number; readonly pages: number }
  /** Units at all levels below. */
  readonly levels: readonly LevelCount[]
  readonly closedHere: readonly (UnitLink & { readonly code: string; readonly from: string })[]
  /** Undefined where the visitor doesn't see them, or looks at another day. */
  readonly people: UnitPeople | undefined
  readonly actions: UnitActions | undefined
  readonly events: readonly EventLine[]
  /** What the visitor may do to it. */
  readonly edits: readonly UnitEdit[]
  /** What was just done to it. */
  readonly done: UnitEdit | undefined
}

export function UnitPage(props: UnitPageProps) {
  const { context, day, unit, above, below, events, edits } = props
  const m = organisationMessages[context.language]
  return (
    <Layout context={context} title={unit.name} {...treeAssets(context)}>
      <Above context={context} day={day} above={above} />
      <h1>{unitName(unit.name)}</h1>
      <section class="slip">
        {props.done && (
          <p class="state" role="status">
            {organisationEditMessages[context.language].done[props.done]}
          </p>
        )}
        <State {...props} />
        <Facts {...props} />
        <DayForm context={context} day={day} here={path.unit(unit.id)} />
      </section>
      {props.state.kind === 'standing' && (
        <section class="slip">
          <h2>{m.below}</h2>
          {below.rows.length === 0 ? (
            <p class="none">{m.noneBelow}</p>
          ) : (
            <UnitList context={context} on={onOf(day)} rows={below.rows} />
          )}
          <Pages
            context={context}
            page={below.page}
            pages={below.pages}
            hrefOf={(page) => path.unit(unit.id, { on: onOf(day), page })}
          />
          {props.levels.length > 1 && <LevelTable context={context} levels={props.levels} />}
          <ClosedHere {...props} />
        </section>
      )}
      {props.actions && <ActionsHere context={context} unitId={unit.id} actions={props.actions} />}
      {props.people && <PeopleHere context={context} here={props.people} />}
      <section class="slip">
        <h2>{m.history}</h2>
        <EventList context={context} events={events} />
      </section>
      {edits.length > 0 && <Edits context={context} unit={unit} edits={edits} />}
    </Layout>
  )
}

function Above({ context, day, above }: Pick<UnitPageProps, 'context' | 'day' | 'above'>) {
  const m = organisationMessages[context.language]
  return (
    <nav class="trail" aria-label={m.above}>
      <a href={path.organisation({ on: onOf(day) })}>{m.title}</a>
      {above.map((link) => (
        <span key={link.id}>
          <span aria-hidden="true"> › </span>
          <Name day={day} link={link} />
        </span>
      ))}
    </nav>
  )
}

const Name = ({ day, link }: { readonly day: ShownDay; readonly link: UnitLink }) =>
  link.mayRead ? (
    <a href={path.unit(link.id, { on: onOf(day) })}>{unitName(link.name)}</a>
  ) : (
    <span>{unitName(link.name)}</span>
  )

function State({ context, day, state }: UnitPageProps) {
  const m = organisationMessages[context.language]
  if (state.kind === 'standing') return null
  if (state.kind === 'to-come') return <p class="state">{m.notYet(state.from)}</p>
  return (
    <div class="state">
      <p>
        <b>{m.isClosed(state.from)}</b>
      </p>
      {state.successors.length > 0 && (
        <p>
          {m.carriedOnBy}{' '}
          {state.successors.map((link, index) => (
            <span key={link.id}>
              {index > 0 && ', '}
              <Name day={day} link={link} />
            </span>
          ))}
        </p>
      )}
      <p>
        {m.rollsUpTo} <Name day={day} link={state.placedAt} />
      </p>
      <p class="meta">{m.closedRule}</p>
    </div>
  )
}

function Facts({ context, unit, levels }: UnitPageProps) {
  const m = organisationMessages[context.language]
  const all = levels.reduce((sum, { units }) => sum + units, 0)
  return (
    <dl>
      <dt>{m.code}</dt>
      <dd>
        <code>{unit.code}</code>
      </dd>
      <dt>{m.level}</dt>
      <dd>{unit.level}</dd>
      <dt>{m.members}</dt>
      <dd>{formatCount(unit.members, context.language)}</dd>
      <dt>{m.below}</dt>
      <dd>
        {unit.children === 0 ? m.noneBelow : m.unitsBelow(unit.children)}
        {all > unit.children && <small>{m.allBelow(all)}</small>}
      </dd>
    </dl>
  )
}

function ClosedHere({ context, day, closedHere }: UnitPageProps) {
  const m = organisationMessages[context.language]
  if (closedHere.length === 0) return null
  return (
    <details>
      <summary>{m.closedHere(closedHere.length)}</summary>
      <ul class="links">
        {closedHere.map((link) => (
          <li key={link.id}>
            <Name day={day} link={link} />{' '}
            <small>
              <code>{link.code}</code>, {m.closedOn(link.from)}
            </small>
          </li>
        ))}
      </ul>
    </details>
  )
}

function Edits({ context, unit, edits }: Pick<UnitPageProps, 'context' | 'unit' | 'edits'>) {
  const m = organisationMessages[context.language]
  return (
    <section class="slip">
      <h2>{m.manage}</h2>
      <p class="meta">{m.manageHint}</p>
      <ul class="links">
        {edits.map((edit) => (
          <li key={edit}>
            <a href={path.unitEdit(unit.id, edit)}>{m.edits[edit]}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
