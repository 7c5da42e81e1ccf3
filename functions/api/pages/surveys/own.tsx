// The pages of a named survey's member: this period's form, what was answered before and how it stands, one answer again, and
// that answer changed. The link is the member's key, and leads to nobody else's answers.

import { answersOf, readAnswers } from '../../../../shared/form/answers.ts'
import { formatMoment } from '../../../../shared/messages/number.ts'
import { surveyOwnMessages } from '../../../../shared/messages/survey-own.ts'
import { unitIn } from '../../../../shared/organisation/unit.ts'
import { path } from '../../../../shared/paths.ts'
import { type Problem, problem } from '../../../../shared/problems.ts'
import { fail, ok, type Result } from '../../../../shared/result.ts'
import { formatLinkKey, readLinkKey } from '../../../../shared/survey/link-key.ts'
import { memberPersonId } from '../../../../shared/survey/member-id.ts'
import { withoutGroup } from '../../../../shared/survey/scoring.ts'
import type { FormScreen } from '../../../../web/form/screen.ts'
import { DraftField } from '../../../../web/form/ways.tsx'
import { KeptNotice, OwnAnswerPage, OwnLines, OwnPage, OwnStanding } from '../../../../web/pages/surveys/own.tsx'
import { programFor } from '../../../form-engine.ts'
import { type DraftPlace, findDraft, mostDrafts, removeDraft, saveDraft } from '../../../store/drafts.ts'
import { answeredBefore } from '../../../submit/check-submission.ts'
import { ownAnswersOf } from '../../../submit/last-saved.ts'
import type { Member } from '../../../submit/member.ts'
import {
  mayAnswerNow,
  type NamedMember,
  namedMember,
  type OwnAnswer,
  ownAnswer,
  ownAnswers,
  ownLastSaved,
  submitOwn,
} from '../../../submit/own-answers.ts'
import type { Call } from '../../call.ts'
import { enterForm, onPage, screenOf } from '../../form-screen.ts'
import { statusOf } from '../../problem-response.tsx'
import { draftFields } from '../entering/drafts.tsx'
import { type Begun, circumstancesOf, type NamedParts, notice, readSurvey, surveyPage, versionOf } from './answer.tsx'
import { memberBy, memberContext } from './member-call.ts'
import { lineOf, newestIn, shownIn } from './own-line.ts'

type Here = { readonly member: NamedMember; readonly key: string; readonly timeZone: string; readonly name: string }

async function hereOf(call: Call, member: Member): Promise<Result<Here, Problem>> {
  const found = await namedMember(call.deps.table, member)
  if (!found.ok) return found
  const { organisation, tree } = await call.deps.directory.organisation(member.organisationId, call.now)
  const key = readLinkKey(call.c.req.param('key') ?? '')
  const { unitId, name = '' } = found.value.invited.invitation.invitation
  return ok({
    member: found.value,
    key: key ? formatLinkKey(key) : '',
    timeZone: organisation.timeZone,
    name: surveyOwnMessages[call.language].of(name, unitIn(tree, unitId)?.name ?? ''),
  })
}

/** The member that an address's key stands for, and the period that it names. */
async function ownAddress(call: Call): Promise<Result<{ here: Here; own: OwnAnswer }, Problem>> {
  const found = await memberBy(call, call.c.req.param('key') ?? '')
  if (!found.ok) return found
  const { member } = found.value
  if (member.survey.way !== 'named') return fail(problem.linkUnknown())
  const period = member.campaign.periods.find(({ id }) => id === call.c.req.param('period'))
  if (!period) return fail(problem.periodUnknown())
  const here = await hereOf(call, member)
  if (!here.ok) return here
  const own = await ownAnswer(call.deps.table, here.value.member, period)
  return own.history.length > 0 ? ok({ here: here.value, own }) : fail(problem.responseUnknown())
}

const draftPlace = ({ member }: Here, { period }: Pick<OwnAnswer, 'period'>): DraftPlace => ({
  organisationId: member.organisationId,
  personId: memberPersonId(member.invited.invitation),
  campaignId: member.campaign.id,
  periodId: period.id,
  unitId: member.campaignUnit.unitId,
})

/** What the member is asked: the form without what the cell fills in. */
async function begunOf(call: Call, { member }: Here, own: OwnAnswer, begun: number): Promise<Begun> {
  const whole = await versionOf(call, member, shownIn(own)?.formVersion ?? begun)
  const lastSaved = await ownLastSaved(call.deps, member, own.period, whole)
  const answers = ownAnswersOf(whole, member.survey, own.history)
  return {
    version: withoutGroup(whole, member.survey.scoring),
    ...(answers ? { kept: answeredBefore(whole, answers) } : {}),
    ...(lastSaved ? { lastSaved } : {}),
  }
}

const linesOf = (call: Call, { member, key }: Here, answers: readonly OwnAnswer[]) =>
  answers.flatMap((own) => lineOf(member, key, own, call.now) ?? [])

type Shown = { readonly here: Here; readonly own: OwnAnswer; readonly screen: FormScreen }
type Edited = Shown & {
  /** The newest revision that the page is made from; 0 for none. */
  readonly seen: number
  readonly draft: string | null
  /** When the draft that goes on was kept. */
  readonly keptAt?: string
  readonly problem?: Problem | undefined
}

async function ownForm(
  call: Call,
  { here, own, screen, seen, draft, keptAt, problem: why }: Edited,
): Promise<Response> {
  const m = surveyOwnMessages[call.language]
  const context = memberContext(call, here.timeZone)
  const line = lineOf(here.member, here.key, own, call.now)
  const others = line ? [] : linesOf(call, here, await ownAnswers(call.deps.table, here.member, call.now))
  const parts: NamedParts = {
    named: here.name,
    above: (
      <>
        {keptAt && <KeptNotice context={context} keptAt={keptAt} />}
        {line && (
          <div class="slip">
            <OwnStanding context={context} line={line} />
            <p>{m.changing(formatMoment(line.sentAt, call.language, here.timeZone))}</p>
          </div>
        )}
      </>
    ),
    carried: (
      <>
        <input type="hidden" name="editing" value={String(seen)} />
        <DraftField version={draft} />
      </>
    ),
    beside: (
      <>
        <button type="submit" class="minor" name="action" value="save">
          {m.save}
        </button>
        {line && <a href={path.survey(here.key)}>{m.back}</a>}
      </>
    ),
    below: others.length > 0 && (
      <div class="slip">
        <OwnLines context={context} lines={others} />
      </div>
    ),
  }
  return surveyPage(call, here.member, screen, { ...parts, why })
}

/** The form as it was kept, else with what was sent, else anew. */
async function showOwnForm(call: Call, here: Here, own: OwnAnswer): Promise<Response> {
  const { table } = call.deps
  const draft = await findDraft(table, draftPlace(here, own), call.now)
  const seen = newestIn(own)
  const fields = new URLSearchParams(draft?.fields.map(([name, value]) => [name, value]))
  // A draft of what another device has sent since would take something back unseen.
  if (draft && Number(fields.get('editing')) === seen) {
    fields.set('action', 'refresh')
    const begun = await begunOf(call, here, own, Number(fields.get('formVersion')))
    const { screen } = enterForm(circumstancesOf(call, here.member, begun, here.timeZone, fields), fields)
    return ownForm(call, { here, own, screen, seen, draft: String(draft.version), keptAt: draft.savedAt })
  }
  const begun = await begunOf(call, here, own, 0)
  const answers = ownAnswersOf(begun.version, here.member.survey, own.history)
  const entered = answers && readAnswers(programFor(begun.version, '').program, answers).entered
  const screen = onPage(screenOf(circumstancesOf(call, here.member, begun, here.timeZone), entered), undefined)
  return ownForm(call, { here, own, screen, seen, draft: draft ? String(draft.version) : null })
}

/** GET: this period's form while it isn't answered, with what was answered before; else where all of it stands. */
export async function showOwn(call: Call, asked: Member): Promise<Response> {
  const found = await hereOf(call, asked)
  if (!found.ok) return notice(call, found.problem)
  const here = found.value
  const { member, timeZone } = here
  const { table } = call.deps
  const own = await ownAnswer(table, member, member.period)
  const may = mayAnswerNow(member, own, call.now)
  if (own.history.length === 0 && may.ok) return showOwnForm(call, here, own)
  const lines = linesOf(call, here, await ownAnswers(table, member, call.now))
  const why = may.ok || own.history.length > 0 ? undefined : may.problem
  if (why && lines.length === 0) return notice(call, why, timeZone)
  const { organisation } = await call.deps.directory.organisation(member.organisationId, call.now)
  const page = (
    <OwnPage
      context={memberContext(call, timeZone)}
      organisation={organisation.name}
      title={member.campaign.title}
      name={here.name}
      lines={lines}
      isSent={call.c.req.query('sent') !== undefined && own.history.length > 0}
      problem={why}
    />
  )
  return call.c.html(page, why ? statusOf[why.code] : 200)
}

/** POST: stores the answer, or keeps it as a draft; or shows the form again. */
export async function sendOwn(call: Call, asked: Member): Promise<Response> {
  const here = await hereOf(call, asked)
  if (!here.ok) return notice(call, here.problem)
  return take(call, here.value, await ownAnswer(call.deps.table, here.value.member, here.value.member.period))
}

async function take(call: Call, here: Here, own: OwnAnswer): Promise<Response> {
  const { member, key, timeZone } = here
  const { table } = call.deps
  const sent = await readSurvey(call, member, timeZone, (fields) =>
    begunOf(call, here, own, Number(fields.get('formVersion'))),
  )
  const { fields, screen, about } = sent
  const editing = Number(fields.get('editing') ?? 0)
  const seen = Number.isSafeInteger(editing) && editing >= 0 ? editing : 0
  const again = (why?: Problem, newest = seen) =>
    ownForm(sent.here, { here, own, screen, seen: newest, draft: fields.get('draft'), problem: why })
  const back = own.history.length > 0 ? path.changeOwnAnswer(key, own.period.id) : path.survey(key)
  if (fields.get('action') === 'discard') {
    await removeDraft(table, draftPlace(here, own))
    return call.c.redirect(back, 303)
  }
  if (sent.problem) return again(sent.problem)
  if (fields.get('action') === 'save') {
    const kept = await keep(call, draftPlace(here, own), sent)
    return kept ? again(kept) : call.c.redirect(back, 303)
  }
  if (!sent.wantsToSend) return again()
  const { version, startedAt, kept, lastSaved } = about
  const taken = await submitOwn({ ...call.deps, now: () => call.now }, member, {
    ...{ period: own.period, seen },
    sent: {
      ...{ version, startedAt, answers: answersOf(screen.draft) },
      ...(kept ? { kept } : {}),
      ...(lastSaved ? { lastSaved } : {}),
    },
  })
  if (!taken.ok) {
    const why = taken.problem
    if (why.code === 'survey.already-received') return call.c.redirect(path.survey(key), 303)
    return again(why, why.code === 'response.changed' ? why.revision : seen)
  }
  await removeDraft(table, draftPlace(here, own))
  return call.c.redirect(path.surveyJustSent(key), 303)
}

/** Keeps what was typed for another time or device; why not, where it couldn't be. */
async function keep(
  call: Call,
  place: DraftPlace,
  { fields, about }: Awaited<ReturnType<typeof readSurvey>>,
): Promise<Problem | undefined> {
  const draft = { fields: draftFields(fields), responseId: about.responseId }
  const expected = Number(fields.get('draft') ?? 0)
  const saved = await saveDraft(call.deps.table, place, draft, { now: call.now, expected })
  switch (saved.outcome) {
    case 'saved':
      return undefined
    case 'newer':
      fields.set('draft', String(saved.version))
      return problem.draftNewer(saved.savedAt)
    case 'too-large':
      return problem.draftTooLarge()
    case 'too-many':
      return problem.tooManyDrafts(mostDrafts)
  }
}

/** GET: an own answer as it was sent, with the scores once they are confirmed. */
export async function showOwnAnswer(call: Call): Promise<Response> {
  const found = await ownAddress(call)
  if (!found.ok) return notice(call, found.problem)
  const { here, own } = found.value
  const { member, key } = here
  const line = lineOf(member, key, own, call.now)
  const version = await versionOf(call, member, shownIn(own)?.formVersion ?? 0)
  const answers = ownAnswersOf(version, member.survey, own.history)
  if (!line || !answers) return notice(call, problem.responseUnknown(), here.timeZone, path.survey(key))
  const { organisation } = await call.deps.directory.organisation(member.organisationId, call.now)
  const page = (
    <OwnAnswerPage
      context={memberContext(call, here.timeZone)}
      organisation={organisation.name}
      title={member.campaign.title}
      name={here.name}
      line={line}
      version={version}
      answers={answers}
      hidden={line.state === 'confirmed' ? undefined : member.survey.scoring}
      backHref={path.survey(key)}
    />
  )
  return call.c.html(page)
}

/** GET: an own answer in its form, to be changed or sent again. */
export async function showOwnEdit(call: Call): Promise<Response> {
  const found = await ownAddress(call)
  if (!found.ok) return notice(call, found.problem)
  const { here, own } = found.value
  const may = mayAnswerNow(here.member, own, call.now)
  return may.ok ? showOwnForm(call, here, own) : notice(call, may.problem, here.timeZone, path.survey(here.key))
}

/** POST: stores the next revision of an own answer, or keeps it as a draft. */
export async function sendOwnEdit(call: Call): Promise<Response> {
  const found = await ownAddress(call)
  return found.ok ? take(call, found.value.here, found.value.own) : notice(call, found.problem)
}
