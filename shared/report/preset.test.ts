import { describe, expect, test } from 'vitest'
import { pageOf, pointsOf, presets } from './preset.ts'

describe('party-2018', () => {
  const preset = presets['party-2018']

  test('names its source and the day it was signed', () => {
    expect(preset.source).toEqual({ title: 'Hướng dẫn 36-HD/VPTW', date: '2018-04-03' })
  })

  test('is an A4 page with margins of 20, 20, 30 and 20 mm', () => {
    expect(preset.page).toEqual({ widthMm: 210, heightMm: 297 })
    expect(preset.marginsMm).toEqual({ top: 20, bottom: 20, left: 30, right: 20 })
  })

  test.each([
    ['heading', 15, 'bold', 'upright', 'upper'],
    ['bodyAbove', 14, 'regular', 'upright', 'upper'],
    ['body', 14, 'bold', 'upright', 'upper'],
    ['documentNumber', 14, 'regular', 'upright', 'as-written'],
    ['placeAndDate', 14, 'regular', 'italic', 'as-written'],
    ['kind', 16, 'bold', 'upright', 'upper'],
    ['subject', 14, 'bold', 'upright', 'as-written'],
    ['paragraph', 14, 'regular', 'upright', 'as-written'],
    ['part', 14, 'bold', 'upright', 'upper'],
    ['section', 14, 'bold', 'upright', 'as-written'],
    ['recipientsHeading', 14, 'regular', 'upright', 'as-written'],
    ['recipient', 12, 'regular', 'upright', 'as-written'],
    ['signAuthority', 14, 'bold', 'upright', 'upper'],
    ['signPost', 14, 'regular', 'upright', 'upper'],
    ['signName', 14, 'bold', 'upright', 'as-written'],
  ] as const)('%s: %i points, %s, %s, %s', (role, size, weight, slant, letters) => {
    expect(preset.text[role]).toMatchObject({ size, weight, slant, letters })
  })

  test('sets paragraphs at least 6 points apart, lines exactly 18, the first one indented by 1 cm', () => {
    expect(preset.paragraph.spacing).toBeGreaterThanOrEqual(6)
    expect(preset.paragraph.leading).toBe(18)
    expect(preset.paragraph.firstLineIndentMm).toBe(10)
  })
})

test('an inch is 25.4 mm and 72 points', () => {
  expect(pointsOf(25.4)).toBe(72)
})

test('the text area is what the margins leave', () => {
  const page = pageOf(presets['party-2018'])
  expect(page.left + page.textWidth + pointsOf(20)).toBeCloseTo(page.width, 8)
  expect(page.top + page.textHeight + pointsOf(20)).toBeCloseTo(page.height, 8)
})
