// A form of one's own in a real browser: for tests of the form script.

import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest'
import type { FormVersion } from '../../shared/form/form.ts'
import { launchBrowser } from '../support/browser.ts'
import { type FormSite, openFormSite } from '../support/form-site.ts'

export type OpenForm = { readonly page: Page; readonly site: FormSite }

/** `open` answers a page with the form; when its test ends, nothing may have been said in the console. */
export function formBrowser() {
  let browser: Browser | undefined
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(() => browser?.close())
  return async (version: FormVersion, options: BrowserContextOptions = {}): Promise<OpenForm> => {
    if (!browser) throw new Error('The browser was not started')
    const site = await openFormSite(version)
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'vi', ...options })
    context.setDefaultTimeout(10_000)
    await context.addCookies(site.cookies)
    const page = await context.newPage()
    const errors: string[] = []
    // The browser notes each page and request that is answered with a status of its own.
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
        errors.push(message.text())
    })
    page.on('pageerror', (error) => errors.push(String(error)))
    onTestFinished(async () => {
      await context.close()
      await site.close()
      expect(errors).toEqual([])
    })
    await page.goto(site.form)
    if (options.javaScriptEnabled !== false) await isActing(page)
    return { page, site }
  }
}

/** Waits until the script has the page in hand. */
export const isActing = (page: Page) => page.waitForSelector('html[data-script=on]', { state: 'attached' })

export const at = (page: Page, place: string): Locator => page.locator(`[data-place="${place}"]`)
export const field = (page: Page, place: string): Locator => page.locator(`[name="q.${place}"]`)
export const choose = (page: Page, place: string, name: string) =>
  page.locator(`[name="q.${place}"][value="${name}"]`).check()
export const choicesAt = (page: Page, place: string) => at(page, place).locator('label.choice').allTextContents()
/** The words beside a question that is answered wrongly. */
export const faultAt = (page: Page, place: string) => page.locator(`[id="e-${place}"]`)

export const send = (page: Page) => page.getByRole('button', { name: 'Gửi phiếu' }).last()

/** Presses a button that sends the form, and waits for the page that answers. */
export async function press(page: Page, button: Locator): Promise<void> {
  await Promise.all([page.waitForEvent('load'), button.click()])
}

/** Sends the form and answers what the receipt says. */
export async function sent(page: Page): Promise<string> {
  await Promise.all([page.waitForURL(/\/responses\//), send(page).click()])
  return ((await page.locator('main').textContent()) ?? '').replaceAll(/\s+/g, ' ')
}
