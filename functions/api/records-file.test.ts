// Many records as one file: asked for on a page, made while one does something else, there when one comes back.

import { beforeEach, describe, expect, test } from 'vitest'
import type { Person } from '../../shared/organisation/access.ts'
import { path } from '../../shared/paths.ts'
import { bytesOf, type DrawingApi, drawingApi } from '../../test/support/drawing-api.ts'
import { readPdf } from '../../test/support/pdf.ts'
import { admin, campaignId, lakeLeader, office, org, period, unitId } from '../../test/support/scenario.ts'
import { readAudit } from '../store/audit.ts'
import { insertPerson } from '../store/people.ts'

describe('many records as one file', () => {
  let api: DrawingApi
  const page = path.records(campaignId, period, unitId('bloc'))
  const made = path.recordsMade(campaignId, period, unitId('bloc'))
  const make = (as: Person, fields: Record<string, string>) =>
    api.postForm(path.recordsPdf(campaignId, period), fields, as)
  const linkIn = (html: string) => /href="(\/campaigns\/[^"]*records\.pdf\?content=[^"]+)"/.exec(html)?.[1] ?? ''
  beforeEach(async () => {
    api = await drawingApi()
    await api.submit(1, 'cell-1')
    await api.submit(2, 'cell-3')
    await api.submit(3, 'cell-2')
  })

  test('is asked for, shown while it is made, and there when one comes back', async () => {
    const asked = await make(office, { unit: 'bloc', which: 'counted' })
    expect(asked.status).toBe(303)
    expect(asked.headers.get('location')).toBe(made)
    const waiting = await api.request(made, { as: office })
    expect(waiting.headers.get('refresh')).toBe(`4;url=${made}`)
    // Where one chooses, nothing is loaded under one's hands.
    expect((await api.request(page, { as: office })).headers.get('refresh')).toBeNull()
    expect(await waiting.text()).toContain('Being made')
    await api.draw()
    const ready = await api.request(made, { as: office })
    expect(ready.headers.get('refresh')).toBeNull()
    const sent = await api.request(linkIn(await ready.text()), { as: office })
    expect(sent.headers.get('content-disposition')).toContain('bien-ban-B-2013-H1.pdf')
    const file = await readPdf(await bytesOf(sent))
    // In the order of the tree, each in the outline.
    expect(file.outline).toEqual(['Chi bộ Sông 1 (R1)', 'Chi bộ Sông 2 (R2)', 'Chi bộ Hồ 1 (L1)'])
    const audit = await readAudit(api.table, org, '2013-03', { limit: 10 })
    expect(audit.entries.map(({ verb, unitId: at, details }) => [verb, at, details])).toEqual([
      ['records.printed', 'bloc', '3'],
    ])
  })

  test('the same asked for again is the same file, drawn once', async () => {
    await make(office, { unit: 'bloc' })
    await api.draw()
    await make(office, { unit: 'bloc' })
    await api.draw()
    expect(api.jobs).toHaveLength(1)
    expect((await (await api.request(page, { as: office })).text()).match(/records\.pdf\?content=/g)).toHaveLength(1)
  })

  test('holds the chosen unit and what is below it, and nothing else', async () => {
    await make(office, { unit: 'river' })
    await api.draw()
    const html = await (await api.request(path.records(campaignId, period, unitId('river')), { as: office })).text()
    const file = await readPdf(await bytesOf(await api.request(linkIn(html), { as: office })))
    expect(file.outline).toEqual(['Chi bộ Sông 1 (R1)', 'Chi bộ Sông 2 (R2)'])
  })

  test('is for who asked for it, as long as the right is there', async () => {
    await make(office, { unit: 'bloc' })
    await api.draw()
    const link = linkIn(await (await api.request(page, { as: office })).text())
    expect((await api.request(link, { as: admin })).status).toBe(404)
    await api.table.remove({ pk: `ORG#${org}`, sk: `PERSON#${office.id}` })
    await insertPerson(api.table, org, { ...office, roles: [{ role: 'office', unitId: unitId('lake') }] })
    expect((await api.request(link, { as: office })).status).toBe(403)
  })

  test('of a unit that is not one’s own is refused', async () => {
    expect((await make(lakeLeader, { unit: 'bloc' })).status).toBe(403)
    expect((await make(lakeLeader, { unit: 'nowhere' })).status).toBe(404)
    expect((await make(lakeLeader, { unit: 'lake' })).status).toBe(303)
  })

  test('of nothing says so on the page, and writes nothing into the log', async () => {
    const empty = await drawingApi()
    const answer = await empty.postForm(path.recordsPdf(campaignId, period), { unit: 'bloc' }, office)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('There are no records to print')
    expect((await readAudit(empty.table, org, '2013-03', { limit: 10 })).entries).toEqual([])
  })

  test('more than a file holds is refused in words', { timeout: 60_000 }, async () => {
    for (let n = 10; n < 510; n += 1) await api.submit(n, 'cell-1')
    const answer = await make(office, { unit: 'bloc' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('one file holds 500 at most')
    expect(api.toRender).toEqual([])
  })
})
