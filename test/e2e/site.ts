// The system as people meet it: a home with the starter content and a browser, for the tests of one file. Whatever a page
// shows, every visitor also watches what nobody should ever see: errors in the console, a missing header, a broken link.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Locator, Page, Response } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest'
import { type Home, startHome } from '../../infra/local/home.ts'
import { pageMessages } from '../../shared/messages/page.ts'
import { path } from '../../shared/paths.ts'
import { starterPeople } from '../../shared/starter/people.ts'
import { launchBrowser } from '../support/browser.ts'
import { copyStarterData, loadingMs } from './starter-data.ts'

export const phone = {
  locale: 'vi-VN',
  viewport: { width: 390, height: 844 },
  isMobile: true,
  hasTouch: true,
} satisfies BrowserContextOptions
export const desktop = {
  locale: 'vi-VN',
  viewport: { width: 1440, height: 900 },
} satisfies BrowserContextOptions

export type Site = {
  readonly url: string
  /** A person with a browser of their own; nobody is signed in yet. */
  visitor: (device: BrowserContextOptions) => Promise<Page>
  /** The same, signed in through the issuer's page, and on the page that follows. */
  signedIn: (handle: string, device: BrowserContextOptions) => Promise<Page>
  /** What its functions are told: for what a test puts into the stores itself. */
  readonly env: () => NodeJS.ProcessEnv
  /** Where it keeps everything: for what a test looks for in its files. */
  readonly folder: () => string
  /** Stops the home, and starts it again at the same address on the same data. */
  restart: () => Promise<void>
}

/** `empty`: without the starter content; nothing is there but the account of whoever founds the organisation. */
export function startSite({ empty = false } = {}): Site {
  let dataFolder = ''
  let home: Home | undefined
  let browser: Browser | undefined

  const start = (port: number) => startHome({ dataFolder, port, starter: !empty, empty, tickEverySeconds: 0 })
  const url = () => home?.url ?? ''
  beforeAll(async () => {
    dataFolder = await mkdtemp(join(tmpdir(), 'phieu-e2e-'))
    if (!empty) await copyStarterData(dataFolder)
    ;[home, browser] = await Promise.all([start(0), launchBrowser()])
  }, loadingMs)
  afterAll(async () => {
    await browser?.close()
    await home?.stop()
    await rm(dataFolder, { recursive: true, force: true })
  })

  const visitor = async (device: BrowserContextOptions) => {
    if (!browser) throw new Error('The browser was not started')
    const context = await browser.newContext({ baseURL: url(), ...device })
    context.setDefaultTimeout(20_000)
    const page = await context.newPage()
    const troubles = watch(page, url())
    onTestFinished(async () => {
      await context.close()
      expect(troubles).toEqual([])
    })
    return page
  }
  return {
    get url() {
      return url()
    },
    visitor,
    env: () => home?.env ?? {},
    folder: () => dataFolder,
    signedIn: async (handle, device) => {
      const page = await visitor(device)
      await page.goto(path.signIn())
      await chooseAtIssuer(page, handle)
      return page
    },
    restart: async () => {
      const { port } = new URL(url())
      await home?.stop()
      home = await start(Number(port))
      await home.idle()
    },
  }
}

/** On the issuer's page: signs in as one of the demo's people, by the handle of their address. */
export async function chooseAtIssuer(page: Page, handle: string): Promise<Response> {
  const name = starterPeople.find(({ person }) => person.email.startsWith(`${handle}@`))?.person.name
  if (!name) throw new Error(`Nobody in the demo is called ${handle}`)
  return follow(page, () => page.getByRole('button', { name }).click())
}

const isPage = (response: Response): boolean =>
  response.request().isNavigationRequest() && (response.status() < 300 || response.status() >= 400)

/** Does what leads to another page, and waits until that page is there. */
export async function follow(page: Page, act: () => Promise<unknown>): Promise<Response> {
  const [response] = await Promise.all([page.waitForResponse(isPage), page.waitForEvent('load'), act()])
  return response
}

/** Opens an address; a page always answers. */
export async function open(page: Page, address: string): Promise<Response> {
  const response = await page.goto(address)
  if (!response) throw new Error(`Nothing answered at ${address}`)
  return response
}

/** What must be said with every page: nothing inline, no guessing, no frame around it, no address given away. */
const expectedHeaders: Readonly<Record<string, RegExp>> = {
  'content-security-policy':
    /^(?=.*default-src 'none')(?=.*frame-ancestors 'none')(?=.*form-action 'self')(?!.*unsafe)/,
  'x-content-type-options': /^nosniff$/,
  'referrer-policy': /^(same-origin|no-referrer)$/,
  'cache-control': /no-store/,
}

/** A file that is handed out runs nothing, wherever it is opened. */
const headersOfFiles: typeof expectedHeaders = { ...expectedHeaders, 'content-security-policy': /^sandbox$/ }

/** Collects what is wrong with the pages that a visitor sees, in words. */
function watch(page: Page, origin: string): string[] {
  const troubles: string[] = []
  page.on('pageerror', (error) => troubles.push(`${page.url()}: ${error.message}`))
  page.on('console', (message) => {
    // The browser notes each page that comes with a status of its own, such as 403; which one is for the test to say.
    const isStatus = message.text().startsWith('Failed to load resource') && message.location().url === page.url()
    const isBad = message.type() === 'error' || message.type() === 'warning'
    if (isBad && !isStatus) troubles.push(`${page.url()}: ${message.text()}`)
  })
  page.on('response', (response) => {
    if (!response.url().startsWith(`${origin}/`)) return
    const address = `${response.status()} ${response.url()}`
    if (response.status() >= 500) troubles.push(address)
    if (!isPage(response)) {
      if (response.status() >= 400) troubles.push(address)
      return
    }
    const isFile = response.headers()['content-disposition']?.startsWith('attachment') === true
    for (const [name, pattern] of Object.entries(isFile ? headersOfFiles : expectedHeaders)) {
      const value = response.headers()[name] ?? ''
      if (!pattern.test(value)) troubles.push(`${address}: ${name} is "${value}"`)
    }
  })
  return troubles
}

/** Ends the session by the button in the header. */
export const signOut = (page: Page) =>
  follow(page, () => page.getByRole('button', { name: pageMessages.vi.signOut }).click())

/** What stands there, as one line; spaces that don't break count as spaces. */
export const textOf = async (place: Locator): Promise<string> => plain((await place.textContent()) ?? '')

/** The same of each that is found. */
export const textsOf = async (places: Locator): Promise<string[]> => (await places.allTextContents()).map(plain)

export const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()
