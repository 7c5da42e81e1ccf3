import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formVersion } from '../../test/support/forms.ts'
import { aCampaign } from '../../test/support/scenario.ts'
import { addPastPeriod, offeredPeriods } from '../campaign/past-period.ts'
import { periodSpan } from '../campaign/period.ts'
import { readPeriod } from '../campaign/period-text.ts'
import { periodsBefore } from '../campaign/schedule.ts'
import { compileForm } from '../form/compile.ts'
import { allTypes } from '../form/types.ts'
import { writtenNumber } from '../form/types-number.ts'
import { asId, PeriodId } from '../ids.ts'
import { periodName } from '../messages/period.ts'
import { answerIn, choiceNames } from './cell.ts'
import { headerOf, importable, readColumns } from './table.ts'

const form = formVersion('past', {
  survey: `
    type | name | label::Tiếng Việt (vi) | label::English (en) | required | calculation
    integer | meetings | Số kỳ họp | Meetings | yes |
    decimal | hours | Thời lượng | Hours |
    select_one yn | book | Có sổ? | Book? |
    select_multiple how | how | Hình thức | How |
    rank how | order | Thứ tự | Order |
    date | day | Ngày | Day |
    acknowledge | read | Đã đọc | Read |
    text | period | Kỳ | Period |
    text | twin | Trùng | Twin |
    text | other | Trùng | Other |
    image | photo | Ảnh | Photo |
    calculate | sum | Tổng | Sum | | 1
    begin repeat | people | Người | People |
    text | name | Tên | Name |
    end repeat | | | |`,
  choices: `
    list_name | name | label::Tiếng Việt (vi) | label::English (en)
    yn | yes | Có | Yes
    yn | no | Không | No
    how | online | Trực tuyến, qua mạng | On line
    how | hall | Hội trường | Hall`,
})
const header = (...texts: string[]) => ({ row: 1, cells: texts.map((text, column) => ({ column, text })) })
const read = (...texts: string[]) => {
  const { questions, ...rest } = readColumns(form, header(...texts))
  return { ...rest, questions: Object.fromEntries([...questions].map(([column, { key }]) => [column, key])) }
}

describe('columns', () => {
  test('are known by key in brackets, label in any language, or key; marks and capitals don’t count', () => {
    expect(read('MÃ ĐƠN VỊ', 'Đơn vị', 'kỳ', 'Gì đó [hours]', 'so ky hop', 'Book?', 'HOW')).toEqual({
      code: 0,
      name: 1,
      period: 2,
      questions: { 3: 'hours', 4: 'meetings', 5: 'book', 6: 'how' },
      unknown: [],
      twice: [],
    })
  })
  test('what a question is called does not take the place of the unit or the period, unless it says its key', () => {
    expect(read('Kỳ', 'Kỳ [period]')).toMatchObject({ period: 0, questions: { 1: 'period' } })
  })
  test('labels that two questions have, files, rounds and calculations are no columns; repeats of one are told', () => {
    expect(
      read('Trùng', 'Ảnh', 'photo', 'Tên', 'sum', '__proto__', 'constructor', 'meetings', 'Meetings'),
    ).toMatchObject({
      unknown: ['Trùng', 'Ảnh', 'photo', 'Tên', 'sum', '__proto__', 'constructor'],
      twice: ['Meetings'],
      questions: { 7: 'meetings' },
    })
    expect(read('twin', 'other').questions).toEqual({ 0: 'twin', 1: 'other' })
  })
  test('the template’s own headers are all known, each for its question', () => {
    for (const language of form.form.languages) {
      const items = importable(form)
      const { questions } = readColumns(form, header(...items.map((item) => headerOf(item, language))))
      expect([...questions.values()]).toEqual(items)
    }
  })
})

describe('cells', () => {
  const { items } = compileForm(form.form, 'Tiếng Việt (vi)')
  const answer = (key: string, text: string, isNumber?: true, locale: 'vi' | 'en' = 'vi') => {
    const item = importable(form).find((one) => one.key === key)
    const program = item && items[item.index]
    if (!item || !program) throw new Error(`no question ${key}`)
    const cell = { column: 0, text, ...(isNumber ? { isNumber } : {}) }
    return answerIn(cell, { program, names: choiceNames(form, item), types: allTypes, locale })
  }
  test.each<[string, string, unknown]>([
    ['meetings', ' 12 ', 12],
    ['meetings', '1.200', 1_200],
    ['meetings', '12,5', '12,5'],
    ['meetings', 'mười', 'mười'],
    ['meetings', '', undefined],
    ['hours', '1,5', '1.5'],
    ['hours', '1.234', '1234'],
    ['book', 'Có', 'yes'],
    ['book', 'KHONG', 'no'],
    ['book', 'Yes', 'yes'],
    ['book', 'Có lẽ', 'Có lẽ'],
    ['how', 'Trực tuyến, qua mạng', ['online']],
    ['how', 'Trực tuyến, qua mạng; hall', ['online', 'hall']],
    ['how', 'Hall, on line', ['hall', 'online']],
    ['how', 'online hall', ['online', 'hall']],
    ['how', 'Hall; chẳng biết', ['hall', 'chẳng_biết']],
    ['order', 'Hall › On line', ['hall', 'online']],
    ['day', '15/7/2013', '2013-07-15'],
    ['read', 'x', 'OK'],
    ['read', 'không', 'không'],
    ['twin', ' =1+1 ', '=1+1'],
  ])('%s: "%s"', (key, text, expected) => {
    expect(answer(key, text)).toEqual(expected)
  })
  test.each<[string, string, unknown]>([
    ['hours', '1.234', '1.234'],
    ['hours', '0.30000000000000004', '0.3'],
    ['hours', '1234', '1234'],
    ['meetings', '1.234', '1.234'],
    ['meetings', '-0', 0],
    ['twin', '1.5', '1.5'],
  ])('%s: the number %s', (key, text, expected) => {
    expect(answer(key, text, true)).toEqual(expected)
  })
  test('where commas part the cells, a point begins the fraction', () => {
    expect([answer('hours', '1.234', undefined, 'en'), answer('hours', '1,234', undefined, 'en')]).toEqual([
      '1.234',
      '1234',
    ])
  })
  test('every number written as people write it is read as itself', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -99_999_999, max: 99_999_999 }),
        fc.constantFrom('vi' as const, 'en' as const),
        (units, locale) => {
          const text = (units / 10_000).toFixed(4)
          expect(answer('hours', writtenNumber('decimal', text, locale), undefined, locale)).toBe(text)
          expect(answer('hours', text, true, locale)).toBe(text)
          expect(answer('meetings', String(units), undefined, locale)).toBe(units)
        },
      ),
    )
  })
})

const periods = fc
  .tuple(fc.integer({ min: 1900, max: 2199 }), fc.constantFrom('', '-H1', '-H2', '-Q1', '-Q4', '-01', '-07', '-12'))
  .map(([year, part]) => asId(PeriodId, `${year}${part}`))

describe('periods', () => {
  test('are read by what they are called here, in both languages, and by their id', () => {
    fc.assert(
      fc.property(periods, (id) => {
        for (const text of [id, periodName(id, 'vi'), periodName(id, 'en'), `Kỳ ${periodName(id, 'vi').toUpperCase()}`])
          expect(readPeriod(text), text).toBe(id)
      }),
    )
  })
  test.each([
    ['7/2012', '2012-07'],
    ['07-2012', '2012-07'],
    ['tháng 7/2012', '2012-07'],
    ['2012-07-01', '2012-07'],
    ['2012/7', '2012-07'],
    ['Quý II/2012', '2012-Q2'],
    ['Q2 2012', '2012-Q2'],
    ['quý 2 năm 2012', '2012-Q2'],
    ['H1/2012', '2012-H1'],
    ['6 tháng đầu 2012', '2012-H1'],
    ['đầu năm 2012', '2012-H1'],
    ['2012', '2012'],
    ['13/2012', undefined],
    ['2012-07-15', undefined],
    ['quý 5/2012', undefined],
    ['12', undefined],
    ['năm', undefined],
    ['x'.repeat(5_000), undefined],
  ])('"%s" is %s', (text, expected) => {
    expect(readPeriod(text)).toBe(expected)
  })

  const at = { timeZone: 'Asia/Ho_Chi_Minh', now: '2013-03-01T00:00:00.000Z' }
  test('of a campaign stay in the order of time however they are added, and are over', () => {
    fc.assert(
      fc.property(fc.array(periods, { maxLength: 12 }), (added) => {
        let campaign = aCampaign()
        for (const id of added) {
          const next = addPastPeriod(campaign, id, at)
          if (next.ok) campaign = next.value
        }
        const starts = campaign.periods.map(({ id }) => periodSpan(id).start)
        expect(starts).toEqual([...starts].sort())
        expect(new Set(campaign.periods.map(({ id }) => id)).size).toBe(campaign.periods.length)
        for (const { closesAt, isPast } of campaign.periods)
          if (isPast) expect(Date.parse(closesAt ?? '')).toBeLessThanOrEqual(Date.parse(at.now))
        expect(campaign.periods.filter(({ isPast }) => !isPast)).toEqual(aCampaign().periods)
      }),
    )
  })
  test('that are offered are those right before the first, of its kind', () => {
    expect(offeredPeriods(aCampaign(), 3, at)).toEqual(['2012-H2', '2012-H1', '2011-H2'])
    expect(periodsBefore(asId(PeriodId, '2012-01'), 2)).toEqual(['2011-12', '2011-11'])
    expect(periodsBefore(asId(PeriodId, '1900'), 2)).toEqual([])
  })
})
