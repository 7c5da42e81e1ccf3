// The folder that holds everything a home keeps. One home at a time; nothing in it is touched unless Phieu made the folder.

import { link, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isMissing, replaceFile } from './files.ts'
import { alreadyRunning, type Endpoints, findRunning, lockFileOf } from './running.mjs'
import { StartProblem } from './start-problem.ts'

export type DataFolder = {
  path: (...names: string[]) => string
  /** Writes the addresses into the lock file, for a second start and for tools. */
  announce: (url: string, endpoints: Endpoints) => Promise<void>
  release: () => Promise<void>
}

const marker = '.phieu-data'
const markerText =
  'This folder holds the data of a local Phieu. `npm start -- --fresh` sets them aside and begins anew.\n'

/** Says that the demo was not wanted here, also at the next start. */
export const emptyMark = 'without-demo'

/** What Phieu makes in its folder: no other name is ever moved or deleted. */
export const ownNames: readonly string[] = [
  'dynamodb',
  's3',
  'queue',
  'dead-letters',
  'log',
  'mail',
  'secrets',
  'reports',
  'issuer.json',
  emptyMark,
]
const previous = 'previous'

/** Opens the folder for this process alone. With `fresh`, what was there before is kept in previous/ until the next time. */
export async function openDataFolder(folder: string, fresh = false): Promise<DataFolder> {
  // People's answers lie in it: its owner's alone.
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await claim(folder)
  await lock(folder)
  if (fresh) await setAside(folder)
  return {
    path: (...names) => join(folder, ...names),
    announce: (url, endpoints) =>
      replaceFile(lockFileOf(folder), `${JSON.stringify({ ...lockOfThisProcess(), url, endpoints }, null, 2)}\n`),
    release: () => rm(lockFileOf(folder), { force: true }),
  }
}

/** Whether the folder is Phieu's and holds data. */
export async function hasData(folder: string): Promise<boolean> {
  const names = await namesIn(folder)
  return names.includes(marker) && names.some((name) => ownNames.includes(name))
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

async function claim(folder: string): Promise<void> {
  const names = await readdir(folder)
  if (names.includes(marker)) return
  if (names.length > 0)
    throw new StartProblem(`${folder} has files that are not Phieu's. Set PHIEU_DATA to a new or empty folder.`)
  await writeFile(join(folder, marker), markerText)
}

const lockOfThisProcess = () => ({ pid: process.pid, startedAt: new Date().toISOString() })

/**
 * The lock file appears whole or not at all, and never over another: two starts at once can't both have it. One that a
 * killed home left behind is taken away first.
 */
async function lock(folder: string): Promise<void> {
  const running = await findRunning(folder)
  if (running) throw new StartProblem(alreadyRunning(running, folder))
  const mine = `${lockFileOf(folder)}.${process.pid}`
  await writeFile(mine, JSON.stringify(lockOfThisProcess()))
  try {
    if (await isTaken(folder, mine)) {
      const quicker = await findRunning(folder)
      if (quicker) throw new StartProblem(alreadyRunning(quicker, folder))
      await rm(lockFileOf(folder), { force: true })
      if (await isTaken(folder, mine)) throw new StartProblem(`Another Phieu has just started on ${folder}.`)
    }
  } finally {
    await rm(mine, { force: true })
  }
}

async function isTaken(folder: string, mine: string): Promise<boolean> {
  try {
    await link(mine, lockFileOf(folder))
    return false
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return true
    throw error
  }
}

/** What there is is kept in previous/, in the place of what was kept there before. */
export async function setAside(folder: string): Promise<void> {
  await rm(join(folder, previous), { recursive: true, force: true })
  await mkdir(join(folder, previous))
  const present = new Set(await readdir(folder))
  for (const name of ownNames) if (present.has(name)) await rename(join(folder, name), join(folder, previous, name))
}
