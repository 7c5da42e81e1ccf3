// What a template needs is read, of the responses that count, and nothing else.

import * as v from 'valibot'
import { expect, test } from 'vitest'
import { asId, PeriodId } from '../shared/ids.ts'
import { ReportTemplate } from '../shared/report/template.ts'
import { campaignResults } from '../shared/report/templates/campaign-results.ts'
import { memoryTable } from '../test/support/memory-table.ts'
import {
  aCampaign,
  aSubmission,
  asInspector,
  campaignId,
  org,
  period,
  plan,
  raisingForm,
  responseId,
  store,
  unitId,
} from '../test/support/scenario.ts'
import { reportFacts } from './report-facts.ts'
import { reportScope } from './report-scope.ts'
import { saveCampaign } from './store/campaigns.ts'
import { openDirectory } from './store/directory.ts'
import { submit } from './submit/submit.ts'

const asOf = '2013-07-15T00:00:00.000Z'
const ago = asId(PeriodId, '2012-H1')
const periods = [ago, period].map((id) => ({ id, opensAt: '2012-01-01T00:00:00.000Z', closesAt: null, graceDays: 10 }))
const reportPlan = { ...plan, template: 'own', campaigns: { results: campaignId } }
const words: ReportTemplate = {
  id: 'own',
  version: 1,
  name: { vi: 'Riêng' },
  roles: [{ key: 'results', title: { vi: 'Đợt' } }],
  sections: [
    {
      title: { vi: 'Ý kiến' },
      blocks: [
        { block: 'free-text', role: 'results', question: 'note' },
        { block: 'consistency', role: 'results' },
      ],
    },
  ],
}

async function scene() {
  const table = memoryTable()
  await store(table, aCampaign({ periods }), 1, raisingForm)
  const deps = { table, directory: openDirectory(table) }
  const organisation = await deps.directory.organisation(org, asOf)
  const scope = reportScope(organisation.tree, plan.unitId)
  const reading = { deps, organisation, scope, period, asOf }
  const send = async (n: number, unit: string, answers: Record<string, string | number>, revision = 1) => {
    const submission = aSubmission({ id: responseId(n), revision, unit: unitId(unit), answers })
    const sent = await submit({ ...deps, now: () => asOf }, asInspector, submission)
    expect(sent.ok).toBe(true)
  }
  return { table, reading, send }
}

test('words and broken rules of a period, as long as no correction mends them', async () => {
  const { reading, send } = await scene()
  await send(1, 'cell-1', { meetings: 8, hours: '9', note: ' Họp đúng ngày ' })
  await send(2, 'cell-2', { meetings: 8, hours: '9', note: '  ' })
  await send(2, 'cell-2', { meetings: 8, hours: '2', note: 'Đã sửa' }, 2)
  await send(3, 'cell-3', { meetings: 8 })
  const facts = (await reportFacts(reading, words, reportPlan))['results']
  expect(facts?.broken).toEqual([{ unitId: unitId('cell-1'), question: 'hours' }])
  expect(facts?.texts?.get('note')).toEqual([
    { unitId: unitId('cell-1'), period, text: 'Họp đúng ngày' },
    { unitId: unitId('cell-2'), period, text: 'Đã sửa' },
  ])
  expect([facts?.before, facts?.yearBefore, facts?.sheets]).toEqual([undefined, undefined, undefined])
})

test('the results of a campaign need no words, and nothing of a year ago that nobody asks for', async () => {
  const { reading, send } = await scene()
  await send(1, 'cell-1', { meetings: 3, note: 'x' })
  const facts = (await reportFacts(reading, campaignResults, reportPlan))['results']
  expect([facts?.before?.period, facts?.yearBefore, facts?.texts, facts?.broken]).toEqual([
    ago,
    undefined,
    undefined,
    undefined,
  ])
  expect(facts?.sheets?.flatMap(({ open }) => open)).toHaveLength(1)
})

test('what members say of themselves plays no role that is read unit by unit', async () => {
  const { table, reading, send } = await scene()
  await send(1, 'cell-1', { meetings: 3, note: 'Chim hoàng yến' })
  const survey = { way: 'anonymous' as const, breakdowns: [] }
  await saveCampaign(table, aCampaign({ kind: 'member-survey', periods, survey }), 1)
  await expect(reportFacts(reading, words, reportPlan)).rejects.toThrow('can not be results of own')
  await expect(reportFacts(reading, words, { ...reportPlan, campaigns: {} })).rejects.toThrow('no campaign for results')
  const asSurvey = {
    ...words,
    roles: [{ ...words.roles[0], key: 'results', title: { vi: 'Đợt' }, kind: 'member-survey' }],
  }
  const read = await reportFacts(reading, v.parse(ReportTemplate, asSurvey), reportPlan)
  expect(JSON.stringify(read)).not.toContain('yến')
  expect([read['results']?.units, read['results']?.summaries.size, read['results']?.texts]).toEqual([[], 0, undefined])
})
