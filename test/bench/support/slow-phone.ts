// A page on a slow phone: Chromium with a slow connection and a slow processor, a new one for each time.

import type { Browser } from 'playwright-core'
import { median } from './cpu.ts'

/** A slow mobile connection, and a phone of some years ago. */
export const slowPhone = { kilobitsPerSecond: 400, latencyMs: 400, timesSlower: 6 } as const

/** In bits of a connection that bytes are counted on. */
const bytesPerSecond = (slowPhone.kilobitsPerSecond * 1_000) / 8

export type Loaded = {
  /** All that came over the wire, headers included. */
  readonly wireBytes: number
  /** From the first request until the first choice could be made, and stayed made. */
  readonly usableMs: number
}

/** Opens an address as often as said; medians of all times. The page's first question is one of choices. */
export async function loadSlowly(browser: Browser, addresses: readonly string[], times: number): Promise<Loaded[]> {
  const loaded = addresses.map((): Loaded[] => [])
  // In turns, so that a slow spell of the machine slows all of them.
  for (let time = 0; time < times; time += 1)
    for (const [index, address] of addresses.entries()) loaded[index]?.push(await loadOnce(browser, address))
  return loaded.map((all) => ({
    wireBytes: median(all.map(({ wireBytes }) => wireBytes)),
    usableMs: median(all.map(({ usableMs }) => usableMs)),
  }))
}

async function loadOnce(browser: Browser, address: string): Promise<Loaded> {
  const context = await browser.newContext({
    ...{ locale: 'vi-VN', viewport: { width: 360, height: 640 }, isMobile: true, hasTouch: true },
  })
  try {
    const page = await context.newPage()
    const protocol = await context.newCDPSession(page)
    let wireBytes = 0
    protocol.on('Network.loadingFinished', ({ encodedDataLength }) => {
      wireBytes += encodedDataLength
    })
    await protocol.send('Network.enable')
    await protocol.send('Network.emulateNetworkConditions', {
      ...{ offline: false, latency: slowPhone.latencyMs },
      ...{ downloadThroughput: bytesPerSecond, uploadThroughput: bytesPerSecond },
    })
    await protocol.send('Emulation.setCPUThrottlingRate', { rate: slowPhone.timesSlower })
    await page.addInitScript(chooseFirst)
    await page.goto(address, { waitUntil: 'networkidle', timeout: 120_000 })
    const usable = await page.waitForFunction(() => document.documentElement.dataset['usable'], undefined, {
      timeout: 120_000,
    })
    return { wireBytes, usableMs: Number(await usable.jsonValue()) }
  } finally {
    await context.close()
  }
}

/**
 * Runs in the page, before anything of its own: chooses the first choice as soon as it is painted, and notes when that worked
 * (milliseconds since the navigation began).
 */
function chooseFirst(): void {
  const look = (): void => {
    const radio = document.querySelector<HTMLInputElement>('input[type=radio]')
    const seen = radio?.closest('label') ?? radio?.parentElement
    if (radio && seen && seen.getBoundingClientRect().height > 0) {
      radio.click()
      if (radio.checked) {
        document.documentElement.dataset['usable'] = String(performance.now())
        return
      }
    }
    requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}
