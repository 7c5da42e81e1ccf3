import { expect, test } from 'vitest'
import { readTyped, typeFault } from './typed.ts'
import { allTypes } from './types.ts'
import { writtenNumber } from './types-number.ts'

test.each([
  ['integer', '12', '12'],
  ['integer', ' 12 ', '12'],
  ['integer', '+12', '12'],
  ['integer', '-0', '0'],
  ['integer', '012', '12'],
  ['integer', '1.200', '1200'],
  ['integer', '1,200,000', '1200000'],
  ['integer', '1 200', '1200'],
  ['integer', '0.500', '0.500'],
  ['integer', '12.00', '12.00'],
  ['integer', '12,5', '12,5'],
  ['integer', 'mười hai', 'mười hai'],
  ['decimal', '1,5', '1.5'],
  ['decimal', '1.5', '1.5'],
  ['decimal', ' 2 ', '2'],
  ['decimal', '1.500,5', '1.500,5'],
  ['decimal', '', ''],
  ['date', '15/7/2013', '2013-07-15'],
  ['date', '2013-07', '2013-07-01'],
  ['date', '2013', '2013-01-01'],
  ['geopoint', '21.03, 105.85', '21.03 105.85 0 0'],
  ['geopoint', '21.03 105.85 12 4.5', '21.03 105.85 12 4.5'],
  ['geopoint', 'Hà Nội', 'Hà Nội'],
  ['geotrace', '1 2\n3 4\n', '1 2 0 0; 3 4 0 0'],
  ['text', ' a\r\nb ', 'a\nb'],
] as const)('%s: "%s" is read as "%s"', (type, typed, read) => {
  expect(readTyped(allTypes, { type }, typed, 'vi')).toBe(read)
})

test.each([
  ['vi', '1.200', '1200'],
  ['vi', '-1.200.000', '-1200000'],
  ['vi', '1,200', '1.200'],
  ['vi', '0.125', '0.125'],
  ['vi', '12.34', '12.34'],
  ['en', '1,200', '1200'],
  ['en', '1.200', '1.200'],
  ['en', '0,125', '0.125'],
  ['en', '1,5', '1.5'],
] as const)('a decimal in %s: "%s" is %s', (locale, typed, read) => {
  for (const type of ['decimal', 'range'] as const) {
    expect(readTyped(allTypes, { type }, typed, locale)).toBe(read)
    expect(readTyped(allTypes, { type }, writtenNumber(type, read, locale), locale)).toBe(read)
  }
})

test.each([
  ['integer', '9007199254740993', 'answer.not-integer'],
  ['integer', '12.5', 'answer.not-integer'],
  ['decimal', '1e5', 'answer.not-decimal'],
  ['decimal', '0.0000000001', 'answer.not-decimal'],
  ['date', '2013-02-29', 'answer.not-date'],
  ['date', '2012-02-29', undefined],
  ['time', '24:00', 'answer.not-time'],
  ['time', '07:30', undefined],
  ['dateTime', '2013-07-15T07:30', undefined],
  ['dateTime', '2013-07-15', 'answer.not-date-time'],
  ['geopoint', '90 180 0 0', undefined],
  ['geopoint', '90.1 0 0 0', 'answer.not-place'],
  ['geotrace', '1 2 0 0', 'answer.not-place'],
  ['geoshape', '1 2 0 0; 1 3 0 0; 2 3 0 0; 1 2 0 0', undefined],
  ['image', `${'a'.repeat(64)} ảnh.jpg`, undefined],
  ['image', `${'a'.repeat(64)} ../x.jpg`, 'answer.not-evidence'],
  ['text', 'a\0b', 'answer.bad-character'],
  ['text', 'a\ud800', 'answer.bad-character'],
  ['text', '𝄞'.repeat(20_000), undefined],
  ['text', 'a'.repeat(20_001), 'answer.too-long'],
] as const)('%s: %j has the fault %s', (type, text, fault) => {
  expect(typeFault(allTypes, { type }, text)).toBe(fault)
})
