// Whether a page is within reach of everybody: WCAG 2.2 AA as far as axe can tell, and readable from a narrow phone to a wide
// screen and at twice the size.

import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { desktop, phone } from './site.ts'

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']

async function axeFindings(page: Page): Promise<string[]> {
  const { violations, passes } = await new AxeBuilder({ page }).withTags(wcag).setLegacyMode().analyze()
  if (passes.length === 0) throw new Error('axe looked at nothing')
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target}: ${failureSummary}`),
  )
}

/** A narrow phone, a phone, a wide screen at twice the size, a wide screen. */
const widths = [320, phone.viewport.width, desktop.viewport.width / 2, desktop.viewport.width]

/** How far the page is wider than the window. */
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** Looks at the page at every width; leaves it as wide as a desk's. */
export async function checkReach(page: Page, name: string): Promise<void> {
  expect(await page.getByRole('heading', { level: 1 }).count(), name).toBe(1)
  for (const width of widths) {
    await page.setViewportSize({ width, height: 844 })
    expect(await overflow(page), `${name} at ${width}`).toBe(0)
    if (width === phone.viewport.width || width === desktop.viewport.width)
      expect(await axeFindings(page), `${name} at ${width}`).toEqual([])
  }
}
