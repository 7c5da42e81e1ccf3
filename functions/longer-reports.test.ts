// Reports of longer periods, of spans and of one unit among several: made of the summaries of the periods in them, of the subtree
// alone, with what was expected in each.

import { expect, test } from 'vitest'
import { asId, PeriodId, ReportId, type UnitId } from '../shared/ids.ts'
import type { ReportDocument } from '../shared/report/document.ts'
import type { ReportPeriod } from '../shared/report/period.ts'
import type { ReportPlan } from '../shared/report/plan.ts'
import type { ReportTemplate } from '../shared/report/template.ts'
import { memoryTable } from '../test/support/memory-table.ts'
import {
  aCampaign,
  aSubmission,
  asInspector,
  campaignId,
  cells,
  org,
  plan,
  responseId,
  store,
  unitId,
} from '../test/support/scenario.ts'
import { composeBy } from './compose-report.ts'
import { findCampaign, saveCampaign } from './store/campaigns.ts'
import { openDirectory } from './store/directory.ts'
import { submit } from './submit/submit.ts'

const id = (text: string) => asId(PeriodId, text)
const months = ['2012-12', '2013-01', '2013-02', '2013-03', '2013-04'].map(id)
const now = '2013-05-02T00:00:00.000Z'
const template: ReportTemplate = {
  id: 'own',
  version: 1,
  name: { vi: 'Riêng' },
  roles: [{ key: 'results', title: { vi: 'Đợt' } }],
  sections: [
    {
      title: { vi: 'Phần' },
      blocks: [
        { block: 'coverage', role: 'results', as: 'sentences' },
        { block: 'coverage', role: 'results', as: 'table' },
        { block: 'indicators', role: 'results', as: 'table', compare: 'both' },
        { block: 'free-text', role: 'results', question: 'note' },
        { block: 'trend', role: 'results' },
        { block: 'method', roles: ['results'] },
      ],
    },
  ],
}
const yearly: ReportPlan = {
  ...plan,
  every: 'year',
  title: { vi: 'kết quả của {unit}' },
  campaigns: { results: campaignId },
}

async function scene() {
  const table = memoryTable()
  const periods = months.map((month) => ({
    id: month,
    opensAt: '2012-12-01T00:00:00.000Z',
    closesAt: null,
    graceDays: 0,
  }))
  await store(table, aCampaign({ periods, countingRule: 'one-per-unit' }))
  const deps = { table, directory: openDirectory(table), publicUrl: 'https://phieu.test', now: () => now }
  let sent = 0
  const send = async (unit: string, period: PeriodId, meetings: number, note = '') => {
    sent += 1
    const answers = { meetings, ...(note === '' ? {} : { note }) }
    const submission = aSubmission({ id: responseId(sent), unit: unitId(unit), period, answers })
    const outcome = await submit(deps, asInspector, submission)
    expect(outcome.ok).toBe(true)
  }
  const made = (periodId: ReportPeriod, unit: UnitId = unitId('bloc')): Promise<ReportDocument> =>
    composeBy(deps, template, yearly, { id: asId(ReportId, 'r'), organisationId: org, unitId: unit, periodId })
  return { table, deps, send, made }
}

const plain = (runs: readonly { readonly text: string }[]): string =>
  runs
    .map(({ text }) => text)
    .join('')
    .replace(/\s/gu, ' ')

const lines = ({ blocks }: ReportDocument): string[] =>
  blocks.flatMap((block) => {
    if (block.type === 'paragraph') return [plain(block.runs)]
    if (block.type === 'list') return block.items.map(plain)
    if (block.type !== 'table') return []
    const rows = block.rows.map(({ cells: row }) => row.map(({ runs }) => plain(runs)).join(' | '))
    return [...rows, block.note ?? '']
  })

test('a year is its months together: what was expected adds up, and never more comes than that', async () => {
  const { send, made } = await scene()
  for (const month of months.slice(1)) await send('cell-1', month, 10)
  await send('cell-2', id('2013-02'), 20, 'Tháng hai họp muộn')
  await send('cell-2', id('2013-03'), 30, 'Tháng ba đủ')
  await send('cell-1', id('2012-12'), 4)
  const document = await made(id('2013'))
  const text = lines(document)
  expect(document.subject).toContain('năm 2013')
  // Three units, four months of the year.
  expect(text.find((line) => line.startsWith('Chi bộ Sông 1 |'))).toContain('| 4 | 4 | 100 %')
  expect(text.find((line) => line.startsWith('Chi bộ Sông 2 |'))).toContain('| 4 | 2 | 50,0 %')
  expect(text.find((line) => line.startsWith('Chi bộ Hồ 1 |'))).toContain('| 4 | 0 | 0 %')
  expect(text.find((line) => line.startsWith('Tổng cộng |'))).toContain('| 12 | 6 | 50,0 %')
  // The mean of 10, 10, 10, 10, 20 and 30; the year before has its one month.
  const mean = text.find((line) => line.startsWith('Số kỳ họp |'))
  expect(mean).toContain('15,0')
  expect(mean).toContain('4,0')
  expect(text).toContain('Chi bộ Sông 2: (tháng 2 năm 2013) Tháng hai họp muộn (tháng 3 năm 2013) Tháng ba đủ')
  const trend = document.blocks.find((block) => block.type === 'chart')
  expect(trend?.data.columns).toHaveLength(5)
  const figure = document.blocks
    .flatMap((block) => (block.type === 'paragraph' ? block.runs : []))
    .find((run) => run.source)
  expect(figure?.source?.period).toBe('2013')
})

test('a span is compared with the one before it and the same a year ago', async () => {
  const { send, made } = await scene()
  await send('cell-1', id('2013-03'), 8)
  await send('cell-1', id('2013-04'), 10)
  await send('cell-1', id('2013-02'), 3)
  const document = await made('2013-03..2013-04' as ReportPeriod)
  expect(document.subject).toContain('từ tháng 3 đến tháng 4 năm 2013')
  const mean = lines(document).find((line) => line.startsWith('Số kỳ họp |'))
  expect(mean).toContain('9,0')
  // Of January and February together only the latter came.
  expect(mean).toContain('3,0')
  expect(lines(document).join('\n')).toContain('từ tháng 1 đến tháng 2 năm 2013')
})

test('a figure brought in from before counts, and nobody was expected then', async () => {
  const { table, send, made } = await scene()
  const found = await findCampaign(table, org, campaignId)
  if (!found) throw new Error('It is there')
  await send('cell-1', id('2013-01'), 6)
  await send('cell-1', id('2013-02'), 8)
  const periods = found.campaign.periods.map((one) => (one.id === '2013-01' ? { ...one, isPast: true as const } : one))
  await saveCampaign(table, { ...found.campaign, periods }, found.version)
  const text = lines(await made(id('2013-Q1')))
  expect(text.find((line) => line.startsWith('Chi bộ Sông 1 |'))).toContain('| 2 | 1 | 50,0 %')
  expect(text.find((line) => line.startsWith('Số kỳ họp |'))).toContain('7,0')
})

test('one unit’s report reads its own subtree and nothing of the others', async () => {
  const { table, send, made } = await scene()
  for (const cell of cells) await send(cell, id('2013-03'), 10)
  const read: string[] = []
  const { get, query } = table
  Object.assign(table, {
    get: async (key: { pk: string; sk: string }) => {
      read.push(`${key.pk} ${key.sk}`)
      return get(key)
    },
    query: async (pk: string, options?: object) => {
      read.push(`${pk} *`)
      return query(pk, options)
    },
  })
  const document = await made(id('2013-03'), unitId('cell-3'))
  expect(document.subject).toContain('kết quả của Chi bộ Hồ 1')
  expect(lines(document).find((line) => line.startsWith('Chi bộ Hồ 1 |'))).toContain('| 1 | 1 | 100 %')
  const summaries = read.filter(
    (one) => one.includes('#SUMMARIES#') || one.includes('#MARKS#') || one.includes('#UNITS'),
  )
  expect(summaries.length).toBeGreaterThan(0)
  for (const one of summaries) expect(one).not.toMatch(/\*$|cell-1|cell-2|river/)
})
