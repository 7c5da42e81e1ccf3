// Random forms, answers and responses for property tests. Names are the nasty ones: JavaScript's own.

import fc from 'fast-check'
import type { AnswerValue } from '../../shared/form/answers.ts'
import { type Decimal, decimalText } from '../../shared/form/decimal.ts'
import type { CountedResponse } from '../../shared/response/counted.ts'
import { sentStep } from '../../shared/response/step.ts'
import type { SummaryRules } from '../../shared/summary/summary.ts'
import { formVersion } from './forms.ts'
import { aCampaign, formSheets, responseId } from './scenario.ts'

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

/** Stored revisions of up to 30 responses, some corrected, withdrawn, late or in quarantine; never two alike. */
export const storedRevisions: fc.Arbitrary<CountedResponse[]> = fc.uniqueArray(
  fc.record({
    id: fc.integer({ min: 1, max: 30 }).map(responseId),
    revision: fc.integer({ min: 1, max: 3 }),
    receivedAt: fc.integer({ min: 1, max: 28 }).map((day) => `2013-02-${String(day).padStart(2, '0')}T00:00:00.000Z`),
    step: fc.constant(sentStep),
    standing: fc.constantFrom('on-time', 'on-time', 'on-time', 'late', 'quarantined', 'withdrawn'),
    answers,
  }),
  { maxLength: 40, selector: ({ id, revision }) => `${id}#${revision}` },
)
