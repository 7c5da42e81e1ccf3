// Whoever reads the reports of a survey, of the whole and of every unit, learns no more than what was released: no group of too few
// answers, and no figure that isn't in the release.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { UnitId } from '../ids.ts'
import { reportSurveyEn } from '../messages/report-survey-en.ts'
import type { Branch } from '../survey/branch.ts'
import { ratesOf } from '../survey/rates.ts'
import { type Release, releaseOf, type ShowRule } from '../survey/results.ts'
import { computableGroups, type Given } from '../survey/results-attacker-fixture.ts'
import { branch, categories, counted, randomSurvey, threshold, times } from '../survey/results-fixture.ts'
import { linesOf, runsOf } from './cell-quality-fixture.ts'
import { readBack, surveyReport } from './survey-report-fixture.ts'

const seed = Number(process.env['SEED'] ?? 20_261_128)

/** The release of a survey in which some more were invited than answered, with its rates. */
function released(top: Branch, given: readonly Given[], show?: ShowRule, more = (at: number) => at % 4): Release {
  const all = counted(top, given)
  const invited = new Map(
    all.units.map(({ id }, at) => {
      const answered = given.filter(({ unit }) => unit === id).length
      return [id, { invited: answered + (answered === 0 ? 0 : more(at)), answered }] as const
    }),
  )
  const made = releaseOf({ ...all, rates: ratesOf(top, invited, true) }, show)
  return JSON.parse(JSON.stringify(made))
}

/** One report for each unit, that of the whole first. */
const reportsOf = (release: Release) => release.units.map(({ id }) => [id, surveyReport(release, id)] as const)

/** Every number that the release tells of a unit, and what one line of it comes to. */
function numbersOf(release: Release, unit: UnitId): Set<number> {
  const rates = release.rates.filter((one) => one.unit === unit)
  const answers = release.answers.filter((one) => one.unit === unit)
  const figures = release.questions.flatMap(({ figures: all, by }) => [
    ...all.filter((one) => one.unit === unit),
    ...by.flatMap(({ groups }) => groups.map(({ figure }) => figure).filter((one) => one.unit === unit)),
  ])
  return new Set([
    ...rates.flatMap(({ invited, answered }) => [invited, answered, invited - answered]),
    ...answers.map(({ n }) => n),
    ...figures.flatMap(({ n, counts }) => [n, ...counts]),
  ])
}

const attacked = ['sex', 'age', 'trust', 'why', 'meetings', 'note']

test(`the reports of all units together tell no group of too few answers (seed ${seed})`, () => {
  let [figures, groups, hidden, texts] = [0, 0, 0, 0]
  fc.assert(
    fc.property(randomSurvey, ({ top, given }) => {
      const release = released(top, given)
      const reports = reportsOf(release)
      const back = readBack(release, reports)
      for (const key of attacked.slice(0, -1))
        for (const knowsSizes of [false, true])
          expect(computableGroups(back.told, key, categories, given, knowsSizes), key).toEqual([])
      for (const [place, question] of back.told.questions.entries()) {
        const known = release.questions[place]
        // What is told is a part of the release, figure by figure.
        for (const { unit, n } of question.figures) {
          figures += 1
          expect(known?.figures.find((one) => one.unit === unit)?.n, `${question.key} ${unit}`).toBe(n)
        }
        for (const { breakdown, groups: told } of question.by)
          for (const { category, figure } of told) {
            groups += 1
            const own = known?.by.find((one) => one.breakdown === breakdown)?.groups
            const released = own?.find((one) => one.category === category && one.figure.unit === figure.unit)
            expect(released?.figure.n, `${question.key} ${category}`).toBe(figure.n)
            if (question.kind !== 'number') expect(released?.figure.counts).toEqual(figure.counts)
          }
      }
      for (const [place, own] of back.texts.get('note') ?? []) {
        const written = own.map((line) => Number(/\((\d+)\stimes\)$/.exec(line)?.[1] ?? 1)).reduce((a, b) => a + b, 0)
        const told = release.questions.find(({ key }) => key === 'note')?.figures.find(({ unit }) => unit === place)
        texts += written
        expect(written, place).toBe(told?.texts?.length)
      }
      for (const [unit, document] of reports) {
        hidden += JSON.stringify(document).split(reportSurveyEn.notTold).length - 1
        for (const { source, text } of runsOf(document)) {
          if (!source) continue
          expect(source.released, text).toBe(true)
          const told = numbersOf(release, source.unit)
          expect(told.has(source.responses), `${unit}: ${text} rests on ${source.responses}`).toBe(true)
        }
      }
    }),
    { seed, numRuns: 20 },
  )
  // Each happened often: the property was not held by showing nothing.
  expect(figures).toBeGreaterThan(100)
  expect(groups).toBeGreaterThan(30)
  expect(hidden).toBeGreaterThan(100)
  expect(texts).toBeGreaterThan(50)
})

test('the same reader does learn a small group from reports of a release with the threshold alone', () => {
  const top = branch('a', branch('b'), branch('c'), branch('d'))
  const given = [
    ...times('b', 4, { trust: 'yes' }),
    ...times('c', 6, { trust: 'no' }),
    ...times('d', 9, { trust: 'yes' }),
  ]
  const naive = released(top, given, threshold)
  expect(computableGroups(readBack(naive, reportsOf(naive)).told, 'trust', categories, given)).toContain('b and below')
  const safe = released(top, given)
  expect(computableGroups(readBack(safe, reportsOf(safe)).told, 'trust', categories, given)).toEqual([])
})

test('a unit that is hidden has a report that says so, and not one figure', () => {
  const top = branch('a', branch('b'), branch('c'))
  const given = [...times('b', 4, { trust: 'yes', note: 'x' }), ...times('c', 12, { trust: 'no', note: 'y' })]
  const release = released(top, given, undefined, () => 0)
  const [, hidden] = reportsOf(release)
  if (!hidden) throw new Error('A report for each unit')
  const [unit, document] = hidden
  expect(unit).toBe('b')
  expect(runsOf(document).filter(({ source }) => source)).toEqual([])
  expect(linesOf(document)).toContain(reportSurveyEn.hiddenQuestion('Trust'))
  expect(JSON.stringify(document)).not.toContain('"responses"')
})

test('what all chose in a shown unit is told as on the page of results; targets are judged by what was told', () => {
  const top = branch('a', branch('b'), branch('c'))
  const given = [...times('b', 6, { trust: 'yes' }), ...times('c', 8, { trust: 'no' })]
  const [whole, b] = reportsOf(released(top, given)).map(([, document]) => linesOf(document))
  expect(whole).toContain('Trusting | ≥\u00a050% | 42.9% | Not met | 1 of 2')
  expect(b).toContain('Trusting | ≥\u00a050% | 100% | Met | ')
})
