// Temporary folders and a temporary build for the tests of the local home, with small functions in place of the real ones.

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { onTestFinished } from 'vitest'

/** A folder that is gone after the test. */
export async function temporaryFolder(parent = tmpdir()): Promise<string> {
  const folder = await mkdtemp(join(parent, '.phieu-test-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** Bundles files of infra/local as the build does, for threads and processes of their own. */
export async function bundle(entryPoints: string[], outdir: string): Promise<void> {
  await build({
    entryPoints,
    outdir,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    logLevel: 'error',
    outExtension: { '.js': '.mjs' },
  })
}

export type Fixtures = { api?: string; schedule?: string; export?: string; render?: string }

const nothing = 'export const handler = async () => null'

/** A build whose functions are the given modules' text. */
export async function temporaryDist(functions: Fixtures = {}): Promise<string> {
  const dist = await temporaryFolder()
  await bundle(['infra/local/function-worker.ts'], join(dist, 'local'))
  for (const name of ['api', 'schedule', 'export', 'render'] as const) {
    await mkdir(join(dist, 'functions', name), { recursive: true })
    await writeFile(join(dist, 'functions', name, 'index.mjs'), functions[name] ?? nothing)
  }
  return dist
}

/** Waits until something is so; says what it waited for when it never was. */
export async function eventually<T>(what: string, look: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (let tries = 0; tries < 250; tries += 1) {
    const found = await look()
    if (found !== undefined && found !== false) return found
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error(`Never happened: ${what}`)
}
