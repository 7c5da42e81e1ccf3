import { expect, test } from 'vitest'
import { dateKindOf, readDateStyles } from './number-format.ts'

test.each([
  ['General', undefined],
  ['0.00', undefined],
  ['@', undefined],
  ['#,##0 "days"', undefined],
  ['[Red]0;[Blue]-0', undefined],
  ['0\\d', undefined],
  ['_-* #,##0_-', undefined],
  ['0;"d"', undefined],
  ['dd/mm/yyyy', 'date'],
  ['[$-42A]d mmmm yyyy;@', 'date'],
  ['mmm', 'date'],
  ['hh:mm', 'time'],
  ['h:mm AM/PM', 'time'],
  ['[h]:mm', 'time'],
  ['[mm]', 'time'],
  ['mm:ss.0', 'time'],
  ['yyyy-mm-dd"T"hh:mm:ss', 'date-time'],
  ['dd/mm/yyyy h:mm', 'date-time'],
  ['['.repeat(200_000), undefined],
])('%s', (code, kind) => {
  expect(dateKindOf(code)).toBe(kind)
})

test('cell styles are found by their place; styles of other lists are not counted', () => {
  const xml = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="d/m/yyyy"/><numFmt numFmtId="14" formatCode="0"/></numFmts>
    <cellStyleXfs><xf numFmtId="22"/></cellStyleXfs>
    <cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/><xf numFmtId="22"/><xf/></cellXfs></styleSheet>`
  expect(readDateStyles('styles', [new TextEncoder().encode(xml)])).toEqual([
    undefined,
    'date',
    undefined,
    'date-time',
    undefined,
  ])
})
