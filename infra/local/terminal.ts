// What a person sees while the home starts and runs: one line a step, then where to go. Nothing else is written there.

import type { DemoAccount } from './issuer.ts'

/** Runs a step and shows it; `update` says how far it is. */
export type Progress = <T>(step: string, work: (update: (text: string) => void) => Promise<T>) => Promise<T>

export const silent: Progress = (_step, work) => work(() => undefined)

type Output = { isTTY?: boolean; write: (text: string) => unknown }

/** On a terminal the running step's line is drawn again as it goes on; elsewhere every line is written once. */
export function showProgress(output: Output, now: () => number = Date.now): Progress {
  const redraw = (text: string) => output.isTTY && output.write(`\r\x1b[2K  … ${text}`)
  const finish = (text: string) => output.write(`${output.isTTY ? '\r\x1b[2K' : ''}  ${text}\n`)
  return async (step, work) => {
    const start = now()
    redraw(step)
    try {
      const result = await work((text) => redraw(`${step}: ${text}`))
      finish(`✓ ${step} (${((now() - start) / 1000).toFixed(1)} s)`)
      return result
    } catch (error) {
      finish(`✗ ${step}`)
      throw error
    }
  }
}

export type Welcome = {
  url: string
  /** The page of every mail that was sent. */
  outbox: string
  accounts: DemoAccount[]
  /** The page that lists the first report, and a copy of its PDF. */
  report?: { title: string; page: string; pdf?: string }
  /** An invitation to the demo's survey that nobody has answered. */
  survey?: string
  /** The same of the named survey of a month. */
  registration?: string
  /** The page that says how much of the demo is there, while it is still being loaded. */
  loading?: string
  dataFolder: string
}

export function welcome(shown: Welcome): string {
  const { url, outbox, accounts, report, survey, registration, loading, dataFolder } = shown
  const lines = [
    '',
    `Phieu is running: ${url}`,
    `Mail it sends:    ${outbox}`,
    '',
    ...(report ? [`First report: ${report.title}`, `  Page ${report.page}`] : []),
    ...(report?.pdf ? [`  PDF  ${report.pdf}`] : []),
    ...(survey ? [`Survey to answer: ${survey}`] : []),
    ...(registration ? [`Member's month:   ${registration}`] : []),
    ...(loading ? [`Still loading:    a year of answers, beside all else; how far it is: ${loading}`] : []),
    ...(report || survey || registration || loading ? [''] : []),
    ...(accounts.length > 0 ? ['Sign in as (no password: only for trying out)', ...table(accounts), ''] : []),
    `Data: ${dataFolder} (kept; npm start -- --fresh begins anew)`,
    'Stop: Ctrl-C',
    '',
  ]
  return lines.join('\n')
}

/** One person of each role; the sign-in page has them all. */
function table(accounts: DemoAccount[]): string[] {
  const roles = [...new Set(accounts.map((account) => account.role))]
  const rows = roles.flatMap((role) => {
    const [first, ...others] = accounts.filter((account) => account.role === role)
    if (!first) return []
    const more = others.length > 0 ? ` (and ${others.length} more)` : ''
    return [
      { role: `${first.role} / ${first.roleEn}`, who: `${[first.name, first.unit].filter(Boolean).join(', ')}${more}` },
    ]
  })
  const width = Math.max(...rows.map((row) => row.role.length))
  return rows.map((row) => `  ${row.role.padEnd(width)}  ${row.who}`)
}
