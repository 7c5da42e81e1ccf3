import { describe, expect, test } from 'vitest'
import { asId, CampaignId, PeriodId, UnitId } from '../ids.ts'
import type { Run } from '../report/document.ts'
import { reportMessages } from './report.ts'
import { type Count, joined, say } from './sentence.ts'

const source = {
  campaign: asId(CampaignId, 'k'),
  period: asId(PeriodId, '2013'),
  unit: asId(UnitId, 'u'),
  responses: 1,
}
const figure = (text: string): Run => ({ text, source })
const count = (n: number): Count => ({ n, run: figure(String(n)) })
const plain = (runs: readonly Run[]) => runs.map(({ text }) => text).join('')

describe('sentences', () => {
  test('keep figures apart and put words together', () => {
    const half = say`half of ${'all'}`
    expect(say`${half} is ${count(3)}, or ${figure('50 %')}${''}.`).toEqual([
      { text: 'half of all is ' },
      figure('3'),
      { text: ', or ' },
      figure('50 %'),
      { text: '.' },
    ])
    expect(plain(joined(['a', figure('1'), count(2)], '; '))).toBe('a; 1; 2')
    expect(joined([], '; ')).toEqual([])
  })

  test('have the same keys of the same kind in both languages', () => {
    const kinds = (messages: object) =>
      Object.entries(messages)
        .map(([key, message]) => `${key}: ${typeof message}`)
        .sort()
    expect(kinds(reportMessages.en)).toEqual(kinds(reportMessages.vi))
    expect(Object.values(reportMessages.en).filter((text) => typeof text === 'string' && text === '')).toEqual([])
  })

  test('say one and many in English', () => {
    const { cellsMissing, teamsOf, allReached, reachTarget, teamsInAll, withoutTotal } = reportMessages.en
    expect(plain(cellsMissing(count(1), count(1)))).toBe('1 of 1 cell has not been surveyed yet:')
    expect(plain(cellsMissing(count(2), count(47)))).toBe('2 of 47 cells have not been surveyed yet:')
    expect(plain(teamsOf('A', count(1), count(1), count(1)))).toBe('A: 1 team inspected 1 cell in 1 country')
    expect(plain(teamsOf('A', count(6), count(15), count(15)))).toBe('A: 6 teams inspected 15 cells in 15 countries')
    expect(plain(teamsOf('A', count(6), undefined, undefined))).toBe('A: 6 teams')
    expect(plain(teamsInAll(count(1), count(2), ['A: 2 teams']))).toBe(
      '1 committee set up 2 inspection teams. A: 2 teams.',
    )
    expect(plain(withoutTotal(count(1), ['A inspected 1 cell']))).toBe(
      '1 committee gives no total: A inspected 1 cell.',
    )
    expect(plain(allReached(count(1)))).toBe('The 1 cell of the survey has been visited.')
    expect(plain(reachTarget('Meetings', 'at least 12', count(1)))).toBe('Meetings: 1 cell to bring to at least 12.')
  })

  test('write the date with room for the day, and January and February with a 0', () => {
    const { placeAndDate } = reportMessages.vi
    expect(placeAndDate('Hà Nội', { year: 2013, month: 7, monthName: 'July' })).toBe(
      'Hà Nội, ngày      tháng 7 năm 2013',
    )
    expect(placeAndDate('Hà Nội', { year: 2014, month: 1, monthName: 'January' })).toMatch(/tháng 01 năm 2014$/)
  })

  test.each([
    ['đánh giá chi bộ', 'đánh giá chi bộ quý I năm 2013'],
    ['Hà Nội: đánh giá chi bộ', 'Hà Nội: đánh giá chi bộ quý I năm 2013'],
  ])('print a subject as the plan’s title is written: %s', (title, printed) => {
    expect(reportMessages.vi.subject(title, 'quý I năm 2013')).toBe(printed)
  })
})
