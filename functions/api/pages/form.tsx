// The form of one unit in one period, as a page that works without script: shown, sent, and shown again with what is wrong.

import type { Child } from 'hono/jsx'
import { answerAction } from '../../../shared/campaign/campaign.ts'
import { mayAnswer } from '../../../shared/campaign/placement.ts'
import type { FormVersion } from '../../../shared/form/form.ts'
import { inLanguages } from '../../../shared/form/offered.ts'
import { mayAt } from '../../../shared/organisation/access.ts'
import { path } from '../../../shared/paths.ts'
import { type Problem, problem } from '../../../shared/problems.ts'
import { ok, type Result } from '../../../shared/result.ts'
import type { FormScreen } from '../../../web/form/screen.ts'
import { DraftField, FormWays } from '../../../web/form/ways.tsx'
import { FormPage } from '../../../web/pages/form.tsx'
import { findDraft, removeDraft } from '../../store/drafts.ts'
import { findHolder } from '../../store/responses.ts'
import { checkEntry, submit } from '../../submit/submit.ts'
import type { At } from '../access.ts'
import { type UnitAddress, unitAddress } from '../address.ts'
import { pageContext, type SignedInCall } from '../call.ts'
import { onPage, screenOf, withFaults } from '../form-screen.ts'
import { refuse, statusOf } from '../problem-response.tsx'
import { circumstances, obstacleTo, readSentForm, submissionOf, withLastSaved } from '../sent-form.ts'
import { openActionsAbove } from '../unit-actions.ts'
import { unitHeading } from './visits.tsx'

/** What few forms need is loaded with the first of them. */
const desk = () => import('../desks/form-aids.ts')

/** Filling in is for those who answer this kind of campaign at this unit. */
export async function formAt(call: SignedInCall): Promise<Result<At, Problem>> {
  const address = await unitAddress(call)
  if (!address.ok) return address
  const { campaign, period, unit } = address.value
  const action = answerAction[campaign.kind]
  return action ? ok({ action, unitId: unit.id, period: period.id }) : { ok: false, problem: problem.roleMissing() }
}

/** The same, or typing in for somebody who may: files belong to both. */
export async function evidenceAt(call: SignedInCall): Promise<Result<At, Problem>> {
  const answering = await formAt(call)
  if (!answering.ok) return answering
  const { action, unitId, period } = answering.value
  const { person, tree } = call.me
  const answers = period !== undefined && mayAnswer(person, tree, action, { unitId, period })
  return !answers && mayAt(person, tree, 'response.amend', unitId)
    ? ok({ action: 'response.amend', unitId })
    : answering
}

type Shown = {
  readonly address: UnitAddress
  readonly screen: FormScreen
  readonly problem?: Problem | undefined
  readonly above?: Child
  readonly own?: Child
  readonly ways: Child
}

/** A form on its page, in whatever way it is filled in. */
export async function formPage(call: SignedInCall, { address, screen, ...shown }: Shown): Promise<Response> {
  const { campaign, period, unit } = address
  const { problem } = shown
  const faulty = problem?.code === 'answers.invalid' ? withFaults(screen, problem.faults) : screen
  // A report is read beside the one before it.
  const isReport = campaign.kind === 'unit-report'
  const page = (
    <FormPage
      {...shown}
      above={[shown.above, await openActionsAbove(call, unit.id, campaign.kind)]}
      context={pageContext(call)}
      screen={isReport ? await (await desk()).withPrevious(call, address, faulty) : faulty}
      campaignTitle={campaign.title}
      description={campaign.description}
      unit={unitHeading(call, unit.id)}
      periodId={period.id}
      evidenceBase={path.api.evidenceBase(campaign.id, period.id, unit.id)}
      files={call.deps.assets}
      problem={problem}
    />
  )
  return call.c.html(page, problem ? statusOf[problem.code] : screen.faults.size > 0 ? 422 : 200)
}

/** The ways on from a form that is filled in for the first time. */
export const firstWays = (call: SignedInCall, { campaign, period, unit }: UnitAddress) => (
  <FormWays
    context={pageContext(call)}
    back={path.visits()}
    saves
    notPossible={campaign.kind === 'inspection' ? path.notPossible(campaign.id, period.id, unit.id) : undefined}
  />
)

export const draftPlace = ({ me }: SignedInCall, { campaign, period, unit }: UnitAddress) => ({
  organisationId: me.organisationId,
  personId: me.person.id,
  campaignId: campaign.id,
  periodId: period.id,
  unitId: unit.id,
})

/**
 * GET: an empty form with an id of its own, or the draft that was kept; where the unit has its response already, the way to
 * that one; or a word on why there is nothing to fill in.
 */
export async function showForm(call: SignedInCall): Promise<Response> {
  const found = await unitAddress(call)
  if (!found.ok) return refuse(call, found.problem)
  const address = found.value
  const { deps, now } = call
  const isOnce = address.campaign.countingRule === 'one-per-unit'
  const holder = isOnce ? await findHolder(deps.table, address) : undefined
  if (holder) return (await desk()).leadToHolder(call, address, holder)
  const entry = await checkEntry(deps.table, address, now)
  if (!entry.ok) return refuse(call, entry.problem)
  const draft = await findDraft(deps.table, draftPlace(call, address), now)
  if (draft) return (await desk()).resumeDraft(call, address, draft)
  const { form, languages } = address.campaign
  const version = inLanguages(await deps.directory.form(call.me.organisationId, form), languages)
  const begun = await withLastSaved(call, address, { version })
  const screen = onPage(screenOf(circumstances(call, begun)), undefined)
  return formPage(call, { address, screen, ways: firstWays(call, address) })
}

/** The version a form was begun with, if the campaign ever asked it; else the one it asks now. */
export async function versionOf(
  call: SignedInCall,
  { campaign }: UnitAddress,
  fields: URLSearchParams,
): Promise<FormVersion> {
  const begun = Number(fields.get('formVersion'))
  const version = campaign.earlierVersions.includes(begun) ? begun : campaign.form.version
  const form = await call.deps.directory.form(call.me.organisationId, { formId: campaign.form.formId, version })
  return inLanguages(form, campaign.languages)
}

/**
 * POST: stores the answers and leads to the receipt; or keeps them as a draft; or shows the form again, with everything that
 * was typed: because something is wrong with it, because a button asks for more or less of it, or in the other language.
 */
export async function sendForm(call: SignedInCall): Promise<Response> {
  const found = await unitAddress(call)
  if (!found.ok) return refuse(call, found.problem)
  const address = found.value
  const read = await readSentForm(call, address, async (fields) =>
    withLastSaved(call, address, { version: await versionOf(call, address, fields) }),
  )
  if (!read.ok) return refuse(call, read.problem)
  const sent = read.value
  const { here, fields, screen } = sent
  const again = (why?: Problem) =>
    formPage(here, {
      address,
      screen,
      problem: why,
      own: <DraftField version={fields.get('draft')} />,
      ways: firstWays(here, address),
    })
  if (sent.wantsToSave && !sent.problem) {
    const kept = await (await desk()).keepDraft(call, address, sent)
    return kept.ok ? call.c.redirect(kept.value, 303) : again(kept.problem)
  }
  const obstacle = obstacleTo(sent)
  if (obstacle || !sent.wantsToSend) return again(obstacle)
  const submission = submissionOf(address, sent, 1)
  if (!submission.ok) return refuse(call, submission.problem)
  const submitted = await submit(call.deps, call.me, submission.value)
  if (!submitted.ok) return again(submitted.problem)
  if (fields.has('draft')) await removeDraft(call.deps.table, draftPlace(call, address))
  const { campaign, period, unit } = address
  return call.c.redirect(path.receipt(campaign.id, period.id, unit.id, submission.value.id), 303)
}
