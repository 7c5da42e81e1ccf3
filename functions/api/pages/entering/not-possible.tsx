// "Visit not possible": a response without answers that says why. A visit that is made later takes its place by itself.

import * as v from 'valibot'
import { enteringMessages, type NotPossibleKind } from '../../../../shared/messages/entering.ts'
import { path } from '../../../../shared/paths.ts'
import { type EntryField, type Problem, problem } from '../../../../shared/problems.ts'
import { Reason, whyNotPossible } from '../../../../shared/response/step.ts'
import { Submission } from '../../../../shared/response/submission.ts'
import { fail, ok, type Result } from '../../../../shared/result.ts'
import { NotPossiblePage, type NotPossiblePageProps } from '../../../../web/pages/entering/not-possible.tsx'
import { readRound, type StoredRevision } from '../../../store/responses.ts'
import { checkEntry, submit } from '../../../submit/submit.ts'
import { type UnitAddress, unitAddress } from '../../address.ts'
import { formFields, isGarbled } from '../../body.ts'
import { pageContext, type SignedInCall } from '../../call.ts'
import { refuse, statusOf } from '../../problem-response.tsx'
import { unitHeading } from '../visits.tsx'
import { leadToHolder } from './holder.ts'

/** A unit that is visited: reports have nobody to find a door closed. */
async function visitAddress(call: SignedInCall): Promise<Result<UnitAddress, Problem>> {
  const address = await unitAddress(call)
  if (address.ok && address.value.campaign.kind !== 'inspection') return fail(problem.pageUnknown())
  return address
}

type Shown = Pick<NotPossiblePageProps, 'hidden' | 'kind' | 'words'> & {
  readonly before?: StoredRevision | undefined
  readonly problem?: Problem
}

function page(call: SignedInCall, { campaign, period, unit }: UnitAddress, shown: Shown) {
  const { before, problem: why } = shown
  const reason = before && whyNotPossible(before.step)
  return call.c.html(
    <NotPossiblePage
      context={pageContext(call)}
      campaignTitle={campaign.title}
      unit={unitHeading(call, unit.id)}
      periodId={period.id}
      hidden={shown.hidden}
      kind={shown.kind}
      words={shown.words}
      before={before && reason !== undefined ? { at: before.receivedAt, reason } : undefined}
      problem={why}
    />,
    why ? statusOf[why.code] : 200,
  )
}

/** GET: where a unit has one response, a second note is the next revision of the first. */
export async function showNotPossible(call: SignedInCall): Promise<Response> {
  const found = await visitAddress(call)
  if (!found.ok) return refuse(call, found.problem)
  const address = found.value
  const { campaign } = address
  const isOnce = campaign.countingRule === 'one-per-unit'
  const round = await readRound(call.deps.table, address)
  if (isOnce && round.holder) return leadToHolder(call, address, round.holder)
  const entry = await checkEntry(call.deps.table, address, call.now)
  if (!entry.ok) return refuse(call, entry.problem)
  const before = isOnce ? round.notPossible[0] : undefined
  const hidden = {
    id: before?.id ?? call.deps.newResponseId(),
    revision: String((before?.revision ?? 0) + 1),
    formVersion: String(campaign.form.version),
  }
  return page(call, address, { hidden, kind: '', words: '', before })
}

/** What was chosen and typed, in one sentence; or the fields that are missing. */
function reasonOf(call: SignedInCall, kind: string, words: string): Result<string, EntryField[]> {
  const { reasons } = enteringMessages[call.language].notPossible
  const chosen = (Object.keys(reasons) as NotPossibleKind[]).find((one) => one === kind)
  if (!chosen) return fail(['reason-kind'])
  if (chosen === 'other' && words === '') return fail(['words'])
  const text = chosen === 'other' ? words : words === '' ? reasons[chosen] : `${reasons[chosen]}. ${words}`
  const reason = v.safeParse(Reason, text)
  return reason.success ? ok(reason.output) : fail(['words'])
}

/** POST: stores the note, and leads to what was noted. */
export async function sendNotPossible(call: SignedInCall): Promise<Response> {
  const found = await visitAddress(call)
  if (!found.ok) return refuse(call, found.problem)
  const address = found.value
  const { campaign, period, unit } = address
  const fields = await formFields(call.c)
  const field = (name: string) => fields.get(name) ?? ''
  const hidden = { id: field('id'), revision: field('revision'), formVersion: field('formVersion') }
  const [kind, words] = [field('reason-kind'), field('words').replaceAll('\r\n', '\n').trim()]
  const again = (why: Problem) => page(call, address, { hidden, kind, words, problem: why })
  if (isGarbled([['words', words]])) return again(problem.badEncoding())
  const reason = reasonOf(call, kind, words)
  if (!reason.ok) return again(problem.entryIncomplete(reason.problem))
  const submission = v.safeParse(Submission, {
    id: hidden.id,
    revision: Number(hidden.revision),
    campaign: campaign.id,
    unit: unit.id,
    period: period.id,
    formVersion: Number(hidden.formVersion),
    answers: {},
  })
  if (!submission.success) return refuse(call, problem.wrongShape(['id']))
  const entry = { step: { kind: 'not-possible', reason: reason.value } } as const
  const submitted = await submit(call.deps, call.me, submission.output, entry)
  if (!submitted.ok) return again(submitted.problem)
  return call.c.redirect(path.receipt(campaign.id, period.id, unit.id, submission.output.id), 303)
}
