// The form of one unit in one period, as a page that works without script: shown, sent, and shown again with what is wrong.

import * as v from 'valibot'
import { answerAction } from '../../../shared/campaign/campaign.ts'
import { answersOf } from '../../../shared/form/answers.ts'
import { faultsOf } from '../../../shared/form/check.ts'
import type { FormVersion } from '../../../shared/form/form.ts'
import { ResponseId } from '../../../shared/ids.ts'
import { Language } from '../../../shared/language.ts'
import { mayAt, usernameOf } from '../../../shared/organisation/access.ts'
import { path } from '../../../shared/paths.ts'
import { type Problem, problem } from '../../../shared/problems.ts'
import { Submission } from '../../../shared/response/submission.ts'
import { ok, type Result } from '../../../shared/result.ts'
import { typedAnswers } from '../../../web/form/field-names.ts'
import type { FormScreen } from '../../../web/form/screen.ts'
import { FormPage } from '../../../web/pages/form.tsx'
import { findHolder } from '../../store/responses.ts'
import type { At } from '../access.ts'
import { type UnitAddress, unitAddress } from '../address.ts'
import { contentBytes, formParts, isGarbled, largestContent } from '../body.ts'
import { pageContext, type SignedInCall, timeZoneOf } from '../call.ts'
import { keepFiles } from '../form-files.ts'
import { type Circumstances, enterForm, onPage, screenOf, withFaults } from '../form-screen.ts'
import { type Offer, refuse, statusOf } from '../problem-response.tsx'
import { checkEntry, submit } from '../submit.ts'
import { rememberLanguage } from './home.tsx'
import { unitHeading } from './visits.tsx'

/** Filling in is for those who answer this kind of campaign at this unit. */
export async function formAt(call: SignedInCall): Promise<Result<At, Problem>> {
  const address = await unitAddress(call)
  if (!address.ok) return address
  const action = answerAction[address.value.campaign.kind]
  return action ? ok({ action, unitId: address.value.unit.id }) : { ok: false, problem: problem.roleMissing() }
}

type Shown = { readonly address: UnitAddress; readonly screen: FormScreen; readonly problem: Problem | undefined }

function formPage(call: SignedInCall, { address, screen, problem }: Shown): Response | Promise<Response> {
  const { campaign, period, unit } = address
  const page = (
    <FormPage
      context={pageContext(call)}
      screen={problem?.code === 'answers.invalid' ? withFaults(screen, problem.faults) : screen}
      campaignTitle={campaign.title}
      unit={unitHeading(call, unit.id)}
      periodId={period.id}
      evidenceBase={path.api.evidenceBase(campaign.id, period.id, unit.id)}
      files={call.deps.assets}
      problem={problem}
    />
  )
  return call.c.html(page, problem ? statusOf[problem.code] : screen.faults.size > 0 ? 422 : 200)
}

/** What a form needs to know of where it is filled in. */
function circumstances(
  call: SignedInCall,
  version: FormVersion,
  fields: URLSearchParams = new URLSearchParams(),
): Circumstances {
  const startedAt = v.safeParse(StartedAt, fields.get('startedAt'))
  return {
    version,
    ui: call.language,
    formLanguage: chosenLanguage(version, fields),
    responseId: readId(fields) ?? call.deps.newResponseId(),
    startedAt: startedAt.success ? startedAt.output : call.now,
    timeZone: timeZoneOf(call),
    username: usernameOf(call.me.person),
    mediaUrl: (name) => {
      const picture = version.pictures?.find((one) => one.name === name)
      return picture && path.formPicture(version.formId, picture.sha256)
    },
  }
}

const StartedAt = v.pipe(v.string(), v.isoTimestamp())

/** A language of the form that the pages are not in, kept until the switch above the form is used. */
function chosenLanguage({ form }: FormVersion, fields: URLSearchParams): string | undefined {
  const wanted = fields.get('otherLanguage') ?? undefined
  return form.languages.find((language) => language === wanted)
}

/** Where to go from a form that was answered already: to what was stored, for those who may read it. */
async function linkFor(call: SignedInCall, round: UnitAddress, why: Problem): Promise<Offer['link']> {
  if (why.code !== 'response.already-reported') return undefined
  const { campaign, period, unit } = round
  const counted = await findHolder(call.deps.table, round)
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
  const version = await call.deps.directory.form(call.me.organisationId, address.value.campaign.form)
  const screen = onPage(screenOf(circumstances(call, version)), undefined)
  return formPage(call, { address: address.value, screen, problem: undefined })
}

/** The version a form was begun with, if the campaign ever asked it; else the one it asks now. */
async function versionOf(call: SignedInCall, { campaign }: UnitAddress, fields: URLSearchParams): Promise<FormVersion> {
  const begun = Number(fields.get('formVersion'))
  const version = campaign.earlierVersions.includes(begun) ? begun : campaign.form.version
  return call.deps.directory.form(call.me.organisationId, { formId: campaign.form.formId, version })
}

/**
 * POST: stores the answers and leads to the receipt; or shows the form again, with everything that was typed: because
 * something is wrong with it, because a button asks for more or less of it, or in the other language.
 */
export async function sendForm(call: SignedInCall): Promise<Response> {
  const address = await unitAddress(call)
  if (!address.ok) return refuse(call, address.problem)
  const { campaign, period, unit } = address.value
  const parts = await formParts(call.c)
  if (!parts.ok) return refuse(call, parts.problem)
  const { fields } = parts.value
  const version = await versionOf(call, address.value, fields)
  const unkept = await keepFiles(call, address.value, version, parts.value)
  const values = typedAnswers(fields)
  const language = v.safeParse(Language, fields.get('language'))
  if (language.success) {
    rememberLanguage(call, language.output)
    fields.set('action', 'refresh')
    fields.delete('otherLanguage')
  }
  const about = { ...circumstances(call, version, fields), ...(language.success ? { ui: language.output } : {}) }
  const here = { ...call, language: about.ui }
  const { screen, wantsToSend } = enterForm(about, fields)
  const shown = { address: address.value, screen }
  if (contentBytes(values) > largestContent)
    return formPage(here, { ...shown, problem: problem.tooLarge(largestContent) })
  if (isGarbled(values)) return formPage(here, { ...shown, problem: problem.badEncoding() })
  if (unkept.length > 0) {
    const known = new Set(unkept.map(({ question }) => question))
    const others = wantsToSend ? faultsOf(screen.draft).filter(({ question }) => !known.has(question)) : []
    return formPage(here, { ...shown, problem: problem.answersInvalid([...unkept, ...others]) })
  }
  if (!wantsToSend) return formPage(here, { ...shown, problem: undefined })
  const submission = v.safeParse(Submission, {
    id: fields.get('id'),
    revision: 1,
    campaign: campaign.id,
    unit: unit.id,
    period: period.id,
    formVersion: Number(fields.get('formVersion')),
    startedAt: about.startedAt,
    answers: Object.fromEntries(answersOf(screen.draft)),
  })
  if (!submission.success) return refuse(call, problem.wrongShape(['id']))
  const submitted = await submit(call.deps, call.me, submission.output)
  if (submitted.ok) return call.c.redirect(path.receipt(campaign.id, period.id, unit.id, submission.output.id), 303)
  return formPage(here, { ...shown, problem: submitted.problem })
}

function readId(fields: URLSearchParams): ResponseId | undefined {
  const read = v.safeParse(ResponseId, fields.get('id'))
  return read.success ? read.output : undefined
}
