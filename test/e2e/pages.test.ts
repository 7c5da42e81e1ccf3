// Every page, in both languages: within reach of everybody (WCAG 2.2 AA, as far as axe can tell), readable from a narrow
// phone to a wide screen and at twice the size. What the console and the headers say is watched on every page anyway.

import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { type Language, languages } from '../../shared/language.ts'
import { pageMessages } from '../../shared/messages/page.ts'
import { path } from '../../shared/paths.ts'
import { cellCampaign, committeeCampaign, starterPeriods } from '../../shared/starter/campaigns.ts'
import { cellSurvey } from '../../shared/starter/forms.ts'
import { formOf } from './cell-survey.ts'
import { checkReach } from './reach.ts'
import { desktop, follow, open, phone, startSite, textOf } from './site.ts'

const site = startSite()
const { complete, open: running } = starterPeriods

type Shown = { readonly name: string; readonly status?: number; readonly show: (page: Page) => Promise<unknown> }
const at = (name: string, address: string, status = 200): Shown => ({
  name,
  status,
  show: (page) => open(page, address),
})

const pagesOf: readonly {
  readonly who: string
  readonly handle: string | undefined
  readonly pages: readonly Shown[]
}[] = [
  {
    who: 'a guest',
    handle: undefined,
    pages: [
      at('welcome', '/'),
      at('the issuer’s list of people', path.signIn()),
      at('a sign-in that can’t go on', '/issuer/sign-in/nothing', 400),
      at('a sign-in nobody began', path.signInCallback(), 400),
      at('what programs can ask', '/api'),
      at('no such page', '/nowhere', 404),
    ],
  },
  {
    who: 'an inspector',
    handle: 'inspector-1',
    pages: [
      at('visits', path.visits()),
      at('form', formOf('Chi bộ Sông Lô 2')),
      {
        name: 'form with faults',
        status: 422,
        show: sendUnchecked,
      },
      { name: 'receipt', show: showReceipt },
      at('not for this role', path.progress(), 403),
      at('not this unit', formOf('Chi bộ Sông Mã 1'), 403),
      at('what was sent, to be changed', formOf('Chi bộ Sông Lô 1')),
      at('receipt of a period that has closed', formOf('Chi bộ Sông Lô 2', complete)),
      at('visit not possible', formOf('Chi bộ Sông Lô 2').replace(/form$/, 'not-possible')),
      { name: 'sent after the session has ended', status: 401, show: sendSignedOut },
    ],
  },
  {
    who: 'a reporter',
    handle: 'reporter-20',
    pages: [at('visits', path.visits()), { name: 'report of a committee', show: showFirstForm }],
  },
  {
    who: 'a leader',
    handle: 'leader',
    pages: [
      at('list of campaigns', path.progress()),
      at('progress, half way', path.campaignProgress(cellCampaign.id, running)),
      at('progress, complete', path.campaignProgress(cellCampaign.id, complete)),
      at('progress of committees', path.campaignProgress(committeeCampaign.id, running)),
      at('reports', path.reports()),
      at('exports, none yet', path.exports()),
      at('an export, its campaign to be chosen', path.newExport()),
      at('an export of a campaign', path.newExport({ campaign: cellCampaign.id })),
      at('tokens, none yet', path.apiTokens()),
      at('an address to try that there isn’t', `${path.tryApi()}?operation=nothing`, 404),
      { name: 'what came of a response that was tried', status: 400, show: tryNothing },
    ],
  },
  {
    who: 'the office, typing in',
    handle: 'office',
    pages: [
      at('unit of a paper form', path.choosePaper(cellCampaign.id, running)),
      at('paper form', formOf('Chi bộ Sông Chảy 3').replace(/form$/, 'enter')),
      at('past figures', path.pastFigures(committeeCampaign.id)),
    ],
  },
  {
    who: 'a designer',
    handle: 'designer',
    pages: [
      at('forms', path.forms()),
      at('version of a form', path.formVersion(cellSurvey.formId, 1)),
      at('no such version', path.formVersion(cellSurvey.formId, 9), 404),
      at('rehearsal of nothing', path.rehearsal(cellSurvey.formId, 1, cellCampaign.id)),
    ],
  },
]

async function showReceipt(page: Page): Promise<void> {
  await open(page, path.visits())
  await page.locator('summary').first().click()
  await follow(page, () => page.locator('details .rows a').first().click())
}

async function sendSignedOut(page: Page): Promise<void> {
  await open(page, formOf('Chi bộ Sông Lô 2'))
  await page.context().clearCookies({ name: 'phieu-session' })
  await sendUnchecked(page)
}

/** Sends the form as it is, past the script that would say what is missing. */
async function sendUnchecked(page: Page): Promise<void> {
  const form = page.locator('main form').last()
  await follow(page, () => form.evaluate((element) => element instanceof HTMLFormElement && element.submit()))
}

/** On the page of the API: sends a body that is no response. */
async function tryNothing(page: Page): Promise<void> {
  await open(page, path.apiDocs())
  const form = page.locator(`form[method="post"][action="${path.tryApi()}"]`).first()
  await form.locator('textarea').evaluate((field) => {
    if (field instanceof HTMLTextAreaElement) field.value = '{}'
  })
  await follow(page, () => form.evaluate((element) => element instanceof HTMLFormElement && element.submit()))
}

async function showFirstForm(page: Page): Promise<void> {
  await open(page, path.visits())
  await follow(page, () => page.locator('.rows a[href$="/form"]').first().click())
}

test.each(languages.flatMap((language) => pagesOf.map((one) => ({ language, ...one }))))(
  'the pages of $who, in $language',
  { timeout: 60_000 },
  async ({ language, handle, pages }) => {
    const device = { ...desktop, locale: { vi: 'vi-VN', en: 'en-GB' }[language] }
    const page = handle ? await site.signedIn(handle, device) : await site.visitor(device)
    for (const { name, status = 200, show } of pages) {
      const [response] = await Promise.all([
        page.waitForResponse((one) => one.request().isNavigationRequest() && one.status() === status),
        show(page),
      ])
      expect(response.status(), name).toBe(status)
      const isIssuer = new URL(page.url()).pathname.startsWith('/issuer/')
      expect(await page.locator('html').getAttribute('lang'), name).toBe(isIssuer ? 'vi' : language)
      await checkReach(page, name)
    }
  },
)

test.each([true, false])('the language switch stays on the page and is remembered, script: %s', async (script) => {
  const page = await site.signedIn('inspector-1', { ...phone, javaScriptEnabled: script })
  const form = formOf('Chi bộ Sông Lô 2')
  await open(page, `${form}?from=list`)
  const shown = (language: Language) => textOf(page.getByRole('button', { name: pageMessages[language].form.submit }))
  await follow(page, () => page.getByRole('button', { name: 'English' }).tap())
  expect(page.url()).toBe(`${site.url}${form}?from=list`)
  expect(await shown('en')).toBe(pageMessages.en.form.submit)
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
  await open(page, path.visits())
  expect(await textOf(page.getByRole('heading', { level: 1 }))).toBe(pageMessages.en.visits.title)
  await follow(page, () => page.getByRole('button', { name: 'Tiếng Việt' }).tap())
  expect(await textOf(page.getByRole('heading', { level: 1 }))).toBe(pageMessages.vi.visits.title)
})
