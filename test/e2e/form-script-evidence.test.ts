// Files and signatures with the form script: sent in parts, with what is left to send, and on where they stopped.

import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { pdf } from '../../shared/evidence/evidence-fixture.ts'
import { everyType } from '../support/every-type.ts'
import { aFile, sha256Of } from '../support/evidence.ts'
import { at, field, formBrowser, sent } from './form-in-browser.ts'

const open = formBrowser()

const pick = (page: Page, place: string, name: string, bytes: Uint8Array) =>
  page
    .locator(`[name="file.${place}"]`)
    .setInputFiles({ name, mimeType: 'application/pdf', buffer: Buffer.from(bytes) })
const status = (page: Page, place: string) => at(page, place).getByRole('status')
const says = (page: Page, place: string, text: string) =>
  page.waitForFunction(
    ([where, wanted]) => document.querySelector(`[data-place="${where}"] [role=status]`)?.textContent?.includes(wanted),
    [place, text] as const,
  )
const answered = (page: Page, place: string) =>
  page.waitForFunction(
    (name) => document.querySelector<HTMLInputElement>(`[name="${name}"]`)?.value !== '',
    `q.${place}`,
  )

async function requiredFilled(page: Page): Promise<void> {
  await field(page, 'name').fill('An')
  await field(page, 'age').fill('30')
}

test('a file goes in parts, says how far it is, and goes on where the connection broke', {
  timeout: 60_000,
}, async () => {
  const { page, site } = await open(everyType)
  const bytes = aFile(pdf, 700_000)
  const puts: string[] = []
  let isDown = false
  await page.route('**/parts/*', async (route) => {
    const part = /parts\/(\d+)/.exec(route.request().url())?.[1] ?? ''
    if (part === '2' && puts.length === 1) isDown = true
    if (isDown) return route.abort('connectionfailed')
    puts.push(part)
    return route.continue()
  })
  await pick(page, 'paper', 'biên bản.pdf', bytes)
  await says(page, 'paper', '33 %')
  await says(page, 'paper', 'Chưa gửi được tệp')
  expect(puts).toEqual(['1'])
  expect(await field(page, 'paper').inputValue()).toBe('')
  isDown = false
  puts.push('network')
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await answered(page, 'paper')
  expect(puts).toEqual(['1', 'network', '2', '3'])
  expect(await field(page, 'paper').inputValue()).toBe(`${sha256Of(bytes)} biên bản.pdf`)
  expect(await status(page, 'paper').textContent()).toBe('Đã gửi tệp.')
  expect(await at(page, 'paper').locator('.evidence').textContent()).toContain('biên bản.pdf')
  await requiredFilled(page)
  expect(await sent(page)).toContain('biên bản.pdf')
  const stored = [...site.api.objects.stored].find(([key]) => key.endsWith(sha256Of(bytes)))?.[1]
  expect(Buffer.from(stored ?? []).equals(Buffer.from(bytes))).toBe(true)
})

test('a form does not leave with a file that it could not take along: that one goes first', {
  timeout: 60_000,
}, async () => {
  const { page, site } = await open(everyType)
  let isDown = true
  await page.route('**/parts/*', (route) => (isDown ? route.abort('connectionfailed') : route.continue()))
  await requiredFilled(page)
  const bytes = aFile(pdf, 5_000_000)
  await pick(page, 'paper', 'dài.pdf', bytes)
  await says(page, 'paper', 'Chưa gửi được tệp')
  await page.getByRole('button', { name: 'Gửi phiếu' }).last().click()
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('file.paper')
  expect(page.url()).toBe(site.form)
  isDown = false
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await answered(page, 'paper')
  expect(await sent(page)).toContain('dài.pdf')
})

test('a file of the wrong kind is refused in words; one that was taken can be dropped', async () => {
  const { page } = await open(everyType)
  await pick(page, 'voice', 'bài hát.mp3', aFile(pdf, 1_000))
  await page.waitForFunction(
    () => (document.querySelector('[data-place="voice"] [role=status]')?.textContent ?? '') !== '',
  )
  await page.waitForFunction(
    () => !document.querySelector('[data-place="voice"] [role=status]')?.textContent?.includes('%'),
  )
  expect(await status(page, 'voice').textContent()).toMatch(/tệp|âm/i)
  expect(await status(page, 'voice').textContent()).not.toContain('Chưa gửi được')
  await pick(page, 'paper', 'văn bản.pdf', aFile(pdf, 2_000))
  await answered(page, 'paper')
  await at(page, 'paper').getByRole('button', { name: 'Bỏ tệp' }).click()
  expect(await field(page, 'paper').inputValue()).toBe('')
  expect(await at(page, 'paper').locator('.evidence').isVisible()).toBe(false)
})

test('a form waits for a file that is too large to go with it', async () => {
  const { page } = await open(everyType)
  await requiredFilled(page)
  const held: (() => void)[] = []
  const gate = new Promise<void>((resolve) => held.push(resolve))
  await page.route('**/parts/*', async (route) => {
    await gate
    await route.continue()
  })
  await pick(page, 'paper', 'biên bản.pdf', aFile(pdf, 4_500_000))
  await says(page, 'paper', '0 %')
  const address = page.url()
  await page.getByRole('button', { name: 'Gửi phiếu' }).click()
  await says(page, 'paper', 'quá lớn')
  expect(page.url()).toBe(address)
  expect(await field(page, 'name').inputValue()).toBe('An')
  for (const release of held) release()
  await answered(page, 'paper')
  expect(await sent(page)).toContain('biên bản.pdf')
})

async function sign(page: Page) {
  const pad = at(page, 'sign').locator('canvas')
  await pad.scrollIntoViewIfNeeded()
  const box = await pad.boundingBox()
  if (!box) throw new Error('No pad')
  await page.mouse.move(box.x + 30, box.y + 40)
  await page.mouse.down()
  await page.mouse.move(box.x + 120, box.y + 90, { steps: 10 })
  await page.mouse.move(box.x + 200, box.y + 30, { steps: 10 })
  await page.mouse.up()
}

test('a signature is drawn with a pointer and kept as a picture', async () => {
  const { page } = await open(everyType)
  await sign(page)
  await at(page, 'sign').getByRole('button', { name: 'Dùng chữ ký này' }).click()
  await answered(page, 'sign')
  expect(await field(page, 'sign').inputValue()).toMatch(/^[0-9a-f]{64} signature\.(png|jpg)$/)
  await requiredFilled(page)
  expect(await sent(page)).toMatch(/signature\.(png|jpg)/)
})

test('a signature that was drawn and not kept goes with the form, and one that was cleared does not', async () => {
  const { page } = await open(everyType)
  await sign(page)
  await requiredFilled(page)
  expect(await sent(page)).toMatch(/signature\.png/)

  const { page: other } = await open(everyType)
  await sign(other)
  await at(other, 'sign').getByRole('button', { name: 'Xóa chữ ký' }).click()
  await requiredFilled(other)
  expect(await sent(other)).not.toMatch(/signature/)
})

test('photos are drawn anew: smaller, and without what the camera wrote into them', async () => {
  const { page } = await open(everyType)
  const drawn = await page.evaluate(async () => {
    const canvas = document.createElement('canvas')
    canvas.width = 2_000
    canvas.height = 1_000
    canvas.getContext('2d')?.fillRect(0, 0, 900, 900)
    return canvas.toDataURL('image/png').split(',')[1] ?? ''
  })
  await page
    .locator('[name="file.photo"]')
    .setInputFiles({ name: 'ảnh.png', mimeType: 'image/png', buffer: Buffer.from(drawn, 'base64') })
  await answered(page, 'photo')
  expect(await field(page, 'photo').inputValue()).toMatch(/ ảnh\.jpg$/)
})
