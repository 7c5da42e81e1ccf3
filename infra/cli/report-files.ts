// Composes reports from the data of a home and writes their files, as the functions do it.

import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import * as v from 'valibot'
import { composeReport } from '../../functions/compose-report.ts'
import { openPatternsFor } from '../../functions/patterns.ts'
import { renderDocx } from '../../functions/render/docx/render-docx.ts'
import { openRenderer, type RenderPdf } from '../../functions/render/pdf/render-pdf.ts'
import { renderXlsx } from '../../functions/render/xlsx/render-xlsx.ts'
import { listCampaigns } from '../../functions/store/campaigns.ts'
import { openDirectory } from '../../functions/store/directory.ts'
import { openTable } from '../../functions/store/dynamodb.ts'
import { findOrganisation, listOrganisations } from '../../functions/store/organisation.ts'
import { listPlans, plansAndCampaigns } from '../../functions/store/report-plans.ts'
import type { Table } from '../../functions/store/table.ts'
import { asId, type OrganisationId, PeriodId, ReportId } from '../../shared/ids.ts'
import { dueBy } from '../../shared/report/campaign-plan.ts'
import type { ReportDocument } from '../../shared/report/document.ts'
import { figureHref } from '../../shared/report/links.ts'
import type { ReportPlan } from '../../shared/report/plan.ts'
import { ReportFile } from '../../web/pages/report/report.tsx'
import { holdDataFolder } from '../local/backup.ts'
import { hasData } from '../local/data-folder.ts'
import { startDynamoDb } from '../local/dynamodb.ts'
import { dataFolderOf, findRunning } from '../local/running.mjs'
import { s3Credentials } from '../local/s3.ts'
import { StartProblem } from '../local/start-problem.ts'
import type { ReportFormat } from './report-make.ts'

/** npm runs scripts in the project's folder. */
const root = process.cwd()

export type MadeFile = { readonly file: string; readonly bytes: number; readonly sha256: string }

type Source = { readonly table: Table; readonly publicUrl: string }
type Asked = { readonly campaign: string; readonly unit: string; readonly period: string }

/** The report of one campaign, unit and period; StartProblem where the home has no such thing. */
export async function* makeHomeReport(
  asked: Asked,
  formats: readonly ReportFormat[],
  out: string,
): AsyncGenerator<MadeFile> {
  const folder = dataFolderOf(process.env, root)
  const running = await findRunning(folder)
  if (!running && !(await hasData(folder)))
    throw new StartProblem(`${folder} holds no data. Start the home first (npm start), or add --demo.`)
  if (running?.endpoints) {
    const table = tableAt(running.endpoints.dynamodb)
    yield* makeAsked({ table, publicUrl: running.url ?? usualUrl }, asked, formats, out)
    return
  }
  const release = await holdDataFolder(folder)
  try {
    const engine = await startDynamoDb(join(folder, 'dynamodb'), 'phieu')
    try {
      yield* makeAsked({ table: tableAt(engine.endpoint), publicUrl: usualUrl }, asked, formats, out)
    } finally {
      await engine.stop()
    }
  } finally {
    await release()
  }
}

/** Where the home is when nothing else was said. */
const usualUrl = 'http://127.0.0.1:8787'

function tableAt(endpoint: string): Table {
  Object.assign(process.env, s3Credentials)
  return openTable({ AWS_REGION: 'local', TABLE_NAME: 'phieu', DYNAMODB_ENDPOINT: endpoint })
}

/** Every report of the demo that is due; a home is started for it in a folder of its own, and is gone afterwards. */
export async function* makeDemoReports(formats: readonly ReportFormat[], out: string): AsyncGenerator<MadeFile> {
  const note = (line: string) => process.stderr.write(`${line}\n`)
  note('Building ...')
  await promisify(execFile)(process.execPath, [join(root, 'infra', 'build.mjs')])
  const local: typeof import('../local/home.ts') = await import(
    pathToFileURL(join(root, 'dist', 'local', 'home.mjs')).href
  )
  const dataFolder = await mkdtemp(join(tmpdir(), 'phieu-demo-'))
  try {
    note('Loading the demo ...')
    const home = await local.startHome({ dataFolder, port: 0, starter: true, tickEverySeconds: 0 })
    try {
      const source = { table: tableAt(home.endpoints.dynamodb), publicUrl: usualUrl }
      const now = new Date().toISOString()
      for (const id of await listOrganisations(source.table)) {
        const { plans, campaigns } = await plansAndCampaigns(source.table, id)
        const found = await findOrganisation(source.table, id)
        if (!found) continue
        for (const plan of plans)
          for (const { period } of dueBy(plan, campaigns, found.organisation, now))
            yield* makeFiles(source, plan, period, formats, out)
      }
    } finally {
      await home.stop()
    }
  } finally {
    await rm(dataFolder, { recursive: true, force: true })
  }
}

async function* makeAsked(
  source: Source,
  asked: Asked,
  formats: readonly ReportFormat[],
  out: string,
): AsyncGenerator<MadeFile> {
  const period = v.safeParse(PeriodId, asked.period)
  if (!period.success)
    throw new StartProblem(`${asked.period} is no period, such as 2013-H1, 2013-Q2, 2013-07 or 2013.`)
  for (const organisation of await listOrganisations(source.table)) {
    const plan = await planFor(source, organisation, asked)
    if (!plan) continue
    const unitId = await unitWith(source, organisation, asked.unit)
    yield* makeFiles(source, { ...plan, unitId }, period.output, formats, out, asked.unit)
    return
  }
  throw new StartProblem(`There is no campaign ${asked.campaign}.`)
}

/** The plan that a campaign's figures are reported by; undefined where the organisation has no such campaign. */
async function planFor(
  { table }: Source,
  org: OrganisationId,
  { campaign, period }: Asked,
): Promise<ReportPlan | undefined> {
  const campaigns = await listCampaigns(table, org)
  const found = campaigns.find(({ id, title }) => id === campaign || title.vi === campaign || title.en === campaign)
  if (!found) return undefined
  if (!found.periods.some(({ id }) => id === period))
    throw new StartProblem(`The campaign ${campaign} has no period ${period}.`)
  const plans = await listPlans(table, org)
  const plan = plans.find(({ campaigns: of }) => Object.values(of).includes(found.id))
  if (!plan) throw new StartProblem(`The campaign ${campaign} makes no report: set one on the page of the campaign.`)
  return plan
}

async function unitWith({ table }: Source, org: OrganisationId, code: string) {
  const { tree } = await openDirectory(table, openPatternsFor).organisation(org, new Date().toISOString())
  const unit = [...tree.units.values()].find((one) => one.code === code || one.id === code)
  if (!unit) throw new StartProblem(`There is no unit with the code ${code}.`)
  return unit.id
}

async function* makeFiles(
  { table, publicUrl }: Source,
  plan: ReportPlan,
  period: PeriodId,
  formats: readonly ReportFormat[],
  out: string,
  unit = '',
): AsyncGenerator<MadeFile> {
  const now = new Date().toISOString()
  const deps = { table, directory: openDirectory(table, openPatternsFor), publicUrl, now: () => now }
  const report = {
    id: asId(ReportId, plan.id),
    organisationId: plan.organisationId,
    unitId: plan.unitId,
    periodId: period,
  }
  const document = await composeReport(deps, plan, report)
  await mkdir(out, { recursive: true })
  const name = ['bao-cao', plan.id, period, unit.replace(/[^\p{L}\p{N}._-]+/gu, '-')].filter(Boolean).join('-')
  for (const format of formats) {
    const bytes = await rendered(document, format)
    const file = join(out, `${name}.${format}`)
    await writeFile(file, bytes)
    yield { file, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
  }
}

async function rendered(document: ReportDocument, format: ReportFormat): Promise<Uint8Array> {
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
