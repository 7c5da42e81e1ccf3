// Loads what takes long of the demo beside a home that people use already: slowly, so that they don't notice, and no further
// than the step at hand once the home stops.

import { openTable } from '../../functions/store/dynamodb.ts'
import { surveySettings } from './starter-invited.ts'
import { isYearLoaded, prepareYear, type Span } from './starter-year.ts'

export type Background = {
  /** Resolves when what can be tried at once is there, or won't be. */
  readonly ready: Promise<void>
  /** Whether all is loaded: not where it was stopped, or failed, which is told to `onFailure`; the next start goes on. */
  readonly ended: Promise<boolean>
  readonly stop: () => Promise<void>
}

export type BackgroundHost = {
  readonly env: Readonly<Record<string, string>>
  readonly span: Span
  /** How long it rests after a step that took so long; both in milliseconds. */
  readonly restAfter: (stepMs: number) => number
  readonly onFailure: (error: unknown) => void
}

const leastRestMs = 5

/** Beside people: as long as the step took, so that at least half of the time is theirs. */
export const restBesidePeople = (stepMs: number): number => Math.max(leastRestMs, stepMs)

const stopped = Symbol('stopped')

/** Begins to load; undefined where nothing is left to be loaded. */
export async function loadInBackground(host: BackgroundHost): Promise<Background | undefined> {
  const { env, span, restAfter, onFailure } = host
  const { AWS_REGION = '', TABLE_NAME = '', DYNAMODB_ENDPOINT } = env
  const table = openTable({ AWS_REGION, TABLE_NAME, DYNAMODB_ENDPOINT })
  const settings = surveySettings(env)
  if (!settings || (await isYearLoaded(table))) return undefined
  const prepared = prepareYear(table, settings, span, new Date().toISOString())

  let isStopping = false
  let stepBegan = performance.now()
  const rest = async () => {
    if (isStopping) throw stopped
    await new Promise((resolve) => setTimeout(resolve, restAfter(performance.now() - stepBegan)))
    stepBegan = performance.now()
  }
  const ended = prepared
    .then(async (year) => {
      await rest()
      await year.fill(rest)
      return true
    })
    .catch((error: unknown) => {
      if (error !== stopped) onFailure(error)
      return false
    })
  return {
    ready: prepared.then(
      () => undefined,
      () => undefined,
    ),
    ended,
    stop: async () => {
      isStopping = true
      await ended
    },
  }
}
