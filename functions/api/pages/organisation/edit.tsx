// Changing one unit of the tree: entered, checked against the whole history, confirmed where units end, and stored under the
// version that was read. Who comes second sees what changed meanwhile, with their own entries.

import * as v from 'valibot'
import type { UnitId } from '../../../../shared/ids.ts'
import { organisationEditMessages } from '../../../../shared/messages/organisation-edit.ts'
import { changed, type TreeChange } from '../../../../shared/organisation/change.ts'
import { laterOf } from '../../../../shared/organisation/day.ts'
import { differences } from '../../../../shared/organisation/events.ts'
import { sameCode } from '../../../../shared/organisation/faults.ts'
import type { TreeHistory, UnitHistory } from '../../../../shared/organisation/history.ts'
import { path, type UnitEdit, unitEdits } from '../../../../shared/paths.ts'
import { type Problem, problem } from '../../../../shared/problems.ts'
import { EditPage, type Meanwhile, ReviewPage } from '../../../../web/pages/organisation/edit.tsx'
import type { FieldFault, Listed } from '../../../../web/pages/organisation/edit-fields.tsx'
import { findHistory, saveTree, type TreeVersion } from '../../../store/organisation.ts'
import { unitParam } from '../../address.ts'
import { formFields } from '../../body.ts'
import { pageContext, type SignedInCall } from '../../call.ts'
import { refuse, statusOf } from '../../problem-response.tsx'
import { consequencesOf, endsUnits } from './consequences.ts'
import { type Desk, type Draft, stateNear } from './draft.ts'
import { draftOf } from './drafts.ts'
import { detailsOf, faultsOf, nameIn } from './edit-words.ts'
import { readFrom } from './entries.ts'
import { eventLines } from './event-lines.ts'
import { historyOf, mayDo } from './sight.ts'

/** GET: the page of a change, empty. */
export function showEdit(call: SignedInCall): Response | Promise<Response> {
  const at = placeOf(call)
  if ('code' in at) return refuse(call, at, toTree)
  const desk = deskOf(call, at.history, new URLSearchParams(), true)
  return editPage({ ...at, desk, draft: draftOf(at.edit, desk), faults: [] })
}

/** POST: looks at what was entered; changes the tree where it is sound and, if units end, confirmed. */
export async function sendEdit(call: SignedInCall): Promise<Response> {
  return send(call, await formFields(call.c), mostTries)
}

/** Two people changing one tree at once start again as often as the other wins. */
const mostTries = 5

async function send(call: SignedInCall, fields: URLSearchParams, triesLeft: number): Promise<Response> {
  const at = placeOf(call)
  if ('code' in at) return refuse(call, at, toTree)
  const desk = deskOf(call, at.history, fields, false)
  const step = fields.get('step') ?? ''
  const draft = draftOf(at.edit, desk)
  const shown: Shown = { ...at, desk, draft, faults: [] }
  if (step === 'more' || step === 'edit') return unchanged(call, editPage(shown))
  const day = isWhole(fields) ? [] : readFrom(call, fields.get('from') ?? '').faults
  const faults = [...day, ...draft.faults]
  if (faults.length > 0 || !draft.change)
    return editPage({ ...shown, faults, problem: problem.fieldsWrong(Math.max(1, faults.length)) })
  if (!draft.asks.every((id) => mayDo(call.me, 'unit.manage', id))) return refuse(call, problem.unitNotYours())
  const checked = await check(shown, draft.change, step)
  if (checked instanceof Response) return checked
  const { me, deps } = call
  if (!(await saveTree(deps.table, me.organisation, checked, me.version))) {
    if (triesLeft === 0) throw new Error(`The tree was changed ${mostTries} times under one change`)
    const current = await deps.directory.organisation(me.organisationId, call.now)
    return send({ ...call, me: { ...me, ...current } }, fields, triesLeft - 1)
  }
  const details = detailsOf(me.history, desk.unit, draft.change)
  call.record({ subject: path.unit(draft.target), unitId: draft.target, details })
  const on = desk.from > me.today ? desk.from : undefined
  return call.c.redirect(path.unit(draft.target, { on, done: at.edit }), 303)
}

/** A page that only asks again is nothing for the audit log. */
function unchanged(call: SignedInCall, page: Response | Promise<Response>): Response | Promise<Response> {
  call.changedNothing()
  return page
}

const toTree = { link: { kind: 'organisation', href: path.organisation() } } as const

type Place = { readonly call: SignedInCall; readonly edit: UnitEdit; readonly history: UnitHistory }

/** The unit and the change that the address names, where the visitor manages the unit. */
function placeOf(call: SignedInCall): Place | Problem {
  const edit = unitEdits.find((one) => call.c.req.path.endsWith(`/${one}`))
  const id = unitParam(call.c)
  const history = id && historyOf(call.me, id)
  if (!edit || !history) return problem.unitNotFound()
  return mayDo(call.me, 'unit.manage', history.id) ? { call, edit, history } : problem.unitNotYours()
}

const isWhole = (fields: URLSearchParams): boolean => fields.get('whole') === 'yes'

function deskOf(call: SignedInCall, history: UnitHistory, fields: URLSearchParams, isNew: boolean): Desk {
  const [first] = history.states
  const begun = first?.from ?? call.me.today
  const usual = laterOf(begun, call.me.today)
  const asked = isNew ? usual : (readFrom(call, fields.get('from') ?? '').day ?? usual)
  const from = isWhole(fields) ? begun : asked
  return { call, history, from, tree: call.me.treeOn(from), unit: stateNear(history, from), fields, isNew }
}

type Shown = Place & {
  readonly desk: Desk
  readonly draft: Draft
  readonly faults: readonly FieldFault[]
  readonly problem?: Problem
  readonly meanwhile?: readonly Meanwhile[]
}

const versionText = ({ version, hash }: TreeVersion): string => `${version}.${hash}`
const VersionText = v.pipe(v.string(), v.regex(/^[1-9]\d{0,8}\.[A-Za-z0-9_-]{16}$/))

const listed = ({ history, call }: Place): Listed => {
  const { code, name } = stateNear(history, call.me.today)
  return { id: history.id, code, name }
}

function sharedProps({ call, edit, history, faults, problem: why, meanwhile }: Shown) {
  return {
    context: pageContext(call),
    edit,
    unit: listed({ call, edit, history }),
    version: versionText(call.me.treeVersion),
    faults,
    ...(why ? { problem: why } : {}),
    ...(meanwhile ? { meanwhile } : {}),
  }
}

const statusFor = ({ problem: why }: Shown) => (why ? statusOf[why.code] : 200)

function editPage(shown: Shown): Response | Promise<Response> {
  const { call, desk, draft } = shown
  const typed = desk.fields.get('from')
  return call.c.html(
    <EditPage {...sharedProps(shown)} from={typed ?? desk.from} entries={draft.entries} />,
    statusFor(shown),
  )
}

/** What the page itself says, and not the person. */
const ownFields = ['step', 'version', 'confirm']

function reviewPage(shown: Shown, consequences: readonly string[]): Response | Promise<Response> {
  const { call, desk } = shown
  return call.c.html(
    <ReviewPage
      {...sharedProps(shown)}
      consequences={consequences}
      carried={[...desk.fields].filter(([name]) => !ownFields.includes(name))}
      confirmed={desk.fields.get('confirm') ?? ''}
    />,
    statusFor(shown),
  )
}

/** The history after the change; or the page that says what is in its way, or asks for a confirmation. */
async function check(shown: Shown, change: TreeChange, step: string): Promise<TreeHistory | Response> {
  const { call, desk } = shown
  const { me, language } = call
  const m = organisationEditMessages[language].faults
  const meanwhile = await changedMeanwhile(shown, change)
  if (meanwhile) return editPage({ ...shown, problem: problem.treeChanged(), meanwhile })
  const outcome = changed(me.history, change, me.today)
  const faults = outcome.ok
    ? outcome.value === me.history
      ? [{ field: 'from', text: m.nothing }]
      : []
    : faultsOf(call, change, outcome.problem)
  if (faults.length > 0) return editPage({ ...shown, faults, problem: problem.fieldsWrong(faults.length) })
  if (!outcome.ok || !endsUnits(change)) return outcome.ok ? outcome.value : me.history
  const { code } = listed(shown)
  const consequences = consequencesOf(call, change, desk.tree)
  if (step !== 'apply') return unchanged(call, reviewPage(shown, consequences))
  if (sameCode(desk.fields.get('confirm') ?? '') === sameCode(code)) return outcome.value
  const wrong = { faults: [{ field: 'confirm', text: m.confirm(code) }], problem: problem.fieldsWrong(1) }
  return reviewPage({ ...shown, ...wrong }, consequences)
}

/** What others changed, since the page was opened, of the units that this change is about; undefined where nothing was. */
async function changedMeanwhile({ call, desk }: Shown, change: TreeChange): Promise<Meanwhile[] | undefined> {
  const { me, deps, language } = call
  const seen = v.safeParse(VersionText, desk.fields.get('version'))
  if (!seen.success || seen.output === versionText(me.treeVersion)) return undefined
  const [version = '', hash = ''] = seen.output.split('.')
  const before = await findHistory(deps.table, me.organisationId, { version: Number(version), hash })
  if (!before) return []
  const touched = touchedBy(change, me.history)
  const changes = differences(before, me.history).filter(({ unitId }) => touched.has(unitId))
  if (changes.length === 0) return undefined
  return changes.map(({ unitId, events }) => ({
    unit: nameIn(me.history, unitId),
    events: eventLines({ history: me.history, language, today: me.today }, events),
  }))
}

/** The units whose other changes would matter to this one. */
function touchedBy(change: TreeChange, history: TreeHistory): ReadonlySet<UnitId> {
  const named = new Set<UnitId>()
  const add = (...ids: readonly (UnitId | null)[]) => {
    for (const id of ids) if (id !== null) named.add(id)
  }
  if (change.kind === 'add') add(change.unit.parentId)
  else if (change.kind === 'merge') add(...change.unitIds, change.into)
  else add(change.unitId)
  if (change.kind === 'move') add(change.parentId)
  if (!endsUnits(change)) return named
  const ending = new Set(named)
  for (const { id, states } of history)
    if (states.some(({ parentId }) => parentId !== null && ending.has(parentId))) add(id)
  return named
}
