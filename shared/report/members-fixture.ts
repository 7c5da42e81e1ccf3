// For tests: the reports of the demo on scores and on study sessions, composed from the answers that its members give in some
// months, without a table.

import * as v from 'valibot'
import { type Campaign, enterUnit } from '../campaign/campaign.ts'
import type { AnswerRound, Answers, AnswerValue } from '../form/answers.ts'
import { checkedAnswers } from '../form/draft-fixture.ts'
import type { FormVersion } from '../form/form.ts'
import { asId, PeriodId, ReportId, ResponseId, type UnitId } from '../ids.ts'
import type { Language } from '../language.ts'
import { type Unit, unitTree } from '../organisation/unit.ts'
import { sentStep } from '../response/step.ts'
import { helperSectionPlan } from '../starter/helper-section.ts'
import { monthsUntil } from '../starter/months.ts'
import { units as starterUnits } from '../starter/organisation.ts'
import { registeringCells, registrationCampaign, registrationForm } from '../starter/registration.ts'
import { cellScore, registersIn, registrationAnswers } from '../starter/registration-answers.ts'
import { type RosterMember, rosterOf } from '../starter/roster.ts'
import { studyCampaign, studyForm, studyingCells } from '../starter/study.ts'
import { studiesIn, studyAnswers } from '../starter/study-answers.ts'
import { studyPlanAnswers, studyPlanCampaign } from '../starter/study-plan.ts'
import { summarise } from '../summary/summary.ts'
import { branchOf } from '../survey/branch.ts'
import { ratesOf } from '../survey/rates.ts'
import { releaseOf } from '../survey/results.ts'
import { emptyTally, surveyQuestions, tallyAnswers } from '../survey/tally.ts'
import { factsOf } from './cell-quality-fixture.ts'
import { bestChoice, leastTimes } from './commended.ts'
import { compose } from './compose.ts'
import { ReportDocument } from './document.ts'
import type { Commendation, Commended, ReportInput, RoleFacts, ToldPart } from './input.ts'
import { needsOf } from './needs.ts'
import type { PresetId } from './preset-id.ts'
import type { BlockOf, ReportTemplate } from './template.ts'
import { criteriaScoring } from './templates/criteria-scoring.ts'
import { studyFollowUp } from './templates/study-follow-up.ts'

const memberMonths = monthsUntil('2026-11-28T06:00:00.000Z', 12)
const ids = memberMonths.periods.map(({ id }) => id)
const tree = unitTree(starterUnits)

/** What a member sent in a month, and what the cell made of it. */
export type GivenInMonth = { readonly unit: UnitId; readonly member: string; readonly answers: Answers }

type Asked = {
  readonly form: FormVersion
  readonly cells: readonly Unit[]
  readonly answersIn: (member: RosterMember, month: PeriodId) => boolean
  readonly answers: (member: RosterMember, month: PeriodId) => Readonly<Record<string, AnswerValue>>
}

const registering: Asked = {
  ...{ form: registrationForm, cells: registeringCells, answersIn: registersIn },
  answers: (member, month) => ({
    ...registrationAnswers(member, month, ids.slice(0, ids.indexOf(month))),
    ...cellScore(member, month),
  }),
}
const studying: Asked = { form: studyForm, cells: studyingCells, answersIn: studiesIn, answers: studyAnswers }

/** Read once: checking a form's answers takes most of the time of these tests. */
const read = new Map<string, GivenInMonth[]>()

function givenIn(asked: Asked, months: readonly PeriodId[]): GivenInMonth[] {
  const key = `${asked.form.formId} ${months.join()}`
  const given = read.get(key) ?? checkedIn(asked, months)
  read.set(key, given)
  return given
}

const checkedIn = ({ form, cells, answersIn, answers }: Asked, months: readonly PeriodId[]): GivenInMonth[] =>
  months.flatMap((month) =>
    cells
      .flatMap(rosterOf)
      .filter((member) => answersIn(member, month))
      .map((member) => ({
        unit: member.unitId,
        member: member.name,
        answers: checkedAnswers(form, answers(member, month)).answers,
      })),
  )

export const registrationsIn = (months: readonly PeriodId[]): GivenInMonth[] => givenIn(registering, months)
export const studiesGivenIn = (months: readonly PeriodId[]): GivenInMonth[] => givenIn(studying, months)

const responseId = (index: number) => asId(ResponseId, `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`)

/** A named survey's role: all that was sent counts, as where everything is confirmed. */
function roleFacts(
  campaign: Campaign,
  asked: Asked,
  months: readonly PeriodId[],
  given: readonly GivenInMonth[],
): RoleFacts {
  const { form, cells } = asked
  const rules = {
    form,
    indicators: campaign.indicators,
    countingRule: campaign.countingRule,
    figures: 'submitted' as const,
  }
  const questions = surveyQuestions(form, campaign.survey?.breakdowns ?? [])
  const places = new Map<UnitId, ReturnType<typeof emptyTally>>()
  for (const { unit, answers } of given) {
    const tally = places.get(unit) ?? emptyTally()
    places.set(unit, tally)
    tallyAnswers(tally, questions, answers)
  }
  const top = branchOf(tree, campaign.unitId, new Set(cells.map(({ id }) => id)))
  const own = (id: UnitId) => given.filter(({ unit }) => unit === id)
  const invited = new Map(
    cells.map(({ id, members }) => [id, { invited: members * months.length, answered: own(id).length }] as const),
  )
  const period = months.at(-1)
  if (!period) throw new Error('A report is of a month at least')
  const units = [...tree.units.values()].filter(({ id }) => JSON.stringify(top).includes(id))
  const figures = releaseOf({
    ...{ campaign: campaign.id, period, way: 'named', form: campaign.form, top, survey: questions, places },
    units: units.map(({ id, name, parentId }) => ({ id, name, parent: id === top.id ? null : parentId })),
    rates: ratesOf(top, invited, false),
  })
  const told: ToldPart = { figures, periods: months }
  const [commending] = needsOf(criteriaScoring).get('members')?.commended ?? []
  return {
    campaign,
    form,
    units: cells.map(({ id, members }) => enterUnit(id, members)),
    summaries: new Map(
      cells.map(({ id }) => [
        id,
        summarise(
          rules,
          own(id).map(({ answers }, index) => ({
            ...{ id: responseId(index), revision: 1, receivedAt: '2026-07-01T00:00:00Z', standing: 'on-time' as const },
            ...{ step: sentStep, answers },
          })),
        ),
      ]),
    ),
    survey: { told: [told], untold: [] },
    ...(campaign.survey?.scoring !== undefined && {
      scores: new Map(
        cells.map(({ id }) => [id, { sent: own(id).length, scored: own(id).length, confirmed: own(id).length }]),
      ),
      commended: new Map(commending ? [[commending, commendedOf(form, months.length, commending, given)]] : []),
    }),
  }
}

function commendedOf(
  form: FormVersion,
  months: number,
  { question, as }: BlockOf<'commendation'>,
  given: readonly GivenInMonth[],
): Commendation {
  const least = leastTimes(as, months)
  const best = bestChoice(form, question)
  const times = new Map<string, Commended>()
  for (const { unit, member, answers } of given) {
    if (answers.get(question) !== best) continue
    const key = `${unit} ${member}`
    times.set(key, { unitId: unit, name: member, times: (times.get(key)?.times ?? 0) + 1 })
  }
  return { least, people: [...times.values()].filter((one) => one.times >= least) }
}

/** In which office style and language. */
export type Look = { readonly language?: Language; readonly preset?: PresetId }

const monthsIn = (from: string, to: string): PeriodId[] => ids.filter((id) => id >= from && id <= to)

/** Six months that are over, and three. */
export const half = { id: asId(PeriodId, '2026-H1'), months: monthsIn('2026-01', '2026-06') }
export const quarter = { id: asId(PeriodId, '2026-Q3'), months: monthsIn('2026-07', '2026-09') }

function composed(
  template: ReportTemplate,
  { period, unitId, facts }: Pick<ReportInput, 'period' | 'facts'> & { readonly unitId: UnitId },
  { language = 'vi', preset = 'party-2018' }: Look,
): ReportDocument {
  return v.parse(
    ReportDocument,
    compose({
      id: asId(ReportId, 'report-1'),
      plan: { ...helperSectionPlan, template: template.id, unitId, language, preset },
      ...{ template, period, tree, facts },
      asOf: '2026-11-28T06:00:00.000Z',
      timeZone: 'Asia/Ho_Chi_Minh',
      publicUrl: 'https://phieu.example.org',
    }),
  )
}

/** Half a year of registrations and scores. */
export function scoringReport(look: Look = {}): ReportDocument {
  const campaign = registrationCampaign(memberMonths)
  const members = roleFacts(campaign, registering, half.months, registrationsIn(half.months))
  return composed(criteriaScoring, { period: half.id, unitId: campaign.unitId, facts: { members } }, look)
}

/** A quarter of study sessions, with the action plans. */
export function studyReport(look: Look = {}): ReportDocument {
  const campaign = studyCampaign(memberMonths)
  const part = studyPlanCampaign(memberMonths)
  if (!part) throw new Error('The months hold a quarter')
  const study = roleFacts(campaign, studying, quarter.months, studiesGivenIn(quarter.months))
  const reports = part.units.map(({ unitId }) => ({
    unit: unitId,
    answers: checkedAnswers(part.form, studyPlanAnswers(unitId, quarter.id)).answers,
  }))
  const plan: RoleFacts = {
    ...factsOf(
      part,
      part.units.map(({ unitId }) => unitId),
      reports,
    ),
    broken: [],
    rounds: new Map([
      ['areas', reports.map(({ unit, answers }) => ({ unitId: unit, rounds: roundsOf(answers.get('areas')) }))],
    ]),
  }
  return composed(studyFollowUp, { period: quarter.id, unitId: campaign.unitId, facts: { study, plan } }, look)
}

const roundsOf = (value: AnswerValue | undefined): AnswerRound[] =>
  Array.isArray(value) ? value.filter((one: string | AnswerRound) => typeof one === 'object') : []
