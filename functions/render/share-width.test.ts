import { expect, test } from 'vitest'
import { share } from './share-width.ts'

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)

test.each([
  ['by weight', 100, [1, 3], [0, 0], [25, 75]],
  ['a narrow column gets what its longest word needs', 100, [1, 9], [30, 10], [30, 70]],
  ['what one column takes can make another one too narrow', 100, [1, 4, 5], [40, 30, 10], [40, 30, 30]],
  ['without room for every word the widest gives way', 100, [1, 1], [20, 400], [20, 80]],
  ['weights of nothing share alike', 100, [0, 0], [0, 0], [50, 50]],
])('%s', (_, total, weights, least, widths) => {
  const shared = share(total, weights, least)
  shared.forEach((width, index) => {
    expect(width).toBeCloseTo(widths[index] ?? 0, 8)
  })
  expect(sum(shared)).toBeCloseTo(total, 8)
})
