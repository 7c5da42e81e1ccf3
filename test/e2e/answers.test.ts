// What came in, at a desk and on a phone: a leader finds a report in the table, reads it, returns it with words; the unit
// sends it again; the leader sees what changed and accepts it; the office withdraws another one.

import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { answersMessages } from '../../shared/messages/answers.ts'
import { pageMessages } from '../../shared/messages/page.ts'
import { path } from '../../shared/paths.ts'
import { cellCampaign, starterPeriods } from '../../shared/starter/campaigns.ts'
import { checkReach } from './reach.ts'
import { desktop, follow, open, phone, startSite, textOf, textsOf } from './site.ts'

const site = startSite()
const atEase = { timeout: 90_000 }
const m = answersMessages.vi

const table = (query = `period=${starterPeriods.open}`) => path.campaignAnswers(cellCampaign.id, query)
const units = (page: Page) => textsOf(page.locator('.answers-table tbody th > a'))

test('the table is filtered by what the address says, and leads to the records', atEase, async () => {
  const page = await site.signedIn('leader', desktop)
  await open(page, path.answers())
  await checkReach(page, 'answers')
  await follow(page, () => page.getByRole('link', { name: m.counts.counted(30) }).click())
  expect(await units(page)).toHaveLength(30)
  await checkReach(page, 'table')
  await page.locator('#f-u').fill('song hong')
  await page.getByText(m.filter.answer).click()
  await page.getByLabel(m.filter.question).selectOption('meetings')
  await page.getByLabel(m.filter.operator).selectOption('above')
  await page.getByLabel(m.filter.value).fill('10')
  await follow(page, () => page.getByRole('button', { name: m.filter.apply }).click())
  expect(await units(page)).toEqual(['Chi bộ Sông Hồng 2', 'Chi bộ Sông Hồng 3'])
  expect(new URL(page.url()).searchParams.get('u')).toBe('song hong')
  await page.getByLabel(m.filter.by).selectOption({ label: 'Phạm Thu Ngân' })
  await follow(page, () => page.getByRole('button', { name: m.filter.apply }).click())
  expect(await textOf(page.getByRole('main'))).toContain(m.table.emptyNext)
  await page.getByLabel(m.filter.by).selectOption({ label: 'Lê Minh Khuê' })
  await follow(page, () => page.getByRole('button', { name: m.filter.apply }).click())
  expect(await units(page)).toEqual(['Chi bộ Sông Hồng 2', 'Chi bộ Sông Hồng 3'])
  await page.locator('#f-u').fill('không có ở đâu')
  await follow(page, () => page.getByRole('button', { name: m.filter.apply }).click())
  expect(await textOf(page.getByRole('main'))).toContain(m.table.emptyNext)
  await checkReach(page, 'table, empty')
})

test('many are accepted at once; the box in the head checks them all', atEase, async () => {
  const page = await site.signedIn('leader', phone)
  await open(page, table(`period=${starterPeriods.open}&u=song+gam`))
  const boxes = page.locator('tbody input[type="checkbox"]')
  await page.setViewportSize(desktop.viewport)
  await page.getByLabel(m.table.chooseAll).check()
  expect(await boxes.evaluateAll((all) => all.every((one) => one instanceof HTMLInputElement && one.checked))).toBe(
    true,
  )
  const count = await boxes.count()
  await follow(page, () => page.getByRole('button', { name: m.many.accept }).click())
  expect(await textOf(page.getByRole('alert'))).toContain(m.many.accepted(count))
  await checkReach(page, 'table, accepted')
  await open(page, table('state=accepted'))
  expect(await units(page)).toHaveLength(count)
})

test('a report is returned with words, sent again, compared and accepted', atEase, async () => {
  const leader = await site.signedIn('leader', desktop)
  await open(leader, table(`period=${starterPeriods.open}&u=song+hong`))
  await follow(leader, () => leader.getByRole('link', { name: 'Chi bộ Sông Hồng 1' }).click())
  const record = leader.url()
  await checkReach(leader, 'record')
  await leader.locator('.review summary').click()
  await leader.getByLabel(m.review.reason).fill('Đề nghị ghi rõ số cuộc sinh hoạt.')
  await follow(leader, () => leader.getByRole('button', { name: m.review.return }).click())
  expect(await textOf(leader.locator('.badges'))).toBe(m.places.returned)

  const inspector = await site.signedIn('inspector-1', phone)
  await open(inspector, new URL(record).pathname.replace(/\/record$/, ''))
  expect(await textOf(inspector.getByRole('main'))).toContain('Đề nghị ghi rõ số cuộc sinh hoạt.')
  await follow(inspector, () => inspector.getByRole('link', { name: pageMessages.vi.receipt.edit }).click())
  await inspector.locator('[name="q.meetings"]').fill('9')
  await inspector.locator('textarea').first().fill('Phối hợp chặt chẽ với công đoàn và đoàn thanh niên trong đơn vị.')
  await follow(inspector, () => inspector.locator('main form button.main').last().click())
  await follow(inspector, () => inspector.getByRole('link', { name: pageMessages.vi.receipt.history }).click())
  expect(await inspector.locator('.review').count()).toBe(0)
  await checkReach(inspector, 'record, own')

  await open(leader, record)
  const changed = leader.locator('.changed')
  expect(await textOf(changed)).toContain('9')
  expect(await changed.locator('del').count()).toBeGreaterThan(1)
  await checkReach(leader, 'record, changed')
  await follow(leader, () => leader.getByRole('button', { name: m.review.accept }).click())
  expect(await textOf(leader.locator('.badges'))).toContain(m.accepted)
  await follow(leader, () => leader.getByRole('link', { name: m.record.next }).click())
  expect(await textOf(leader.getByRole('heading', { level: 1 }))).toBe(m.record.title('Chi bộ Sông Hồng 2'))
})

test('the office withdraws a report by the name of its unit', atEase, async () => {
  const page = await site.signedIn('office', desktop)
  await open(page, table(`period=${starterPeriods.open}&u=song+lo`))
  await follow(page, () => page.locator('.answers-table tbody th > a').first().click())
  await follow(page, () => page.getByRole('link', { name: m.review.withdraw }).click())
  await page.getByLabel(m.review.reason).fill('Gửi nhầm đơn vị.')
  await page.getByLabel(m.withdraw.confirm).fill('Chi bộ Sông Hồng 1')
  await follow(page, () => page.getByRole('button', { name: m.withdraw.do }).click())
  expect(await page.getByLabel(m.review.reason).inputValue()).toBe('Gửi nhầm đơn vị.')
  await checkReach(page, 'withdraw')
  await page.getByLabel(m.withdraw.confirm).fill('chi bo song lo 1')
  await follow(page, () => page.getByRole('button', { name: m.withdraw.do }).click())
  expect(await textOf(page.locator('.badges'))).toBe(m.places.withdrawn)
  expect(await textOf(page.locator('.history'))).toContain('Gửi nhầm đơn vị.')
})
