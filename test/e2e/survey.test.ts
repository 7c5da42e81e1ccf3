// A survey from its roster to its results: the office invites people and prints slips, a phone reads the QR code off the printed
// page, members answer, without a script and over a connection that breaks, and a leader reads what was released.

import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { readConfig, ScheduleConfig } from '../../functions/config.ts'
import { findCampaign, insertCampaignUnit, saveCampaign } from '../../functions/store/campaigns.ts'
import { openTable } from '../../functions/store/dynamodb.ts'
import { publishForm } from '../../functions/store/form-library.ts'
import { enterUnit } from '../../shared/campaign/campaign.ts'
import { asId, CampaignId, FormId, PeriodId } from '../../shared/ids.ts'
import { invitationsMessages } from '../../shared/messages/invitations.ts'
import { pageMessages } from '../../shared/messages/page.ts'
import { describeProblem } from '../../shared/messages/problem.ts'
import { surveyResultMessages } from '../../shared/messages/survey-results.ts'
import { surveyMessages } from '../../shared/messages/surveys.ts'
import { path } from '../../shared/paths.ts'
import { problem } from '../../shared/problems.ts'
import { cellCampaign } from '../../shared/starter/campaigns.ts'
import { cells, organisation } from '../../shared/starter/organisation.ts'
import { readPdf } from '../support/pdf.ts'
import { printPdf } from '../support/print-pdf.ts'
import { readQrs } from '../support/read-qr.ts'
import { surveyForm } from '../support/survey-scene.ts'
import { checkReach } from './reach.ts'
import { desktop, follow, open, phone, startSite, textOf } from './site.ts'

const site = startSite()
const m = invitationsMessages.vi
const r = surveyResultMessages.vi
const note = 'Họp ngắn hơn'
const title = 'Lấy ý kiến đảng viên'
const atEase = { timeout: 120_000 }
const campaign = asId(CampaignId, 's3rv3y')
const formId = asId(FormId, 'survey-form')
const period = { id: asId(PeriodId, '2013-H2'), opensAt: '2013-07-01T00:00:00+07:00', closesAt: null, graceDays: 0 }
const [cell] = cells
const people = ['Nguyễn Văn An', 'Trần Thị Bình', 'Lê Hữu Chí', 'Phạm Thị Dung', 'Vũ Đức Em', 'Hoàng Thị Gấm']
const roster = ['Họ và tên,Mã đơn vị,Thư điện tử', ...people.map((name) => `${name},${cell?.code},`)].join('\n')

beforeAll(async () => {
  const table = openTable(readConfig(ScheduleConfig, site.env()))
  const { form } = surveyForm
  await publishForm(table, { organisationId: organisation.id, formId, form, by: null, at: period.opensAt })
  await saveCampaign(
    table,
    {
      ...cellCampaign,
      ...{ id: campaign, kind: 'member-survey', form: { formId, version: 1 }, countingRule: 'many', indicators: [] },
      ...{ title: { vi: title }, periods: [period], survey: { way: 'anonymous', breakdowns: [] } },
    },
    0,
  )
  for (const { id } of cells) await insertCampaignUnit(table, { id: campaign, countingRule: 'many' }, enterUnit(id, 10))
}, 120_000)

/** The slips of those who have not answered, as the office fetches them. */
async function printSlips(page: Page, perPage: '8' | '16'): Promise<Uint8Array> {
  await open(page, path.invitations(campaign))
  await page.getByLabel(m.slipsOf[perPage]).check()
  await follow(page, () => page.getByRole('button', { name: m.makeSlips }).click())
  const fetchIt = page.getByRole('button', { name: m.slipsFetch })
  await expect.poll(async () => (await page.reload()) && fetchIt.count(), { timeout: 30_000 }).toBe(1)
  await checkReach(page, 'slips that are ready')
  const arrival = page.waitForEvent('download')
  await fetchIt.click()
  return readFile(await (await arrival).path())
}

const rateOf = async (page: Page): Promise<string> => {
  await open(page, path.invitations(campaign))
  return textOf(page.getByRole('main'))
}

async function answer(page: Page, trust = 'Có'): Promise<void> {
  await page
    .getByRole('group', { name: /tin cấp ủy/ })
    .getByLabel(trust, { exact: true })
    .check()
  await page.getByRole('textbox', { name: /Số lần dự họp/ }).fill('7')
}
const send = (page: Page) => page.getByRole('button', { name: pageMessages.vi.form.submit }).click()

const { thanks, draft } = surveyMessages.vi
const received = describeProblem(problem.alreadyReceived(), 'vi', organisation.timeZone).title

test('from the roster to the answer', atEase, async () => {
  const office = await site.signedIn('office', desktop)
  await open(office, path.invitations(campaign))
  expect(await textOf(office.getByRole('main'))).toContain(m.nobody)
  await checkReach(office, 'nobody invited yet')
  await office
    .getByLabel(m.file)
    .setInputFiles({ name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from(`${roster}\nx,?,x`) })
  await follow(office, () => office.getByRole('button', { name: m.look, exact: true }).click())
  expect(await textOf(office.getByRole('main'))).toContain(m.faultsFound(2))
  await checkReach(office, 'a roster with faults')
  await open(office, path.invitations(campaign))
  await office.getByLabel(m.file).setInputFiles({ name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from(roster) })
  await follow(office, () => office.getByRole('button', { name: m.look, exact: true }).click())
  await checkReach(office, 'a roster')
  await follow(office, () => office.getByRole('button', { name: m.apply(people.length) }).click())
  expect(await textOf(office.getByRole('main'))).toContain(m.made(people.length))
  await checkReach(office, 'people invited')

  const pdf = await printSlips(office, '8')
  const links = await readQrs(await printPdf(pdf, 200))
  expect(new Set(links).size).toBe(people.length)
  const [first = '', second = '', third = '', ...others] = links
  for (const link of links) expect(link).toMatch(new RegExp(`^${site.url}/s/[\\w-]{26}$`))
  const text = (await readPdf(pdf)).pages.flatMap(({ texts }) => texts.map((one) => one.text)).join('')
  for (const name of people) expect(text).not.toContain(name)
  await open(office, path.invitations(campaign))

  // A phone without a script.
  const plain = await site.visitor({ ...phone, javaScriptEnabled: false })
  await open(plain, first)
  await answer(plain)
  await follow(plain, () => send(plain))
  expect(await textOf(plain.getByRole('main'))).toContain(thanks.title)
  await open(plain, first)
  expect(await textOf(plain.getByRole('main'))).toContain(received)
  expect(await rateOf(office)).toContain(m.rate(1, people.length, '16 %'))

  // A connection that breaks before anything arrives: the draft is there still, and is sent.
  const member = await site.visitor(phone)
  await open(member, second)
  await answer(member)
  await dropped(member, second, 'before')
  await open(member, second)
  await follow(member, () => member.getByRole('button', { name: draft.resume }).click())
  expect(await member.getByRole('textbox', { name: /Số lần dự họp/ }).inputValue()).toBe('7')
  await follow(member, () => send(member))
  expect(await textOf(member.getByRole('main'))).toContain(thanks.title)
  expect(await rateOf(office)).toContain(m.rate(2, people.length, '33 %'))

  // One that breaks once it has arrived: the same answer sent again is the same answer.
  await open(member, third)
  await answer(member)
  await dropped(member, third, 'after')
  await open(member, third)
  expect(await textOf(member.getByRole('main'))).toContain(received)
  expect(await rateOf(office)).toContain(m.rate(3, people.length, '50 %'))

  // Slips that are printed again are those of the others.
  const left = await readQrs(await printPdf(await printSlips(office, '16'), 300))
  expect(left.toSorted()).toEqual(others.toSorted())

  // One phone is passed round: two more answer, and are asked one question more; the last never does.
  for (const link of others.slice(0, 2)) {
    await open(plain, link)
    await answer(plain, 'Không')
    await follow(plain, () => send(plain))
    await plain.getByRole('textbox', { name: /góp ý/ }).fill(note)
    await follow(plain, () => send(plain))
    expect(await textOf(plain.getByRole('main'))).toContain(thanks.title)
  }

  // The period is over: the office releases what was counted, and a leader reads it.
  const results = path.surveyResults(campaign, period.id)
  const leader = await site.signedIn('leader', desktop)
  await open(leader, results)
  expect(await textOf(leader.getByRole('main'))).toContain(r.notYet)
  await closePeriod()
  await open(office, results)
  await checkReach(office, 'results before their release')
  await office.getByLabel(r.nameLabel).fill(title)
  await follow(office, () => office.getByRole('button', { name: r.release }).click())
  await open(leader, results)
  await checkReach(leader, 'released results')
  const summary = await textOf(leader.getByRole('main'))
  expect(summary).toContain(r.rate(5, people.length))
  const trust = leader.getByRole('table').first()
  expect(await textOf(trust.getByRole('row', { name: 'Có' }))).toMatch(/^Có ?3 ?60,0 %$/)
  expect(await textOf(trust.getByRole('row', { name: 'Không' }))).toMatch(/^Không ?2 ?40,0 %$/)
  const arrival = leader.waitForEvent('download')
  await leader.getByRole('link', { name: r.csv.link }).click()
  const file = await readFile(await (await arrival).path(), 'utf8')
  expect(file).toContain('"Có","3","5"')

  // The link of whoever did not answer says that it is over.
  await open(plain, others[2] ?? '')
  expect(await textOf(plain.getByRole('main'))).not.toContain(thanks.title)
  expect(await plain.getByRole('textbox').count()).toBe(0)

  // No log, queue, object or mail of the home, and nothing in its table, holds a link; and only the table holds an answer.
  const files = await filesOf(site.folder())
  expect(files.filter(({ name }) => name.startsWith('log/')).length).toBeGreaterThan(0)
  for (const { name, text } of files) {
    for (const link of links) expect(text.includes(link.slice(-22)), name).toBe(false)
    if (!name.startsWith('dynamodb/')) expect(text.includes(note), name).toBe(false)
  }
})

/** What a home keeps, without the secrets of its surveys. */
async function filesOf(folder: string): Promise<{ readonly name: string; readonly text: string }[]> {
  const found = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
  const names = found.map(({ parentPath, name }) => relative(folder, join(parentPath, name)))
  const kept = names.filter((name) => !name.startsWith('secrets'))
  return Promise.all(kept.map(async (name) => ({ name, text: await readFile(join(folder, name), 'utf8') })))
}

/** The period ended some minutes ago. */
async function closePeriod(): Promise<void> {
  const table = openTable(readConfig(ScheduleConfig, site.env()))
  const found = await findCampaign(table, organisation.id, campaign)
  if (!found) throw new Error('The survey is there')
  const closesAt = new Date(Date.now() - 5 * 60_000).toISOString()
  const periods = found.campaign.periods.map((one) => ({ ...one, closesAt }))
  expect(await saveCampaign(table, { ...found.campaign, periods }, found.version)).toBe(true)
}

/** Sends, over a connection that breaks before the answers arrive, or before what is said about them comes back. */
async function dropped(page: Page, link: string, when: 'before' | 'after'): Promise<void> {
  await page.route(link, async (route) => {
    if (route.request().method() !== 'POST') return route.continue()
    if (when === 'after') await route.fetch({ maxRedirects: 0 })
    return route.abort('connectionreset')
  })
  const failure = page.waitForEvent('requestfailed')
  await send(page)
  await failure
  await page.unroute(link)
}
