// The office makes a template of its own: from a campaign's form, with the report beside it as one types, by keyboard; puts it in
// force, and a campaign can follow it. And the same without a script.

import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { periodName } from '../../shared/messages/period.ts'
import { templateMessages } from '../../shared/messages/templates.ts'
import { path } from '../../shared/paths.ts'
import { cellCampaign, starterPeriods } from '../../shared/starter/campaigns.ts'
import { desktop, follow, open, phone, startSite, textOf, textsOf } from './site.ts'

const site = startSite()
const m = templateMessages.vi

/** What stands first in the outline: the settings, then the parts of the first level. */
const rows = (page: Page) => textsOf(page.locator('#template > form > .outline > li > .outline-row b'))
const isFocused = (page: Page, id: string) =>
  page.waitForFunction((wanted) => document.activeElement?.id === wanted, id)
const inReport = (page: Page, text: string) => page.locator('#preview-body').getByText(text).first()

test('a template is made of a form and edited by keyboard, with the report beside it', async () => {
  const page = await site.signedIn('office', desktop)
  await open(page, path.templates())
  await follow(page, () => page.getByRole('link', { name: m.add }).click())
  await page.getByLabel(m.create.campaign).check()
  await page.getByLabel(m.create.which, { exact: true }).selectOption(cellCampaign.id)
  await follow(page, () => page.getByRole('button', { name: m.create.make }).click())
  const { pathname } = new URL(page.url())
  const pages: string[] = []
  page.on('request', (request) => {
    if (request.isNavigationRequest()) pages.push(request.url())
  })

  // Typed, it stands in the report; saved by the Enter key, the focus is where one was.
  await page.locator('#nameVi').fill('Mẫu của Khối')
  await inReport(page, 'Mẫu của Khối').waitFor()
  expect(await textOf(page.locator('#news'))).toBe(m.preview.updated)
  await page.locator('#nameVi').press('Enter')
  await isFocused(page, 'open-settings')
  expect(await textOf(page.locator('h1'))).toBe('Mẫu của Khối')

  // Another period is looked at.
  await page.locator('#look-with summary').press('Enter')
  await page.locator('#look-period').selectOption(starterPeriods.complete)
  await inReport(page, periodName(starterPeriods.complete, 'vi')).waitFor()

  // A part is added behind the others and named.
  const before = await rows(page)
  const place = before.length - 1
  await page.locator('#step-add-section').press('Enter')
  await isFocused(page, 'titleVi')
  await page.locator('#titleVi').fill('Xếp loại các chi bộ')
  await page.locator('#titleVi').press('Enter')
  await isFocused(page, `open-${place}`)

  // A block is chosen from all kinds; what is typed into it shows in the report.
  await page.locator(`[id="add-${place}"]`).press('Enter')
  await page.getByRole('button', { name: m.block.names.classification[0] }).press('Enter')
  await page.locator('#class0Vi').fill('Đạt nhiều')
  await inReport(page, 'Đạt nhiều').waitFor()

  // Moved up, what was typed goes with it; undone, both are back.
  await page.locator(`[id="up-${place}"]`).press('Enter')
  await isFocused(page, `open-${place - 1}`)
  expect((await rows(page))[place]).toContain('Xếp loại các chi bộ')
  await inReport(page, 'Đạt nhiều').waitFor()
  await page.locator('#step-undo').press('Enter')
  await inReport(page, 'Đạt nhiều').waitFor({ state: 'detached' })
  expect((await rows(page))[place + 1]).toContain('Xếp loại các chi bộ')
  expect(pages).toEqual([])
  await page.setViewportSize({ width: 320, height: 640 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)

  // In force, it is there for the campaign to follow.
  await follow(page, () => page.getByRole('button', { name: m.editor.publish }).click())
  expect(await textOf(page.locator('.calm'))).toBe(m.editor.published(1))
  await open(page, path.campaignStep(cellCampaign.id, 'more'))
  expect(`/templates/${await page.getByLabel('Mẫu của Khối').getAttribute('value')}`).toBe(pathname)
}, 180_000)

test('without a script each press is a page, with the report on it', async () => {
  const page = await site.signedIn('office', { ...phone, javaScriptEnabled: false })
  await open(page, path.newTemplate({ from: 'template', template: 'campaign-results' }))
  await follow(page, () => page.getByRole('button', { name: m.create.make }).click())
  await page.locator('#nameVi').fill('Mẫu không cần script')
  await follow(page, () => page.locator('.ends').getByRole('button', { name: m.editor.save, exact: true }).click())
  expect(await textOf(page.locator('h1'))).toBe('Mẫu không cần script')
  expect(await textOf(page.locator('#preview .title'))).toContain('Mẫu không cần script')
  const before = await rows(page)
  await follow(page, () => page.locator('[id="down-0"]').click())
  expect(await rows(page)).not.toEqual(before)
  await follow(page, () => page.locator('#step-undo').click())
  expect(await rows(page)).toEqual(before)
}, 180_000)
