// Pictures beside a workbook, over HTTP: shown before anything is stored, kept with the version, seen by those who fill in.

import { beforeEach, expect, test } from 'vitest'
import { jpeg, png } from '../../shared/evidence/evidence-fixture.ts'
import { asId, FormId } from '../../shared/ids.ts'
import { deskMessages } from '../../shared/messages/desk.ts'
import { path } from '../../shared/paths.ts'
import { type TestApi, testApi } from '../../test/support/api.ts'
import { bytesOf, deskOf, hiddenField } from '../../test/support/desk.ts'
import { inspector, org, store } from '../../test/support/scenario.ts'
import { findFamily } from '../store/form-library.ts'
import { findFormVersion } from '../store/forms.ts'

const m = deskMessages.en
const formId = asId(FormId, 'pictured')
const workbook = bytesOf({
  survey: [
    ['type', 'name', 'label', 'media::image'],
    ['note', 'see', 'The hall', 'hall.png'],
    ['select_one c', 'which', 'Which?', ''],
  ],
  choices: [
    ['list_name', 'name', 'label', 'media::image'],
    ['c', 'a', 'First', 'a.jpg'],
    ['c', 'b', 'Second', 'b.svg'],
    ['c', 'd', 'Third', 'gone.png'],
  ],
  settings: [
    ['form_title', 'form_id'],
    ['Pictured', 'pictured'],
  ],
})
const files = (picture: Uint8Array) =>
  [
    ['workbook', 'pictured.xlsx', workbook],
    ['files', 'hall.png', picture],
    ['files', 'a.jpg', jpeg],
    ['files', 'b.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ['files', 'never-asked-for.png', png],
  ] as const

let api: TestApi
let desk: ReturnType<typeof deskOf>
beforeEach(async () => {
  api = testApi()
  desk = deskOf(api)
  await store(api.table)
})

async function publish(picture: Uint8Array): Promise<Response> {
  const html = await (await desk.upload(path.formPreview(), files(picture))).text()
  return desk.send(path.forms(), { book: hiddenField(html, 'book'), fileName: 'pictured.xlsx', action: 'publish' })
}

test('a preview shows them, says which are missing or none, and stores nothing', async () => {
  const answer = await desk.upload(path.formPreview(), files(png))
  expect(answer.headers.get('content-security-policy')).toContain("img-src 'self' data:")
  const html = await answer.text()
  expect([...html.matchAll(/<img[^>]* src="([^"]*)"/g)].map(([, src]) => src)).toEqual([
    `data:image/png;base64,${Buffer.from(png).toString('base64')}`,
    `data:image/jpeg;base64,${Buffer.from(jpeg).toString('base64')}`,
  ])
  expect(html).toContain(m.missingPictures('gone.png'))
  expect(html).toContain(m.unfitPictures('b.svg'))
  expect(await api.objects.list('forms/')).toEqual([])
})

test('a version keeps them; other pictures are another version, the same ones are not', async () => {
  expect((await publish(png)).status).toBe(303)
  expect((await publish(png)).status).toBe(303)
  expect((await publish(jpeg)).status).toBe(303)
  expect((await findFamily(api.table, org, formId))?.versions.map(({ version }) => version)).toEqual([1, 2])
  const version = await findFormVersion(api.table, org, formId, 1)
  expect(version?.pictures?.map(({ name, mediaType }) => [name, mediaType])).toEqual([
    ['hall.png', 'image/png'],
    ['a.jpg', 'image/jpeg'],
  ])
  const [hall] = version?.pictures ?? []
  if (!hall) throw new Error('The picture is not there')
  const address = path.formPicture(formId, hall.sha256)
  const seen = await api.request(address, { as: inspector })
  expect(Buffer.from(await seen.arrayBuffer()).equals(Buffer.from(png))).toBe(true)
  expect(seen.headers.get('content-type')).toBe('image/png')
  expect(seen.headers.get('x-content-type-options')).toBe('nosniff')
  expect(seen.headers.get('cache-control')).toBe('private, max-age=31536000, immutable')
  expect((await api.request(address)).status).toBe(302)
  const other = path.formPicture(asId(FormId, 'other'), hall.sha256)
  expect((await api.request(other, { as: inspector })).status).toBe(404)
})

test('the page of a version hands them out, and what is tried from there is that version', async () => {
  await publish(png)
  const page = await (await desk.see(path.formVersion(formId, 1))).text()
  expect(page).toContain(m.downloadFile('hall.png'))
  const tried = await desk.send(path.formPreview(), { book: hiddenField(page, 'book'), fileName: 'pictured.xlsx' })
  const html = await tried.text()
  expect(html).toContain(`data:image/png;base64,${Buffer.from(png).toString('base64')}`)
  expect(html).toContain(m.sameAs)
})
