// Importing the tree: a file is looked at, with what is wrong and what it would do; then it is applied, read and checked anew,
// to the tree that was looked at.

import { largestUpload } from '../../../../shared/evidence/parts.ts'
import { asId, UnitId } from '../../../../shared/ids.ts'
import { describeFileProblem } from '../../../../shared/messages/xlsform-file.ts'
import { mayAt } from '../../../../shared/organisation/access.ts'
import { type Day, firstDay, readDay } from '../../../../shared/organisation/day.ts'
import { type Plan, planImport } from '../../../../shared/organisation/import-plan.ts'
import type { ImportRow } from '../../../../shared/organisation/import-rows.ts'
import {
  type FileTop,
  fileTopIn,
  type TopPlace,
  topPlaces,
  withTop,
} from '../../../../shared/organisation/import-top.ts'
import { path } from '../../../../shared/paths.ts'
import { type Problem, problem } from '../../../../shared/problems.ts'
import { type DefaultDay, ImportPage, ImportPreviewPage } from '../../../../web/pages/organisation/import.tsx'
import { saveTree } from '../../../store/organisation.ts'
import { formParts } from '../../body.ts'
import { pageContext, type SignedInCall } from '../../call.ts'
import { refuse, statusOf } from '../../problem-response.tsx'
import { type ImportFile, type Opened, openImport } from './import-file.ts'
import { namesIn, type Problems, seenFile } from './import-seen.ts'

/** A file may say anything of any unit: it takes whoever manages the top. */
function managesTop({ me }: SignedInCall): boolean {
  const top = [...me.tree.units.values()].find(({ parentId }) => parentId === null)
  return top !== undefined && mayAt(me.person, me.tree, 'unit.manage', top.id)
}

/** A tree of one unit is set up for the first time. */
const isFirst = ({ me }: SignedInCall): boolean => me.history.length <= 1

/** GET: chooses a file. */
export function showImport(call: SignedInCall): Response | Promise<Response> {
  if (!managesTop(call)) return refuse(call, problem.unitNotYours())
  return choosePage(call)
}

/** GET: there is nothing to look at before a file was chosen; reloading and signing in lead here. */
export const leaveImport = ({ c }: SignedInCall): Response => c.redirect(path.treeImport(), 302)

function choosePage(call: SignedInCall, why?: Problem): Response | Promise<Response> {
  const defaultDay = { isAlways: isFirst(call), day: call.me.today }
  const page = (
    <ImportPage
      context={{ ...pageContext(call), here: path.treeImport() }}
      limitBytes={largestUpload}
      defaultDay={defaultDay}
      {...(why ? { problem: why } : {})}
    />
  )
  return call.c.html(page, why ? statusOf[why.code] : 200)
}

/** What was sent, read and planned against the tree of this moment. */
type Look = {
  readonly file: ImportFile
  readonly fields: URLSearchParams
  readonly defaultDay: DefaultDay
  readonly plan: Plan
  readonly problems: Problems
  readonly fileTop: FileTop | undefined
  readonly place: TopPlace
}

/** POST: shows what a file says and would do. Stores nothing. */
export async function previewImport(call: SignedInCall): Promise<Response> {
  if (!managesTop(call)) return refuse(call, problem.unitNotYours())
  const look = await lookAt(call)
  return look instanceof Response ? look : previewPage(call, look)
}

/** POST: applies a file that was looked at, where it is sound and the tree is the one that it was looked at with. */
export async function applyImport(call: SignedInCall): Promise<Response> {
  if (!managesTop(call)) return refuse(call, problem.unitNotYours())
  const look = await lookAt(call)
  if (look instanceof Response) return look
  const { me, deps } = call
  const { plan, problems, file, fields } = look
  if (problems.errors.length > 0) return previewPage(call, look, problem.treeFaulty(problems.errors.length))
  if (fields.get('version') !== String(me.version)) return previewPage(call, look, problem.treeOutdated())
  if (plan.history === me.history) return unchanged(call, previewPage(call, look))
  if (!(await saveTree(deps.table, me.organisation, plan.history, me.version))) {
    const current = await deps.directory.organisation(me.organisationId, call.now)
    const now = { ...call, me: { ...me, ...current } }
    return previewPage(now, planned(now, file, fields), problem.treeOutdated())
  }
  const { added, changed, moved, closed } = plan.counts
  const details = `${file.fileName}: +${added}, ~${changed}, ↷${moved}, ×${closed}`
  call.record({ subject: path.organisation(), details: details.slice(0, 1_000) })
  return call.c.redirect(path.organisation({ done: 'import' }), 303)
}

function unchanged(call: SignedInCall, page: Response | Promise<Response>): Response | Promise<Response> {
  call.changedNothing()
  return page
}

async function lookAt(call: SignedInCall): Promise<Look | Response> {
  const parts = await formParts(call.c)
  if (!parts.ok) return refuse(call, parts.problem)
  const opened = await openImport(parts.value)
  return opened.ok ? planned(call, opened.value, parts.value.fields) : refuseFile(call, opened, parts.value.fields)
}

function refuseFile(call: SignedInCall, { problem: why }: Opened & { ok: false }, fields: URLSearchParams) {
  if (!('unreadable' in why)) return choosePage(call, why)
  const page = (
    <ImportPreviewPage
      context={{ ...pageContext(call), here: path.treeImport() }}
      limitBytes={largestUpload}
      defaultDay={defaultDayOf(call, fields)}
      fileName={why.fileName}
      unreadable={describeFileProblem(why.unreadable, call.language)}
    />
  )
  return call.c.html(page, 422)
}

function defaultDayOf(call: SignedInCall, fields: URLSearchParams): DefaultDay {
  const since = fields.get('since')
  const day = readDay(fields.get('from') ?? '') ?? call.me.today
  return { isAlways: since === null ? isFirst(call) : since === 'always', day }
}

/** Each round leaves out the rows in which something is wrong; what depends on them is found in the next. */
const mostRounds = 30

function planned(call: SignedInCall, file: ImportFile, fields: URLSearchParams): Look {
  const { me } = call
  const defaultDay = defaultDayOf(call, fields)
  const from: Day = defaultDay.isAlways ? firstDay : (readDay(defaultDay.day) ?? me.today)
  const plan = (rows: readonly ImportRow[]) =>
    planImport(me.history, rows, { from, today: me.today, newId: () => newUnitId(call) })
  const place = topPlaces.find((one) => one === fields.get('top')) ?? 'under'
  const fileTop = fileTopIn(me.history, file.read.rows, from)
  const shared = { file, fields, defaultDay, fileTop, place }
  let rows = withTop(me.history, file.read.rows, { fileTop, place, from })
  let made = plan(rows)
  const errors: Problems['errors'] = [...file.read.issues, ...made.issues]
  if (fields.get('skip') !== 'yes')
    return { ...shared, plan: made, problems: { errors, skipped: [], nameOf: namesIn([made.tried]) } }
  // What is wrong with the file as a whole can't be left out.
  const whole = file.read.issues.filter(
    ({ row, kind }) => row === undefined || kind === 'column-twice' || kind === 'too-many-columns',
  )
  const skipped: Problems['errors'][number][] = file.read.issues.filter((issue) => !whole.includes(issue))
  const tried = [made.tried]
  for (let round = 0; round < mostRounds; round += 1) {
    const wrong = new Set(made.issues.flatMap(({ row }) => row ?? []))
    if (wrong.size === 0) break
    skipped.push(...made.issues.filter(({ row }) => row !== undefined))
    rows = rows.filter(({ row }) => !wrong.has(row))
    made = plan(rows)
    tried.push(made.tried)
  }
  return { ...shared, plan: made, problems: { errors: [...whole, ...made.issues], skipped, nameOf: namesIn(tried) } }
}

const newUnitId = ({ deps }: SignedInCall): UnitId =>
  asId(
    UnitId,
    `u${deps
      .randomToken()
      .replace(/[^A-Za-z0-9]/g, '')
      .slice(0, 12)}`,
  )

function previewPage(call: SignedInCall, look: Look, why?: Problem): Response | Promise<Response> {
  const { file, defaultDay, plan, problems, fileTop, place } = look
  const seen = { ...seenFile(call, file, plan, problems), fileTop, place }
  if (seen.book.length > largestUpload) return refuse(call, problem.tooLarge(largestUpload))
  const page = (
    <ImportPreviewPage
      context={{ ...pageContext(call), here: path.treeImport() }}
      limitBytes={largestUpload}
      defaultDay={defaultDay}
      fileName={file.fileName}
      seen={seen}
      {...(why ? { problem: why } : {})}
    />
  )
  return call.c.html(page, why ? statusOf[why.code] : 200)
}
