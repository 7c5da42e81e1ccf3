// Who may not: refused in words, whichever door is tried. And the session: how it is kept, how it ends, who can't use it.

import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { pageMessages } from '../../shared/messages/page.ts'
import { describeProblem } from '../../shared/messages/problem.ts'
import { path } from '../../shared/paths.ts'
import { type Problem, problem } from '../../shared/problems.ts'
import { cellCampaign, starterPeriods, starterPlan } from '../../shared/starter/campaigns.ts'
import { complete, fillIn, formOf, sendForm } from './cell-survey.ts'
import { chooseAtIssuer, desktop, follow, open, phone, signOut, startSite, textOf, textsOf } from './site.ts'

const site = startSite()
const m = pageMessages.vi
const titleOf = (one: Problem) => describeProblem(one, 'vi', 'Asia/Ho_Chi_Minh').title
const heading = (page: Page) => textOf(page.getByRole('heading', { level: 1 }))
const progressOf = path.campaignProgress(cellCampaign.id, starterPeriods.open)

/** The address of the newest report's PDF. */
async function newestReport(): Promise<string> {
  const leader = await site.signedIn('leader', desktop)
  await open(leader, path.reports())
  return (await leader.getByRole('link', { name: m.reports.download }).first().getAttribute('href')) ?? ''
}

test('an inspector: no progress, no report, no other team’s form', async () => {
  const report = await newestReport()
  const page = await site.signedIn('inspector-1', phone)
  expect(await textsOf(page.getByRole('navigation').getByRole('link'))).toEqual([m.nav.visits, m.nav.actions])
  const refused = [
    { address: path.progress(), why: problem.roleMissing() },
    { address: progressOf, why: problem.roleMissing() },
    { address: path.reports(), why: problem.roleMissing() },
    { address: report, why: problem.roleMissing() },
    { address: formOf('Chi bộ Sông Mã 1'), why: problem.unitNotYours() },
  ]
  for (const { address, why } of refused) {
    expect((await open(page, address)).status()).toBe(403)
    expect(await heading(page)).toBe(titleOf(why))
    expect(await page.locator('html').getAttribute('lang')).toBe('vi')
    expect(await textOf(page.getByRole('main'))).toContain(why.code)
  }
})

test('the leader of one committee: its own progress, not the report of the bloc', async () => {
  const report = await newestReport()
  const page = await site.signedIn('committee-leader', desktop)
  await open(page, progressOf)
  expect(await textOf(page.locator('.figure'))).toContain('3 / 3')
  expect(await textOf(page.getByRole('main'))).not.toContain('Sông Lô')
  expect((await open(page, report)).status()).toBe(403)
  expect(await heading(page)).toBe(titleOf(problem.unitNotYours()))
  await open(page, path.reports())
  expect(await page.getByRole('link', { name: m.reports.download }).count()).toBe(0)
  expect(await page.getByRole('button', { name: 'Lập' }).count()).toBe(0)
  const made = await page.request.post(path.reports(), {
    headers: { origin: site.url },
    form: { plan: starterPlan.id, period: starterPeriods.open },
  })
  expect(made.status()).toBe(403)
})

test('programs hear the same as problem+json', async () => {
  const page = await site.signedIn('inspector-1', phone)
  const guest = await site.visitor(phone)
  const progress = path.api.progress(cellCampaign.id, starterPeriods.open)
  const [, , campaign, , period, , unit] = formOf('Chi bộ Sông Mã 1').split('/')
  const submission = { campaign, period, unit, id: crypto.randomUUID(), revision: 1, formVersion: 1 }
  const answers = Object.fromEntries(
    Object.entries(complete).map(([name, value]) => [
      name,
      /^\d+$/.test(value) ? Number(value) : value.replace(',', '.'),
    ]),
  )
  const send = { data: { ...submission, answers }, headers: { origin: site.url } }
  const answered = [
    { response: await page.request.get(progress), status: 403, code: 'access.role-missing' },
    { response: await page.request.post(path.api.responses(), send), status: 403, code: 'access.unit-not-yours' },
    { response: await guest.request.get(progress), status: 401, code: 'access.not-signed-in' },
    { response: await guest.request.post(path.api.responses(), send), status: 401, code: 'access.not-signed-in' },
    { response: await guest.request.get('/api/nothing'), status: 404, code: 'page.unknown' },
  ]
  for (const { response, status, code } of answered) {
    expect(response.headers()['content-type']).toMatch(/^application\/problem\+json/)
    expect(await response.json()).toMatchObject({
      status,
      code,
      type: `/problems/${code}`,
      title: expect.stringMatching(/\S/),
    })
    expect(response.status()).toBe(status)
  }
})

test.each(['admin', 'office', 'designer', 'leader', 'committee-leader', 'inspector-7', 'reporter-20'])(
  'whoever signs in is shown something of theirs: %s',
  async (handle) => {
    const page = await site.visitor(desktop)
    await open(page, path.signIn())
    const landed = await chooseAtIssuer(page, handle)
    expect(landed.status()).toBe(200)
    for (const link of await page.getByRole('navigation').getByRole('link').all())
      expect((await page.request.get((await link.getAttribute('href')) ?? '')).status()).toBe(200)
  },
)

test('the session: kept from scripts, ended by signing out, of no use afterwards', async () => {
  const page = await site.signedIn('inspector-1', phone)
  const context = page.context()
  const cookies = await context.cookies(site.url)
  const session = cookies.find(({ name }) => name === 'phieu-session')
  expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/', domain: new URL(site.url).hostname })
  expect(session?.value).toMatch(/^[\w-]{40,}$/)
  expect(await page.evaluate(() => document.cookie)).toBe('')

  await open(page, formOf('Chi bộ Sông Lô 2'))
  await signOut(page)
  expect(await heading(page)).toBe(m.welcome.title)
  await page.goBack()
  expect(await textOf(page.locator('body'))).not.toContain('Lê Minh Khuê ·')
  expect(new URL(page.url()).pathname).toMatch(/^\/issuer\//)

  const thief = await site.visitor(phone)
  await thief.context().addCookies(cookies)
  await open(thief, path.visits())
  expect(new URL(thief.url()).pathname).toMatch(/^\/issuer\//)
  const fetched = await thief.request.get(path.api.progress(cellCampaign.id, starterPeriods.open))
  expect(fetched.status()).toBe(401)
})

test('each sign-in gets a session of its own, and the issuer asks again who it is', async () => {
  const page = await site.signedIn('inspector-1', phone)
  const token = async () => (await page.context().cookies()).find(({ name }) => name === 'phieu-session')?.value
  const first = await token()
  await signOut(page)
  await follow(page, () => page.getByRole('link', { name: m.signIn }).tap())
  await chooseAtIssuer(page, 'leader')
  expect(new URL(page.url()).pathname).toBe(path.progress())
  expect(await token()).not.toBe(first)
})

test('after signing in one is where one wanted to go, and never on another site', async () => {
  const page = await site.visitor(phone)
  await open(page, progressOf)
  await chooseAtIssuer(page, 'leader')
  expect(page.url()).toBe(`${site.url}${progressOf}`)

  await open(page, path.signIn('//evil.example/'))
  await chooseAtIssuer(page, 'leader')
  expect(page.url()).toBe(`${site.url}${path.progress()}`)
  for (const returnTo of ['https://evil.example/', '//evil.example/', '/\\evil.example/', 'javascript:alert(1)']) {
    const switched = await page.request.post(path.language(), {
      headers: { origin: site.url },
      form: { language: 'vi', returnTo },
      maxRedirects: 0,
    })
    expect(switched.headers()['location']).toBe('/')
  }
})

/** The same site to a browser, another origin; and another site altogether. */
const elsewhere = ['http://127.0.0.1:9/', 'http://evil.example/']

test.each(elsewhere)('what %s sends in a person’s name is refused', async (address) => {
  const page = await site.signedIn('leader', desktop)
  await open(page, path.reports())
  const reports = await page.locator('article').count()
  const fields = {
    [path.reports()]: { plan: starterPlan.id, period: starterPeriods.open },
    [path.signOut()]: {},
    [path.language()]: { language: 'en', returnTo: '/' },
    [formOf('Chi bộ Sông Lô 2')]: { id: crypto.randomUUID(), formVersion: '1' },
  }
  for (const [action, values] of Object.entries(fields)) {
    const inputs = Object.entries(values).map(([name, value]) => `<input name="${name}" value="${value}">`)
    const body = `<form method="post" action="${site.url}${action}">${inputs.join('')}<button>Win a prize</button></form>`
    await page.route(address, (route) => route.fulfill({ contentType: 'text/html', body }))
    await page.goto(address)
    expect((await follow(page, () => page.getByRole('button').click())).status()).toBe(403)
    expect(await heading(page)).toBe(titleOf(problem.crossSite()))
    await page.unroute(address)
  }
  await open(page, path.reports())
  expect(await page.locator('article').count()).toBe(reports)
  expect(await page.locator('html').getAttribute('lang')).toBe('vi')
})

test('a form sent after the session has ended loses nothing: sign in apart, come back, send again', async () => {
  const cell = 'Chi bộ Sông Lô 2'
  const page = await site.signedIn('inspector-1', phone)
  await open(page, formOf(cell))
  await fillIn(page, { ...complete, good: 'Ghi chép “đầy đủ”,\nrõ ràng.' })
  await page.context().clearCookies({ name: 'phieu-session' })
  expect((await sendForm(page)).status()).toBe(401)
  expect(await heading(page)).toBe(titleOf(problem.notSignedIn()))

  const [apart] = await Promise.all([
    page.context().waitForEvent('page'),
    page.getByRole('link', { name: m.problem.signInApart }).tap(),
  ])
  await chooseAtIssuer(apart, 'inspector-1')
  expect(new URL(apart.url()).pathname).toBe(path.visits())
  await apart.close()

  await follow(page, () => page.getByRole('button', { name: m.problem.sendAgain }).tap())
  expect(await heading(page)).toBe(m.receipt.title)
  expect(await textOf(page.getByRole('main'))).toContain('Ghi chép “đầy đủ”, rõ ràng.')
})
