// An administrator lets people in: one by a mail that lies in the outbox, one by a personal link on paper; and takes it back.

import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { entryMessages } from '../../shared/messages/entry.ts'
import { pageMessages } from '../../shared/messages/page.ts'
import { peopleMessages } from '../../shared/messages/people.ts'
import { describeProblem } from '../../shared/messages/problem.ts'
import { path } from '../../shared/paths.ts'
import { problem } from '../../shared/problems.ts'
import { checkReach } from './reach.ts'
import { desktop, follow, open, phone, startSite, textOf } from './site.ts'

const site = startSite()
/** Each goes through several pages, and looks at them at every width. */
const atEase = { timeout: 120_000 }
const m = peopleMessages.vi
const heading = (page: Page) => textOf(page.getByRole('heading', { level: 1 }))
const press = (page: Page, name: string) => follow(page, () => page.getByRole('button', { name, exact: true }).click())

/** Adds somebody, by the form; the page that follows is theirs. */
async function add(page: Page, name: string, email: string, role: string, unit: string): Promise<void> {
  await open(page, path.people())
  await follow(page, () => page.getByRole('link', { name: m.add }).click())
  await page.getByLabel(m.form.name).fill(name)
  await page.getByLabel(m.form.email).fill(email)
  await page.getByLabel(m.form.roleNumber(1)).selectOption(role)
  await page.getByRole('combobox', { name: m.form.unit }).fill(unit)
  await page.keyboard.press('Escape')
  await press(page, m.form.create)
  expect(await heading(page)).toBe(name)
}

test('a mail asks somebody in: it lies in the outbox, and its link leads to signing in', atEase, async () => {
  const page = await site.signedIn('admin', desktop)
  await open(page, path.people())
  await checkReach(page, 'people')
  await open(page, path.personNew())
  await checkReach(page, 'new person')
  await add(page, 'Trần Thị Được Mời', 'duoc-moi@example.org', 'leader', 'Đảng ủy Khối')
  await checkReach(page, 'person')
  await press(page, m.person.invite)
  expect(await textOf(page.locator('.panel'))).toBe(m.person.invitedNow)

  const invited = await site.visitor(phone)
  await open(invited, '/outbox')
  const mail = invited.locator('section').first()
  expect(await textOf(mail)).toContain('duoc-moi@example.org')
  expect(await textOf(mail)).toContain('Kính gửi Trần Thị Được Mời')
  await follow(invited, () => mail.getByRole('link').click())
  await follow(invited, () => invited.getByRole('button', { name: 'duoc-moi@example.org' }).click())
  expect(new URL(invited.url()).pathname).toBe(path.progress())
  expect(await textOf(invited.locator('.who'))).toContain('Trần Thị Được Mời')
})

test('a personal link lets somebody in who has no account, until the person is removed', atEase, async () => {
  const page = await site.signedIn('admin', desktop)
  await add(page, 'Lê Văn Bí Thư', '', 'reporter', 'Đảng bộ Sông Lô')
  await press(page, m.person.makeLink)
  await checkReach(page, 'made link')
  const address = await page.getByLabel(m.link.text).inputValue()

  const other = await site.visitor(phone)
  await open(other, address)
  expect(await heading(other)).toBe(entryMessages.vi.enter.you('Lê Văn Bí Thư'))
  await checkReach(other, 'enter')
  await open(other, path.visits())
  expect(new URL(other.url()).pathname).toMatch(/^\/issuer\//)
  await open(other, address)
  await press(other, entryMessages.vi.enter.enter)
  expect(new URL(other.url()).pathname).toBe(path.visits())
  expect(await textOf(other.locator('.who'))).toContain('Lê Văn Bí Thư')

  await follow(page, () => page.getByRole('link', { name: m.link.back('Lê Văn Bí Thư') }).click())
  await follow(page, () => page.getByRole('link', { name: m.person.remove }).click())
  await checkReach(page, 'removal')
  await page.getByLabel(m.removal.type).fill('Lê Văn')
  expect((await press(page, m.removal.remove)).status()).toBe(422)
  await page.getByLabel(m.removal.type).fill('Lê Văn Bí Thư')
  await press(page, m.removal.remove)
  expect(new URL(page.url()).pathname).toBe(path.people())

  await open(other, path.visits())
  expect(new URL(other.url()).pathname).toMatch(/^\/issuer\//)
  const closed = describeProblem(problem.entryClosed('revoked'), 'vi', 'Asia/Ho_Chi_Minh')
  expect((await open(other, address)).status()).toBe(404)
  expect(await heading(other)).toBe(closed.title)
})

test('without a script: the same form, a unit that must be chosen, another line, a team, the log', atEase, async () => {
  const page = await site.signedIn('admin', { ...desktop, javaScriptEnabled: false })
  await open(page, path.personNew())
  await page.getByLabel(m.form.name).fill('Phạm Không Mã Lệnh')
  await page.getByLabel(m.form.roleNumber(1)).selectOption('inspector')
  await page.getByLabel(m.form.unit).fill('song lo')
  expect((await press(page, m.form.create)).status()).toBe(422)
  await page.getByRole('radio').first().check()
  await press(page, m.form.addRow)
  expect(await page.getByLabel(m.form.roleNumber(2)).count()).toBe(1)
  await press(page, m.form.create)
  expect(await heading(page)).toBe('Phạm Không Mã Lệnh')
  await open(page, `${path.people()}?q=pham+khong`)
  await page.getByRole('checkbox').check()
  await press(page, m.list.slips)
  expect(await page.locator('.cut').count()).toBe(1)
  await open(page, path.audit())
  expect(await textOf(page.locator('.audit'))).toContain('Phạm Không Mã Lệnh')
  expect(await textOf(page.getByRole('navigation').locator('[aria-current]'))).toBe(pageMessages.vi.nav.audit)
})

test('the other pages are within reach: filters, teams, import, audit log, settings, next steps', atEase, async () => {
  const page = await site.signedIn('admin', desktop)
  const addresses = [
    `${path.people()}?q=a&unit=song`,
    path.teams(),
    path.teamNew(),
    path.peopleImport(),
    path.audit(),
    path.organisationSettings(),
    path.nextSteps(),
  ]
  for (const address of addresses) {
    expect((await open(page, address)).status(), address).toBe(200)
    await checkReach(page, address)
  }
})
