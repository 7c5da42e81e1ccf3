// Loads what takes long of the demo beside a home that people use already: slowly, so that they don't notice, and no further
// than the step at hand once the home stops.

import { findDemoProgress } from '../../functions/store/demo.ts'
import { openTable } from '../../functions/store/dynamodb.ts'
import { organisation } from '../../shared/starter/organisation.ts'
import { surveySettings } from './starter-invited.ts'
import { prepareYear } from './starter-year.ts'

export type Background = {
  /** Resolves when what can be tried at once is there, or won't be. */
  readonly ready: Promise<void>
  /** Whether all is loaded: not where it was stopped, or failed, which is told to `onFailure`; the next start goes on. */
  readonly ended: Promise<boolean>
  readonly stop: () => Promise<void>
}

export type BackgroundHost = {
  readonly env: Readonly<Record<string, string>>
  readonly onFailure: (error: unknown) => void
}

/** After each step it rests as long as the step took, but at least so long. */
const leastRestMs = 5

const stopped = Symbol('stopped')

/** Begins to load; undefined where nothing is left to be loaded. */
export async function loadInBackground({ env, onFailure }: BackgroundHost): Promise<Background | undefined> {
  const { AWS_REGION = '', TABLE_NAME = '', DYNAMODB_ENDPOINT } = env
  const table = openTable({ AWS_REGION, TABLE_NAME, DYNAMODB_ENDPOINT })
  const settings = surveySettings(env)
  const before = await findDemoProgress(table, organisation.id)
  if (!settings || (before && before.done >= before.total)) return undefined
  const prepared = prepareYear(table, settings)

  let isStopping = false
  let stepBegan = performance.now()
  const rest = async () => {
    if (isStopping) throw stopped
    await new Promise((resolve) => setTimeout(resolve, Math.max(leastRestMs, performance.now() - stepBegan)))
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
