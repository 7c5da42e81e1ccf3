// Files that are never seen half written.

import { randomUUID } from 'node:crypto'
import { open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** Writes a file so that a reader, also after a crash, sees all of it or what was there before. */
export async function replaceFile(
  path: string,
  bytes: Uint8Array | string | AsyncIterable<Uint8Array>,
  mode = 0o644,
): Promise<void> {
  const draft = `${path}.${randomUUID()}.part`
  const file = await open(draft, 'wx', mode)
  try {
    for await (const piece of typeof bytes === 'string' || bytes instanceof Uint8Array ? [bytes] : bytes)
      await file.appendFile(piece)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(draft, path)
}

/** Removes the files in a folder and below it that were last written before then. */
export async function removeOlder(folder: string, before: number): Promise<void> {
  for (const name of await namesIn(folder)) {
    const path = join(folder, name)
    const found = await stat(path)
    if (found.isFile() && found.mtimeMs < before) await rm(path)
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder, { recursive: true })
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

/** The file's text, or undefined where there is none. */
export async function readTextIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

export function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
