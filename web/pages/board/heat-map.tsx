// Units by periods. How full a cell is, is said in figures and shown by a bar and by a shade: it reads without colour,
// in print and aloud.

import { noActions } from '../../../shared/action/sheet.ts'
import { type BoardCell, fullness } from '../../../shared/campaign/board.ts'
import type { UnitId } from '../../../shared/ids.ts'
import { boardMessages } from '../../../shared/messages/board.ts'
import { formatCount } from '../../../shared/messages/number.ts'
import { periodName } from '../../../shared/messages/period.ts'
import { unitLabel } from '../../../shared/organisation/search.ts'
import type { Unit } from '../../../shared/organisation/unit.ts'
import { rate, unitName } from '../../parts/texts.ts'
import { messagesOf } from '../context.ts'
import { actionsHref, answersHref, type BoardPageProps, boardHref, cellParts } from './board-props.ts'

export function HeatMap(props: BoardPageProps) {
  const { context, rows } = props
  const m = boardMessages[context.language]
  return (
    <section class="slip">
      <h2 id="map">{m.map}</h2>
      {rows.length === 0 ? (
        <>
          <p class="lead">{m.noRows}</p>
          <p>{m.noRowsNext}</p>
        </>
      ) : (
        <>
          <p class="meta">{m.mapHint}</p>
          {props.periods.length + (props.actions ? 1 : 0) > 2 && <p class="swipe">{m.swipe}</p>}
          <section class="map" aria-labelledby="map" tabindex={0}>
            <Table {...props} />
          </section>
          <Paging {...props} />
          <Legend {...props} />
        </>
      )}
    </section>
  )
}

function Table(props: BoardPageProps) {
  const { context, periods, rows, total, look } = props
  const m = boardMessages[context.language]
  const top = props.line.at(-1)
  const whole = top?.name ?? ''
  return (
    <table>
      <caption class="unseen">{m.map}</caption>
      <thead>
        <tr>
          <th scope="col">{m.unit}</th>
          {periods.map(({ id, state }) => (
            <th key={id} scope="col">
              {periodName(id, context.language)}
              <small>{m.periods[state]}</small>
            </th>
          ))}
          {props.actions && (
            <th scope="col">
              {m.actions.title}
              <small>{m.actions.today}</small>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ unit, isAbove, cells }) => (
          <tr key={unit.id}>
            <th scope="row">
              {isAbove && unit.id !== look.unit ? (
                <a href={boardHref(props, { unit: unit.id, level: undefined })}>{unitName(unit.name)}</a>
              ) : (
                unitName(unit.name)
              )}
              <small>{messagesOf(context).code(unit.code)}</small>
            </th>
            {cells.map((cell, at) => (
              <Cell key={periods[at]?.id} {...props} cell={cell} at={at} unitId={unit.id} name={unit.name} />
            ))}
            <Actions {...props} unit={unit} />
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{m.total}</th>
          {total.map((cell, at) => (
            <Cell key={periods[at]?.id} {...props} cell={cell} at={at} unitId={look.unit} name={whole} />
          ))}
          {top && <Actions {...props} unit={top} />}
        </tr>
      </tfoot>
    </table>
  )
}

type CellProps = BoardPageProps & {
  readonly cell: BoardCell | undefined
  readonly at: number
  readonly unitId: UnitId
  readonly name: string
}

/** What is to be put right at the unit and below it, as of today, whichever periods are shown. */
function Actions(props: BoardPageProps & { readonly unit: Unit }) {
  const { context, actions, unit } = props
  const m = boardMessages[context.language].actions
  if (!actions) return null
  const counts = actions.get(unit.id) ?? noActions
  if (counts.open + counts.done === 0) return <td class="none">{m.none}</td>
  const text = unitLabel(unit)
  return (
    <td class="actions">
      {(['open', 'late', 'done'] as const)
        .filter((state) => counts[state] > 0)
        .map((state) => (
          <a
            key={state}
            class={state}
            href={actionsHref(props, unit.id, text, state)}
            aria-label={m.at(unitName(unit.name), m[state](counts[state]))}
          >
            {m[state](counts[state])}
          </a>
        ))}
    </td>
  )
}

/** An empty period is not 0 %, and neither is a unit that isn't asked. */
function Cell(props: CellProps) {
  const { context, cell, at, periods, unitId, name, mayOpenAnswers } = props
  const m = boardMessages[context.language]
  const { language } = context
  const period = periods[at]
  if (!period || !cell || cell.expected === 0) return <td class="none">{m.states.none}</td>
  if (period.state === 'early' && cell.done === 0) return <td class="none">{m.states.early}</td>
  const share = rate(cell.done, cell.expected, language)
  const fraction = `${formatCount(cell.done, language)}/${formatCount(cell.expected, language)}`
  const parts = cellParts
    .filter((part) => cell[part] > 0)
    .map((part) => m.parts[part](cell[part]))
    .join(', ')
  const inside = (
    <>
      <b>{share}</b>
      <span>{fraction}</span>
      {parts && <small>{parts}</small>}
    </>
  )
  return (
    <td class={`f${fullness(cell)}`}>
      {mayOpenAnswers ? (
        <a
          href={answersHref(props, period.id, unitId)}
          aria-label={m.cell(unitName(name), periodName(period.id, language), share, fraction, parts)}
        >
          {inside}
        </a>
      ) : (
        <span class="cell">{inside}</span>
      )}
    </td>
  )
}

function Paging(props: BoardPageProps) {
  const { first, all, pageSize } = props.shownRows
  const m = boardMessages[props.context.language]
  if (all <= pageSize) return null
  const page = first / pageSize + 1
  return (
    <nav class="pages" aria-label={m.map}>
      <p>{m.rows(first + 1, Math.min(all, first + pageSize), all)}</p>
      {page > 1 && <a href={boardHref(props, { page: page - 1 })}>{m.previous}</a>}
      {first + pageSize < all && <a href={boardHref(props, { page: page + 1 })}>{m.next}</a>}
    </nav>
  )
}

function Legend({ context }: BoardPageProps) {
  const m = boardMessages[context.language]
  return (
    <div class="legend">
      <h3>{m.legend}</h3>
      <ul>
        {m.steps.map((step, at) => (
          <li key={step}>
            <span class={`f${at}`} aria-hidden="true" /> {step}
          </li>
        ))}
      </ul>
    </div>
  )
}
