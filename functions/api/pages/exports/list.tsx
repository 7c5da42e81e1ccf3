// The exports of a person: what was asked for, how far it is, and its file.

import * as v from 'valibot'
import { ExportId } from '../../../../shared/ids.ts'
import { localize } from '../../../../shared/language.ts'
import { unitIn } from '../../../../shared/organisation/unit.ts'
import { path } from '../../../../shared/paths.ts'
import { type ExportLine, ExportsPage } from '../../../../web/pages/exports/list.tsx'
import { findCampaign } from '../../../store/campaigns.ts'
import { type Export, exportExpiresAt, findExport, listExports } from '../../../store/exports.ts'
import { attachment } from '../../attachment.ts'
import { pageContext, type SignedInCall } from '../../call.ts'
import { askAgain, exportAddress, exportLink, isUnderWay } from '../../exports.ts'
import { refuse } from '../../problem-response.tsx'

/** Exports shown on one page. */
const pageSize = 20

/** GET: one's own exports, newest first. */
export async function showExports(call: SignedInCall): Promise<Response> {
  const { deps, c, me, now } = call
  const before = v.safeParse(ExportId, c.req.query('before'))
  const page = { now, limit: pageSize, before: before.success ? before.output : undefined }
  const { exports, older } = await listExports(deps.table, me.organisationId, me.person.id, page)
  const titles = new Map<string, ExportLine['campaign']>()
  for (const { request } of exports)
    if (!titles.has(request.campaign))
      titles.set(
        request.campaign,
        (await findCampaign(deps.table, me.organisationId, request.campaign))?.campaign.title,
      )
  return c.html(
    <ExportsPage
      context={pageContext(call)}
      exports={exports.map((entry) => lineOf(call, entry, titles.get(entry.request.campaign)))}
      olderHref={older && path.exports(older)}
    />,
  )
}

function lineOf({ me, now }: SignedInCall, entry: Export, campaign: ExportLine['campaign']): ExportLine {
  const { id, request, askedAt, state, failure, cutOff, rows, total, files, bytes, missingFiles } = entry
  const isLost = (state === 'waiting' || state === 'running') && !isUnderWay(entry, now)
  return {
    ...{ id, request, campaign, askedAt, cutOff, rows, total, files, bytes },
    missingFiles: missingFiles ?? 0,
    unitName: unitIn(me.tree, request.unit)?.name ?? request.unit,
    state: isLost ? 'failed' : state,
    failure: isLost ? 'failed' : failure,
    expiresAt: exportExpiresAt(entry),
  }
}

/** POST: tries a failed export again. */
export async function retryExport(call: SignedInCall): Promise<Response> {
  const found = await exportAddress(call)
  if (!found.ok) return refuse(call, found.problem)
  await askAgain(call, found.value)
  await untilReady(call, found.value.entry)
  return call.c.redirect(path.exports(), 303)
}

/** How long a press waits for its file, and how often it looks: most are made within a second. */
const patience = { looks: 6, everyMs: 500 }

/** The page that follows then mostly shows a small export ready, without a script. */
export async function untilReady({ deps, me, now }: SignedInCall, { id }: Export): Promise<void> {
  const place = { organisationId: me.organisationId, personId: me.person.id, id }
  for (let looks = 0; looks < patience.looks; looks += 1) {
    await deps.pause(patience.everyMs)
    const state = (await findExport(deps.table, place, now))?.entry.state
    if (state === 'ready' || state === 'failed') return
  }
}

/** GET: leads to the file. The link lives a minute, and the right is asked at the moment of fetching. */
export async function fetchExport(call: SignedInCall): Promise<Response> {
  const found = await exportAddress(call)
  if (!found.ok) return refuse(call, found.problem)
  const { entry } = found.value
  const link = await exportLink(call, entry, attachment(await fileNameOf(call, entry)))
  if (!link.ok) return refuse(call, link.problem)
  const details = `${entry.request.format}, ${entry.rows}`
  call.record({ unitId: entry.request.unit, details })
  return call.c.redirect(link.value, 302)
}

/** Such as "Khảo sát chi bộ 2013-H1.xlsx". */
export async function fileNameOf({ deps, me }: SignedInCall, { request, file }: Export): Promise<string> {
  const found = await findCampaign(deps.table, me.organisationId, request.campaign)
  const title = found ? localize(found.campaign.title, request.language) : request.campaign
  const periods = request.periods.length > 3 ? [request.periods[0], request.periods.at(-1)] : request.periods
  const plain = `${title} ${periods.join(' ')}`.replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ').slice(0, 120)
  return `${plain.trim()}.${file?.endsWith('.xlsx') ? 'xlsx' : 'zip'}`
}
