// What the parts of one Word document share: numbers of its bookmarks and pictures, and where its links lead.

import type { ReportDocument } from '../../../shared/report/document.ts'
import type { Preset } from '../../../shared/report/preset.ts'
import { w } from './xml.ts'

type Relationship = {
  readonly id: string
  readonly type: string
  readonly target: string
  readonly isOutside: boolean
}

export type Writing = {
  readonly document: ReportDocument
  readonly preset: Preset
  /** The id by which the document names a part, or an address outside; the same for the same target. */
  readonly relate: (type: string, target: string, isOutside?: boolean) => string
  readonly relationships: () => readonly Relationship[]
  /** Puts a file into the package. */
  readonly addFile: (path: string, content: Uint8Array | string) => void
  readonly files: ReadonlyMap<string, Uint8Array | string>
  /** 1, 2, 3 ...: no two things of a document have the same. */
  readonly nextId: () => number
  /** The content with a bookmark around it, named after the block's key. */
  readonly bookmarked: (key: string, content: string) => string
}

const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
export const relationshipType = (name: string): string => `${relationships}/${name}`

/** Word allows 40 letters, digits and "_", and a letter first. */
const longestBookmark = 36

export function openWriting(document: ReportDocument, preset: Preset): Writing {
  const known = new Map<string, Relationship>()
  const files = new Map<string, Uint8Array | string>()
  const names = new Set<string>()
  let id = 0
  const nextId = () => {
    id += 1
    return id
  }
  const nameFor = (key: string): string => {
    const base = `m_${key.replace(/[^A-Za-z0-9]+/g, '_')}`.slice(0, longestBookmark - 4)
    let name = base
    for (let n = 2; names.has(name); n += 1) name = `${base}_${n}`
    names.add(name)
    return name
  }
  return {
    document,
    preset,
    relate: (type, target, isOutside = false) => {
      const found = known.get(target)
      if (found) return found.id
      const made = { id: `rId${known.size + 1}`, type: relationshipType(type), target, isOutside }
      known.set(target, made)
      return made.id
    },
    relationships: () => [...known.values()],
    addFile: (path, content) => void files.set(path, content),
    files,
    nextId,
    bookmarked: (key, content) => {
      const number = nextId()
      return w('bookmarkStart', { id: number, name: nameFor(key) }) + content + w('bookmarkEnd', { id: number })
    },
  }
}
