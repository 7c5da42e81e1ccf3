// The board of assignments of a period: looked at by team, by unit or by what nobody has, and changed by ticking, by dragging or
// by taking over from the period before.

import { type Assignee, assigneeText, readAssignee } from '../../../../shared/campaign/assignment.ts'
import type { UnitId } from '../../../../shared/ids.ts'
import { assignmentMessages } from '../../../../shared/messages/assignments.ts'
import { type Day, readDay } from '../../../../shared/organisation/day.ts'
import { path } from '../../../../shared/paths.ts'
import { problem } from '../../../../shared/problems.ts'
import { AssignmentsPage, type BoardLine, type BoardQuery } from '../../../../web/pages/campaigns/assignments.tsx'
import { listAssignments, saveAssignments, type VersionedAssignment } from '../../../store/assignments.ts'
import { formFields } from '../../body.ts'
import { pageContext, type SignedInCall } from '../../call.ts'
import { refuse } from '../../problem-response.tsx'
import { type Board, type BoardUnit, mayAnswer, nameOf, optionsOf, readBoard, unitsShown } from './board.ts'
import { type FoundPeriod, foundPeriodFor } from './found.ts'

const perPage = 100

type Shown = {
  readonly found: FoundPeriod
  readonly board: Board
  readonly fields?: URLSearchParams
  readonly faults?: ReadonlyMap<string, string>
  readonly changed?: readonly BoardUnit[]
}

function queryIn({ c }: SignedInCall): BoardQuery {
  const show = (c.req.query('show') ?? '').slice(0, 80)
  return {
    show: show === '' ? 'all' : show,
    q: (c.req.query('q') ?? '').slice(0, 100),
    page: Math.max(1, Number.parseInt(c.req.query('page') ?? '1', 10) || 1),
  }
}

async function boardPage(call: SignedInCall, shown: Shown): Promise<Response> {
  const { found, board, fields = new URLSearchParams(), faults = new Map<string, string>(), changed = [] } = shown
  const { campaign, period } = found
  const asked = queryIn(call)
  const matching = unitsShown(board, asked)
  const pages = Math.max(1, Math.ceil(matching.length / perPage))
  const query = { ...asked, page: Math.min(asked.page, pages) }
  const chosen = new Set(fields.getAll('unit').map((value) => value.split(' ')[0]))
  const assigned = board.units.filter(({ held }) => held).length
  const told = (name: string) => Number(call.c.req.query(name)) || 0
  const page = (
    <AssignmentsPage
      context={pageContext(call)}
      campaign={{ id: campaign.id, title: campaign.title, href: path.campaign(campaign.id) }}
      period={period.id}
      periods={campaign.periods.map(({ id }) => id)}
      units={board.units.length}
      assigned={assigned}
      {...optionsOf(board)}
      query={query}
      pages={pages}
      lines={matching
        .slice((query.page - 1) * perPage, query.page * perPage)
        .map((one) => lineOf(call, found, board, one, chosen))}
      openShown={matching.filter(({ held }) => !held).length}
      earlier={assigned === 0 ? await earlierOf(call, found) : undefined}
      entries={{ fields, faults }}
      changed={changed.map(({ unit, held }) => ({ unit: unit.name, who: whoText(call, board, held?.to) }))}
      told={{ done: told('done'), cleared: told('cleared'), skipped: told('skipped') }}
    />
  )
  return call.c.html(page, changed.length > 0 ? 409 : faults.size > 0 ? 422 : 200)
}

function whoText({ language }: SignedInCall, board: Board, to: Assignee | undefined): string {
  const t = assignmentMessages[language]
  return to ? (nameOf(board, to) ?? t.gone) : t.unassigned
}

function lineOf(
  call: SignedInCall,
  found: FoundPeriod,
  board: Board,
  { unit, parent, held, version }: BoardUnit,
  chosen: ReadonlySet<string | undefined>,
): BoardLine {
  return {
    id: unit.id,
    code: unit.code,
    name: unit.name,
    parentName: parent?.name,
    who: held && whoText(call, board, held.to),
    on: held?.on ?? null,
    lacksRole: held !== undefined && !mayAnswer(call, found, board, held.to, unit.id),
    version,
    isChosen: chosen.has(unit.id),
  }
}

/** The nearest period before this one with assignments of units that the campaign still holds. */
async function earlierOf({ deps }: SignedInCall, { campaign, period }: FoundPeriod) {
  const at = campaign.periods.findIndex(({ id }) => id === period.id)
  const before = campaign.periods[at - 1]
  const held =
    before && (await listAssignments(deps.table, campaign.id, before.id)).filter(({ assignment }) => assignment.to)
  return before && held && held.length > 0 ? { id: before.id, units: held.length } : undefined
}

export async function showAssignments(call: SignedInCall): Promise<Response> {
  const found = await foundPeriodFor(call, 'assign')
  if (!found.ok) return refuse(call, found.problem)
  return boardPage(call, { found: found.value, board: await readBoard(call, found.value) })
}

/** POST: gives units to somebody, takes them back, or takes over from the period before. */
export async function sendAssignments(call: SignedInCall): Promise<Response> {
  const fields = await formFields(call.c)
  const found = await foundPeriodFor(call, 'assign')
  if (!found.ok) return refuse(call, found.problem)
  const board = await readBoard(call, found.value)
  const sent = { found: found.value, board, fields }
  switch (fields.get('action')) {
    case 'take-over':
      return takeOver(call, sent)
    case 'assign-open':
      return assignOpen(call, sent)
    case 'assign':
    case 'clear':
      return assignChosen(call, sent, fields.get('action') === 'clear')
    default:
      return refuse(call, problem.wrongShape(['action']))
  }
}

type Sent = { readonly found: FoundPeriod; readonly board: Board; readonly fields: URLSearchParams }

/** Whom, and on which day; or what is wrong with that. */
function readTarget(call: SignedInCall, { board, fields }: Sent) {
  const words = assignmentMessages[call.language].faults
  const faults = new Map<string, string>()
  const to = readAssignee(fields.get('to') ?? '')
  if (!to || nameOf(board, to) === undefined) faults.set('to', words.to)
  const typed = (fields.get('day') ?? '').trim()
  const on = typed === '' ? null : readDay(typed)
  if (on === undefined) faults.set('day', words.day)
  return { faults, to, on: on ?? null }
}

/** The units that were ticked, each with the version of its assignment that was shown. */
function chosenIn({ board, fields }: Sent) {
  const units = new Map(board.units.map((one) => [one.unit.id as string, one]))
  return fields.getAll('unit').flatMap((value) => {
    const [id = '', version] = value.split(' ')
    const one = units.get(id)
    return one ? [{ one, isCurrent: one.version === Number(version) }] : []
  })
}

async function assignChosen(call: SignedInCall, sent: Sent, isClear: boolean): Promise<Response> {
  const chosen = chosenIn(sent)
  const { faults, to, on } = isClear
    ? { faults: new Map<string, string>(), to: null, on: null }
    : readTarget(call, sent)
  if (chosen.length === 0) faults.set('assign', assignmentMessages[call.language].faults.units)
  if (faults.size > 0) return boardPage(call, { ...sent, faults })
  const changed = chosen.filter(({ isCurrent }) => !isCurrent).map(({ one }) => one)
  if (changed.length > 0) return boardPage(call, { ...sent, changed })
  const units = chosen.map(({ one }) => one)
  return store(call, sent, wantedFor(sent, units, to ?? null, on), isClear ? 'cleared' : 'done')
}

/** Gives all that the query shows and nobody has: what somebody else gives away meanwhile stays with whoever got it. */
async function assignOpen(call: SignedInCall, sent: Sent): Promise<Response> {
  const { faults, to, on } = readTarget(call, sent)
  if (faults.size > 0 || !to) return boardPage(call, { ...sent, faults })
  const units = unitsShown(sent.board, queryIn(call)).filter(({ held }) => !held)
  return store(call, sent, wantedFor(sent, units, to, on), 'done')
}

async function takeOver(call: SignedInCall, sent: Sent): Promise<Response> {
  const { found, board } = sent
  const earlier = await earlierOf(call, found)
  const before = earlier ? await listAssignments(call.deps.table, found.campaign.id, earlier.id) : []
  const of = new Map<UnitId, Assignee | null>(before.map(({ assignment }) => [assignment.unitId, assignment.to]))
  const wanted = board.units
    .filter(({ held }) => !held)
    .flatMap((one) => wantedFor(sent, [one], of.get(one.unit.id) ?? null, null))
    .filter(({ assignment }) => assignment.to)
  return store(call, sent, wanted, 'done')
}

const wantedFor = (
  { found }: Sent,
  units: readonly BoardUnit[],
  to: Assignee | null,
  on: Day | null,
): VersionedAssignment[] =>
  units.map(({ unit, version }) => ({
    assignment: { unitId: unit.id, periodId: found.period.id, to, on },
    version,
  }))

async function store(
  call: SignedInCall,
  { found }: Sent,
  wanted: readonly VersionedAssignment[],
  word: 'done' | 'cleared',
): Promise<Response> {
  const { campaign, period } = found
  const refused = await saveAssignments(call.deps.table, campaign.id, wanted)
  const [first] = wanted
  const whom = first?.assignment.to ? assigneeText(first.assignment.to) : '-'
  const stored = wanted.length - refused.length
  call.record({
    subject: path.campaign(campaign.id),
    unitId: campaign.unitId,
    details: `${period.id}: ${stored} → ${whom}`,
  })
  const { show, q, page } = queryIn(call)
  const query = {
    ...(show === 'all' ? {} : { show }),
    ...(q ? { q } : {}),
    ...(page > 1 ? { page: String(page) } : {}),
  }
  const told = { [word]: String(stored), ...(refused.length > 0 ? { skipped: String(refused.length) } : {}) }
  return call.c.redirect(path.assignments(campaign.id, period.id, { ...query, ...told }), 303)
}
