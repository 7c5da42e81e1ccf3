// A press waits a little for what it asked for, so that the page that follows mostly shows it ready, without a script and without
// reloading under the reader's eyes.

import type { ApiDeps } from './deps.ts'

/** How long a press waits, and how often it looks. A report takes two or three seconds. */
const patience = { looks: 20, everyMs: 500 }

/** Looks until it is done, or patience ends; whether it is done. */
export async function waitUntil({ pause }: Pick<ApiDeps, 'pause'>, isDone: () => Promise<boolean>): Promise<boolean> {
  for (let looks = 0; looks < patience.looks; looks += 1) {
    await pause(patience.everyMs)
    if (await isDone()) return true
  }
  return false
}
