import type { SQSEvent, SQSRecord } from 'aws-lambda'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { ReportDocument } from '../../shared/report/document.ts'
import { sampleReport } from '../../test/support/sample-report.ts'
import { type RenderDeps, renderReports } from './render-reports.ts'

const encode = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))

/** An object store as a map, and a renderer that writes the subject. */
function deps(stored: Record<string, Uint8Array>) {
  const objects = new Map(Object.entries(stored))
  const puts: { key: string; contentType: string; text: string }[] = []
  const pdfs = () => puts.filter(({ contentType }) => contentType === 'application/pdf')
  const fakes: RenderDeps = {
    objects: {
      get: async (key) => objects.get(key),
      put: async (key, body, contentType) => void puts.push({ key, contentType, text: new TextDecoder().decode(body) }),
    },
    renderPdf: async (document: ReportDocument) => new TextEncoder().encode(document.subject),
    now: () => '2013-07-15T00:00:00.000Z',
    renderPaper: async (paper, pictures) => new TextEncoder().encode(`${paper.title} ${pictures.size}`),
  }
  return { fakes, puts, pdfs }
}

const record = (messageId: string, body: string): SQSRecord => ({
  messageId,
  body,
  receiptHandle: '',
  attributes: { ApproximateReceiveCount: '1', SentTimestamp: '0', SenderId: '', ApproximateFirstReceiveTimestamp: '0' },
  messageAttributes: {},
  md5OfBody: '',
  eventSource: 'aws:sqs',
  eventSourceARN: '',
  awsRegion: '',
})
const event = (...bodies: string[]): SQSEvent => ({ Records: bodies.map((body, index) => record(`m${index}`, body)) })
const job = (report: string) => JSON.stringify({ folder: `reports/org/${report}/hash` })

const lines: string[] = []
beforeEach(() => {
  lines.length = 0
  vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line))
})
afterEach(() => vi.restoreAllMocks())

test('a report is rendered beside its data, the PDF last', async () => {
  const { fakes, puts, pdfs } = deps({ 'reports/org/r1/hash/report.json': encode(sampleReport({ subject: 'Một' })) })
  expect(await renderReports(event(job('r1')), fakes)).toEqual({ batchItemFailures: [] })
  expect(pdfs()).toEqual([{ key: 'reports/org/r1/hash/report.pdf', contentType: 'application/pdf', text: 'Một' }])
  expect(puts.map(({ key }) => key.replace('reports/org/r1/hash/', ''))).toEqual([
    'report.docx',
    'report.xlsx',
    'report.pdf',
  ])
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    { code: 'render.report-rendered', folder: 'reports/org/r1/hash', bytes: 5 },
  ])
})

test('in a mixed batch only what failed is delivered again', async () => {
  const { fakes, pdfs } = deps({
    'reports/org/good/hash/report.json': encode(sampleReport()),
    'reports/org/old/hash/report.json': encode({ ...sampleReport(), version: 0 }),
    'reports/org/torn/hash/report.json': new TextEncoder().encode('{"version":'),
  })
  const answer = await renderReports(
    event(job('missing'), job('good'), job('old'), 'not json', job('torn'), job('good')),
    fakes,
  )
  expect(answer.batchItemFailures.map((failure) => failure.itemIdentifier)).toEqual(['m0', 'm2', 'm3', 'm4'])
  expect(pdfs().map((put) => put.key)).toEqual(['reports/org/good/hash/report.pdf', 'reports/org/good/hash/report.pdf'])
})

test.each(['', '../secrets', 'a/b', 'a.b', 'a b', 'é', 'x'.repeat(65)])('%j is no part of a folder', async (id) => {
  const { fakes, puts } = deps({ [`reports/org/${id}/hash/report.json`]: encode(sampleReport()) })
  expect(await renderReports(event(job(id)), fakes)).toEqual({ batchItemFailures: [{ itemIdentifier: 'm0' }] })
  expect(puts).toEqual([])
})

test.each(['null', '[]', '{}', '{"folder":7}', '"r1"'])('the message %s fails alone', async (body) => {
  const { fakes } = deps({})
  expect(await renderReports(event(body), fakes)).toEqual({ batchItemFailures: [{ itemIdentifier: 'm0' }] })
})

test('the log says where the data are wrong and never quotes them', async () => {
  const secret = 'Nguyễn Thị Bí Mật'
  const { fakes } = deps({
    'reports/org/r1/hash/report.json': encode({ ...sampleReport(), kind: { secret } }),
    'reports/org/r2/hash/report.json': new TextEncoder().encode(`{"kind": ${secret}`),
  })
  await renderReports(event(job('r1'), job('r2')), fakes)
  expect(lines.join('\n')).toContain('Invalid at kind')
  expect(lines.join('\n')).not.toContain(secret)
})

test('a store that fails fails its message, with the code the alarm listens for', async () => {
  const { fakes } = deps({})
  const broken: RenderDeps = {
    ...fakes,
    objects: { ...fakes.objects, get: async () => Promise.reject(new Error('503')) },
  }
  expect(await renderReports(event(job('r1')), broken)).toEqual({ batchItemFailures: [{ itemIdentifier: 'm0' }] })
  expect(lines.map((line) => JSON.parse(line).code)).toEqual(['render.job-failed'])
})
