// Many records as one file: the responses of a unit and of all below it, one after the other. Who asked for a file finds it
// here for some days, and gets it as long as the right to take answers out of the unit is still there.

import * as v from 'valibot'
import type { Campaign } from '../../../../shared/campaign/campaign.ts'
import { UnitId } from '../../../../shared/ids.ts'
import { localize } from '../../../../shared/language.ts'
import { paperMessages } from '../../../../shared/messages/paper.ts'
import { periodName } from '../../../../shared/messages/period.ts'
import { mayAt, topUnitsFor } from '../../../../shared/organisation/access.ts'
import { isUnder, type Unit, unitIn } from '../../../../shared/organisation/unit.ts'
import { path } from '../../../../shared/paths.ts'
import { type Problem, problem } from '../../../../shared/problems.ts'
import { shortened } from '../../../../shared/report/answer-words.ts'
import type { Paper } from '../../../../shared/report/paper.ts'
import { fail, ok, type Result } from '../../../../shared/result.ts'
import { RecordsPage } from '../../../../web/pages/papers/records-page.tsx'
import { findRecordsFile, listRecordsFiles, noteRecordsFile, type RecordsFile } from '../../../store/papers.ts'
import { type CampaignAddress, campaignAddress } from '../../address.ts'
import { formFields } from '../../body.ts'
import { pageContext, type SignedInCall } from '../../call.ts'
import {
  askToDraw,
  contentOf,
  isDrawn,
  largestPaper,
  type PaperWork,
  paperBytes,
  paperFolder,
  sendPaper,
} from '../../papers/draw.ts'
import { manyPapers, openAlbum } from '../../papers/pictures.ts'
import { mostRecords, readRecords, type Which } from '../../papers/read-records.ts'
import { openRecorder, type Recorded } from '../../papers/record.ts'
import { refuse } from '../../problem-response.tsx'

/** Units below the chosen one that are offered; more are reached by opening one of them. */
const mostChoices = 200

type Scope = CampaignAddress & { readonly unit: Unit }

/** The unit that the address or the form names, or the visitor's own; one that the visitor may take answers out of. */
async function scopeOf(call: SignedInCall, asked: string | undefined): Promise<Result<Scope, Problem>> {
  const address = await campaignAddress(call)
  if (!address.ok) return address
  const { person, tree } = call.me
  const named = v.safeParse(UnitId, asked)
  const id = named.success ? named.output : topUnitsFor(person, tree, 'response.export')[0]
  const unit = id && unitIn(tree, id)
  if (!unit) return fail(problem.unitUnknown())
  return mayAt(person, tree, 'response.export', unit.id) ? ok({ ...address.value, unit }) : fail(problem.unitNotYours())
}

/** GET: what to put into a file, and the files that were made. */
export async function showRecords(call: SignedInCall): Promise<Response> {
  const scope = await scopeOf(call, call.c.req.query('unit'))
  if (!scope.ok) return refuse(call, scope.problem)
  return recordsPage(call, scope.value, undefined)
}

async function recordsPage(call: SignedInCall, scope: Scope, why: Problem | undefined): Promise<Response> {
  const { campaign, period, unit } = scope
  const { deps, me, now } = call
  const all = await listRecordsFiles(deps.table, me.organisationId, me.person.id, now)
  const own = all.filter((file) => file.campaignId === campaign.id && file.periodId === period.id)
  const files = await Promise.all(
    own.map(async (file) => ({
      unit: unitIn(me.tree, file.unitId)?.name ?? file.unitId,
      records: file.records,
      askedAt: file.askedAt,
      href: (await isDrawn(call, folderOf(call, file)))
        ? path.recordsPdf(campaign.id, period.id, file.content)
        : undefined,
    })),
  )
  const here = path.recordsMade(campaign.id, period.id, unit.id)
  const isWaiting = call.c.req.query('made') !== undefined && files.some(({ href }) => href === undefined)
  if (isWaiting) call.c.header('refresh', `4;url=${here}`)
  const above = unit.parentId ? me.tree.units.get(unit.parentId) : undefined
  const below = (me.tree.children.get(unit.id) ?? []).flatMap((id) => me.tree.units.get(id) ?? [])
  return call.c.html(
    <RecordsPage
      context={pageContext(call)}
      campaign={campaign}
      periodId={period.id}
      unit={unit}
      above={above && mayAt(me.person, me.tree, 'response.export', above.id) ? above : undefined}
      below={below.slice(0, mostChoices)}
      most={mostRecords}
      files={files}
      problem={why}
      isWaiting={isWaiting}
    />,
    why ? 422 : 200,
  )
}

const folderOf = (
  { me }: SignedInCall,
  { campaignId, periodId, content }: Pick<RecordsFile, 'campaignId' | 'periodId' | 'content'>,
): string => paperFolder(me.organisationId, `${campaignId.slice(0, 50)}-${periodId}`, content)

/** POST: makes the file, and shows it among the others. */
export async function makeRecords(call: SignedInCall): Promise<Response> {
  const fields = await formFields(call.c)
  const scope = await scopeOf(call, fields.get('unit') ?? undefined)
  if (!scope.ok) return refuse(call, scope.problem)
  const { campaign, period, unit } = scope.value
  const which: Which = fields.get('which') === 'all' ? 'all' : 'counted'
  const isInScope = (id: UnitId) => isUnder(call.me.tree, id, unit.id)
  const records = await readRecords(call, campaign, period, isInScope, which)
  if (records.length === 0) return recordsPage(call, scope.value, problem.recordsNone())
  if (records.length > mostRecords)
    return recordsPage(call, scope.value, problem.recordsTooMany(records.length, mostRecords))
  const work = await paperOf(call, campaign, records)
  const bytes = paperBytes(work.paper)
  if (bytes > largestPaper) {
    const fitting = Math.floor((records.length * largestPaper) / bytes)
    return recordsPage(call, scope.value, problem.recordsTooMany(records.length, fitting))
  }
  const content = contentOf(work.paper)
  const file = { campaignId: campaign.id, periodId: period.id, unitId: unit.id, content, records: records.length }
  if (!(await isDrawn(call, folderOf(call, file)))) await askToDraw(call, folderOf(call, file), work)
  await noteRecordsFile(call.deps.table, call.me.organisationId, call.me.person.id, { ...file, askedAt: call.now })
  call.record({ unitId: unit.id, details: String(records.length) })
  return call.c.redirect(path.recordsMade(campaign.id, period.id, unit.id), 303)
}

async function paperOf(call: SignedInCall, campaign: Campaign, records: readonly Recorded[]): Promise<PaperWork> {
  const { language } = call
  const album = openAlbum(manyPapers)
  const { preset, record } = await openRecorder(call, campaign, language, album)
  const parts = []
  // One after the other: the album has room for the first ones.
  for (const one of records) parts.push(await record(one))
  const [first] = records
  const period = first ? periodName(first.round.period.id, language) : ''
  const paper: Paper = {
    version: 1,
    language,
    preset,
    asOf:
      records
        .map(({ latest }) => latest.receivedAt)
        .sort()
        .at(-1) ?? call.now,
    title: shortened(paperMessages[language].record.many(localize(campaign.title, language), period), 900),
    author: shortened(localize(call.me.organisation.name, language), 900),
    parts,
  }
  return { paper, pictures: album.bytes }
}

/** GET records.pdf: a file that the visitor asked for. */
export async function sendRecordsPdf(call: SignedInCall): Promise<Response> {
  const address = await campaignAddress(call)
  if (!address.ok) return refuse(call, address.problem)
  const { campaign, period } = address.value
  const { deps, me, now, c } = call
  const content = c.req.query('content') ?? ''
  const file = /^[\w-]{43}$/.test(content)
    ? await findRecordsFile(deps.table, me.organisationId, me.person.id, content, now)
    : undefined
  if (file?.campaignId !== campaign.id || file.periodId !== period.id) return refuse(call, problem.recordsUnknown())
  if (!mayAt(me.person, me.tree, 'response.export', file.unitId)) return refuse(call, problem.unitNotYours())
  const unit = unitIn(me.tree, file.unitId)
  const sent = await sendPaper(call, folderOf(call, file), `bien-ban-${unit?.code ?? file.unitId}-${period.id}.pdf`)
  return sent ?? c.redirect(path.recordsMade(campaign.id, period.id, file.unitId), 302)
}
