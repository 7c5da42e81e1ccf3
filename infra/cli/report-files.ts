// One report as files: composed as the functions do it, each file whole or not there at all.

import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { composeReport } from '../../functions/compose-report.ts'
import { openPatternsFor } from '../../functions/patterns.ts'
import { renderDocx } from '../../functions/render/docx/render-docx.ts'
import { openRenderer, type RenderPdf } from '../../functions/render/pdf/render-pdf.ts'
import { renderXlsx } from '../../functions/render/xlsx/render-xlsx.ts'
import { openDirectory } from '../../functions/store/directory.ts'
import type { Table } from '../../functions/store/table.ts'
import { asId, ReportId } from '../../shared/ids.ts'
import type { ReportDocument } from '../../shared/report/document.ts'
import { figureHref } from '../../shared/report/links.ts'
import type { ReportPeriod } from '../../shared/report/period.ts'
import type { ReportPlan } from '../../shared/report/plan.ts'
import { ReportFile } from '../../web/pages/report/report.tsx'
import type { ReportFormat } from './report-make.ts'

export type { ReportFormat } from './report-make.ts'

/** npm runs scripts in the project's folder. */
const root = process.cwd()

export type MadeFile = { readonly file: string; readonly bytes: number; readonly sha256: string }

export type Source = {
  readonly table: Table
  /** What links in the report begin with. */
  readonly publicUrl: string
  /** The moment of the figures: ISO 8601, UTC. */
  readonly now: string
}

/** `about`: what its file's name says besides plan and period. */
type Making = { readonly formats: readonly ReportFormat[]; readonly out: string; readonly about?: string }

/** Where one of the files can't be made, none of them is left behind. */
export async function* makeFiles(
  { table, publicUrl, now }: Source,
  plan: ReportPlan,
  period: ReportPeriod,
  { formats, out, about = '' }: Making,
): AsyncGenerator<MadeFile> {
  const deps = { table, directory: openDirectory(table, openPatternsFor), publicUrl, now: () => now }
  const report = {
    id: asId(ReportId, plan.id),
    organisationId: plan.organisationId,
    unitId: plan.unitId,
    periodId: period,
  }
  const document = await composeReport(deps, plan, report)
  await mkdir(out, { recursive: true })
  const named = [plan.id, period.replace('..', '_'), about.replace(/[^\p{L}\p{N}._-]+/gu, '-')]
  const name = ['bao-cao', ...named].filter(Boolean).join('-')
  // In the same folder: only there is a move one step.
  const drafts = await mkdtemp(join(out, '.phieu-'))
  try {
    const made: MadeFile[] = []
    for (const format of formats) {
      const bytes = await rendered(document, format)
      await writeFile(join(drafts, format), bytes)
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      made.push({ file: join(out, `${name}.${format}`), bytes: bytes.length, sha256 })
    }
    for (const [at, { file }] of made.entries()) await rename(join(drafts, formats[at] ?? ''), file)
    yield* made
  } finally {
    await rm(drafts, { recursive: true, force: true })
  }
}

/** A report as a file of one format. */
export async function rendered(document: ReportDocument, format: ReportFormat): Promise<Uint8Array> {
  switch (format) {
    case 'pdf':
      return pdfRenderer()(document)
    case 'docx':
      return renderDocx(document)
    case 'xlsx':
      return renderXlsx(document)
    case 'json':
      return Buffer.from(`${JSON.stringify(document, null, 2)}\n`)
    case 'html':
      return Buffer.from(await standingAlone(document))
  }
}

/** The page with its style in it; its figures lead to the installation. */
async function standingAlone(document: ReportDocument): Promise<string> {
  const sheets = ['style.css', 'report.css'].map((name) => readFile(join(root, 'web', 'styles', name), 'utf8'))
  const style = (await Promise.all(sheets)).join('\n')
  return String(await ReportFile({ document, style, hrefOf: (source) => figureHref(document, source) }))
}

let openedPdf: RenderPdf | undefined

function pdfRenderer(): RenderPdf {
  const face = (name: string) =>
    fileURLToPath(import.meta.resolve(`@expo-google-fonts/tinos/${name}/Tinos_${name}.ttf`))
  openedPdf ??= openRenderer({
    regular: face('400Regular'),
    italic: face('400Regular_Italic'),
    bold: face('700Bold'),
    boldItalic: face('700Bold_Italic'),
  }).renderPdf
  return openedPdf
}
