// The built folder, taken elsewhere and run in processes of its own: no node_modules, an object store over HTTP.

import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { renderDocx } from '../../functions/render/docx/render-docx.ts'
import { renderXlsx } from '../../functions/render/xlsx/render-xlsx.ts'
import { contentTypes } from '../../functions/report-files.ts'
import { asId, CampaignId, PeriodId, UnitId } from '../../shared/ids.ts'
import { renderPdf } from '../support/renderer.ts'
import { sampleReport } from '../support/sample-report.ts'

const run = promisify(execFile)
const root = fileURLToPath(new URL('../..', import.meta.url))
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

type Stored = { body: Buffer; type: string | undefined }

/** With a figure that leads somewhere: what takes links to the page is in the bundle too. */
const report = sampleReport({
  blocks: [
    ...sampleReport().blocks,
    {
      type: 'paragraph',
      key: 'linked',
      runs: [
        {
          text: '53,6 %',
          source: {
            campaign: asId(CampaignId, 'c'),
            period: asId(PeriodId, '2013-H1'),
            unit: asId(UnitId, 'u'),
            responses: 28,
          },
        },
      ],
    },
  ],
})

let folder: string
let store: Server
let address: string
const puts: { path: string; stored: Stored }[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'render-'))
  const build = `const { buildRender } = await import('./infra/build.mjs'); await buildRender(process.env.FOLDER)`
  await run(process.execPath, ['--input-type=module', '-e', build], {
    cwd: root,
    env: { ...process.env, FOLDER: folder },
  })
  store = createServer(async (request, response) => {
    const path = request.url ?? ''
    if (request.method === 'PUT')
      puts.push({ path, stored: { body: await bodyOf(request), type: request.headers['content-type'] } })
    const known = request.method === 'PUT' || path === '/papers/reports/org/r-1/hash/report.json'
    response.writeHead(known ? 200 : 404).end(request.method === 'GET' && known ? JSON.stringify(report) : '')
  })
  await new Promise<void>((listening) => store.listen(0, '127.0.0.1', listening))
  const bound = store.address()
  address = `http://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : 0}`
}, 60_000)

afterAll(async () => {
  store.close()
  await rm(folder, { recursive: true, force: true })
})

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}

/** Handles messages in a new process and returns what the function answered. */
async function handled(...bodies: string[]): Promise<unknown> {
  const attributes = { ApproximateReceiveCount: '1' }
  const Records = bodies.map((body, index) => ({ messageId: `m${index}`, body, attributes }))
  const script = `const { handler } = await import(process.env.ENTRY); console.log(JSON.stringify(await handler(JSON.parse(process.env.EVENT))))`
  const env = {
    ENTRY: join(folder, 'index.mjs'),
    EVENT: JSON.stringify({ Records }),
    AWS_REGION: 'ap-southeast-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    BUCKET_NAME: 'papers',
    S3_ENDPOINT: address,
  }
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script], { cwd: tmpdir(), env })
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '')
}

test('two processes, and this one after other reports, write the same bytes', async () => {
  const job = JSON.stringify({ folder: 'reports/org/r-1/hash' })
  expect(await handled(job)).toEqual({ batchItemFailures: [] })
  expect(await handled(JSON.stringify({ folder: 'reports/org/missing/hash' }), job)).toEqual({
    batchItemFailures: [{ itemIdentifier: 'm0' }],
  })
  await renderPdf(sampleReport({ subject: 'ÈƠỤ\u00A0É', blocks: [] }))
  const here = await renderPdf(report)
  const files = [
    ['report.docx', contentTypes.docx, sha256(renderDocx(report))],
    ['report.xlsx', contentTypes.xlsx, sha256(renderXlsx(report))],
    ['report.pdf', contentTypes.pdf, sha256(here)],
  ].map(([name, ...file]) => [`/papers/reports/org/r-1/hash/${name}`, ...file])
  const written = puts.filter(({ path }) => !path.startsWith('/papers/reports/org/missing/'))
  expect(written.map(({ path, stored }) => [path, stored.type, sha256(stored.body)])).toEqual([...files, ...files])
}, 60_000)

test('the folder is one file and four faces, and the file is small', async () => {
  expect((await readdir(folder)).sort()).toEqual(['fonts', 'index.mjs'])
  expect(await readdir(join(folder, 'fonts'))).toHaveLength(4)
  expect((await stat(join(folder, 'index.mjs'))).size).toBeLessThan(1_000_000)
})
