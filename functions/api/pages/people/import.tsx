// Importing people: the file is read and shown with all that is wrong with it; its rows travel with the page, and are read
// again when they come back to be imported. The same file again changes nothing.

import { largestUpload } from '../../../../shared/evidence/parts.ts'
import { asId, PersonId } from '../../../../shared/ids.ts'
import { peopleImportMessages } from '../../../../shared/messages/people-import.ts'
import { describeFileProblem } from '../../../../shared/messages/xlsform-file.ts'
import { mostImported, type TableRow } from '../../../../shared/organisation/people-table.ts'
import { unitIn } from '../../../../shared/organisation/unit.ts'
import { path } from '../../../../shared/paths.ts'
import { problem } from '../../../../shared/problems.ts'
import { fail, ok, type Result } from '../../../../shared/result.ts'
import {
  ImportDonePage,
  ImportPage,
  type ImportPreview,
  ImportPreviewPage,
  type NotImported,
} from '../../../../web/pages/people/import.tsx'
import { findVersionedPerson } from '../../../store/people.ts'
import { addPerson, changePerson } from '../../../store/people-changes.ts'
import { packBook, unpackBook } from '../../../workbook/carry-book.ts'
import { readRows } from '../../../workbook/read-rows.ts'
import { formFields, formParts } from '../../body.ts'
import { pageContext, type SignedInCall } from '../../call.ts'
import { refuse } from '../../problem-response.tsx'
import { type ImportPlan, type PlannedPerson, personAfterImport, planImport } from './import-plan.ts'
import { newPersonId } from './new-id.ts'
import { noteOn, wholeOf } from './whole.ts'

const importPage = (call: SignedInCall, fault?: string) => {
  const props = { limitBytes: largestUpload, mostPeople: mostImported, fault }
  return call.c.html(
    <ImportPage context={{ ...pageContext(call), here: path.peopleImport() }} {...props} />,
    fault ? 422 : 200,
  )
}

export const showImport = (call: SignedInCall): Response | Promise<Response> => importPage(call)

/** The rows of the file that was chosen, or why there are none. */
async function rowsOf(call: SignedInCall): Promise<Result<readonly TableRow[], string>> {
  const m = peopleImportMessages[call.language]
  const parts = await formParts(call.c)
  const file = parts.ok ? parts.value.files.find(({ name }) => name === 'file')?.file : undefined
  if (!file || file.size === 0) return fail(m.noFile)
  const read = readRows(new Uint8Array(await file.arrayBuffer()))
  return read.ok ? ok(read.value) : fail(`${m.unreadable}: ${describeFileProblem(read.problem, call.language)}`)
}

/** What makes a whole file useless; undefined where its rows can be looked at. */
function faultOf({ language }: SignedInCall, { table, isTooMany }: ImportPlan): string | undefined {
  const m = peopleImportMessages[language]
  if (table.missing.length > 0) return m.noHeader(table.missing.map((column) => m.columns[column]).join(', '))
  if (isTooMany) return m.tooMany(mostImported)
  return table.rows.length === 0 ? m.empty : undefined
}

/** Faults and people that a page shows; the rest is counted. */
const mostFaults = 200
const mostShown = 100

function previewOf(call: SignedInCall, plan: ImportPlan, rows: readonly TableRow[], batch: string): ImportPreview {
  const { me } = call
  return {
    faults: plan.faults.slice(0, mostFaults),
    moreFaults: Math.max(0, plan.faults.length - mostFaults),
    ignored: plan.table.ignored,
    people: plan.people.slice(0, mostShown).map(({ imported, before, given }) => ({
      row: imported.row,
      name: imported.name,
      contact: [imported.email, imported.phone].filter(Boolean).join(' · '),
      isNew: before === undefined,
      roles: given.map(({ role, unitId }) => ({ role, unit: unitIn(me.tree, unitId)?.name ?? unitId })),
    })),
    morePeople: Math.max(0, plan.people.length - mostShown),
    added: plan.people.filter(({ before }) => !before).length,
    changed: plan.people.filter(({ before }) => before).length,
    same: plan.same,
    rows: packBook({ sheets: [{ name: '', rows, uncalculated: [] }], files: new Map() }),
    batch,
  }
}

const previewPage = (call: SignedInCall, preview: ImportPreview, isOutdated = false) =>
  call.c.html(
    <ImportPreviewPage
      context={{ ...pageContext(call), here: path.peopleImport() }}
      preview={preview}
      isOutdated={isOutdated}
    />,
    preview.faults.length > 0 || isOutdated ? 422 : 200,
  )

/** POST: shows what the file says and would do; stores nothing. */
export async function previewImport(call: SignedInCall): Promise<Response> {
  const rows = await rowsOf(call)
  if (!rows.ok) return importPage(call, rows.problem)
  const plan = await planImport(call, rows.value)
  const fault = faultOf(call, plan)
  if (fault) return importPage(call, fault)
  return previewPage(call, previewOf(call, plan, rows.value, newPersonId(call)))
}

/** Written at once. */
const atOnce = 8

/** POST: imports the rows that the preview showed. Sent twice, it adds nobody twice: ids are of the preview, by row. */
export async function applyImport(call: SignedInCall): Promise<Response> {
  const fields = await formFields(call.c)
  const rows = unpackBook(fields.get('rows') ?? '')?.sheets[0]?.rows
  const batch = /^[A-Za-z0-9]{10,40}$/.exec(fields.get('batch') ?? '')?.[0]
  if (!rows || !batch) return refuse(call, problem.wrongShape(['rows']))
  const plan = await planImport(call, rows)
  if (faultOf(call, plan) || plan.faults.length > 0) return previewPage(call, previewOf(call, plan, rows, batch), true)
  const notImported: NotImported[] = []
  const done: PlannedPerson[] = []
  for (let at = 0; at < plan.people.length; at += atOnce)
    await Promise.all(
      plan.people.slice(at, at + atOnce).map(async (planned) => {
        const failure = await importOne(call, planned, batch)
        if (failure) notImported.push({ name: planned.imported.name, why: failure })
        else done.push(planned)
      }),
    )
  const added = done.filter(({ before }) => !before).length
  if (done.length === 0) call.changedNothing()
  const persons = done.map((planned) => personAfterImport(call, planned, asId(PersonId, batch)))
  call.record({
    ...noteOn(call, persons, `+${added}, ~${done.length - added}: ${persons.map(({ name }) => name).join(', ')}`),
    subject: path.people(),
  })
  const context = { ...pageContext(call), here: path.people() }
  const counts = { added, changed: done.length - added }
  return call.c.html(<ImportDonePage context={context} {...counts} notImported={notImported} />)
}

/** Why the person couldn't be imported; undefined where all went well. */
async function importOne(
  call: SignedInCall,
  planned: PlannedPerson,
  batch: string,
): Promise<NotImported['why'] | undefined> {
  const { deps, me, now } = call
  const id = asId(PersonId, `${batch}${planned.imported.row.toString(36).padStart(4, '0')}`)
  const person = personAfterImport(call, planned, id)
  if (!planned.before) {
    const added = await addPerson(wholeOf(call), person)
    return added.ok ? undefined : whyNot(added.problem.code)
  }
  const found = await findVersionedPerson(deps.table, me.organisationId, planned.before.id)
  // Whoever changed the person since the plan was made comes first.
  if (!found || JSON.stringify(found.person) !== JSON.stringify(planned.before)) return 'other'
  const changed = await changePerson(wholeOf(call), found, person, now)
  return changed.ok ? undefined : whyNot(changed.problem.code)
}

const whyNot = (code: string): NotImported['why'] => (code === 'person.email-taken' ? code : 'other')
