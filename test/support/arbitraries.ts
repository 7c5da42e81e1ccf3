// Random forms, answers and responses for property tests. Names are the nasty ones: JavaScript's own.

import fc from 'fast-check'
import type { AnswerValue } from '../../shared/form/answers.ts'
import { type Decimal, decimalText } from '../../shared/form/decimal.ts'
import type { CountedResponse, Counting } from '../../shared/response/counted.ts'
import { type Step, sentStep } from '../../shared/response/step.ts'
import type { SummaryRules } from '../../shared/summary/summary.ts'
import { formVersion } from './forms.ts'
import { aCampaign, formSheets, responseId, unitId } from './scenario.ts'

export const decimals: fc.Arbitrary<Decimal> = fc.record({
  units: fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
  scale: fc.integer({ min: 0, max: 9 }),
})

const decimalTexts = fc
  .record({ units: fc.bigInt({ min: 0n, max: 240n }), scale: fc.integer({ min: 1, max: 2 }) })
  .map(decimalText)

/** Rules over a form one of whose questions is called "constructor" and another "__proto__". */
export const nastyRules: SummaryRules = {
  countingRule: 'many',
  figures: 'submitted',
  form: formVersion('nasty', {
    ...formSheets,
    survey: `${formSheets.survey}
      integer | constructor | constructor | | | |
      select_one nasty | __proto__ | __proto__ | | | |`,
    choices: `${formSheets.choices}
      nasty | toString | a |
      nasty | __proto__ | b |`,
  }),
  indicators: [
    ...aCampaign().indicators,
    {
      id: '__proto__',
      name: { vi: 'Tỷ lệ' },
      shortName: { vi: 'Tỷ lệ' },
      measure: { kind: 'ratio', numerator: 'hours', denominator: 'constructor' },
      format: 'percent',
      decimals: 1,
    },
  ],
}

const answers: fc.Arbitrary<ReadonlyMap<string, AnswerValue>> = fc
  .record({
    meetings: fc.option(fc.integer({ min: 0, max: 60 })),
    hours: fc.option(decimalTexts),
    minutes: fc.option(fc.constantFrom('yes', 'no')),
    made: fc.option(fc.integer({ min: -5, max: 5 })),
    proto: fc.option(fc.constantFrom('toString', '__proto__')),
  })
  .map(({ meetings, hours, minutes, made, proto }) => {
    const given: [string, AnswerValue | null][] = [
      ['meetings', meetings],
      ['hours', hours],
      ['minutes', minutes],
      ['constructor', made],
      ['__proto__', proto],
    ]
    return new Map(given.flatMap(([name, value]): [string, AnswerValue][] => (value === null ? [] : [[name, value]])))
  })

const reason = fc.constantFrom('Thiếu số liệu', 'Nhầm đơn vị')
const withdrawn: fc.Arbitrary<Step> = fc.record({ kind: fc.constant('withdrawn'), reason })
const acceptedOrNot = { isFinal: fc.boolean() }

/** Every step that leaves a response standing. */
const steps: fc.Arbitrary<Step> = fc.oneof(
  fc.constant(sentStep),
  fc.constant<Step>({ kind: 'entered', onBehalfOf: 'Chi bộ' }),
  fc.record({ kind: fc.constant('accepted'), at: fc.constantFrom('river', 'bloc').map(unitId), ...acceptedOrNot }),
  fc.record({ kind: fc.constant('returned'), at: fc.constantFrom('river', 'bloc').map(unitId), reason }),
  fc.record({ kind: fc.constant('scored'), at: fc.constantFrom('river', 'bloc').map(unitId) }),
  fc.record({ kind: fc.constant('corrected'), reason, ...acceptedOrNot }),
  fc.record({ kind: fc.constant('not-possible'), reason }),
  fc.record({ kind: fc.constant('released') }),
  fc.record({ kind: fc.constant('released'), notPossible: reason }),
)

/** Standings with the steps they come with. */
const standingAndStep: fc.Arbitrary<Pick<CountedResponse, 'standing' | 'step'>> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ standing: fc.constant('on-time'), step: steps }) },
  { weight: 2, arbitrary: fc.record({ standing: fc.constant('late'), step: steps }) },
  fc.record({ standing: fc.constant('quarantined'), step: fc.oneof(fc.constant(sentStep), withdrawn) }),
  fc.record({ standing: fc.constant('withdrawn'), step: withdrawn }),
)

export const countings: fc.Arbitrary<Counting> = fc.record({
  countingRule: fc.constantFrom('one-per-unit', 'many'),
  figures: fc.constantFrom('submitted', 'accepted'),
})

/** Stored revisions of up to 30 responses, after every step there is, late or in quarantine; never two alike. */
export const storedRevisions: fc.Arbitrary<CountedResponse[]> = fc.uniqueArray(
  fc
    .record({
      id: fc.integer({ min: 1, max: 30 }).map(responseId),
      revision: fc.integer({ min: 1, max: 4 }),
      receivedAt: fc.integer({ min: 1, max: 28 }).map((day) => `2013-02-${String(day).padStart(2, '0')}T00:00:00.000Z`),
      answers,
      place: standingAndStep,
    })
    .map(({ place, ...revision }) => ({ ...revision, ...place })),
  { maxLength: 40, selector: ({ id, revision }) => `${id}#${revision}` },
)
