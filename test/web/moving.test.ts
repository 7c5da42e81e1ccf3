// The island that brings up to date what is being made, in a browser: each step as it comes, said once, and the way to what is ready.

import { build } from 'esbuild'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { reportFiles } from '../../functions/report-files.ts'
import { makeReport } from '../../functions/schedule/make-report.ts'
import { beginTry } from '../../functions/store/report-jobs.ts'
import { reportFolder } from '../../functions/store/reports.ts'
import { reportProgressMessages } from '../../shared/messages/report-progress.ts'
import { path } from '../../shared/paths.ts'
import { publicUrl } from '../support/api.ts'
import { launchBrowser } from '../support/browser.ts'
import { reportDesk } from '../support/report-desk.ts'
import { leader, org } from '../support/scenario.ts'

const m = reportProgressMessages.en
let browser: Browser
let script: string
beforeAll(async () => {
  const built = await build({ entryPoints: ['web/islands/moving.ts'], bundle: true, write: false, format: 'esm' })
  script = built.outputFiles[0]?.text ?? ''
  browser = await launchBrowser()
})
afterAll(() => browser.close())

type Desk = Awaited<ReturnType<typeof reportDesk>>

/** A leader's page, whose requests go straight to the app. */
async function open(desk: Desk, address: string): Promise<Page> {
  const page = await browser.newPage()
  await page.route(`${publicUrl}/**`, async (route) => {
    const url = new URL(route.request().url())
    if (url.pathname.includes('moving')) return route.fulfill({ contentType: 'text/javascript', body: script })
    const answer = await desk.request(`${url.pathname}${url.search}`, { as: leader })
    const headers = Object.fromEntries([...answer.headers].filter(([name]) => name !== 'content-security-policy'))
    return route.fulfill({ status: answer.status, headers, body: Buffer.from(await answer.arrayBuffer()) })
  })
  await page.goto(`${publicUrl}${address}`)
  return page
}

test('a report on its page: from being asked for to the way to it, each step said once', async () => {
  const desk = await reportDesk()
  desk.state.isDrawing = false
  const id = await desk.make()
  const page = await open(desk, path.report(id))
  const news = page.getByRole('status')
  await page.getByText(m.asked, { exact: true }).waitFor()
  expect(await news.textContent()).toBe('')
  await beginTry(desk.table, await desk.report(id), desk.state.now)
  await page.getByText(m.facts(0, 0), { exact: true }).waitFor()
  expect(await news.textContent()).toBe(m.news('Quality of cells', m.facts(0, 0)))
  await makeReport(desk.deps, { organisationId: org, reportId: id })
  // What it says is there: the page has become another, and this one shows the way without leaving.
  await page.getByRole('link', { name: m.open }).waitFor()
  expect(await news.textContent()).toContain(m.open)
  await page.getByRole('link', { name: m.open }).click()
  await page.getByText(m.drawing('docx'), { exact: true }).waitFor()
  const folder = reportFolder(await desk.report(id)) ?? ''
  await desk.objects.put(reportFiles(folder).docx, new Uint8Array(1), '')
  await page.getByText(m.drawing('xlsx'), { exact: true }).waitFor()
  await desk.work()
  await page.getByRole('link', { name: 'PDF' }).waitFor()
  expect(await page.getByRole('status').textContent()).toBe(m.news('Quality of cells', m.ready))
  await page.close()
}, 60_000)

test('in the library a line moves alone, and one that fails says so', async () => {
  const desk = await reportDesk()
  desk.state.isDrawing = false
  const id = await desk.make()
  const page = await open(desk, path.reports())
  await page.getByText(m.asked, { exact: true }).waitFor()
  for (let tries = 0; tries < 3; tries += 1) {
    const failing = {
      ...desk.deps,
      directory: { ...desk.deps.directory, organisation: () => Promise.reject(new Error('down')) },
    }
    await makeReport(failing, { organisationId: org, reportId: id }).catch(() => undefined)
  }
  await page.getByRole('button', { name: m.tryAgain }).waitFor()
  expect(await page.getByRole('status').textContent()).toBe(m.news('Quality of cells', m.failedTitle))
  await page.close()
}, 60_000)
