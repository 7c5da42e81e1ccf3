// Figures of past periods from a file: template, upload, what was found, bringing it in, periods to add.

import * as v from 'valibot'
import { answerAction, type Campaign } from '../../../../shared/campaign/campaign.ts'
import { addPastPeriod, offeredPeriods, type PastPeriodFault } from '../../../../shared/campaign/past-period.ts'
import { largestUpload } from '../../../../shared/evidence/parts.ts'
import { fileNameFrom } from '../../../../shared/evidence/reference.ts'
import { formLanguage } from '../../../../shared/form/texts.ts'
import { PastImportId, PeriodId } from '../../../../shared/ids.ts'
import { itemLabel } from '../../../../shared/messages/answer.ts'
import { pastMessages } from '../../../../shared/messages/past.ts'
import { describeFileProblem } from '../../../../shared/messages/xlsform-file.ts'
import { mayAt } from '../../../../shared/organisation/access.ts'
import { unitIn } from '../../../../shared/organisation/unit.ts'
import { emptyTally, isUnderWay, type PastImport } from '../../../../shared/past/import.ts'
import { importable, type PastTable } from '../../../../shared/past/table.ts'
import { path } from '../../../../shared/paths.ts'
import { type Problem, problem } from '../../../../shared/problems.ts'
import { fail, ok, type Result } from '../../../../shared/result.ts'
import { PastImportPage } from '../../../../web/pages/past/import.tsx'
import { PastListPage } from '../../../../web/pages/past/list.tsx'
import { begun, goOn, openRun } from '../../../past-figures/run.ts'
import { findCampaign, listCampaignUnits, saveCampaign } from '../../../store/campaigns.ts'
import {
  findPastImport,
  insertPastImport,
  listPastImports,
  savePastImport,
  type VersionedImport,
} from '../../../store/past-imports.ts'
import { campaignParam } from '../../address.ts'
import { attachment } from '../../attachment.ts'
import { formFields, formParts } from '../../body.ts'
import { pageContext, type SignedInCall, timeZoneOf } from '../../call.ts'
import { refuse } from '../../problem-response.tsx'
import { mostPastRows, type PastFileProblem, readPastFile } from './read-file.ts'
import { pastTemplate } from './template.ts'

/** Imports and periods that are listed. */
const [mostListed, mostOffered] = [20, 12]
/** Headers that are told of, and of each so many characters. */
const [mostHeaders, longestHeader] = [30, 80]

type Found = { readonly campaign: Campaign; readonly version: number }

/** A campaign that the office may bring figures into. */
async function pastCampaign({ deps, c, me }: SignedInCall): Promise<Result<Found, Problem>> {
  const id = campaignParam(c)
  const found = id && (await findCampaign(deps.table, me.organisationId, id))
  if (!found) return fail(problem.campaignUnknown())
  if (found.campaign.state === 'draft') return fail(problem.campaignInDraft())
  return answerAction[found.campaign.kind] ? ok(found) : fail(problem.pageUnknown())
}

const moment = (call: SignedInCall) => ({ timeZone: timeZoneOf(call), now: call.now })

async function listPage(call: SignedInCall, campaign: Campaign, refused?: string): Promise<Response> {
  const { id, title, periods } = campaign
  const page = (
    <PastListPage
      context={{ ...pageContext(call), here: path.pastFigures(id) }}
      campaign={{ id, title, periods: periods.map((one) => one.id).reverse() }}
      offered={offeredPeriods(campaign, mostOffered, moment(call))}
      imports={await listPastImports(call.deps.table, id, call.now, mostListed)}
      limitBytes={largestUpload}
      refused={refused}
    />
  )
  return call.c.html(page, refused === undefined ? 200 : 422)
}

export async function showPast(call: SignedInCall): Promise<Response> {
  const found = await pastCampaign(call)
  return found.ok ? listPage(call, found.value.campaign) : refuse(call, found.problem)
}

const periodAmong = ({ periods }: Campaign, text: string | null | undefined) =>
  periods.find(({ id }) => id === text)?.id

/** GET: the template, with a row for each unit of the campaign that the person may bring figures in for. */
export async function sendTemplate(call: SignedInCall): Promise<Response> {
  const found = await pastCampaign(call)
  if (!found.ok) return refuse(call, found.problem)
  const { campaign } = found.value
  const { deps, me, c } = call
  const [version, held] = await Promise.all([
    deps.directory.form(me.organisationId, campaign.form),
    listCampaignUnits(deps.table, campaign.id),
  ])
  const ids = new Set(held.map(({ unitId }) => unitId))
  const inTree = [...me.tree.units.values()].filter(({ id }) => ids.has(id))
  const gone = [...ids].flatMap((id) => (me.tree.units.has(id) ? [] : (unitIn(me.tree, id) ?? [])))
  const units = [...inTree, ...gone].filter(({ id }) => mayAt(me.person, me.tree, 'response.amend', id))
  const period = periodAmong(campaign, c.req.query('period'))
  const bytes = pastTemplate(campaign, version, units, { language: call.language, period })
  return c.body(Buffer.from(bytes), 200, {
    'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'content-disposition': attachment(`${version.formId}-${period ?? 'so-lieu'}.xlsx`),
  })
}

/** Why a file can't be read, in words. */
function fileRefusal({ language }: SignedInCall, why: PastFileProblem): string {
  const m = pastMessages[language].fileProblems
  if (why.code === 'empty') return m.empty
  return why.code === 'too-many-rows' ? m.tooManyRows(mostPastRows) : describeFileProblem(why, language)
}

/** POST: reads a file, looks at its rows for as long as one request may, and leads to what was found. */
export async function uploadPast(call: SignedInCall): Promise<Response> {
  const found = await pastCampaign(call)
  if (!found.ok) return refuse(call, found.problem)
  const { campaign } = found.value
  const m = pastMessages[call.language].fileProblems
  const parts = await formParts(call.c)
  if (!parts.ok) return refuse(call, parts.problem)
  const file = parts.value.files.find(({ name }) => name === 'file')?.file
  if (!file || file.size === 0) return listPage(call, campaign, m.none)
  const table = readPastFile(new Uint8Array(await file.arrayBuffer()))
  if (!table.ok) return listPage(call, campaign, fileRefusal(call, table.problem))
  const entry = newImport(call, fileNameFrom(file.name), periodAmong(campaign, parts.value.fields.get('period')))
  const run = await openRun(call, campaign, entry, table.value)
  if (!run) throw new Error('Rows at hand can be opened')
  const { columns, rows } = run.rows
  if (columns.code === undefined && columns.name === undefined) return listPage(call, campaign, m.noUnits)
  if (columns.questions.size === 0) return listPage(call, campaign, m.noQuestions)
  const told = (headers: readonly string[]) =>
    headers.slice(0, mostHeaders).map((text) => text.slice(0, longestHeader).toWellFormed())
  const whole = { ...entry, rows: rows.length, unknown: told(columns.unknown), twice: told(columns.twice) }
  await insertPastImport(call.deps, campaign.id, whole, table.value satisfies PastTable)
  await goOn(call, { entry: whole, version: 1 }, run)
  return call.c.redirect(path.pastImport(campaign.id, entry.id), 303)
}

function newImport({ deps, me, now }: SignedInCall, fileName: string, period: PeriodId | undefined): PastImport {
  const id = `${now.replace(/[^0-9]/g, '')}-${deps
    .randomToken()
    .replace(/[^A-Za-z0-9]/g, '')
    .slice(0, 12)}`
  return {
    id: v.parse(PastImportId, id),
    fileName,
    by: me.person.id,
    at: now,
    phase: 'checking',
    period,
    rows: 0,
    next: 0,
    tally: emptyTally,
    faults: [],
    notices: [],
    noticeCount: 0,
    unknown: [],
    twice: [],
    missingPeriods: [],
    sample: [],
  }
}

/** /campaigns/:campaign/past/:import */
async function importAddress(call: SignedInCall): Promise<Result<Found & { found: VersionedImport }, Problem>> {
  const campaign = await pastCampaign(call)
  if (!campaign.ok) return campaign
  const id = v.safeParse(PastImportId, call.c.req.param('import'))
  const { table } = call.deps
  const found = id.success && (await findPastImport(table, campaign.value.campaign.id, id.output, call.now))
  return found ? ok({ ...campaign.value, found }) : fail(problem.pageUnknown())
}

async function importPage(call: SignedInCall, campaign: Campaign, entry: PastImport, isExpired = false) {
  const { deps, me } = call
  const version = await deps.directory.form(me.organisationId, campaign.form)
  const texts = formLanguage(version.form, call.language)
  return call.c.html(
    <PastImportPage
      context={pageContext(call)}
      campaign={campaign}
      entry={entry}
      unitNames={new Map(entry.sample.map(({ unitId }) => [unitId, unitIn(me.tree, unitId)?.name ?? unitId]))}
      labels={new Map(importable(version).map((item) => [item.key, itemLabel(item, texts)]))}
      mayAddPeriods={mayAt(me.person, me.tree, 'campaign.manage', campaign.unitId)}
      isExpired={isExpired}
    />,
  )
}

export async function showImport(call: SignedInCall): Promise<Response> {
  const address = await importAddress(call)
  if (!address.ok) return refuse(call, address.problem)
  return importPage(call, address.value.campaign, address.value.found.entry)
}

/** POST: begins to bring the rows in, or goes on with what is under way, for as long as one request may. */
export async function continueImport(call: SignedInCall): Promise<Response> {
  const address = await importAddress(call)
  if (!address.ok) return refuse(call, address.problem)
  const { campaign } = address.value
  let { found } = address.value
  const wanted = (await formFields(call.c)).get('action')
  if (wanted === 'apply' && found.entry.phase === 'checked') found = await beginAgain(call, campaign, found, 'applying')
  const { entry } = found
  if (!isUnderWay(entry)) {
    call.changedNothing()
    return call.c.redirect(path.pastImport(campaign.id, entry.id), 303)
  }
  const run = await openRun(call, campaign, entry)
  if (!run) {
    call.changedNothing()
    return importPage(call, campaign, entry, true)
  }
  const { entry: now } = await goOn(call, found, run)
  if (entry.phase === 'applying')
    call.record({
      unitId: campaign.unitId,
      details: `${now.fileName}: ${now.tally.added} + ${now.tally.changed} / ${now.rows}`,
    })
  else call.changedNothing()
  return call.c.redirect(path.pastImport(campaign.id, entry.id), 303)
}

/** The import at the beginning of a phase, unless somebody else was quicker. */
async function beginAgain(
  { deps, me, now }: SignedInCall,
  campaign: Campaign,
  { entry, version }: VersionedImport,
  phase: 'checking' | 'applying',
): Promise<VersionedImport> {
  const next = { ...begun(entry, phase), by: me.person.id }
  if (await savePastImport(deps.table, campaign.id, next, version)) return { entry: next, version: version + 1 }
  return (await findPastImport(deps.table, campaign.id, entry.id, now)) ?? { entry, version }
}

const PeriodIds = v.pipe(v.array(PeriodId), v.minLength(1), v.maxLength(200))

/** Adds periods to the campaign as it is now, again where somebody else changed it meanwhile: what they did stays. */
async function addAll(
  call: SignedInCall,
  found: Found,
  periods: readonly PeriodId[],
  tries = 5,
): Promise<Result<Campaign, PastPeriodFault>> {
  let { campaign } = found
  for (const id of periods) {
    const added = addPastPeriod(campaign, id, moment(call))
    if (added.ok) campaign = added.value
    else if (added.problem !== 'is-there') return added
  }
  if (campaign === found.campaign) return ok(campaign)
  const { table } = call.deps
  if (await saveCampaign(table, campaign, found.version)) return ok(campaign)
  const now = await findCampaign(table, call.me.organisationId, campaign.id)
  if (!now || tries === 0) throw new Error(`Campaign ${campaign.id} changed under every try`)
  return addAll(call, now, periods, tries - 1)
}

/** POST: adds past periods to the campaign, and has an import that named them checked anew. */
export async function addPeriods(call: SignedInCall): Promise<Response> {
  const found = await pastCampaign(call)
  if (!found.ok) return refuse(call, found.problem)
  const { me, c } = call
  const { campaign: before } = found.value
  if (!mayAt(me.person, me.tree, 'campaign.manage', before.unitId)) return refuse(call, problem.roleMissing())
  const fields = await formFields(c)
  const periods = v.safeParse(PeriodIds, fields.getAll('period'))
  if (!periods.success) return refuse(call, problem.wrongShape(['period']))
  const added = await addAll(call, found.value, [...new Set(periods.output)])
  if (!added.ok) return listPage(call, before, pastMessages[call.language].periodFaults[added.problem])
  if (added.value === before) call.changedNothing()
  call.record({ unitId: before.unitId, details: periods.output.join(', ').slice(0, 1_000) })
  const id = await checkedAnew(call, added.value, fields.get('import'))
  return c.redirect(id ? path.pastImport(before.id, id) : path.pastFigures(before.id), 303)
}

/** Checks an import again after the campaign has changed; answers its id, undefined where there is none of that name. */
async function checkedAnew(
  call: SignedInCall,
  campaign: Campaign,
  name: string | null,
): Promise<PastImportId | undefined> {
  const id = v.safeParse(PastImportId, name)
  const found = id.success && (await findPastImport(call.deps.table, campaign.id, id.output, call.now))
  if (!found) return undefined
  const again = found.entry.phase === 'checked' ? await beginAgain(call, campaign, found, 'checking') : found
  const run = again.entry.phase === 'checking' ? await openRun(call, campaign, again.entry) : undefined
  if (run) await goOn(call, again, run)
  return found.entry.id
}
