import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { asId, CampaignId, PeriodId, UnitId } from '../ids.ts'
import { type BarChart, barChart } from './chart.ts'
import { widthOf } from './chart-marks.ts'
import { ChartBlock, type ChartMark } from './document.ts'

const bar = (value: number | null, met: boolean | null = null, label = 'Đảng bộ Sông Hồng') => ({
  label,
  value,
  text: value === null ? 'chưa có số liệu' : `${value},0%`,
  met,
})
const chart = (changes: Partial<BarChart> = {}): BarChart => ({
  caption: 'Tỷ lệ',
  bars: [bar(100), bar(50), bar(0)],
  heads: ['Đơn vị', 'Tỷ lệ'],
  target: null,
  axisMax: 100,
  ...changes,
})
const kind = <K extends ChartMark['mark']>(marks: readonly ChartMark[], wanted: K) =>
  marks.filter((mark): mark is Extract<ChartMark, { mark: K }> => mark.mark === wanted)

test('is a block of the report document', () => {
  const block = barChart(chart({ target: { value: 90, text: '90%', label: 'Chỉ tiêu' } }))
  expect(v.parse(ChartBlock, block)).toEqual(block)
})

test('bars are as long as their values, and start on one axis', () => {
  const [full, half, none] = kind(barChart(chart()).marks, 'rect')
  expect(half?.width).toBeCloseTo((full?.width ?? 0) / 2, 1)
  expect(none?.width).toBe(0)
  expect(new Set([full?.x, half?.x, none?.x]).size).toBe(1)
})

test('a value beyond the scale ends at its end and is printed as it is', () => {
  const { marks, width } = barChart(chart({ bars: [bar(250), bar(100)] }))
  const [over, full] = kind(marks, 'rect')
  expect(over?.width).toBe(full?.width)
  expect(kind(marks, 'text').map((mark) => mark.text)).toContain('250,0%')
  for (const rect of kind(marks, 'rect')) expect(rect.x + rect.width).toBeLessThan(width)
})

test('missed bars have a tone of their own, so that colour is never the only sign', () => {
  const { marks } = barChart(chart({ bars: [bar(95, true), bar(80, false), bar(70)] }))
  expect(kind(marks, 'rect').map((mark) => mark.tone)).toEqual(['bar', 'bar-missed', 'bar'])
})

test('no figure is said in words and never drawn as zero', () => {
  const { marks } = barChart(chart({ bars: [bar(null)] }))
  expect(kind(marks, 'rect')).toEqual([])
  expect(kind(marks, 'text').map((mark) => mark.text)).toContain('chưa có số liệu')
})

test('a value keeps where it came from; what is said in place of one has no source', () => {
  const at = { campaign: asId(CampaignId, 'k'), period: asId(PeriodId, '2013-H1'), unit: asId(UnitId, 'u') }
  const source = { ...at, indicator: 'attendance', responses: 3 }
  const number = { value: '0.90', format: 'percent', decimals: 0 } as const
  const block = barChart(chart({ bars: [{ ...bar(90, true), figure: { source, number } }, bar(null)] }))
  expect(block.data).toEqual({
    columns: ['Đơn vị', 'Tỷ lệ'],
    rows: [
      [{ runs: [{ text: 'Đảng bộ Sông Hồng' }] }, { runs: [{ text: '90,0%', number, source }], emphasis: 'met' }],
      [{ runs: [{ text: 'Đảng bộ Sông Hồng' }] }, { runs: [{ text: 'chưa có số liệu' }], emphasis: 'missing' }],
    ],
  })
  expect(v.parse(ChartBlock, block)).toEqual(block)
  const sources = kind(block.marks, 'text').map((mark) => [mark.tone, mark.source])
  expect(sources).toEqual([
    ['label', undefined],
    ['value', source],
    ['label', undefined],
    ['label', undefined],
  ])
})

describe('the target', () => {
  const target = { value: 90, text: '90%', label: 'Chỉ tiêu' }
  const { marks, height } = barChart(chart({ bars: [bar(88, false), bar(40, false), bar(97, true)], target }))
  const line = kind(marks, 'line').find((mark) => mark.tone === 'target')
  const values = kind(marks, 'text').filter((mark) => mark.tone === 'value')

  test('is a line across all bars with its label above', () => {
    const label = kind(marks, 'text').find((mark) => mark.tone === 'target')
    expect(label).toMatchObject({ text: 'Chỉ tiêu 90%', x: line?.x1, anchor: 'middle' })
    expect(label?.y).toBeLessThan(line?.y1 ?? 0)
    for (const rect of kind(marks, 'rect')) expect(line?.y2).toBeGreaterThan(rect.y + rect.height)
    expect(line?.y2).toBeLessThan(height)
  })

  test('never strikes a value through', () => {
    const at = line?.x1 ?? 0
    for (const value of values)
      expect(value.x > at || value.x + widthOf(value.text, value.size) < at, value.text).toBe(true)
  })
})

describe('names', () => {
  const long = 'Đảng bộ Sông Vàm Cỏ Đông và các đơn vị trực thuộc'
  const labels = (...names: string[]) =>
    kind(barChart(chart({ bars: names.map((name) => bar(50, null, name)) })).marks, 'text').filter(
      (mark) => mark.anchor === 'end',
    )

  test('end at one edge, left of the axis', () => {
    expect(new Set(labels('Đảng bộ Sông Đà', long).map((mark) => mark.x)).size).toBe(1)
  })

  test('too long for one line are set in two, word for word', () => {
    expect(
      labels(long)
        .map((mark) => mark.text)
        .join(' '),
    ).toBe(long)
    expect(labels(long)).toHaveLength(2)
  })

  test('too long for two lines are shortened', () => {
    const shortened = labels(`${long} ${long} ${long}`).map((mark) => mark.text)
    expect(shortened.at(-1)).toMatch(/…$/u)
    for (const mark of labels(`${long} ${long}`))
      expect(mark.x - widthOf(mark.text, mark.size)).toBeGreaterThanOrEqual(-0.01)
  })

  test('without a space are shortened too', () => {
    expect(labels('x'.repeat(400))[0]?.text).toMatch(/^x{10,}…$/u)
  })
})

test('is told in words, from the caller or from the bars', () => {
  expect(barChart(chart({ alternative: 'Ba đơn vị' })).alternative).toBe('Ba đơn vị')
  const target = { value: 90, text: '90%', label: 'Chỉ tiêu' }
  expect(barChart(chart({ bars: [bar(50)], target })).alternative).toBe('Đảng bộ Sông Hồng: 50,0%; Chỉ tiêu: 90%')
})

test('every mark lies within the block', () => {
  const ticks = [0, 50, 100].map((value) => ({ value, text: `${value}%` }))
  const { marks, width, height } = barChart(
    chart({ width: 453, axisTicks: ticks, bars: Array.from({ length: 20 }, () => bar(99)) }),
  )
  for (const mark of marks) {
    if (mark.mark === 'rect')
      expect([mark.x + mark.width <= width, mark.y + mark.height <= height]).toEqual([true, true])
    if (mark.mark === 'line') expect([mark.x2 <= width, mark.y2 <= height]).toEqual([true, true])
    if (mark.mark === 'text') expect(mark.y).toBeLessThanOrEqual(height)
    if (mark.mark === 'text' && mark.anchor === 'start')
      expect(mark.x + widthOf(mark.text, mark.size)).toBeLessThanOrEqual(width)
  }
})

test('no bars is an empty chart, not an error', () => {
  expect(v.is(ChartBlock, barChart(chart({ bars: [], axisMax: 1 })))).toBe(true)
  expect(v.is(ChartBlock, barChart(chart({ axisMax: 0 })))).toBe(true)
})

test('the same bars give the same block', () => {
  expect(barChart(chart())).toEqual(barChart(chart()))
})
