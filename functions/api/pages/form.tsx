// The form of one unit in one period, as a page that works without script: shown, sent, and shown again with what is wrong.

import * as v from 'valibot'
import { readFormFields } from '../../../shared/form/answers.ts'
import type { ResponseId } from '../../../shared/ids.ts'
import { path } from '../../../shared/paths.ts'
import { type Problem, problem } from '../../../shared/problems.ts'
import { Submission } from '../../../shared/response/submission.ts'
import { ok, type Result } from '../../../shared/result.ts'
import { typedAnswers } from '../../../web/form-fields.ts'
import { FormPage } from '../../../web/pages/form.tsx'
import type { At } from '../access.ts'
import { type UnitAddress, unitAddress } from '../address.ts'
import { formFields } from '../form-fields.ts'
import { refuse, statusOf } from '../problem-response.tsx'
import { answerAction, checkEntry, submit } from '../submit.ts'
import { pageContext, type SignedInVisit } from '../visit.ts'
import { unitHeading } from './visits.tsx'

/** Filling in is for those who answer this kind of campaign at this unit. */
export async function formAt(visit: SignedInVisit): Promise<Result<At, Problem>> {
  const address = await unitAddress(visit)
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

async function formPage(visit: SignedInVisit, shown: Shown): Promise<Response> {
  const { campaign, period, unit } = shown.address
  const page = (
    <FormPage
      context={pageContext(visit)}
      form={await visit.deps.directory.form(visit.me.organisationId, campaign.form)}
      campaignTitle={campaign.title}
      unit={unitHeading(visit, unit.id)}
      periodId={period.id}
      responseId={shown.responseId}
      values={shown.values}
      problem={shown.problem}
    />
  )
  return visit.c.html(page, shown.problem ? statusOf[shown.problem.code] : 200)
}

/** GET: an empty form with an id of its own, or a word on why there is nothing to fill in. */
export async function showForm(visit: SignedInVisit): Promise<Response> {
  const address = await unitAddress(visit)
  if (!address.ok) return refuse(visit, address.problem)
  const entry = await checkEntry(visit.deps.table, address.value, visit.now)
  if (!entry.ok) return refuse(visit, entry.problem)
  return formPage(visit, {
    address: address.value,
    responseId: visit.deps.newResponseId(),
    values: new Map(),
    problem: undefined,
  })
}

/** POST: stores the answers and leads to the receipt; or shows the form again, with everything that was typed. */
export async function sendForm(visit: SignedInVisit): Promise<Response> {
  const address = await unitAddress(visit)
  if (!address.ok) return refuse(visit, address.problem)
  const { campaign, period, unit } = address.value
  const fields = await formFields(visit.c)
  const values = typedAnswers(fields)
  const form = await visit.deps.directory.form(visit.me.organisationId, campaign.form)
  const submission = v.safeParse(Submission, {
    id: fields.get('id'),
    revision: 1,
    campaign: campaign.id,
    unit: unit.id,
    period: period.id,
    formVersion: Number(fields.get('formVersion')),
    answers: Object.fromEntries(readFormFields(form, values)),
  })
  if (!submission.success) return refuse(visit, problem.wrongShape(['id']))
  const submitted = await submit(visit.deps, visit.me, submission.output)
  if (submitted.ok) return visit.c.redirect(path.receipt(campaign.id, period.id, unit.id, submission.output.id), 303)
  return formPage(visit, {
    address: address.value,
    responseId: submission.output.id,
    values,
    problem: submitted.problem,
  })
}
