// The starter content is loaded while the schedule already ticks: no report may be made of half of it.

import { expect, onTestFinished, test } from 'vitest'
import { openObjects } from '../../functions/objects.ts'
import { openTable } from '../../functions/store/dynamodb.ts'
import { listReports, reportPdfKey } from '../../functions/store/reports.ts'
import { startHome } from '../../infra/local/home.ts'
import { organisation } from '../../shared/starter/organisation.ts'
import { readPdf } from '../support/pdf.ts'
import { temporaryFolder } from './temporary.ts'

test('with a tick every second, the first reports hold all of the starter content', async () => {
  const home = await startHome({ dataFolder: await temporaryFolder(), port: 0, tickEverySeconds: 1, starter: true })
  onTestFinished(home.stop)
  await home.idle()
  Object.assign(process.env, home.env)
  const { TABLE_NAME = '', BUCKET_NAME = '', AWS_REGION = '', S3_ENDPOINT } = home.env
  const table = openTable({ TABLE_NAME, AWS_REGION, DYNAMODB_ENDPOINT: home.endpoints.dynamodb })
  const { reports } = await listReports(table, organisation.id, 10)
  const texts = []
  for (const { report } of reports) {
    const pdf = await openObjects({ BUCKET_NAME, AWS_REGION, S3_ENDPOINT }).get(reportPdfKey(report) ?? '')
    if (!pdf) throw new Error(`No PDF of ${report.id}`)
    texts.push((await readPdf(pdf)).pages.map(({ texts: words }) => words.map(({ text }) => text).join(' ')).join(' '))
  }
  expect(texts).toHaveLength(4)
  expect(texts.filter((text) => /khảo\s+sát\s+47\/47/.test(text))).toHaveLength(1)
  expect(
    texts.filter((text) => /có\s+14\/14\s+đơn/.test(text) && /1\s+quy\s+tắc\s+không\s+khớp/.test(text)),
  ).toHaveLength(1)
  expect(texts.filter((text) => /có\s+5\/6\s+đơn/.test(text) && /phụ\s+cấp/.test(text))).toHaveLength(1)
  expect(texts.filter((text) => /khảo\s+sát\s+30\/47/.test(text))).toHaveLength(1)
}, 150_000)
