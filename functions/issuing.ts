// A report on its way from draft to issue, as its item in the table goes: edited, made again, issued, its files kept. Every step
// is one conditional write behind the objects that it names; whoever dies in between leaves what the next caller goes on with.

import * as v from 'valibot'
import type { PersonId, ReportId } from '../shared/ids.ts'
import { path } from '../shared/paths.ts'
import { type Problem, problem } from '../shared/problems.ts'
import { ReportDocument } from '../shared/report/document.ts'
import { type Edits, hasEdits, withEdits } from '../shared/report/edits.ts'
import {
  type Corrected,
  type IssuedFormat,
  type IssueFacts,
  issuedCopy,
  issuedFormats,
  type ReportIssue,
  withIssue,
} from '../shared/report/issue.ts'
import { printedVerifyCode, type VerifyCode } from '../shared/report/verify-code.ts'
import { fail, ok, type Result } from '../shared/result.ts'
import { noteDrawing } from './drawing.ts'
import { keepIssued, putDocument, readIssued } from './issued-files.ts'
import type { Objects } from './objects.ts'
import type { Queue } from './queue.ts'
import { type RenderJob, reportFiles } from './report-files.ts'
import { findCorrection, giveNumberBack, noteIssued, noteVerification, takeNumber } from './store/issues.ts'
import { openJob } from './store/report-jobs.ts'
import {
  findReport,
  goingOn,
  type Report,
  reportFolder,
  revisionOf,
  saveReport,
  type VersionedReport,
} from './store/reports.ts'
import type { Table } from './store/table.ts'

export type IssuingDeps = {
  readonly table: Table
  readonly objects: Pick<Objects, 'get' | 'put' | 'exists'>
  readonly renderQueue: Queue
  readonly reportQueue: Queue
  /** ISO 8601, UTC. */
  readonly now: () => string
}

/** Undefined while it is being made; a problem where an older version of the program wrote it. */
async function readDocument(
  { objects }: { readonly objects: Pick<Objects, 'get'> },
  report: Report,
): Promise<Result<ReportDocument | undefined, Problem>> {
  const folder = reportFolder(report)
  const data = folder === undefined ? undefined : await objects.get(reportFiles(folder).data)
  if (!data) return ok(undefined)
  const read = v.safeParse(ReportDocument, JSON.parse(new TextDecoder().decode(data)))
  return read.success ? ok(read.output) : fail(problem.reportOutdated())
}

/** The document as it is shown. */
export const shownDocument = (deps: Pick<IssuingDeps, 'objects'>, report: Report) => readDocument(deps, report)

/** The document as it was generated, without what the office has changed. */
export const generatedDocument = (deps: { readonly objects: Pick<Objects, 'get'> }, report: Report) =>
  readDocument(deps, { ...report, content: report.content && (report.generated ?? report.content) })

/**
 * Saves a change of a report that was seen at `revision`; false where it is another by now. What the schedule notes of it
 * meanwhile (that its PDF was seen) is no change, and is kept.
 */
async function saveAt(
  { table }: Pick<IssuingDeps, 'table'>,
  seen: VersionedReport,
  change: (report: Report) => Report,
): Promise<Report | undefined> {
  let found: VersionedReport | undefined = seen
  while (found && revisionOf(found.report) === revisionOf(seen.report) && !found.report.issue) {
    const next = { ...change(found.report), revision: revisionOf(seen.report) + 1 }
    if (await saveReport(table, next, found.version)) return next
    found = await findReport(table, seen.report.organisationId, seen.report.id)
  }
  return undefined
}

/** Lays edits over what was generated, and has the files drawn; false where the report has changed since it was read. */
export async function saveEdits(
  deps: IssuingDeps,
  seen: VersionedReport,
  generated: ReportDocument,
  edits: Edits,
): Promise<boolean> {
  const { report } = seen
  const content = await putDocument(deps.objects, report, withEdits(generated, edits))
  const base = report.generated ?? report.content ?? undefined
  await openJob(deps.table, report, deps.now())
  const saved = await saveAt(deps, seen, (now) => ({
    ...goingOn(now, 'composed'),
    content,
    ...(base === undefined ? {} : { generated: base }),
    edits,
  }))
  if (!saved) return false
  await draw(deps, saved)
  return true
}

/** Has the report composed again from today's figures; what the office has changed is laid over it then. */
export async function makeAgain(deps: IssuingDeps, seen: VersionedReport): Promise<boolean> {
  await openJob(deps.table, seen.report, deps.now())
  const saved = await saveAt(deps, seen, ({ generated: _, ...now }) => ({
    ...goingOn(now, 'requested'),
    content: null,
  }))
  if (!saved) return false
  await deps.reportQueue.send({ organisationId: saved.organisationId, reportId: saved.id })
  return true
}

/**
 * Has a report that failed tried again, from where it failed: its facts, or its files. False where it hasn't failed (any more).
 * What still lies in a queue for it, or comes back out of the dead letters, finds it going on.
 */
export async function tryAgain(deps: IssuingDeps, { report, version }: VersionedReport): Promise<boolean> {
  if (report.state !== 'failed') return false
  const folder = reportFolder(report)
  const again = {
    ...goingOn(report, folder === undefined ? 'requested' : 'composed'),
    revision: revisionOf(report) + 1,
  }
  // Drawing counts its tries beside the files: it begins anew there.
  if (folder !== undefined) await noteDrawing(deps.objects, folder, { tries: 0, at: deps.now() })
  await openJob(deps.table, report, deps.now())
  if (!(await saveReport(deps.table, again, version))) return false
  if (folder !== undefined) await draw(deps, again)
  else await deps.reportQueue.send({ organisationId: again.organisationId, reportId: again.id })
  return true
}

async function draw({ renderQueue }: Pick<IssuingDeps, 'renderQueue'>, report: Report): Promise<void> {
  const folder = reportFolder(report)
  if (folder !== undefined) await renderQueue.send({ folder } satisfies RenderJob)
}

/** What somebody issues: the document that they saw, with these facts. */
export type Issuing = {
  readonly document: ReportDocument
  readonly facts: IssueFacts
  readonly by: PersonId
  /** ISO 8601, UTC. */
  readonly at: string
  /** For a report that has no code yet. */
  readonly code: VerifyCode
  /** The address people type, without a trailing slash. */
  readonly publicUrl: string
  readonly corrected: Corrected | undefined
}

/**
 * Issues a report: takes its number, composes the document once more with it, and notes that in the report. From then on
 * nothing else changes it. `number-taken`: by another report; `changed`: the report is not the one that was seen.
 */
export async function issueReport(
  deps: IssuingDeps,
  seen: VersionedReport,
  issuing: Issuing,
): Promise<'issued' | 'number-taken' | 'changed'> {
  const { organisationId, id } = seen.report
  const { document, facts, by, at } = issuing
  const body = { above: document.header.bodyAbove, name: document.header.body }
  const numbered = { body, number: facts.number, date: facts.date }
  const code = await takeNumber(deps.table, organisationId, numbered, id, issuing.code)
  if (code === undefined) return 'number-taken'
  const verification = { verifyAddress: issuing.publicUrl + path.verification(code), code: printedVerifyCode(code) }
  const issued = withIssue(document, facts, verification, issuing.corrected)
  const content = await putDocument(deps.objects, seen.report, issued)
  const issue: ReportIssue = {
    ...facts,
    body,
    documentNumber: issued.header.documentNumber,
    subject: issued.subject,
    code,
    by,
    at,
  }
  await openJob(deps.table, seen.report, at)
  const saved = await saveAt(deps, seen, (now) => ({ ...goingOn(now, 'composed'), content, issue }))
  if (saved) {
    await draw(deps, saved)
    return 'issued'
  }
  const now = await findReport(deps.table, organisationId, id)
  if (now?.report.issue?.code !== code) await giveNumberBack(deps.table, organisationId, numbered, id)
  return 'changed'
}

/**
 * Keeps the files of a report that is being issued, once all are drawn, and notes their hashes: then it is issued. `waiting`:
 * for the renderer. May be called again and by several at once: the first to note the hashes decides.
 */
export async function finishIssue(deps: IssuingDeps, found: VersionedReport): Promise<'issued' | 'waiting' | 'none'> {
  const { report, version } = found
  const { issue } = report
  const folder = reportFolder(report)
  if (!issue || folder === undefined) return 'none'
  if (issue.files) return 'issued'
  const files: NonNullable<ReportIssue['files']> = {}
  for (const format of issuedFormats) {
    const bytes = await deps.objects.get(drawnFile(folder, format))
    if (!bytes) return 'waiting'
    files[format] = await keepIssued(deps.objects, report, format, bytes)
  }
  await noteVerification(deps.table, issue.code, report)
  await noteIssued(deps.table, report)
  const issued: Report = { ...goingOn(report, 'ready'), issue: { ...issue, files } }
  if (await saveReport(deps.table, issued, version)) return 'issued'
  const again = await findReport(deps.table, report.organisationId, report.id)
  return again ? finishIssue(deps, again) : 'none'
}

/** The issue that took the place of a report; undefined while nothing has. */
export async function supersededBy(
  { table }: Pick<IssuingDeps, 'table'>,
  { organisationId, id }: Pick<Report, 'organisationId' | 'id'>,
): Promise<{ readonly id: ReportId; readonly issue: ReportIssue } | undefined> {
  const newer = await findCorrection(table, organisationId, id)
  const found = newer && (await findReport(table, organisationId, newer))
  const issue = found?.report.issue
  return newer && issue?.files ? { id: newer, issue } : undefined
}

/** A file of a report as it is handed out: of an issued one what was kept; undefined while it is being made. */
export async function reportFile(
  { objects }: Pick<IssuingDeps, 'objects'>,
  report: Report,
  format: IssuedFormat,
): Promise<Uint8Array | undefined> {
  const { issue } = report
  const folder = reportFolder(report)
  if (folder === undefined || (issue && !issue.files)) return undefined
  const frozen = issue && (format === 'pdf' ? issuedCopy(issue) : issue.files?.[format])
  if (frozen) return readIssued(objects, report, format, frozen)
  return objects.get(drawnFile(folder, format))
}

const drawnFile = (folder: string, format: IssuedFormat): string => {
  const files = reportFiles(folder)
  return format === 'json' ? files.data : files[format]
}

/** Has the files of a report drawn once more whose drawing was lost. */
export const drawAgain = (deps: Pick<IssuingDeps, 'renderQueue'>, report: Report): Promise<void> => draw(deps, report)

/** The edited document where there are edits, with what it is laid over: what a job has just generated, as it is shown. */
export async function putGenerated(
  deps: Pick<IssuingDeps, 'objects'>,
  report: Report,
  generated: ReportDocument,
): Promise<Pick<Report, 'content' | 'generated'>> {
  const base = await putDocument(deps.objects, report, generated)
  if (!report.edits || !hasEdits(report.edits)) return { content: base }
  return { content: await putDocument(deps.objects, report, withEdits(generated, report.edits)), generated: base }
}
