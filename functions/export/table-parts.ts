// Where the rows of tables go while responses are read: those of the first table straight into the zip, those of all others
// to the disk until their turn comes.

import type { Packed, Packer } from './packer.ts'
import { openSpool } from './spool.ts'
import type { ZipWriter } from './zip-writer.ts'

export type Part = Pick<Packer, 'text'> & {
  /** Nothing can be added then. */
  readonly end: () => Promise<void>
  /** Puts what has ended into the zip, unless it was written there from the start. */
  readonly place: (name: string) => Promise<void>
  /** Lets go of what it holds on the disk. */
  readonly discard: () => Promise<void>
}

/** A part that is written where it will stand: it has to end before anything else is put into the zip. */
export async function directPart(zip: ZipWriter, name: string): Promise<Part> {
  const entry = await zip.entry(name, 'deflate')
  return {
    text: entry.text,
    end: async () => {
      await entry.end()
    },
    place: async () => undefined,
    discard: async () => undefined,
  }
}

/** A part that waits on the disk. `folder`: of temporary files. */
export async function spooledPart(zip: ZipWriter, folder: string): Promise<Part> {
  const spool = await openSpool(folder)
  let packed: Packed | undefined
  return {
    text: spool.text,
    end: async () => {
      packed = await spool.end()
    },
    place: async (name) => {
      if (!packed) throw new Error(`${name} has not ended`)
      await zip.add(name, packed, spool.pieces())
    },
    discard: spool.close,
  }
}
