import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutPages, type Slice } from './pages.ts'

/** A slice that can be recognised on its page: an area as tall as itself, at x. */
const slice = (x: number, height: number, changes: Partial<Slice> = {}): Slice => ({
  height,
  above: 0,
  withNext: false,
  marks: [{ mark: 'area', x, y: 0, width: 1, height, tone: 'ink' }],
  ...changes,
})
const shown = (slices: readonly Slice[], height: number) =>
  cutPages(slices, height).map((page) => page.map((mark) => (mark.mark === 'area' ? [mark.x, mark.y] : [])))

test('slices fill a page and go on to the next', () => {
  expect(shown([slice(1, 40), slice(2, 40), slice(3, 40)], 100)).toEqual([
    [
      [1, 0],
      [2, 40],
    ],
    [[3, 0]],
  ])
})

test('space above a slice counts, except at the top of a page', () => {
  const spaced = { above: 30 }
  expect(shown([slice(1, 40, spaced), slice(2, 40, spaced), slice(3, 40, spaced)], 75)).toEqual([
    [[1, 0]],
    [[2, 0]],
    [[3, 0]],
  ])
  expect(shown([slice(1, 40, spaced), slice(2, 40, spaced)], 110)).toEqual([
    [
      [1, 0],
      [2, 70],
    ],
  ])
})

test('what belongs together moves together', () => {
  expect(shown([slice(1, 60), slice(2, 20, { withNext: true }), slice(3, 30)], 100)).toEqual([
    [[1, 0]],
    [
      [2, 0],
      [3, 20],
    ],
  ])
})

test('a chain taller than a page is cut where the page ends', () => {
  const chain = [1, 2, 3].map((x) => slice(x, 60, { withNext: true }))
  expect(shown(chain, 100)).toEqual([[[1, 0]], [[2, 0]], [[3, 0]]])
})

test('a repeated header comes first on every later page, and not twice on its own', () => {
  const repeated = slice(0, 10)
  const rows = [1, 2, 3, 4].map((x) => slice(x, 40, { repeated }))
  expect(shown([{ ...repeated, withNext: true }, ...rows], 100)).toEqual([
    [
      [0, 0],
      [1, 10],
      [2, 50],
    ],
    [
      [0, 0],
      [3, 10],
      [4, 50],
    ],
  ])
})

test('nothing is lost, reordered or pushed over the edge', () => {
  const slices = fc.array(
    fc.record({ height: fc.integer({ min: 1, max: 90 }), above: fc.nat(20), withNext: fc.boolean() }),
  )
  fc.assert(
    fc.property(slices, (wanted) => {
      const pages = cutPages(
        wanted.map((one, index) => slice(index, one.height, one)),
        100,
      )
      const areas = pages.map((page) => page.flatMap((mark) => (mark.mark === 'area' ? [mark] : [])))
      expect(areas.flat().map((area) => area.x)).toEqual(wanted.map((_, index) => index))
      for (const area of areas.flat()) expect(area.y + area.height).toBeLessThanOrEqual(100)
    }),
    { numRuns: 200 },
  )
})
