// Installs what package-lock.json says, when it isn't there. Plain JavaScript on Node's own modules: it runs before anything
// is installed. `npm start` and `npm test` call it; alone: node infra/install.mjs

import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const projectRoot = join(dirname(fileURLToPath(import.meta.url)), '..')
const oldestNode = [20, 19]

/** A reason to stop that a person can mend: said in words, without a stack. */
export class InstallProblem extends Error {}

/** Throws, in words, when this Node is too old to run Phieu. */
export function checkNode(version) {
  const [major, minor] = version.split('.').map(Number)
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return
  throw new InstallProblem(
    `Phieu needs Node ${oldestNode.join('.')} or later; this is ${version}. Install the current one from https://nodejs.org`,
  )
}

/**
 * Compares what the lock file asks for with what npm noted in node_modules/.package-lock.json after its last install.
 * The content decides, not the files' times: a checkout makes every file new, and npm writes its note last of all.
 * Returns why an install is needed, or undefined.
 */
export function whyInstall(lock, installed) {
  if (!installed) return 'nothing is installed yet'
  for (const [path, wanted] of Object.entries(lock.packages ?? {})) {
    if (path === '') continue
    const present = installed.packages?.[path]
    // Packages for other platforms are in the lock file, and never installed.
    if (!present && wanted.optional) continue
    if (!present) return `${path} is missing`
    if (present.version !== wanted.version || present.integrity !== wanted.integrity)
      return `${path} is another version`
  }
  return undefined
}

async function readJson(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch (error) {
    if (error.code === 'ENOENT' || error instanceof SyntaxError) return undefined
    throw error
  }
}

/** Makes node_modules what package-lock.json says; does nothing when it is. Returns whether it installed. */
export async function ensureInstalled({ root = projectRoot, output = process.stdout } = {}) {
  checkNode(process.versions.node)
  const lock = await readJson(join(root, 'package-lock.json'))
  if (!lock)
    throw new InstallProblem(
      'package-lock.json is missing or damaged. Get it back with: git checkout package-lock.json',
    )
  const installed = await readJson(join(root, 'node_modules', '.package-lock.json'))
  if (whyInstall(lock, installed) === undefined) return false
  await runNpm(root, output)
  return true
}

/** `npm ci`, quietly, with a line that shows it is alive; its own words only when it fails. */
async function runNpm(root, output) {
  const start = Date.now()
  const seconds = () => `${Math.round((Date.now() - start) / 1000)} s`
  const label = 'Installing what package-lock.json says (npm ci)'
  output.write(output.isTTY ? `  … ${label}` : `  … ${label}\n`)
  const alive = output.isTTY ? setInterval(() => output.write(`\r\x1b[2K  … ${label}: ${seconds()}`), 1000) : undefined
  const { code, words } = await spawnNpm(root)
  clearInterval(alive)
  if (output.isTTY) output.write('\r\x1b[2K')
  if (code !== 0) throw new InstallProblem(explainFailure(words))
  output.write(`  ✓ Installed (${seconds()})\n`)
}

function spawnNpm(root) {
  const options = ['ci', '--no-audit', '--no-fund', '--loglevel=error']
  // Under `npm start` npm says where it is itself; that works on every system, and finds the same npm.
  const own = process.env.npm_execpath
  const [command, args] =
    own && basename(own) === 'npm-cli.js' ? [process.execPath, [own, ...options]] : ['npm', options]
  return new Promise((resolve) => {
    const shell = command === 'npm' && process.platform === 'win32'
    const child = spawn(command, args, { cwd: root, shell, stdio: ['ignore', 'pipe', 'pipe'] })
    let words = ''
    const keep = (text) => {
      // The cause comes first; a page on how to use npm may follow.
      words = (words + text).slice(0, 1500)
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', (error) => resolve({ code: 1, words: error.message }))
    child.on('close', (code) => resolve({ code, words }))
  })
}

function explainFailure(words) {
  const network = /ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|network/i.test(words)
  const advice = network
    ? 'npm could not reach its registry: check the network or the proxy (npm config get proxy, registry), then start again.'
    : 'Mend what npm says above, then start again. Often it is enough to delete node_modules first.'
  return `${words.trim()}\n\nThe installation failed. ${advice}`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await ensureInstalled()
  } catch (error) {
    if (!(error instanceof InstallProblem)) throw error
    console.error(error.message)
    process.exitCode = 1
  }
}
