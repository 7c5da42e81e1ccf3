// The demo's content holds together, and its responses come to the published figures.

import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { sentStep } from '../../shared/response/step.ts'
import { Campaign } from '../campaign/campaign.ts'
import type { Answers } from '../form/answers.ts'
import { decimalText } from '../form/decimal.ts'
import { checkedAnswers } from '../form/draft-fixture.ts'
import { formItems } from '../form/form.ts'
import { choicesIn } from '../form/lists.ts'
import { formTitle } from '../form/texts.ts'
import type { PeriodId, ResponseId, UnitId } from '../ids.ts'
import { mayAt, Person } from '../organisation/access.ts'
import { Unit, unitTree } from '../organisation/unit.ts'
import { ReportPlan } from '../report/plan.ts'
import { canonicalContent, Submission } from '../response/submission.ts'
import { indicatorValue } from '../summary/indicator.ts'
import { mergeAll, type Summary, summarise } from '../summary/summary.ts'
import { cellCampaign, type StarterCampaign, starterCampaigns, starterPeriods, starterPlan } from './campaigns.ts'
import { starterForms } from './forms.ts'
import { blocId, cells, committees, named, units } from './organisation.ts'
import { inspectors, reporters, starterPeople } from './people.ts'
import { practiceCampaigns, practiceForms, practicePlans, practiceSubmissions } from './practices.ts'
import { starterSeed, starterSubmissions } from './responses.ts'

const [cellPart, committeePart] = starterCampaigns

const { complete, open } = starterPeriods
const tree = unitTree(units)

const checked = (part: StarterCampaign, submission: Submission) => checkedAnswers(part.form, submission.answers)

function sent(
  part: StarterCampaign,
  period: PeriodId,
  seed = starterSeed,
): { id: ResponseId; unit: UnitId; answers: Answers }[] {
  return starterSubmissions(seed)
    .map(({ submission }) => submission)
    .filter((one) => one.campaign === part.campaign.id && one.period === period)
    .map((one) => ({ id: one.id, unit: one.unit, answers: checked(part, one).answers }))
}

function summaryOf(part: StarterCampaign, period: PeriodId, seed = starterSeed, unit?: UnitId): Summary {
  const { indicators, countingRule, figures } = part.campaign
  const rules = { form: part.form, indicators, countingRule, figures }
  const buckets = sent(part, period, seed).filter((one) => unit === undefined || one.unit === unit)
  return mergeAll(
    buckets.map(({ id, answers }) =>
      summarise(rules, [
        { id, revision: 1, receivedAt: '2013-06-20T02:00:00Z', standing: 'on-time', step: sentStep, answers },
      ]),
    ),
  )
}

function value(part: StarterCampaign, summary: Summary, id: string): string | undefined {
  const indicator = part.campaign.indicators.find((one) => one.id === id)
  const tally = summary.tallies.get(id)
  if (!indicator || !tally) return undefined
  const shown = indicatorValue(indicator, tally)
  return shown && decimalText(shown)
}

describe('the content', () => {
  test('parses, and 47 cells stand under the 16 committees that carry no real name', () => {
    for (const unit of units) v.parse(Unit, unit)
    for (const { campaign } of starterCampaigns) v.parse(Campaign, campaign)
    for (const { campaign } of practiceCampaigns) v.parse(Campaign, campaign)
    for (const plan of [starterPlan, ...practicePlans]) v.parse(ReportPlan, plan)
    expect([units.length, committees.length, cells.length]).toEqual([68, 20, 47])
    const real: readonly (UnitId | null)[] = Object.values(named)
    expect(cells.filter((cell) => real.includes(cell.parentId))).toEqual([])
    expect(new Set(cells.map((cell) => cell.parentId)).size).toBe(16)
    expect(new Set(units.map(({ name }) => name)).size).toBe(68)
    expect(new Set(units.map(({ code }) => code)).size).toBe(68)
  })

  test('has every text in both languages', () => {
    for (const { form } of [...starterForms, ...practiceForms]) {
      expect(form.languages).toEqual(['Tiếng Việt (vi)', 'English (en)'])
      expect(formTitle(form, 'English (en)')).not.toBe(formTitle(form, 'Tiếng Việt (vi)'))
      const items = formItems(form).map(({ source }) => source)
      const choices = form.lists.flatMap((list) => list.choices)
      for (const { name, label, hint } of [...items, ...choices.map((choice) => ({ ...choice, hint: undefined }))])
        for (const texts of [label, hint ?? label]) expect(texts?.length, name).toBe(2)
    }
    for (const { campaign } of [...starterCampaigns, ...practiceCampaigns])
      for (const text of [campaign.title, ...campaign.indicators.flatMap((one) => [one.name, one.shortName])])
        expect(text.en, text.vi).toBeTruthy()
  })

  test('every indicator reads questions of its form, and choices they have', () => {
    for (const { campaign, form } of [...starterCampaigns, ...practiceCampaigns])
      for (const { measure } of campaign.indicators) {
        const names = measure.kind === 'ratio' ? [measure.numerator, measure.denominator] : [measure.question]
        for (const name of names) {
          const source = formItems(form.form).find(({ key }) => key === name)?.source
          expect(source?.type, name).toMatch(measure.kind === 'share' ? /^select_one$/ : /^(integer|decimal)$/)
          if (measure.kind === 'share')
            expect(choicesIn(form.form, source).map((choice) => choice.name)).toEqual(
              expect.arrayContaining(measure.choices),
            )
        }
      }
  })

  test('every cell has exactly one inspector, every committee exactly one reporter', () => {
    for (const { person } of starterPeople) v.parse(Person, person)
    expect(new Set(starterPeople.map(({ person }) => person.id)).size).toBe(starterPeople.length)
    expect(new Set(starterPeople.map(({ subject }) => subject)).size).toBe(starterPeople.length)
    for (const { id } of cells)
      expect(inspectors.filter(({ person }) => mayAt(person, tree, 'inspection.answer', id))).toHaveLength(1)
    for (const { id } of committees)
      expect(reporters.filter(({ person }) => mayAt(person, tree, 'unit-report.answer', id))).toHaveLength(1)
  })
})

describe('the responses', () => {
  const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 })

  test('come out the same from the same seed, and differently from another', () => {
    expect(starterSubmissions(7)).toEqual(starterSubmissions(7))
    expect(starterSubmissions(7)).not.toEqual(starterSubmissions(8))
  })

  test('are valid, small, once per unit and period, and sent by somebody who may', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const all = starterSubmissions(seed)
        expect(new Set(all.map(({ submission }) => submission.id)).size).toBe(all.length)
        const places = all.map(({ submission: { campaign, unit, period } }) => `${campaign} ${unit} ${period}`)
        expect(new Set(places).size).toBe(all.length)
        for (const { person, submission } of all) {
          const part = submission.campaign === cellCampaign.id ? cellPart : committeePart
          const { answers, faults } = checked(part, v.parse(Submission, submission))
          expect(faults).toEqual([])
          expect(Object.fromEntries(answers)).toEqual(submission.answers)
          const content = canonicalContent({ ...submission, answers: Object.fromEntries(answers) })
          expect(new TextEncoder().encode(content).length).toBeLessThan(1024)
          const sender = starterPeople.find((one) => one.person.id === person)
          const action = part === cellPart ? 'inspection.answer' : 'unit-report.answer'
          expect(sender && mayAt(sender.person, tree, action, submission.unit)).toBe(true)
        }
      }),
      { numRuns: 8 },
    )
  })

  test('of the other practices are valid, once per unit and period, and sent by somebody who may', () => {
    const all = practiceSubmissions()
    expect(all).toHaveLength(25)
    const places = all.map(({ submission: { campaign, unit, period } }) => `${campaign} ${unit} ${period}`)
    expect(new Set([...places, ...all.map(({ submission }) => submission.id)]).size).toBe(2 * all.length)
    for (const { person, submission } of all) {
      const part = practiceCampaigns.find(({ campaign }) => campaign.id === submission.campaign)
      if (!part) throw new Error(`No campaign ${submission.campaign}`)
      expect(part.units.map(({ unitId }) => unitId)).toContain(submission.unit)
      const { answers, faults } = checked(part, v.parse(Submission, submission))
      expect(faults).toEqual([])
      expect(Object.fromEntries(answers)).toEqual(submission.answers)
      const sender = starterPeople.find((one) => one.person.id === person)
      expect(sender && mayAt(sender.person, tree, 'unit-report.answer', submission.unit)).toBe(true)
    }
  })

  test('of the complete period come to the published figures, whatever the seed', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const cellsTotal = summaryOf(cellPart, complete, seed)
        expect(cellsTotal.responses).toBe(47)
        expect(value(cellPart, cellsTotal, 'attendance')).toBe('0.900')
        const attendance = cellsTotal.tallies.get('attendance')
        expect((attendance?.numerator.units ?? 0n) * 10n).toBe((attendance?.denominator.units ?? 1n) * 9n)
        expect(summaryOf(committeePart, complete, seed).responses).toBe(20)
        const published = Object.values(named).map((unit) => {
          const summary = summaryOf(committeePart, complete, seed, unit)
          return committeePart.campaign.indicators.map(({ id }) => value(committeePart, summary, id))
        })
        expect(published).toEqual([
          ['28', '15', '0.536', undefined, undefined, undefined, undefined, undefined],
          ['14', '8', '0.571', '14', '1.000', undefined, undefined, undefined],
          [undefined, '22', undefined, undefined, undefined, '6', undefined, undefined],
          [undefined, '15', undefined, undefined, undefined, '6', '15', '82'],
        ])
      }),
      { numRuns: 8 },
    )
  })

  test('of the complete period are spread as the published report says', () => {
    const surveyed = sent(cellPart, complete).map(({ answers }) => ({
      meetings: Number(answers.get('meetings')),
      themed: Number(answers.get('themed')),
      hours: Number(answers.get('hours')),
      spoke: Number(answers.get('spoke')) / Number(answers.get('present')),
    }))
    const count = (holds: (cell: (typeof surveyed)[number]) => boolean) => surveyed.filter(holds).length
    expect(count(({ meetings }) => meetings >= 11)).toBe(38)
    expect(count(({ meetings }) => meetings === 7 || meetings === 8)).toBe(9)
    expect(count(({ themed }) => themed >= 4)).toBe(17)
    expect(count(({ themed }) => themed <= 2)).toBe(25)
    expect(count(({ hours }) => hours >= 1.5 && hours <= 2)).toBe(30)
    expect(count(({ hours }) => hours > 2 && hours <= 3)).toBe(17)
    expect(count(({ spoke }) => spoke > 0.5)).toBeGreaterThan(23)
  })

  test('of the open period leave every inspector visits to make, and some committees without a gap', () => {
    const visited = new Set(sent(cellPart, open).map(({ unit }) => unit))
    expect(visited.size).toBe(30)
    for (const { person } of inspectors) {
      const own = cells.filter(({ id }) => mayAt(person, tree, 'inspection.answer', id))
      expect(
        own.some(({ id }) => !visited.has(id)),
        person.name,
      ).toBe(true)
      expect(
        own.some(({ id }) => visited.has(id)),
        person.name,
      ).toBe(true)
    }
    const left = committees.map(
      (one) => cells.filter((cell) => cell.parentId === one.id && !visited.has(cell.id)).length,
    )
    expect(left.filter((cellsLeft, index) => cellsLeft === 0 && index >= 4).length).toBeGreaterThan(2)
    const reported = sent(committeePart, open).map(({ unit }) => unit)
    expect(reported).toHaveLength(13)
    expect(reported).toEqual(expect.arrayContaining(Object.values(named)))
    expect(reported).not.toContain(blocId)
  })
})
