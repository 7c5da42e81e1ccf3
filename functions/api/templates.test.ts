// The desk of templates: every step with and without rights, over versions that others have changed, with hostile texts and files.

import { beforeEach, expect, test } from 'vitest'
import { asId, ReportId, ReportPlanId } from '../../shared/ids.ts'
import type { Person } from '../../shared/organisation/access.ts'
import { path } from '../../shared/paths.ts'
import type { TemplateContent } from '../../shared/report/template.ts'
import { shippedTemplates } from '../../shared/report/templates/shipped.ts'
import { type TestApi, testApi } from '../../test/support/api.ts'
import { pageText } from '../../test/support/desk.ts'
import {
  aCampaign,
  campaignId,
  lakeLeader,
  leader,
  office,
  org,
  period,
  plan,
  store,
  unitId,
} from '../../test/support/scenario.ts'
import { composeReport } from '../compose-report.ts'
import { readAudit } from '../store/audit.ts'
import { saveCampaign } from '../store/campaigns.ts'
import { insertPerson } from '../store/people.ts'
import { findOwnTemplate, findTemplate, findTemplateVersion } from '../store/report-templates.ts'

let api: TestApi
beforeEach(async () => {
  api = testApi()
  await store(api.table)
})

const see = (address: string, as: Person = office) => api.request(address, { as })
const text = async (address: string, as: Person = office) => pageText(await see(address, as))
const idIn = (answer: Response): string => /\/templates\/([^?]+)/.exec(answer.headers.get('location') ?? '')?.[1] ?? ''

async function make(fields: Record<string, string> = { from: 'empty' }, as: Person = office): Promise<string> {
  const answer = await api.postForm(path.templates(), { unit: 'bloc', ...fields }, as)
  expect(answer.status).toBe(303)
  return idIn(answer)
}
const content = async (id: string): Promise<TemplateContent> => {
  const found = await findOwnTemplate(api.deps, org, id)
  if (!found?.own.draft) throw new Error(`${id} has no draft`)
  return found.own.draft
}
const version = async (id: string) => String((await findOwnTemplate(api.deps, org, id))?.version)
const step = async (id: string, name: string, fields: Record<string, string> = {}, as: Person = office) =>
  api.postForm(path.template(id), { version: await version(id), step: name, ...fields }, as)
const publish = async (id: string, as: Person = office) =>
  api.postForm(path.templatePublication(id), { version: await version(id) }, as)
const verbs = async () =>
  (await readAudit(api.table, org, '2013-03', { limit: 100 })).entries.map(({ verb }) => verb).reverse()
const titles = (sections: TemplateContent['sections']) => sections.map(({ title }) => title.vi)

test('the list says what each template shows and which reports follow it', async () => {
  const page = await text(path.templates())
  for (const { name } of shippedTemplates) expect(page).toContain(name.en)
  expect(page).toContain('Used for: Quality of cells.')
  expect(page).toContain('No report uses this template yet.')
  expect(page).toContain('The organisation has no template of its own yet.')
  expect((await see(path.templates(), leader)).status).toBe(200)
  expect(await text(path.templates(), leader)).not.toContain('Make a template')
})

test('a template is made, changed step by step, put in force and changed again; each version stays as it was', async () => {
  const id = await make()
  expect(await findTemplate(api.deps, org, id)).toBeUndefined()
  await step(id, 'add-section ')
  expect(titles((await content(id)).sections)).toEqual(['Tình hình nộp phiếu', 'Ghi chú về số liệu', 'Phần mới'])
  await step(id, 'save', { open: '2', titleVi: 'Kết quả {period}', titleEn: 'Results', unnumbered: 'yes' })
  await step(id, 'add 2 ranking')
  await step(id, 'up 2')
  expect((await content(id)).sections[1]).toEqual({
    title: { vi: 'Kết quả {period}', en: 'Results' },
    isUnnumbered: true,
    blocks: [{ block: 'ranking', role: 'results' }],
  })
  expect((await publish(id)).headers.get('location')).toContain('done=published')
  const first = await findTemplate(api.deps, org, id)
  expect(first).toMatchObject({ id, version: 1 })
  await step(id, 'remove 1/0')
  expect(await findTemplate(api.deps, org, id)).toEqual(first)
  await publish(id)
  expect((await findTemplate(api.deps, org, id))?.sections[1]?.blocks).toEqual([])
  expect(await findTemplateVersion(api.deps, org, id, 1)).toEqual(first)
  expect(await text(path.template(id, { version: '1' }))).toContain('This is version 1')
  expect((await see(path.template(id, { version: '7' }))).status).toBe(404)
  const changed = Array.from({ length: 4 }, () => 'template.changed')
  expect(await verbs()).toEqual([
    'template.created',
    ...changed,
    'template.published',
    'template.changed',
    'template.published',
  ])
})

test('undo takes the last step back, and once more brings it again; discard falls back on what is in force', async () => {
  const id = await make()
  const before = await content(id)
  await step(id, 'down 0')
  const after = await content(id)
  expect(titles(after.sections)).toEqual(titles(before.sections).toReversed())
  await step(id, 'undo')
  expect(await content(id)).toEqual(before)
  await step(id, 'undo')
  expect(await content(id)).toEqual(after)
  expect((await step(id, 'discard')).status).toBe(409)
  await publish(id)
  await step(id, 'down 0')
  expect((await step(id, 'discard')).status).toBe(303)
  expect((await findOwnTemplate(api.deps, org, id))?.own.draft).toBeNull()
  expect((await publish(id)).status).toBe(409)
})

test('what is typed is taken along with whatever is pressed, and stands there again where it is wrong', async () => {
  const id = await make()
  await step(id, 'add-section ', { open: '0', titleVi: 'Đã gõ', titleEn: '', emptyVi: '', emptyEn: '' })
  expect(titles((await content(id)).sections)).toEqual(['Đã gõ', 'Ghi chú về số liệu', 'Phần mới'])
  const wrong = await step(id, 'save', { open: '0', titleVi: '', titleEn: 'Typed' })
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('value="Typed"')
  expect((await content(id)).sections[0]?.title.vi).toBe('Đã gõ')
  // What goes needs not be right.
  expect((await step(id, 'remove 0', { open: '0', titleVi: '' })).status).toBe(303)
  expect(titles((await content(id)).sections)).toEqual(['Ghi chú về số liệu', 'Phần mới'])
})

test('the settings of a block are read by its kind', async () => {
  const id = await make()
  await step(id, 'add 0 classification')
  const classes = {
    class0Vi: 'Tốt',
    class0From: '90 %',
    class1Vi: 'Khá',
    class1En: 'Fair',
    class1From: '0,5',
    class2Vi: 'Kém',
  }
  await step(id, 'save', { open: '0/3', role: 'results', indicator: 'minutes', ...classes })
  expect((await content(id)).sections[0]?.blocks[3]).toEqual({
    block: 'classification',
    role: 'results',
    indicator: 'minutes',
    classes: [
      { name: { vi: 'Tốt' }, from: '0.90' },
      { name: { vi: 'Khá', en: 'Fair' }, from: '0.5' },
      { name: { vi: 'Kém' } },
    ],
  })
  const wrong = await step(id, 'save', { open: '0/3', role: 'results', indicator: '', class0Vi: 'Một' })
  expect(wrong.status).toBe(422)
  expect(await pageText(wrong)).toContain('There must be 2 to 8 classes')
  await step(id, 'add 0 free-text')
  expect((await content(id)).sections[0]?.blocks[4]).toEqual({ block: 'free-text', role: 'results', question: 'note' })
})

test('sources of figures come and go; one that is read stays', async () => {
  const id = await make()
  await step(id, 'add-role')
  expect((await content(id)).roles.map(({ key }) => key)).toEqual(['results', 'source-1'])
  expect((await step(id, 'remove-role results')).status).toBe(409)
  await step(id, 'save', {
    open: 'settings',
    nameVi: 'Mẫu của Khối',
    nameEn: '',
    'role.results.vi': 'Chi bộ',
    'role.results.kind': 'inspection',
    'role.source-1.vi': 'Đảng bộ',
  })
  expect(await content(id)).toMatchObject({
    name: { vi: 'Mẫu của Khối' },
    roles: [
      { key: 'results', title: { vi: 'Chi bộ' }, kind: 'inspection' },
      { key: 'source-1', title: { vi: 'Đảng bộ' } },
    ],
  })
  expect((await step(id, 'remove-role source-1')).status).toBe(303)
})

test.each([
  'up 0',
  'down 1',
  'in 0',
  'out 0',
  'up 9',
  'up 0/9',
  'remove 5',
  'add 0 nothing',
  'add 9 text',
  'add 0 cell-quality',
  'fly 0',
  '',
  'up 0.0.0.0.0',
  'constructor 0',
])('the step "%s" is not possible and changes nothing', async (name) => {
  const id = await make()
  const before = await findOwnTemplate(api.deps, org, id)
  expect((await step(id, name)).status).toBe(409)
  expect(await findOwnTemplate(api.deps, org, id)).toEqual(before)
})

test('levels end at the fourth, and what one section holds has an end', async () => {
  const id = await make()
  for (const place of ['', '2', '2.0', '2.0.0']) expect((await step(id, `add-section ${place}`)).status).toBe(303)
  expect((await step(id, 'add-section 2.0.0.0')).status).toBe(409)
  for (let n = 0; n < 20; n += 1) await step(id, 'add 2.0.0.0 text')
  expect((await step(id, 'add 2.0.0.0 text')).status).toBe(409)
})

test('of two who change the same version one is told, and keeps what was typed', async () => {
  const id = await make()
  const seen = await version(id)
  await step(id, 'down 0')
  const late = await api.postForm(
    path.template(id),
    { version: seen, step: 'save', open: '0', titleVi: 'Muộn' },
    office,
  )
  expect(late.status).toBe(409)
  const html = await late.text()
  expect(html).toContain('value="Muộn"')
  expect(html).toContain('The template has just been changed')
  expect((await api.postForm(path.templatePublication(id), { version: seen }, office)).status).toBe(409)
  expect(await findTemplate(api.deps, org, id)).toBeUndefined()
})

test('the preview is the report, of the campaign and period that are looked at, and of what is typed', async () => {
  const id = await make()
  const page = await text(path.template(id))
  expect(page).toContain('Chi bộ Sông 1')
  const look = { 'c.results': campaignId, period, language: 'en', preset: 'plain' }
  const fields = { ...look, open: '0', titleVi: 'Phần', titleEn: 'Typed just now' }
  const shown = await api.postForm(path.templatePreview(id), fields, leader)
  expect(shown.status).toBe(200)
  const html = await shown.text()
  expect(html).toContain('Typed just now')
  expect(html).not.toContain('<html')
  expect((await content(id)).sections[0]?.title.en).toBe('What came in')
  const unfinished = await api.postForm(path.templatePreview(id), { ...look, open: '0', titleVi: '' }, leader)
  expect(await unfinished.text()).toContain('Something isn’t right yet')
})

test('whoever makes reports of one unit previews that unit alone', async () => {
  const [shipped] = shippedTemplates
  const own = await text(path.template(shipped?.id ?? ''), lakeLeader)
  expect(own).toContain('Chi bộ Hồ 1')
  expect(own).not.toContain('Chi bộ Sông')
})

test('a shipped template is read and copied, never changed', async () => {
  const [shipped] = shippedTemplates
  if (!shipped) throw new Error('No template comes with the program')
  expect(await text(path.template(shipped.id))).toContain('can’t be changed')
  expect((await api.postForm(path.template(shipped.id), { step: 'up 1', version: '0' }, office)).status).toBe(404)
  expect((await see(path.templateDeletion(shipped.id))).status).toBe(404)
  const id = await make({ from: 'template', template: shipped.id })
  expect(await content(id)).toEqual({
    name: { vi: `${shipped.name.vi} (bản chép)`, en: `${shipped.name.en} (copy)` },
    roles: shipped.roles,
    sections: shipped.sections,
  })
})

test('a campaign’s form suggests a template', async () => {
  const id = await make({ from: 'campaign', campaign: campaignId })
  const { sections } = await content(id)
  expect(titles(sections)).toEqual(['Tình hình nộp phiếu', 'Các nội dung khác', 'Ghi chú về số liệu'])
  expect(sections[1]?.blocks).toEqual([
    { block: 'indicators', role: 'results', indicators: ['meetings', 'minutes'], as: 'table', compare: 'before' },
    { block: 'by-unit', role: 'results', indicators: ['meetings', 'minutes'], compare: 'before' },
  ])
  expect(sections[1]?.sections?.[0]).toEqual({
    title: { vi: 'Ghi chú', en: 'Note' },
    blocks: [{ block: 'free-text', role: 'results', question: 'note' }],
  })
})

test('a template in another’s care is used from below, not changed; from beside it isn’t there', async () => {
  const lakeOffice: Person = {
    ...office,
    id: 'lake-office' as never,
    email: 'lake-office@example.org',
    roles: [{ role: 'office', unitId: unitId('lake') }],
  }
  const riverOffice: Person = {
    ...lakeOffice,
    id: 'river-office' as never,
    email: 'river-office@example.org',
    roles: [{ role: 'office', unitId: unitId('river') }],
  }
  for (const one of [lakeOffice, riverOffice]) await insertPerson(api.table, org, one)
  const top = await make()
  expect((await see(path.template(top), lakeOffice)).status).toBe(200)
  expect((await step(top, 'down 0', {}, lakeOffice)).status).toBe(403)
  expect((await publish(top, leader)).status).toBe(403)
  expect((await api.postForm(path.templates(), { from: 'empty', unit: 'bloc' }, lakeOffice)).status).toBe(422)
  const lake = await make({ from: 'empty', unit: 'lake' }, lakeOffice)
  expect((await see(path.template(lake), riverOffice)).status).toBe(404)
  expect((await step(lake, 'down 0', {}, riverOffice)).status).toBe(403)
  expect(
    (await api.postForm(path.templates(), { from: 'template', template: lake, unit: 'river' }, riverOffice)).status,
  ).toBe(422)
  expect((await step(lake, 'down 0')).status).toBe(303)
})

test('a template that reports follow is neither deleted nor put in force without a source that they have', async () => {
  const id = await make()
  await publish(id)
  const rule = {
    ...({ template: id, role: 'results', language: 'vi', preset: 'plain' } as const),
    recipients: ['Lưu'],
    header: { bodyAbove: '', body: 'KHỐI', documentSymbol: '', place: 'Hà Nội' },
    sign: { authority: null, post: 'TRƯỞNG BAN' },
    schedule: { kind: 'days-after' as const, days: 10, hour: 7 },
    since: '2013-01-01T00:00:00.000Z',
  }
  await saveCampaign(api.table, aCampaign({ report: rule }), 1)
  const asked = await text(path.templateDeletion(id))
  expect(asked).toContain('The template is in use')
  expect(asked).toContain('Cell survey')
  expect(
    (await api.postForm(path.templateDeletion(id), { version: await version(id), name: 'New template' }, office))
      .status,
  ).toBe(409)
  await step(id, 'save', {
    open: 'settings',
    nameVi: 'Mẫu',
    'role.results.vi': 'Đợt',
    'role.results.kind': 'unit-report',
  })
  const refused = await publish(id)
  expect(refused.status).toBe(409)
  expect(await pageText(refused)).toContain('have no fitting campaign')
  expect((await findTemplate(api.deps, org, id))?.version).toBe(1)
})

test('deleting asks for the name; what was published stays for the reports that were made of it', async () => {
  const id = await make()
  await publish(id)
  const remove = async (name: string) =>
    api.postForm(path.templateDeletion(id), { version: await version(id), name }, office)
  expect((await remove('something else')).status).toBe(422)
  expect((await remove('New template')).status).toBe(303)
  expect((await see(path.template(id))).status).toBe(404)
  expect(await text(path.templates())).not.toContain('New template')
  expect((await findTemplateVersion(api.deps, org, id, 1))?.version).toBe(1)
})

const upload = (file: string | Uint8Array<ArrayBuffer>) => {
  const body = new FormData()
  for (const [name, value] of Object.entries({ from: 'file', unit: 'bloc' })) body.set(name, value)
  body.set('file', new File([file], 'mau.json', { type: 'application/json' }))
  return api.request(path.templates(), { method: 'POST', body, as: office })
}

test('a template goes to a sister organisation as a file and is the same there', async () => {
  const [shipped] = shippedTemplates
  const sent = await see(path.templateFile(shipped?.id ?? ''))
  expect(sent.headers.get('content-disposition')).toContain('attachment')
  const answer = await upload(await sent.text())
  expect(answer.status).toBe(303)
  const { id: _, version: __, ...rest } = shipped ?? { id: '', version: 0 }
  expect(await content(idIn(answer))).toEqual(rest)
})

test.each([
  ['no JSON', 'mẫu', 422, 'This template file cannot be used'],
  ['bytes that are no text', new Uint8Array([0xff, 0xfe, 0x00]), 422, 'This template file cannot be used'],
  ['too large', `"${'x'.repeat(300_000)}"`, 422, 'This template file cannot be used'],
  ['null', 'null', 422, 'wrong in 1 place'],
  ['a list', '[]', 422, 'wrong in'],
  ['another thing', '{"id":"x","version":1}', 422, 'name: missing'],
  ['something more', JSON.stringify({ ...shippedTemplates[0], script: 1 }), 422, 'script: nothing of this name'],
  [
    '__proto__',
    JSON.stringify(shippedTemplates[0]).replace('{"id"', '{"__proto__":{"a":1},"id"'),
    422,
    'nothing of this name',
  ],
  [
    'an unknown block',
    JSON.stringify(shippedTemplates[0]).replace('"ranking"', '"shell"'),
    422,
    'sections 2 › sections 3 › blocks 1',
  ],
  [
    'a role that isn’t there',
    JSON.stringify(shippedTemplates[0]).replaceAll('"key":"results"', '"key":"other"'),
    422,
    'results: a block reads this source',
  ],
  [
    'a title too long',
    JSON.stringify({ ...shippedTemplates[0], name: { vi: 'x'.repeat(2_001) } }),
    422,
    'name › vi: longer than 2,000',
  ],
])('a file with %s is refused with what is wrong', async (_, file, status, said) => {
  const answer = await upload(file)
  expect(answer.status).toBe(status)
  expect(await pageText(answer)).toContain(said)
  expect(await verbs()).toEqual([])
})

test('hostile texts are shown as they were typed, on every page', async () => {
  const hostile = `<script>alert(1)</script>"'{unit}<img src=x onerror=alert(1)>`
  const id = await make()
  const settings = {
    open: 'settings',
    nameVi: hostile,
    nameEn: hostile,
    'role.results.vi': hostile,
    'role.results.en': hostile,
  }
  await step(id, 'save', settings)
  await step(id, 'save', { open: '0', titleVi: hostile, titleEn: hostile, emptyVi: hostile })
  await step(id, 'add 0 text')
  await step(id, 'save', { open: '0/3', textVi: hostile })
  for (const address of [
    path.templates(),
    path.template(id),
    path.template(id, { at: 'settings' }),
    path.template(id, { at: '0' }),
    path.template(id, { at: '0/3' }),
    path.template(id, { add: '0' }),
    path.templateDeletion(id),
    path.newTemplate(),
  ]) {
    const html = await (await see(address)).text()
    expect(html, address).not.toContain('<script>alert')
    expect(html, address).not.toContain('<img src=x')
  }
  expect((await step(id, 'save', { open: '0', titleVi: 'x'.repeat(2_001) })).status).toBe(422)
})

test('an address that says anything is answered', async () => {
  const id = await make()
  for (const query of [
    { at: '../..' },
    { at: '9.9' },
    { at: '0/99' },
    { add: 'x' },
    { period: '1999' },
    { 'c.results': 'nobody' },
    { language: 'fr', preset: 'x' },
    { version: '-1' },
  ])
    expect([200, 404]).toContain((await see(path.template(id, query as Record<string, string>))).status)
  for (const name of ['own-nobody', 'nothing', 'own-', '..%2f..', 'OWN-1'])
    expect((await see(`/templates/${name}`)).status).toBe(404)
})

test('a report says by which version of which template it was made, and where to see it', async () => {
  const id = await make()
  await publish(id)
  const own = { ...plan, id: asId(ReportPlanId, 'own-plan'), template: id, campaigns: { results: campaignId } }
  const report = { id: asId(ReportId, 'r'), organisationId: org, unitId: own.unitId, periodId: period }
  expect((await composeReport(api.deps, own, report)).template).toEqual({ id, version: 1 })
  await step(id, 'down 0')
  await publish(id)
  expect((await composeReport(api.deps, own, report)).template).toEqual({ id, version: 2 })
})
