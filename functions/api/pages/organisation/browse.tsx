// Looking at the tree: the top, what is found, and unit by unit; today or on another day.

import type { UnitId } from '../../../../shared/ids.ts'
import { formatDay, isAlways } from '../../../../shared/messages/day.ts'
import { organisationMessages } from '../../../../shared/messages/organisation.ts'
import type { Day } from '../../../../shared/organisation/day.ts'
import { unitEvents } from '../../../../shared/organisation/events.ts'
import { standsOn, type UnitHistory } from '../../../../shared/organisation/history.ts'
import { resolveUnit, searchUnits } from '../../../../shared/organisation/search.ts'
import { lineOf, type Unit, unitIn } from '../../../../shared/organisation/unit.ts'
import { path, type UnitEdit, unitEdits } from '../../../../shared/paths.ts'
import { problem } from '../../../../shared/problems.ts'
import type { ShownDay } from '../../../../web/pages/organisation/look.tsx'
import { FoundPage, TreePage } from '../../../../web/pages/organisation/tree.tsx'
import { type UnitLink, UnitPage, type UnitPageProps } from '../../../../web/pages/organisation/unit.tsx'
import { unitParam } from '../../address.ts'
import { pageContext, type SignedInCall } from '../../call.ts'
import { refuse } from '../../problem-response.tsx'
import { eventLines } from './event-lines.ts'
import { peopleAt, toPutRight } from './here.ts'
import { historyOf, mayDo, type Sight, sightOf } from './sight.ts'
import { levelsBelow, pageNumber, pageOf, placedRowOf, rowOf } from './unit-rows.ts'

const shownDay = ({ language }: SignedInCall, { on, isToday, badDay }: Sight): ShownDay => ({
  iso: on,
  text: formatDay(on, language),
  isToday,
  badDay,
})

const rowsOf = ({ tree }: Sight, ids: readonly UnitId[]) =>
  ids.flatMap((id) => {
    const unit = tree.units.get(id)
    return unit ? [rowOf(tree, unit)] : []
  })

/** What stands right below a unit, as far as the visitor may see it: one page of it. */
function belowOf({ c }: SignedInCall, sight: Sight, id: UnitId) {
  const children = (sight.tree.children.get(id) ?? []).filter(sight.mayRead)
  const { items, page, pages } = pageOf(children, pageNumber(c.req.query('page')))
  return { rows: rowsOf(sight, items), page, pages }
}

/** GET /organisation: the whole of what one may see, or what `?q=` finds in it. */
export function showTree(call: SignedInCall): Response | Promise<Response> {
  const { c, me } = call
  const query = (c.req.query('q') ?? '').trim().slice(0, 200)
  const sight = sightOf(call)
  if (query !== '') return showFound(call, sight, query)
  const [top, ...others] = sight.tops
  const isWhole = sight.tops.some((id) => sight.tree.units.get(id)?.parentId === null)
  return c.html(
    <TreePage
      context={pageContext(call)}
      day={shownDay(call, sight)}
      tops={rowsOf(sight, sight.tops)}
      below={top && others.length === 0 ? belowOf(call, sight, top) : { rows: [], page: 1, pages: 1 }}
      levels={levelsBelow(sight.tree, sight.tops)}
      mayManage={sight.tops.some((id) => mayDo(me, 'unit.manage', id))}
      isWhole={isWhole}
      isImported={c.req.query('done') === 'import'}
    />,
  )
}

const mostFound = 50

function showFound(call: SignedInCall, sight: Sight, query: string): Response | Promise<Response> {
  const { tree, tops, mayRead } = sight
  const page = pageNumber(call.c.req.query('page'))
  const resolved = page === 1 ? resolveUnit(tree, query, tops) : undefined
  const day = shownDay(call, sight)
  // A code or a label that was chosen from the suggestions is meant to be opened; a name may be a part of others.
  const isNamed = resolved?.kind === 'found' && (query.includes(resolved.unit.code) || query.includes(' – '))
  if (isNamed && mayRead(resolved.unit.id))
    return call.c.redirect(path.unit(resolved.unit.id, { on: day.isToday ? undefined : day.iso }), 302)
  const { units, hasMore } = searchUnits(tree, query, {
    tops,
    limit: mostFound,
    skip: (page - 1) * mostFound,
    only: mayRead,
  })
  const rows = units.map((unit) => placedRowOf(tree, unit, tops))
  return call.c.html(<FoundPage {...{ context: pageContext(call), day, query, rows, page, hasMore }} />)
}

/** GET /organisation/units/:unit: one that stands on the day, is closed by then, or is yet to come. */
export async function showUnit(call: SignedInCall): Promise<Response> {
  const { c, me } = call
  const id = unitParam(c)
  const history = id && historyOf(me, id)
  if (!history)
    return refuse(call, problem.unitNotFound(), { link: { kind: 'organisation', href: path.organisation() } })
  if (!mayDo(me, 'unit.read', history.id)) return refuse(call, problem.unitNotYours())
  const sight = sightOf(call)
  const { tree, on } = sight
  const unit = unitIn(tree, history.id) ?? firstOf(history)
  const telling = { history: me.history, language: call.language, today: me.today }
  return c.html(
    <UnitPage
      context={pageContext(call)}
      day={shownDay(call, sight)}
      unit={rowOf(tree, unit)}
      above={aboveOf(sight, unit)}
      state={stateOf(call, sight, history)}
      below={belowOf(call, sight, unit.id)}
      levels={levelsBelow(tree, [unit.id])}
      closedHere={closedHere(call, sight, unit.id)}
      people={sight.isToday ? await peopleAt(call, unit.id) : undefined}
      actions={sight.isToday ? await toPutRight(call, unit) : undefined}
      events={eventLines(telling, unitEvents(me.history, history))}
      done={unitEdits.find((one) => one === c.req.query('done'))}
      edits={sight.isToday || on > me.today ? editsOf(call, history) : []}
    />,
  )
}

const firstOf = ({ id, states: [first] }: UnitHistory): Unit => {
  if (!first) throw new Error(`Unit ${id} has no state`)
  const { from: _, ...facts } = first
  return { id, ...facts }
}

const linkOf = ({ tree, mayRead }: Sight, id: UnitId): UnitLink => ({
  id,
  name: unitIn(tree, id)?.name ?? id,
  mayRead: mayRead(id),
})

/** What stands above it on that day, as far up as the visitor may look. */
function aboveOf(sight: Sight, unit: Unit): UnitLink[] {
  const from = sight.tree.units.has(unit.id)
    ? unit.parentId
    : (sight.tree.closed.get(unit.id)?.placedAt ?? unit.parentId)
  const line = from === null ? [] : lineOf(sight.tree, from)
  return line
    .map((id) => linkOf(sight, id))
    .filter(({ mayRead }) => mayRead)
    .reverse()
}

function stateOf({ language }: SignedInCall, sight: Sight, history: UnitHistory): UnitPageProps['state'] {
  const { tree, on } = sight
  if (standsOn(history, on)) return { kind: 'standing' }
  const closed = tree.closed.get(history.id)
  if (!closed) return { kind: 'to-come', from: dayText(history.states[0]?.from ?? on, language) }
  return {
    kind: 'closed',
    from: dayText(closed.closedFrom, language),
    successors: closed.successors.map((id) => linkOf(sight, id)),
    placedAt: linkOf(sight, closed.placedAt),
  }
}

const dayText = (day: Day, language: SignedInCall['language']): string =>
  isAlways(day) ? organisationMessages[language].always : formatDay(day, language)

/** More closed units than this are found in the history of the tree's file. */
const mostClosed = 200

function closedHere(call: SignedInCall, sight: Sight, id: UnitId): UnitPageProps['closedHere'] {
  const closed = [...sight.tree.closed.values()].filter((one) => one.placedAt === id && sight.mayRead(one.unit.id))
  return closed.slice(0, mostClosed).map(({ unit, closedFrom }) => ({
    ...linkOf(sight, unit.id),
    code: unit.code,
    from: dayText(closedFrom, call.language),
  }))
}

/** Units are added below it by whoever manages it; its own place is a matter of whoever manages what it stands under. */
function editsOf({ me }: SignedInCall, history: UnitHistory): UnitEdit[] {
  if (history.closed && history.closed.from <= me.today) return []
  if (!mayDo(me, 'unit.manage', history.id)) return []
  const above = history.states.findLast(({ from }) => from <= me.today)?.parentId ?? history.states[0]?.parentId
  const isPlaced = above !== null && above !== undefined && mayDo(me, 'unit.manage', above)
  return isPlaced ? ['add', 'change', 'move', 'merge', 'split', 'close'] : ['add', 'change']
}
