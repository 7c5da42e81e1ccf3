// A paper form, typed in by the office for whoever filled it in, and recorded as such.

import * as v from 'valibot'
import { answerAction } from '../../../../shared/campaign/campaign.ts'
import { enteringMessages } from '../../../../shared/messages/entering.ts'
import { path } from '../../../../shared/paths.ts'
import { type EntryField, type Problem, problem } from '../../../../shared/problems.ts'
import { paperMoment } from '../../../../shared/response/paper.ts'
import { entryTiming } from '../../../../shared/response/timing.ts'
import { fail, ok, type Result } from '../../../../shared/result.ts'
import type { FormScreen } from '../../../../web/form/screen.ts'
import { FormWays } from '../../../../web/form/ways.tsx'
import { ChooseUnitPage } from '../../../../web/pages/entering/choose-unit.tsx'
import { Lead } from '../../../../web/pages/entering/notices.tsx'
import { MissingLinks, PaperFields } from '../../../../web/pages/entering/own-fields.tsx'
import { noUnit } from '../../../../web/parts/unit-field.tsx'
import { findCampaignUnit } from '../../../store/campaigns.ts'
import { findHolder } from '../../../store/responses.ts'
import { mayEnter } from '../../../submit/admission.ts'
import { submit } from '../../../submit/submit.ts'
import { campaignAddress, type UnitAddress, unitAddress } from '../../address.ts'
import { isGarbled } from '../../body.ts'
import { pageContext, type SignedInCall, timeZoneOf } from '../../call.ts'
import { onPage, screenOf } from '../../form-screen.ts'
import { refuse } from '../../problem-response.tsx'
import { circumstances, obstacleTo, readSentForm, submissionOf, withLastSaved } from '../../sent-form.ts'
import { readUnitField } from '../../unit-field.ts'
import { formPage, versionOf } from '../form.tsx'
import { leadToHolder } from './holder.ts'

const OnBehalfOf = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200))

/** A round whose forms somebody may be asked on paper for: surveys are answered by their members alone. */
async function paperAddress(call: SignedInCall): Promise<Result<UnitAddress, Problem>> {
  const address = await unitAddress(call)
  if (!address.ok) return address
  const { person, tree } = call.me
  const entry = { step: { kind: 'entered', onBehalfOf: '' } } as const
  const may = mayEnter({ ...address.value, person, tree, history: [], entry })
  return may ? address : fail(problem.roleMissing())
}

/** Whether nothing that is begun now is taken any more: then the paper's own day decides. */
function isOver(call: SignedInCall, { campaign, period }: UnitAddress): boolean {
  const timed = entryTiming(campaign, period, undefined, call.now)
  return !timed.ok && (timed.problem.code === 'campaign.closed' || timed.problem.code === 'campaign.paused')
}

function paperPage(
  call: SignedInCall,
  address: UnitAddress,
  { screen, fields, problem: why }: { screen: FormScreen; fields: URLSearchParams; problem?: Problem | undefined },
): Promise<Response> {
  const context = pageContext(call)
  const missing = why?.code === 'entry.incomplete' ? why.fields : []
  const over = isOver(call, address)
  return formPage(call, {
    address,
    screen,
    problem: why,
    ...(missing.length > 0 ? { told: <MissingLinks context={context} fields={missing} /> } : {}),
    above: <Lead text={enteringMessages[call.language].enter.lead} />,
    own: <PaperFields context={context} fields={fields} missing={missing} isOver={over} />,
    ways: <FormWays context={context} back={path.home()} />,
  })
}

/** GET: asks for the unit, and leads on to its form once it is known. */
export async function choosePaper(call: SignedInCall): Promise<Response> {
  const found = await campaignAddress(call)
  if (!found.ok) return refuse(call, found.problem)
  const { campaign, period } = found.value
  if (!answerAction[campaign.kind]) return refuse(call, problem.pageUnknown())
  const fields = new URL(call.c.req.url).searchParams
  const isSent = fields.has('unit')
  const entry = isSent ? readUnitField(call, fields, { name: 'unit', action: 'response.amend' }) : noUnit
  const held = entry.unit && (await findCampaignUnit(call.deps.table, campaign.id, entry.unit.id))
  if (held) return call.c.redirect(path.enterForm(campaign.id, period.id, held.unitId), 302)
  const page = (
    <ChooseUnitPage
      context={pageContext(call)}
      campaignTitle={campaign.title}
      periodId={period.id}
      entry={entry}
      isForeign={entry.unit !== undefined}
      back={path.home()}
    />
  )
  return call.c.html(page, isSent ? 422 : 200)
}

/** GET: an empty form with room for whose it is. */
export async function showEnter(call: SignedInCall): Promise<Response> {
  const found = await paperAddress(call)
  if (!found.ok) return refuse(call, found.problem)
  const address = found.value
  const { campaign, period } = address
  const isOnce = campaign.countingRule === 'one-per-unit'
  const holder = isOnce ? await findHolder(call.deps.table, address) : undefined
  if (holder) return leadToHolder(call, address, holder)
  const timed = entryTiming(campaign, period, undefined, call.now)
  if (!timed.ok && !isOver(call, address)) return refuse(call, timed.problem)
  const version = await call.deps.directory.form(call.me.organisationId, campaign.form)
  const begun = await withLastSaved(call, address, { version })
  const screen = onPage(screenOf(circumstances(call, begun)), undefined)
  return paperPage(call, address, { screen, fields: new URLSearchParams() })
}

type Paper = { readonly onBehalfOf: string; readonly finishedAt: string | undefined }

/** Whose form it is and from which day; or the fields that are missing. */
function readPaper(call: SignedInCall, fields: URLSearchParams, over: boolean): Result<Paper, EntryField[]> {
  const onBehalfOf = v.safeParse(OnBehalfOf, fields.get('on-behalf-of'))
  const date = fields.get('paper-date')?.trim() ?? ''
  const finishedAt = date === '' ? undefined : paperMoment(date, timeZoneOf(call), call.now)
  const isDated = finishedAt !== undefined || (date === '' && !over)
  const missing: EntryField[] = [
    ...(onBehalfOf.success ? [] : (['on-behalf-of'] as const)),
    ...(isDated ? [] : (['paper-date'] as const)),
  ]
  return onBehalfOf.success && missing.length === 0 ? ok({ onBehalfOf: onBehalfOf.output, finishedAt }) : fail(missing)
}

/** POST: stores the answers as entered by this person for the other. */
export async function sendEnter(call: SignedInCall): Promise<Response> {
  const found = await paperAddress(call)
  if (!found.ok) return refuse(call, found.problem)
  const address = found.value
  const read = await readSentForm(call, address, async (fields) =>
    withLastSaved(call, address, { version: await versionOf(call, address, fields) }),
  )
  if (!read.ok) return refuse(call, read.problem)
  const sent = read.value
  const { here, fields, screen } = sent
  const again = (why?: Problem) => {
    call.changedNothing()
    return paperPage(here, address, { screen, fields, problem: why })
  }
  const obstacle = obstacleTo(sent)
  if (obstacle || !sent.wantsToSend) return again(obstacle)
  if (isGarbled([['on-behalf-of', fields.get('on-behalf-of') ?? '']])) return again(problem.badEncoding())
  const paper = readPaper(call, fields, isOver(call, address))
  if (!paper.ok) return again(problem.entryIncomplete(paper.problem))
  const { onBehalfOf, finishedAt } = paper.value
  const submission = submissionOf(address, sent, 1, finishedAt)
  if (!submission.ok) return refuse(call, submission.problem)
  const submitted = await submit(call.deps, call.me, submission.value, { step: { kind: 'entered', onBehalfOf } })
  if (!submitted.ok) return again(submitted.problem)
  if (!submitted.value.isNew) call.changedNothing()
  const { campaign, period, unit } = address
  const receipt = path.receipt(campaign.id, period.id, unit.id, submission.value.id)
  call.record({ subject: receipt, unitId: unit.id, details: onBehalfOf })
  return call.c.redirect(receipt, 303)
}
