// `npm run -s phieu -- COMMAND`: installs what is needed, bundles the command line (Node 20 can't run TypeScript), runs it.

import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { ensureInstalled, InstallProblem } from './install.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const outdir = join(root, 'dist', 'cli')

async function bundle() {
  const { build } = await import('esbuild')
  await build({
    absWorkingDir: root,
    entryPoints: { phieu: 'infra/cli/main.ts' },
    outdir,
    outExtension: { '.js': '.mjs' },
    // What only one command needs is loaded when it runs.
    splitting: true,
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    sourcemap: 'inline',
    logLevel: 'warning',
  })
}

try {
  // Standard output belongs to the command's results.
  await ensureInstalled({ output: process.stderr })
  await bundle()
  const { main } = await import(pathToFileURL(join(outdir, 'phieu.mjs')).href)
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof InstallProblem)) throw error
  console.error(error.message)
  process.exitCode = 1
}
