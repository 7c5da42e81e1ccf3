// A browser for tests that comes with the packages: Chromium built for Lambda, with the libraries and the typeface it
// needs. It is unpacked once, beside the packages, and looks the same on every machine.

import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

/** Every test and bench runs in the project's folder. */
const packages = join(process.cwd(), 'node_modules')

/** Named after the version: what is unpacked is never looked at again. */
async function browserFolder(): Promise<string> {
  const { version } = JSON.parse(await readFile(join(packages, '@sparticuz', 'chromium', 'package.json'), 'utf8'))
  return join(packages, '.cache', `chromium-${version}`)
}

/** Unpacks the browser unless it has been; called before all tests, so that no two do it side by side. */
export async function unpackBrowser(): Promise<void> {
  const folder = await browserFolder()
  if (existsSync(folder) || process.env['CHROMIUM_PATH']) return
  await mkdir(join(packages, '.cache'), { recursive: true })
  // Under its name only when it is whole: a stop half-way leaves nothing that looks unpacked.
  const unfinished = await mkdtemp(`${folder}.`)
  try {
    await inflateInto(unfinished)
    await writeFile(join(unfinished, 'fonts', 'fonts.conf'), fontSettings(join(folder, 'fonts')))
    await rename(unfinished, folder)
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  }
}

/**
 * The package unpacks into the temporary folder, and its libraries only where it believes to be on Lambda; when it is
 * loaded, it also points the environment at them. All that is taken back: only the browser needs it.
 */
async function inflateInto(folder: string): Promise<void> {
  const { TMPDIR, AWS_EXECUTION_ENV, FONTCONFIG_PATH, HOME, LD_LIBRARY_PATH } = process.env
  Object.assign(process.env, { TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' })
  try {
    const { default: packed } = await import('@sparticuz/chromium')
    await packed.executablePath()
  } finally {
    const before = { TMPDIR, AWS_EXECUTION_ENV, FONTCONFIG_PATH, HOME, LD_LIBRARY_PATH }
    for (const [name, value] of Object.entries(before))
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
  }
}

/** Only the packed typeface, so that a line breaks at the same word everywhere. */
const fontSettings = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}</dir>
  <cachedir>${join(folder, 'cache')}</cachedir>
</fontconfig>
`

/**
 * A new browser. Where the packed one doesn't run (it is for Linux on x64), the environment's CHROMIUM_PATH names another
 * Chromium. Its own `args` are left alone: they switch off the very protections that the tests look at.
 */
export async function launchBrowser(): Promise<Browser> {
  const args = ['--no-sandbox']
  const { CHROMIUM_PATH, LD_LIBRARY_PATH } = process.env
  if (CHROMIUM_PATH) return chromium.launch({ executablePath: CHROMIUM_PATH, args })
  const folder = await browserFolder()
  const libraries = [join(folder, 'al2023', 'lib'), LD_LIBRARY_PATH].filter(Boolean).join(':')
  const env = { LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: join(folder, 'fonts') }
  return chromium.launch({ executablePath: join(folder, 'chromium'), args, env: { ...definedEnv(), ...env } })
}

const definedEnv = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
