// What `cdk` runs: bundles the CDK app, because Node 20 can't run TypeScript, and starts it.
// cdk.json builds the functions first, so that what is deployed is always what the source says.

import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const outfile = join(root, 'dist', 'cloud', 'app.mjs')

await build({
  absWorkingDir: root,
  entryPoints: ['infra/cloud/app.ts'],
  outfile,
  bundle: true,
  packages: 'external',
  format: 'esm',
  platform: 'node',
  target: 'node20',
  sourcemap: 'inline',
  logLevel: 'warning',
})
await import(pathToFileURL(outfile).href)
