// Pictures in the record of a response, over HTTP: for whom, and as what they are sent.

import { createHash } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { pdf, png } from '../../shared/evidence/evidence-fixture.ts'
import type { Person } from '../../shared/organisation/access.ts'
import { path } from '../../shared/paths.ts'
import { type TestApi, testApi } from '../../test/support/api.ts'
import { roundAt } from '../../test/support/evidence.ts'
import { formVersion } from '../../test/support/forms.ts'
import {
  aCampaign,
  aSubmission,
  campaignId,
  formSheets,
  inspector,
  lakeLeader,
  leader,
  period,
  reporter,
  responseId,
  riverInspector,
  store,
  unitId,
} from '../../test/support/scenario.ts'
import { evidenceKey } from '../store/evidence.ts'
import { storeEvidence } from './evidence.ts'

const [cell1, cell3] = [unitId('cell-1'), unitId('cell-3')]

let api: TestApi

const send = async (
  n: number,
  unit = cell1,
  answers: Record<string, unknown> = { meetings: 12 },
  as: Person = inspector,
) => {
  const answer = await api.postJson('/api/responses', aSubmission({ id: responseId(n), unit, answers }), as)
  expect(answer.status).toBe(201)
}

describe('pictures', () => {
  const photos = formVersion('cell-form', {
    ...formSheets,
    survey: `${formSheets.survey}
      image | photo | Ảnh | Photo | | | | | |`,
  })
  const sha256 = createHash('sha256').update(png).digest('hex')
  const address = (hash = sha256, unit = cell1) =>
    `/campaigns/${campaignId}/periods/${period}/units/${unit}/pictures/${hash}`

  beforeEach(async () => {
    api = testApi()
    await store(api.table, aCampaign(), 1, photos)
    await storeEvidence(api.deps, roundAt(cell1), png, 'bìa sổ.png', inspector.id, 'image')
    await storeEvidence(api.deps, roundAt(cell1), pdf, 'a.pdf', inspector.id, 'file')
  })

  test('stand in the record, and are sent as what their bytes are, sandboxed and never kept', async () => {
    await send(1, cell1, { meetings: 12, photo: `${sha256} bìa sổ.png` })
    const html = await (await api.request(path.record(campaignId, period, cell1, responseId(1)), { as: leader })).text()
    expect(html).toContain(`<img src="${address()}" alt="Photo: bìa sổ.png"`)
    const picture = await api.request(address(), { as: leader })
    expect(picture.status).toBe(200)
    expect(
      Object.fromEntries(
        [
          'content-type',
          'content-security-policy',
          'x-content-type-options',
          'content-disposition',
          'cache-control',
        ].map((name) => [name, picture.headers.get(name)]),
      ),
    ).toEqual({
      'content-type': 'image/png',
      'content-security-policy': 'sandbox',
      'x-content-type-options': 'nosniff',
      'content-disposition': 'inline',
      'cache-control': 'no-store',
    })
    expect(Buffer.from(await picture.arrayBuffer()).equals(Buffer.from(png))).toBe(true)
  })

  test('a file of another kind, and bytes that are no picture after all, are not shown', async () => {
    expect((await api.request(address(createHash('sha256').update(pdf).digest('hex')), { as: leader })).status).toBe(
      404,
    )
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
    api.objects.stored.set(evidenceKey(roundAt(cell1), sha256 as never), svg)
    expect((await api.request(address(), { as: leader })).status).toBe(404)
  })

  test('are for those who may read them', async () => {
    for (const person of [lakeLeader, riverInspector, reporter])
      expect((await api.request(address(), { as: person })).status, person.id).toBe(404)
    expect((await api.request(address(sha256, cell3), { as: leader })).status).toBe(404)
    expect((await api.request(address(), { as: inspector })).status).toBe(200)
  })
})
