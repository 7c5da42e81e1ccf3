// The built renderer on long tables and on a report with four charts, and beside it, in the same run, the bare library that
// it paints with, which lays the same report out by itself.

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as v from 'valibot'
import { readPdf } from '../support/pdf.ts'
import { addressOf, bundleOf, inProcess } from './support/child-process.ts'
import { median } from './support/cpu.ts'
import { printFigure, rounded } from './support/figure.ts'
import { longReport, tableReport } from './support/table-report.ts'

const tableBudget = { milliseconds: 2_000, megabytes: 256 }
const mostTimes = 2.5
const rows = [100, 1_000, 5_000]
const processes = 3
const renderings = 15
const warmUps = 5

const Rendered = v.object({ imported: v.number(), rendered: v.array(v.number()), mostKilobytes: v.number() })
const Painted = v.object({ rendered: v.array(v.number()), mostKilobytes: v.number() })

const folder = await mkdtemp(join(tmpdir(), 'bench-'))
try {
  const pdf = join(folder, 'report.pdf')
  const write = async (name: string, data: unknown) => {
    const file = join(folder, name)
    await writeFile(file, JSON.stringify(data))
    return file
  }
  const pagesOf = async () => (await readPdf(await readFile(pdf))).pages.length
  const ours = (data: string, times: number) =>
    inProcess('render-process', [addressOf(bundleOf('render')), data, String(times), pdf], Rendered)
  const theirs = (data: string, times: number) =>
    inProcess('pdfkit-process', [data, join('dist', 'functions', 'render', 'fonts'), String(times), pdf], Painted)

  for (const count of rows) {
    const data = await write(`${count}.json`, tableReport(count))
    const runs = []
    const bare = []
    for (let run = 0; run < processes; run += 1) {
      runs.push(await ours(data, 1))
      if (run < processes - 1) bare.push(await theirs(data, 1))
    }
    const isLongest = count === rows.at(-1)
    const cpu = median(runs.map(({ rendered }) => rendered[0] ?? 0))
    const pdfkit = median(bare.map(({ rendered }) => rendered[0] ?? 0))
    printFigure(`render-table-${count}-rows-cpu`, cpu, 'CPU ms', {
      ...(isLongest ? { budget: tableBudget.milliseconds } : {}),
      detail: {
        columns: 6,
        pages: await pagesOf(),
        processes,
        pdfkit: rounded(pdfkit),
        timesPdfkit: rounded(cpu / pdfkit),
      },
    })
    printFigure(
      `render-table-${count}-rows-memory`,
      Math.max(...runs.map(({ mostKilobytes }) => mostKilobytes)) / 1_024,
      'MB',
      isLongest ? { budget: tableBudget.megabytes } : {},
    )
    printFigure(`render-table-${count}-rows-file`, (await readFile(pdf)).length, 'bytes')
  }

  const data = await write('report.json', longReport())
  const bare = await theirs(data, warmUps + renderings)
  const pagesOfPdfkit = await pagesOf()
  const own = await ours(data, warmUps + renderings)
  const [renderer, pdfkit] = [own.rendered, bare.rendered].map((times) => median(times.slice(warmUps)))
  printFigure('render-report-to-pdfkit', (renderer ?? 0) / (pdfkit ?? 1), 'times the CPU', {
    budget: mostTimes,
    detail: {
      pages: await pagesOf(),
      charts: 4,
      renderer: rounded(renderer ?? 0),
      pdfkit: rounded(pdfkit ?? 0),
      pagesOfPdfkit,
    },
  })
} finally {
  await rm(folder, { recursive: true, force: true })
}
