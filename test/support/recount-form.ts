// The form that the random organisations are asked, with every kind of question that is counted, and random indicators of it.

import fc from 'fast-check'
import type { Indicator } from '../../shared/summary/indicator.ts'
import { formVersion } from './forms.ts'

export const askedForm = formVersion('recount-form', {
  survey: `
    type | name | label::Tiếng Việt (vi) | label::English (en) | consistency | consistency_message::Tiếng Việt (vi) | finding | finding_severity | finding_message::Tiếng Việt (vi)
    integer | n | Số việc | Things | | | . < 0 | high | Số âm
    decimal | hours | Số giờ | Hours | | | | |
    integer | part | Đã làm | Done | \${part} <= \${whole} | Phần lớn hơn tổng | | |
    integer | whole | Phải làm | To be done | | | | |
    select_one grade | grade | Xếp loại | Grade | | | | |
    select_multiple topic | topics | Chuyên đề | Topics | | | | |
    text | note | Ghi chú | Note | | | | |`,
  choices: `
    list_name | name | label::Tiếng Việt (vi) | label::English (en)
    grade | a | Tốt | Good
    grade | b | Khá | Fair
    grade | c | Yếu | Weak
    topic | x | Một | One
    topic | y | Hai | Two
    topic | z | Ba | Three`,
  settings: `
    form_title | form_title::English (en) | default_language
    Phiếu đếm lại | Recount | Tiếng Việt (vi)`,
})

export const choicesOf: Readonly<Record<string, readonly string[]>> = {
  grade: ['a', 'b', 'c'],
  topics: ['x', 'y', 'z'],
}
export const labelsOf: Readonly<Record<'vi' | 'en', Readonly<Record<string, string>>>> = {
  vi: { a: 'Tốt', b: 'Khá', c: 'Yếu', x: 'Một', y: 'Hai', z: 'Ba' },
  en: { a: 'Good', b: 'Fair', c: 'Weak', x: 'One', y: 'Two', z: 'Three' },
}

const decimalText = fc
  .record({ units: fc.integer({ min: -40, max: 4_000 }), scale: fc.integer({ min: 0, max: 3 }) })
  .map(({ units, scale }) => (units / 10 ** scale).toFixed(scale))

/** Few words and numbers, so that values meet their targets exactly, and zeros are about. */
export const drawnAnswers = fc.record({
  n: fc.option(fc.oneof(fc.integer({ min: -3, max: 12 }), fc.integer({ min: 0, max: 2_000_000 }))),
  hours: fc.option(decimalText),
  part: fc.option(fc.integer({ min: 0, max: 9 })),
  whole: fc.option(fc.integer({ min: 0, max: 9 })),
  grade: fc.option(fc.constantFrom('a', 'b', 'c')),
  topics: fc.option(fc.subarray(['x', 'y', 'z'], { minLength: 1 })),
  note: fc.option(fc.constantFrom('Tốt', 'Cần thêm người\nvà thời gian', ' ')),
})

const measures: readonly Indicator['measure'][] = [
  { kind: 'mean', question: 'n' },
  { kind: 'mean', question: 'hours' },
  { kind: 'sum', question: 'n' },
  { kind: 'sum', question: 'hours' },
  { kind: 'ratio', numerator: 'part', denominator: 'whole' },
  { kind: 'ratio', numerator: 'hours', denominator: 'n' },
  { kind: 'share', question: 'grade', choices: ['a', 'b'] },
  { kind: 'share', question: 'topics', choices: ['x'] },
  { kind: 'count', question: 'grade', choices: ['c'] },
  { kind: 'rate', question: 'part', per: 'members' },
  { kind: 'rate', question: 'hours', per: 'units' },
  { kind: 'rate', question: 'topics', choices: ['x', 'y'], per: 'members' },
  { kind: 'rate', question: 'grade', choices: ['a', 'b'], per: 'units' },
]

const other = { name: { vi: 'Còn lại' } }
const targets = { number: ['0', '3', '12.5'], percent: ['0.5', '0.855', '1'] } as const

export const drawnIndicators: fc.Arbitrary<readonly Indicator[]> = fc
  .uniqueArray(
    fc.record({
      measure: fc.nat({ max: measures.length - 1 }),
      format: fc.constantFrom('number' as const, 'percent' as const),
      decimals: fc.integer({ min: 0, max: 3 }),
      target: fc.option(fc.nat({ max: 2 })),
      direction: fc.constantFrom('at-least' as const, 'at-most' as const),
      isClassed: fc.boolean(),
    }),
    { selector: ({ measure }) => measure, maxLength: 9 },
  )
  .map((all) =>
    all.flatMap(({ measure: at, format, decimals, target, direction, isClassed }): Indicator[] => {
      const measure = measures[at]
      const value = target === null ? undefined : targets[format][target]
      if (!measure) return []
      return [
        {
          ...{ id: `i${at}`, name: { vi: `Chỉ tiêu ${at}` }, shortName: { vi: `Ct ${at}` }, measure, format, decimals },
          ...(value === undefined ? {} : { target: { value, direction } }),
          ...(isClassed
            ? { classes: [{ name: { vi: 'Tốt' }, from: '3' }, { name: { vi: 'Khá' }, from: '0.5' }, other] }
            : {}),
        },
      ]
    }),
  )
