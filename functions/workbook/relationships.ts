// Which part of a workbook points at which: the small files in its "_rels" folders.

import { readXml } from './xml.ts'
import type { Zip } from './zip.ts'

export type Relationship = { readonly type: string; readonly target: string }

/** The relationships of a part ('' for the package), by id. Targets outside the file are left out, never fetched. */
export function readRelationships(zip: Zip, part: string): ReadonlyMap<string, Relationship> {
  const found = new Map<string, Relationship>()
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const path = `${folder}_rels/${part.slice(folder.length)}.rels`
  const chunks = zip.read(path)
  if (!chunks) return found
  readXml(path, chunks, {
    open: (name, attributes) => {
      const { Id: id, Type: type, Target: target, TargetMode: mode } = attributes
      if (name !== 'Relationship' || id === undefined || target === undefined || mode === 'External') return
      found.set(id, { type: (type ?? '').replace(/^.*\//, ''), target: resolve(folder, target) })
    },
  })
  return found
}

/** A target is relative to its part's folder, or starts at the top with a slash. ".." ends at the top. */
function resolve(folder: string, target: string): string {
  const slashed = target.replaceAll('\\', '/')
  const steps: string[] = []
  for (const step of (slashed.startsWith('/') ? slashed : folder + slashed).split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}
