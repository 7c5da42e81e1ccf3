// Where the queue keeps its messages: one file each, written whole before it is acknowledged, removed after success.

import { mkdir, readdir, readFile, rm, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { isMissing, replaceFile } from './files.ts'

export type Message = {
  id: string
  body: string
  sentAt: number
  /** How often it was handed to its function. */
  tries: number
  /** Not handed out before this moment of the clock, in milliseconds. */
  notBefore?: number
}

export type QueueFolder = {
  /** Every message that waits, oldest first. */
  all: () => Promise<Message[]>
  save: (message: Message) => Promise<void>
  remove: (message: Message) => Promise<void>
}

export async function openQueueFolder(folder: string): Promise<QueueFolder> {
  await mkdir(folder, { recursive: true })
  const fileOf = ({ id }: Message) => join(folder, `${id}.json`)
  return {
    all: async () => {
      const names = await readdir(folder)
      // What a killed process left half written was never acknowledged.
      for (const name of names) if (name.endsWith('.part')) await rm(join(folder, name), { force: true })
      const files = names.filter((name) => name.endsWith('.json'))
      const messages = await Promise.all(files.map((name) => readMessage(join(folder, name))))
      return messages.sort((a, b) => a.sentAt - b.sentAt)
    },
    save: (message) => replaceFile(fileOf(message), JSON.stringify(message)),
    remove: async (message) => {
      await unlink(fileOf(message)).catch((error) => {
        if (!isMissing(error)) throw error
      })
    },
  }
}

async function readMessage(file: string): Promise<Message> {
  const message: Message = JSON.parse(await readFile(file, 'utf8'))
  return message
}
