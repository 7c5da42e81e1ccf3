// Files that belong to the answers, behind the tables in the same zip. They are listed while responses are read and come
// afterwards, because a zip takes one entry after another.

import { parseReference } from '../../shared/evidence/reference.ts'
import type { AnswerTable } from '../../shared/export/columns.ts'
import { inRound, roundsAt } from '../../shared/export/columns.ts'
import type { ExportedResponse } from '../../shared/export/response.ts'
import type { CampaignId } from '../../shared/ids.ts'
import { evidenceKey } from '../store/evidence.ts'
import type { Uploads } from '../uploads.ts'
import { evidencePath } from './file-names.ts'
import type { ZipWriter } from './zip-writer.ts'

/** A file takes some 200 bytes of memory while it waits; more than this many don't come through in one run anyway. */
const mostFiles = 100_000

export type FileList = {
  /** False where there are too many. */
  readonly add: (response: ExportedResponse) => boolean
  /** Key by the path in the zip. */
  readonly files: ReadonlyMap<string, string>
}

export function openFileList(campaign: CampaignId, tables: readonly AnswerTable[]): FileList {
  const files = new Map<string, string>()
  const asking = tables
    .map(({ path, columns }) => ({ path, keys: columns.flatMap(({ isEvidence, key }) => (isEvidence ? key : [])) }))
    .filter(({ keys }) => keys.length > 0)
  return {
    files,
    add: (response) => {
      for (const { path, keys } of asking)
        for (const answer of answersAt(response, path))
          for (const key of keys) {
            const value = answer(key)
            const reference = typeof value === 'string' ? parseReference(value) : undefined
            const place = typeof value === 'string' ? evidencePath(response, value) : undefined
            if (!reference || !place) continue
            const campaignUnit = { unitId: response.unit.id }
            files.set(place, evidenceKey({ campaign: { id: campaign }, campaignUnit }, reference.sha256))
          }
      return files.size <= mostFiles
    },
  }
}

type Reader = ReturnType<typeof inRound>

function* answersAt({ answers }: ExportedResponse, path: readonly string[]): Generator<Reader> {
  const top: Reader = (key) => answers.get(key)
  if (path.length === 0) yield top
  else for (const { round } of roundsAt(top, path)) yield inRound(round)
}

/** Asked for before their turn: enough to hide the waiting. */
const ahead = 3

/** Puts every file into the zip; answers the paths of those that are not there. `each` is told before each file how many are done. */
export async function writeFiles(
  zip: ZipWriter,
  uploads: Pick<Uploads, 'read'>,
  files: ReadonlyMap<string, string>,
  each: (done: number) => Promise<void>,
): Promise<string[]> {
  const missing: string[] = []
  const waiting = [...files]
  const asked: Promise<AsyncIterable<Uint8Array> | undefined>[] = []
  const ask = (n: number) => {
    const [, key] = waiting[n] ?? []
    if (key === undefined) return
    const reading = uploads.read(key)
    // Heard when its turn comes.
    reading.catch(() => undefined)
    asked.push(reading)
  }
  for (let n = 0; n < ahead; n += 1) ask(n)
  for (const [n, [path]] of waiting.entries()) {
    await each(n)
    ask(n + ahead)
    const pieces = await asked.shift()
    if (!pieces) {
      missing.push(path)
      continue
    }
    const entry = await zip.entry(path, 'frame')
    for await (const piece of pieces) await entry.bytes(piece)
    await entry.end()
  }
  return missing
}
