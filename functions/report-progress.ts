// How far a report is: from its item, its last try, and from which of its files are there. Nothing is written to know it.

import type { ReportProgress } from '../shared/report/progress.ts'
import { findDrawing } from './drawing.ts'
import type { Objects } from './objects.ts'
import { reportFiles } from './report-files.ts'
import { findTry } from './store/report-jobs.ts'
import { type Report, reportFolder } from './store/reports.ts'
import type { Table } from './store/table.ts'

type Deps = { readonly table: Table; readonly objects: Pick<Objects, 'get' | 'exists'> }

export async function progressOf(deps: Deps, report: Report): Promise<ReportProgress> {
  const { state, failure } = report
  if (state === 'ready') return { step: 'ready' }
  const folder = reportFolder(report)
  if (folder !== undefined) return drawingOf(deps, folder, report)
  if (state === 'failed' && failure) return { step: 'failed', failure }
  const noted = await findTry(deps.table, report)
  if (!noted) return { step: 'asked' }
  if (noted.failure !== undefined) return { step: 'again', tries: noted.tries }
  return noted.step === 'composing' ? { step: 'composing' } : { step: 'facts', done: noted.done, of: noted.of }
}

/** The renderer writes one file after the other, the PDF last. */
async function drawingOf(
  { objects }: Deps,
  folder: string,
  { state, failure }: Pick<Report, 'state' | 'failure'>,
): Promise<ReportProgress> {
  const files = reportFiles(folder)
  if (await objects.exists(files.pdf)) return { step: 'ready' }
  if (state === 'failed' && failure) return { step: 'failed', failure }
  const note = await findDrawing(objects, folder)
  if (note?.failure !== undefined) return { step: 'again', tries: note.tries }
  if (!(await objects.exists(files.docx))) return { step: 'drawing', format: 'docx' }
  return { step: 'drawing', format: (await objects.exists(files.xlsx)) ? 'pdf' : 'xlsx' }
}
