// For tests of what a survey tells: a form, answers to it in a tree of units, and random ones.

import fc from 'fast-check'
import { formVersion } from '../../test/support/forms.ts'
import { leastAnswers } from '../disclosure/shown-units.ts'
import type { Answers, AnswerValue } from '../form/answers.ts'
import { asId, CampaignId, PeriodId, UnitId } from '../ids.ts'
import type { Branch } from './branch.ts'
import type { CountedSurvey, Release, ShowRule } from './results.ts'
import type { Given } from './results-attacker-fixture.ts'
import { emptyTally, surveyQuestions, tallyAnswers } from './tally.ts'

export const surveyedForm = formVersion('cell-form', {
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
const survey = surveyQuestions(surveyedForm, ['sex', 'age'])
export const categories = { sex: ['f', 'm', ''], age: ['y', 'o', ''] }

const unitId = (name: string) => asId(UnitId, name)
export const branch = (id: string, ...children: Branch[]): Branch => ({ id: unitId(id), children })
const unitsOf = ({ id, children }: Branch, parent: UnitId | null = null): Release['units'] => [
  { id, name: id, parent },
  ...children.flatMap((child) => unitsOf(child, id)),
]

export function counted(top: Branch, given: readonly Given[], asked = survey): CountedSurvey {
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
    form: { formId: surveyedForm.formId, version: 1 },
    units: unitsOf(top),
    rates: [],
    ...{ top, survey: asked, places },
  }
}

export const answers = (values: Record<string, AnswerValue>): Answers => new Map(Object.entries(values))
export const times = (unit: string, count: number, values: Record<string, AnswerValue>): Given[] =>
  Array.from({ length: count }, () => ({ unit, answers: answers(values) }))
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

export const randomSurvey = fc
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

/** Only the threshold: what complementary suppression is there against. */
export const threshold: ShowRule = (top, allowed = () => true) => {
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
