// The form script: what it weighs, how fast it evaluates, and how long a page takes to settle after a keystroke on the
// largest form in use, in a browser on a processor four times slower than this one.

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import * as v from 'valibot'
import { compileForm, pageProgram } from '../../shared/form/compile.ts'
import { Draft } from '../../shared/form/draft.ts'
import { draftSettings } from '../../shared/form/draft-fixture.ts'
import type { FormVersion } from '../../shared/form/form.ts'
import { partsOf } from '../../shared/form/parts.ts'
import { cellSurvey } from '../../shared/starter/forms.ts'
import { launchBrowser } from '../support/browser.ts'
import { fillInSight } from '../support/fill-in.ts'
import { openFormSite } from '../support/form-site.ts'
import { whoVerbalAutopsy, whovaAnswers } from '../support/whova.ts'
import { callsPerSecond, median } from './support/cpu.ts'
import { printFigure, rounded } from './support/figure.ts'

const assets = 'dist/functions/api/assets'
const budgets = { script: 8_192, page: 14_336, keystroke: 50 }
const slowdown = 4
const fieldsPerPage = 25
/** Long enough for a page to come to rest, at any speed. */
const restMilliseconds = 150

const Manifest = v.object({ script: v.string(), parts: v.record(v.string(), v.string()) })
const manifest = v.parse(Manifest, JSON.parse(await readFile(join(assets, 'manifest.json'), 'utf8')))
const weigh = async (name: string | undefined): Promise<number> => (await readFile(join(assets, `${name}.br`))).length

async function scripts(): Promise<void> {
  const parts: Record<string, number> = {}
  for (const [name, file] of Object.entries(manifest.parts)) parts[name] = await weigh(file)
  const main = await weigh(manifest.script)
  const loaded = partsOf(pageProgram(compileForm(cellSurvey.form, '')), false)
  const sum = loaded.reduce((all, part) => all + (parts[part] ?? 0), main)
  printFigure('form-script-bytes', sum, 'bytes', { budget: budgets.script, detail: { main, loaded: loaded.join(' ') } })
  printFigure(
    'form-script-parts-bytes',
    Object.values(parts).reduce((a, b) => a + b),
    'bytes',
    { detail: { parts } },
  )
}

/** Everything that the page loads, as it was sent. */
async function pageBytes(version: FormVersion): Promise<Record<'html' | 'style' | 'script', number>> {
  const site = await openFormSite(version)
  const get = async (url: string) => {
    const headers = { cookie: site.cookies.map(({ name, value }) => `${name}=${value}`).join('; ') }
    return Buffer.from(await (await fetch(url, { headers })).arrayBuffer())
  }
  const html = (await get(site.form)).toString('utf8')
  const linked = async (pattern: RegExp) => {
    let sum = 0
    for (const [, path = ''] of html.matchAll(pattern)) sum += await weigh(path.split('/').at(-1))
    return sum
  }
  const weights = {
    html: brotliCompressSync(html).length,
    style: await linked(/<link rel="stylesheet" href="([^"]+)"/g),
    script: (await linked(/<script[^>]* src="([^"]+)"/g)) + (await linked(/<link rel="modulepreload" href="([^"]+)"/g)),
  }
  await site.close()
  return weights
}

async function pages(whova: FormVersion | undefined): Promise<void> {
  for (const [name, version, limits] of [
    ['form-20-questions', cellSurvey, { budget: budgets.page }],
    ['form-who-va', whova, {}],
  ] as const) {
    if (!version) continue
    const detail = await pageBytes(version)
    printFigure(`${name}-page-bytes`, detail.html + detail.style + detail.script, 'bytes', { ...limits, detail })
  }
}

/** Answers put into a draft of a form one after the other, each with all that follows from it. */
async function evaluations(version: FormVersion): Promise<void> {
  const program = pageProgram(compileForm(version.form, version.form.languages[0] ?? ''))
  let evaluated = 0
  const draft = new Draft(program, draftSettings)
  const value = draft.value.bind(draft)
  draft.value = (expression, node) => {
    evaluated++
    return value(expression, node)
  }
  const nodes = draft.nodes.flat().filter((node) => draft.item(node)?.type === 'select_one')
  const turn = () => {
    for (const answer of ['yes', 'no']) for (const node of nodes) draft.set(node, answer)
  }
  turn()
  evaluated = 0
  turn()
  const calls = evaluated
  const { whole } = await callsPerSecond({ whole: { calls, run: turn } })
  printFigure('form-evaluations-per-second', whole, 'evaluations per CPU second', {
    detail: { answers: nodes.length * 2, evaluationsPerAnswer: rounded(calls / (nodes.length * 2)) },
  })
}

/**
 * Notes for every event of a field how long the script and the layout after it were at work, and how long it took until the
 * next frame was painted.
 */
function watchEvents(): void {
  const noted: { painted: number; worked: number }[] = []
  Object.assign(globalThis, { noted })
  for (const type of ['input', 'change']) {
    let begun = 0
    addEventListener(
      type,
      () => {
        begun = performance.now()
      },
      true,
    )
    // The window is the last to hear of it.
    addEventListener(type, ({ isTrusted }) => {
      document.body.getBoundingClientRect()
      const [since, worked] = [begun, performance.now() - begun]
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => noted.push({ painted: performance.now() - since, worked })
      if (isTrusted) requestAnimationFrame(() => port2.postMessage(undefined))
    })
  }
}

type Noted = { readonly painted: number; readonly worked: number }

/** What was noted since the last time, as one: a key may cause several events. */
async function lastNoted(page: Page): Promise<Noted | undefined> {
  const noted = await page.evaluate(() => (globalThis as unknown as { noted: Noted[] }).noted.splice(0))
  const most = (of: (one: Noted) => number) => noted.reduce((all, one) => Math.max(all, of(one)), 0)
  return noted.length > 0
    ? { painted: most(({ painted }) => painted), worked: most(({ worked }) => worked) }
    : undefined
}

/** Fields in sight, spread over the page: of a set of choices the one that is chosen. */
const fieldsOn = (page: Page) =>
  page.evaluate((wanted) => {
    const fields = [...document.querySelectorAll<HTMLInputElement>('.q input, .q textarea')].filter(
      (one) =>
        one.offsetParent && ['text', 'radio', 'textarea'].includes(one.type) && (one.type !== 'radio' || one.checked),
    )
    const step = Math.max(1, Math.floor(fields.length / wanted))
    return fields.filter((_, at) => at % step === 0).map(({ name, type }) => ({ name, type }))
  }, fieldsPerPage)

/** Presses a key in each field, and another that takes it back. Between them nothing else is asked of the page. */
async function pressKeys(page: Page): Promise<Noted[]> {
  const found: Noted[] = []
  for (const { name, type } of await fieldsOn(page)) {
    await page.evaluate((wanted) => {
      const fields = [...document.querySelectorAll<HTMLInputElement>(`[name="${CSS.escape(wanted)}"]`)]
      const field = fields.find(({ type, checked }) => type !== 'radio' || checked)
      field?.focus()
    }, name)
    for (const key of type === 'radio' ? ['ArrowDown', 'ArrowUp'] : ['1', 'Backspace']) {
      await page.waitForTimeout(restMilliseconds)
      await lastNoted(page)
      await page.keyboard.press(key)
      await page.waitForTimeout(restMilliseconds)
      const noted = await lastNoted(page)
      if (noted) found.push(noted)
    }
  }
  return found
}

const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN

async function keystrokes(version: FormVersion): Promise<void> {
  const site = await openFormSite(version)
  const browser = await launchBrowser()
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'vi' })
  await context.addCookies(site.cookies)
  const page = await context.newPage()
  await page.addInitScript(watchEvents)
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  await page.goto(site.form)
  const events: Noted[] = []
  for (let at = 0; at < 40; at++) {
    await page.waitForSelector('html[data-script=on]', { state: 'attached', timeout: 60_000 })
    await fillInSight(page, whovaAnswers)
    events.push(...(await pressKeys(page)))
    const next = page.locator('button[name=action][value=next]').first()
    if ((await next.count()) === 0) break
    await Promise.all([page.waitForEvent('load', { timeout: 60_000 }), next.click()])
  }
  await browser.close()
  await site.close()
  const painted = events.map((one) => one.painted)
  const worked = events.map((one) => one.worked)
  const spread = (values: readonly number[]) => ({
    p50: rounded(median(values)),
    p95: rounded(quantile(values, 0.95)),
    most: rounded(Math.max(...values)),
  })
  // Settled: script, styles and layout are done. Painting is this machine's, which has no graphics card and other work.
  printFigure('form-who-va-keystroke-p95', quantile(worked, 0.95), 'ms', {
    budget: budgets.keystroke,
    detail: { slowdown, keystrokes: events.length, settled: spread(worked), painted: spread(painted) },
  })
}

const folder = process.env['PHIEU_CONFORMANCE']
const whova = folder === undefined ? undefined : await whoVerbalAutopsy(folder)
await scripts()
await pages(whova)
await evaluations(whova ?? cellSurvey)
if (whova) await keystrokes(whova)
else console.error('The WHO form was left out, because PHIEU_CONFORMANCE is not set')
