// A stored response in its form again: changed by those who answer, or corrected by the office with a reason. What is sent
// is the next revision; whoever changed it meanwhile is not overwritten unseen.

import * as v from 'valibot'
import { readAnswers } from '../../../../shared/form/answers.ts'
import { enteringMessages } from '../../../../shared/messages/entering.ts'
import { formatMoment } from '../../../../shared/messages/number.ts'
import { mayAt } from '../../../../shared/organisation/access.ts'
import { path } from '../../../../shared/paths.ts'
import { type EntryField, type Problem, problem } from '../../../../shared/problems.ts'
import { shownChanges } from '../../../../shared/response/answer-changes.ts'
import { isAccepted, Reason, sentStep } from '../../../../shared/response/step.ts'
import { fail, ok, type Result } from '../../../../shared/result.ts'
import type { FormScreen } from '../../../../web/form/screen.ts'
import { DraftField, FormWays } from '../../../../web/form/ways.tsx'
import { Changes, DraftNotice, Lead, ReturnedNotice } from '../../../../web/pages/entering/notices.tsx'
import { MissingLinks, ReasonField } from '../../../../web/pages/entering/own-fields.tsx'
import { programFor } from '../../../form-engine.ts'
import { findDraft, removeDraft } from '../../../store/drafts.ts'
import type { StoredRevision } from '../../../store/responses.ts'
import type { EntryStep } from '../../../submit/admission.ts'
import { answeredBefore } from '../../../submit/check-submission.ts'
import { submit } from '../../../submit/submit.ts'
import { pageContext, type SignedInCall } from '../../call.ts'
import { checkNext, type Editing, editingOf, findEditing, mayRead, personName } from '../../editing.ts'
import { enterForm, onPage, screenOf } from '../../form-screen.ts'
import { refuse } from '../../problem-response.tsx'
import {
  type Begun,
  circumstances,
  obstacleTo,
  readSentForm,
  type SentForm,
  submissionOf,
  withLastSaved,
} from '../../sent-form.ts'
import { draftPlace, formPage } from '../form.tsx'
import { keepDraft } from './drafts.tsx'

/** The two ways to change a response. */
type Way = 'answer' | 'correct'

const receiptOf = ({ address: { campaign, period, unit }, shown }: Editing) =>
  path.receipt(campaign.id, period.id, unit.id, shown.id)

/** The form of the revision that is shown, and what of it stays. */
async function begunOf(call: SignedInCall, { address, shown, history }: Editing): Promise<Begun> {
  const reference = { formId: address.campaign.form.formId, version: shown.formVersion }
  const version = await call.deps.directory.form(call.me.organisationId, reference)
  const begun = { version, kept: answeredBefore(version, shown.answers) }
  return withLastSaved(call, address, begun, history[0]?.by)
}

type Page = {
  readonly way: Way
  readonly screen: FormScreen
  /** What was typed into the page's own fields, and what it was made from. */
  readonly fields: URLSearchParams
  readonly problem?: Problem | undefined
  /** The revision that was edited, where there is a newer one by now. */
  readonly outdated?: StoredRevision | undefined
  /** When the draft that goes on was kept. */
  readonly draftOf?: string
}

async function editPage(call: SignedInCall, editing: Editing, page: Page): Promise<Response> {
  const { address, newest } = editing
  const { way, screen, fields, problem: why } = page
  const context = pageContext(call)
  const m = enteringMessages[call.language]
  const missing = why?.code === 'entry.incomplete' ? why.fields : []
  const { campaign, period, unit } = address
  return formPage(call, {
    address,
    screen,
    problem: why,
    ...(page.outdated ? { told: await changesSince(call, editing, page.outdated, screen) } : {}),
    ...(missing.length > 0 ? { told: <MissingLinks context={context} fields={missing} /> } : {}),
    above: (
      <>
        {page.draftOf && (
          <DraftNotice
            context={context}
            savedAt={page.draftOf}
            discard={path.discardDraft(campaign.id, period.id, unit.id)}
          />
        )}
        {await noticeOf(call, editing, way)}
      </>
    ),
    own: (
      <>
        <input type="hidden" name="editing" value={String(newest)} />
        {way === 'answer' && <DraftField version={fields.get('draft')} />}
        {way === 'correct' && <ReasonField context={context} fields={fields} missing={missing} />}
      </>
    ),
    ways: <FormWays context={context} back={receiptOf(editing)} backText={m.edit.back} saves={way === 'answer'} />,
  })
}

async function noticeOf(call: SignedInCall, { address, shown }: Editing, way: Way) {
  const m = enteringMessages[call.language]
  const context = pageContext(call)
  if (way === 'correct') return <Lead text={m.correct.lead} />
  const { step, by, receivedAt, revision } = shown
  if (step.kind !== 'returned')
    return <Lead text={m.edit.lead(formatMoment(receivedAt, call.language, context.timeZone), revision)} />
  const unit = call.me.tree.units.get(step.at)?.name ?? ''
  const doing = { name: await personName(call, address.campaign, by), at: receivedAt }
  return <ReturnedNotice context={context} by={doing} unit={unit} reason={step.reason} />
}

async function changesSince(
  call: SignedInCall,
  { address, shown }: Editing,
  before: StoredRevision,
  { version }: FormScreen,
) {
  const by = { name: await personName(call, address.campaign, shown.by), at: shown.receivedAt }
  const changes = shownChanges(version, before.answers, shown.answers)
  return <Changes context={pageContext(call)} version={version} by={by} changes={changes} />
}

/** The form with what is stored. */
async function showStored(call: SignedInCall, editing: Editing, way: Way): Promise<Response> {
  const begun = await begunOf(call, editing)
  const { program } = programFor(begun.version, '')
  const { entered } = readAnswers(program, editing.shown.answers)
  const fields = new URLSearchParams({ id: editing.shown.id })
  const screen = onPage(screenOf(circumstances(call, begun, fields), entered), undefined)
  return editPage(call, editing, { way, screen, fields })
}

/** GET: the answers in their form, for those who answer; the office is led on to a correction. */
export async function showEdit(call: SignedInCall): Promise<Response> {
  const found = await findEditing(call)
  if (!found.ok) return refuse(call, found.problem)
  const editing = found.value
  const { address, shown } = editing
  const { campaign, period, unit } = address
  const may = checkNext(call, editing, sentStep)
  if (!may.ok) {
    if (mayAt(call.me.person, call.me.tree, 'response.amend', unit.id))
      return call.c.redirect(path.correctResponse(campaign.id, period.id, unit.id, shown.id), 302)
    if (!mayRead(call, editing)) return refuse(call, problem.responseUnknown())
    return refuse(call, may.problem, { link: { kind: 'receipt', href: receiptOf(editing) } })
  }
  const draft = await findDraft(call.deps.table, draftPlace(call, address), call.now)
  const fields = new URLSearchParams(draft?.fields.map(([name, value]) => [name, value]))
  if (!draft || draft.responseId !== shown.id || !fields.has('editing')) return showStored(call, editing, 'answer')
  fields.set('action', 'refresh')
  fields.set('draft', String(draft.version))
  const { screen } = enterForm(circumstances(call, await begunOf(call, editing), fields), fields)
  const outdated = outdatedBy(editing, fields)
  return editPage(call, editing, {
    way: 'answer',
    screen,
    fields,
    draftOf: draft.savedAt,
    ...(outdated ? { outdated, problem: problem.responseChanged(editing.newest) } : {}),
  })
}

/** The revision that a form was made from, if there is a newer one. */
function outdatedBy({ history, newest }: Editing, fields: URLSearchParams): StoredRevision | undefined {
  const revision = Number(fields.get('editing'))
  return revision < newest ? history.find((one) => one.revision === revision) : undefined
}

/** GET: the answers in their form, for the office. */
export async function showCorrection(call: SignedInCall): Promise<Response> {
  const found = await findEditing(call)
  if (!found.ok) return refuse(call, found.problem)
  const may = checkNext(call, found.value, { kind: 'corrected', reason: '', isFinal: false })
  return may.ok
    ? showStored(call, found.value, 'correct')
    : refuse(call, may.problem, { link: { kind: 'receipt', href: receiptOf(found.value) } })
}

/** POST: the next revision, by those who answer. */
export async function sendEdit(call: SignedInCall): Promise<Response> {
  const found = await findEditing(call)
  if (!found.ok) return refuse(call, found.problem)
  const may = checkNext(call, found.value, sentStep)
  // Whoever may not read it hears nothing of it, not even how far it is; other reasons are told over what was typed, after a
  // retry was looked for.
  if (!may.ok && !mayRead(call, found.value)) return refuse(call, problem.responseUnknown())
  if (!may.ok && may.problem.code === 'response.not-editable' && may.problem.why === 'not-yours')
    return refuse(call, may.problem)
  return sendRevision(call, found.value, 'answer', () => ok(sentStep))
}

/** POST: the next revision, by the office, with its reason. */
export async function sendCorrection(call: SignedInCall): Promise<Response> {
  const found = await findEditing(call)
  if (!found.ok) return refuse(call, found.problem)
  return sendRevision(call, found.value, 'correct', (fields, before) => {
    const reason = v.safeParse(Reason, fields.get('reason'))
    if (!reason.success) return fail('reason')
    call.record({ unitId: found.value.address.unit.id, details: reason.output.slice(0, 1_000).toWellFormed() })
    return ok({ kind: 'corrected', reason: reason.output, isFinal: isAccepted(before.step) })
  })
}

type StepOf = (fields: URLSearchParams, before: StoredRevision) => Result<EntryStep, EntryField>

async function sendRevision(call: SignedInCall, editing: Editing, way: Way, stepOf: StepOf): Promise<Response> {
  const read = await readSentForm(call, editing.address, async (fields) => {
    fields.set('id', editing.shown.id)
    return begunOf(call, editing)
  })
  if (!read.ok) return refuse(call, read.problem)
  const sent = read.value
  const { here, fields, screen } = sent
  const revision = Number(fields.get('editing'))
  const upTo = editing.history.filter((one) => one.revision <= revision)
  if (!upTo.some((one) => one.revision === revision)) return refuse(call, problem.wrongShape(['editing']))
  const again = (why?: Problem, now: Editing = editing, outdated?: StoredRevision) => {
    call.changedNothing()
    return editPage(here, now, { way, screen, fields, problem: why, outdated })
  }
  if (sent.wantsToSave && way === 'answer' && !sent.problem) {
    const kept = await keepDraft(call, editing.address, sent)
    return kept.ok ? call.c.redirect(kept.value, 303) : again(kept.problem)
  }
  const obstacle = obstacleTo(sent)
  if (obstacle || !sent.wantsToSend) return again(obstacle)
  const before = editingOf(editing.address, upTo).shown
  const step = stepOf(fields, before)
  if (!step.ok) return again(problem.entryIncomplete([step.problem]))
  const refused = await store(call, editing, sent, step.value)
  if (refused?.code === 'response.conflict') {
    const now = await findEditing(call)
    if (!now.ok) return refuse(call, now.problem)
    const may = checkNext(call, now.value, step.value)
    return may.ok ? again(problem.responseChanged(now.value.newest), now.value, before) : again(may.problem, now.value)
  }
  if (refused) return again(refused)
  if (fields.has('draft')) await removeDraft(call.deps.table, draftPlace(call, editing.address))
  return call.c.redirect(receiptOf(editing), 303)
}

/** Stores the revision that follows the one that was edited; answers with what it is refused for. */
async function store(
  call: SignedInCall,
  { address }: Editing,
  sent: SentForm,
  step: EntryStep,
): Promise<Problem | undefined> {
  const submission = submissionOf(address, sent, Number(sent.fields.get('editing')) + 1)
  if (!submission.ok) return submission.problem
  const submitted = await submit(call.deps, call.me, submission.value, { step })
  if (submitted.ok && !submitted.value.isNew) call.changedNothing()
  return submitted.ok ? undefined : submitted.problem
}
