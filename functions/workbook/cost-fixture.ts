// What work costs in a process of its own: nothing that ran before helps or burdens it.

import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildSync } from 'esbuild'

/** What a hostile workbook may take, as is promised. */
export const promisedMiB = 256

/** TypeScript that may import what lies beside this file; it prints one line of JSON. */
export function processOf(contents: string) {
  const folder = mkdtempSync(join(tmpdir(), 'phieu-cost-'))
  const program = join(folder, 'cost.mjs')
  const stdin = { contents, resolveDir: import.meta.dirname, loader: 'ts' } as const
  buildSync({ stdin, bundle: true, platform: 'node', format: 'esm', outfile: program, logLevel: 'error' })
  return {
    /** For the files that it reads. */
    folder,
    run: (args: readonly string[]): unknown =>
      JSON.parse(execFileSync(process.execPath, [program, ...args], { encoding: 'utf8', timeout: 20_000 })),
    remove: () => rmSync(folder, { recursive: true }),
  }
}
