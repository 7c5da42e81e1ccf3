// The starter content as a data folder. Loading it takes seconds, so it is loaded once for all files: by the first that
// asks; the others wait for it and take a copy.

import { existsSync } from 'node:fs'
import { cp, mkdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { inject } from 'vitest'
import { startHome } from '../../infra/local/home.ts'

/** On a small machine that does other things besides, loading takes more than a minute. */
export const loadingMs = 180_000
const lookEveryMs = 100

/** Fills a folder with the data of a home that was started, loaded and stopped. */
export async function copyStarterData(target: string): Promise<void> {
  const folder = (name: string) => join(inject('starterFolder'), name)
  const [taken, loading, ready] = [folder('taken'), folder('loading'), folder('ready')]
  const isFirst = await mkdir(taken).then(
    () => true,
    () => false,
  )
  if (isFirst) {
    const home = await startHome({ dataFolder: loading, port: 0, starter: true, tickEverySeconds: 0 })
    await home.idle()
    await home.stop()
    await rename(loading, ready)
  }
  for (let waits = 0; !existsSync(ready); waits += 1) {
    if (waits * lookEveryMs > loadingMs) throw new Error(`The starter content was not loaded within ${loadingMs} ms`)
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs))
  }
  await cp(ready, target, { recursive: true })
}
