// A form with one of everything, filled in by a browser that runs no script: what follows from answers comes back from the
// server, and nothing that was typed is lost on the way. On a narrow phone in Vietnamese, and on a desktop in English.

import AxeBuilder from '@axe-core/playwright'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { jpeg } from '../../shared/evidence/evidence-fixture.ts'
import type { FormVersion } from '../../shared/form/form.ts'
import type { Language } from '../../shared/language.ts'
import { pageMessages } from '../../shared/messages/page.ts'
import { launchBrowser } from '../support/browser.ts'
import { everyType, everyTypePaged } from '../support/every-type.ts'
import { aFile } from '../support/evidence.ts'
import { openFormSite } from '../support/form-site.ts'
import { textOf, textsOf } from './site.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

type Device = { readonly language: Language; readonly width: number }
const devices: readonly Device[] = [
  { language: 'vi', width: 320 },
  { language: 'en', width: 1440 },
]

async function openForm(version: FormVersion, { language, width }: Device, script = false): Promise<Page> {
  const site = await openFormSite(version)
  const viewport = { width, height: 844 }
  const context = await browser.newContext({ viewport, locale: language, javaScriptEnabled: script })
  await context.addCookies(site.cookies)
  onTestFinished(async () => {
    await context.close()
    await site.close()
  })
  const page = await context.newPage()
  await page.goto(site.form)
  if (script) await page.waitForSelector('html[data-script=on]', { state: 'attached' })
  return page
}

const at = (page: Page, place: string) => page.locator(`[data-place="${place}"]`)
const field = (page: Page, place: string) => page.locator(`[name="q.${place}"]`)
/** Whether the page that is shown asks it; answers of other pages travel along out of sight. */
const isAsked = async (page: Page, place: string) => (await at(page, place).count()) > 0
const choose = (page: Page, place: string, name: string) =>
  page.locator(`[name="q.${place}"][value="${name}"]`).check({ force: true })
const links = (page: Page) => textsOf(page.getByRole('alert').getByRole('link'))
const rounds = (page: Page) => page.locator('.round')

/** Presses a button that sends the form, and waits for the page that answers. */
async function press(button: Locator): Promise<void> {
  const page = button.page()
  await Promise.all([page.waitForEvent('load'), button.first().click()])
}

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']

/** Nothing that axe finds, nothing wider than the window. axe is a script: a page without any is looked at in a copy. */
async function expectFit(page: Page, where: string): Promise<void> {
  const html = (await page.content()).replace(/<script\b[\s\S]*?<\/script>/g, '')
  const viewport = page.viewportSize()
  const context = await browser.newContext({ viewport })
  const copy = await context.newPage()
  await copy.route(page.url(), (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }))
  await copy.goto(page.url())
  const { violations, passes } = await new AxeBuilder({ page: copy }).withTags(tags).setLegacyMode().analyze()
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target}: ${failureSummary}`),
  )
  const overflow = await copy.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  await context.close()
  expect(passes.length, where).toBeGreaterThan(0)
  expect(found, where).toEqual([])
  expect(overflow, where).toBe(0)
}

/** Everything that can be answered at first sight, but for the questions that are tried by themselves. */
const typed: readonly (readonly [place: string, text: string])[] = [
  ['name', 'Nguyễn Thị Ánh'],
  ['story', 'Dòng một\nDòng hai'],
  ['age', '12'],
  ['hours', '1,5'],
  ['mood', '7'],
]
const chosen: readonly (readonly [place: string, name: string])[] = [
  ['agree', 'yes'],
  ['scale', 'fair'],
  ['tools', 'phone'],
  ['tools', 'paper'],
  ['main_tool', 'other'],
  ['t1', 'good'],
  ['t2', 'weak'],
]
const moments: readonly (readonly [place: string, text: string])[] = [
  ['day', '2013-07-15'],
  ['month', '2013-07'],
  ['at', '08:30'],
  ['moment', '2013-07-15T08:30'],
  ['place', '21.03 105.85'],
  ['way', '21.03 105.85\n21.04 105.86'],
  ['code', '8934563138165'],
]

async function fillIn(page: Page): Promise<void> {
  for (const [place, text] of [...typed, ...moments]) {
    if (await isAsked(page, place)) await field(page, place).fill(text)
  }
  for (const [place, name] of chosen) {
    if (await isAsked(page, place)) await choose(page, place, name)
  }
  if (await isAsked(page, 'province')) await field(page, 'province').selectOption('hy')
}

test.each(devices)('all of it on one page, in $language at $width', { timeout: 120_000 }, async (device) => {
  const page = await openForm(everyType, device)
  const m = pageMessages[device.language].form
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const send = button(m.submit).last()
  await expectFit(page, 'at first')

  // Half empty: what is missing is listed and leads there.
  await field(page, 'age').fill('130')
  await press(send)
  expect(await page.getByRole('alert').getByRole('link').count()).toBe(2)
  expect(await field(page, 'age').inputValue()).toBe('130')
  expect(await field(page, 'age').getAttribute('aria-invalid')).toBe('true')
  await expectFit(page, 'with faults')

  // Questions that follow are asked before anything is stored.
  await fillIn(page)
  await page.locator('[name="file.photo"]').setInputFiles({
    name: 'ảnh chi bộ.jpg',
    mimeType: 'image/jpeg',
    buffer: Buffer.from(aFile(jpeg, 50_000)),
  })
  await press(send)
  expect(await textOf(page.getByRole('alert').getByRole('heading'))).toBe(m.followTitle(4))
  expect((await links(page))[0]).toMatch(/Nguyễn Thị Ánh$/)
  expect(await textsOf(at(page, 'district').locator('label.choice'))).toHaveLength(3)
  expect(await textOf(at(page, 'twice'))).toMatch(/24$/)
  expect(await field(page, 'story').inputValue()).toBe('Dòng một\nDòng hai')
  expect(await textOf(at(page, 'photo'))).toContain('ảnh chi bộ.jpg')
  await expectFit(page, 'with questions that follow')
  await field(page, 'guardian').fill('Nguyễn Văn Bình')
  await field(page, 'main_tool_other').fill('Bảng đen')
  await choose(page, 'district', 'kd')

  // Rounds come and go; order is given by buttons.
  await field(page, 'person[1]/who').fill('An')
  await field(page, 'person[1]/years').fill('30')
  const add = page.locator('button[value^="add "]')
  await press(add)
  expect(await rounds(page).count()).toBe(2)
  await field(page, 'person[2]/who').fill('Bình')
  await field(page, 'person[2]/years').fill('12')
  await press(add)
  expect(await rounds(page).count()).toBe(3)
  expect(await field(page, 'person[1]/years').inputValue()).toBe('30')
  await press(page.locator('button[value="remove person[1]"]'))
  expect(await rounds(page).count()).toBe(2)
  await press(page.locator('button[value="remove person[2]"]'))
  expect(await rounds(page).count()).toBe(1)
  expect(await textOf(at(page, 'sum'))).toMatch(/12$/)
  await press(page.locator('button[value="up order paper"]'))
  expect(await field(page, 'order').inputValue()).toBe('paper phone computer other')
  await page.locator('[name="q.read"]').check()

  // Figures that don't fit are shown once, and can be sent.
  await field(page, 'total').fill('10')
  await field(page, 'part_a').fill('3')
  await field(page, 'part_b').fill('4')
  await press(send)
  expect(await textOf(page.getByRole('alert').getByRole('heading'))).toBe(m.checkTitle)
  await expectFit(page, 'with figures that do not fit')
  await press(button(m.sendAnyway))

  const { receipt } = pageMessages[device.language]
  expect(await textOf(page.getByRole('heading', { level: 1 }))).toBe(receipt.title)
  expect(await textsOf(page.locator('.findings li'))).toHaveLength(1)
  const main = await textOf(page.getByRole('main'))
  const vi = device.language === 'vi'
  for (const said of [
    'Nguyễn Thị Ánh 12',
    vi ? '1,5' : '1.5',
    'Nguyễn Văn Bình',
    'Bảng đen',
    vi ? 'Kim Động' : 'Kim Dong',
  ])
    expect(main).toContain(said)
  expect(main).toContain(vi ? 'Giấy › Điện thoại › Máy tính' : 'Paper › Phone › Computer')
  await expectFit(page, 'receipt')
  const photo = await page.getByRole('link', { name: 'ảnh chi bộ.jpg' }).getAttribute('href')
  const file = await page.request.get(new URL(photo ?? '', page.url()).href)
  expect(Buffer.from(await file.body()).equals(Buffer.from(aFile(jpeg, 50_000)))).toBe(true)
})

test.each(devices)('the same in pages, in $language at $width', { timeout: 120_000 }, async (device) => {
  const page = await openForm(everyTypePaged, device)
  const m = pageMessages[device.language].form
  const next = page.getByRole('button', { name: m.next, exact: true })
  const here = () => textOf(page.locator('#progress'))
  await expectFit(page, 'first page')
  await press(next)
  expect(await here()).toBe(m.page(1, 7))
  expect(await page.getByRole('alert').getByRole('link').count()).toBe(2)
  await fillIn(page)
  await press(next)
  expect(await links(page)).toHaveLength(1)
  await field(page, 'guardian').fill('Nguyễn Văn Bình')
  await press(next)
  expect(await here()).toBe(m.page(2, 7))
  await fillIn(page)
  await press(next)
  expect(await links(page)).toHaveLength(1)
  await field(page, 'main_tool_other').fill('Bảng đen')
  await choose(page, 'district', 'kd')
  // Now that somebody agrees, the round of persons is asked, on a page of its own.
  for (let number = 3; number <= 8; number += 1) {
    await press(next)
    expect(await here()).toBe(m.page(number, 8))
    await expectFit(page, `page ${number}`)
    await fillIn(page)
  }
  // Back to the first page and forth again, nothing is lost.
  await press(page.getByRole('button', { name: m.previous, exact: true }))
  await press(next)
  while (await next.count()) await press(next)
  await press(page.getByRole('button', { name: m.submit, exact: true }).last())
  expect(await textOf(page.getByRole('heading', { level: 1 }))).toBe(pageMessages[device.language].receipt.title)
  const main = await textOf(page.getByRole('main'))
  for (const said of ['Nguyễn Thị Ánh 12', 'Nguyễn Văn Bình', 'Bảng đen', '21.04 105.86']) expect(main).toContain(said)
})

test.each(devices)(
  'with its script the page stays within everybody’s reach, in $language at $width',
  {
    timeout: 60_000,
  },
  async (device) => {
    const page = await openForm(everyType, device, true)
    await expectFit(page, 'at first')
    await field(page, 'age').fill('12')
    await choose(page, 'agree', 'yes')
    await field(page, 'province').selectOption('hy')
    await page.getByRole('button', { name: pageMessages[device.language].form.submit, exact: true }).last().click()
    expect(await links(page)).toHaveLength(2)
    await expectFit(page, 'with faults')
  },
)
