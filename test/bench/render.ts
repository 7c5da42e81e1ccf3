// The built renderer on long tables, and on twelve pages beside the bare library that it paints with, in one run.

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as v from 'valibot'
import { openTypeface } from '../../functions/render/pdf/typeface.ts'
import { typeset } from '../../functions/render/pdf/typeset.ts'
import { presets } from '../../shared/report/preset.ts'
import { readPdf } from '../support/pdf.ts'
import { faceFiles } from '../support/renderer.ts'
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
  for (const count of rows) {
    const data = await write(`${count}.json`, tableReport(count))
    const runs = []
    for (let run = 0; run < processes; run += 1)
      runs.push(await inProcess('render-process', [addressOf(bundleOf('render')), data, '1', pdf], Rendered))
    const isLongest = count === rows.at(-1)
    printFigure(`render-table-${count}-rows-cpu`, median(runs.map(({ rendered }) => rendered[0] ?? 0)), 'CPU ms', {
      ...(isLongest ? { budget: tableBudget.milliseconds } : {}),
      detail: { columns: 6, pages: await pagesOf(), processes },
    })
    printFigure(
      `render-table-${count}-rows-memory`,
      Math.max(...runs.map(({ mostKilobytes }) => mostKilobytes)) / 1_024,
      'MB',
      isLongest ? { budget: tableBudget.megabytes } : {},
    )
  }

  const report = longReport()
  const data = await write('report.json', report)
  const own = await inProcess(
    'render-process',
    [addressOf(bundleOf('render')), data, String(warmUps + renderings), pdf],
    Rendered,
  )
  const pages = await pagesOf()
  const laidOut = typeset(report, presets[report.preset], await openTypeface(faceFiles))
  const marks = await write(
    'marks.json',
    laidOut.map((page) => page.marks),
  )
  const faces = join('dist', 'functions', 'render', 'fonts')
  const bare = await inProcess('pdfkit-process', [marks, faces, String(warmUps + renderings), pdf], Painted)
  const [ours, theirs] = [own.rendered, bare.rendered].map((times) => median(times.slice(warmUps)))
  printFigure('render-report-to-pdfkit', (ours ?? 0) / (theirs ?? 1), 'times the CPU', {
    budget: mostTimes,
    detail: { pages, charts: 4, renderer: rounded(ours ?? 0), pdfkit: rounded(theirs ?? 0) },
  })
} finally {
  await rm(folder, { recursive: true, force: true })
}
