// Backup of a home that stands still: its files as one packed archive, with the SHA-256 of each in a manifest at the end.
// Whoever reads it needs no Phieu: `tar xzf` unpacks it.

import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { readdir, rename, rm, stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join, relative, sep } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import * as v from 'valibot'
import { slipsFolder } from '../../functions/report-files.ts'
import { hasData, openDataFolder, ownNames } from './data-folder.ts'
import { closeServer, listenOnLoopback } from './loopback.ts'
import { StartProblem } from './start-problem.ts'
import { tarEnd, tarHead, tarPadding } from './tar.ts'

export const manifestName = 'manifest.json'

export const Manifest = v.strictObject({
  format: v.literal('phieu-home-1'),
  madeAt: v.pipe(v.string(), v.isoTimestamp()),
  files: v.array(
    v.strictObject({
      name: v.string(),
      size: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
      sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
    }),
  ),
})
export type Manifest = v.InferOutput<typeof Manifest>

export type BackedUp = { readonly file: string; readonly files: number; readonly bytes: number }

/**
 * What is of no use anywhere else; and the secrets of surveys and the mails with members' links, which no copy of the answers may
 * hold.
 */
const left: readonly string[] = ['log', 'secrets', 'mail']

/** Slips hold members' links, and live for a day: a copy would keep them. */
const isLeft = (file: string): boolean => new RegExp(`^s3/[^/]+/${slipsFolder}`).test(file)

/** Keeps every home off the folder until it is released; throws StartProblem where one runs on it. */
export async function holdDataFolder(folder: string): Promise<() => Promise<void>> {
  const data = await openDataFolder(folder)
  // A second start asks whoever holds the folder whether it still lives.
  const server = createServer((_, response) => response.end())
  const here = await listenOnLoopback(server)
  await data.announce('', { dynamodb: here, s3: here, queue: here, mail: here, secrets: here })
  return async () => {
    await closeServer(server)
    await data.release()
  }
}

/** Writes the archive. The file appears whole or not at all, and never over another. `now`: ISO 8601, UTC. */
export async function backUp(folder: string, file: string, now: string): Promise<BackedUp> {
  if (!(await hasData(folder))) throw new StartProblem(`There is nothing to back up in ${folder}.`)
  if (await exists(file)) throw new StartProblem(`${file} is there already. Give another name.`)
  const release = await holdDataFolder(folder)
  const draft = `${file}.part`
  try {
    const names = await filesIn(folder)
    await pipeline(
      Readable.from(archive(folder, names, now)),
      createGzip({ level: 6 }),
      createWriteStream(draft, { flags: 'wx', mode: 0o600, flush: true }),
    )
    await rename(draft, file)
    return { file, files: names.length, bytes: (await stat(file)).size }
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  } finally {
    await release()
  }
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  )
}

/** Every file of the home, by its path with slashes, in an order that is always the same. */
async function filesIn(folder: string): Promise<string[]> {
  const present = new Set(await readdir(folder))
  const found: string[] = []
  for (const name of ownNames.filter((one) => !left.includes(one) && present.has(one))) {
    const top = join(folder, name)
    if ((await stat(top)).isFile()) found.push(name)
    else
      for (const entry of await readdir(top, { recursive: true, withFileTypes: true }))
        if (entry.isFile()) found.push(relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
  }
  return found.filter((file) => !isLeft(file)).sort()
}

async function* archive(folder: string, names: readonly string[], now: string): AsyncGenerator<Uint8Array> {
  const files: Manifest['files'] = []
  for (const name of names) {
    const path = join(folder, ...name.split('/'))
    const { size, mode } = await stat(path)
    const hash = createHash('sha256')
    let read = 0
    yield tarHead({ name, size, mode })
    for await (const piece of createReadStream(path)) {
      hash.update(piece)
      read += piece.length
      yield piece
    }
    if (read !== size) throw new Error(`${path} changed while it was read`)
    yield tarPadding(size)
    files.push({ name, size, sha256: hash.digest('hex') })
  }
  const manifest: Manifest = { format: 'phieu-home-1', madeAt: now, files }
  const text = Buffer.from(JSON.stringify(manifest, null, 1))
  yield tarHead({ name: manifestName, size: text.length, mode: 0o600 })
  yield text
  yield tarPadding(text.length)
  yield tarEnd
}
