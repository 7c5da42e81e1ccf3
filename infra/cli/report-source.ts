// Where `report make` reads: the table of the home that runs, the data folder when none does, or the demo in a folder of its own.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openTable } from '../../functions/store/dynamodb.ts'
import { findOrganisation, listOrganisations } from '../../functions/store/organisation.ts'
import { plansAndCampaigns } from '../../functions/store/report-plans.ts'
import type { Table } from '../../functions/store/table.ts'
import type { Language } from '../../shared/language.ts'
import { describeProblem } from '../../shared/messages/problem.ts'
import { reportMakeMessages } from '../../shared/messages/report-make.ts'
import { dueBy } from '../../shared/report/campaign-plan.ts'
import { CannotMake } from '../../shared/report/failure.ts'
import { holdDataFolder } from '../local/backup.ts'
import { hasData } from '../local/data-folder.ts'
import { loadDemo } from '../local/demo.ts'
import { startDynamoDb } from '../local/dynamodb.ts'
import { dataFolderOf, findRunning } from '../local/running.mjs'
import { s3Credentials } from '../local/s3.ts'
import { StartProblem } from '../local/start-problem.ts'
import { type Asked, findAsked } from './report-asked.ts'
import { type MadeFile, makeFiles, type ReportFormat, type Source } from './report-files.ts'

/** npm runs scripts in the project's folder. */
const root = process.cwd()

type Wanted = {
  readonly formats: readonly ReportFormat[]
  readonly out: string
  readonly language: Language
  /** A line for a person. */
  readonly tell: (line: string) => void
}

/** Where the home is when nothing else was said. */
const usualUrl = 'http://127.0.0.1:8787'
const tableName = 'phieu'

/** The report of one campaign or plan, unit and period; StartProblem where the home has no such thing. */
export async function* makeHomeReport(asked: Asked, wanted: Wanted): AsyncGenerator<MadeFile> {
  const words = reportMakeMessages[wanted.language]
  const folder = dataFolderOf(process.env, root)
  const running = await findRunning(folder)
  if (!running && !(await hasData(folder))) throw new StartProblem(words.noData(folder))
  if (running) {
    // What is still starting has no address yet; what only holds the folder (a backup) has none at all.
    if (!running.url || !running.endpoints) throw new StartProblem(words.notReady(folder))
    yield* makeAsked({ table: tableAt(running.endpoints.dynamodb), publicUrl: running.url }, asked, wanted)
    return
  }
  const release = await holdDataFolder(folder)
  try {
    yield* withTable(join(folder, 'dynamodb'), (table) => makeAsked({ table, publicUrl: usualUrl }, asked, wanted))
  } finally {
    await release()
  }
}

async function* makeAsked(
  { table, publicUrl }: Pick<Source, 'table' | 'publicUrl'>,
  asked: Asked,
  { language, formats, out }: Wanted,
): AsyncGenerator<MadeFile> {
  const source: Source = { table, publicUrl, now: new Date().toISOString() }
  const { plan, period, unit } = await findAsked(source, asked, reportMakeMessages[language])
  try {
    yield* makeFiles(source, { ...plan, unitId: unit.id }, period, { formats, out, about: asked.unit })
  } catch (error) {
    if (!(error instanceof CannotMake)) throw error
    const { title, detail, next } = describeProblem({ code: error.code }, language, 'UTC')
    throw new StartProblem([title, detail, next].join('\n'))
  }
}

/**
 * Every report of the demo that is due. Its answers go in by the way that everybody's do, into a table in a folder of its own that
 * is gone afterwards; its clock stands still, so that the same program gives the same bytes.
 */
export async function* makeDemoReports({ formats, out, language, tell }: Wanted): AsyncGenerator<MadeFile> {
  const words = reportMakeMessages[language]
  const folder = await mkdtemp(join(tmpdir(), 'phieu-demo-'))
  try {
    tell(words.loading)
    yield* withTable(folder, async function* (table) {
      const now = await loadDemo(table)
      tell(words.making)
      const source: Source = { table, publicUrl: usualUrl, now }
      for (const id of await listOrganisations(table)) {
        const { plans, campaigns } = await plansAndCampaigns(table, id)
        const found = await findOrganisation(table, id)
        if (!found) continue
        for (const plan of plans)
          for (const { period } of dueBy(plan, campaigns, found.organisation, now))
            yield* makeFiles(source, plan, period, { formats, out })
      }
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Opens the table's engine on a folder as long as something is read from it. */
async function* withTable(folder: string, read: (table: Table) => AsyncGenerator<MadeFile>): AsyncGenerator<MadeFile> {
  const engine = await startDynamoDb(folder, tableName)
  try {
    yield* read(tableAt(engine.endpoint))
  } finally {
    await engine.stop()
  }
}

function tableAt(endpoint: string): Table {
  Object.assign(process.env, s3Credentials)
  return openTable({ AWS_REGION: 'local', TABLE_NAME: tableName, DYNAMODB_ENDPOINT: endpoint })
}
