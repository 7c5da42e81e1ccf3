// Restoring a home from a backup. Everything is unpacked beside the folder and compared with the manifest first: only a whole
// backup touches anything.

import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { createGunzip } from 'node:zlib'
import * as v from 'valibot'
import { holdDataFolder, Manifest, manifestName } from './backup.ts'
import { hasData, ownNames, setAside } from './data-folder.ts'
import { isMissing } from './files.ts'
import { alreadyRunning, findRunning } from './running.mjs'
import { StartProblem } from './start-problem.ts'
import { readTar, TarDamaged, type TarEntry } from './tar.ts'

export type Restored = { readonly folder: string; readonly files: number; readonly madeAt: string }

/**
 * Puts the backup into the folder, which must hold no data; with `replace` what is there is set aside in previous/ first. Throws
 * StartProblem, and leaves everything as it was, where a home runs there or the backup isn't whole.
 */
export async function restore(file: string, folder: string, replace: boolean): Promise<Restored> {
  const running = await findRunning(folder)
  if (running) throw new StartProblem(alreadyRunning(running, folder))
  await checkFile(file)
  const isFull = await hasData(folder)
  if (isFull && !replace)
    throw new StartProblem(
      `${folder} holds data. With --replace they are set aside in ${join(folder, 'previous')} first.`,
    )
  await mkdir(dirname(folder), { recursive: true })
  const staged = `${folder}.restoring-${process.pid}`
  await rm(staged, { recursive: true, force: true })
  try {
    const manifest = await unpack(file, staged)
    const release = await holdDataFolder(folder)
    try {
      if (isFull) await setAside(folder)
      for (const name of await readdir(staged)) await rename(join(staged, name), join(folder, name))
    } finally {
      await release()
    }
    return { folder, files: manifest.files.length, madeAt: manifest.madeAt }
  } finally {
    await rm(staged, { recursive: true, force: true })
  }
}

/** What is wrong with the name of the file is said before anything about the folder. */
async function checkFile(file: string): Promise<void> {
  try {
    if ((await stat(file)).isFile()) return
  } catch (error) {
    if (!isMissing(error)) throw error
    throw new StartProblem(`There is no file ${file}.`)
  }
  throw new StartProblem(`${file} is no file.`)
}

const damaged = (file: string, why: string) =>
  new StartProblem(`${file} is no whole backup, and nothing was touched: ${why}.`)

async function unpack(file: string, staged: string): Promise<Manifest> {
  await mkdir(staged, { recursive: true, mode: 0o700 })
  const found: Manifest['files'] = []
  let manifest: Manifest | undefined
  try {
    const source = createReadStream(file)
    const unpacked = createGunzip()
    source.on('error', (error) => unpacked.destroy(error))
    for await (const entry of readTar(source.pipe(unpacked))) {
      if (manifest) throw new TarDamaged('Something stands behind its manifest')
      if (entry.name === manifestName) manifest = await readManifest(entry)
      else found.push(await write(entry, staged))
    }
  } catch (error) {
    if (error instanceof TarDamaged || isPackingFault(error)) throw damaged(file, error.message)
    throw error
  }
  const why = manifest ? difference(manifest, found) : 'its manifest is missing'
  if (!manifest || why) throw damaged(file, why ?? '')
  return manifest
}

/** What zlib says of bytes that it didn't pack. */
const isPackingFault = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && /^Z_/.test(String(error.code))

const largestManifest = 200 * 2 ** 20

async function readManifest(entry: TarEntry): Promise<Manifest> {
  if (entry.size > largestManifest) throw new TarDamaged('its manifest is too large')
  const pieces: Uint8Array[] = []
  for await (const piece of entry.bytes) pieces.push(Uint8Array.from(piece))
  try {
    return v.parse(Manifest, JSON.parse(Buffer.concat(pieces).toString('utf8')))
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof v.ValiError) throw new TarDamaged('its manifest is damaged')
    throw error
  }
}

/** Nothing that leads out of the home is a name in it. */
const fits = (name: string) => {
  const [top = '', ...rest] = name.split('/')
  const isPlain = rest.every((part) => part !== '' && part !== '.' && part !== '..')
  return ownNames.includes(top) && isPlain && !/[\\\0]/.test(name)
}

async function write({ name, mode, bytes }: TarEntry, staged: string): Promise<Manifest['files'][number]> {
  if (!fits(name)) throw new TarDamaged('a file in it is none of a home')
  const path = join(staged, ...name.split('/'))
  await mkdir(dirname(path), { recursive: true })
  const handle = await open(path, 'wx', mode & 0o700)
  const hash = createHash('sha256')
  let size = 0
  try {
    for await (const piece of bytes) {
      hash.update(piece)
      size += piece.length
      await handle.appendFile(piece)
    }
    await handle.sync()
  } finally {
    await handle.close()
  }
  return { name, size, sha256: hash.digest('hex') }
}

/** What is there and isn't in the manifest, or the other way round; undefined where both are the same. */
function difference({ files }: Manifest, found: Manifest['files']): string | undefined {
  const nameOf = ({ name, size, sha256 }: Manifest['files'][number]) => `${name} ${size} ${sha256}`
  const [wanted, there] = [new Set(files.map(nameOf)), new Set(found.map(nameOf))]
  const wrong = [...files, ...found].find((one) => !wanted.has(nameOf(one)) || !there.has(nameOf(one)))
  return wrong && `${wrong.name} is not what it was`
}
