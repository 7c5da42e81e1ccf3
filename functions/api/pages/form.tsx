// The form of one unit in one period, as a page that works without script: shown, sent, and shown again with what is wrong.

import * as v from 'valibot'
import { readFormFields } from '../../../shared/form/answers.ts'
import { ResponseId } from '../../../shared/ids.ts'
import { Language } from '../../../shared/language.ts'
import { mayAt } from '../../../shared/organisation/access.ts'
import { path } from '../../../shared/paths.ts'
import { type Problem, problem } from '../../../shared/problems.ts'
import { Submission } from '../../../shared/response/submission.ts'
import { ok, type Result } from '../../../shared/result.ts'
import { typedAnswers } from '../../../web/form-fields.ts'
import { FormPage } from '../../../web/pages/form.tsx'
import { findCounted } from '../../store/responses.ts'
import type { At } from '../access.ts'
import { type UnitAddress, unitAddress } from '../address.ts'
import { contentBytes, formFields, isGarbled, largestContent } from '../body.ts'
import { pageContext, type SignedInCall } from '../call.ts'
import { type Offer, refuse, statusOf } from '../problem-response.tsx'
import { answerAction, checkEntry, submit } from '../submit.ts'
import { rememberLanguage } from './home.tsx'
import { unitHeading } from './visits.tsx'

/** Filling in is for those who answer this kind of campaign at this unit. */
export async function formAt(call: SignedInCall): Promise<Result<At, Problem>> {
  const address = await unitAddress(call)
  if (!address.ok) return address
  const action = answerAction[address.value.campaign.kind]
  return action ? ok({ action, unitId: address.value.unit.id }) : { ok: false, problem: problem.roleMissing() }
}

type Shown = {
  readonly address: UnitAddress
  readonly responseId: ResponseId
  readonly values: ReadonlyMap<string, string>
  readonly problem: Problem | undefined
}

async function formPage(call: SignedInCall, shown: Shown): Promise<Response> {
  const { campaign, period, unit } = shown.address
  const page = (
    <FormPage
      context={pageContext(call)}
      form={await call.deps.directory.form(call.me.organisationId, campaign.form)}
      campaignTitle={campaign.title}
      unit={unitHeading(call, unit.id)}
      periodId={period.id}
      responseId={shown.responseId}
      values={shown.values}
      problem={shown.problem}
    />
  )
  return call.c.html(page, shown.problem ? statusOf[shown.problem.code] : 200)
}

/** Where to go from a form that was answered already: to what was stored, for those who may read it. */
async function linkFor(call: SignedInCall, round: UnitAddress, why: Problem): Promise<Offer['link']> {
  if (why.code !== 'response.already-reported') return undefined
  const { campaign, period, unit } = round
  const counted = await findCounted(call.deps.table, round)
  const isReadable =
    counted && (counted.by === call.me.person.id || mayAt(call.me.person, call.me.tree, 'response.read', unit.id))
  return isReadable
    ? { kind: 'receipt', href: path.receipt(campaign.id, period.id, unit.id, counted.id) }
    : { kind: 'list', href: path.visits() }
}

/** GET: an empty form with an id of its own, or a word on why there is nothing to fill in. */
export async function showForm(call: SignedInCall): Promise<Response> {
  const address = await unitAddress(call)
  if (!address.ok) return refuse(call, address.problem)
  const entry = await checkEntry(call.deps.table, address.value, call.now)
  if (!entry.ok) return refuse(call, entry.problem, { link: await linkFor(call, address.value, entry.problem) })
  return formPage(call, {
    address: address.value,
    responseId: call.deps.newResponseId(),
    values: new Map(),
    problem: undefined,
  })
}

/**
 * POST: stores the answers and leads to the receipt; or shows the form again, with everything that was typed: because
 * something is wrong with it, or in the other language, which the switch above the form asks for.
 */
export async function sendForm(call: SignedInCall): Promise<Response> {
  const address = await unitAddress(call)
  if (!address.ok) return refuse(call, address.problem)
  const { campaign, period, unit } = address.value
  const fields = await formFields(call.c)
  const values = typedAnswers(fields)
  const form = await call.deps.directory.form(call.me.organisationId, campaign.form)
  const shown = { address: address.value, responseId: readId(fields) ?? call.deps.newResponseId(), values }
  const language = v.safeParse(Language, fields.get('language'))
  if (language.success) {
    rememberLanguage(call, language.output)
    return formPage({ ...call, language: language.output }, { ...shown, problem: undefined })
  }
  if (contentBytes(values) > largestContent)
    return formPage(call, { ...shown, problem: problem.tooLarge(largestContent) })
  if (isGarbled(values)) return formPage(call, { ...shown, problem: problem.badEncoding() })
  const submission = v.safeParse(Submission, {
    id: fields.get('id'),
    revision: 1,
    campaign: campaign.id,
    unit: unit.id,
    period: period.id,
    formVersion: Number(fields.get('formVersion')),
    answers: Object.fromEntries(readFormFields(form, values)),
  })
  if (!submission.success) return refuse(call, problem.wrongShape(['id']))
  const submitted = await submit(call.deps, call.me, submission.output)
  if (submitted.ok) return call.c.redirect(path.receipt(campaign.id, period.id, unit.id, submission.output.id), 303)
  return formPage(call, { ...shown, problem: submitted.problem })
}

function readId(fields: URLSearchParams): ResponseId | undefined {
  const read = v.safeParse(ResponseId, fields.get('id'))
  return read.success ? read.output : undefined
}
