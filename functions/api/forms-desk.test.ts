// The pages about forms themselves, over HTTP: imports good and bad, publishing, versions as files.

import { beforeEach, describe, expect, test } from 'vitest'
import { asId, FormId } from '../../shared/ids.ts'
import { deskMessages } from '../../shared/messages/desk.ts'
import { describeFault, describeProblem } from '../../shared/messages/problem.ts'
import { path } from '../../shared/paths.ts'
import { type Problem, problem } from '../../shared/problems.ts'
import { type TestApi, testApi, testNow } from '../../test/support/api.ts'
import { bytesOf, deskOf, hiddenField, pageText, type Sheets } from '../../test/support/desk.ts'
import { campaignId, designer, org, store } from '../../test/support/scenario.ts'
import { readAudit } from '../store/audit.ts'
import { findFamily, listFamilies } from '../store/form-library.ts'
import { importForm } from '../workbook/import-form.ts'
import { readCsv } from '../workbook/read-csv.ts'
import { zipOf } from '../workbook/zip-fixture.ts'
import { largestFormWithFiles } from './body.ts'

const visit = asId(FormId, 'visit')
const m = deskMessages.en
const titleOf = (one: Problem) => describeProblem(one, 'en', 'Asia/Ho_Chi_Minh').title

const good = (label = 'Name', version = '1', type = 'text'): Sheets => ({
  survey: [
    ['type', 'name', 'label', 'constraint'],
    [type, 'who', label, ''],
    ['integer', 'age', 'Age', '. < 150'],
  ],
  settings: [
    ['form_title', 'form_id', 'version'],
    ['Visit of a cell', 'visit', version],
  ],
})

let api: TestApi
let desk: ReturnType<typeof deskOf>
beforeEach(async () => {
  api = testApi()
  desk = deskOf(api)
  await store(api.table)
})

describe('preview', () => {
  test('shows title, questions and the form, and stores nothing', async () => {
    const before = await listFamilies(api.table, org)
    const answer = await desk.preview(good())
    expect(answer.status).toBe(200)
    const text = await pageText(answer)
    for (const part of [m.previewOf('Visit of a cell'), m.noErrors, m.publishNow, 'Age', m.becomes('version 1 (“1”)')])
      expect(text).toContain(part)
    expect(await listFamilies(api.table, org)).toEqual(before)
  })

  test('errors stand beside their row, with what it says, and nothing can be published', async () => {
    const sheets = {
      survey: [
        ['type', 'name', 'label'],
        ['txet', 'a', 'Some <b>label</b>'],
      ],
    }
    const answer = await desk.preview(sheets)
    expect(answer.status).toBe(200)
    const html = await answer.text()
    expect(html).toContain('<mark>txet</mark>')
    expect(html).toContain('Some &lt;b&gt;label&lt;/b&gt;')
    expect(html).not.toContain(m.publishNow)
    const refused = await desk.send(path.forms(), { book: hiddenField(html, 'book'), fileName: 'a.xlsx' })
    expect(refused.status).toBe(422)
    expect(await pageText(refused)).toContain(titleOf(problem.formFaulty(1)))
  })

  test('a form with lists in CSV files can be looked at without them, and published with them', async () => {
    const sheets = {
      survey: [
        ['type', 'name', 'label'],
        ['select_one_from_file towns.csv', 'town', 'Town'],
      ],
    }
    const without = await pageText(await desk.preview(sheets, 'towns.xlsx'))
    expect(without).toContain(titleOf(problem.formFilesMissing(['towns.csv'])))
    const csv = Buffer.from('name;label\nhn;Hà Nội\nhue;Huế\n')
    const answer = await desk.upload(path.formPreview(), [
      ['workbook', 'towns.xlsx', bytesOf(sheets)],
      ['files', 'towns.csv', csv],
      ['files', 'other.csv', csv],
    ])
    const html = await answer.text()
    expect(html).toContain('Huế')
    const published = await desk.send(path.forms(), { book: hiddenField(html, 'book'), fileName: 'towns.xlsx' })
    expect(published.headers.get('location')).toBe('/forms/towns/versions/1')
    const file = await desk.see(path.formFile(asId(FormId, 'towns'), 1, 'towns.csv'))
    expect(file.headers.get('content-disposition')).toContain('attachment; filename="towns.csv"')
    const home = readCsv(new Uint8Array(await file.arrayBuffer()))
    const own = readCsv(csv)
    expect(home.ok && home.value.rows).toEqual(own.ok && own.value.rows)
    expect((await desk.see(path.formFile(asId(FormId, 'towns'), 1, 'other.csv'))).status).toBe(404)
  })

  test('a try acts: faults are named, good answers are shown as they would be stored, and are not', async () => {
    const html = await (await desk.preview(good())).text()
    const fields = {
      book: hiddenField(html, 'book'),
      fileName: 'visit.xlsx',
      id: hiddenField(html, 'id'),
      action: 'send',
    }
    const wrong = await desk.send(path.formPreview(), { ...fields, 'q.age': '200' })
    expect(await pageText(wrong)).toContain(describeFault({ question: 'age', code: 'answer.constraint' }, 'en'))
    const right = await desk.send(path.formPreview(), { ...fields, 'q.age': '40', 'q.who': 'Lan', device: 'desktop' })
    const text = await right.text()
    expect(text).toContain(m.accepted)
    expect(text).toMatch(/value="desktop"[^>]*checked/)
    expect(api.objects.stored.size).toBe(0)
  })

  test('a file that answers a question in a try is named and not kept', async () => {
    const html = await (await desk.preview(good('Photo', '1', 'image'))).text()
    const body = new FormData()
    for (const [name, value] of [
      ['book', hiddenField(html, 'book')],
      ['id', hiddenField(html, 'id')],
      ['action', 'send'],
      ['q.who', ''],
    ] as const)
      body.append(name, value)
    body.append('file.who', new File(['x'], 'bức ảnh.jpg'))
    const answer = await api.request(path.formPreview(), { method: 'POST', body, as: designer })
    const text = await pageText(answer)
    expect(text).toContain(m.accepted)
    expect(text).toContain('bức ảnh.jpg')
    expect(api.objects.stored.size).toBe(0)
  })

  test('the language switch keeps the workbook', async () => {
    const book = hiddenField(await (await desk.preview(good())).text(), 'book')
    const answer = await desk.send(path.formPreview(), { book, fileName: 'visit.xlsx', language: 'vi' })
    expect(answer.headers.get('set-cookie')).toContain('language=vi')
    expect(await pageText(answer)).toContain(deskMessages.vi.previewOf('Visit of a cell'))
  })

  test('without a workbook there is nothing to look at', async () => {
    const back = await desk.see(path.formPreview())
    expect([back.status, back.headers.get('location')]).toEqual([302, path.forms()])
  })
})

describe('what is no workbook', () => {
  const billion = zipOf([{ name: 'xl/workbook.xml', data: '<!DOCTYPE a [<!ENTITY b "c">]><workbook/>' }])
  const bad: readonly (readonly [what: string, bytes: Uint8Array])[] = [
    ['text', Buffer.from('type,name\n')],
    ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
    ['half a workbook', bytesOf(good()).slice(0, 700)],
    ['a zip with entities', billion],
  ]
  test.each(bad)('%s is said to be none', async (_, bytes) => {
    const answer = await desk.preview(bytes)
    expect(answer.status).toBe(422)
    expect(await pageText(answer)).toContain(m.unreadable)
  })

  test('no file, a file in another field, and cells that nobody packed', async () => {
    const wrong = titleOf(problem.uploadWrong())
    for (const address of [path.formPreview(), path.forms()]) {
      const answers = [
        await desk.upload(address, []),
        await desk.upload(address, [['workbook', '', new Uint8Array()]]),
        await desk.upload(address, [['other', 'a.xlsx', bytesOf(good())]]),
        await desk.send(address, { book: 'none' }),
        await api.postForm(address, { workbook: 'visit.xlsx' }, designer),
      ]
      for (const answer of answers) {
        expect(answer.status).toBe(422)
        expect(await pageText(answer)).toContain(wrong)
      }
    }
    expect(await listFamilies(api.table, org)).toHaveLength(1)
  })

  test('more than may be sent', async () => {
    const answer = await desk.preview(new Uint8Array(largestFormWithFiles + 1))
    expect(answer.status).toBe(413)
  })

  test('what another site sends', async () => {
    const body = new FormData()
    body.append('workbook', new File([Buffer.from(bytesOf(good()))], 'visit.xlsx'))
    for (const address of [path.formPreview(), path.forms()]) {
      const headers = { origin: 'https://elsewhere.example' }
      expect((await api.request(address, { method: 'POST', body, headers, as: designer })).status).toBe(403)
    }
  })
})

describe('publishing', () => {
  test('makes versions; the same again leads to the version there is; other content under its name is refused', async () => {
    const first = await desk.publish(good())
    expect([first.status, first.headers.get('location')]).toEqual([303, '/forms/visit/versions/1'])
    expect((await desk.publish(good())).headers.get('location')).toBe('/forms/visit/versions/1')
    const { entries } = await readAudit(api.table, org, testNow.slice(0, 7), { limit: 9 })
    expect(entries.map(({ verb }) => verb)).toEqual(['form.published'])
    const taken = await desk.publish(good('Full name'))
    expect(taken.status).toBe(409)
    expect(await pageText(taken)).toContain(titleOf(problem.versionNameTaken('1', 1)))
    expect((await desk.publish(good('Full name', '2'))).headers.get('location')).toBe('/forms/visit/versions/2')
    const family = await findFamily(api.table, org, visit)
    expect(family?.versions.map(({ version, name, publishedBy }) => [version, name, publishedBy])).toEqual([
      [1, '1', designer.id],
      [2, '2', designer.id],
    ])
    const library = await pageText(await desk.see(path.forms()))
    expect(library).toContain(m.version(2, '2'))
    expect(library).toContain('Cell survey')
  })

  test('a name that leaves no address is refused', async () => {
    const { survey } = good()
    const html = await (await desk.preview({ survey: survey ?? [] }, '***.xlsx')).text()
    expect(html).toContain(titleOf(problem.formIdMissing()))
    const answer = await desk.send(path.forms(), { book: hiddenField(html, 'book'), fileName: '***.xlsx' })
    expect(answer.status).toBe(422)
  })
})

describe('a version', () => {
  test('has a page, a workbook that imports as the same form, and JSON', async () => {
    await desk.publish(good())
    const page = await pageText(await desk.see('/forms/visit/versions/1'))
    for (const part of ['Visit of a cell', designer.name, m.notAsked]) expect(page).toContain(part)
    const file = await desk.see('/forms/visit/versions/1/form.xlsx')
    expect(file.headers.get('content-disposition')).toContain('attachment; filename="Visit of a cell (1).xlsx"')
    const home = importForm(new Uint8Array(await file.arrayBuffer()), () => undefined)
    const own = importForm(bytesOf(good()), () => undefined)
    expect(home.ok && home.value.form).toEqual(own.ok && own.value.form)
    const json = await desk.see('/forms/visit/versions/1/form.json')
    expect(await json.json()).toMatchObject({ formId: 'visit', version: 1, form: { settings: { version: '1' } } })
  })

  test.each([
    '/forms/visit/versions/9',
    '/forms/none/versions/1',
    '/forms/visit/versions/x',
    '/forms/..%2F/versions/1',
  ])('%s is none', async (address) => {
    await desk.publish(good())
    for (const more of ['', '/form.xlsx', '/form.json', `/campaigns/${campaignId}`])
      expect((await api.request(`${address}${more}`, { as: designer })).status).toBe(404)
  })
})
