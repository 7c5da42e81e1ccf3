// From the browser to the PDF: the api over memory, with the real renderer behind its queue.

import { beforeEach, describe, expect, test } from 'vitest'
import { pdf as somePdf } from '../../shared/evidence/evidence-fixture.ts'
import { formatReference } from '../../shared/evidence/reference.ts'
import { asId, FormId, type ResponseId, UnitId } from '../../shared/ids.ts'
import type { Person } from '../../shared/organisation/access.ts'
import { path } from '../../shared/paths.ts'
import { bytesOf, type DrawingApi, drawingApi, pdfText } from '../../test/support/drawing-api.ts'
import { roundAt } from '../../test/support/evidence.ts'
import { formVersion } from '../../test/support/forms.ts'
import { aJpeg } from '../../test/support/pictures.ts'
import {
  aCampaign,
  admin,
  aSubmission,
  campaignId,
  form,
  inspector,
  lakeLeader,
  leader,
  office,
  org,
  period,
  reporter,
  unitId,
} from '../../test/support/scenario.ts'
import { paperFiles } from '../report-files.ts'
import { publishForm } from '../store/form-library.ts'
import { storeEvidence } from './evidence.ts'

let api: DrawingApi
beforeEach(async () => {
  api = await drawingApi()
})

const place = (unit: string, id: ResponseId) => [campaignId, period, asId(UnitId, unit), id] as const

describe('the record of a response', () => {
  test('is drawn once, and handed out as a file', async () => {
    const id = await api.submit(1, 'cell-1')
    const first = await api.request(path.recordPdf(...place('cell-1', id)), { as: inspector })
    expect(first.status).toBe(200)
    expect(first.headers.get('content-type')).toBe('application/pdf')
    expect(first.headers.get('content-disposition')).toContain('attachment; filename="bien-ban-R1-2013-H1.pdf"')
    const pdf = await bytesOf(first)
    const text = await pdfText(pdf)
    // The test's browser reads English; the letterhead is that of the campaign's report.
    for (const words of [
      'RECORD OF A VISIT',
      'BAN TỔ CHỨC',
      'Chi bộ Sông 1',
      'Sinh hoạt đúng định kỳ',
      'inspector',
      id,
    ])
      expect(text).toContain(words)
    const again = await bytesOf(await api.request(path.recordPdf(...place('cell-1', id)), { as: office }))
    expect(Buffer.from(again).equals(Buffer.from(pdf))).toBe(true)
    expect(api.jobs).toHaveLength(1)
  })

  test('in the other language is another file', async () => {
    const id = await api.submit(1, 'cell-1')
    const pdf = await api.request(`${path.recordPdf(...place('cell-1', id))}?language=vi`, { as: inspector })
    expect(await pdfText(await bytesOf(pdf))).toContain('BIÊN BẢN')
  })

  test('a correction is another record, which says so', async () => {
    const id = await api.submit(1, 'cell-1')
    await api.request(path.recordPdf(...place('cell-1', id)), { as: inspector })
    const answers = { ...aSubmission().answers, note: 'Đã sửa' }
    const corrected = await api.postJson('/api/responses', aSubmission({ id, revision: 2, answers }), inspector)
    expect(corrected.status).toBe(201)
    const text = await pdfText(
      await bytesOf(await api.request(path.recordPdf(...place('cell-1', id)), { as: inspector })),
    )
    expect(text).toContain('Đã sửa')
    expect(text).toContain('revision 2')
    expect(api.jobs).toHaveLength(2)
  })

  test('that takes longer is waited for on a page, and asked for once', async () => {
    api.state.isDrawing = false
    const id = await api.submit(1, 'cell-1')
    const answer = await api.request(path.recordPdf(...place('cell-1', id)), { as: inspector })
    expect(answer.status).toBe(302)
    const pageHref = answer.headers.get('location') ?? ''
    expect(pageHref).toMatch(/\/paper\?asked=\d+$/)
    const waiting = await api.request(pageHref, { as: inspector })
    expect(waiting.headers.get('refresh')).toBe(`3;url=${pageHref}`)
    expect(await waiting.text()).toContain('The PDF is being made')
    expect(api.toRender).toHaveLength(1)
    api.state.isDrawing = true
    await api.draw()
    const ready = await api.request(pageHref, { as: inspector })
    expect(ready.headers.get('refresh')).toBeNull()
    expect(await ready.text()).toContain(`href="${path.recordPdf(...place('cell-1', id))}"`)
  })

  test('whose job was lost is asked for again by the page', async () => {
    api.state.isDrawing = false
    const id = await api.submit(1, 'cell-1')
    const old = Date.parse(api.deps.now()) - 10 * 60_000
    await api.request(`${path.recordPaper(...place('cell-1', id))}?asked=${old}`, { as: inspector })
    expect(api.toRender).toHaveLength(1)
  })

  test('of more than a function answers with goes by a link that ends soon', async () => {
    const id = await api.submit(1, 'cell-1')
    await api.request(path.recordPdf(...place('cell-1', id)), { as: inspector })
    const [folder = ''] = api.jobs
    await api.objects.put(paperFiles(folder).pdf, Buffer.alloc(5_000_000), 'application/pdf')
    const answer = await api.request(path.recordPdf(...place('cell-1', id)), { as: inspector })
    expect(answer.status).toBe(302)
    expect(answer.headers.get('location')).toMatch(/^https:\/\/objects\.test\/documents\/org\/.*seconds=60/)
  })

  test.each([
    ['its sender', inspector, 200],
    ['the office', office, 200],
    ['a leader of the unit', leader, 200],
    ['a leader of another unit', lakeLeader, 404],
    ['a reporter', reporter, 404],
  ])('is for whoever may read the response: %s', async (_, as: Person, status) => {
    const id = await api.submit(1, 'cell-1')
    expect((await api.request(path.recordPdf(...place('cell-1', id)), { as })).status).toBe(status)
    expect((await api.request(path.recordPaper(...place('cell-1', id)), { as })).status).toBe(status)
  })
})

describe('evidence in a record', () => {
  const withPhoto = formVersion('photo-form', {
    survey: `
      type | name | label | appearance
      image | gate | Cổng |
      file | paper | Văn bản |`,
  })
  beforeEach(async () => {
    await publishForm(api.table, {
      organisationId: org,
      formId: withPhoto.formId,
      form: withPhoto.form,
      by: null,
      at: '2012-12-01T00:00:00.000Z',
    })
    await api.table.remove({ pk: `ORG#${org}`, sk: `CAMPAIGN#${campaignId}` })
    const campaign = aCampaign({ form: { formId: withPhoto.formId, version: 1 }, indicators: [] })
    await api.table.insert({
      pk: `ORG#${org}`,
      sk: `CAMPAIGN#${campaignId}`,
      body: JSON.stringify(campaign),
      version: 1,
    })
  })
  const hand = async (bytes: Uint8Array, name: string, kind: 'image' | 'file') => {
    const stored = await storeEvidence(api.deps, roundAt(unitId('cell-1')), bytes, name, inspector.id, kind)
    if (!stored.ok) throw new Error(stored.problem.code)
    return formatReference(stored.value.reference)
  }

  test('a photo is printed without where it was taken; other files are named', async () => {
    const photo = aJpeg({ width: 64, height: 48, secrets: ['GPS 21.03 105.85'] })
    const answers = { gate: await hand(photo, 'cổng.jpg', 'image'), paper: await hand(somePdf, 'gốc.pdf', 'file') }
    const id = await api.submit(1, 'cell-1', answers)
    const pdf = await bytesOf(await api.request(path.recordPdf(...place('cell-1', id)), { as: office }))
    const raw = Buffer.from(pdf).toString('latin1')
    expect(raw.match(/\/Subtype \/Image/g)).toHaveLength(1)
    expect(raw).not.toContain('GPS')
    const text = await pdfText(pdf)
    expect(text).toContain('Photo 1')
    expect(text).toContain('gốc.pdf')
  })

  test('a photo too large to print is named', async () => {
    const photo = Buffer.concat([aJpeg({ width: 64, height: 48 }), Buffer.alloc(2_200_000)])
    const id = await api.submit(1, 'cell-1', { gate: await hand(photo, 'to.jpg', 'image') })
    const pdf = await bytesOf(await api.request(path.recordPdf(...place('cell-1', id)), { as: office }))
    expect(Buffer.from(pdf).toString('latin1')).not.toContain('/Subtype /Image')
    expect(await pdfText(pdf)).toContain('File 1')
  })
})

describe('a blank form', () => {
  const pdfOf = (as: Person, language?: string, rounds?: number) =>
    api.request(path.blankFormPdf(form.formId, 1, language, rounds), { as })

  test('is drawn in the language that is asked for', async () => {
    expect(await pdfText(await bytesOf(await pdfOf(inspector, 'Tiếng Việt (vi)')))).toContain('PHIẾU KHẢO SÁT')
    const english = await pdfOf(inspector, 'English (en)')
    expect(english.headers.get('content-disposition')).toContain('Survey v1.pdf')
    expect(await pdfText(await bytesOf(english))).toContain('SURVEY')
    expect(await pdfText(await bytesOf(await pdfOf(inspector, 'Klingon')))).toContain('SURVEY')
  })

  test.each([
    ['who designs forms', admin, 200],
    ['who enters answers for others', office, 200],
    ['who answers it', inspector, 200],
    ['nobody else', leader, 404],
    ['not who answers other campaigns', reporter, 404],
  ])('is for %s', async (_, as: Person, status) => {
    expect((await pdfOf(as)).status).toBe(status)
    expect((await api.request(path.blankForm(form.formId, 1), { as })).status).toBe(status)
  })

  test('of a version that no campaign asks is for designers alone', async () => {
    const other = asId(FormId, 'other-form')
    await publishForm(api.table, {
      organisationId: org,
      formId: other,
      form: form.form,
      by: null,
      at: '2012-12-01T00:00:00.000Z',
    })
    expect((await api.request(path.blankForm(other, 1), { as: inspector })).status).toBe(404)
    expect((await api.request(path.blankForm(other, 1), { as: admin })).status).toBe(200)
  })

  test('its page offers languages and rounds, and keeps what was chosen', async () => {
    const href = `${path.blankForm(form.formId, 1)}?language=English+%28en%29&rounds=7`
    const html = await (await api.request(href, { as: inspector })).text()
    expect(html).toContain('<option value="English (en)" selected')
    expect(html).toMatch(/name="rounds"[^>]*value="7"/)
    expect(html).not.toContain('being made')
  })
})
