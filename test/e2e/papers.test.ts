// On paper: an inspector takes the record of a visit away to be signed, an office prints many as one file, and somebody a form
// to fill in by pen. The files are drawn by the renderer's own bundle, behind its queue.

import { readFile } from 'node:fs/promises'
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { pageMessages } from '../../shared/messages/page.ts'
import { papersMessages } from '../../shared/messages/papers.ts'
import { path } from '../../shared/paths.ts'
import { cellCampaign, starterPeriods } from '../../shared/starter/campaigns.ts'
import { cellSurvey } from '../../shared/starter/forms.ts'
import { linesOf, type PdfFile, readPdf } from '../support/pdf.ts'
import { complete, fillIn, formOf, sendForm } from './cell-survey.ts'
import { checkReach } from './reach.ts'
import { desktop, follow, open, phone, plain, startSite, textOf } from './site.ts'

const site = startSite()
const atEase = { timeout: 120_000 }
const m = papersMessages.vi

/** Takes a file away: at once, or from the page that waits for it where that takes longer. */
async function download(page: Page, link: Locator): Promise<{ file: PdfFile; name: string }> {
  const patience = { timeout: 50_000 }
  const arrival = page.waitForEvent('download', patience)
  await link.click(patience)
  const isDirect = await Promise.race([
    arrival.then(() => true),
    page.waitForURL(/asked=/, patience).then(
      () => false,
      () => true,
    ),
  ])
  if (!isDirect) await page.getByRole('link', { name: m.download }).click(patience)
  const arrived = await arrival
  return { file: await readPdf(await readFile(await arrived.path())), name: arrived.suggestedFilename() }
}

const textOfPdf = ({ pages }: PdfFile): string =>
  plain(pages.flatMap((page) => linesOf(page).map(({ text }) => text)).join(' '))

test('the record of a visit, from the receipt', atEase, async () => {
  const page = await site.signedIn('inspector-1', phone)
  await open(page, formOf('Chi bộ Sông Lô 2'))
  await fillIn(page, complete)
  await sendForm(page)
  const { file, name } = await download(page, page.getByRole('link', { name: pageMessages.vi.receipt.record }))
  expect(name).toMatch(/^bien-ban-.+-2013-H2\.pdf$/)
  const text = textOfPdf(file)
  for (const words of [
    'BIÊN BẢN',
    'ĐẢNG CỘNG SẢN VIỆT NAM',
    'BAN TỔ CHỨC',
    'Chi bộ Sông Lô 2',
    'Lê Minh Khuê',
    'Nguyễn Thị Tuyết Nhường',
    'ĐẠI DIỆN ĐƠN VỊ',
    'ĐOÀN KIỂM TRA',
  ])
    expect(text).toContain(words)
  expect(text).toMatch(/^[\p{Script=Latin}\p{Number}\p{Punctuation} +=<>≥≤*]+$/u)
})

test('many records as one file: asked for, left alone, there when one comes back', atEase, async () => {
  const page = await site.signedIn('leader', desktop)
  const address = path.records(cellCampaign.id, starterPeriods.complete)
  await open(page, address)
  await checkReach(page, 'many records')
  await follow(page, () => page.getByRole('button', { name: m.make }).click())
  await open(page, path.home())
  const link = page.getByRole('link', { name: m.download })
  await expect.poll(async () => (await open(page, address)) && link.count(), { timeout: 30_000 }).toBe(1)
  await checkReach(page, 'many records, one made')
  const { file, name } = await download(page, link)
  expect(name).toMatch(/^bien-ban-.+-2013-H1\.pdf$/)
  expect(file.outline).toHaveLength(47)
  expect(textOfPdf(file).match(/BIÊN BẢN/g)).toHaveLength(47)
})

test('a form to fill in by pen', atEase, async () => {
  const page = await site.signedIn('inspector-1', phone)
  await open(page, path.blankForm(cellSurvey.formId, cellSurvey.version))
  await checkReach(page, 'a blank form')
  expect(await textOf(page.getByRole('main'))).toContain('Phiếu khảo sát chất lượng sinh hoạt chi bộ')
  await page.getByLabel(m.formLanguage).selectOption('English (en)')
  const { file } = await download(page, page.getByRole('button', { name: m.make }))
  const text = textOfPdf(file)
  expect(text).toContain('SURVEY OF THE QUALITY OF CELL MEETINGS')
  expect(text).toContain('Meetings in the last 12 months')
  expect(text).toContain(`Form ${cellSurvey.formId}, version 1`)
})
