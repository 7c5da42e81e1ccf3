import { describe, expect, test } from 'vitest'
import { fitsPreset, headerOf, officeIn, symbolOf } from './letterhead.ts'
import { presets } from './preset.ts'
import { presetIds } from './preset-id.ts'
import { usualPreset } from './usual-preset.ts'

const own = { bodyAbove: 'UBND TỈNH', body: 'SỞ NỘI VỤ', placeAndDate: 'Hà Nội, ngày      tháng 7 năm 2013' }

describe('the header of a document', () => {
  test('of the Party has its heading, and the number before a dash', () => {
    const header = headerOf('party-2018', 'vi', { ...own, documentSymbol: 'BC/BTCĐUK' })
    expect(header).toEqual({ ...own, heading: 'ĐẢNG CỘNG SẢN VIỆT NAM', documentNumber: 'Số       -BC/BTCĐUK' })
  })

  test('of a state body has national title and motto, and the number before a slash', () => {
    const header = headerOf('state-2020', 'vi', { ...own, documentSymbol: 'BC-SNV' })
    const national = { heading: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', motto: 'Độc lập - Tự do - Hạnh phúc' }
    expect(header).toEqual({ ...own, ...national, documentNumber: 'Số:       /BC-SNV' })
    expect(header.documentNumber.replace(/\s{3,}/, ' 12')).toBe('Số: 12/BC-SNV')
  })

  test('of one’s own has letters in place of an emblem, and a number without a symbol', () => {
    const header = headerOf('plain', 'en', { ...own, documentSymbol: '', logo: 'HK' })
    expect(header).toEqual({ ...own, heading: '', logo: 'HK', documentNumber: 'No.       ' })
  })
})

test.each([
  ['party-2018', 'BC/BTCĐUK', true],
  ['party-2018', 'BC-UBND', false],
  ['party-2018', 'BC', false],
  ['party-2018', '', false],
  ['state-2020', 'BC-UBND', true],
  ['state-2020', 'BC-SNV-VP', true],
  ['state-2020', 'BC/BTCĐUK', false],
  ['state-2020', '/BC-UBND', false],
  ['plain', '', true],
  ['plain', 'whatever 1/2', true],
] as const)('%s: the symbol "%s" fits: %s', (preset, symbol, fits) => {
  expect(fitsPreset(preset, symbol)).toBe(fits)
})

test('an office is read from a symbol and stands in another one', () => {
  expect(symbolOf('party-2018', 'BB', officeIn('party-2018', 'BC/BTCĐUK'))).toBe('BB/BTCĐUK')
  expect(symbolOf('state-2020', 'BB', officeIn('state-2020', 'BC-SNV-VP'))).toBe('BB-SNV-VP')
  expect(symbolOf('plain', 'BB', officeIn('plain', ''))).toBe('BB')
})

test('documents that belong to no report go by the preset of all reports, where they agree', () => {
  expect(usualPreset([])).toBe('party-2018')
  expect(usualPreset([{ preset: 'plain' }, { preset: 'plain' }])).toBe('plain')
  expect(usualPreset([{ preset: 'plain' }, { preset: 'state-2020' }])).toBe('party-2018')
})

test.each(presetIds)('%s: its letterhead shows whose it is, number and date', (id) => {
  const { letterhead } = presets[id]
  const shown = letterhead.rows.flatMap(({ left, right }) => [...left, ...right]).map(({ text }) => text)
  expect(shown).toEqual(expect.arrayContaining(['bodyAbove', 'body', 'documentNumber', 'placeAndDate']))
})
