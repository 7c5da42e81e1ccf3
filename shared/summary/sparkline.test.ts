import { expect, test } from 'vitest'
import { sparkline } from './sparkline.ts'

test('runs from left to right, higher values higher up', () => {
  const line = sparkline([1, 3, 2], undefined)
  const [run = []] = line?.runs ?? []
  expect(run.map(({ x }) => x)).toEqual([4, 60, 116])
  expect(run.map(({ y }) => y)).toEqual([28, 4, 16])
  expect(line?.target).toBeUndefined()
})

test('a period without a value breaks the line', () => {
  const line = sparkline([1, undefined, 2, 3], 5)
  expect(line?.runs.map((run) => run.length)).toEqual([1, 2])
  expect(line?.target).toBe(4)
})

test('one value, and values that never change, lie in the middle', () => {
  expect(sparkline([7], undefined)?.runs).toEqual([[{ x: 60, y: 16 }]])
  expect(sparkline([7, 7], 7)).toMatchObject({ target: 16, runs: [[{ y: 16 }, { y: 16 }]] })
})

test('nothing is drawn of nothing', () => {
  expect(sparkline([undefined, undefined], 3)).toBeUndefined()
  expect(sparkline([], undefined)).toBeUndefined()
})
