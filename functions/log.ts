// The log: one JSON line per event, a code of the list below and opaque ids. No free text and no answers, so that
// nothing personal gets in by accident; alarms import these codes, so that renaming one can't silence an alarm.

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

/** Writes an event. `error` is for bugs: its stack goes into the log, never to the person. */
export function log(code: LogCode, ids: Record<string, string | number> = {}, error?: unknown): void {
  const trace =
    error instanceof Error
      ? { error: error.stack ?? error.message }
      : error === undefined
        ? {}
        : { error: String(error) }
  console.log(JSON.stringify({ code, ...ids, ...trace }))
}
