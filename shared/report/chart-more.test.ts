// Grouped bars, lines, small multiples and heat maps as geometry: where marks stand, and that nothing hangs on colour alone.

import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { groupedBars } from './chart-grouped.ts'
import { heatMap } from './chart-heat.ts'
import { lineChart, smallMultiples } from './chart-lines.ts'
import type { ChartValue } from './chart-marks.ts'
import { ChartBlock, type ChartMark } from './document.ts'

const value = (number: number | null): ChartValue => ({
  value: number,
  text: number === null ? '–' : String(number).replace('.', ','),
})
const kind = <K extends ChartMark['mark']>(marks: readonly ChartMark[], wanted: K) =>
  marks.filter((mark): mark is Extract<ChartMark, { mark: K }> => mark.mark === wanted)
const texts = ({ marks }: ChartBlock) => kind(marks, 'text').map(({ text }) => text)
const common = { caption: 'Biểu đồ', preset: 'state-2020', head: 'Đơn vị' } as const
const target = { value: 8, text: '≥ 8', label: 'Mục tiêu' }

describe('grouped bars', () => {
  const chart = groupedBars({
    ...common,
    series: ['Kỳ này', 'Kỳ trước'],
    groups: [
      { label: 'Tốt', values: [value(4), value(2)] },
      { label: 'Chưa tốt', values: [value(0), value(null)] },
    ],
    axisMax: 4,
  })
  const bars = kind(chart.marks, 'rect').slice(2)

  test('are as long as their values, on one axis, in the filling of their series', () => {
    expect(bars.map(({ tone }) => tone)).toEqual(['series-1', 'series-2', 'series-1'])
    expect(bars[1]?.width).toBeCloseTo((bars[0]?.width ?? 0) / 2, 1)
    expect(new Set(bars.map(({ x }) => x)).size).toBe(1)
    expect((bars[0]?.y ?? 0) + (bars[0]?.height ?? 0)).toBeLessThanOrEqual(bars[1]?.y ?? 0)
  })

  test('say which series is which, and what isn’t there; in words and as a table too', () => {
    expect(texts(chart)).toEqual(expect.arrayContaining(['Kỳ này', 'Kỳ trước', 'Tốt', 'Chưa tốt', '4', '2', '0', '–']))
    expect(chart.alternative).toBe('Tốt: Kỳ này 4, Kỳ trước 2; Chưa tốt: Kỳ này 0, Kỳ trước –')
    expect(chart.data.columns).toEqual(['Đơn vị', 'Kỳ này', 'Kỳ trước'])
    expect(chart.data.rows[1]?.[2]).toEqual({ runs: [{ text: '–' }], emphasis: 'missing' })
  })

  test('are of three series at most', () => {
    expect(() => groupedBars({ ...common, series: ['a', 'b', 'c', 'd'], groups: [], axisMax: 1 })).toThrow('4 series')
  })
})

describe('a line', () => {
  const periods = ['1/2013', '2/2013', '3/2013', '4/2013']
  const points = [6, null, 9, 7.5].map(value)
  const chart = lineChart({ ...common, periods, series: [{ name: 'Số kỳ họp', points }], target })

  test('goes higher where values are larger, and breaks where there is none', () => {
    const markers = kind(chart.marks, 'rect')
    expect(markers).toHaveLength(3)
    const [low, high, middle] = markers.map(({ y }) => y)
    expect(high).toBeLessThan(middle ?? 0)
    expect(middle).toBeLessThan(low ?? 0)
    expect(kind(chart.marks, 'line').filter(({ tone }) => tone === 'series-1')).toHaveLength(1)
  })

  test('stands among its target, its values and the names of the periods', () => {
    const [line] = kind(chart.marks, 'line').filter(({ tone }) => tone === 'target')
    const [low, high] = kind(chart.marks, 'rect').map(({ y }) => y)
    expect(line?.y1).toBeLessThan(low ?? 0)
    expect(line?.y1).toBeGreaterThan(high ?? 0)
    expect(texts(chart)).toEqual(expect.arrayContaining([...periods, '6', '9', '7,5', 'Mục tiêu ≥ 8']))
    expect(chart.alternative).toBe('Số kỳ họp: 1/2013 6, 2/2013 –, 3/2013 9, 4/2013 7,5; Mục tiêu ≥ 8')
  })

  test('of many periods in a small panel names as many as have room, and the last', () => {
    const months = Array.from({ length: 12 }, (_, index) => `${index + 1}/2013`)
    const panel = { name: 'Tỷ lệ', points: months.map((_, index) => value(90 + index)), target: null }
    const panels = smallMultiples({ ...common, periods: months, panels: [panel, panel, panel] })
    const named = texts(panels).filter((text) => text.endsWith('/2013'))
    expect(new Set(named)).toEqual(new Set([2, 4, 6, 8, 10, 12].map((month) => `${month}/2013`)))
    expect(panels.data.rows).toHaveLength(3)
  })
})

describe('a heat map', () => {
  const rows = [
    { label: 'Đơn vị a', values: [1, 5, null].map(value) },
    { label: 'Đơn vị b', values: [2, 3, 4].map(value) },
  ]
  const chart = heatMap({ ...common, columns: ['1/2013', '2/2013', '3/2013'], rows })

  test('is darker where values are larger, and every value is written', () => {
    expect(kind(chart.marks, 'rect').map(({ tone }) => tone)).toEqual([
      'heat-0',
      'heat-4',
      'heat-1',
      'heat-2',
      'heat-3',
    ])
    expect(texts(chart)).toEqual(expect.arrayContaining(['1', '2', '3', '4', '5', '–']))
  })

  test('writes on dark fields in white', () => {
    const onDark = kind(chart.marks, 'text').filter(({ tone }) => tone === 'on-dark')
    expect(onDark.map(({ text }) => text)).toEqual(['5', '4'])
    expect(chart.alternative).toContain('Đơn vị a: 1/2013 1, 2/2013 5, 3/2013 –')
  })
})

test('whatever the values, charts are blocks of the document and stay within their width', () => {
  const values = fc.array(fc.option(fc.double({ min: -1e6, max: 1e6, noNaN: true })), { minLength: 3, maxLength: 3 })
  fc.assert(
    fc.property(fc.array(values, { minLength: 1, maxLength: 3 }), fc.string({ maxLength: 60 }), (drawn, label) => {
      const all = drawn.map((one) => ({ label, name: label, values: one.map(value), points: one.map(value), target }))
      const periods = ['a', 'b', 'c']
      for (const block of [
        groupedBars({ ...common, series: periods, groups: all, axisMax: 100 }),
        lineChart({ ...common, periods, series: all, target }),
        smallMultiples({ ...common, periods, panels: all }),
        heatMap({ ...common, columns: periods, rows: all }),
      ]) {
        expect(v.parse(ChartBlock, block)).toEqual(block)
        for (const mark of kind(block.marks, 'rect')) {
          expect(mark.x).toBeGreaterThanOrEqual(0)
          expect(mark.x + mark.width).toBeLessThanOrEqual(block.width + 0.02)
        }
      }
    }),
    { seed: 20141, numRuns: 60 },
  )
})
