// The form with its script, in a browser: it acts as one types.

import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { everyType } from '../support/every-type.ts'
import { type FormSite, openFormSite } from '../support/form-site.ts'

let browser: Browser
let site: FormSite
beforeAll(async () => {
  browser = await launchBrowser()
  site = await openFormSite(everyType)
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

async function openForm(
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<{ page: Page; errors: string[]; context: BrowserContext }> {
  const context = await browser.newContext({ viewport: { width: 390, height: 800 }, locale: 'vi', ...options })
  await context.addCookies(site.cookies)
  const page = await context.newPage()
  const errors: string[] = []
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  page.on('pageerror', (error) => errors.push(String(error)))
  await page.goto(site.form)
  if (options.javaScriptEnabled !== false) await page.waitForSelector('html[data-script=on]', { state: 'attached' })
  return { page, errors, context }
}

const at = (page: Page, place: string) => page.locator(`[data-place="${place}"]`)
const field = (page: Page, place: string) => page.locator(`[name="q.${place}"]`)

describe('with its script', () => {
  test('what is not relevant is out of sight, and what is computed shows', async () => {
    const { page, errors, context } = await openForm()
    expect(await at(page, 'guardian').isVisible()).toBe(false)
    await field(page, 'name').fill('Nguyễn Ánh')
    await field(page, 'age').fill('12')
    expect(await at(page, 'guardian').isVisible()).toBe(true)
    expect(await at(page, 'guardian').locator('label').textContent()).toContain('Nguyễn Ánh')
    expect(await at(page, 'twice').textContent()).toContain('24')
    await field(page, 'age').fill('40')
    expect(await at(page, 'guardian').isVisible()).toBe(false)
    expect(errors).toEqual([])
    await context.close()
  })

  test('choices follow the answer they depend on', async () => {
    const { page, context } = await openForm()
    await field(page, 'province').selectOption('hy')
    expect(await at(page, 'district').locator('label.choice').allTextContents()).toEqual([
      'Kim Động',
      'Khoái Châu',
      'Không trả lời',
    ])
    await at(page, 'district').getByLabel('Kim Động').check()
    await field(page, 'province').selectOption('hn')
    expect(await at(page, 'district').locator('label.choice').allTextContents()).toEqual(['Ba Đình', 'Không trả lời'])
    expect(await at(page, 'district').locator(':checked').count()).toBe(0)
    await context.close()
  })

  test('a fault is said when the field is left, and goes when it is put right', async () => {
    const { page, context } = await openForm()
    await field(page, 'age').fill('130')
    await field(page, 'age').blur()
    expect(await page.locator('[id="e-age"]').textContent()).toBe('Lỗi: Số nguyên từ 0 đến 120')
    expect(await field(page, 'age').getAttribute('aria-describedby')).toBe('h-age e-age')
    await field(page, 'hours').fill('0')
    await field(page, 'hours').blur()
    expect(await page.locator('[id="e-hours"]').textContent()).toBe('Lỗi: Phải lớn hơn 0')
    await field(page, 'age').fill('30')
    expect(await page.locator('[id="e-age"]').count()).toBe(0)
    await context.close()
  })

  test('rounds come and go without a round trip, and sums follow', async () => {
    const { page, context } = await openForm()
    await at(page, 'agree').getByLabel('Có', { exact: true }).check()
    await field(page, 'person[1]/years').fill('30')
    await page.getByRole('button', { name: /^Thêm: Người dự/ }).click()
    expect(await at(page, 'person[2]').isVisible()).toBe(true)
    await field(page, 'person[2]/years').fill('12')
    expect(await at(page, 'sum').textContent()).toContain('42')
    await at(page, 'person[1]')
      .getByRole('button', { name: /^Bỏ mục này/ })
      .click()
    expect(await at(page, 'sum').textContent()).toContain('12')
    expect(await at(page, 'person[2]').locator('h2').textContent()).toMatch(/1\s*$/)
    await context.close()
  })

  test('ranking by buttons, a slider beside the number, an order that can be kept', async () => {
    const { page, context } = await openForm()
    await at(page, 'order').getByRole('button', { name: 'Đưa lên: Giấy' }).click()
    expect(await field(page, 'order').inputValue()).toBe('paper phone computer other')
    await at(page, 'mood').locator('input[type=range]').fill('7')
    expect(await field(page, 'mood').inputValue()).toBe('7')
    await context.close()
  })

  test('sending half empty lists what is missing and sends nothing; complete it is stored', async () => {
    const { page, context } = await openForm()
    await page.getByRole('button', { name: 'Gửi phiếu' }).last().click()
    const panel = page.getByRole('alert')
    expect(await panel.getByRole('link').allTextContents()).toEqual([
      'Họ và tên: Câu này chưa được trả lời',
      'Tuổi: Câu này chưa được trả lời',
    ])
    expect(await panel.evaluate((element) => element === document.activeElement)).toBe(true)
    await field(page, 'name').fill('An')
    await field(page, 'age').fill('1.200')
    await page.getByRole('button', { name: 'Gửi phiếu' }).last().click()
    expect(await page.getByRole('alert').getByRole('link').allTextContents()).toEqual(['Tuổi: Số nguyên từ 0 đến 120'])
    await field(page, 'age').fill('30')
    await Promise.all([
      page.waitForURL(/\/responses\//),
      page.getByRole('button', { name: 'Gửi phiếu' }).last().click(),
    ])
    expect(await page.locator('main').textContent()).toContain('Đã nhận phiếu')
    await context.close()
  })
})
