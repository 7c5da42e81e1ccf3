// An inspector on a phone, from the first page to the receipt: with script, without it, and with the keyboard alone.

import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { askedItems } from '../../shared/form/form.ts'
import { pageMessages } from '../../shared/messages/page.ts'
import { path } from '../../shared/paths.ts'
import { cellCampaign, starterPeriods } from '../../shared/starter/campaigns.ts'
import { cellSurvey } from '../../shared/starter/forms.ts'
import { complete, fillIn, formOf, labelOf, sendForm } from './cell-survey.ts'
import { chooseAtIssuer, desktop, follow, open, phone, plain, startSite, textOf } from './site.ts'

const site = startSite()
const m = pageMessages.vi

/** How many cells have reported in the open period, as the leader sees it. */
async function reportedCells(leader: Page): Promise<number> {
  await open(leader, path.campaignProgress(cellCampaign.id, starterPeriods.open))
  const [, reported] = /(\d+) \/ 47/.exec(await textOf(leader.locator('.figure'))) ?? []
  return Number(reported)
}

const focusedId = (page: Page) => page.evaluate(() => document.activeElement?.id)
const openPeriod = (page: Page) => page.locator('.part', { hasText: m.period('6 tháng cuối năm 2013') })

/** Back to a page that answered a form: the browser shows one of its own and asks whether to send the form again. */
async function backAndSendAgain(page: Page): Promise<void> {
  const asks = page.waitForEvent('domcontentloaded')
  await expect(page.goBack()).rejects.toThrow('ERR_CACHE_MISS')
  await asks
  await follow(page, () => page.reload())
}

test.each([
  { script: 'with script', inspector: 'inspector-1', cell: 'Chi bộ Sông Lô 2', next: 'Chi bộ Sông Lô 3', of: 6 },
  { script: 'without script', inspector: 'inspector-4', cell: 'Chi bộ Sông Chu 2', next: 'Chi bộ Sông Chu 3', of: 6 },
])(
  'from the list of visits to a receipt, $script',
  { timeout: 40_000 },
  async ({ script, inspector, cell, next, of }) => {
    const leader = await site.signedIn('leader', desktop)
    const before = await reportedCells(leader)
    const page = await site.visitor({ ...phone, javaScriptEnabled: script === 'with script' })

    await open(page, '/')
    await follow(page, () => page.getByRole('link', { name: m.signIn }).tap())
    await chooseAtIssuer(page, inspector)
    expect(new URL(page.url()).pathname).toBe(path.visits())
    expect(await textOf(openPeriod(page))).toContain(m.visits.left(2, of))

    await follow(page, () => openPeriod(page).getByRole('link', { name: cell }).first().tap())
    expect(await textOf(page.getByRole('heading', { level: 1 }))).toBe(cellSurvey.form.settings.title)
    expect(await textOf(page.locator('.head'))).toContain(cell)

    // Sent half empty: what is missing is said on top, each with a way there, and nothing that was typed is lost.
    const typed = { meetings: '99', minutes: 'no', good: 'Sinh hoạt đều, nền nếp;\nghi chép “đầy đủ” <rõ> & sạch.' }
    await fillIn(page, typed)
    const summary = page.getByRole('alert')
    if (script === 'with script') {
      await page.getByRole('button', { name: m.form.submit }).tap()
      await summary.waitFor()
    } else expect((await sendForm(page)).status()).toBe(422)
    expect(await page.title()).toMatch(/^Lỗi: /)
    expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true)
    const faulty = askedItems(cellSurvey).filter(({ name, source }) => 'required' in source && name !== 'minutes')
    expect(await summary.getByRole('link').count()).toBe(faulty.length)
    await summary.getByRole('link', { name: labelOf('meetings') }).tap()
    expect(await focusedId(page)).toBe('q-meetings')
    await summary.getByRole('link', { name: labelOf('plan') }).tap()
    expect(await focusedId(page)).toBe('q-plan')
    const meetings = page.getByRole('textbox', { name: labelOf('meetings') })
    expect(await meetings.inputValue()).toBe('99')
    expect(await meetings.getAttribute('aria-invalid')).toBe('true')
    expect(await page.getByRole('textbox', { name: labelOf('good') }).inputValue()).toBe(typed.good)
    expect(
      await page
        .getByRole('group', { name: labelOf('minutes') })
        .getByLabel('Không')
        .isChecked(),
    ).toBe(true)
    expect(await reportedCells(leader)).toBe(before)

    // The form arrives and its answer is lost on the way back: the person sends again.
    await fillIn(page, complete)
    await page.route(
      (url) => url.pathname.endsWith('/form'),
      async (route) => {
        await route.fetch({ maxRedirects: 0 })
        await route.abort('aborted')
      },
      { times: 1 },
    )
    const lost = page.waitForEvent('requestfailed')
    await page.getByRole('button', { name: m.form.submit }).tap()
    await lost
    expect(await page.getByRole('textbox', { name: labelOf('rep') }).inputValue()).toBe(complete['rep'])
    expect((await sendForm(page)).status()).toBe(200)
    const receipt = page.url()
    expect(await textOf(page.getByRole('heading', { level: 1 }))).toBe(m.receipt.title)
    const kept = await textOf(page.getByRole('main'))
    for (const words of [cell, complete['rep'] ?? '', plain(typed.good), '1,5', m.receipt.standings['on-time']])
      expect(kept).toContain(words)

    await follow(page, () => page.getByRole('link', { name: m.receipt.back }).tap())
    expect(await textOf(openPeriod(page))).toContain(m.visits.left(1, of))
    expect(await textOf(openPeriod(page).locator('> ul'))).not.toContain(cell)
    expect(await textOf(openPeriod(page).locator('> ul'))).toContain(next)
    expect(await reportedCells(leader)).toBe(before + 1)

    await page.goBack()
    if (script === 'with script') {
      // The form never left its page until it was complete: before the receipt stands the form, which was sent meanwhile.
      await page.goBack()
      expect(new URL(page.url()).pathname).toBe(`${new URL(receipt).pathname}/edit`)
      return
    }
    // Back through the history to the form as it was sent first, filled in the same way and sent once more.
    await backAndSendAgain(page)
    await fillIn(page, complete)
    await sendForm(page)
    expect(page.url()).toBe(receipt)
    expect(await textOf(page.getByRole('main'))).toBe(kept)

    // Sent once more with another answer, it is refused, and both contents are there to compare.
    await backAndSendAgain(page)
    await fillIn(page, { ...complete, meetings: '11' })
    expect((await sendForm(page)).status()).toBe(409)
    await page.getByText(m.form.stored).tap()
    expect(await textOf(page.getByRole('alert'))).toMatch(/12/)
    expect(await meetings.inputValue()).toBe('11')
    expect(await reportedCells(leader)).toBe(before + 1)

    // A form opened anew for the same cell is the one that was sent, to be changed.
    expect((await open(page, formOf(cell))).status()).toBe(200)
    expect(page.url()).toBe(`${receipt}/edit`)
    expect(await meetings.inputValue()).toBe('12')
  },
)

test('with the keyboard alone: past the header, through every question in its order, sent by Enter', async () => {
  const page = await site.signedIn('inspector-2', desktop)
  await open(page, formOf('Chi bộ Sông Chảy 2'))
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: m.skip })
  expect(await skip.evaluate((link) => link === document.activeElement)).toBe(true)
  expect((await skip.boundingBox())?.x).toBeGreaterThanOrEqual(0)
  await page.keyboard.press('Enter')
  expect(await focusedId(page)).toBe('main')

  // What the unit still has to put right stands above the form, each with its link.
  for (const _ of await page.locator('main a:not(form a)').all()) {
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('A')
  }
  for (const question of askedItems(cellSurvey)) {
    await page.keyboard.press('Tab')
    const focus = await page.evaluate(() => {
      const field = document.activeElement
      return { name: field?.getAttribute('name'), outline: field && getComputedStyle(field).outlineStyle }
    })
    expect(focus).toEqual({ name: `q.${question.name}`, outline: 'solid' })
    const answer = complete[question.name]
    if (answer === undefined) continue
    if (question.type !== 'select_one') await page.keyboard.type(answer)
    else await page.keyboard.press(answer === 'yes' ? 'Space' : 'ArrowRight')
  }
  await page.keyboard.press('Shift+Tab')
  expect(await focusedId(page)).toBe('q-rep')
  await follow(page, () => page.keyboard.press('Enter'))
  expect(await textOf(page.getByRole('heading', { level: 1 }))).toBe(m.receipt.title)
  expect(await textOf(page.getByRole('main'))).toContain(complete['rep'])
})

test('two presses on the button send one form', async () => {
  const leader = await site.signedIn('leader', desktop)
  const before = await reportedCells(leader)
  const page = await site.signedIn('inspector-3', phone)
  await open(page, formOf('Chi bộ Sông Thương 3'))
  await fillIn(page, complete)
  await follow(page, () => page.getByRole('button', { name: m.form.submit }).dblclick())
  expect(await textOf(page.getByRole('heading', { level: 1 }))).toBe(m.receipt.title)
  expect(await reportedCells(leader)).toBe(before + 1)
})
