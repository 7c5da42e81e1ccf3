// What is measured and painted without the shaping engine is what the engine says, in each face.

import { readFile } from 'node:fs/promises'
import { Font } from '@react-pdf/renderer'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { faceFiles } from '../../../test/support/renderer.ts'
import { readKerning } from './kerning.ts'
import { type Face, type GlyphRun, plainCharacters, type Shaper, shaperOf } from './shaping.ts'
import { isFace, openTypeface } from './typeface.ts'

const names = ['regular', 'italic', 'bold', 'boldItalic'] as const

async function open(
  name: (typeof names)[number],
): Promise<{ engine: Face; shaper: Shaper; pairs: [number, number][] }> {
  await openTypeface(faceFiles)
  const isItalic = name === 'italic' || name === 'boldItalic'
  const isBold = name === 'bold' || name === 'boldItalic'
  const source = Font.getFont({
    fontFamily: faceFiles[name],
    fontWeight: isBold ? 700 : 400,
    fontStyle: isItalic ? 'italic' : 'normal',
  })
  const engine: unknown = source.data
  if (!isFace(engine)) throw new Error(`The face ${name} is not open`)
  const kerning = readKerning(await readFile(faceFiles[name]))
  const pairs = [...kerning].flatMap(([left, before]) =>
    [...before.keys()].map((right): [number, number] => [left, right]),
  )
  return { engine, shaper: shaperOf(engine, kerning), pairs }
}

const placed = ({ glyphs, positions }: GlyphRun, scale: number) =>
  glyphs.map(({ id }, index) => [id, Math.round((positions[index]?.xAdvance ?? 0) * scale * 1_000)])

describe.each(names)('the face %s', (name) => {
  let engine: Face
  let shaper: Shaper
  let pairs: [number, number][]
  let characters: string[]
  let scale: number
  beforeAll(async () => {
    ;({ engine, shaper, pairs } = await open(name))
    const plain = plainCharacters(engine)
    characters = engine.characterSet.filter((code) => plain[code] === 1).map((code) => String.fromCharCode(code))
    scale = 1_000 / engine.unitsPerEm
  })

  test('kerns the pairs that the engine kerns, as much', () => {
    const byGlyph = new Map(characters.map((one) => [engine.glyphForCodePoint(one.charCodeAt(0)).id, one]))
    const texts = pairs.flatMap(([left, right]) => {
      const [first, second] = [byGlyph.get(left), byGlyph.get(right)]
      return first && second && first.trim() ? [`${first}${second}`] : []
    })
    expect(texts.length).toBeGreaterThan(100)
    for (const text of texts) {
      expect(placed(shaper.painted.layout(text), 1), text).toEqual(placed(engine.layout(text), scale))
      expect(shaper.widthOf(text), text).not.toBeCloseTo(
        shaper.widthOf(text[0] ?? '') + shaper.widthOf(text[1] ?? ''),
        3,
      )
    }
  })

  test('sets words of any plain characters as the engine does', () => {
    const word = fc.array(fc.constantFrom(...characters.filter((one) => one.trim())), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(word, (letters) => {
        const text = letters.join('')
        const run = engine.layout(text)
        expect(placed(shaper.painted.layout(text), 1)).toEqual(placed(run, scale))
        expect(shaper.widthOf(text)).toBeCloseTo(run.advanceWidth * scale, 6)
        expect(shaper.widthOf(text) + shaper.spaceAfter(text)).toBeCloseTo(
          engine.layout(`${text} `).advanceWidth * scale,
          6,
        )
        expect(shaper.widestWord(`a ${text} b`)).toBeCloseTo(Math.max(...['a', text, 'b'].map(shaper.widthOf)), 6)
      }),
      { numRuns: 200, seed: 20_131_128 },
    )
  })

  test.each(['Kết quả'.normalize('NFD'), 'שלום עולם', 'a\u0301b שלום'])('leaves %s to the engine', (text) => {
    const pieces = text.match(/[^ ]* |[^ ]+/gu) ?? []
    const run = shaper.painted.layout(text)
    expect(placed(run, 1)).toEqual(pieces.flatMap((piece) => placed(engine.layout(piece), scale)))
    expect(shaper.widthOf(text)).toBeCloseTo(run.advanceWidth, 6)
  })
})

test('a file that is no font is refused', () => {
  expect(() => readKerning(new Uint8Array(3))).toThrow(RangeError)
})
