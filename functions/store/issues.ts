// What issuing a report writes beside the report itself: the number that it takes, the code by which a copy is verified, and
// which report takes the place of which. Each is one item, written once by whoever comes first.

import * as v from 'valibot'
import { OrganisationId, ReportId } from '../../shared/ids.ts'
import { largestNumber, type ReportIssue, yearOf } from '../../shared/report/issue.ts'
import { VerifyCode } from '../../shared/report/verify-code.ts'
import { key, partition } from './keys.ts'
import { Report } from './reports.ts'
import { type Key, numberOf, queryAll, type Table, textOf } from './table.ts'
import { hashOf } from './tokens.ts'

/** One body is one however its name is set: capitals and blanks don't tell bodies apart. */
const bodyHash = ({ above, name }: ReportIssue['body']): string =>
  hashOf([above, name].map((text) => text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()).join('\n'))

type Numbered = Pick<ReportIssue, 'body' | 'number' | 'date'>

const placeOf = (org: OrganisationId, { body, number, date }: Numbered) =>
  key.documentNumber(org, bodyHash(body), yearOf(date), number)

/** Whose a number is: no item, or `report` empty, where it is free. */
async function holderOf(table: Table, place: Key): Promise<{ report: string; code: string; version: number }> {
  const item = await table.get(place)
  if (!item) return { report: '', code: '', version: 0 }
  return { report: textOf(item, 'report'), code: textOf(item, 'code'), version: numberOf(item, 'version') }
}

/**
 * Takes a number of a body and year for a report. Answers the code that goes with it: the first caller's `code`, so that
 * whoever died in between goes on with the same; undefined where another report has the number.
 */
export async function takeNumber(
  table: Table,
  org: OrganisationId,
  wanted: Numbered,
  report: ReportId,
  code: VerifyCode,
): Promise<VerifyCode | undefined> {
  const place = placeOf(org, wanted)
  const holder = await holderOf(table, place)
  if (holder.report === report) return v.parse(VerifyCode, holder.code)
  if (holder.report !== '') return undefined
  if (await table.replace({ ...place, report, code, version: holder.version + 1 }, holder.version)) return code
  return takeNumber(table, org, wanted, report, code)
}

/**
 * Gives a number back that a report took and was not issued under. It is marked as free and not removed: of two who give it
 * back, the second must not take it from a report that has it by then.
 */
export async function giveNumberBack(
  table: Table,
  org: OrganisationId,
  wanted: Numbered,
  report: ReportId,
): Promise<void> {
  const place = placeOf(org, wanted)
  const { report: holder, version } = await holderOf(table, place)
  if (holder === report) await table.replace({ ...place, report: '', code: '', version: version + 1 }, version)
}

/** The number after the highest that the body has given out in a year. */
export async function nextNumber(
  table: Table,
  org: OrganisationId,
  { body, date }: Omit<Numbered, 'number'>,
): Promise<number> {
  const numbers = partition.documentNumbers(org, bodyHash(body), yearOf(date))
  let before: string | undefined
  do {
    const page = await table.query(numbers, { backwards: true, limit: 10, ...(before ? { after: before } : {}) })
    const highest = page.items.find((item) => textOf(item, 'report') !== '')
    if (highest) return Math.min(Number(highest.sk) + 1, largestNumber)
    before = page.next
  } while (before !== undefined)
  return 1
}

/** Notes that a report was issued, so that its plan's next one finds it; the same again changes nothing. */
export async function noteIssued(
  table: Table,
  { organisationId, planId, periodId, id }: Pick<Report, 'organisationId' | 'planId' | 'periodId' | 'id'>,
): Promise<void> {
  await table.insert(key.issued(organisationId, planId, periodId, id))
}

/** The reports that were issued of a plan's period, the newest first: ids begin with their moment. */
export async function listIssued(
  table: Table,
  { organisationId, planId, periodId }: Pick<Report, 'organisationId' | 'planId' | 'periodId'>,
): Promise<ReportId[]> {
  const items = await queryAll(table, partition.issued(organisationId), `${planId}#${periodId}#`)
  return items.map(({ sk }) => v.parse(ReportId, sk.split('#')[2])).toReversed()
}

const Verified = v.object({ organisation: OrganisationId, report: ReportId })

/** Notes which report a code verifies; the same again changes nothing. The table holds the code's hash. */
export async function noteVerification(
  table: Table,
  code: VerifyCode,
  { organisationId, id }: Pick<Report, 'organisationId' | 'id'>,
): Promise<void> {
  await table.insert({ ...key.verification(hashOf(code)), organisation: organisationId, report: id })
}

export async function findVerified(
  table: Table,
  code: VerifyCode,
): Promise<{ readonly organisation: OrganisationId; readonly report: ReportId } | undefined> {
  const item = await table.get(key.verification(hashOf(code)))
  return item && v.parse(Verified, item)
}

/**
 * The draft that is to take the place of an issued report: the first caller's `draft`, whoever calls later with another.
 * A process that dies between this and storing the draft leaves the next caller to store it.
 */
export async function claimCorrection(table: Table, replaced: ReportId, draft: Report): Promise<Report> {
  const place = key.correction(draft.organisationId, replaced)
  if (await table.insert({ ...place, body: JSON.stringify(draft) })) return draft
  const known = await table.get(place)
  if (!known) throw new Error(`The correction of ${replaced} is gone`)
  return v.parse(Report, JSON.parse(textOf(known, 'body')))
}

/** The report that is to take the place of another, issued or not; undefined where nobody has begun one. */
export async function findCorrection(
  table: Table,
  org: OrganisationId,
  replaced: ReportId,
): Promise<ReportId | undefined> {
  const known = await table.get(key.correction(org, replaced))
  return known && v.parse(Report, JSON.parse(textOf(known, 'body'))).id
}
