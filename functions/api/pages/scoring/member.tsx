// One member: the answers as they were sent, and the cell's own group of the form to be filled in.

import * as v from 'valibot'
import { nothingEntered } from '../../../../shared/form/entered.ts'
import { formItems } from '../../../../shared/form/form.ts'
import { applyAction, readAction, readTypedFields, withoutRemoved } from '../../../../shared/form/form-entry.ts'
import { Language } from '../../../../shared/language.ts'
import { mayAt } from '../../../../shared/organisation/access.ts'
import { path } from '../../../../shared/paths.ts'
import { type Problem, problem } from '../../../../shared/problems.ts'
import { mayScore } from '../../../../shared/response/review.ts'
import { isSent } from '../../../../shared/response/step.ts'
import { fail, ok, type Result } from '../../../../shared/result.ts'
import { typedAnswers } from '../../../../web/form/field-names.ts'
import type { FormScreen } from '../../../../web/form/screen.ts'
import { ScoreMemberPage } from '../../../../web/pages/scoring/member.tsx'
import { draftSettings, programFor } from '../../../form-engine.ts'
import { contentBytes, formFields, isGarbled, largestContent } from '../../body.ts'
import { pageContext, type SignedInCall, timeZoneOf } from '../../call.ts'
import { type Editing, editingOf, findEditing, personName } from '../../editing.ts'
import { screenOf, withFaults } from '../../form-screen.ts'
import { refuse, statusOf } from '../../problem-response.tsx'
import { circumstancesOf, enteredFor, type Scoring, scoreMember, sentAnswers } from '../../score.ts'
import { unitHeading } from '../visits.tsx'
import { invitedIn, membersOf, scoredUnits, scoringGroup } from './members.ts'

type Found = { readonly editing: Editing; readonly scoring: Scoring }

/** The answer that an address names, as far as `replaces` was seen; left out: all of it. */
async function findScoring(call: SignedInCall, replaces?: number): Promise<Result<Found, Problem>> {
  const found = await findEditing(call)
  if (!found.ok) return found
  const { address } = found.value
  const group = scoringGroup(address.campaign)
  if (group === undefined) return fail(problem.responseUnknown())
  const history = found.value.history.filter(({ revision }) => replaces === undefined || revision <= replaces)
  if (history.length === 0) return fail(problem.wrongShape(['revision']))
  const { formId } = address.campaign.form
  const { formVersion } = editingOf(address, history).shown
  const version = await call.deps.directory.form(call.me.organisationId, { formId, version: formVersion })
  return ok({ editing: found.value, scoring: { version, group, history } })
}

/** GET: the answers and the scores there are. */
export async function showScoreMember(call: SignedInCall): Promise<Response> {
  const found = await findScoring(call)
  if (!found.ok) return refuse(call, found.problem)
  const { scoring } = found.value
  const about = circumstancesOf(scoring, { ui: call.language, timeZone: timeZoneOf(call) })
  return memberPage(call, found.value, screenOf(about, enteredFor(scoring)))
}

async function memberPage(
  call: SignedInCall,
  { editing, scoring }: Found,
  screen: FormScreen,
  why?: Problem,
): Promise<Response> {
  const { address, history, newest, shown } = editing
  const { campaign, period, unit } = address
  const { person, tree } = call.me
  const may = mayScore({ person, tree, campaign, unitId: unit.id, history })
  const place = [campaign.id, period.id, unit.id, shown.id] as const
  const reads = mayAt(person, tree, 'response.read', unit.id)
  const group = formItems(scoring.version.form).find(
    ({ name, parent }) => name === scoring.group && parent === undefined,
  )
  const sent = history.findLast(({ step }) => isSent(step))
  return call.c.html(
    <ScoreMemberPage
      context={pageContext(call)}
      problem={why}
      title={campaign.title}
      name={await personName(call, campaign, sent?.by ?? '')}
      unit={unitHeading(call, unit.id)}
      periodId={period.id}
      isSaved={call.c.req.query('notice') === 'saved'}
      whyNot={may.ok ? undefined : may.problem}
      screen={why?.code === 'response.scores-invalid' ? withFaults(screen, why.faults) : screen}
      group={group?.index}
      answers={sentAnswers({ history })}
      scores={shown.answers}
      revision={newest}
      action={path.scoreMember(...place)}
      files={call.deps.assets}
      listHref={path.scoring(campaign.id, period.id)}
      recordHref={reads ? path.record(...place) : undefined}
      evidenceUrl={reads ? (file) => path.evidence(campaign.id, period.id, unit.id, file) : undefined}
    />,
    why ? statusOf[why.code] : 200,
  )
}

const Revision = v.pipe(v.string(), v.regex(/^[1-9]\d{0,3}$/), v.transform(Number))

/** POST: stores the scores, and leads back here, to the next member who waits, or to the list where nobody does. */
export async function saveScores(call: SignedInCall): Promise<Response> {
  const fields = await formFields(call.c)
  const replaces = v.safeParse(Revision, fields.get('revision') ?? '')
  if (!replaces.success) return refuse(call, problem.wrongShape(['revision']))
  const found = await findScoring(call, replaces.output)
  if (!found.ok) return refuse(call, found.problem)
  const { editing, scoring } = found.value
  const about = circumstancesOf(scoring, { ui: call.language, timeZone: timeZoneOf(call) })
  const values = typedAnswers(fields)
  const isTooLarge = contentBytes(values) > largestContent
  if (isTooLarge || isGarbled(values)) {
    call.changedNothing()
    const blank = screenOf(about, enteredFor(scoring, nothingEntered()))
    return memberPage(call, found.value, blank, isTooLarge ? problem.tooLarge(largestContent) : problem.badEncoding())
  }
  const pressed = readAction(fields.get('action') ?? 'save')
  const typedIn = v.safeParse(Language, fields.get('typedIn'))
  const typed = readTypedFields(
    programFor(scoring.version, call.language).program,
    draftSettings({ ...about, id: about.responseId, locale: about.ui }).types,
    withoutRemoved(values, pressed),
    typedIn.success ? typedIn.output : call.language,
  )
  const screen = screenOf(about, enteredFor(scoring, typed))
  const focus = applyAction(screen.draft, pressed)
  if (focus !== undefined) {
    call.changedNothing()
    return memberPage(call, found.value, { ...screen, focus })
  }
  const { person, tree } = call.me
  const { address, shown } = editing
  const seen = { ...address, person, tree, id: shown.id, replaces: replaces.output, timeZone: timeZoneOf(call) }
  const scored = await scoreMember(call.deps, seen, scoring, typed)
  if (!scored.ok) {
    call.changedNothing()
    const now = await findScoring(call)
    return now.ok ? memberPage(call, now.value, screen, scored.problem) : refuse(call, now.problem)
  }
  if (!scored.value.isNew) call.changedNothing()
  const { campaign, period, unit } = address
  call.record({ subject: path.record(campaign.id, period.id, unit.id, shown.id), unitId: unit.id })
  const to =
    pressed.verb === 'next'
      ? await nextWaiting(call, editing)
      : path.scoreMember(campaign.id, period.id, unit.id, shown.id)
  return call.c.redirect(`${to}?notice=saved`, 303)
}

/** The next who waits to be scored, behind this one in the list or from its beginning; the list where there is none. */
async function nextWaiting(call: SignedInCall, { address, shown }: Editing): Promise<string> {
  const { campaign, period, campaignUnit } = address
  const [units, invited] = await Promise.all([scoredUnits(call, campaign), invitedIn(call, campaign)])
  const at = units.findIndex(({ unitId }) => unitId === campaignUnit.unitId)
  for (const unit of [...units.slice(Math.max(at, 0)), ...units.slice(0, Math.max(at, 0))]) {
    const all = invited.get(unit.unitId) ?? []
    if (all.length === 0) continue
    const members = await membersOf(call, { campaign, period, campaignUnit: unit }, all)
    const here = members.findIndex(({ history }) => history[0]?.id === shown.id)
    const ordered = [...members.slice(here + 1), ...members.slice(0, here + 1)]
    const next = ordered.find(({ state }) => state === 'answered')?.history[0]
    if (next) return path.scoreMember(campaign.id, period.id, unit.unitId, next.id)
  }
  return path.scoring(campaign.id, period.id)
}
