// What takes long of the demo: a survey that is over and released, and a year of two named surveys. It is loaded beside
// everything else and may be stopped at any point; the next start goes on, because each step shows in the table that it is done.

import { sealPeriod } from '../../functions/seal.ts'
import type { SecretSettings } from '../../functions/secrets.ts'
import { type DemoProgress, findDemoProgress, noteDemoProgress } from '../../functions/store/demo.ts'
import { publishForm } from '../../functions/store/form-library.ts'
import type { StoredInvitation } from '../../functions/store/invitations.ts'
import type { Table } from '../../functions/store/table.ts'
import type { Campaign, CampaignPeriod } from '../../shared/campaign/campaign.ts'
import { periodsOf } from '../../shared/campaign/schedule.ts'
import type { AnswerValue } from '../../shared/form/answers.ts'
import type { FormVersion } from '../../shared/form/form.ts'
import type { PeriodId } from '../../shared/ids.ts'
import type { Unit } from '../../shared/organisation/unit.ts'
import { closeOf, finishedSurvey, triedCells } from '../../shared/starter/finished-survey.ts'
import { type Months, monthsUntil } from '../../shared/starter/months.ts'
import { organisation } from '../../shared/starter/organisation.ts'
import { registeringCells, registrationCampaign, registrationForm } from '../../shared/starter/registration.ts'
import { cellScore, registersIn, registrationAnswers } from '../../shared/starter/registration-answers.ts'
import { starterSeed } from '../../shared/starter/responses.ts'
import { isEarly, type RosterMember, randomFor, rosterOf } from '../../shared/starter/roster.ts'
import { studyCampaign, studyForm, studyingCells } from '../../shared/starter/study.ts'
import { studiesIn, studyAnswers } from '../../shared/starter/study-answers.ts'
import { memberAnswers, memberForm } from '../../shared/starter/survey.ts'
import { sealsAt } from '../../shared/survey/sealing.ts'
import {
  answerAs,
  closePeriod,
  type InvitedSurvey,
  inviteTo,
  isUnanswered,
  type SurveyDeps,
  storedCampaign,
  surveyDeps,
} from './starter-invited.ts'
import { reportScores, reportStudies } from './starter-member-reports.ts'
import { judge } from './starter-scores.ts'

/** Called after each piece of work with how far it is; whoever wants it to stop throws from it. */
type Step = (progress: DemoProgress) => Promise<void>

/** A survey whose months are filled in, in the order of time. */
export type NamedSurvey = {
  readonly make: (months: Months) => Campaign
  readonly form: FormVersion
  readonly cells: readonly Unit[]
  readonly answersIn: (member: RosterMember, month: PeriodId) => boolean
  /** `before`: the months before it, oldest first. */
  readonly answers: (
    member: RosterMember,
    month: PeriodId,
    before: readonly PeriodId[],
  ) => Readonly<Record<string, AnswerValue>>
  /** What is made of it once all is filled in. */
  readonly report: (deps: SurveyDeps, survey: Campaign, now: string) => Promise<void>
  /** What the cell gives for it; left out where nothing is scored. */
  readonly scores?: (member: RosterMember, month: PeriodId) => Readonly<Record<string, AnswerValue>>
}

export const registrationYear: NamedSurvey = {
  ...{ make: registrationCampaign, form: registrationForm, cells: registeringCells },
  ...{ answersIn: registersIn, answers: registrationAnswers, scores: cellScore },
  report: reportScores,
}

export const studyYear: NamedSurvey = {
  ...{ make: studyCampaign, form: studyForm, cells: studyingCells },
  ...{ answersIn: studiesIn, answers: studyAnswers, report: reportStudies },
}

export type Span = {
  /** The running one among them. */
  readonly months: number
  readonly surveys: readonly NamedSurvey[]
}

export const wholeYear: Span = { months: 12, surveys: [registrationYear, studyYear] }

/** Of the month before it, so many scores are confirmed; the others wait for the secretary. */
const confirmedSoFar = 0.6

type Prepared = { readonly named: readonly { readonly kind: NamedSurvey; readonly survey: InvitedSurvey }[] }

/** The named surveys with everybody invited: what can be tried at once. */
async function prepareNamed(deps: SurveyDeps, now: string, { months: count, surveys }: Span): Promise<Prepared> {
  const named = []
  for (const kind of surveys) {
    const published = await publishForm(deps.table, {
      ...{ organisationId: organisation.id, formId: kind.form.formId, form: kind.form.form, by: null, at: now },
    })
    if (!published.ok) throw new Error(`The starter's form ${kind.form.formId} was not published`)
    const months = monthsUntil(now, count)
    // Nobody has closed a month before it is filled in: what closed long ago would be released with nothing in it.
    const periods = months.periods.map((period, index) =>
      index < months.periods.length - 1 ? { ...period, closesAt: null } : period,
    )
    const members = kind.cells.flatMap(rosterOf)
    named.push({ kind, survey: await inviteTo(deps, kind.make({ ...months, periods }), members) })
  }
  return { named }
}

type MonthWork = {
  readonly month: CampaignPeriod
  readonly before: readonly PeriodId[]
  readonly isRunning: boolean
  /** The newest of those that are over. */
  readonly isLast: boolean
}

function monthsOf({ periods }: Campaign): MonthWork[] {
  return periods.map((month, index) => ({
    month,
    before: periods.slice(0, index).map(({ id }) => id),
    isRunning: index === periods.length - 1,
    isLast: index === periods.length - 2,
  }))
}

const memberOf = ({ invitation: { unitId, name = '' } }: StoredInvitation): RosterMember => ({ unitId, name })

/** Who answers in a month; of the running one those who have so far. */
function answering({ kind, survey }: Prepared['named'][number], { month, isRunning }: MonthWork): StoredInvitation[] {
  return survey.invitations.filter((one) => {
    const member = memberOf(one)
    return kind.answersIn(member, month.id) && (!isRunning || isEarly(member))
  })
}

/** A moment of the month: in its last days as a rule, and before now. ISO 8601, UTC. */
function momentIn(month: CampaignPeriod, end: string, { unitId, name }: RosterMember): string {
  const [from, to] = [Date.parse(month.opensAt), Date.parse(end)]
  const share = 0.7 + 0.29 * randomFor('moment', unitId, name, month.id)()
  return new Date(from + (to - from) * share).toISOString()
}

async function fillMonths(
  deps: SurveyDeps,
  one: Prepared['named'][number],
  now: string,
  step: () => Promise<void>,
): Promise<void> {
  const { kind, survey } = one
  const { schedule } = survey.campaign
  const closes = schedule ? periodsOf(schedule, organisation.timeZone) : undefined
  if (!closes?.ok) throw new Error(`The demo's survey ${survey.campaign.id} has no months`)
  for (const work of monthsOf(survey.campaign)) {
    const { month, before, isRunning, isLast } = work
    const closesAt = closes.value.find(({ id }) => id === month.id)?.closesAt ?? now
    const end = isRunning && now < closesAt ? now : closesAt
    const isOver = !isRunning && month.closesAt !== null
    for (const invited of answering(one, work)) {
      const member = memberOf(invited)
      if (!isOver && isUnanswered(invited, month))
        await answerAs(deps, survey, invited, {
          version: kind.form,
          answers: kind.answers(member, month.id, before),
          at: momentIn(month, end, member),
        })
      if (kind.scores && !isOver && !isRunning)
        await judge(deps, invited, {
          ...{ survey, version: kind.form, month, scores: kind.scores(member, month.id), at: end },
          isConfirmed: !isLast || randomFor('confirmed', member.unitId, member.name)() < confirmedSoFar,
        })
      await step()
    }
    if (!isRunning && !isOver) await closePeriod(deps.table, survey.campaign.id, month.id, closesAt)
  }
}

/** With the plans of what is reported of them. */
async function fillNamed(deps: SurveyDeps, { named }: Prepared, now: string, step: () => Promise<void>): Promise<void> {
  for (const one of named) {
    await fillMonths(deps, one, now, step)
    await one.kind.report(deps, await storedCampaign(deps.table, one.survey.campaign.id), now)
  }
}

/** The named surveys alone, at one go. `now`: the moment at which the span ends, ISO 8601, UTC. */
export async function loadNamed(deps: SurveyDeps, span: Span, now: string): Promise<void> {
  await fillNamed(deps, await prepareNamed(deps, now, span), now, async () => undefined)
}

const isDone = (answered: number, { answers }: { readonly answers: number }) => answered >= answers

/** The survey that is over: answered, closed, then sealed as a week after its close. */
async function finishSurvey(deps: SurveyDeps, now: string, step: () => Promise<void>): Promise<void> {
  const invitees = triedCells.flatMap(({ cell }) => Array.from({ length: cell.members }, () => ({ unitId: cell.id })))
  const survey = await inviteTo(deps, finishedSurvey(now), invitees)
  const [period] = survey.campaign.periods
  if (!period) throw new Error('The finished survey of the demo has no period')
  const closesAt = closeOf(period)
  const answers = memberAnswers(starterSeed + 1)
  for (const tried of triedCells) {
    const own = survey.invitations.filter(({ invitation }) => invitation.unitId === tried.cell.id)
    const waiting = own.filter((one) => isUnanswered(one, period))
    let answered = own.length - waiting.length
    for (let done = 0; done < answered; done += 1) await step()
    for (const one of waiting) {
      if (period.closesAt !== null || isDone(answered, tried)) break
      const at = momentIn(period, closesAt, { unitId: tried.cell.id, name: String(answered) })
      await answerAs(deps, survey, one, { version: memberForm, answers: answers(), at })
      answered += 1
      await step()
    }
  }
  await closePeriod(deps.table, survey.campaign.id, period.id, closesAt)
  const closed = await storedCampaign(deps.table, survey.campaign.id)
  const [last] = closed.periods
  const at = last && sealsAt(last)
  if (last && at) await sealPeriod({ ...deps, now: () => at }, closed, last)
}

const answersOfFinished = triedCells.reduce((sum, { answers }) => sum + answers, 0)

/** How many steps there are in all. */
function stepsOf({ named }: Prepared): number {
  const ofNamed = named.flatMap((one) => monthsOf(one.survey.campaign).map((work) => answering(one, work).length))
  return ofNamed.reduce((sum, count) => sum + count, answersOfFinished)
}

export type Year = {
  /** Loads what isn't loaded yet, and notes in the table how far it is. */
  readonly fill: (step: Step) => Promise<void>
}

/** How often it is written down how far it is, in steps. */
const notedEvery = 10

/** Whether nothing of it is left to be loaded. */
export async function isYearLoaded(table: Table): Promise<boolean> {
  const before = await findDemoProgress(table, organisation.id)
  return before !== undefined && before.done >= before.total
}

/**
 * Stores the named surveys and invites to them, so that their links can be tried; the rest is filled in by `fill`. `now`: the
 * moment at which the year ends, ISO 8601, UTC.
 */
export async function prepareYear(table: Table, settings: SecretSettings, span: Span, now: string): Promise<Year> {
  const deps = surveyDeps(table, settings)
  const prepared = await prepareNamed(deps, now, span)
  const total = stepsOf(prepared)
  return {
    fill: async (step) => {
      let done = 0
      const note = () => noteDemoProgress(table, organisation.id, { done, total })
      const each = async () => {
        done += 1
        if (done % notedEvery === 0) await note()
        await step({ done, total })
      }
      // From the beginning again, where it was stopped: what is there is passed over in no time.
      await note()
      await finishSurvey(deps, now, each)
      await fillNamed(deps, prepared, now, each)
      done = total
      await note()
    },
  }
}
