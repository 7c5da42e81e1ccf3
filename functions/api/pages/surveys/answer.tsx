// The survey as a member sees it: one page, from one link. To open it spends nothing; it works without script; after sending,
// nothing of the answer stays in the browser.

import { createHmac, timingSafeEqual } from 'node:crypto'
import * as v from 'valibot'
import { answersOf } from '../../../../shared/form/answers.ts'
import type { FormVersion } from '../../../../shared/form/form.ts'
import { formItems } from '../../../../shared/form/form.ts'
import { inLanguages } from '../../../../shared/form/offered.ts'
import { isAsked } from '../../../../shared/form/program.ts'
import { asId, ResponseId } from '../../../../shared/ids.ts'
import { Language } from '../../../../shared/language.ts'
import { path } from '../../../../shared/paths.ts'
import { type Problem, problem } from '../../../../shared/problems.ts'
import { minutesFor } from '../../../../shared/survey/minutes.ts'
import { typedAnswers } from '../../../../web/form/field-names.ts'
import type { FormScreen } from '../../../../web/form/screen.ts'
import { SurveyNotice } from '../../../../web/pages/surveys/notice.tsx'
import { SurveyPage, type SurveyPageProps } from '../../../../web/pages/surveys/survey.tsx'
import { type Member, roundOf, secretName, submitMember, whyNotNow } from '../../../submit/member.ts'
import { contentBytes, formFields, isGarbled, largestContent } from '../../body.ts'
import type { Call } from '../../call.ts'
import { type Circumstances, enterForm, onPage, screenOf, withFaults } from '../../form-screen.ts'
import { statusOf } from '../../problem-response.tsx'
import { triesHere } from '../../tries-here.ts'
import { rememberLanguage } from '../home.tsx'
import { memberBy, memberContext, mostFromNetwork } from './member-call.ts'

/** A person needs longer than this for one question. */
const leastSeconds = 2

export const notice = (call: Call, why: Problem, timeZone?: string, ownHref?: string) =>
  call.c.html(
    <SurveyNotice context={memberContext(call, timeZone)} problem={why} ownHref={ownHref} />,
    statusOf[why.code],
  )

/** GET, after sending: says thank you, and the page's script clears what the browser still holds. */
export const thank = (call: Call): Response | Promise<Response> =>
  call.c.html(<SurveyNotice context={memberContext(call)} problem={undefined} />)

/** The version that a form was begun with, if the survey ever asked it; else the one it asks now. */
export async function versionOf(call: Call, { campaign, organisationId }: Member, begun: number): Promise<FormVersion> {
  const version = campaign.earlierVersions.includes(begun) ? begun : campaign.form.version
  const form = await call.deps.directory.form(organisationId, { formId: campaign.form.formId, version })
  return inLanguages(form, campaign.languages)
}

const Moment = v.pipe(v.string(), v.isoTimestamp())

/** What a form begins with: its version, and what its expressions may ask besides. */
export type Begun = Pick<Circumstances, 'version' | 'kept' | 'lastSaved'>

export function circumstancesOf(
  call: Call,
  { period, survey }: Member,
  begun: Begun,
  timeZone: string,
  fields = new URLSearchParams(),
): Circumstances {
  const { version } = begun
  const id = v.safeParse(ResponseId, fields.get('id'))
  const startedAt = v.safeParse(Moment, fields.get('startedAt'))
  const wanted = fields.get('otherLanguage') ?? undefined
  return {
    ...begun,
    ...{ timeZone, ui: call.language },
    formLanguage: version.form.languages.find((language) => language === wanted),
    // Of an invitation the page never says the id that its answer is kept under.
    responseId: id.success ? id.output : call.deps.newResponseId(),
    startedAt: survey.way === 'anonymous' ? period.opensAt : startedAt.success ? startedAt.output : call.now,
    mediaUrl: (name) => {
      const picture = version.pictures?.find((one) => one.name === name)
      return picture && path.formPicture(version.formId, picture.sha256)
    },
  }
}

/** What the page of a named survey has besides. */
export type NamedParts = Pick<SurveyPageProps, 'above' | 'named' | 'beside' | 'below' | 'carried'>

/** The survey's page, with what is wrong. */
export async function surveyPage(
  call: Call,
  member: Member,
  screen: FormScreen,
  { why, ...parts }: NamedParts & { readonly why?: Problem | undefined } = {},
): Promise<Response> {
  const { deps } = call
  const { organisation } = await deps.directory.organisation(member.organisationId, call.now)
  const { campaign, survey, period } = member
  const faulty = why?.code === 'answers.invalid' ? withFaults(screen, why.faults) : screen
  const asked = formItems(screen.version.form).filter(({ type }) => isAsked(type)).length
  const html = (
    <SurveyPage
      {...parts}
      context={memberContext(call, organisation.timeZone)}
      screen={faulty}
      survey={survey}
      campaign={campaign}
      closesAt={period.closesAt}
      organisation={organisation.name}
      minutes={minutesFor(asked)}
      opened={survey.way === 'open' ? await signedOpening(call, member) : undefined}
      files={deps.assets}
      problem={why}
    />
  )
  return call.c.html(html, why ? statusOf[why.code] : faulty.faults.size > 0 ? 422 : 200)
}

/** GET: the survey, or a kind word on why it can't be answered now; of a named one what was answered besides. */
export async function showSurvey(call: Call): Promise<Response> {
  const found = await memberBy(call, call.c.req.param('key') ?? '')
  if (!found.ok) return notice(call, found.problem)
  const { member } = found.value
  if (member.survey.way === 'named') return (await named()).showOwn(call, member)
  const { organisation } = await call.deps.directory.organisation(member.organisationId, call.now)
  const why = whyNotNow(member, call.now)
  if (why) return notice(call, why, organisation.timeZone)
  const about = circumstancesOf(call, member, { version: await versionOf(call, member, 0) }, organisation.timeZone)
  return surveyPage(call, member, onPage(screenOf(about), undefined))
}

/** Only few surveys are named. */
const named = () => import('./own.tsx')

/** A survey as it came back from a browser. */
export type SentSurvey = {
  /** The call, in the language that the page is read in from now on. */
  readonly here: Call
  readonly fields: URLSearchParams
  readonly about: Circumstances
  readonly screen: FormScreen
  readonly wantsToSend: boolean
  /** Why it can be neither sent nor kept: too much of it, or not to be decoded. */
  readonly problem: Problem | undefined
}

export async function readSurvey(
  call: Call,
  member: Member,
  timeZone: string,
  begunWith: (fields: URLSearchParams) => Promise<Begun>,
): Promise<SentSurvey> {
  const fields = await formFields(call.c)
  const language = v.safeParse(Language, fields.get('language'))
  if (language.success) {
    rememberLanguage(call, language.output)
    fields.set('action', 'refresh')
    fields.delete('otherLanguage')
  }
  const here = language.success ? { ...call, language: language.output } : call
  const about = circumstancesOf(here, member, await begunWith(fields), timeZone, fields)
  const { screen, wantsToSend } = enterForm(about, fields)
  const values = typedAnswers(fields)
  const isTooLarge = contentBytes(values) > largestContent
  const why = isTooLarge ? problem.tooLarge(largestContent) : isGarbled(values) ? problem.badEncoding() : undefined
  return { here, fields, about, screen, wantsToSend, problem: why }
}

/** POST: stores the answers and leads to the thanks; or shows the survey again with what is wrong. */
export async function sendSurvey(call: Call): Promise<Response> {
  const found = await memberBy(call, call.c.req.param('key') ?? '')
  if (!found.ok) return notice(call, found.problem)
  const { member } = found.value
  if (member.survey.way === 'named') return (await named()).sendOwn(call, member)
  const { organisation } = await call.deps.directory.organisation(member.organisationId, call.now)
  const closed = whyNotNow(member, call.now)
  if (closed) return notice(call, closed, organisation.timeZone)
  const sentForm = await readSurvey(call, member, organisation.timeZone, async (fields) => ({
    version: await versionOf(call, member, Number(fields.get('formVersion'))),
  }))
  const { here, fields, about, screen } = sentForm
  const again = (why?: Problem) => surveyPage(here, member, screen, { why })
  if (sentForm.problem || !sentForm.wantsToSend) return again(sentForm.problem)
  const tries = member.survey.way === 'open' ? await triesHere(call, member.survey.door ?? '') : undefined
  if (tries && (await tries.count()) >= mostFromNetwork) return again(problem.tooManyTries())
  if (tries && !(await looksHuman(call, member, fields))) return again(problem.looksAutomatic())
  const sent = await submitMember({ ...call.deps, now: () => call.now }, member, {
    ...{ version: about.version, answers: answersOf(screen.draft), startedAt: about.startedAt },
    id: asId(ResponseId, about.responseId),
  })
  if (!sent.ok && sent.problem.code === 'survey.already-received') return notice(here, sent.problem)
  if (!sent.ok) return again(sent.problem)
  await tries?.add()
  return call.c.redirect(path.surveySent(), 303)
}

async function seal(call: Call, { campaign, survey, period }: Member, text: string): Promise<Buffer> {
  const secret = await call.deps.secrets.read(secretName(campaign, roundOf(survey, period)))
  if (secret === undefined) throw new Error(`Survey ${campaign.id} is open and has no secret`)
  return createHmac('sha256', secret).update(`opened ${text}`).digest()
}

/** When an open survey's page was made, so that nobody can say it was open for longer. */
async function signedOpening(call: Call, member: Member): Promise<string> {
  return `${call.now}.${(await seal(call, member, call.now)).toString('base64url')}`
}

/** Neither filled in what nobody sees, nor faster than a person reads. */
async function looksHuman(call: Call, member: Member, fields: URLSearchParams): Promise<boolean> {
  if ((fields.get('website') ?? '') !== '') return false
  const [, moment = '', seen = ''] = /^(.*)\.([\w-]{43})$/.exec(fields.get('opened') ?? '') ?? []
  if (seen === '' || !timingSafeEqual(Buffer.from(seen, 'base64url'), await seal(call, member, moment))) return false
  return Date.parse(call.now) - Date.parse(moment) >= leastSeconds * 1_000
}
