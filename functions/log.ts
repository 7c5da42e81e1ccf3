// The log: one JSON line per event, a code of the list below and opaque ids. No free text and no answers, so that
// nothing personal gets in by accident; alarms import these codes, so that renaming one can't silence an alarm.

import * as v from 'valibot'

export const logCode = {
  requestFailed: 'api.request-failed',
  /** An expression of a form failed over answers that came in; the draft went on without its value. */
  expressionFailed: 'api.expression-failed',
  signInRefused: 'api.sign-in-refused',
  tickDone: 'schedule.tick-done',
  tickFailed: 'schedule.tick-step-failed',
  reportComposed: 'schedule.report-composed',
  jobFailed: 'schedule.job-failed',
  reportRendered: 'render.report-rendered',
  renderFailed: 'render.job-failed',
  exportMade: 'export.made',
  exportRefused: 'export.refused',
  exportFailed: 'export.job-failed',
} as const
export type LogCode = (typeof logCode)[keyof typeof logCode]

/**
 * Errors of these names are written here, or by the engine about code. Any other (a parser's, a service's, a check's) may quote
 * what it was given, which may be an answer or somebody's link: of those the log gets where they came from, not what they say.
 */
const plainErrors: ReadonlySet<string> = new Set(['Error', 'TypeError', 'RangeError'])

function traceOf(error: Error): string {
  const { name, message, stack = '' } = error
  if (plainErrors.has(name)) return stack || message
  const at = stack.indexOf(message)
  const frames = at < 0 ? '' : stack.slice(at + message.length)
  const places =
    error instanceof v.ValiError ? error.issues.map((issue) => v.getDotPath(issue) ?? 'the top').join(', ') : undefined
  return `${name}: ${places === undefined ? 'not quoted' : `Invalid at ${places}`}${frames}`
}

/** Writes an event. `error` is for bugs: its stack goes into the log, never to the person. */
export function log(code: LogCode, ids: Record<string, string | number> = {}, error?: unknown): void {
  const trace =
    error === undefined ? {} : { error: error instanceof Error ? traceOf(error) : `thrown: ${typeof error}` }
  console.log(JSON.stringify({ code, ...ids, ...trace }))
}
