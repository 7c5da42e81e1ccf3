// Reads a document's data from the object store and writes the files beside it, one message at a time. It may be given the
// same message twice: the same data give the same bytes under the same key. It reads no table and fetches nothing.

import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda'
import * as v from 'valibot'
import { ReportDocument } from '../../shared/report/document.ts'
import { log, logCode } from '../log.ts'
import { contentTypes, isPaperFolder, RenderJob, reportFiles } from '../report-files.ts'
import { renderDocx } from './docx/render-docx.ts'
import type { RenderPdf } from './pdf/render-pdf.ts'
import { type PaperDeps, renderPaperIn } from './render-paper.ts'
import { renderXlsx } from './xlsx/render-xlsx.ts'

export type RenderDeps = PaperDeps & { renderPdf: RenderPdf }

/** Messages that fail are named one by one, so that the others aren't delivered again. */
export async function renderReports(event: SQSEvent, deps: RenderDeps): Promise<SQSBatchResponse> {
  const batchItemFailures: SQSBatchResponse['batchItemFailures'] = []
  for (const record of event.Records) {
    const done = await renderRecord(record, deps)
    if (!done) batchItemFailures.push({ itemIdentifier: record.messageId })
  }
  return { batchItemFailures }
}

async function renderRecord({ body, messageId }: SQSRecord, deps: RenderDeps): Promise<boolean> {
  try {
    const { folder } = v.parse(RenderJob, JSON.parse(body))
    const bytes = await (isPaperFolder(folder) ? renderPaperIn : renderReport)(folder, deps)
    log(logCode.reportRendered, { folder, bytes })
    return true
  } catch (error) {
    log(logCode.renderFailed, { messageId }, error)
    return false
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
