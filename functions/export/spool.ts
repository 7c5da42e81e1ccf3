// A place on the disk for what can't be written in its turn: a zip takes one entry after another, and the rounds of a repeat
// come between the responses. Packed, so that it takes little, and gone when it is closed.

import { randomUUID } from 'node:crypto'
import { type FileHandle, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { deflating, type Packed, type Packer } from './packer.ts'

export type Spool = Pick<Packer, 'text'> & {
  /** Packs what is left; nothing can be added then. */
  end: () => Promise<Packed>
  /** The packed bytes, once it has ended. */
  pieces: () => AsyncIterable<Uint8Array>
  close: () => Promise<void>
}

const pieceSize = 256 * 1_024

/** Opens a spool in a folder of temporary files. Whoever opens it closes it. */
export async function openSpool(folder: string): Promise<Spool> {
  const path = join(folder, `phieu-export-${randomUUID()}`)
  const file = await open(path, 'wx+', 0o600)
  let written = 0
  const packer = deflating(async (bytes) => {
    await file.appendFile(bytes)
    written += bytes.length
  })
  return {
    text: packer.text,
    end: packer.end,
    pieces: () => piecesOf(file, () => written),
    close: async () => {
      await file.close()
      await rm(path, { force: true })
    },
  }
}

async function* piecesOf(file: FileHandle, size: () => number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < size(); ) {
    const piece = Buffer.alloc(Math.min(pieceSize, size() - at))
    const { bytesRead } = await file.read(piece, 0, piece.length, at)
    if (bytesRead === 0) throw new Error('A spool is shorter than what was written to it')
    yield piece.subarray(0, bytesRead)
    at += bytesRead
  }
}
