// One run of an export: it takes the export for itself, says how far it is, and finds out when another run has taken over.
// A run may come twice, side by side or after one that died; only the last one to take over can finish.

import { type Export, type ExportPlace, exportsFolder, findExport, saveExport } from '../store/exports.ts'
import type { ExportDeps } from './deps.ts'

/** Another run has the export now: this one has nothing more to do. */
export class Superseded extends Error {}

export type Run = {
  /** As it was last written. */
  readonly entry: () => Export
  /** Writes what has changed; throws Superseded where the export is another run's. */
  readonly save: (changes: Partial<Export>) => Promise<void>
  /** Says how far it is, not oftener than people would look. */
  readonly progress: (changes: Pick<Export, 'rows' | 'total'> | Pick<Export, 'files'>) => Promise<void>
  readonly file: string
  readonly cutOff: string
}

const progressEveryMs = 2_000

const endings = { xlsx: 'xlsx', csv: 'zip', jsonl: 'zip' } as const

/** The ending of the file that is made: with files of answers beside it every export is a zip. */
export const endingOf = ({ request }: Pick<Export, 'request'>): 'xlsx' | 'zip' =>
  request.evidence ? 'zip' : endings[request.format]

/** Undefined where there is nothing to do: the export is made, has failed for good or is gone, or another run was quicker. */
export async function takeOver(deps: ExportDeps, place: ExportPlace): Promise<Run | undefined> {
  const found = await findExport(deps.table, place, deps.now())
  if (!found || found.entry.state === 'ready' || found.entry.state === 'failed') return undefined
  const { upload, file: earlier, ...rest } = found.entry
  const cutOff = found.entry.cutOff ?? deps.now()
  const file = `${exportsFolder}${place.organisationId}/${place.id}/${deps.randomName()}.${endingOf(found.entry)}`
  const taken: Export = { ...rest, state: 'running', cutOff, movedAt: deps.now(), rows: 0, file }
  if (!(await saveExport(deps.table, taken, found.version))) return undefined
  if (upload && earlier) await deps.uploads.abort(earlier, upload)
  return runOf(deps, taken, found.version + 1, { file, cutOff })
}

function runOf(
  deps: ExportDeps,
  taken: Export,
  version: number,
  fixed: { readonly file: string; readonly cutOff: string },
): Run {
  let state = { entry: taken, version }
  const save = async (changes: Partial<Export>) => {
    const entry = { ...state.entry, ...changes, movedAt: deps.now() }
    if (!(await saveExport(deps.table, entry, state.version))) throw new Superseded()
    state = { entry, version: state.version + 1 }
  }
  return {
    ...fixed,
    entry: () => state.entry,
    save,
    progress: async (changes) => {
      const since = Date.parse(deps.now()) - Date.parse(state.entry.movedAt)
      if (since >= progressEveryMs) await save(changes)
    },
  }
}
