// Inviting from a roster: it is read and shown with all that is wrong with it; its rows travel with the page, and are read again
// when they come back. The same roster again invites nobody twice.

import { largestUpload } from '../../../../shared/evidence/parts.ts'
import type { UnitId } from '../../../../shared/ids.ts'
import { invitationsMessages } from '../../../../shared/messages/invitations.ts'
import { describeFileProblem } from '../../../../shared/messages/xlsform-file.ts'
import type { TableRow } from '../../../../shared/organisation/people-table.ts'
import { path } from '../../../../shared/paths.ts'
import { problem } from '../../../../shared/problems.ts'
import { fail, ok, type Result } from '../../../../shared/result.ts'
import { mostInvited } from '../../../../shared/survey/roster.ts'
import { type RosterPreview, RosterPreviewPage } from '../../../../web/pages/invitations/preview.tsx'
import { doorFor, invite, openDoor } from '../../../invite.ts'
import { claimBatch } from '../../../store/invitations.ts'
import { packBook, unpackBook } from '../../../workbook/carry-book.ts'
import { readRows } from '../../../workbook/read-rows.ts'
import { writeCsv } from '../../../workbook/write-csv.ts'
import { attachment } from '../../attachment.ts'
import { type FormParts, formFields, formParts } from '../../body.ts'
import type { SignedInCall } from '../../call.ts'
import { refuse } from '../../problem-response.tsx'
import { rowsAgain } from './again.ts'
import { contextAt, type FoundRound, invitableUnits, lowestUnits, openRound } from './found.ts'
import { invitationsPage } from './page.tsx'
import { planRoster, type RosterPlan } from './roster-plan.ts'

/** GET units.csv: the units with their members, to be changed and brought back. */
export async function sendTemplate(call: SignedInCall): Promise<Response> {
  const found = await openRound(call, call.c.req.query('period'))
  if (!found.ok) return refuse(call, found.problem)
  const { columns, unitName } = invitationsMessages[call.language]
  const units = lowestUnits(call, await invitableUnits(call, found.value.campaign))
  const rows = units.map(({ code, name, members }) => [code, name, String(members)])
  const bytes = writeCsv([[columns.unit, unitName, columns.slips], ...rows])
  return call.c.body(Buffer.from(bytes), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': attachment(`${invitationsMessages[call.language].templateName}.csv`),
  })
}

/**
 * The rows of the file that was chosen, of the period before, or one slip for each member of the lowest units; or why there are
 * none.
 */
async function rowsOf(
  call: SignedInCall,
  found: FoundRound,
  { fields, files }: FormParts,
): Promise<Result<readonly TableRow[], string>> {
  const m = invitationsMessages[call.language]
  if (fields.get('members') === '1') {
    const cells = (texts: readonly string[]) => texts.map((text, column) => ({ column, text }))
    const units = lowestUnits(call, await invitableUnits(call, found.campaign))
    const rows = units.map(({ code, members }, at) => ({ row: at + 2, cells: cells([code, String(members)]) }))
    return ok([{ row: 1, cells: cells([m.columns.unit, m.columns.slips]) }, ...rows])
  }
  if (fields.get('again') === '1') return ok(await rowsAgain(call, found))
  const file = files.find(({ name }) => name === 'file')?.file
  if (!file || file.size === 0) return fail(m.noFile)
  if (file.size > largestUpload) return fail(m.tooLarge(Math.floor(largestUpload / 2 ** 20)))
  const read = readRows(new Uint8Array(await file.arrayBuffer()))
  return read.ok ? ok(read.value) : fail(`${m.unreadable}: ${describeFileProblem(read.problem, call.language)}`)
}

/** What makes a whole file useless; undefined where its rows can be looked at. */
function faultOf({ language }: SignedInCall, { survey }: FoundRound, plan: RosterPlan): string | undefined {
  const m = invitationsMessages[language]
  const { table, isTooMany } = plan
  if (table.missing.length > 0) return m.noHeader(table.missing.map((column) => m.columns[column]).join(', '))
  const isNameless = table.kind === 'slips' || plan.invitees.some(({ name }) => name === undefined)
  if (survey.way === 'named' && isNameless) return m.namedNeedsNames
  if (isTooMany) return m.tooMany(mostInvited)
  return table.rows.length === 0 ? m.empty : undefined
}

const mostFaults = 200
const mostShown = 100

function previewOf(
  { me }: SignedInCall,
  plan: RosterPlan,
  carried: { readonly rows: readonly TableRow[]; readonly batch: string },
): RosterPreview {
  const byUnit = new Map<UnitId, number>()
  for (const { unitId } of plan.invitees) byUnit.set(unitId, (byUnit.get(unitId) ?? 0) + 1)
  const nameOf = (id: UnitId) => me.tree.units.get(id)?.name ?? id
  const people = plan.invitees.flatMap(({ name, unitId, email, phone }) =>
    name === undefined ? [] : [{ name, unit: nameOf(unitId), contact: [email, phone].filter(Boolean).join(' · ') }],
  )
  return {
    faults: plan.faults.slice(0, mostFaults),
    moreFaults: Math.max(0, plan.faults.length - mostFaults),
    ignored: plan.table.ignored,
    people: people.slice(0, mostShown),
    morePeople: Math.max(0, people.length - mostShown),
    units: [...byUnit].slice(0, mostShown).map(([unit, count]) => ({ unit: nameOf(unit), count })),
    moreUnits: Math.max(0, byUnit.size - mostShown),
    added: plan.invitees.length,
    withEmail: plan.invitees.filter(({ email }) => email !== undefined).length,
    same: plan.same,
    rows: packBook({ sheets: [{ name: '', rows: carried.rows, uncalculated: [] }], files: new Map() }),
    batch: carried.batch,
  }
}

function previewPage(
  call: SignedInCall,
  found: FoundRound,
  preview: RosterPreview,
  isOutdated = false,
): Response | Promise<Response> {
  const { campaign, period } = found
  const context = contextAt(call, path.invitations(campaign.id, { period: period.id }))
  const page = (
    <RosterPreviewPage
      context={context}
      campaign={{ id: campaign.id, title: campaign.title }}
      period={period.id}
      preview={preview}
      isOutdated={isOutdated}
    />
  )
  return call.c.html(page, preview.faults.length > 0 || isOutdated ? 422 : 200)
}

/** POST: shows what the roster says and would do; stores nothing. */
export async function previewRoster(call: SignedInCall): Promise<Response> {
  const parts = await formParts(call.c)
  if (!parts.ok) return refuse(call, parts.problem)
  const found = await openRound(call, parts.value.fields.get('period') ?? undefined)
  if (!found.ok) return refuse(call, found.problem)
  const rows = await rowsOf(call, found.value, parts.value)
  if (!rows.ok) return invitationsPage(call, found.value, { fault: rows.problem })
  const plan = await planRoster(call, found.value, rows.value)
  const fault = faultOf(call, found.value, plan)
  if (fault) return invitationsPage(call, found.value, { fault })
  const batch = call.deps.randomToken().slice(0, 22)
  return previewPage(call, found.value, previewOf(call, plan, { rows: rows.value, batch }))
}

/** POST: invites those whom the preview showed. Pressed twice, it invites once. */
export async function applyRoster(call: SignedInCall): Promise<Response> {
  const { deps, now } = call
  const fields = await formFields(call.c)
  const found = await openRound(call, fields.get('period') ?? undefined)
  if (!found.ok) return refuse(call, found.problem)
  const rows = unpackBook(fields.get('rows') ?? '')?.sheets[0]?.rows
  const batch = /^[\w-]{10,40}$/.exec(fields.get('batch') ?? '')?.[0]
  if (!rows || !batch) return refuse(call, problem.wrongShape(['rows']))
  const { campaign, period, round, version } = found.value
  const plan = await planRoster(call, found.value, rows)
  if (faultOf(call, found.value, plan) || plan.faults.length > 0)
    return previewPage(call, found.value, previewOf(call, plan, { rows, batch }), true)
  const here = (made: number) => path.invitations(campaign.id, { period: period.id, made: String(made) })
  const isFirst = plan.invitees.length > 0 && (await claimBatch(deps.table, campaign.id, batch, now))
  // Where inviting breaks off, the survey has no door yet, and how it is answered can still be changed.
  const door = await doorFor(deps, campaign)
  const made = isFirst ? await invite(deps, { campaign, round, door }, plan.invitees) : []
  if (made.length > 0 && !(await openDoor(deps, { campaign, version }, door)))
    return refuse(call, problem.campaignChanged())
  if (!isFirst) {
    call.changedNothing()
    return call.c.redirect(here(0), 303)
  }
  call.record({
    subject: path.invitations(campaign.id),
    unitId: campaign.unitId,
    details: `${period.id}: ${made.length}`,
  })
  return call.c.redirect(here(made.length), 303)
}
