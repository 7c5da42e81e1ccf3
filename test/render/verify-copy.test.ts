// From paper back to the installation: the QR code of an issued report, as a phone reads it from the printed page and from the
// Word file, leads to the page that says whether the copy is genuine.

import { unzipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { renderDocx } from '../../functions/render/docx/render-docx.ts'
import { savePlan } from '../../functions/store/report-plans.ts'
import { listReports } from '../../functions/store/reports.ts'
import { asId, type ReportId, ReportPlanId } from '../../shared/ids.ts'
import { reportDeskMessages } from '../../shared/messages/report-desk.ts'
import { path } from '../../shared/paths.ts'
import type { ReportDocument } from '../../shared/report/document.ts'
import { pageText } from '../support/desk.ts'
import { readDocx } from '../support/docx.ts'
import { printPdf } from '../support/print-pdf.ts'
import { readQrs } from '../support/read-qr.ts'
import { renderPdf } from '../support/renderer.ts'
import { type ReportDesk, reportDesk } from '../support/report-desk.ts'
import { leader, office, org, period, plan } from '../support/scenario.ts'

const m = reportDeskMessages.en
let desk: ReportDesk
let id: ReportId
let issued: ReportDocument

beforeAll(async () => {
  desk = await reportDesk()
  const plain = { ...plan, id: asId(ReportPlanId, 'plain-1'), preset: 'plain' as const }
  await savePlan(desk.table, plain, 0)
  await desk.postForm(path.reports(), { plan: plain.id, period }, office)
  const [made] = (await listReports(desk.table, org, 1)).reports
  id = made?.report.id ?? expect.fail('No report was made')
  const form = await (await desk.see(path.reportIssue(id), leader)).text()
  // The plain preset carries the code unless somebody takes it away.
  expect(form).toMatch(/<input[^>]*name="qr"[^>]*checked/)
  const answer = await desk.issue(id, { qr: 'yes', confirm: '01/BC/BTC' })
  expect(answer.status, await pageText(answer)).toBe(303)
  issued = await desk.document(id)
})

/** What whoever follows the link is told, without an account. */
async function told(link: string): Promise<string> {
  const { origin, pathname } = new URL(link)
  expect(origin).toBe(desk.deps.publicUrl)
  const answer = await desk.request(pathname)
  expect(answer.status).toBe(200)
  return pageText(answer)
}

const onlyOne = (texts: readonly string[]): string => {
  expect(texts).toHaveLength(1)
  return texts[0] ?? ''
}

describe('the code of an issued report', () => {
  test('is read from the last printed page, and leads to “genuine”', async () => {
    const pages = await printPdf(await renderPdf(issued), 150)
    expect(await readQrs(pages.slice(0, -1))).toEqual([])
    const text = await told(onlyOne(await readQrs(pages.slice(-1))))
    for (const words of [m.verify.genuine, issued.header.documentNumber]) expect(text).toContain(words)
  })

  test('is read from the Word file, whose picture says where it leads, in the same bytes each time', async () => {
    const bytes = renderDocx(issued)
    const pictures = Object.entries(unzipSync(bytes)).filter(([name]) => name.endsWith('.png'))
    const link = onlyOne(await readQrs(pictures.map(([, png]) => ({ png }))))
    expect(await told(link)).toContain(m.verify.genuine)
    const file = readDocx(bytes)
    expect(file.alternatives.at(-1)).toBe(`Mã QR dẫn tới địa chỉ kiểm tra văn bản: ${link}`)
    expect(file.text).toContain(link)
    expect(Buffer.compare(bytes, renderDocx(structuredClone(issued)))).toBe(0)
  })

  test('is in no file of a report that carries none', async () => {
    const { verification: _, ...without } = issued
    expect(readDocx(renderDocx(without)).parts.filter((part) => part.endsWith('.png'))).toEqual([])
    expect(await readQrs(await printPdf(await renderPdf(without), 100))).toEqual([])
  })
})
