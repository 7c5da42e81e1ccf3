// The WHO's verbal autopsy form filled in to the end in a browser: what appears is answered until nothing is left, and sent.

import { describe, expect, test } from 'vitest'
import { formBrowser, isActing } from '../e2e/form-in-browser.ts'
import { fillInSight } from '../support/fill-in.ts'
import { whoVerbalAutopsy, whovaAnswers } from '../support/whova.ts'

const folder = process.env['PHIEU_CONFORMANCE']

if (folder === undefined) test('the WHO form in a browser was LEFT OUT, because PHIEU_CONFORMANCE is not set', () => {})
else
  describe('the WHO form in a browser', () => {
    const open = formBrowser()

    test('is filled in to the end with the script', { timeout: 300_000 }, async () => {
      const { page } = await open(await whoVerbalAutopsy(folder), { viewport: { width: 390, height: 844 } })
      let answered = 0
      for (let pages = 0; pages < 40; pages++) {
        answered += await fillInSight(page, whovaAnswers)
        const next = page.locator('button[name=action][value=next]')
        const isLast = (await next.count()) === 0
        const button = isLast ? page.locator('button[name=action][value=send]') : next.first()
        const leaves = page.waitForEvent('load', { timeout: 60_000 })
        await button.click()
        const faults = page.getByRole('alert').first()
        await Promise.race([leaves, faults.waitFor().catch(() => undefined)])
        if (await faults.count()) throw new Error((await faults.textContent()) ?? '')
        await leaves
        if (isLast) break
        await isActing(page)
      }
      expect(page.url()).toMatch(/\/responses\//)
      console.info(JSON.stringify({ whova: 'filled in with the script', answered }))
      expect(answered).toBeGreaterThan(100)
    })

    test('is filled in to the end without a script, page by page', { timeout: 300_000 }, async () => {
      const { page } = await open(await whoVerbalAutopsy(folder), { javaScriptEnabled: false })
      let answered = 0
      let asked = 0
      for (; asked < 60 && !/\/responses\//.test(page.url()); asked++) {
        answered += await fillInSight(page, whovaAnswers)
        const button = page.locator('.send .main')
        await Promise.all([page.waitForEvent('load', { timeout: 60_000 }), button.click()])
      }
      const alert = page.getByRole('alert')
      expect(page.url(), (await alert.count()) ? ((await alert.first().textContent()) ?? '') : '').toMatch(
        /\/responses\//,
      )
      console.info(JSON.stringify({ whova: 'filled in without a script', answered, asked }))
      expect(answered).toBeGreaterThan(100)
    })
  })
