// Runs the benches one after another, each bundled and in a process of its own, and prints one line of JSON per figure.
// Timings never fail it: budgets stand beside the values. `npm run bench -- submit fold` runs only those.
// Plain JavaScript, because it runs before anything has been compiled.

import { spawnSync } from 'node:child_process'
import { readdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const folder = dirname(fileURLToPath(import.meta.url))
const root = join(folder, '..', '..')
const out = join(root, 'test', '.out', 'bench')

const known = (await readdir(folder)).filter((file) => file.endsWith('.ts')).map((file) => file.slice(0, -'.ts'.length))
const wanted = process.argv.length > 2 ? process.argv.slice(2) : known.sort()
const unknown = wanted.filter((name) => !known.includes(name))
if (unknown.length > 0) {
  console.error(`There is no bench called ${unknown.join(', ')}; there are ${known.join(', ')}`)
  process.exit(2)
}

await rm(out, { recursive: true, force: true })
await build({
  absWorkingDir: root,
  entryPoints: wanted.map((name) => `test/bench/${name}.ts`),
  outdir: out,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  jsx: 'automatic',
  jsxImportSource: 'hono/jsx',
  logLevel: 'warning',
})

const failed = []
for (const name of wanted) {
  const bench = join(out, `${name}.mjs`)
  const { status, signal, error } = spawnSync(process.execPath, [bench], { cwd: root, stdio: 'inherit' })
  if (status !== 0) failed.push(`${name} (${error?.message ?? signal ?? `exit code ${status}`})`)
}
if (failed.length > 0) {
  console.error(`These benches failed, see above: ${failed.join(', ')}`)
  process.exit(1)
}
