// A leader at a desk: progress, the report that was made on its day, one made now, and what a restart leaves of it all.

import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { asId, type CampaignId, PeriodId } from '../../shared/ids.ts'
import { localize } from '../../shared/language.ts'
import { pageMessages } from '../../shared/messages/page.ts'
import { periodName } from '../../shared/messages/period.ts'
import { path } from '../../shared/paths.ts'
import { cellCampaign, committeeCampaign, starterPeriods, starterPlan } from '../../shared/starter/campaigns.ts'
import { committees } from '../../shared/starter/organisation.ts'
import { linesOf, type PdfFile, readPdf } from '../support/pdf.ts'
import { complete, fillIn, formOf, sendForm } from './cell-survey.ts'
import { desktop, follow, open, phone, plain, startSite, textOf, textsOf } from './site.ts'

const site = startSite()
const m = pageMessages.vi

async function figure(page: Page, campaign: CampaignId, period: PeriodId): Promise<string> {
  await open(page, path.campaignProgress(campaign, period))
  return textOf(page.locator('.figure'))
}

/** The rows of a table as text, by what stands in their first column. */
async function rowsOf(page: Page, caption: string): Promise<Map<string, string[]>> {
  const rows = await page.getByRole('table', { name: caption }).locator('tr').all()
  const cells = await Promise.all(rows.map((row) => textsOf(row.locator('th, td'))))
  return new Map(cells.map(([name = '', ...values]) => [name, values]))
}

/** Downloads a report as the button does; `which` is its place in the list, newest first. */
async function download(page: Page, which: number): Promise<{ file: PdfFile; name: string }> {
  const article = page.getByRole('article').nth(which)
  const [arrived] = await Promise.all([
    page.waitForEvent('download'),
    article.getByRole('link', { name: m.reports.download }).click(),
  ])
  return { file: await readPdf(await readFile(await arrived.path())), name: arrived.suggestedFilename() }
}

/** All that a report says, as one line. */
const textOfPdf = ({ pages }: PdfFile): string =>
  plain(pages.flatMap((page) => linesOf(page).map(({ text }) => text)).join(' '))

/** What a report says between two words. */
const between = (text: string, from: string, to: string): string => text.split(from)[1]?.split(to)[0] ?? ''

async function reportsByPeriod(page: Page): Promise<string[]> {
  await open(page, path.reports())
  return textsOf(page.locator('article .unit'))
}

/** The place in the list of the newest report on the quality of cells in a period. */
async function placeOf(page: Page, period: string): Promise<number> {
  await open(page, path.reports())
  const articles = await textsOf(page.getByRole('article'))
  return articles.findIndex((text) => text.includes(localize(starterPlan.title, 'vi')) && text.includes(period))
}

const firstHalf = m.period(periodName(starterPeriods.complete, 'vi'))
const secondHalf = m.period(periodName(starterPeriods.open, 'vi'))

describe('progress and reports', () => {
  test('progress of all campaigns in all periods, and by committee', async () => {
    const page = await site.signedIn('leader', desktop)
    expect(new URL(page.url()).pathname).toBe(path.progress())
    const list = await textsOf(page.locator('.rows a > span'))
    expect(list).toEqual([
      '30 / 47 đơn vị đã báo cáo (63,8 %)',
      '47 / 47 đơn vị đã báo cáo (100 %)',
      '1 / 1 đơn vị đã báo cáo (100 %)',
      '14 / 14 đơn vị đã báo cáo (100 %)',
      '13 / 20 đơn vị đã báo cáo (65,0 %)',
      '20 / 20 đơn vị đã báo cáo (100 %)',
      '5 / 6 đơn vị đã báo cáo (83,3 %)',
      '5 / 6 đơn vị đã báo cáo (83,3 %)',
      'Đã trả lời 32/55 người được mời (58,2 %)',
    ])

    expect(await figure(page, committeeCampaign.id, starterPeriods.complete)).toContain('20 / 20')
    expect(await figure(page, cellCampaign.id, starterPeriods.complete)).toContain('47 / 47')
    expect(await textOf(page.getByRole('main'))).toContain(m.progress.noneMissing)
    const golden = await rowsOf(page, m.progress.indicators)
    expect(golden.get('Tỷ lệ đảng viên dự sinh hoạt')?.[0]).toContain('90,0 %')

    expect(await figure(page, cellCampaign.id, starterPeriods.open)).toContain('30 / 47')
    const rows = await rowsOf(page, m.progress.byGroup)
    expect(rows.get('Đảng bộ Sông Hồng')).toEqual(['3/3', '100 %'])
    expect(rows.get('Đảng bộ Sông Lô')).toEqual(['1/3', '33,3 %'])
    expect(rows.get('Đảng bộ Sông Gianh')).toEqual(['0/3', '0 %'])
    expect(rows.get(m.progress.total)).toEqual(['30/47', '63,8 %'])
    const missing = await textOf(page.locator('.missing'))
    expect(missing).toContain('Chi bộ Sông Lô 2')
    expect(missing).not.toContain('Chi bộ Sông Hồng 1')
  })

  test('the report of the complete period was made on its day, with the published figures', async () => {
    const page = await site.signedIn('leader', desktop)
    // Beside it: one on the roll-out in the same half-year, and one on the helper sections of the year.
    const year = m.period(periodName(asId(PeriodId, '2013'), 'vi'))
    expect((await reportsByPeriod(page)).sort()).toEqual([secondHalf, firstHalf, firstHalf, year].sort())
    const { file, name } = await download(page, await placeOf(page, firstHalf))
    expect(name).toMatch(/^bao-cao-2013-H1-\d{8}T\d{6}\.pdf$/)

    const text = textOfPdf(file)
    for (const words of [
      'ĐẢNG CỘNG SẢN VIỆT NAM',
      'BÁO CÁO',
      'đã khảo sát 47/47 chi bộ, đạt 100 %',
      'có 20/20 đảng bộ gửi báo cáo, đạt 100 %',
      'Đảng bộ Ban Tuyên giáo Trung ương 28 15 53,6 %',
      'Đảng bộ Cơ quan Ủy ban Kiểm tra Trung ương 14 8 57,1 % 14 100 %',
      'Đảng bộ Cơ quan Ủy ban Kiểm tra Trung ương 14/14 chi bộ (100 %)',
      'Đảng bộ Trung ương Đoàn: 6 tổ kiểm tra 22 chi bộ',
      'Đảng bộ Ngoài nước: 6 tổ kiểm tra 15 chi bộ ở 15 nước',
      'Tỷ lệ đảng viên dự sinh hoạt: 90,0 %',
      'TRƯỞNG BAN',
      'Nơi nhận:',
    ])
      expect(text).toContain(words)
    // Not issued yet: number and day are blank, and every page says that it is a draft.
    expect(text).toMatch(/Số -BC\/BTCĐUK/)
    expect(text).toContain('Hà Nội, ngày tháng 7 năm 2013')
    for (const page of file.pages) expect(linesOf(page).map((line) => line.text)).toContain('DỰ THẢO')

    // Each letter with its marks is one character, and none is missing from the faces.
    expect(text).toBe(text.normalize('NFC'))
    expect(text).toMatch(/^[\p{Script=Latin}\p{Number}\p{Punctuation} +=<>≥≤]+$/u)
    for (const committee of committees) expect(text).toContain(committee.name)
  })

  test('a form that comes in now is in the report that is made now', { timeout: 60_000 }, async () => {
    const cell = 'Chi bộ Sông Lô 2'
    const leader = await site.signedIn('leader', desktop)
    const before = await reportsByPeriod(leader)
    const old = textOfPdf((await download(leader, await placeOf(leader, secondHalf))).file)
    expect(between(old, 'chưa được khảo sát:', 'chưa gửi báo cáo')).toContain(cell)

    const inspector = await site.signedIn('inspector-1', phone)
    await open(inspector, formOf(cell))
    await fillIn(inspector, complete)
    expect((await sendForm(inspector)).status()).toBe(200)

    const make = leader.getByRole('button', { name: m.reports.makeFor(periodName(starterPeriods.open, 'vi')) })
    await follow(leader, () => make.click())
    expect(await leader.getByRole('link', { name: m.reports.download }).count()).toBe(before.length + 1)
    expect(await textOf(leader.getByRole('article').first())).toContain('Hoàng Văn Phúc')
    const { file, name } = await download(leader, 0)
    expect(name).toMatch(/^bao-cao-2013-H2-\d{8}T\d{6}\.pdf$/)
    const text = textOfPdf(file)
    expect(text).toContain('đã khảo sát 31/47 chi bộ, đạt 66,0 %')
    expect(text).toContain('Còn 16/47 chi bộ chưa được khảo sát:')
    const missing = between(text, 'chưa được khảo sát:', 'chưa gửi báo cáo')
    expect(missing).not.toContain(cell)
    expect(missing).toContain('Chi bộ Sông Lô 3')
    expect(text).toContain('Hà Nội, ngày tháng 01 năm 2014')
  })
})

test('a restart loses nothing, makes nothing twice, and whoever was signed in still is', {
  // Two starts of the whole home, on a machine that may be doing other things.
  timeout: 90_000,
}, async () => {
  const leader = await site.signedIn('leader', desktop)
  const inspector = await site.signedIn('inspector-1', phone)
  const seen = async () => ({
    reports: await reportsByPeriod(leader),
    pdf: textOfPdf((await download(leader, 0)).file),
    cells: await figure(leader, cellCampaign.id, starterPeriods.open),
    committees: await figure(leader, committeeCampaign.id, starterPeriods.complete),
    visits: await open(inspector, path.visits()).then(() => textOf(inspector.getByRole('main'))),
  })
  const before = await seen()
  expect(before.cells).toContain('31 / 47')
  const halfWay = await inspector.context().newPage()
  await open(halfWay, formOf('Chi bộ Sông Lô 3'))
  await fillIn(halfWay, complete)

  await site.restart()
  expect(await seen()).toEqual(before)
  expect((await sendForm(halfWay)).status()).toBe(200)
  expect(await figure(leader, cellCampaign.id, starterPeriods.open)).toContain('32 / 47')
})
