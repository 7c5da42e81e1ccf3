// `npm start`: starts a home for a person at a terminal, says where to go, and stops it with Ctrl-C.

import { mkdir, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { openObjects } from '../../functions/objects.ts'
import { path } from '../../shared/paths.ts'
import { addressSettings } from './address.ts'
import type { Home, HomeSettings } from './home.ts'
import { dataFolderOf } from './running.mjs'
import { StartProblem } from './start-problem.ts'
import { firstReport } from './starter.ts'
import { openSurveyLink, registrationLink } from './starter-survey.ts'
import { type Progress, showProgress, type Welcome, welcome } from './terminal.ts'

export type Launch = {
  /** The project's folder. */
  root: string
  fresh: boolean
  /** Begin with nothing instead of the demo. */
  empty: boolean
}

/** How long the first report's PDF is waited for before people are told where to go. */
const documentWaitMs = 20_000

export async function runCommandLine(
  { root, fresh, empty }: Launch,
  start: (settings: HomeSettings) => Promise<Home>,
): Promise<void> {
  // Lambda's clock is in UTC, whatever the machine's; so a mistake with time zones shows here first.
  process.env['TZ'] = 'UTC'
  const dataFolder = dataFolderOf(process.env, root)
  const progress = showProgress(process.stdout)
  const stopping = stopOnSignals()
  try {
    const home = await start({
      ...addressSettings(process.env),
      dataFolder,
      fresh,
      starter: true,
      starterYear: true,
      empty,
      progress,
      onTrouble: (line) => process.stderr.write(`! ${line}\n`),
    })
    stopping.whenStarted(home)
    const report = home.isEmpty ? undefined : await findFirstReport(home, dataFolder, progress)
    const survey = home.isEmpty ? undefined : await openSurveyLink(home.env)
    await home.filling?.ready
    const registration = home.isEmpty ? undefined : await registrationLink(home.env)
    const shown = relative(process.cwd(), dataFolder) || dataFolder
    process.stdout.write(
      welcome({
        url: home.url,
        outbox: home.outbox,
        accounts: home.accounts,
        dataFolder: shown,
        ...(report ? { report } : {}),
        ...(survey ? { survey } : {}),
        ...(registration ? { registration } : {}),
        ...(home.filling ? { loading: `${home.url}${path.progress()}` } : {}),
      }),
    )
    if (await home.filling?.ended) process.stdout.write('All of the demo is loaded.\n')
  } catch (error) {
    if (!(error instanceof StartProblem)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 1
  }
}

/** Ctrl-C stops the home; a second one leaves at once, which is safe too: what was acknowledged survives kill -9. */
function stopOnSignals(): { whenStarted: (home: Home) => void } {
  let home: Home | undefined
  let asked = false
  const onSignal = async () => {
    if (asked || !home) process.exit(asked ? 130 : 0)
    asked = true
    process.stdout.write('\nStopping …')
    await home.stop()
    process.stdout.write(' stopped.\n')
    process.exit(0)
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
  return {
    whenStarted: (started) => {
      home = started
    },
  }
}

async function findFirstReport(
  home: Home,
  dataFolder: string,
  progress: Progress,
): Promise<Welcome['report'] | undefined> {
  const found = { title: (await firstReport(home.env)).title, page: `${home.url}${path.reports()}` }
  const bytes = await progress("The first report's PDF", () => waitForDocument(home.env))
  if (!bytes) return found
  await mkdir(join(dataFolder, 'reports'), { recursive: true })
  const pdf = join(dataFolder, 'reports', 'first-report.pdf')
  await writeFile(pdf, bytes)
  return { ...found, pdf: relative(process.cwd(), pdf) }
}

async function waitForDocument(env: Record<string, string>): Promise<Uint8Array | undefined> {
  const { AWS_REGION = '', BUCKET_NAME = '', S3_ENDPOINT } = env
  const objects = openObjects({ AWS_REGION, BUCKET_NAME, S3_ENDPOINT })
  const until = Date.now() + documentWaitMs
  while (Date.now() < until) {
    const { pdfKey } = await firstReport(env)
    const bytes = pdfKey && (await objects.get(pdfKey))
    if (bytes) return bytes
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  return undefined
}
