// `npm start`: installs and builds what is needed, then runs the whole system on this machine.

import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { checkNode, ensureInstalled, InstallProblem } from './install.mjs'
import { alreadyRunning, dataFolderOf, findRunning } from './local/running.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const help = `npm start              run Phieu on this machine (Ctrl-C stops it, the data stay)
npm start -- --fresh   set the data aside and begin anew, with the demo
npm start -- --empty   set the data aside and begin anew, with nothing: found your own organisation

Settings, all optional: PORT (8787, or any free one), HOST (127.0.0.1), PUBLIC_URL, PHIEU_DATA (.phieu)
`

/** Returns what to do, or undefined when the words were not understood. */
function readArguments(words) {
  const known = new Set(['--fresh', '--empty', '--help', '-h'])
  if (words.some((word) => !known.has(word))) return undefined
  const empty = words.includes('--empty')
  return { fresh: empty || words.includes('--fresh'), empty, help: words.includes('--help') || words.includes('-h') }
}

/** Stops in words where something runs already: a build would take the files away from under it. */
async function refuseSecondStart() {
  const folder = dataFolderOf(process.env, root)
  const running = await findRunning(folder)
  if (running) throw new InstallProblem(alreadyRunning(running, folder))
}

async function buildEverything() {
  const start = Date.now()
  const { buildAll } = await import('./build.mjs')
  if (process.stdout.isTTY) process.stdout.write('  … Building')
  await buildAll()
  const seconds = ((Date.now() - start) / 1000).toFixed(1)
  process.stdout.write(`${process.stdout.isTTY ? '\r\x1b[2K' : ''}  ✓ Built (${seconds} s)\n`)
}

async function start(words) {
  const asked = readArguments(words)
  if (!asked || asked.help) {
    process.stdout.write(help)
    process.exitCode = asked ? 0 : 2
    return
  }
  // Engines use names that newer Nodes frown upon, and the SDK frowns upon older Nodes: nothing a visitor can mend.
  process.noDeprecation = true
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true'
  checkNode(process.versions.node)
  await refuseSecondStart()
  await ensureInstalled()
  await buildEverything()
  const { main } = await import(pathToFileURL(join(root, 'dist', 'local', 'home.mjs')).href)
  await main({ root, fresh: asked.fresh, empty: asked.empty })
}

try {
  await start(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof InstallProblem)) throw error
  console.error(error.message)
  process.exitCode = 1
}
