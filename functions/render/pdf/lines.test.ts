import { beforeAll, describe, expect, test } from 'vitest'
import { presets } from '../../../shared/report/preset.ts'
import { faceFiles } from '../../../test/support/renderer.ts'
import { breakLines, type Setting } from './lines.ts'
import { baselineIn, lineMarks } from './marks.ts'
import { openTypeface, type Typeface } from './typeface.ts'

const style = presets['party-2018'].text.paragraph
let typeface: Typeface
beforeAll(async () => {
  typeface = await openTypeface(faceFiles)
})

const setting = (changes: Partial<Setting> = {}): Setting => ({ typeface, style, width: 200, ...changes })
const texts = (text: string, changes: Partial<Setting> = {}) =>
  breakLines(text, setting(changes)).map((line) => line.words.join(' '))
const sentence = 'Chi bộ họp mỗi tháng một lần và phân công nhiệm vụ cụ thể cho từng đảng viên của mình.'

describe('lines', () => {
  test('hold every word, none wider than the room', () => {
    expect(texts(sentence).join(' ')).toBe(sentence)
    for (const line of breakLines(sentence, setting())) expect(line.width).toBeLessThanOrEqual(200)
  })

  test('are as few as a greedy breaker needs', () => {
    const greedy = ['']
    for (const word of sentence.split(' ')) {
      const longer = `${greedy.at(-1)} ${word}`.trim()
      if (typeface.widthOf(longer, 'regular', 14) <= 200) greedy.splice(-1, 1, longer)
      else greedy.push(word)
    }
    expect(texts(sentence)).toHaveLength(greedy.length)
  })

  test('of a title are about as long as one another', () => {
    const [first = '', second = ''] = texts('Đảng ủy Khối các cơ quan Sông Núi', { balanced: true })
    expect(Math.abs(first.length - second.length)).toBeLessThan(5)
  })

  test('leave room for the first line indent', () => {
    expect(breakLines(sentence, setting({ firstIndent: 80 }))[0]?.width).toBeLessThanOrEqual(120)
  })

  test('end where the text has a line end, and empty ones are left out', () => {
    expect(texts('a\n\nb\r\nc')).toEqual(['a', 'b', 'c'])
    expect(texts(' \n ')).toEqual([])
  })

  test('are set in capitals where the style says so', () => {
    expect(texts('đảng ủy', { style: { ...style, letters: 'upper' } })).toEqual(['ĐẢNG ỦY'])
  })

  test('cut a word that has no room, even where no character has', () => {
    expect(texts('WWWWWWWWWW', { width: 50 }).join('')).toBe('WWWWWWWWWW')
    expect(texts('WWW', { width: 1 })).toEqual(['W', 'W', 'W'])
  })
})

test('a justified line ends at the right edge', () => {
  const [line] = breakLines(sentence, setting())
  if (!line) throw new Error('There is no line')
  const marks = lineMarks(line, 0, { x: 10, width: 200, align: 'justify' }, style, typeface)
  const last = marks.at(-1)
  if (last?.mark !== 'text') throw new Error('There is no text')
  expect(last.x + typeface.widthOf(last.text, 'regular', 14)).toBeCloseTo(210, 6)
})

test('a baseline lies within its line', () => {
  expect(baselineIn(18, style, typeface)).toBeGreaterThan(12)
  expect(baselineIn(18, style, typeface)).toBeLessThan(15)
})
