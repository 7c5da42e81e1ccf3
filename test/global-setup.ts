// Before any test: build what the tests of functions, cloud and browser run, unpack the browser, and have a place ready
// for the starter content, which the first end-to-end test that needs it loads for all.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { buildAll } from '../infra/build.mjs'
import { unpackBrowser } from './support/browser.ts'

declare module 'vitest' {
  interface ProvidedContext {
    starterFolder: string
  }
}

export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const starterFolder = await mkdtemp(join(tmpdir(), 'phieu-starter-'))
  provide('starterFolder', starterFolder)
  await Promise.all([buildAll(), unpackBrowser()])
  return () => rm(starterFolder, { recursive: true, force: true })
}
