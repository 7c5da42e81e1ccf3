// A designer at a desk: imports a workbook with mistakes and sees them, imports a good one, tries it, publishes it, rehearses a
// move and makes it, and takes the form home as a workbook.

import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { importForm } from '../../functions/workbook/import-form.ts'
import { writeWorkbook } from '../../functions/workbook/write-workbook.ts'
import { deskMessages } from '../../shared/messages/desk.ts'
import { pageMessages } from '../../shared/messages/page.ts'
import { describeProblem } from '../../shared/messages/problem.ts'
import { path } from '../../shared/paths.ts'
import { problem } from '../../shared/problems.ts'
import { cellSurvey } from '../../shared/starter/forms.ts'
import { exportXlsForm } from '../../shared/xlsform/export.ts'
import { checkReach } from './reach.ts'
import { desktop, follow, open, phone, startSite, textOf, textsOf } from './site.ts'

const site = startSite()
/** Each goes through several pages, and looks at them at every width. */
const atEase = { timeout: 60_000 }
const m = pageMessages.vi

type Sheets = Readonly<Record<string, readonly (readonly string[])[]>>
const workbook = (sheets: Sheets) =>
  Buffer.from(writeWorkbook(Object.entries(sheets).map(([name, rows]) => ({ name, rows }))))
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const faulty: Sheets = {
  survey: [
    ['type', 'name', 'label::Tiếng Việt (vi)', 'relevant'],
    ['text', 'ten', 'Họ và tên', ''],
    ['select_one kieu', 'kieu', 'Kiểu', ''],
    ['integer', 'so luong', 'Số lượng', "${khong_co} = '1'"],
    ['txet', 'ghi_chu', 'Ghi chú', ''],
  ],
  settings: [
    ['form_title', 'form_id', 'version'],
    ['Phiếu thử', 'phieu-thu', '1'],
  ],
}
const good: Sheets = {
  survey: [
    [
      'type',
      'name',
      'label::Tiếng Việt (vi)',
      'label::English (en)',
      'required',
      'relevant',
      'constraint',
      'calculation',
      'ghi chú riêng',
    ],
    ['select_one yn', 'hop', 'Có họp không?', 'Was there a meeting?', 'yes', '', '', '', 'giữ nguyên'],
    ['integer', 'so', 'Số người dự', 'People present', 'yes', "${hop} = 'y'", '. <= 50', '', ''],
    ['calculate', 'gap_doi', '', '', '', '', '', '${so} * 2', ''],
    ['note', 'ket_qua', 'Gấp đôi: ${gap_doi}', 'Twice: ${gap_doi}', '', '${so} > 0', '', '', ''],
    ['image', 'anh', 'Ảnh', 'Photo', '', '', '', '', ''],
  ],
  choices: [
    ['list_name', 'name', 'label::Tiếng Việt (vi)', 'label::English (en)'],
    ['yn', 'y', 'Có', 'Yes'],
    ['yn', 'n', 'Không', 'No'],
  ],
  settings: [
    ['form_title', 'form_id', 'version', 'default_language'],
    ['Phiếu thử', 'phieu-thu', '1', 'Tiếng Việt (vi)'],
  ],
}

/** The survey of cells as somebody changes it: "meetings" is gone, another question is asked more strictly. */
function changedSurvey(): Sheets {
  const sheets = exportXlsForm(cellSurvey.form).map(({ name, rows: [head = [], ...rows] }) => {
    const [nameAt, requiredAt, versionAt] = ['name', 'required', 'version'].map((one) => head.indexOf(one))
    const kept = name === 'survey' ? rows.filter((row) => row[nameAt ?? 0] !== 'meetings') : rows
    const changed = kept.map((row) =>
      row.map((text, at) => {
        if (name === 'survey' && at === requiredAt && row[nameAt ?? 0] === 'class') return 'yes'
        return name === 'settings' && at === versionAt ? '2' : text
      }),
    )
    return [name, [head, ...changed]] as const
  })
  return Object.fromEntries(sheets)
}

async function importIt(page: Page, name: string, sheets: Sheets, button = deskMessages.vi.look) {
  await open(page, path.forms())
  await page.setInputFiles('#workbook', { name, mimeType: xlsx, buffer: workbook(sheets) })
  return follow(page, () => page.getByRole('button', { name: button }).click())
}

const heading = (page: Page) => textOf(page.getByRole('heading', { level: 1 }))

test('a workbook with mistakes: each is named beside its row, and nothing can be published', atEase, async () => {
  const page = await site.signedIn('designer', desktop)
  expect(new URL(page.url()).pathname).toBe(path.forms())
  await checkReach(page, 'forms')
  await importIt(page, 'phieu-thu.xlsx', faulty)
  expect(await heading(page)).toBe(deskMessages.vi.previewOf('Phiếu thử'))
  const errors = page.getByRole('table', { name: deskMessages.vi.errors })
  const places = await textsOf(errors.locator('tbody th'))
  expect(places).toContain('survey dòng 5 cột type')
  expect(places).toContain('survey dòng 4 cột relevant')
  expect(await textsOf(errors.locator('.here mark'))).toContain("${khong_co} = '1'")
  expect(await page.getByRole('button', { name: deskMessages.vi.publishNow }).count()).toBe(0)
  await checkReach(page, 'preview with errors')
  await follow(page, () => page.getByRole('button', { name: 'English' }).click())
  expect(await textOf(page.getByRole('main'))).toContain(deskMessages.en.errors)
  await checkReach(page, 'preview with errors, in English')
})

test.each([true, false])('a good workbook is tried, script: %s', atEase, async (script) => {
  const page = await site.signedIn('designer', { ...desktop, javaScriptEnabled: script })
  await importIt(page, 'phieu-thu.xlsx', good)
  const form = page.locator('.device')
  const width = async () => (await form.boundingBox())?.width ?? 0
  expect(await width()).toBeLessThanOrEqual(390)
  await page.getByLabel(deskMessages.vi.devices.desktop).check()
  expect(await width()).toBeGreaterThan(600)
  await form.getByLabel('Có', { exact: true }).check()
  const send = () => follow(page, () => form.getByRole('button', { name: m.form.submit }).click())
  if (!script) await send()
  await form.getByLabel('Số người dự').fill('60')
  if (script) await form.getByRole('button', { name: m.form.submit }).click()
  else await send()
  expect(await textOf(form.locator('.fault').first())).not.toBe('')
  await form.getByLabel('Số người dự').fill('21')
  await send()
  expect(await textOf(page.getByRole('alert'))).toContain(deskMessages.vi.accepted)
  expect(await textOf(page.getByRole('alert').locator('details'))).toContain('21')
  expect(await width()).toBeGreaterThan(600)
  expect(await textOf(form)).toContain('Gấp đôi: 42')
  if (script) await checkReach(page, 'preview, tried')
  await follow(page, () => page.getByRole('button', { name: 'English' }).click())
  expect(await textOf(form)).toContain('Twice: 42')
})

test('a form is published, taken home, and imports as the same', atEase, async () => {
  const page = await site.signedIn('designer', desktop)
  await importIt(page, 'phieu-thu.xlsx', good)
  await checkReach(page, 'preview')
  await follow(page, () => page.getByRole('button', { name: deskMessages.vi.publishNow }).click())
  expect(new URL(page.url()).pathname).toMatch(/^\/forms\/phieu-thu\/versions\/1$/)
  await checkReach(page, 'version')
  const [arrived] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: deskMessages.vi.downloadWorkbook }).click(),
  ])
  expect(arrived.suggestedFilename()).toBe('Phiếu thử (1).xlsx')
  const bytes = await readFile(await arrived.path())
  const [home, first] = [bytes, workbook(good)].map((one) => importForm(one, () => undefined))
  expect(home?.ok && home.value.form).toBeTruthy()
  expect(home?.ok && home.value.form).toEqual(first?.ok && first.value.form)

  await open(page, path.forms())
  await page.setInputFiles('#workbook', { name: 'lai.xlsx', mimeType: xlsx, buffer: bytes })
  await follow(page, () => page.getByRole('button', { name: deskMessages.vi.look }).click())
  expect(await textOf(page.getByRole('main'))).toContain(deskMessages.vi.sameAs)

  const survey = good['survey'] ?? []
  await importIt(page, 'phieu-thu.xlsx', { ...good, survey: survey.slice(0, -1) })
  const taken = describeProblem(problem.versionNameTaken('1', 1), 'vi', 'Asia/Ho_Chi_Minh')
  expect(await textOf(page.locator('.panel'))).toContain(taken.title)
  expect(await page.getByRole('button', { name: deskMessages.vi.publishNow }).count()).toBe(0)
})

test('a campaign moves after a rehearsal, which says what is left without a question', atEase, async () => {
  const page = await site.signedIn('designer', desktop)
  await importIt(page, 'khao-sat.xlsx', changedSurvey())
  await follow(page, () => page.getByRole('button', { name: deskMessages.vi.publishNow }).click())
  await follow(page, () => page.getByRole('link', { name: deskMessages.vi.rehearse(2) }).click())
  expect(await heading(page)).toBe(deskMessages.vi.rehearsal)
  const main = page.getByRole('main')
  expect(await textOf(main)).toContain(deskMessages.vi.looked(77))
  const lost = await textsOf(main.locator('tbody tr'))
  expect(lost).toEqual([
    expect.stringMatching(/^Số cuộc sinh hoạt trong 12 tháng qua meetings ?không còn trong biểu mẫu\. ?77$/),
  ])
  expect(await textsOf(main.locator('article h3'))).toEqual(['Số cuộc sinh hoạt bình quân trong 12 tháng'])
  expect(await textsOf(main.locator('article li'))).toContain(deskMessages.vi.reportParts.shortcomings)
  expect(await textOf(main.locator('.changes'))).toContain(deskMessages.vi.changes.plain.required)
  await checkReach(page, 'rehearsal')
  await follow(page, () => page.getByRole('button', { name: deskMessages.vi.moveNow(2) }).click())
  expect(new URL(page.url()).pathname).toBe(path.formVersion(cellSurvey.formId, 2))
  expect(await textOf(main)).toContain(deskMessages.vi.asksThis)

  const inspector = await site.signedIn('inspector-1', phone)
  await follow(inspector, () => inspector.locator('.rows a[href$="/form"]').first().click())
  expect(await inspector.locator('input[name="formVersion"]').getAttribute('value')).toBe('2')
  expect(await inspector.getByText('Số cuộc sinh hoạt trong 12 tháng qua').count()).toBe(0)
})
