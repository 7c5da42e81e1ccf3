// What addresses find, beyond who may ask for them: that is the access matrix's.

import { beforeAll, expect, test } from 'vitest'
import type { Person } from '../../shared/organisation/access.ts'
import { type TestApi, testApi } from '../../test/support/api.ts'
import {
  aSubmission,
  campaignId,
  inspector,
  lakeLeader,
  leader,
  period,
  responseId,
  store,
  unitId,
} from '../../test/support/scenario.ts'

const unit = (name: string) => `/campaigns/${campaignId}/periods/${period}/units/${name}`

let api: TestApi
beforeAll(async () => {
  api = testApi()
  await store(api.table)
  for (const [n, cell] of ['cell-1', 'cell-3'].entries())
    await api.postJson('/api/responses', aSubmission({ id: responseId(n + 1), unit: unitId(cell) }), inspector)
})

test('a leader of a part sees the figures of that part alone', async () => {
  const figures = async (as: Person) =>
    (await api.request(`/api/campaigns/${campaignId}/periods/${period}/progress`, { as })).json()
  expect(await figures(leader)).toMatchObject({ expected: 3, reported: 2, responses: 2 })
  expect(await figures(lakeLeader)).toMatchObject({ expected: 1, reported: 1, responses: 1 })
  expect(JSON.stringify(await figures(lakeLeader))).not.toContain('Sông')
})

test('a response is found under its own unit alone, and a unit of another shape is no unit', async () => {
  expect((await api.request(`${unit('cell-1')}/responses/${responseId(1)}`, { as: inspector })).status).toBe(200)
  for (const path of [
    `${unit('cell-3')}/responses/${responseId(1)}`,
    `${unit('cell-')}/responses/${responseId(1)}`,
    `${unit('..%2Fcell-1')}/form`,
  ])
    expect((await api.request(path, { as: inspector })).status, path).toBe(404)
})
