// Asking for an export: the same for the page and for programs. Access is asked here, and once more when the job runs.

import * as v from 'valibot'
import { type ExportRequest, isExportable } from '../../shared/export/request.ts'
import { ExportId } from '../../shared/ids.ts'
import { mayAt, maySomewhere } from '../../shared/organisation/access.ts'
import { type Problem, problem } from '../../shared/problems.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { findCampaign } from '../store/campaigns.ts'
import type { VersionedExport } from '../store/exports.ts'
import { type Export, findExport, insertExport, listExports, newExport, saveExport } from '../store/exports.ts'
import type { SignedInCall } from './call.ts'

/** Of one person at a time: whoever presses again and again keeps nobody else waiting. */
const mostAtOnce = 5

/** A run says every few seconds how far it is, and a job that failed comes again within an hour and a half. */
const quietMs = 100 * 60_000

export const isUnderWay = ({ state, movedAt }: Export, now: string): boolean =>
  (state === 'waiting' || state === 'running') && Date.parse(now) - Date.parse(movedAt) < quietMs

/** Stores the export and queues its job. */
export async function askExport(call: SignedInCall, request: ExportRequest): Promise<Result<Export, Problem>> {
  const { deps, me, now } = call
  const found = await findCampaign(deps.table, me.organisationId, request.campaign)
  if (!found || found.campaign.state === 'draft') return fail(problem.campaignUnknown())
  const known = new Set(found.campaign.periods.map(({ id }) => id))
  if (request.periods.some((id) => !known.has(id))) return fail(problem.periodUnknown())
  if (!mayAt(me.person, me.tree, 'response.export', request.unit))
    return fail(maySomewhere(me.person, 'response.export') ? problem.unitNotYours() : problem.roleMissing())
  if (!isExportable(found.campaign)) return fail(problem.notExportable())
  if (await hasTooMany(call)) return fail(problem.tooManyExports(mostAtOnce))
  // In the order of the campaign, each once.
  const periods = found.campaign.periods.map(({ id }) => id).filter((id) => request.periods.includes(id))
  const asked = {
    organisationId: me.organisationId,
    request: { ...request, periods },
    askedBy: me.person.id,
    askedAt: now,
  }
  const entry = newExport(asked, randomPart(deps.randomToken()))
  if (!(await insertExport(deps.table, entry))) throw new Error('An export id came up twice')
  await queue(call, entry)
  return ok(entry)
}

const randomPart = (token: string) => token.replace(/[^A-Za-z0-9]/g, '').slice(0, 10)

async function hasTooMany({ deps, me, now }: SignedInCall): Promise<boolean> {
  const { exports } = await listExports(deps.table, me.organisationId, me.person.id, { now, limit: 4 * mostAtOnce })
  return exports.filter((entry) => isUnderWay(entry, now)).length >= mostAtOnce
}

const queue = ({ deps }: SignedInCall, { organisationId, askedBy, id }: Export): Promise<void> =>
  deps.exportQueue.send({ organisationId, personId: askedBy, exportId: id })

/** /exports/:export: one of the person's own. */
export async function exportAddress({ deps, c, me, now }: SignedInCall): Promise<Result<VersionedExport, Problem>> {
  const id = v.safeParse(ExportId, c.req.param('export'))
  const place = { organisationId: me.organisationId, personId: me.person.id }
  const found = id.success && (await findExport(deps.table, { ...place, id: id.output }, now))
  return found ? ok(found) : fail(problem.exportUnknown())
}

/** Begins an export that failed, or that nothing was heard of for long, once more, up to now. */
export async function askAgain(call: SignedInCall, { entry, version }: VersionedExport): Promise<void> {
  if (entry.state === 'ready' || isUnderWay(entry, call.now)) return
  const { failure, cutOff, ...rest } = entry
  const again: Export = { ...rest, state: 'waiting', movedAt: call.now, rows: 0, total: 0 }
  // Somebody else pressed at the same moment: theirs is the same.
  if (await saveExport(call.deps.table, again, version)) await queue(call, again)
}

/** How long a link to the object store may be followed, in seconds. */
const linkLives = 60

/** A link to the finished file, for whoever may export there still. */
export async function exportLink(
  { deps, me }: SignedInCall,
  { request, state, file }: Export,
  disposition: string,
): Promise<Result<string, Problem>> {
  if (!mayAt(me.person, me.tree, 'response.export', request.unit)) return fail(problem.unitNotYours())
  if (state !== 'ready' || file === undefined) return fail(problem.exportNotReady())
  return ok(await deps.objects.presign(file, { seconds: linkLives, disposition }))
}
