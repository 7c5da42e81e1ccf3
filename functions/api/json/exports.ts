// Exports for programs: asked for, looked at until they are ready, fetched.

import { ExportRequest } from '../../../shared/export/request.ts'
import { path } from '../../../shared/paths.ts'
import { type Export, exportExpiresAt } from '../../store/exports.ts'
import { attachment } from '../attachment.ts'
import type { SignedInCall } from '../call.ts'
import { askExport, exportAddress, exportLink } from '../exports.ts'
import { readJson } from '../json-body.ts'
import { fileNameOf } from '../pages/exports/list.tsx'
import { refuse } from '../problem-response.tsx'

/** What a program is told of an export. */
const told = (entry: Export) => ({
  id: entry.id,
  request: entry.request,
  askedAt: entry.askedAt,
  state: entry.state,
  failure: entry.failure ?? null,
  cutOff: entry.cutOff ?? null,
  responses: { done: entry.rows, total: entry.total },
  bytes: entry.bytes ?? null,
  missingFiles: entry.missingFiles ?? 0,
  file: entry.state === 'ready' ? path.api.exportFile(entry.id) : null,
  expiresAt: exportExpiresAt(entry),
})

/** POST /api/exports: 202; its address says how far it is. */
export async function postExport(call: SignedInCall): Promise<Response> {
  const read = await readJson(call.c, ExportRequest)
  if (!read.ok) return refuse(call, read.problem)
  const asked = await askExport(call, read.value)
  if (!asked.ok) return refuse(call, asked.problem)
  call.record({ subject: path.exportFile(asked.value.id), unitId: read.value.unit, details: read.value.format })
  return call.c.json(told(asked.value), 202, { location: path.api.export(asked.value.id) })
}

/** GET /api/exports/:export */
export async function getExport(call: SignedInCall): Promise<Response> {
  const found = await exportAddress(call)
  return found.ok ? call.c.json(told(found.value.entry)) : refuse(call, found.problem)
}

/** GET /api/exports/:export/file: leads to the file by a link that lives a minute. */
export async function getExportFile(call: SignedInCall): Promise<Response> {
  const found = await exportAddress(call)
  if (!found.ok) return refuse(call, found.problem)
  const { entry } = found.value
  const link = await exportLink(call, entry, attachment(await fileNameOf(call, entry)))
  if (!link.ok) return refuse(call, link.problem)
  call.record({ unitId: entry.request.unit, details: `${entry.request.format}, ${entry.rows}` })
  return call.c.redirect(link.value, 302)
}
