// Reads a document's data from the object store and writes the files beside it, one message at a time. It may be given the
// same message twice: the same data give the same bytes under the same key. It reads no table and fetches nothing.

import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda'
import * as v from 'valibot'
import { ReportDocument } from '../../shared/report/document.ts'
import { noteDrawing } from '../drawing.ts'
import { log, logCode } from '../log.ts'
import { contentTypes, isPaperFolder, RenderJob, reportFiles } from '../report-files.ts'
import { renderDocx } from './docx/render-docx.ts'
import type { RenderPdf } from './pdf/render-pdf.ts'
import { type PaperDeps, renderPaperIn } from './render-paper.ts'
import { renderXlsx } from './xlsx/render-xlsx.ts'

export type RenderDeps = PaperDeps & {
  renderPdf: RenderPdf
  /** ISO 8601, UTC. */
  now: () => string
}

/** Messages that fail are named one by one, so that the others aren't delivered again. */
export async function renderReports(event: SQSEvent, deps: RenderDeps): Promise<SQSBatchResponse> {
  const batchItemFailures: SQSBatchResponse['batchItemFailures'] = []
  for (const record of event.Records) {
    const done = await renderRecord(record, deps)
    if (!done) batchItemFailures.push({ itemIdentifier: record.messageId })
  }
  return { batchItemFailures }
}

async function renderRecord({ body, messageId, attributes }: SQSRecord, deps: RenderDeps): Promise<boolean> {
  try {
    const { folder } = v.parse(RenderJob, JSON.parse(body))
    const bytes = isPaperFolder(folder)
      ? await renderPaperIn(folder, deps)
      : await renderNoted(folder, Number(attributes.ApproximateReceiveCount), deps)
    log(logCode.reportRendered, { folder, bytes })
    return true
  } catch (error) {
    log(logCode.renderFailed, { messageId }, error)
    return false
  }
}

/**
 * Beside a report it is noted how drawing goes wrong, so that whoever waits for it is told. One that runs out of time or memory
 * notes nothing any more: so the second try and the third note that they begin.
 */
async function renderNoted(folder: string, tries: number, deps: RenderDeps): Promise<number> {
  if (tries > 1) await noteDrawing(deps.objects, folder, { tries, at: deps.now() })
  try {
    return await renderReport(folder, deps)
  } catch (error) {
    await noteDrawing(deps.objects, folder, { tries, at: deps.now(), failure: 'report.drawing-failed' })
    throw error
  }
}

/** The PDF comes last: where it is, the others are. */
async function renderReport(folder: string, { objects, renderPdf }: RenderDeps): Promise<number> {
  const files = reportFiles(folder)
  const data = await objects.get(files.data)
  if (!data) throw new Error(`There is no data in ${folder}`)
  const document = v.parse(ReportDocument, JSON.parse(new TextDecoder().decode(data)))
  await objects.put(files.docx, renderDocx(document), contentTypes.docx)
  await objects.put(files.xlsx, renderXlsx(document), contentTypes.xlsx)
  const pdf = await renderPdf(document)
  await objects.put(files.pdf, pdf, contentTypes.pdf)
  return pdf.length
}
