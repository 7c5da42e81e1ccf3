// One export job. It may come twice, side by side or days apart, or die in the middle: a run that comes later begins anew with
// the same cut-off, and what an earlier one had sent of its file is taken back.

import * as v from 'valibot'
import type { ExportFailure } from '../../shared/export/request.ts'
import { ExportId, OrganisationId, PersonId } from '../../shared/ids.ts'
import { log, logCode } from '../log.ts'
import type { ExportDeps } from './deps.ts'
import { type Run, Superseded, takeOver } from './run.ts'
import { findScope } from './scope.ts'
import { GivesUp, writeExport } from './write-export.ts'

/** The body of a message on the export queue. */
export const ExportJob = v.strictObject({ organisationId: OrganisationId, personId: PersonId, exportId: ExportId })
export type ExportJob = v.InferOutput<typeof ExportJob>

export type Attempt = {
  /** Whether the function is about to run out of time. */
  readonly isLate: () => boolean
  /** Whether nobody will try again after this. */
  readonly isLast: boolean
}

/** Throws what is worth another try; everything else is noted in the export itself. */
export async function runExport(deps: ExportDeps, job: ExportJob, { isLate, isLast }: Attempt): Promise<void> {
  const place = { organisationId: job.organisationId, personId: job.personId, id: job.exportId }
  const run = await takeOver(deps, place)
  if (!run) return
  try {
    const scope = await findScope(deps, run.entry())
    if (!scope.ok) return await giveUp(run, scope.problem)
    await writeExport(deps, run, scope.value, isLate)
    log(logCode.exportMade, { export: job.exportId, rows: run.entry().rows })
  } catch (error) {
    if (error instanceof Superseded) return
    if (error instanceof GivesUp) return giveUp(run, error.failure)
    if (isLast) await giveUp(run, 'failed').catch(() => undefined)
    throw error
  }
}

async function giveUp(run: Run, failure: ExportFailure): Promise<void> {
  log(logCode.exportRefused, { export: run.entry().id, failure })
  await run.save({ state: 'failed', failure, upload: undefined, file: undefined }).catch((error: unknown) => {
    if (!(error instanceof Superseded)) throw error
  })
}
