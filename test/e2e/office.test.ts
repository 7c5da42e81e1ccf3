// Somebody who has only the pages: an organisation is founded, its units come from a file, a person gets a way in without an
// account, a form is published and a campaign opened; a visit is reported from a phone, accepted, and taken home as a file.

import { unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { deskMessages } from '../../shared/messages/desk.ts'
import { path } from '../../shared/paths.ts'
import { bytesOf } from '../support/desk.ts'
import { checkReach } from './reach.ts'
import { desktop, follow, open, phone, startSite, textOf } from './site.ts'

const site = startSite({ empty: true })
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const unitsFile = [
  'Mã,Tên,Mã cấp trên,Cấp,Số thành viên',
  'X,Đảng ủy Xã,,xã,120',
  'X1,Chi bộ Thôn Đông,X,chi bộ,30',
  'X2,Chi bộ Thôn Hưng Yên,X,chi bộ,25',
].join('\r\n')

const form = bytesOf({
  survey: [
    ['type', 'name', 'label::Tiếng Việt (vi)', 'required'],
    ['integer', 'so_ky', 'Số kỳ họp', 'yes'],
    ['text', 'nhan_xet', 'Nhận xét', ''],
  ],
  settings: [
    ['form_title', 'form_id', 'version', 'default_language'],
    ['Phiếu chi bộ', 'phieu-chi-bo', '1', 'Tiếng Việt (vi)'],
  ],
})

/** Presses the page's main button. */
const press = (page: Page) => follow(page, () => page.locator('main button.main').first().click())

/** Fields by name: text, number, choice of a list or of radio buttons. */
async function fill(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`main [name="${name}"]`).first()
    const kind = await field.evaluate((element) =>
      element instanceof HTMLInputElement ? element.type : element.tagName,
    )
    if (kind === 'radio' || kind === 'checkbox') await page.locator(`main [name="${name}"][value="${value}"]`).check()
    else if (kind === 'SELECT') await field.selectOption(value)
    else await field.fill(value)
  }
}

const at = (page: Page) => new URL(page.url()).pathname

async function found(page: Page): Promise<void> {
  expect(at(page)).toBe(path.setup())
  await checkReach(page, 'founding')
  await fill(page, {
    nameVi: 'Đảng ủy Xã',
    unitName: 'Đảng ủy Xã',
    unitCode: 'X',
    unitLevel: 'xã',
    yourName: 'Trần Thị Ánh',
  })
  await press(page)
  await checkReach(page, 'next steps')
}

async function importUnits(page: Page): Promise<void> {
  await open(page, path.treeImport())
  await page.setInputFiles('main input[type="file"]', {
    name: 'don-vi.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(unitsFile),
  })
  await press(page)
  expect(await textOf(page.locator('main'))).toContain('Chi bộ Thôn Hưng Yên')
  await checkReach(page, 'preview of units')
  await press(page)
  await open(page, `${path.organisation()}?q=hung+yen`)
  expect(await textOf(page.locator('main'))).toContain('Chi bộ Thôn Hưng Yên')
  await checkReach(page, 'units')
}

/** Answers the address that opens the door for the person. */
async function addInspector(page: Page): Promise<string> {
  await open(page, '/people/new')
  await fill(page, { name: 'Nguyễn Văn Đức', 'role-0': 'inspector', 'unit-0': 'X' })
  await press(page)
  await checkReach(page, 'a person')
  await follow(page, () => page.locator('form[action$="/links"] button').click())
  await checkReach(page, 'a personal link')
  return page.locator('#address').inputValue()
}

async function publishForm(page: Page): Promise<void> {
  await open(page, path.forms())
  await page.setInputFiles('#workbook', { name: 'phieu.xlsx', mimeType: xlsx, buffer: Buffer.from(form) })
  await follow(page, () => page.getByRole('button', { name: deskMessages.vi.look }).click())
  await follow(page, () => page.getByRole('button', { name: deskMessages.vi.publishNow }).click())
}

async function openCampaign(page: Page): Promise<string> {
  await open(page, path.newCampaign())
  await fill(page, { kind: 'inspection', titleVi: 'Khảo sát chi bộ', unit: 'X' })
  await checkReach(page, 'a new campaign')
  await press(page)
  const steps: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
    ['form', { form: 'phieu-chi-bo 1' }],
    ['units', { top: 'X', level: 'chi bộ' }],
    [
      'periods',
      { fromYear: '2026', fromPart: 'H2', recurs: 'once', opensDays: '0', opensSide: 'start-after', closesBy: 'hand' },
    ],
    ['answering', { countingRule: 'one-per-unit', figures: 'accepted' }],
  ]
  for (const [step, fields] of steps) {
    expect(at(page), step).toMatch(new RegExp(`/steps/${step}$`))
    await fill(page, fields)
    await checkReach(page, step)
    await press(page)
  }
  const id = at(page).split('/')[2] ?? ''
  await open(page, `/campaigns/${id}/steps/check`)
  await checkReach(page, 'check list')
  await press(page)
  expect(at(page)).toBe(`/campaigns/${id}`)
  await checkReach(page, 'an open campaign')
  return id
}

/** On the phone, by the personal link, without a script. */
async function report(link: string): Promise<void> {
  const page = await site.visitor({ ...phone, javaScriptEnabled: false })
  await open(page, link)
  await press(page)
  expect(at(page)).toBe(path.visits())
  await follow(page, () => page.locator('main a[href$="/form"]', { hasText: 'Chi bộ Thôn Hưng Yên' }).click())
  await page.getByLabel('Số kỳ họp').fill('11')
  await page.getByLabel('Nhận xét').fill('=HYPERLINK("http://evil.example")')
  await press(page)
  expect(await textOf(page.locator('main'))).toContain('11')
}

async function accept(page: Page, campaign: string): Promise<void> {
  await open(page, `/campaigns/${campaign}/answers`)
  await checkReach(page, 'answers')
  await follow(page, () => page.locator('main table tbody a').first().click())
  expect(await textOf(page.locator('main'))).toContain('11')
  await checkReach(page, 'a record')
  await follow(page, () => page.locator('form[action*="/accept"] button').first().click())
  await checkReach(page, 'an accepted record')
}

/** The texts of the files in the zip that is handed out. */
async function takeHome(page: Page, campaign: string): Promise<string> {
  await open(page, `${path.newExport()}?campaign=${campaign}`)
  await checkReach(page, 'a new export')
  await fill(page, { format: 'csv' })
  await press(page)
  const ready = page.locator('article.export a.main')
  await expect
    .poll(
      async () => {
        await open(page, path.exports())
        return ready.count()
      },
      { timeout: 30_000 },
    )
    .toBe(1)
  await checkReach(page, 'exports')
  const [download] = await Promise.all([page.waitForEvent('download'), ready.click()])
  const chunks: Buffer[] = []
  for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk))
  return Object.values(unzipSync(Buffer.concat(chunks)))
    .map((bytes) => new TextDecoder().decode(bytes))
    .join('\n')
}

test('from nothing to an accepted answer in a file', { timeout: 240_000 }, async () => {
  const page = await site.visitor(desktop)
  await open(page, path.signIn())
  await follow(page, () => page.getByRole('button', { name: 'Người lập cơ quan' }).click())
  await found(page)
  await importUnits(page)
  const link = await addInspector(page)
  await publishForm(page)
  const campaign = await openCampaign(page)
  await report(link)
  await accept(page, campaign)
  const text = await takeHome(page, campaign)
  expect(text).toContain('Chi bộ Thôn Hưng Yên')
  expect(text).toMatch(/(^|[;,])"?11"?([;,]|$)/m)
  expect(text).not.toMatch(/(^|[;,]|")=HYPERLINK/m)
  await open(page, path.audit())
  const log = await textOf(page.locator('main'))
  for (const what of ['lập cơ quan', 'mở đợt', 'chấp nhận phiếu', 'xuất dữ liệu']) expect(log).toContain(what)
  await checkReach(page, 'audit log')
})
