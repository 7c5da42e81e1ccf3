// From the stored responses to the finished object: read, written and sent as it comes, so that memory stays flat however
// many there are.

import { answerTables } from '../../shared/export/columns.ts'
import type { ExportFailure } from '../../shared/export/request.ts'
import { type ExportTable, exportTables, type RowStyle } from '../../shared/export/rows.ts'
import { zoneOf } from '../../shared/expression/zone.ts'
import { exportMessages } from '../../shared/messages/exports.ts'
import type { Export } from '../store/exports.ts'
import { aboutLines, aboutText } from './about.ts'
import { csvWriter } from './csv.ts'
import type { ExportDeps } from './deps.ts'
import { type FileList, openFileList, writeFiles } from './evidence-files.ts'
import { openExporter } from './exported-responses.ts'
import { evidencePath } from './file-names.ts'
import { jsonLinesWriter } from './json-lines.ts'
import { beginUpload } from './object-upload.ts'
import type { Sink } from './packer.ts'
import { findBuckets, readBuckets } from './read-responses.ts'
import { endingOf, type Run } from './run.ts'
import type { Scope } from './scope.ts'
import { fitsSheets, workbookWriter } from './workbook-stream.ts'
import type { ExportWriter } from './writer.ts'
import { type ZipWriter, zipWriter } from './zip-writer.ts'

/** Why a run gives up and no other would come further. */
export class GivesUp extends Error {
  readonly failure: ExportFailure
  constructor(failure: ExportFailure) {
    super(failure)
    this.failure = failure
  }
}

const mediaTypes = { xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', zip: 'application/zip' }

/** Makes the file and notes that it is ready. Whatever fails, the upload is taken back and nothing stays on the disk. */
export async function writeExport(deps: ExportDeps, run: Run, scope: Scope, isLate: () => boolean): Promise<void> {
  const upload = await beginUpload(deps.uploads, run.file, mediaTypes[endingOf(run.entry())])
  try {
    await run.save({ upload: upload.id })
    // Asked with each piece: also what waited on the disk, and a single large file, must not run into the end of the function.
    const write: Sink = async (bytes) => {
      if (isLate()) throw new GivesUp('too-large')
      await upload.write(bytes)
    }
    const zip = zipWriter(write, localMoment(scope)(run.cutOff))
    const { rows, missing } = await writeContent(deps, run, scope, { zip, isLate })
    const bytes = await zip.finish()
    await upload.complete()
    await run.save({ state: 'ready', rows, total: rows, bytes, missingFiles: missing, upload: undefined })
  } catch (error) {
    // What can't be taken back now goes by the bucket's own rule.
    await upload.abort().catch(() => undefined)
    throw error
  }
}

/** A moment as clocks of the organisation show it. */
function localMoment({ organisation }: Scope): (iso: string) => string {
  const zone = zoneOf(organisation.timeZone)
  return (iso) => {
    const at = Date.parse(iso)
    return new Date(at + zone(at)).toISOString().slice(0, 19)
  }
}

type Writing = { readonly zip: ZipWriter; readonly isLate: () => boolean }
type Written = { readonly rows: number; readonly missing: number }

async function writeContent(deps: ExportDeps, run: Run, scope: Scope, { zip, isLate }: Writing): Promise<Written> {
  const { request } = run.entry()
  const answers = answerTables(scope.forms, request.language)
  const style: RowStyle = {
    ...request,
    localMoment: localMoment(scope),
    ...(request.evidence ? { filePath: evidencePath } : {}),
  }
  const files = request.evidence ? openFileList(request.campaign, answers) : undefined
  const writer = await openWriter(deps, run.entry(), {
    zip,
    tables: exportTables(answers, style),
    at: localMoment(scope)(run.cutOff),
  })
  try {
    const { rows, leftOut } = await writeResponses(deps, run, scope, { writer, files, isLate })
    const counts = { responses: rows, leftOut, files: files?.files.size }
    const about = aboutLines(run.entry(), scope, run.cutOff, counts)
    await writer.finish(about)
    if (files) await run.save({ rows, total: rows })
    const missing = files ? await bringFiles(deps, run, files, { zip, isLate }) : []
    if (endingOf(run.entry()) === 'zip') await writeText(zip, 'about.txt', aboutText(run.entry(), about, missing))
    return { rows, missing: missing.length }
  } finally {
    await writer.discard()
  }
}

type Tables = { readonly zip: ZipWriter; readonly tables: readonly ExportTable[]; readonly at: string }

/** A workbook is a zip itself: alone it is the whole file, with files beside it it stands in one. */
async function openWriter({ folder }: ExportDeps, { request }: Export, { zip, tables, at }: Tables) {
  if (request.format === 'csv') return csvWriter(zip, tables, request.separator, folder)
  if (request.format === 'jsonl') return jsonLinesWriter(zip, request.campaign)
  if (!fitsSheets(tables)) throw new GivesUp('too-wide')
  const words = exportMessages[request.language].table
  if (!request.evidence) return workbookWriter(zip, tables, words, { folder })
  const entry = await zip.entry('responses.xlsx', 'frame')
  const inner = zipWriter(entry.bytes, at)
  const writer = await workbookWriter(inner, tables, words, { folder })
  return {
    ...writer,
    finish: async (about) => {
      await writer.finish(about)
      await inner.finish()
      await entry.end()
    },
  } satisfies ExportWriter
}

type Reading = {
  readonly writer: ExportWriter
  readonly files: FileList | undefined
  readonly isLate: () => boolean
}

async function writeResponses(deps: ExportDeps, run: Run, scope: Scope, { writer, files, isLate }: Reading) {
  const { request } = run.entry()
  const { buckets, writes } = await findBuckets(deps.table, scope.campaign, request.periods, scope.units)
  const exporter = openExporter(deps.table, run.entry(), scope)
  let [rows, read] = [0, 0]
  for await (const bucket of readBuckets(deps.table, buckets, run.cutOff)) {
    if (isLate()) throw new GivesUp('too-large')
    for (const response of await exporter.take(bucket)) {
      await writer.add(response)
      rows += 1
      if (files && !files.add(response)) throw new GivesUp('too-large')
    }
    read += bucket.revisions.length
    // The marks count every write: what is to come is taken to be like what has been read.
    await run.progress({ rows, total: read === 0 ? writes : Math.max(rows, Math.round((writes * rows) / read)) })
  }
  return { rows, leftOut: exporter.leftOut }
}

function bringFiles(deps: ExportDeps, run: Run, { files }: FileList, { zip, isLate }: Writing): Promise<string[]> {
  return writeFiles(zip, deps.uploads, files, async (done) => {
    if (isLate()) throw new GivesUp('too-large')
    await run.progress({ files: { done, total: files.size } })
  })
}

async function writeText(zip: ZipWriter, name: string, text: string): Promise<void> {
  const entry = await zip.entry(name, 'deflate')
  await entry.text(text)
  await entry.end()
}
