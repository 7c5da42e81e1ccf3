// Names of files inside an export: whatever a form, a unit or a file is called, nothing of it leads out of the folder it is
// unpacked in, and Windows can make it.

import { archiveName } from '../../shared/evidence/kinds.ts'
import { parseReference } from '../../shared/evidence/reference.ts'
import type { ExportedResponse } from '../../shared/export/response.ts'

const unfit = /[^\p{L}\p{M}\p{N} ()._-]/gu
/** Names that Windows keeps for devices, with any ending. */
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i

/** One name, without folders. At most 80 characters. */
export function fileName(text: string): string {
  const plain = text
    .toWellFormed()
    .replace(unfit, '_')
    .replace(/^[. ]+|[. ]+$/g, '_')
    .replace(device, '_$&')
  return [...plain].slice(0, 80).join('') || '_'
}

/** The names, each once, however the file system treats capitals. */
export function fileNames(texts: readonly string[]): string[] {
  const taken = new Set<string>()
  return texts.map((text) => {
    const base = fileName(text)
    let free = base
    for (let n = 2; taken.has(free.toLowerCase()); n += 1) free = `${base} (${n})`
    taken.add(free.toLowerCase())
    return free
  })
}

/**
 * Where an answer's file lies: by unit, response, and the first 16 digits of its hash before its name. Undefined for a text
 * that names no file. Whole hashes would make paths that Windows can't unpack.
 */
export function evidencePath(
  { unit, id }: Pick<ExportedResponse, 'unit' | 'id'>,
  reference: string,
): string | undefined {
  const found = parseReference(reference)
  if (!found) return undefined
  return `files/${fileName(unit.code)}/${id}/${found.sha256.slice(0, 16)}.${fileName(archiveName(found.name))}`
}
