// The audit log, read backwards in time until a page is full: months are partitions, and filters are applied on the way.

import * as v from 'valibot'
import type { PersonId } from '../../../../shared/ids.ts'
import { mayAt } from '../../../../shared/organisation/access.ts'
import { type AuditEntry, AuditVerb } from '../../../../shared/organisation/audit.ts'
import { foldText } from '../../../../shared/organisation/search.ts'
import { topUnits } from '../../../../shared/organisation/top.ts'
import { isUnder, unitIn } from '../../../../shared/organisation/unit.ts'
import { type AuditFilters, AuditPage, type EntryLine } from '../../../../web/pages/audit/audit.tsx'
import { noUnit } from '../../../../web/parts/unit-field.tsx'
import { readAudit } from '../../../store/audit.ts'
import { findPersonName } from '../../../store/people.ts'
import { pageContext, type SignedInCall } from '../../call.ts'
import { readUnitField } from '../../unit-field.ts'
import { detailsReader } from './details.ts'

const perPage = 50
/** What one request reads at most before it says "go on". */
const mostRead = 2_000
const mostMonths = 24
/** Months without any entry, after which there is taken to be none: the time before the first. */
const quietMonths = 12
const perRead = 200

const Month = v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])$/))
/** A month, or the key of an entry to go on after. */
const Cursor = v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])([-\d:.TZ]+#[\w-]+)?$/), v.maxLength(60))
const Text = v.optional(v.fallback(v.pipe(v.string(), v.maxLength(200)), ''), '')

const Query = v.object({
  month: v.optional(v.fallback(v.optional(Month), undefined)),
  person: Text,
  verb: v.optional(v.fallback(v.optional(AuditVerb), undefined)),
  text: Text,
  unit: Text,
  after: v.optional(v.fallback(v.optional(Cursor), undefined)),
})

type Asked = { readonly filters: AuditFilters; readonly after: string | undefined }

function readQuery(call: SignedInCall): Asked {
  const query = new URL(call.c.req.url).searchParams
  const { month, person, verb, text, unit, after } = v.parse(Query, Object.fromEntries(query))
  const entry = unit === '' ? noUnit : readUnitField(call, query, { name: 'unit', action: 'audit.read' })
  return { filters: { month, person, verb, text, unit: entry }, after }
}

/** Names of people as they come up, each read once. */
function namesOf({ deps, me }: SignedInCall): (id: PersonId) => Promise<string> {
  const known = new Map<PersonId, Promise<string>>()
  return (id) => {
    const name = known.get(id) ?? findPersonName(deps.table, me.organisationId, id).then((found) => found ?? id)
    known.set(id, name)
    return name
  }
}

/** What has no unit concerns the whole, and is for those who read at the top. */
function isForReader({ me }: SignedInCall, { unitId }: AuditEntry): boolean {
  const may = (id: typeof unitId) => id !== undefined && mayAt(me.person, me.tree, 'audit.read', id)
  return unitId === undefined || !unitIn(me.tree, unitId) ? topUnits(me.tree).every(may) : may(unitId)
}

function isAsked({ me }: SignedInCall, { verb, unit }: AuditFilters, entry: AuditEntry): boolean {
  if (verb && entry.verb !== verb) return false
  return unit.text === '' || !!(unit.unit && entry.unitId && isUnder(me.tree, entry.unitId, unit.unit.id))
}

/** Whether the words stand in what is shown of the entry, or in what is stored of it. */
function says({ subject, details }: AuditEntry, told: string | undefined, text: string): boolean {
  const folded = foldText(`${told ?? ''} ${details ?? ''} ${subject}`)
  return foldText(text)
    .split(' ')
    .every((word) => folded.includes(word))
}

const monthBefore = (month: string): string => {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`
}

type Line = {
  readonly entry: AuditEntry
  readonly key: string
  readonly name: string
  readonly told: string | undefined
}

async function readLines(call: SignedInCall, { filters, after }: Asked) {
  const { deps, me, now } = call
  const nameOf = namesOf(call)
  const detailsOf = detailsReader(call, nameOf)
  const isBy = (name: string) => foldText(name).includes(foldText(filters.person))
  const lines: Line[] = []
  let cursor = after ?? filters.month ?? now.slice(0, 7)
  let read = 0
  let months = 0
  let quiet = 0
  while (months < mostMonths && quiet < quietMonths && read < mostRead && lines.length <= perPage) {
    const month = cursor.slice(0, 7)
    const from = cursor.length > 7 ? { after: cursor } : {}
    const page = await readAudit(deps.table, me.organisationId, month, { ...from, limit: perRead })
    for (const [at, entry] of page.entries.entries()) {
      if (!isForReader(call, entry) || !isAsked(call, filters, entry)) continue
      const name = await nameOf(entry.by)
      if (!isBy(name)) continue
      const told = await detailsOf(entry)
      if (says(entry, told, filters.text)) lines.push({ entry, key: page.keys[at] ?? '', name, told })
    }
    read += page.entries.length
    if (page.next === undefined) months += 1
    quiet = page.entries.length > 0 ? 0 : quiet + 1
    cursor = page.next ?? monthBefore(month)
  }
  const shown = lines.slice(0, perPage)
  if (lines.length > perPage) return { shown, next: shown.at(-1)?.key }
  return { shown, next: quiet < quietMonths ? cursor : undefined }
}

export async function showAudit(call: SignedInCall): Promise<Response> {
  const { me } = call
  const asked = readQuery(call)
  const { shown, next } = await readLines(call, asked)
  const entries = shown.map(({ entry, key, name, told }): EntryLine => {
    const unit = entry.unitId && unitIn(me.tree, entry.unitId)
    return {
      key,
      at: entry.at,
      by: name,
      verb: entry.verb,
      subject: entry.subject,
      details: told,
      unit: unit?.name,
    }
  })
  const query = Object.fromEntries([...new URL(call.c.req.url).searchParams].filter(([, value]) => value !== ''))
  return call.c.html(
    <AuditPage context={pageContext(call)} entries={entries} filters={asked.filters} query={query} next={next} />,
  )
}
