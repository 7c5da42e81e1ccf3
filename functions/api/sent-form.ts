// A form that came back from a browser, read: with the files that came with it, and in the language that was asked for.

import * as v from 'valibot'
import { answersOf } from '../../shared/form/answers.ts'
import { faultsOf } from '../../shared/form/check.ts'
import type { AnswerFault } from '../../shared/form/fault.ts'
import type { FormVersion } from '../../shared/form/form.ts'
import { type PersonId, ResponseId } from '../../shared/ids.ts'
import { Language } from '../../shared/language.ts'
import { usernameOf } from '../../shared/organisation/access.ts'
import { path } from '../../shared/paths.ts'
import { type Problem, problem } from '../../shared/problems.ts'
import { Submission } from '../../shared/response/submission.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { typedAnswers } from '../../web/form/field-names.ts'
import type { FormScreen } from '../../web/form/screen.ts'
import { lastSavedFor } from '../submit/last-saved.ts'
import type { UnitAddress } from './address.ts'
import { contentBytes, formParts, isGarbled, largestContent } from './body.ts'
import { type SignedInCall, timeZoneOf } from './call.ts'
import { keepFiles } from './form-files.ts'
import { type Circumstances, enterForm } from './form-screen.ts'
import { rememberLanguage } from './pages/home.tsx'

/**
 * Which version a form was begun with, what of an earlier revision stays (check-submission.ts, answeredBefore), and what its
 * sender's last form says.
 */
export type Begun = {
  readonly version: FormVersion
  readonly kept?: Circumstances['kept']
  readonly lastSaved?: Circumstances['lastSaved']
}

/** The same, with what the last form of whoever sends it says. `sender`: of a response that is there. */
export async function withLastSaved<B extends Begun>(
  { deps }: SignedInCall,
  address: UnitAddress,
  begun: B,
  sender?: PersonId | '',
): Promise<B> {
  const lastSaved = await lastSavedFor(deps, address, begun.version, sender)
  return lastSaved ? { ...begun, lastSaved } : begun
}

export type SentForm = {
  /** The call, in the language that the form is read in from now on. */
  readonly here: SignedInCall
  readonly fields: URLSearchParams
  readonly about: Circumstances
  readonly screen: FormScreen
  readonly wantsToSend: boolean
  /** Wants it kept as a draft. */
  readonly wantsToSave: boolean
  /** Why it can be neither sent nor kept: too much of it, or not to be decoded. */
  readonly problem: Problem | undefined
  /** Files that came with it and can't be taken. */
  readonly unkept: readonly AnswerFault[]
}

/** Reads a form that was sent; `begunWith` finds its version. */
export async function readSentForm(
  call: SignedInCall,
  address: UnitAddress,
  begunWith: (fields: URLSearchParams) => Promise<Begun>,
): Promise<Result<SentForm, Problem>> {
  const parts = await formParts(call.c)
  if (!parts.ok) return parts
  const { fields } = parts.value
  const begun = await begunWith(fields)
  const unkept = await keepFiles(call, address, begun.version, parts.value)
  const values = typedAnswers(fields)
  const language = v.safeParse(Language, fields.get('language'))
  if (language.success) {
    rememberLanguage(call, language.output)
    fields.set('action', 'refresh')
    fields.delete('otherLanguage')
  }
  const about = { ...circumstances(call, begun, fields), ...(language.success ? { ui: language.output } : {}) }
  const { screen, wantsToSend } = enterForm(about, fields)
  const wantsToSave = fields.get('action') === 'save'
  const isTooLarge = contentBytes(values) > largestContent
  const why = isTooLarge ? problem.tooLarge(largestContent) : isGarbled(values) ? problem.badEncoding() : undefined
  const here = { ...call, language: about.ui }
  return ok({ here, fields, about, screen, wantsToSend, wantsToSave, problem: why, unkept })
}

/** Why a form can't be sent as it came; files that can't be taken are told with everything else that is wrong. */
export function obstacleTo({ problem: why, unkept, screen, wantsToSend }: SentForm): Problem | undefined {
  if (why || unkept.length === 0) return why
  const known = new Set(unkept.map(({ question }) => question))
  const others = wantsToSend ? faultsOf(screen.draft).filter(({ question }) => !known.has(question)) : []
  return problem.answersInvalid([...unkept, ...others])
}

/** What a form comes to as a submission. */
export function submissionOf(
  { campaign, period, unit }: UnitAddress,
  { fields, about, screen }: SentForm,
  revision: number,
  finishedAt?: string,
): Result<Submission, Problem> {
  const read = v.safeParse(Submission, {
    id: fields.get('id'),
    revision,
    campaign: campaign.id,
    unit: unit.id,
    period: period.id,
    formVersion: Number(fields.get('formVersion')),
    startedAt: about.startedAt,
    ...(finishedAt === undefined ? {} : { finishedAt }),
    answers: Object.fromEntries(answersOf(screen.draft)),
  })
  return read.success ? ok(read.output) : fail(problem.wrongShape(['id']))
}

const StartedAt = v.pipe(v.string(), v.isoTimestamp())

/** What a form needs to know of where it is filled in. */
export function circumstances(
  call: SignedInCall,
  { version, kept, lastSaved }: Begun,
  fields: URLSearchParams = new URLSearchParams(),
): Circumstances {
  const startedAt = v.safeParse(StartedAt, fields.get('startedAt'))
  const id = v.safeParse(ResponseId, fields.get('id'))
  return {
    version,
    ui: call.language,
    formLanguage: chosenLanguage(version, fields),
    responseId: id.success ? id.output : call.deps.newResponseId(),
    startedAt: startedAt.success ? startedAt.output : call.now,
    timeZone: timeZoneOf(call),
    username: usernameOf(call.me.person),
    ...(kept ? { kept } : {}),
    ...(lastSaved ? { lastSaved } : {}),
    mediaUrl: (name) => {
      const picture = version.pictures?.find((one) => one.name === name)
      return picture && path.formPicture(version.formId, picture.sha256)
    },
  }
}

/** A language of the form that the pages are not in, kept until the switch above the form is used. */
function chosenLanguage({ form }: FormVersion, fields: URLSearchParams): string | undefined {
  const wanted = fields.get('otherLanguage') ?? undefined
  return form.languages.find((language) => language === wanted)
}
