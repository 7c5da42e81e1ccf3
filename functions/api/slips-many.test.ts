// Slips for more people than one file holds.

import { beforeEach, expect, test } from 'vitest'
import { path } from '../../shared/paths.ts'
import { mostSlips } from '../../shared/report/paper.ts'
import { type TestApi, testApi } from '../../test/support/api.ts'
import { pageText } from '../../test/support/desk.ts'
import { memoryTable } from '../../test/support/memory-table.ts'
import { campaignId, office, org, period } from '../../test/support/scenario.ts'
import { surveyScene } from '../../test/support/survey-scene.ts'
import { readAudit } from '../store/audit.ts'

let api: TestApi
beforeEach(() => {
  const table = memoryTable()
  // Pages as large as the engine's own: in small ones ten thousand people are read in five hundred queries.
  const query: typeof table.query = (pk, options = {}) => table.query(pk, { limit: 2_000, ...options })
  api = testApi({ table: { ...table, query }, now: () => '2013-03-01T08:30:00.000Z' })
})

const press = () => api.postForm(path.invitationAct(campaignId, 'slips'), { period, perPage: '16' }, office)
const papers = () =>
  [...api.objects.stored].map(([name, bytes]) => ({ name, paper: JSON.parse(Buffer.from(bytes).toString()) }))

test('are several files of one press, each fetched and taken away by itself', async () => {
  const { links } = await surveyScene(api, { way: 'anonymous', invited: { 'cell-1': mostSlips * 2 + 1 } })
  const asked = await press()
  expect(asked.status).toBe(303)
  const address = asked.headers.get('location') ?? ''
  const made = papers()
  expect(made.map(({ paper }) => paper.parts[0].slips.length)).toEqual([mostSlips, mostSlips, 1])
  const printed = made.flatMap(({ paper }) => paper.parts[0].slips.map(({ link }: { link: string }) => link))
  expect(printed.toSorted()).toEqual(links.map((link) => `${api.deps.publicUrl}${link}`).toSorted())
  expect(api.toRender).toEqual(made.map(({ name }) => ({ folder: name.replace(/\/paper\.json$/, '') })))
  const audit = (await readAudit(api.table, org, '2013-03', { limit: 10 })).entries
  expect(audit.map(({ verb, details }) => [verb, details])).toEqual([
    ['survey.slips-made', `${period}: ${links.length}`],
  ])

  const page = await api.request(address, { as: office })
  const html = await page.text()
  const others = [...html.matchAll(/<a href="([^"]*\/slips\/[^"]*)"/g)].map(([, href = '']) =>
    href.replaceAll('&amp;', '&'),
  )
  const files = [...new Set([address, ...others])]
  expect(files).toHaveLength(3)
  for (const [at, { name }] of made.entries()) {
    await api.objects.put(name.replace(/json$/, 'pdf'), Buffer.from(`%PDF ${at}`), 'application/pdf')
    const here = files[at] ?? ''
    expect(await pageText(await api.request(here, { as: office }))).toContain('Fetch the PDF')
    const got = await api.postForm(here.replace(/\?.*/, ''), { period }, office)
    expect(await got.text()).toBe(`%PDF ${at}`)
    expect(await pageText(await api.request(here, { as: office }))).toContain('not here any more')
    expect(api.objects.stored.size).toBe(2 - at)
  }
})

test('are bounded by what one press can ask for', async () => {
  await surveyScene(api, { way: 'anonymous', invited: { 'cell-1': mostSlips * 20 + 1 } })
  const refused = await press()
  expect([refused.status, await pageText(refused)]).toEqual([422, expect.stringContaining('10,001')])
  expect(api.objects.stored.size).toBe(0)
})
