// `npm run lock`: adds to package-lock.json the optional packages of other platforms that npm left out. A registry that
// doesn't carry them all makes npm write such a lock, and `npm ci` then refuses it everywhere. Versions are exact: their
// parents pin them. Entries made here have no integrity hash; the next `npm install` against a full registry adds it.

import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const lockFile = fileURLToPath(new URL('../package-lock.json', import.meta.url))

const parentOf = (path) => path.slice(0, Math.max(path.lastIndexOf('/node_modules/'), 0))

function isHeld(packages, path, name) {
  for (let folder = path; ; folder = parentOf(folder)) {
    if (packages[`${folder ? `${folder}/` : ''}node_modules/${name}`]) return true
    if (!folder) return false
  }
}

/** The optional packages that the lock's entries name and the lock doesn't hold: [name, version] each. */
export function missingOptional({ packages }) {
  return Object.entries(packages).flatMap(([path, entry]) =>
    Object.entries(entry.optionalDependencies ?? {}).filter(([name]) => !isHeld(packages, path, name)),
  )
}

/** Platform packages say in their names what they are for: "@biomejs/cli-linux-x64-musl". */
function entryFor(name, version) {
  const [os = '', cpu = '', abi = ''] = name
    .replace(/^.*\//, '')
    .replace(/^(cli|binding|parser|resolver-binding)-/, '')
    .split('-')
  const libc = os === 'linux' && abi !== '' ? { libc: [abi.startsWith('musl') ? 'musl' : 'glibc'] } : {}
  return { version, cpu: [cpu], dev: true, ...libc, optional: true, os: [os] }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const lock = JSON.parse(readFileSync(lockFile, 'utf8'))
  for (const [name, version] of missingOptional(lock)) lock.packages[`node_modules/${name}`] = entryFor(name, version)
  const byName = ([a], [b]) => a.localeCompare(b, 'en')
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(byName))
  writeFileSync(lockFile, `${JSON.stringify(lock, null, 2)}\n`)
}
