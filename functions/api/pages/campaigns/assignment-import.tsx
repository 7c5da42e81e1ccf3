// Assignments from a table: looked at row by row, and stored by the same rows, which travel with the page. Nothing is stored
// before somebody has seen what would change; what was seen is known again by its digest.

import { createHash } from 'node:crypto'
import {
  type AssignmentRow,
  assignmentRows,
  type FaultyRow,
  type ReadRow,
  readAssignments,
} from '../../../../shared/campaign/assignment-rows.ts'
import { largestUpload } from '../../../../shared/evidence/parts.ts'
import { path } from '../../../../shared/paths.ts'
import {
  AssignmentImportPage,
  type ImportPreview,
  type ImportTrouble,
} from '../../../../web/pages/campaigns/assignment-import.tsx'
import { saveAssignments } from '../../../store/assignments.ts'
import { packBook, unpackBook } from '../../../workbook/carry-book.ts'
import { readRows } from '../../../workbook/read-rows.ts'
import type { Row } from '../../../workbook/workbook.ts'
import { type FormParts, formParts } from '../../body.ts'
import { pageContext, type SignedInCall } from '../../call.ts'
import { refuse } from '../../problem-response.tsx'
import { type Board, nameOf, readBoard } from './board.ts'
import { type FoundPeriod, foundPeriodFor } from './found.ts'

const mostRows = 12_000
/** Columns of a table that are looked at. */
const mostColumns = 30
/** Rows that a page shows of each sort. */
const mostShown = 50

type Shown = { readonly preview?: ImportPreview; readonly trouble?: ImportTrouble; readonly status?: 200 | 409 | 422 }

function importPage(call: SignedInCall, { campaign, period }: FoundPeriod, shown: Shown): Response | Promise<Response> {
  const page = (
    <AssignmentImportPage
      context={pageContext(call)}
      campaign={{ id: campaign.id, title: campaign.title }}
      period={period.id}
      limitBytes={largestUpload}
      preview={shown.preview}
      trouble={shown.trouble}
    />
  )
  return call.c.html(page, shown.status ?? 200)
}

export async function showAssignmentImport(call: SignedInCall): Promise<Response> {
  const found = await foundPeriodFor(call, 'assign')
  return found.ok ? importPage(call, found.value, {}) : refuse(call, found.problem)
}

/** The rows of an upload, or those that travelled along; why there are none, otherwise. */
async function rowsOf({ fields, files }: FormParts): Promise<readonly Row[] | ImportTrouble> {
  const carried = fields.get('book')
  if (carried !== null) return unpackBook(carried)?.sheets[0]?.rows ?? 'unreadable'
  const file = files.find(({ name }) => name === 'table')?.file
  if (!file || file.size === 0) return 'unreadable'
  const read = readRows(new Uint8Array(await file.arrayBuffer()))
  if (!read.ok) return 'unreadable'
  const rows = read.value.map(({ row, cells }) => ({ row, cells: cells.filter(({ column }) => column < mostColumns) }))
  if (rows.every(({ cells }) => cells.length < 2)) return rows.length === 0 ? 'empty' : 'unreadable'
  return rows.length > mostRows + 1 ? 'too-many' : rows
}

type Read = { readonly good: readonly ReadRow[]; readonly faulty: readonly FaultyRow[]; readonly digest: string }

function readWith(board: Board, rows: readonly AssignmentRow[]): Read {
  const held = board.units.flatMap(({ unit, held }) => (held ? [[unit.id, held] as const] : []))
  const read = readAssignments(rows, {
    units: board.units.map(({ unit }) => unit),
    teams: [...board.teams.values()],
    people: [...board.people.values()],
    assigned: new Map(held),
  })
  const good = read.filter((one) => 'unit' in one)
  const versions = new Map(board.units.map(({ unit, version }) => [unit.id, version]))
  const agreed = good.map(({ unit, to, on }) => [unit.id, to, on, versions.get(unit.id)])
  const digest = createHash('sha256').update(JSON.stringify(agreed)).digest('base64url')
  return { good, faulty: read.filter((one) => 'faults' in one), digest }
}

function previewOf(board: Board, { good, faulty, digest }: Read, book: string): ImportPreview {
  const by = (change: ReadRow['change']) => good.filter((one) => one.change === change)
  const changing = good.filter(({ change }) => change !== 'same')
  return {
    book,
    digest,
    fresh: by('new').length,
    changed: by('changed').length,
    same: by('same').length,
    faulty: faulty.slice(0, mostShown),
    moreFaulty: Math.max(0, faulty.length - mostShown),
    changing: changing.slice(0, mostShown).map(({ unit, to, on }) => ({
      code: unit.code,
      name: unit.name,
      who: nameOf(board, to) ?? '',
      on,
    })),
    moreChanging: Math.max(0, changing.length - mostShown),
  }
}

/** POST: shows what a table would change; with "apply", stores what was shown. */
export async function sendAssignmentImport(call: SignedInCall): Promise<Response> {
  const parts = await formParts(call.c)
  if (!parts.ok) return refuse(call, parts.problem)
  const found = await foundPeriodFor(call, 'assign')
  if (!found.ok) return refuse(call, found.problem)
  const rows = await rowsOf(parts.value)
  if (typeof rows === 'string') return importPage(call, found.value, { trouble: rows, status: 422 })
  const board = await readBoard(call, found.value)
  const read = readWith(board, assignmentRows(rows))
  const { fields } = parts.value
  const isApply = fields.get('action') === 'apply'
  if (isApply && fields.get('digest') === read.digest) return apply(call, found.value, board, read)
  call.changedNothing()
  const book = packBook({ sheets: [{ name: 'table', rows, uncalculated: [] }], files: new Map() })
  const preview = previewOf(board, read, book)
  return importPage(call, found.value, isApply ? { preview, trouble: 'changed', status: 409 } : { preview })
}

async function apply(call: SignedInCall, found: FoundPeriod, board: Board, { good }: Read): Promise<Response> {
  const { campaign, period } = found
  const versions = new Map(board.units.map(({ unit, version }) => [unit.id, version]))
  const wanted = good
    .filter(({ change }) => change !== 'same')
    .map(({ unit, to, on }) => ({
      assignment: { unitId: unit.id, periodId: period.id, to, on },
      version: versions.get(unit.id) ?? 0,
    }))
  const refused = await saveAssignments(call.deps.table, campaign.id, wanted)
  const stored = wanted.length - refused.length
  call.record({
    subject: path.campaign(campaign.id),
    unitId: campaign.unitId,
    details: `${period.id}: ${stored} (CSV)`,
  })
  const told = { done: String(stored), ...(refused.length > 0 ? { skipped: String(refused.length) } : {}) }
  return call.c.redirect(path.assignments(campaign.id, period.id, told), 303)
}
