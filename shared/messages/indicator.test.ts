import { expect, test } from 'vitest'
import { toDecimal } from '../form/decimal.ts'
import { cellIndicators } from '../starter/indicators.ts'
import { shareText, targetSign } from './indicator.ts'

test.each([
  [15, 28, '53,6\u00a0%', '53.6%'],
  [14, 14, '100\u00a0%', '100%'],
  [0, 3, '0\u00a0%', '0%'],
  [2_999, 3_000, '100,0\u00a0%', '100.0%'],
  [1, 3_000, '0,0\u00a0%', '0.0%'],
  [0, 0, undefined, undefined],
])('%d of %d: a share without decimals only where nothing was rounded', (part, whole, vi, en) => {
  const share = (language: 'vi' | 'en') => shareText(toDecimal(part), toDecimal(whole), 1, language)
  expect([share('vi'), share('en')]).toEqual([vi, en])
})

test('a target says on which side of it the figure should be, unless it is all of them', () => {
  const signs = new Map(cellIndicators.map((indicator) => [indicator.name.vi, targetSign(indicator, 'vi')]))
  expect(signs.get('Số cuộc sinh hoạt bình quân trong 12 tháng')).toBe('≥\u00a012')
  expect(signs.get('Thời lượng bình quân một cuộc sinh hoạt (giờ)')).toBe('≤\u00a02')
  expect(signs.get('Chi bộ có sổ biên bản đầy đủ')).toBe('100\u00a0%')
})
