// Units as a list to open step by step, page by page, and their numbers by level.

import type { UnitId } from '../../../shared/ids.ts'
import { formatCount } from '../../../shared/messages/number.ts'
import { organisationMessages } from '../../../shared/messages/organisation.ts'
import { path } from '../../../shared/paths.ts'
import { unitName } from '../../parts/texts.ts'
import type { PageContext } from '../context.ts'

export type UnitRow = {
  readonly id: UnitId
  readonly code: string
  readonly name: string
  readonly level: string
  readonly members: number
  /** Units right below. */
  readonly children: number
  /** The names above it where a list is not of one unit's children; else ''. */
  readonly where: string
}
export type LevelCount = { readonly level: string; readonly units: number; readonly members: number }

/** `on`: the day that is looked at; undefined for today. */
type ListProps = { readonly context: PageContext; readonly on: string | undefined; readonly rows: readonly UnitRow[] }

export function UnitList({ context, on, rows }: ListProps) {
  return (
    <ul class="rows units">
      {rows.map((row) => (
        <li key={row.id}>
          <a href={path.unit(row.id, { on })}>
            <b>{unitName(row.name)}</b>
            {row.where && <small>{row.where}</small>}
            <Facts context={context} row={row} />
          </a>
        </li>
      ))}
    </ul>
  )
}

function Facts({ context, row }: { readonly context: PageContext; readonly row: UnitRow }) {
  const m = organisationMessages[context.language]
  const facts = [
    row.level,
    ...(row.members > 0 ? [m.membersOf(row.members)] : []),
    ...(row.children > 0 ? [m.unitsBelow(row.children)] : []),
  ]
  return (
    <span class="meta">
      <code>{row.code}</code> · {facts.join(' · ')}
    </span>
  )
}

export function LevelTable({
  context,
  levels,
}: {
  readonly context: PageContext
  readonly levels: readonly LevelCount[]
}) {
  const m = organisationMessages[context.language]
  const count = (value: number) => formatCount(value, context.language)
  const hasMembers = levels.some(({ members }) => members > 0)
  return (
    <table class="levels">
      <caption>{m.byLevel}</caption>
      <thead>
        <tr>
          <th scope="col">{m.level}</th>
          <th scope="col">{m.units}</th>
          {hasMembers && <th scope="col">{m.members}</th>}
        </tr>
      </thead>
      <tbody>
        {levels.map(({ level, units, members }) => (
          <tr key={level}>
            <th scope="row">{level}</th>
            <td>{count(units)}</td>
            {hasMembers && <td>{members > 0 ? count(members) : '–'}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type PagesProps = {
  readonly context: PageContext
  readonly page: number
  readonly pages: number
  /** The address of a page of the same list. */
  readonly hrefOf: (page: number) => string
}

export function Pages({ context, page, pages, hrefOf }: PagesProps) {
  const m = organisationMessages[context.language]
  if (pages === 1) return null
  return (
    <nav class="pages" aria-label={m.pages}>
      {page > 1 && (
        <a rel="prev" href={hrefOf(page - 1)}>
          {m.previous}
        </a>
      )}
      <span>{m.page(page, pages)}</span>
      {page < pages && (
        <a rel="next" href={hrefOf(page + 1)}>
          {m.next}
        </a>
      )}
    </nav>
  )
}
