// Which data folder a home uses, and whether one is running on it. Plain JavaScript: asked before anything is built.

import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'

/** PHIEU_DATA, or .phieu in the project. */
export const dataFolderOf = (env, root) => resolve(root, env.PHIEU_DATA || '.phieu')

export const lockFileOf = (folder) => join(folder, 'home.json')

/** The home that runs on a folder, or undefined. A killed one leaves its lock file behind: that one doesn't count. */
export async function findRunning(folder, now = Date.now()) {
  const lock = await readLock(lockFileOf(folder))
  if (!lock || !isAlive(lock.pid)) return undefined
  // The number may belong to another program by now: a home answers at its address, unless it is still starting.
  const running = lock.endpoints ? await answers(lock.endpoints.queue) : isStarting(lock, now)
  return running ? lock : undefined
}

const isStarting = ({ pid, startedAt }, now) => pid !== process.pid && now - Date.parse(startedAt) < 60_000

async function readLock(file) {
  try {
    const lock = JSON.parse(await readFile(file, 'utf8'))
    return Number.isInteger(lock?.pid) ? lock : undefined
  } catch {
    return undefined
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

async function answers(endpoint) {
  try {
    const answer = await fetch(endpoint, { signal: AbortSignal.timeout(2_000) })
    await answer.arrayBuffer()
    return true
  } catch (error) {
    return error.name === 'TimeoutError'
  }
}

/** What a second start says. */
export const alreadyRunning = ({ url, pid }, folder) =>
  url
    ? `Phieu is already running on this data (${folder}). Open ${url}\nTo stop it: Ctrl-C in its window, or end process ${pid}.`
    : `Phieu is already starting on this data (${folder}), or it is being backed up or restored, by process ${pid}.`
