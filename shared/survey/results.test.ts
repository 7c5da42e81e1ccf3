import fc from 'fast-check'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { formVersion } from '../../test/support/forms.ts'
import { leastAnswers } from '../disclosure/shown-units.ts'
import type { Answers, AnswerValue } from '../form/answers.ts'
import { asId, CampaignId, PeriodId, UnitId } from '../ids.ts'
import type { Branch } from './branch.ts'
import { classEdges } from './classes.ts'
import { type CountedSurvey, Release, releaseOf, type ShowRule } from './results.ts'
import { computableGroups, type Given } from './results-attacker-fixture.ts'
import { emptyTally, surveyQuestions, tallyAnswers } from './tally.ts'

const version = formVersion('cell-form', {
  survey: `
    type | name | label | relevant | parameters
    select_one sex | sex | Sex | |
    select_one age | age | Age | |
    select_one five | trust | Trust | |
    select_multiple five | wish | Wish | |
    select_one five | why | Why | \${trust} = 'no' |
    integer | meetings | Meetings | |
    range | mark | Mark | | start=1 end=5 step=1
    text | note | Note | |`,
  choices: `
    list_name | name | label
    sex | f | F
    sex | m | M
    age | y | Y
    age | o | O
    five | yes | Yes
    five | no | No`,
  settings: `
    form_title | default_language
    Survey | English (en)`,
})
const survey = surveyQuestions(version, ['sex', 'age'])
const categories = { sex: ['f', 'm', ''], age: ['y', 'o', ''] }

const unitId = (name: string) => asId(UnitId, name)
const branch = (id: string, ...children: Branch[]): Branch => ({ id: unitId(id), children })
const unitsOf = ({ id, children }: Branch, parent: UnitId | null = null): Release['units'] => [
  { id, name: id, parent },
  ...children.flatMap((child) => unitsOf(child, id)),
]

function counted(top: Branch, given: readonly Given[], asked = survey): CountedSurvey {
  const places = new Map<UnitId, ReturnType<typeof emptyTally>>()
  for (const { unit, answers } of given) {
    const tally = places.get(unitId(unit)) ?? emptyTally()
    places.set(unitId(unit), tally)
    tallyAnswers(tally, asked, answers)
  }
  return {
    campaign: asId(CampaignId, 'survey'),
    period: asId(PeriodId, '2013-H1'),
    way: 'anonymous',
    form: { formId: version.formId, version: 1 },
    units: unitsOf(top),
    rates: [],
    ...{ top, survey: asked, places },
  }
}

const answers = (values: Record<string, AnswerValue>): Answers => new Map(Object.entries(values))
const times = (unit: string, count: number, values: Record<string, AnswerValue>): Given[] =>
  Array.from({ length: count }, () => ({ unit, answers: answers(values) }))
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
  expect(surveyQuestions(version, ['sex', 'why', 'meetings', 'nothing']).breakdowns).toEqual(['sex'])
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

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 5 })
const randomAnswers = fc
  .record({
    sex: maybe(fc.constantFrom('f', 'f', 'f', 'm')),
    age: maybe(fc.constantFrom('y', 'o')),
    trust: maybe(fc.constantFrom('yes', 'no')),
    meetings: maybe(fc.integer({ min: 0, max: 30 })),
    note: maybe(fc.string({ minLength: 1, maxLength: 4 })),
  })
  .map((values): Answers => {
    const given = new Map<string, AnswerValue>()
    for (const [name, value] of Object.entries(values)) if (value !== undefined) given.set(name, value)
    // The form asks it of those alone who answered so.
    if (values.trust === 'no') given.set('why', 'yes')
    return given
  })

const randomSurvey = fc
  .array(fc.tuple(fc.nat(), fc.oneof(fc.constant(0), fc.constant(8), fc.nat(45))), { minLength: 1, maxLength: 8 })
  .chain((rows) =>
    fc.tuple(
      fc.constant(rows.map(([parent], index) => (index === 0 ? -1 : parent % index))),
      fc.tuple(
        ...rows.map(([, count]) => fc.array(randomAnswers, { minLength: count, maxLength: count, size: 'max' })),
      ),
    ),
  )
  .map(([parents, answersByUnit]) => {
    const at = (index: number): Branch =>
      branch(`u${index}`, ...parents.flatMap((parent, child) => (parent === index ? [at(child)] : [])))
    const given = answersByUnit.flatMap((list, index) => list.map((one) => ({ unit: `u${index}`, answers: one })))
    return { top: at(0), given }
  })

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

/** Only the threshold: what complementary suppression is there against. */
const threshold: ShowRule = (top, allowed = () => true) => {
  const shown = new Set<UnitId>()
  const add = (a: readonly number[], b: readonly number[]) => a.map((count, index) => count + (b[index] ?? 0))
  const walk = (unit: typeof top): readonly number[] => {
    const all = unit.children.map(walk).reduce(add, unit.own)
    const isFit = all.every((count) => count === 0 || count >= leastAnswers) && all.some((count) => count > 0)
    if (isFit && allowed(unit.id)) shown.add(unit.id)
    return all
  }
  walk(top)
  return shown
}

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
