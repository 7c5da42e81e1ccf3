import fc from 'fast-check'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { leastAnswers } from '../disclosure/shown-units.ts'
import { classEdges } from './classes.ts'
import { Release, releaseOf } from './results.ts'
import { computableGroups } from './results-attacker-fixture.ts'
import {
  answers,
  branch,
  categories,
  counted,
  randomSurvey,
  surveyedForm,
  threshold,
  times,
} from './results-fixture.ts'
import { surveyQuestions } from './tally.ts'

const questionIn = (release: Release, key: string) => {
  const found = release.questions.find((one) => one.key === key)
  if (!found) throw new Error(`No question ${key}`)
  return found
}

test('figures are those of a unit and all below it; too small ones are missing, and what would give them away', () => {
  const top = branch('a', branch('b'), branch('c'), branch('d'))
  const given = [
    ...times('b', 4, { trust: 'yes' }),
    ...times('c', 6, { trust: 'no', wish: ['yes', 'no'] }),
    ...times('d', 9, { trust: 'yes', meetings: 3 }),
  ]
  const release = releaseOf(counted(top, given))
  expect(v.parse(Release, JSON.parse(JSON.stringify(release)))).toEqual(release)
  expect(release.answers).toEqual([
    { unit: 'a', n: 19 },
    { unit: 'd', n: 9 },
  ])
  const trust = questionIn(release, 'trust')
  expect([trust.options, trust.figures]).toEqual([
    ['yes', 'no'],
    [
      { unit: 'a', n: 19, counts: [13, 6] },
      { unit: 'd', n: 9, counts: [9, 0] },
    ],
  ])
  // Many choices of one person are one answer.
  expect(questionIn(release, 'wish').figures).toEqual([{ unit: 'a', n: 6, counts: [6, 6] }])
  expect(questionIn(release, 'meetings').figures.map(({ n, sum }) => [n, sum])).toEqual([
    [9, '27'],
    [9, '27'],
  ])
})

test('a break-down shows its groups only where each is large enough, its own figures too', () => {
  const top = branch('a', branch('b'), branch('c'))
  const given = [
    ...times('b', 8, { sex: 'f', trust: 'yes' }),
    ...times('b', 3, { sex: 'm', trust: 'no' }),
    ...times('c', 7, { sex: 'f', trust: 'yes' }),
    ...times('c', 6, { sex: 'm', trust: 'no' }),
  ]
  const release = releaseOf(counted(top, given))
  expect(questionIn(release, 'trust').figures.map(({ unit }) => unit)).toEqual(['a', 'b', 'c'])
  expect(questionIn(release, 'sex').figures).toEqual([{ unit: 'a', n: 24, counts: [15, 9] }])
  const by = questionIn(release, 'trust').by.find(({ breakdown }) => breakdown === 'sex')
  expect(by?.groups.map(({ category, figure }) => [category, figure.unit, figure.counts])).toEqual([
    ['f', 'a', [15, 0]],
    ['m', 'a', [0, 9]],
  ])
  expect(questionIn(release, 'sex').by).toEqual([])
})

test('texts stand once, in the order of the alphabet, and never fewer than five together', () => {
  const note = (unit: string, texts: readonly string[]) =>
    texts.map((text) => ({ unit, answers: answers({ note: text }) }))
  const top = branch('a', branch('b'), branch('c'))
  const given = [
    ...note('b', ['e', 'd', 'c', 'b', 'a']),
    ...note('c', ['z', 'y']),
    ...note('a', ['k', 'l', 'm']),
    ...times('c', 6, { trust: 'yes' }),
    ...times('a', 6, { trust: 'yes' }),
  ]
  const { figures } = questionIn(releaseOf(counted(top, given)), 'note')
  expect(figures).toEqual([
    { unit: 'a', n: 10, counts: [], texts: ['k', 'l', 'm', 'y', 'z'] },
    { unit: 'b', n: 5, counts: [], texts: ['a', 'b', 'c', 'd', 'e'] },
  ])
})

test('a break-down that is not asked of everybody breaks nothing down', () => {
  expect(surveyQuestions(surveyedForm, ['sex', 'why', 'meetings', 'nothing']).breakdowns).toEqual(['sex'])
})

test.each([
  [[1, 2, 3, 4], []],
  [[3, 3, 3, 3, 3, 3, 3, 3, 3, 3], []],
  [[0, 1, 1, 2, 2, 3, 3, 4, 4, 9_000], [3]],
  [[...Array(20).keys()], [6, 8, 10, 12, 14]],
])('classes of %j', (values, expected) => {
  const of = new Map<string, number>()
  for (const value of values) of.set(String(value), (of.get(String(value)) ?? 0) + 1)
  const edges = classEdges(of)
  expect(edges).toEqual(expected)
  // Whatever they are: nobody stands at an end with fewer than four others.
  const [first, last] = [edges[0], edges.at(-1)]
  if (first === undefined || last === undefined) return
  expect(values.filter((value) => value < first).length).toBeGreaterThanOrEqual(leastAnswers)
  expect(values.filter((value) => value >= last).length).toBeGreaterThanOrEqual(leastAnswers)
})

test('a scale that the form bounds is counted value by value', () => {
  const release = releaseOf(counted(branch('a'), times('a', 6, { mark: 5 })))
  expect(questionIn(release, 'mark')).toMatchObject({
    options: ['2', '3', '4', '5'],
    isScale: true,
    figures: [{ n: 6, counts: [0, 0, 0, 0, 6], sum: '30' }],
  })
})

const seed = Number(process.env['SEED'] ?? 20_261_128)

const attacked = ['sex', 'age', 'trust', 'why', 'meetings', 'note']

test(`whoever holds a release computes no group of too few answers (seed ${seed})`, () => {
  let [figures, hidden, broken] = [0, 0, 0]
  fc.assert(
    fc.property(randomSurvey, ({ top, given }) => {
      const release: Release = JSON.parse(JSON.stringify(releaseOf(counted(top, given))))
      for (const key of attacked)
        for (const knowsSizes of [false, true])
          expect(computableGroups(release, key, categories, given, knowsSizes), key).toEqual([])
      for (const { key, figures: shown, by } of release.questions) {
        for (const { texts } of shown)
          if (texts && texts.length > 0) expect(texts.length, key).toBeGreaterThanOrEqual(leastAnswers)
        figures += shown.length
        hidden += release.units.length - shown.length
        broken += by.reduce((sum, { groups }) => sum + groups.length, 0)
      }
      // In whatever order they came: nothing of it is in the release.
      expect(releaseOf(counted(top, given.toReversed()))).toEqual(release)
    }),
    { seed, numRuns: 60 },
  )
  // Each happened often: the property was not held by showing nothing.
  expect(figures).toBeGreaterThan(200)
  expect(hidden).toBeGreaterThan(200)
  expect(broken).toBeGreaterThan(100)
})

test(`the attacker does succeed on a release with the threshold alone (seed ${seed})`, () => {
  const top = branch('a', branch('b'), branch('c'), branch('d'))
  const given = [
    ...times('b', 4, { trust: 'yes' }),
    ...times('c', 6, { trust: 'no' }),
    ...times('d', 9, { trust: 'yes' }),
  ]
  const naive = releaseOf(counted(top, given), threshold)
  expect(computableGroups(naive, 'trust', categories, given)).toContain('b and below')
  const found = fc
    .sample(randomSurvey, { seed, numRuns: 40 })
    .filter(
      (one) =>
        computableGroups(releaseOf(counted(one.top, one.given), threshold), 'trust', categories, one.given).length > 0,
    )
  expect(found.length).toBeGreaterThan(5)
})
